"""Dates as readers and texts write them: in figures, and with the months' names.

The twin of timeline/search/dates.js.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from timeline.search.terms import Terms, add, gather


class Piece(NamedTuple):
    """A word as far as dates are concerned: which year and day it may be, and which month it names, in how many words.

    A filler is a word that may stand between the parts of a date, as "of" does.
    """

    year: int
    day: int
    month: int
    length: int = 1
    filler: bool = False


class Run(NamedTuple):
    """Words in a row that mean something together, such as a date: the first and the last, and the terms of all."""

    first: int
    last: int
    terms: Terms


Gap = Callable[[int], str]


class Dates:
    """Finds dates among the words of a text."""

    def __init__(self, spec: dict[str, Any], weights: dict[str, float]) -> None:
        self._weights = weights
        self._day, self._year = re.compile(spec["day"]), re.compile(spec["year"])
        self._figures, self._between = re.compile(spec["figures"]), re.compile(spec["between"])
        self._fillers = frozenset(spec["fillers"].split())
        self._days: dict[str, int] = spec["days"]

    def piece(self, word: str, month: int) -> Piece:
        """Return a word, which names a month or none (0), as a part of dates."""
        found = self._day.fullmatch(word)
        day = int(found[1]) if found else self._days.get(word, 0)
        year = int(word) if self._year.fullmatch(word) else 0
        return Piece(year, day if day <= 31 else 0, month, filler=word in self._fillers)

    def terms(self, year: int, month: int, day: int) -> Terms:
        """Return the terms of a date, each part of which may be missing (0)."""
        terms: Terms = {}
        dated, wider, recurring = (self._weights[name] for name in ("date", "wider", "recurring"))
        if year and month and day:
            add(terms, f"#{year}-{month:02}-{day:02}", dated)
        if month and day:
            add(terms, f"#-{month:02}-{day:02}", recurring if year else dated)
        if year and month:
            add(terms, f"#{year}-{month:02}", wider if day else dated)
        if year:
            add(terms, f"#{year}", wider if month else dated)
        if month:
            add(terms, f"#-{month:02}", recurring if year or day else self._weights["month"])
        return terms

    def find(self, starts: Iterable[int], pieces: Sequence[Piece], gap: Gap) -> Iterator[Run]:
        """Yield the dates that begin at some of the words; ``gap`` gives what stands behind a word."""
        end = -1
        for at in starts:
            found = self._in_figures(pieces, gap, at) or self._in_words(pieces, gap, at) if at > end else None
            if found:
                yield found
                end = found.last

    def _in_figures(self, pieces: Sequence[Piece], gap: Gap, at: int) -> Run | None:
        """Read 2024-03-05, 5/3/2024, 2024-03 and 3/2024."""
        one, *others = pieces[at : at + 3]
        if not (one.year or one.day) or not others or not self._figures.fullmatch(gap(at)):
            return None
        if len(others) == 2 and gap(at + 1) == gap(at) and (terms := self._three(one, *others)):
            return Run(at, at + 2, terms)
        year, month = one.year or others[0].year, _month(one) or _month(others[0])
        return Run(at, at + 1, self.terms(year, month, 0)) if year and month else None

    def _three(self, first: Piece, second: Piece, third: Piece) -> Terms:
        """Read year, month and day in this order, or the other way round, as Americans do with less weight."""
        if first.year:
            return self.terms(first.year, _month(second), third.day) if _month(second) and third.day else {}
        year, terms = third.year, {}
        if year and first.day and _month(second):
            terms = self.terms(year, _month(second), first.day)
        if year and second.day and _month(first) and first.day != second.day:
            share = self._weights["swapped"] if terms else 1
            gather(terms, self.terms(year, _month(first), second.day).items(), share)
        return terms

    def _in_words(self, pieces: Sequence[Piece], gap: Gap, at: int) -> Run | None:
        """Read a month by its name, with the day before or behind it and the year behind it, if they are there."""
        day = pieces[at].day
        here = self._next(pieces, gap, at) if day else at
        if here is None or not pieces[here].month:
            return None
        end = self._end_of_name(pieces, gap, here)
        following = self._next(pieces, gap, end)
        if not day and following is not None and pieces[following].day:
            day, end = pieces[following].day, following
            following = self._next(pieces, gap, end)
        year = pieces[following].year if following is not None else 0
        if year and following is not None:
            end = following
        return Run(at, end, self.terms(year, pieces[here].month, day)) if end > at else None

    def _end_of_name(self, pieces: Sequence[Piece], gap: Gap, at: int) -> int:
        """Return the last word of a month, which may be named twice: مارس/آذار."""
        last = at + pieces[at].length - 1
        following = self._next(pieces, gap, last)
        if following is not None and "/" in gap(last) and pieces[following].month == pieces[at].month:
            return following + pieces[following].length - 1
        return last

    def _next(self, pieces: Sequence[Piece], gap: Gap, at: int) -> int | None:
        """Return the next word that says something, if nothing but a space, a comma or a stroke stands between."""
        for following in range(at + 1, min(at + 4, len(pieces))):
            if not self._between.fullmatch(gap(following - 1)):
                return None
            if not pieces[following].filler:
                return following
        return None


def _month(piece: Piece) -> int:
    return piece.day if piece.day <= 12 else 0
