"""The table: a figure of ours on a line, of each half and of all, beside those of others, with its bar and verdict."""

import operator
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

from benchmarks.search.queries import PARTS, Half

Figure: TypeAlias = float | None

WIDE = 64
COLUMNS = (*PARTS, "all")
UNSEEN: tuple[Half, ...] = ("held-out", "fresh")


@dataclass(frozen=True, slots=True)
class Bar:
    """What a figure must reach, or must not exceed."""

    value: float
    most: bool = False

    def holds(self, figures: Iterable[Figure]) -> bool:
        """Say whether all figures that there are keep to it."""
        keeps = operator.le if self.most else operator.ge
        return all(keeps(figure, self.value) for figure in figures if figure is not None)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: a figure of all, of each half where it has halves, and of other searches."""

    name: str
    all: Figure
    halves: dict[Half, Figure] = field(default_factory=dict)
    rivals: dict[str, Figure] = field(default_factory=dict)
    bar: Bar | None = None
    note: str = ""
    digits: int = 3

    def written(self, figure: float) -> str:
        """Return a figure as this row writes them."""
        return f"{figure:,.{self.digits}f}"

    @property
    def wanted(self) -> str:
        """The bar in words."""
        return f"{'at most' if self.bar.most else 'at least'} {self.written(self.bar.value)}" if self.bar else ""

    @property
    def verdict(self) -> str:
        """Whether the bar holds for all and, where there are parts, for those that nobody tunes by."""
        if self.bar is None or self.all is None:
            return ""
        return "holds" if self.bar.holds([self.all, *map(self.halves.get, UNSEEN)]) else "MISSED"


class Table:
    """Prints rows as they come, and counts the bars that were missed."""

    def __init__(self, rivals: Iterable[str]) -> None:
        self._rivals = tuple(rivals)
        self.missed: list[str] = []

    def head(self, title: str) -> None:
        """Print what the next rows are about, and the columns."""
        print()
        self._line(title, [*COLUMNS, *self._rivals], "bar", "", "")

    def add(self, *rows: Row) -> None:
        """Print rows."""
        for row in rows:
            figures = [*(row.halves.get(half) for half in PARTS), row.all, *map(row.rivals.get, self._rivals)]
            written = ["-" if figure is None else row.written(figure) for figure in figures]
            self._line(row.name, written, row.wanted, row.verdict, row.note)
            if row.verdict == "MISSED":
                self.missed.append(row.name.strip())

    def fill(self, title: str, rows: Iterable[Row]) -> None:
        """Print a head and rows below it."""
        self.head(title)
        for row in rows:
            self.add(row)

    def _line(self, name: str, figures: Iterable[str], bar: str, verdict: str, note: str) -> None:
        cells = "".join(f"{figure:>10}" for figure in figures)
        print(f"{name:<{WIDE}}{cells}  {bar:<14} {verdict:<7} {note}".rstrip(), flush=True)
