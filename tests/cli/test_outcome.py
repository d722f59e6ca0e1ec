"""At its end a build says how many pages there are, and shows the warnings that concern whoever built them."""

import re
from pathlib import Path

import pytest

from tests.editing.test_changes import git
from tests.records import JAB, OUTAGE, changed, laid
from timeline.building.built import Built
from timeline.checking.result import check
from timeline.cli.outcome import lines

LONG = "a title of more than ninety letters, which no list and no telephone shows whole, so that it is warned of"
SAME = {OUTAGE: changed(OUTAGE, ("Alphagram logs people out", LONG)), JAB: changed(JAB, ("Ben", f"Ben {LONG}"))}


def said(events: Path) -> str:
    """Return what a build of a record says at its end, without the marks around names."""
    return re.sub("[\u2066-\u2069]", "", "\n".join(lines(Built(events, 12, check(events), events))))


def committed(folder: Path, files: dict[str, str]) -> Path:
    """Make a record with files of its own that Git has in the branch ``main``."""
    events = laid(folder, files)
    git(folder, "init", "--quiet", "--initial-branch", "main")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "a")
    return events


def test_nothing_to_warn_of(tmp_path: Path) -> None:
    """A clean record has a line with the number of pages."""
    assert "12 pages; 0 warnings." == said(laid(tmp_path))


def test_changed_files(tmp_path: Path) -> None:
    """The warnings on a changed file are shown, and those on others are counted."""
    events = committed(tmp_path, {OUTAGE: SAME[OUTAGE]})
    assert "12 pages; 0 warnings on what you have changed.\n1 warning more in the record; see timeline check." == (
        said(events)
    )
    (events / JAB).write_text(SAME[JAB], "utf-8")
    shown = said(events)
    assert [JAB] == re.findall(r"^\S*events/(\S+?):\d+:\d+: warning", shown, re.MULTILINE)
    assert shown.endswith(
        "12 pages; 1 warning on what you have changed.\n1 warning more in the record; see timeline check."
    )
    git(tmp_path, "switch", "--quiet", "--create", "mine")
    git(tmp_path, "commit", "--quiet", "--all", "--message", "b")
    assert shown == said(events)


def test_without_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Git cannot say what was changed, all warnings are shown, ten at most."""
    monkeypatch.setenv("PATH", "")
    shown = said(laid(tmp_path, SAME))
    assert 2 == len(re.findall(r"^\S+:\d+:\d+: warning", shown, re.MULTILINE))
    assert shown.endswith("12 pages; 2 warnings.")


def test_in_arabic(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same is said in Arabic."""
    monkeypatch.setenv("TIMELINE_LANGUAGE", "ar")
    assert "12 صفحة، وعلى ما غيّرته: لا تنبيهات." == said(committed(tmp_path, {}))
