"""What a branch changes in a record is said field by field, in both languages, and no text is more than text."""

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from tests.command import run
from tests.records import JAB, OUTAGE, changed, laid
from tests.strategies import PLAIN
from timeline.editing.changes import changes, markdown, text
from timeline.editing.comparing import Change, compare
from timeline.editing.history import Pair
from timeline.editing.style import EVENT, STORY
from timeline.language import of_commands
from timeline.reading.reader import Plain
from timeline.values.bilingual import LANGUAGES, LanguageCode

NAME = "events/2024/a.yml"
SITE = "https://a.example/"
ONE = {"en": "One", "ar": "أول"}
BEFORE: dict[str, Plain] = {
    "kind": "jab",
    "title": {"en": "A", "ar": "أ"},
    "tags": ["a", "b"],
    "facts": [{"en": "One", "ar": "أول"}, {"en": "Two", "ar": "ثان"}],
    "quotes": [{"id": "q", "text": "Q"}, {"id": "r", "text": "R"}],
    "sources": {"s": {"url": SITE, "publisher": "p"}},
}


@pytest.mark.parametrize(
    ("expected", "after"),
    [
        ([], {}),
        ([Change(("kind",), "jab", "reply")], {"kind": "reply"}),
        ([Change(("status",), None, "reported")], {"status": "reported"}),
        ([Change(("tags",), ["a"], ["c"])], {"tags": ["b", "c"]}),
        ([Change(("tags",), ["a", "b"], ["b", "a"])], {"tags": ["b", "a"]}),
        ([Change(("facts", 1, "en"), "Two", "2")], {"facts": [BEFORE["facts"][0], {"en": "2", "ar": "ثان"}]}),  # type: ignore[index]
        ([Change(("facts", 0), None, {"en": "Zero"})], {"facts": [{"en": "Zero"}, *BEFORE["facts"]]}),
        ([Change(("quotes", 0), {"id": "q", "text": "Q"}, None)], {"quotes": [{"id": "r", "text": "R"}]}),
        ([Change(("quotes", 1, "text"), "R", "!")], {"quotes": [{"id": "q", "text": "Q"}, {"id": "r", "text": "!"}]}),
        ([Change(("sources", "s", "url"), SITE, "x")], {"sources": {"s": {"url": "x", "publisher": "p"}}}),
    ],
)  # fmt: skip
def test_compare(expected: list[Change], after: dict[str, Any]) -> None:
    """What is told is the least that has changed, and an item that moved up or down is still the same."""
    assert expected == list(compare(BEFORE, {**BEFORE, **after}))


@given(PLAIN)
def test_same(value: Plain) -> None:
    """Nothing has changed from a value to itself, and something from it to any other."""
    assert [] == list(compare(value, value))
    assert list(compare({"a": value}, {}))
    assert list(compare([value], [value, value]))


@pytest.mark.parametrize(
    ("expected", "before", "after"),
    [
        ("New: events/2024/a.yml – “A”\n  kind: “jab” (new)\n  sources: s (new)\n", None, {}),
        ("Removed: events/2024/a.yml – “A”\n", {}, None),
        ("Changed: events/2024/a.yml – “A”\n  kind: “jab” → “reply”\n", {}, {"kind": "reply"}),
        ("Changed: events/2024/a.yml – “A”\n  facts › 2: “Two” (removed)\n", {}, {"facts": [ONE]}),
        ("New: events/2024/a.yml\n", None, "kind: ["),
        ("Changed: events/2024/a.yml\n  text: “a” → “b”\n", "a", "b"),
    ],
)  # fmt: skip
def test_text(expected: str, before: Any, after: Any) -> None:
    """A change is one line: the field by its names in words, what it was, what it is."""
    values = [{**BEFORE, **value} if isinstance(value, dict) else value for value in (before, after)]
    assert expected == text(changes([Pair(NAME, *values)]), of_commands("en"))


def test_arabic() -> None:
    """In Arabic it is said in Arabic, with the title in Arabic."""
    said = text(changes([Pair(NAME, BEFORE, {**BEFORE, "kind": "reply"})]), of_commands("ar"))
    assert "تغيّر: \u2068events/2024/a.yml\u2069 – «أ»\n  النوع: كان «jab» وصار «reply»\n" == said


