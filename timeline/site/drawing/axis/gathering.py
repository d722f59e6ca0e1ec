"""Dense stretches of the axis are gathered into counted marks, in order of time and so alike in both directions."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from timeline.site.drawing.axis.items import Item
from timeline.site.drawing.axis.sizes import Size


@dataclass(frozen=True, slots=True)
class Column:
    """The items of a stretch of time; ``first`` and ``last`` are the numbers of the plain columns that it covers."""

    place: int
    first: int
    last: int
    items: tuple[Item, ...]
    full: bool

    @property
    def count(self) -> int:
        """How many of its items count."""
        return sum(item.held for item in self.items)


def columns_of(items: Iterable[Item], size: Size, years: range) -> dict[int, list[Item]]:
    """Put items into columns of time, in order of time."""
    columns: dict[int, list[Item]] = {}
    for item in sorted(items, key=lambda item: (item.time, item.href)):
        column = math.floor((item.time - years.start) * size.columns_a_year + 1e-6)
        columns.setdefault(column, []).append(item)
    return columns


def gather(items: Iterable[Item], size: Size, years: range, most: int) -> list[Column]:
    """Gather moves: a column with more than ``most`` becomes one mark, which takes in what it would cover."""
    columns = columns_of(items, size, years)
    into = _absorbed(columns, size, years, most)
    found: dict[int, list[int]] = {}
    for column in sorted(columns):
        found.setdefault(into.get(column, column), []).append(column)
    full = set(into.values())
    return [
        Column(place, min(taken), max(taken), tuple(i for c in taken for i in columns[c]), place in full)
        for place, taken in sorted(found.items())
    ]


def _absorbed(columns: Mapping[int, list[Item]], size: Size, years: range, most: int) -> dict[int, int]:
    """Return for each column that is gathered the column in whose place its mark stands, fullest first."""
    width, reach = size.column(years), size.gathered(years)
    into: dict[int, int] = {}
    for column in sorted(columns, key=lambda column: (-len(columns[column]), column)):
        if column in into or len(columns[column]) <= most:
            continue
        marks = sorted(set(into.values()))
        place = next((other for other in marks if abs(other - column) * width < reach + 2), column)
        near = [c for c in columns if c == column or abs(c - place) * width < reach / 2 + size.mark]
        into |= {c: place for c in near if c not in into}
    return into
