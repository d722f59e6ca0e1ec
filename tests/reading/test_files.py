"""The files of a record are found by name, and what is wrong with a name or a link is told without reading the file."""

import os
from pathlib import Path

import pytest

from tests.golden import RECORD
from tests.records import JAB, changed, laid
from timeline.reading.files import CheckedFile, discover
from timeline.reading.source import Source
from timeline.record.record import load
from timeline.record.vocabulary import FOLDER

EVENTS = ["2024-03-05-alpha-outage", "2024-03-05-ben-mocks"]


def ids(root: Path) -> list[str]:
    """Return the ids of the event files found in a record."""
    return [file.id for file in discover(root, root, left_out=[FOLDER])[0]]


def codes(root: Path) -> list[str]:
    """Return the codes of what is wrong with the event files of a record."""
    return [problem.code for problem in discover(root, root, left_out=[FOLDER])[1]]


def test_passed_over(tmp_path: Path) -> None:
    """Notes in Markdown and hidden files are no events and no mistakes."""
    root = laid(tmp_path, {"README.md": "", "2024/notes.md": "", ".hidden.yml": "", ".git/x.yml": ""})
    assert (EVENTS, []) == (ids(root), codes(root))


def test_vocabulary_of_a_year(tmp_path: Path) -> None:
    """A folder of the vocabulary's name elsewhere is a folder like any other: no event is lost in it."""
    root = laid(tmp_path, {"2024/vocabulary/2024-03-07-example.yml": "", "vocabulary/2024-03-08-example.yml": ""})
    assert [EVENTS[0], EVENTS[1], "2024-03-07-example"] == ids(root)


@pytest.mark.parametrize(
    ("code", "name"),
    [("F107", "x.txt"), ("F107", "event.YML"), ("F107", "event.yaml"), ("F105", "No Id.yml"), ("F105", "ab.yml")],
)
def test_names(tmp_path: Path, code: str, name: str) -> None:
    """A file whose name is not that of an event is told and not read."""
    root = laid(tmp_path, {f"2024/{name}": "x"})
    assert (EVENTS, [code]) == (ids(root), codes(root))


def test_undecodable_name(tmp_path: Path) -> None:
    """A name that is no UTF-8 is told like any other that cannot be an id."""
    root = laid(tmp_path)
    Path(os.fsdecode(os.fsencode(root / "2024") + b"/caf\xe9.yml")).write_text("kind: jab\n", "utf-8")
    assert (EVENTS, ["F105"]) == (ids(root), codes(root))


def test_no_file(tmp_path: Path) -> None:
    """A pipe is not opened, nor is a link to an event, nor a link to a folder of them."""
    root = laid(tmp_path)
    os.mkfifo(root / "2024" / "2024-03-07-pipe.yml")
    (root / "2024" / "2024-03-08-link.yml").symlink_to(root / JAB)
    (root / "2025").symlink_to(root / "2024", target_is_directory=True)
    assert (EVENTS, ["F104"] * 3) == (ids(root), codes(root))


def test_same_id(tmp_path: Path) -> None:
    """The second file of an id is told with the place of the first, and the first is kept."""
    root = laid(tmp_path, {"2025/2024-03-05-ben-mocks.yml": changed(JAB)})
    files, (problem,) = discover(root, root, left_out=[FOLDER])
    assert EVENTS == [file.id for file in files]
    assert ("F108", [f"events/{JAB}:1:1"]) == (problem.code, [str(related.place) for related in problem.related])


@pytest.mark.parametrize("name", ["2024-03-05-Ben-Mocks", "２０２４-03-05-ben-mocks"])
def test_same_id_but_for_its_form(tmp_path: Path, name: str) -> None:
    """Ids that some systems would take for one another are told; the one that is an id is kept."""
    root = laid(tmp_path, {f"2024/{name}.yml": changed(JAB)})
    assert (EVENTS, ["F110"]) == (ids(root), codes(root))


def test_places() -> None:
    """A place of an event is found again in its file."""
    file = load(RECORD)[0].files[EVENTS[1]]
    assert f"small_record/{JAB}:1:7" == str(file.place("kind"))
    assert f"small_record/{JAB}:1:1" == str(file.place("kind", key=True))
    problem = file.problem("V101", "kind", allowed=["jab"], suggestion="jab", found="jabb")
    assert ("V101", ("jab",), "jab", {"found": "jabb"}) == (
        problem.code,
        problem.allowed,
        problem.suggestion,
        problem.values,
    )


def test_file_that_was_never_read() -> None:
    """A file without a tree has no places."""
    with pytest.raises(ValueError, match=r"x\.yml"):
        CheckedFile("x", Source("x.yml", "")).place("kind")