def test_moved() -> None:
    """An event under a new id that keeps the old one as an alias has moved; it is not a new and a removed one."""
    new = Pair("events/2024/new.yml", None, {**BEFORE, "aliases": ["old"]})
    said = text(changes([Pair("events/2024/old.yml", BEFORE, None), new]), of_commands("en"))
    assert "Moved from old: events/2024/new.yml – “A”\n  former ids: old (new)\n" == said


@pytest.mark.parametrize(
    "hostile",
    ["<img src=x>", "[a](https://b.example)", "`x`", "@everyone", "#1", "**b**", "a\n# b", "\x1b[31m", "| a |"],
)
def test_hostile(hostile: str) -> None:
    """In Markdown a text is neither markup nor mention, and it stays in its line."""
    pair = Pair(NAME, {"title": {"en": hostile}}, {"title": {"en": hostile}, hostile: [hostile]})
    said = markdown(changes([pair]), of_commands("en"))
    assert [] == [sign for sign in "<>`@[]#\x1b|" if sign in re.sub(r"&#\d+;", "", said)]
    assert ["- **", "  - "] == [row[:4] for row in said.splitlines()]


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("layout", [EVENT, STORY])
def test_every_field_has_a_name(layout: dict[str, str], code: LanguageCode) -> None:
    """Every field of an event file and of a story has a name in both languages."""
    names = {f"fields.{name}" for fields in layout.values() for name in fields.split()}
    assert set() == names - of_commands(code).words.keys()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """The tests' record in a repository: committed, then changed in each way."""
    root = laid(tmp_path)
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "a")
    git(tmp_path, "tag", "base")
    (root / JAB).write_text(changed(JAB, ("status: reported", "status: disputed")), "utf-8")
    (root / OUTAGE).unlink()
    (root / "2024" / "2024-03-07-new.yml").write_text("kind: jab\ntitle: {en: New, ar: جديد}\n", "utf-8")
    return root


def git(folder: Path, *arguments: str) -> None:
    """Run Git without what a person has set for it."""
    names = ["-c", "user.name=a", "-c", "user.email=a@a.example", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(folder), *names, *arguments], check=True, capture_output=True)  # noqa: S607


def test_command(repository: Path) -> None:
    """The working files are compared with a revision, new ones that Git does not know too."""
    result = run("diff", "base", "--events", repository)
    assert 0 == result.exit_code
    assert [
        "Removed: events/2024/2024-03-05-alpha-outage.yml – “Alphagram logs people out”",
        "Changed: events/2024/2024-03-05-ben-mocks.yml – “Ben Example notes that Betanet works”",
        "  status: “reported” → “disputed”",
        "New: events/2024/2024-03-07-new.yml – “New”",
        "  kind: “jab” (new)",
    ] == result.stdout.splitlines()


def test_since_the_branch_left(repository: Path) -> None:
    """What others have done on the base since then is not told as this branch's undoing."""
    root = repository.parent
    git(root, "switch", "--quiet", "--create", "mine")
    git(root, "commit", "--quiet", "--all", "--message", "b")
    git(root, "switch", "--quiet", "main")
    (repository / "2024" / "2024-03-08-theirs.yml").write_text("kind: jab\n", "utf-8")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "c")
    git(root, "switch", "--quiet", "mine")
    said = run("diff", "main", "--events", repository).stdout
    assert "ben-mocks" in said
    assert "theirs" not in said


@pytest.mark.parametrize("revision", ["no-such", "--output=x", "base:events", ""])
def test_no_revision(repository: Path, revision: str) -> None:
    """What is no revision is refused, whatever Git would take it for."""
    result = run("diff", "--events", repository, "--", revision)
    assert (1, "") == (result.exit_code, result.stdout)
    assert "There is no revision" in result.stderr


def test_nothing(tmp_path: Path) -> None:
    """If nothing is changed, that is said."""
    root = laid(tmp_path)
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "a")
    assert "Nothing is changed.\n" == run("diff", "HEAD", "--events", root).stdout
