"""What may not be read is told with its name, and never ends in a traceback; nor does a folder that is no record."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.golden import RECORD
from tests.records import JAB
from timeline.checking import catalogue
from timeline.checking.result import check

NOBODY = 65534


@contextmanager
def without_rights() -> Iterator[None]:
    """Be somebody who may not read everything: root may, whatever the permissions are."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(user)


@pytest.fixture
def record() -> Iterator[Path]:
    """The tests' record in a folder that anybody can reach, and whose owner is who has no rights."""
    check(RECORD)  # what is loaded late is loaded before
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "events"
        shutil.copytree(RECORD, root)
        if os.geteuid() == 0:
            for path in (Path(folder), root, *root.rglob("*")):
                os.chown(path, NOBODY, NOBODY)
        yield root


@pytest.mark.parametrize("name", [JAB, "2024", "vocabulary/people.yml", "vocabulary", "stories", "2024/deep/one", "."])
def test_unreadable(record: Path, name: str) -> None:
    """A file or a folder that may not be read is one problem at its place, whatever it is."""
    path = record / name
    path.mkdir(parents=True, exist_ok=True) if not path.exists() else None
    path.chmod(0)
    try:
        with without_rights():
            problems = [(problem.code, problem.place.source.name) for problem in check(record).problems]
    finally:
        path.chmod(0o755)
    assert ("F113", f"events/{name}".removesuffix("/.")) in problems
    assert {"F113"} >= {code for code, _ in problems if code[0] == "F"}


@pytest.mark.parametrize("language", ["ar", "en"])
def test_wording(language: str, record: Path) -> None:
    """The message of what cannot be read names it, in both languages."""
    (record / JAB).chmod(0)
    with without_rights():
        (problem,) = check(record).problems
    assert f"events/{JAB}" in catalogue.wording(problem, "ar" if language == "ar" else "en").message


def test_a_thousand_folders(tmp_path: Path) -> None:
    """Folders in one another are followed a few steps, however many there are."""
    root = tmp_path / "events"
    shutil.copytree(RECORD, root)
    here = os.open(root / "2024", os.O_RDONLY)
    for _ in range(1200):  # deeper than any path can name
        os.mkdir("d", dir_fd=here)
        there = os.open("d", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = there
    os.close(here)
    try:
        (problem,) = check(root).problems
    finally:
        _flatten(root / "2024")
    assert ("F114", "events/2024" + "/d" * 8) == (problem.code, problem.place.source.name)


def _flatten(folder: Path) -> None:
    """Take the folders away again, from above: nothing that removes a tree goes so deep."""
    while (folder / "d" / "d").exists():
        (folder / "d" / "d").rename(folder / "e")
        (folder / "d").rmdir()
        (folder / "e").rename(folder / "d")


def test_whole_disk() -> None:
    """The root of the file system is no record, and is not searched for events."""
    assert ["F116"] == [problem.code for problem in check(Path("/")).problems]
