"""Long work shows on a terminal how far it is, and nothing in a pipe."""

import io
import sys

import pytest

from timeline.building import progress

HIDE, SHOW = "\x1b[?25l", "\x1b[?25h"


class Terminal(io.StringIO):
    """What is written to a terminal."""

    def isatty(self) -> bool:
        """It is one."""
        return True


def stand_in(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Put a terminal in the place of the standard error, which pytest exchanges between a fixture and a test."""
    monkeypatch.setattr(sys, "stderr", made := Terminal())
    return made


def test_items(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal all items are passed on, the bar has a label and is full at last, and the cursor is back."""
    terminal = stand_in(monkeypatch)
    assert ["a", "b"] == list(progress.shown(["a", "b"]))
    shown = terminal.getvalue()
    assert shown.rindex("Reading the record") < shown.rindex("100%")
    assert shown.rindex(HIDE) < shown.rindex(SHOW)


def test_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bar counts what is done, by whichever process, is full at last, and gives the cursor back."""
    terminal = stand_in(monkeypatch)
    with progress.Bar("Writing", 3) as bar:
        assert ["a", "b"] == list(bar.counting(["a", "b"]))
        assert ["data"] == list(bar.drawing(["data"]))
        assert "66%" in terminal.getvalue()
        assert ["c"] == list(bar.counting(["c"]))
    assert terminal.getvalue().rindex("100%") < terminal.getvalue().rindex(SHOW)


def test_bar_of_work_that_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """The cursor is given back when the work fails."""
    terminal = stand_in(monkeypatch)
    with pytest.raises(ValueError, match="x"), progress.Bar("Writing", 3):
        raise ValueError("x")
    assert terminal.getvalue().rindex(HIDE) < terminal.getvalue().rindex(SHOW)


def test_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    """In a pipe work is silent, and everything is passed on."""
    assert ["a", "b"] == list(progress.shown(["a", "b"]))
    with progress.Bar("Writing", 2) as bar:
        assert ["a", "b"] == list(bar.counting(["a", "b"]))
    assert ("", "") == capsys.readouterr()
