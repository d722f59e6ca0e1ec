"""Years under each other, and the two companies back to back around them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from markupsafe import Markup

from timeline.chronicle.sides import Side
from timeline.language import Language
from timeline.site.drawing.charts.chart import MOST, Chart, Mark, drawn
from timeline.site.drawing.letters import width_of

TOP, PITCH, HEIGHT = 32, 20, 14  # rows begin where stripes do
MIDDLE = 56  # the width of the column of years
TAIL = 14


@dataclass(frozen=True, slots=True)
class Cell:
    """What one side has in one year: how many events of known and of unknown length, a bar's length, what it says.

    ``marks`` makes the marks of the events, those of known length first, where each is drawn on its own.
    """

    known: int
    unknown: int
    amount: float
    label: str
    href: str
    marks: Callable[[], Sequence[Mark]] = tuple


@dataclass(frozen=True, slots=True)
class Year:
    """One year, with a cell for each side."""

    name: str
    cells: Sequence[Cell]


class _Wing:
    """One side's part of one year's row, measured outwards from the column of years."""

    def __init__(self, canvas: Chart, parent: ET.Element, side: Side, y: float) -> None:
        self.canvas, self.parent, self.side, self.y = canvas, parent, side, y
        self.way = -1 if side.lane == 1 else 1
        self.foot = canvas.size.width / 2 + self.way * MIDDLE / 2

    @property
    def room(self) -> float:
        """The width from the column of years to the edge."""
        return (self.canvas.size.width - MIDDLE) / 2

    def bar(self, at: float, width: float, parent: ET.Element | None = None) -> None:
        """Draw a filled bar from a distance on."""
        along = self.along(at, width)
        self.canvas.bar(self.parent if parent is None else parent, self.side.lane, along, self.y, width, HEIGHT)

    def dashed(self, at: float, width: float, parent: ET.Element | None = None) -> None:
        """Draw a dashed box from a distance on."""
        along = self.along(at, width)
        self.canvas.unknown(self.parent if parent is None else parent, along, self.y, width, HEIGHT)

    def tail(self, at: float) -> None:
        """Draw an open end from a distance on."""
        self.canvas.open_end(self.parent, self.foot + self.way * at, self.y, self.way * TAIL, HEIGHT)

    def label(self, at: float, cell: Cell, style: str) -> None:
        """Write what a cell says, as a link to the events behind it."""
        link = ET.SubElement(self.parent, "a", {"href": cell.href, "tabindex": "-1"})
        anchor = "end" if self.way < 0 else "start"
        self.canvas.text(link, style, self.foot + self.way * (at + 6), self.y + 11.5, cell.label, anchor)

    def along(self, at: float, width: float) -> float:
        """Return where a stretch that begins at a distance starts on the canvas."""
        return self.foot + at if self.way > 0 else self.foot - at - width


Fill = Callable[[_Wing, Cell], float]


def boxes(name: str, years: Sequence[Year], sides: tuple[Side, Side], language: Language) -> Markup:
    """Draw one box for each event; where a year has too many, bars that are as long as their number."""
    most = _most(years)
    text = max((width_of(cell.label) for year in years for cell in year.cells), default=0)

    def fill(wing: _Wing, cell: Cell) -> float:
        pitch = min(20 if wing.canvas.size.wide else 11, (wing.room - text - 10) / max(most, 1))
        return (_numbers if most > MOST else _boxes)(wing, cell, pitch)

    return drawn(name, language, lambda canvas: _draw(canvas, years, sides, fill))


def gathers(years: Sequence[Year]) -> bool:
    """Whether there are too many events in a year for a box for each."""
    return _most(years) > MOST


def _most(years: Sequence[Year]) -> int:
    return max((cell.known + cell.unknown for year in years for cell in year.cells), default=0)


def bars(name: str, years: Sequence[Year], sides: tuple[Side, Side], language: Language) -> Markup:
    """Draw a bar for what is known, with an open end where there is more of which nothing is known."""
    cells = [cell for year in years for cell in year.cells]
    most = max((cell.amount for cell in cells), default=0) or 1
    text = max((width_of(cell.label) for cell in cells), default=0)

    def fill(wing: _Wing, cell: Cell) -> float:
        width = max(2.0, cell.amount / most * (wing.room - TAIL - text - 8)) if cell.known else 0
        if width:
            wing.bar(0, width)
        if cell.unknown:
            wing.tail(width)
        return width + (TAIL if cell.unknown else 0)

    return drawn(name, language, lambda canvas: _draw(canvas, years, sides, fill))


def _boxes(wing: _Wing, cell: Cell, pitch: float) -> float:
    box = pitch - (2 if wing.canvas.size.wide else 1.2)
    for place, mark in enumerate(cell.marks()):
        parent = wing.canvas.event(wing.parent, mark)
        (wing.bar if place < cell.known else wing.dashed)(place * pitch, box, parent)
    return (cell.known + cell.unknown) * pitch - (pitch - box)


def _numbers(wing: _Wing, cell: Cell, pitch: float) -> float:
    known, unknown = cell.known * pitch, cell.unknown * pitch
    if known:
        wing.bar(0, known)
    if unknown:
        wing.dashed(known + 1, unknown)
    return known + unknown


def _draw(canvas: Chart, years: Sequence[Year], sides: tuple[Side, Side], fill: Fill) -> float:
    groups = [canvas.group(side.lane) for side in sides]
    for side, group in zip(sides, groups, strict=True):
        way, anchor = (-1, "end") if side.lane == 1 else (1, "start")
        canvas.text(group, "name", canvas.size.width / 2 + way * MIDDLE / 2, 16, side.name, anchor)
    column = canvas.group()
    for row, year in enumerate(years):
        y = TOP + row * PITCH
        canvas.text(column, "soft", canvas.size.width / 2, y + 11.5, year.name, "middle")
        for side, group, cell in zip(sides, groups, year.cells, strict=True):
            wing = _Wing(canvas, group, side, y)
            reach = fill(wing, cell)
            if cell.known or cell.unknown:
                wing.label(reach, cell, "strong" if cell.amount else "soft")
    return TOP + len(years) * PITCH
