"""Diagnostics are sorted for reading, and the nearest allowed value is known."""

import pytest

from timeline.reading.diagnostics import Diagnostic, Guesses, closest, ordered
from timeline.reading.source import Place, Source, Span


def diagnostic(code: str, name: str = "a.yml", start: int = 0, found: str = "x") -> Diagnostic:
    """Return a diagnostic."""
    return Diagnostic(code, Place(Source(name, "abc"), Span(start, start + 1)), {"found": found})


def test_order() -> None:
    """Diagnostics are ordered by file, then by place, then by code."""
    expected = [diagnostic("M102"), diagnostic("T101"), diagnostic("M101", start=1), diagnostic("D101", "b.yml")]
    assert expected == ordered(reversed(expected))


def test_repetitions() -> None:
    """What says the same of the same place is said once; what says something else stays."""
    assert ["x", "y"] == [d.values["found"] for d in ordered(diagnostic("M101", found=found) for found in "xyx")]


@pytest.mark.parametrize(
    ("nearest", "found"),
    [("facebook", "facebok"), ("facebook", "FACEBOOK"), ("threads", "thread"), (None, "zzz"), (None, "")],
)
def test_closest(nearest: str | None, found: str) -> None:
    """The nearest allowed value is found whatever its case, and none where none is near."""
    assert nearest == closest(found, ["facebook", "instagram", "threads"])


def test_closest_of_none() -> None:
    """Where nothing is allowed nothing is near."""
    assert None is closest("x", [])


def test_guesses_have_an_end() -> None:
    """What was probably meant is looked for so often and no more, in whichever way."""
    guesses = Guesses(2)
    assert ("jab", "ben") == (guesses.closest("jb", ["jab"]), guesses.first(lambda: None, lambda: "ben"))
    assert None is guesses.first(lambda: "ben")
    assert None is guesses.closest("jb", ["jab"])
