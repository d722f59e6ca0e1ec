"""How long something took, on a logarithmic scale: each event a mark, one company above the axis, one below it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from xml.etree import ElementTree as ET

from markupsafe import Markup

from timeline.chronicle.sides import Side
from timeline.language import Language
from timeline.site.drawing.charts.chart import MOST, Chart, Mark, drawn
from timeline.site.drawing.letters import width_of
from timeline.site.drawing.marks import UP
from timeline.site.drawing.scales import Scale, logarithmic

HEAD, MEDIAN, STRIP = 24, 20, 28
COLUMNS = 44
NAME = 15  # the size of a name, in CSS pixels
TALLEST = 120  # of columns whose marks were gathered

Write = Callable[[int], str]


@dataclass(frozen=True, slots=True)
class Lane:
    """One company's marks, each with its minutes, what is said of their number, and their median as it is written."""

    side: Side
    marks: Sequence[Mark]
    counted: str
    median: float | None
    written: str


@dataclass(frozen=True, slots=True)
class Columns:
    """The marks of both lanes in columns, the same in every size; columns that would be too high are gathered."""

    scale: Scale
    lanes: tuple[dict[int, list[Mark]], ...]

    @property
    def highest(self) -> int:
        """The number of marks in the highest column."""
        return max((len(marks) for columns in self.lanes for marks in columns.values()), default=0)

    @property
    def gathered(self) -> bool:
        """Whether columns are drawn as bars instead of marks."""
        return self.highest > MOST


def columns(lanes: Sequence[Lane]) -> Columns:
    """Put marks that would cover each other into columns."""
    minutes = [mark.minutes or 0 for lane in lanes for mark in lane.marks] or [0]
    scale = logarithmic(min(minutes), max(minutes), 0, 1)
    found: list[dict[int, list[Mark]]] = []
    for lane in lanes:
        found.append({})
        for mark in sorted(lane.marks, key=lambda mark: (mark.minutes or 0, mark.href)):
            found[-1].setdefault(round(scale.at(mark.minutes or 0) * (COLUMNS - 1)), []).append(mark)
    return Columns(scale, tuple(found))


def distribution(name: str, lanes: tuple[Lane, Lane], write: Write, language: Language) -> Markup:
    """Draw the lanes of two companies around one axis; ``write`` writes minutes in short."""
    found = columns(lanes)
    return drawn(name, language, lambda canvas: _Distribution(canvas, lanes, found, write).draw())


class _Distribution:
    def __init__(self, canvas: Chart, lanes: tuple[Lane, Lane], found: Columns, write: Write) -> None:
        self.canvas, self.lanes, self.found, self.write = canvas, lanes, found, write
        self.pitch = canvas.size.width / COLUMNS
        self.size = min(self.pitch, 10.0)
        self.scale = replace(found.scale, start=self.pitch / 2, width=canvas.size.width - self.pitch)
        self.unit = TALLEST / found.highest if found.gathered else self.size

    def draw(self) -> float:
        """Draw all and return the height."""
        heights = [max(map(len, columns.values()), default=0) * self.unit + 6 for columns in self.found.lanes]
        upper = HEAD + MEDIAN + heights[0]
        lower = upper + STRIP
        foot = lower + heights[1]
        self._axis(upper, lower, HEAD + MEDIAN, foot)
        for lane, columns, line, edge in zip(
            self.lanes, self.found.lanes, (upper, lower), (HEAD + MEDIAN, foot), strict=True
        ):
            group = self.canvas.group(lane.side.lane)
            way = -1 if lane.side.lane == 1 else 1
            self._header(group, lane, 16 if way < 0 else foot + MEDIAN + 16)
            self._marks(group, lane, columns, line + way * 3, way)
            self.canvas.level(group, "line", line)
            self._median(lane, line, edge, way)
        return foot + MEDIAN + HEAD

    def _axis(self, upper: float, lower: float, top: float, foot: float) -> None:
        canvas, ticks = self.canvas, self.canvas.group()
        for tick in self.scale.ticks:
            canvas.upright(ticks, "grid", self.scale.at(tick), top, upper)
            canvas.upright(ticks, "grid", self.scale.at(tick), lower, foot)
        for tick in self.scale.written(self.write):
            anchor = {self.scale.ticks[0]: "start", self.scale.ticks[-1]: "end"}.get(tick, "middle")
            along = {"start": 0.0, "end": float(canvas.size.width)}.get(anchor, self.scale.at(tick))
            canvas.text(ticks, "soft", along, upper + STRIP / 2 + 4.5, self.write(tick), anchor)

    def _header(self, group: ET.Element, lane: Lane, y: float) -> None:
        self.canvas.named(group, lane.side.name, lane.counted, 0, y, ("name", "strong", NAME))

    def _marks(self, group: ET.Element, lane: Lane, columns: dict[int, list[Mark]], line: float, way: int) -> None:
        for column, marks in sorted(columns.items()):
            along = (column + 0.5) * self.pitch
            if self.found.gathered:
                height = len(marks) * self.unit
                y = line - height if way < 0 else line
                self.canvas.bar(group, lane.side.lane, along - self.pitch / 2 + 0.5, y, self.pitch - 1, height)
                continue
            for place, mark in enumerate(marks):
                y = line + way * (place + 0.5) * self.size
                self._mark(self.canvas.event(group, mark), lane.side, along, y)

    def _mark(self, parent: ET.Element, side: Side, along: float, y: float) -> None:
        """Draw a filled square for the first lane, a hollow diamond for the second."""
        shape, r = ("square", self.size - 1.6) if side.lane == 1 else ("diamond", self.size / 2 - 0.8)
        self.canvas.mark(parent, shape, along, y, r, UP)

    def _median(self, lane: Lane, line: float, edge: float, way: int) -> None:
        if lane.median is None:
            return
        along, half = self.scale.at(lane.median), width_of(lane.written) / 2
        anchor = "start" if along < half else "end" if along > self.canvas.size.width - half else "middle"
        group = self.canvas.group()
        self.canvas.upright(group, "pin", along, line, edge + way * 2)
        self.canvas.text(group, "strong", along, edge + (-6 if way < 0 else 15), lane.written, anchor)
