"""Offsets become lines and columns, and places become excerpts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import ANYTHING, HOSTILE
from timeline.reading.source import Place, Position, Source, Span
from timeline.values.text import visible

TEXT = "one\ntwo\r\n\nfour"

texts = st.one_of(ANYTHING, HOSTILE, st.text("ab \r\n", max_size=40))


def place(text: str, start: int, end: int, name: str = "x.yml") -> Place:
    """Return a place in a text."""
    return Place(Source(name, text), Span(start, end))


@st.composite
def places(draw: st.DrawFn) -> Place:
    """Any stretch of any text."""
    text = draw(texts)
    start = draw(st.integers(0, len(text)))
    return place(text, start, draw(st.integers(start, len(text))))


@pytest.mark.parametrize(
    ("position", "offset"),
    [((1, 1), 0), ((1, 4), 3), ((2, 1), 4), ((2, 5), 8), ((3, 1), 9), ((4, 1), 10), ((4, 5), 14)],
)
def test_position(position: tuple[int, int], offset: int) -> None:
    """Lines and columns count from 1; a line end belongs to its line."""
    assert position == Source("x", TEXT).position(offset)


def test_position_in_an_empty_text() -> None:
    """An empty text has one line."""
    assert Position(1, 1) == Source("x", "").position(0)


def test_columns_count_code_points() -> None:
    """An emoji and an Arabic letter are one column each."""
    assert Position(1, 4) == Source("x", "😀ع😀x").position(3)


@pytest.mark.parametrize(("line", "number"), [("one", 1), ("two", 2), ("", 3), ("four", 4)])
def test_line(line: str, number: int) -> None:
    """A line is given without its end, whichever kind that is."""
    assert line == Source("x", TEXT).line(number)


@given(places())
def test_positions_lead_back(where: Place) -> None:
    """Line and column lead back to the offset, whatever the text."""
    line, column = where.start
    before = where.source.text.split("\n")[: line - 1]
    assert where.span.start == sum(len(one) + 1 for one in before) + column - 1


@pytest.mark.parametrize(
    ("excerpt", "caret", "where"),
    [
        ("two", " ^", place(TEXT, 5, 6)),
        ("two", "^^^", place(TEXT, 4, 7)),
        ("two", "^^^", place(TEXT, 4, 14)),
        ("two", "^", place(TEXT, 4, 4)),
        ("", "^", place("", 0, 0)),
        (r"a\u202eb", r" ^^^^^^", place("a\u202eb", 1, 2)),
        (r"\tab", "  ^", place("\tab", 1, 2)),
    ],
)
def test_excerpt(excerpt: str, caret: str, where: Place) -> None:
    """An excerpt shows the line made visible, and carets as wide as what is shown of the place in it."""
    assert (excerpt, caret) == where.excerpt()


def test_excerpt_of_a_long_line() -> None:
    """Of a long line only the part around the place is shown."""
    excerpt, caret = place("a" * 500 + "HERE" + "b" * 500, 500, 504).excerpt(40)
    assert "a" * 20 + "HERE" + "b" * 16 == excerpt
    assert " " * 20 + "^^^^" == caret


@given(places())
def test_excerpts_are_harmless(where: Place) -> None:
    """An excerpt is one visible line, and the carets stand below it, whatever the text."""
    excerpt, caret = where.excerpt()
    assert visible(excerpt, 10**6) == excerpt
    assert {"^"} == set(caret.lstrip(" "))
    assert len(caret) <= len(excerpt) + 1


def test_end_of_a_place() -> None:
    """A place ends behind its last character, and never before it begins."""
    assert Position(1, 4) == place(TEXT, 1, 3).end
    assert Position(1, 3) == place(TEXT, 2, 0).end


def test_place_as_text() -> None:
    """A place is written as editors and terminals understand it, with a harmless name."""
    assert r"a\nb.yml:2:1" == str(place(TEXT, 4, 5, "a\nb.yml"))
