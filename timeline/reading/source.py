"""A file's text with its line table: offsets become lines and columns, and lines become excerpts."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from timeline.values.text import visible


class Span(NamedTuple):
    """A stretch of a text, in code points; ``end`` is not part of it."""

    start: int
    end: int


class Position(NamedTuple):
    """A line and a column, both counted from 1; columns count code points."""

    line: int
    column: int


@dataclass(frozen=True)
class Source:
    """A file as it was read: its name for messages (with ``/``), and its text."""

    name: str
    text: str

    @cached_property
    def _starts(self) -> list[int]:
        starts, at = [0], self.text.find("\n")
        while at != -1:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        return starts

    def position(self, offset: int) -> Position:
        """Turn an offset, in code points, into a line and a column."""
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """Return the text of a line, counted from 1, without its line end."""
        start = self._starts[number - 1]
        end = self._starts[number] if number < len(self._starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a source: what a diagnostic points at."""

    source: Source
    span: Span

    @property
    def start(self) -> Position:
        """The first position of the place."""
        return self.source.position(self.span.start)

    @property
    def end(self) -> Position:
        """The position just behind the place."""
        return self.source.position(max(self.span.start, self.span.end))

    def __str__(self) -> str:
        line, column = self.start
        return f"{visible(self.source.name, 200)}:{line}:{column}"

    def excerpt(self, limit: int = 100) -> tuple[str, str]:
        """Return the line of the place, made visible, and the caret line that underlines the place."""
        number, column = self.start
        line, end = self.source.line(number), self.end
        stop = end.column - 1 if end.line == number else len(line)
        first = max(0, column - 1 - limit // 2)
        before = visible(line[first : column - 1], limit)
        marked = visible(line[column - 1 : stop], limit)
        after = visible(line[stop : first + limit], limit)
        return before + marked + after, " " * len(before) + "^" * max(1, len(marked))
