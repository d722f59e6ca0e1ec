"""``timeline format``: which files it changes, what it says, and that a file is written whole or not at all."""

import os
import stat
from pathlib import Path

import pytest

from tests.command import run
from tests.records import JAB, OUTAGE, changed, laid
from timeline.editing import files

MIXED = "status: reported\n" + changed(JAB, ("status: reported\n", ""))


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """A record in which one file is not in form."""
    return laid(tmp_path, {JAB: MIXED})


def test_format(mixed: Path) -> None:
    """A file that is not in form is put in form and named; the others are not touched."""
    before = (mixed / OUTAGE).stat().st_mtime_ns
    result = run("format", "--events", mixed)
    assert (0, f"events/{JAB}\n", "1 file put in form\n") == (result.exit_code, result.stdout, result.stderr)
    assert changed(JAB) == (mixed / JAB).read_text("utf-8")
    assert before == (mixed / OUTAGE).stat().st_mtime_ns


def test_check(mixed: Path) -> None:
    """With --check nothing is written, and what would change makes the command fail."""
    result = run("format", "--check", "--events", mixed)
    assert (1, f"events/{JAB}\n", "1 file not in form\n") == (result.exit_code, result.stdout, result.stderr)
    assert (mixed / JAB).read_text("utf-8") == MIXED
    run("format", "--events", mixed)
    assert 0 == run("format", "--check", "--events", mixed).exit_code


def test_paths(mixed: Path) -> None:
    """Only the files at or below the paths are looked at."""
    assert 0 == run("format", "--check", "--events", mixed, mixed / OUTAGE).exit_code
    assert 1 == run("format", "--check", "--events", mixed, mixed / "2024").exit_code


def test_unreadable(mixed: Path) -> None:
    """A file that cannot be read stays as it is and is named with the way to learn why; the others are put in form."""
    (mixed / OUTAGE).write_text("kind: [", "utf-8")
    result = run("format", "--events", mixed)
    assert (1, f"events/{JAB}\n") == (result.exit_code, result.stdout)
    assert f"events/{OUTAGE} cannot be read" in result.stderr
    assert (mixed / OUTAGE).read_text("utf-8") == "kind: ["


def test_arabic(mixed: Path) -> None:
    """What was done is said in Arabic where Arabic is asked for."""
    assert "ملف واحد" in run("format", "--events", mixed, "--language", "ar").stderr


def test_killed_while_writing(mixed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If writing ends half-way, the old file is there, whole, and nothing else beside it."""

    def killed(_: int) -> None:
        raise KeyboardInterrupt

    beside = sorted((mixed / "2024").iterdir())
    monkeypatch.setattr(os, "fsync", killed)
    with pytest.raises(KeyboardInterrupt):
        files.replace(mixed / JAB, "kind: jab\n")
    assert (mixed / JAB).read_text("utf-8") == MIXED
    assert beside == sorted((mixed / "2024").iterdir())


def test_permissions(mixed: Path) -> None:
    """A file keeps its permissions."""
    (mixed / JAB).chmod(0o600)
    run("format", "--events", mixed)
    assert 0o600 == stat.S_IMODE((mixed / JAB).stat().st_mode)
