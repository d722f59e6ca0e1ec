"""The axis over all years, drawn at build time as SVG: two lanes that face each other, and between them the moves.

Outages leave their company's line, the first lane's upward and the second's downward; their height is their
length on a logarithmic scale, and dashed strokes of one height say that the length is not known. Moves sit on
their maker's line and point at the other; where all of a column answer an outage of the other lane, they hang from
that lane's line, tied to it. What belongs to neither lane stands between them, outages too. Where time runs from
right to left, x is mirrored here, after gathering, so that both directions show the same.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from markupsafe import Markup

from timeline.site.drawing import marks
from timeline.site.drawing.axis import frame
from timeline.site.drawing.axis.frame import Ground, link, path
from timeline.site.drawing.axis.gathering import Column, columns_of, gather
from timeline.site.drawing.axis.items import Item
from timeline.site.drawing.axis.notes import Note, placed
from timeline.site.drawing.axis.sizes import BUDGET, SIZES, Detail, Size
from timeline.site.drawing.marks import Piece, number, style_of

# The height of strokes that say that a length is not known.
UNKNOWN = 24


@dataclass(frozen=True, slots=True)
class Overview:
    """All that the axis of all years shows; ``gathered`` and ``of_year`` say what a counted mark and a year hold."""

    items: Sequence[Item]
    years: range
    notes: Sequence[Note]
    labels: frame.Labels
    gathered: Callable[[str, int, int], str]
    of_year: Callable[[int], str]
    direction: str


def draw(overview: Overview) -> Markup:
    """Draw the axis in all of its sizes."""
    return Markup("\n".join(ET.tostring(_fitting(overview, size), encoding="unicode") for size in SIZES))  # noqa: S704 - trees


def _fitting(overview: Overview, size: Size) -> ET.Element:
    """Draw one size with as much detail as its budget of elements allows."""
    sides = {note.above for note in overview.notes}
    size = size.with_notes(above=True in sides, below=False in sides and not size.years).spanning(overview.years)
    for detail in size.details:
        root = _Drawing(overview, size.wider(detail), detail).draw()
        if sum(1 for _ in root.iter()) <= BUDGET:
            break
    return root


class _Drawing:
    def __init__(self, overview: Overview, size: Size, detail: Detail) -> None:
        self.overview, self.size, self.detail = overview, size, detail
        self.years = overview.years
        self.ground = Ground(size, overview.years, overview.labels, overview.direction == "rtl")
        self.root = self.ground.root

    def draw(self) -> ET.Element:
        """Draw everything, from the ground up."""
        items = self.overview.items
        self.ground.grid()
        for lane in (1, 2):
            self._outages(lane, [item for item in items if item.is_outage and item.lane == lane])
        self._moves([item for item in items if not item.is_outage or not item.lane])
        self.ground.texts()
        self._notes()
        if not self.size.linked:
            self._year_links()
        return self.root

    def line(self, lane: int) -> tuple[int, int]:
        """Return a lane's y and the way its outages go: -1 up, 1 down."""
        return (self.size.upper, -1) if lane == 1 else (self.size.lower, 1)

    def _outages(self, lane: int, items: list[Item]) -> None:
        group = ET.SubElement(self.root, "g", {"class": style_of(lane)})
        single = sorted(items, key=lambda item: item.time)
        full: list[Column] = []
        if self.size.linked:
            columns = gather(items, self.size, self.years, self.detail.outages)
            single = [item for column in columns if not column.full for item in column.items]
            full = [column for column in columns if column.full]
        plain: dict[str, str] = {}
        for item in single:
            drawn = self._outage(self.ground.x(item.time), lane, item.minutes)
            if self.size.linked:
                self._linked_outage(group, lane, item, drawn)
            else:
                plain |= {name: plain.get(name, "") + data for name, data in drawn}
        for name, data in plain.items():
            path(group, name, data)
        for column in full:
            self._many_outages(group, lane, column)
        path(group, "line", f"M0 {self.line(lane)[0]}H{self.size.width}")

    def _linked_outage(self, group: ET.Element, lane: int, item: Item, drawn: list[Piece]) -> None:
        parent = link(group, item.href, item.title)
        for name, data in drawn:
            striped = name == "bar-fill" and lane == 2
            piece = path(parent, "bar-stripe" if striped else name, data)
            if striped:
                piece.set("fill", f"url(#{frame.STRIPES})")

    def _outage(self, x: float, lane: int, minutes: int | None) -> list[Piece]:
        y, way = self.line(lane)
        if minutes is None:
            half = self.size.bar / 2 if self.size.linked else 0
            strokes = (x - half, x + half) if half else (x,)
            return [Piece("unknown", "".join(f"M{number(at)} {y}v{UNKNOWN * way}" for at in strokes))]
        bar, top = self.size.bar, number(way * frame.height(minutes, self.size))
        drawn = [Piece("bar-fill", f"M{number(x - bar / 2)} {y}v{top}h{number(bar)}V{y}z")]
        if minutes > frame.HIGH:
            end = y + way * (self.size.bars + 3)
            drawn.append(Piece("stroke", f"M{number(x - 4)} {number(end)}l4 {4 * way}l4 {-4 * way}"))
        return drawn

    def _many_outages(self, group: ET.Element, lane: int, column: Column) -> None:
        y, way = self.line(lane)
        x, width = self._middle(column), self.size.gathered(self.years)
        known = [frame.height(item.minutes, self.size) for item in column.items if item.minutes is not None]
        tall = max(UNKNOWN, *known) if known else UNKNOWN
        parent = self._gathered(group, column, "outages")
        path(parent, "solid", f"M{number(x - width / 2)} {y}v{number(way * tall)}h{number(width)}V{y}z")
        frame.count(parent, x, y + way * 12 + 4.5, column.count)

    def _moves(self, items: Iterable[Item]) -> None:
        lanes = {lane: [item for item in items if item.lane == lane] for lane in (0, 1, 2)}
        taken = {lane: set(columns_of(found, self.size, self.years)) for lane, found in lanes.items()}
        for lane, found in lanes.items():
            group = ET.SubElement(self.root, "g", {"class": style_of(lane)})
            for column in gather(found, self.size, self.years, self.detail.moves):
                if column.full:
                    self._pentagon(group, lane, column)
                elif self._may_hang(lane, column, taken):
                    self._hanging(group, lane, column)
                else:
                    self._column(group, lane, column)

    def _may_hang(self, lane: int, column: Column, taken: dict[int, set[int]]) -> bool:
        near = range(column.place - 1, column.place + 2)
        return all(item.mocks for item in column.items) and taken[3 - lane].isdisjoint(near)

    def _column(self, group: ET.Element, lane: int, column: Column) -> None:
        y, way = self._stand(lane)
        first = 10.0 if lane else (1 - len(column.items)) / 2 * self.size.pitch
        for place, item in enumerate(column.items):
            self._mark(group, item, self._middle(column), y + way * (first + place * self.size.pitch), way)

    def _hanging(self, group: ET.Element, lane: int, column: Column) -> None:
        """Draw moves at the line that they mock, and tie them to it."""
        x, (target, _), (_, way) = self._middle(column), self.line(3 - lane), self._stand(lane)
        path(group, "tie", f"M{number(x)} {target}V{number(target - way * 26)}")
        for place, item in enumerate(column.items):
            self._mark(group, item, x, target - way * (26 + place * self.size.pitch), way)

    def _mark(self, group: ET.Element, item: Item, x: float, y: float, way: int) -> None:
        parent = link(group, item.href, item.title) if self.size.linked else group
        for name, data in marks.mark(item.shape, x, y, self.size.mark, way):
            path(parent, name, data)

    def _stand(self, lane: int) -> tuple[float, int]:
        """Return where moves begin and the way they go: from their maker's line towards the other."""
        if lane == 0:
            return self.size.upper + self.size.strip * 0.5, -1
        y, way = self.line(lane)
        return y, -way

    def _pentagon(self, group: ET.Element, lane: int, column: Column) -> None:
        y, way = self._stand(lane)
        y += 0 if lane else 18  # midway between the longest gathered marks of the two lanes
        x, width = self._middle(column), self.size.gathered(self.years)
        start = y + way * 4
        tip = start + way * (26 + min(column.count, 30) * 0.6)
        parent = self._gathered(group, column, "moves" if lane else "entries") if self.size.linked else group
        path(parent, "solid", marks.pentagon(x, start, tip, width))
        frame.count(parent, x, (start + tip) / 2 - way * width * 0.12 + 4.5, column.count)

    def _gathered(self, group: ET.Element, column: Column, what: str) -> ET.Element:
        """Return a link to the year of a column, which also says for a script which stretch to show closer."""
        year = self._year(column.place)
        parent = link(group, f"years/{year}/", self.overview.gathered(what, column.count, year))
        parent.set("data-span", f"{self._day(column.first)}/{self._day(column.last + 1)}")
        return parent

    def _middle(self, column: Column) -> float:
        return self.ground.x(self.years.start + (column.place + 0.5) / self.size.columns_a_year)

    def _year(self, column: int) -> int:
        return self.years.start + column // self.size.columns_a_year

    def _day(self, column: int) -> str:
        month, part = divmod(column % self.size.columns_a_year * 12, self.size.columns_a_year)
        day = f"-{1 + part * 30 // self.size.columns_a_year:02}" if part else ""
        return f"{self._year(column)}-{1 + month:02}{day}"

    def _notes(self) -> None:
        size = self.size
        notes = [note for note in self.overview.notes if note.above or not size.years]
        for one in placed(notes, size.width, size.width / len(self.years), self.years.start):
            item = one.note.item
            length = 0.0
            if item.is_outage:
                length = UNKNOWN if item.minutes is None else frame.height(item.minutes, size)
            self.ground.note(one, length, dashed=not item.is_outage)

    def _year_links(self) -> None:
        """Lay a link over each year, for marks that are too small to be pressed one by one."""
        for year in self.years:
            if any(year <= item.time < year + 1 for item in self.overview.items):
                parent = link(self.root, f"years/{year}/", self.overview.of_year(year))
                parent.set("data-span", f"{year}/{year + 1}")
                left = min(self.ground.x(year), self.ground.x(year + 1))
                width = number(self.size.width / len(self.years))
                box = {"class": "hit", "x": number(left), "y": str(self.size.top), "width": width}
                ET.SubElement(parent, "rect", box | {"height": str(self.size.foot - self.size.top)})
