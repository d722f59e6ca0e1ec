"""Who said something and where: a small table whose numbers are drawn as marks that point from their maker."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from markupsafe import Markup

from timeline.chronicle.sides import Side
from timeline.language import Language
from timeline.site.drawing.charts.chart import Chart, Mark, drawn
from timeline.site.drawing.marks import points_to

HEAD, LABEL, ROW = 24, 26, 16
MOST = 48  # marks in a cell, before they are gathered
EMPTY = 12


@dataclass(frozen=True, slots=True)
class Cell:
    """The marks of one row in one column, and what is written beside them."""

    marks: Sequence[Mark]
    label: str
    href: str


@dataclass(frozen=True, slots=True)
class Line:
    """A row: whose marks these are, what it is called, and its cells."""

    side: Side
    heading: str
    cells: Sequence[Cell]


def gathers(lines: Sequence[Line]) -> bool:
    """Whether there are too many events in a cell for a mark for each."""
    return max(len(cell.marks) for line in lines for cell in line.cells) > MOST


def matrix(name: str, columns: Sequence[str], lines: Sequence[Line], language: Language) -> Markup:
    """Draw the cells of a small table."""
    return drawn(name, language, lambda canvas: _draw(canvas, columns, lines))


def _draw(canvas: Chart, columns: Sequence[str], lines: Sequence[Line]) -> float:
    width = canvas.size.width / len(columns)
    head = canvas.group()
    for column, text in enumerate(columns):
        canvas.text(head, "strong", column * width, 14, text)
    canvas.level(head, "pin", HEAD)
    y = float(HEAD)
    largest = max(len(cell.marks) for line in lines for cell in line.cells)
    for row, line in enumerate(lines):
        if row:
            canvas.level(head, "grid", y)
        y = _line(canvas, line, y, width, largest)
    return y


def _line(canvas: Chart, line: Line, top: float, width: float, largest: int) -> float:
    """Draw a row and return where it ends."""
    group = canvas.group(line.side.lane)
    canvas.text(group, "name", 0, top + LABEL - 6, line.heading)
    deep = 1
    for column, cell in enumerate(line.cells):
        along = column * width
        link = ET.SubElement(group, "a", {"href": cell.href, "tabindex": "-1"}) if cell.marks else group
        canvas.text(link, "strong" if cell.marks else "soft", along, top + LABEL + 14, cell.label)
        if largest > MOST:
            long = (width - 16) * len(cell.marks) / largest
            canvas.bar(group, line.side.lane, along, top + LABEL + 24, long, EMPTY)
        else:
            deep = max(deep, _marks(canvas, line.side, cell.marks, (along, top + LABEL + 30), width))
    return top + LABEL + 26 + deep * ROW


def _marks(canvas: Chart, side: Side, marks: Sequence[Mark], corner: tuple[float, float], width: float) -> int:
    """Draw marks in rows and return how many rows they take."""
    pitch, r = (16.0, 5.0) if canvas.size.wide else (13.0, 4.2)
    across = int((width - 8) // pitch)
    group = canvas.group(side.lane)
    for place, one in enumerate(marks):
        row, column = divmod(place, across)
        at = corner[0] + (column + 0.5) * pitch, corner[1] + row * ROW
        canvas.mark(canvas.event(group, one), one.shape, *at, r, points_to(side.lane))
    return -(-len(marks) // across)
