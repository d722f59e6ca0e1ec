"""What was read of a file is kept as long as the file stays as it is."""

import os
from pathlib import Path

import pytest

from timeline.reading.kept import Kept


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file."""
    (tmp_path / "a.yml").write_text("one", "utf-8")
    return tmp_path / "a.yml"


def test_unchanged(file: Path) -> None:
    """A file that did not change is read once."""
    kept = Kept()
    assert ["one", "one"] == [kept.of(file, file.read_text), kept.of(file, lambda: "never read")]
    assert [file] == kept.fresh


@pytest.mark.parametrize("keeps_time", [False, True])
def test_written_over(file: Path, keeps_time: bool) -> None:
    """A file that was written over is read again, even if it is as long as before and its time was put back."""
    kept, before = Kept(), file.stat()
    kept.of(file, file.read_text)
    file.write_text("two", "utf-8")
    if keeps_time:
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert "two" == kept.of(file, file.read_text)


def test_exchanged(file: Path) -> None:
    """A file whose place another one took, as editors save, is read again."""
    kept = Kept()
    kept.of(file, file.read_text)
    file.with_suffix(".new").write_text("two", "utf-8")
    file.with_suffix(".new").replace(file)
    assert "two" == kept.of(file, file.read_text)
    assert [file, file] == kept.fresh


def test_gone_and_back(file: Path) -> None:
    """A file that is not there is asked for each time; it counts as read when it has gone, not while it is gone."""
    kept = Kept()
    kept.of(file, file.read_text)
    file.unlink()
    assert ["gone"] * 2 == [kept.of(file, lambda: "gone") for _ in range(2)]
    assert [file, file] == kept.fresh
    file.write_text("one", "utf-8")
    assert "one" == kept.of(file, file.read_text)


def test_following() -> None:
    """What follows from a value is worked out once for the value itself, and again for one that is only like it."""
    kept, value, like = Kept(), ["a"], ["a"]
    assert 1 == kept.following("key", value, lambda: 1)
    assert 1 == kept.following("key", value, lambda: 2)
    assert 3 == kept.following("other key", value, lambda: 3)
    assert [4, 5] == [kept.following("key", like, lambda: 4), kept.following("key", value, lambda: 5)]
