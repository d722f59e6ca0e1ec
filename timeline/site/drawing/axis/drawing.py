"""The axis over all years, drawn at build time as SVG: two lanes that face each other, and between them the moves.

Outages leave their company's line, the first lane's upward and the second's downward; their height is their
length on a logarithmic scale, and dashed strokes of one height say that the length is not known. Moves sit on
their maker's line and point at the other; where all of a column answer an outage of the other lane, they hang from
that lane's line, tied to it. What belongs to neither lane stands between them, outages too. Where time runs from
right to left, x is mirrored here, after gathering, so that both directions show the same.
"""

import math
from collections.abc import Iterable
from xml.etree import ElementTree as ET

from markupsafe import Markup

from timeline.site.drawing import marks
from timeline.site.drawing.axis import frame
from timeline.site.drawing.axis.bands import LINE
from timeline.site.drawing.axis.compact import Compact
from timeline.site.drawing.axis.frame import Ground, hangs
from timeline.site.drawing.axis.gathering import Column, columns_of, gather
from timeline.site.drawing.axis.items import Item
from timeline.site.drawing.axis.notes import placed
from timeline.site.drawing.axis.overview_of import Overview
from timeline.site.drawing.axis.sizes import BAND_ROOM, BUDGET, SIZES, Detail, Size
from timeline.site.drawing.marks import Piece, number
from timeline.site.drawing.scales import HIGH

# The height of strokes that say that a length is not known.
UNKNOWN = 24


def draw(overview: Overview) -> Markup:
    """Draw the axis in all of its sizes."""
    drawn = (*(_fitting(overview, size) for size in SIZES), Compact(overview).draw())
    return Markup("\n".join(ET.tostring(one, encoding="unicode") for one in drawn))  # noqa: S704 - texts of trees


def _fitting(overview: Overview, size: Size) -> ET.Element:
    """Draw one size with as much detail as its budget of elements allows."""
    sides = {note.above for note in overview.notes}
    size = size.with_notes(above=True in sides, below=False in sides).spanning(overview.years)
    size = size.with_bands(above=_room(overview, size, 1), below=_room(overview, size, 2))
    for detail in size.details:
        root = _Drawing(overview, size.wider(detail), detail).draw()
        if sum(1 for _ in root.iter()) <= BUDGET:
            break
    return root


def _room(overview: Overview, size: Size, lane: int) -> int:
    """Return the height that a lane's eras take."""
    own = [band for band in overview.bands if band.lane == lane]
    return (BAND_ROOM + LINE * any(hangs(band, size, overview.years) for band in own)) if own else 0


class _Drawing:
    def __init__(self, overview: Overview, size: Size, detail: Detail) -> None:
        self.overview, self.size, self.detail = overview, size, detail
        self.years = overview.years
        self.ground = Ground(size, overview.years, overview.labels, overview.language)
        self.root = self.ground.root

    def draw(self) -> ET.Element:
        """Draw everything, from the ground up."""
        items = self.overview.items
        self.ground.grid()
        for band in self.overview.bands:
            self.ground.band(band)
        for lane in (1, 2):
            self._outages(lane, [item for item in items if item.is_outage and item.lane == lane])
        self._moves([item for item in items if not item.is_outage or not item.lane])
        self.ground.texts(self._explained())
        self._notes()
        for band in self.overview.bands:
            self.ground.band_name(band)
        if not self.size.linked:
            self._year_links()
        return self.root

    def _explained(self) -> frozenset[int]:
        """Return the lanes beside which marks are explained: where no move stands in the way."""
        if not self.size.linked:
            return frozenset()
        labels, moves = (
            self.overview.labels,
            [item for item in self.overview.items if not item.lane or not item.is_outage],
        )
        first = {
            lane: min((item.time for item in moves if item.lane == lane), default=math.inf) for lane in labels.signs
        }
        return frozenset(
            lane for lane, time in first.items() if labels.room(lane) + self.size.mark < self.ground.along(time)
        )

    def line(self, lane: int) -> tuple[int, int]:
        """Return a lane's y and the way its outages go: -1 up, 1 down."""
        return (self.size.upper, -1) if lane == 1 else (self.size.lower, 1)

    def _outages(self, lane: int, items: list[Item]) -> None:
        group = self.ground.group(lane)
        single = sorted(items, key=lambda item: item.time)
        full: list[Column] = []
        if self.size.linked:
            columns = gather(items, self.size, self.years, self.detail.outages)
            single = [item for column in columns if not column.full for item in column.items]
            full = [column for column in columns if column.full]
        plain: dict[str, str] = {}
        for item in single:
            drawn = self._outage(self.ground.along(item.time), lane, item.minutes)
            if self.size.linked:
                self._linked_outage(group, lane, item, drawn)
            else:
                plain |= {name: plain.get(name, "") + data for name, data in drawn}
        for name, data in plain.items():
            self.ground.path(group, name, data)
        for column in full:
            self._many_outages(group, lane, column)
        self.ground.level(group, "line", self.line(lane)[0])

    def _linked_outage(self, group: ET.Element, lane: int, item: Item, drawn: list[Piece]) -> None:
        parent = self.ground.link(group, item.href, item.title)
        for name, data in drawn:
            piece = self.ground.path(parent, name, data)
            if name == "bar":
                self.ground.filled(piece, lane)

    def _outage(self, along: float, lane: int, minutes: int | None) -> list[Piece]:
        (y, way), x = self.line(lane), self.ground.x(along)
        if minutes is None:
            half = self.size.bar / 2 if self.size.linked else 0
            strokes = (x - half, x + half) if half else (x,)
            return [Piece("unknown", "".join(f"M{number(at)} {y}v{UNKNOWN * way}" for at in strokes))]
        bar, top = self.size.bar, way * frame.height(minutes, self.size)
        drawn = [Piece("bar", self.ground.box_path(along - bar / 2, y, bar, top))]
        if minutes > HIGH:
            end = y + way * (self.size.bars + 3)
            drawn.append(Piece("stroke", f"M{number(x - 4)} {number(end)}l4 {4 * way}l4 {-4 * way}"))
        return drawn

    def _many_outages(self, group: ET.Element, lane: int, column: Column) -> None:
        y, way = self.line(lane)
        along, width = self._middle(column), self.size.gathered(self.years)
        known = [frame.height(item.minutes, self.size) for item in column.items if item.minutes is not None]
        tall = max(UNKNOWN, *known) if known else UNKNOWN
        parent = self._gathered(group, column, "outages")
        self.ground.box(parent, "solid", along - width / 2, y, width, way * tall)
        self._count(parent, along, y + way * 12 + 4.5, column)

    def _moves(self, items: Iterable[Item]) -> None:
        lanes = {lane: [item for item in items if item.lane == lane] for lane in (0, 1, 2)}
        taken = {lane: set(columns_of(found, self.size, self.years)) for lane, found in lanes.items()}
        for lane, found in lanes.items():
            group = self.ground.group(lane)
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
        along, (target, _), (_, way) = self._middle(column), self.line(3 - lane), self._stand(lane)
        self.ground.upright(group, "tie", along, target, target - way * 26)
        for place, item in enumerate(column.items):
            self._mark(group, item, along, target - way * (26 + place * self.size.pitch), way)

    def _mark(self, group: ET.Element, item: Item, along: float, y: float, way: int) -> None:
        parent = self.ground.link(group, item.href, item.title) if self.size.linked else group
        self.ground.mark(parent, item.shape, along, y, self.size.mark, way)

    def _stand(self, lane: int) -> tuple[float, int]:
        """Return where moves begin and the way they go: from their maker's line towards the other."""
        if lane == 0:
            return self.size.upper + self.size.strip * 0.5, -1
        y, way = self.line(lane)
        return y, -way

    def _pentagon(self, group: ET.Element, lane: int, column: Column) -> None:
        y, way = self._stand(lane)
        y += 0 if lane else 18  # midway between the longest gathered marks of the two lanes
        along, width = self._middle(column), self.size.gathered(self.years)
        start = y + way * 4
        tip = start + way * (26 + min(column.count, 30) * 0.6)
        parent = self._gathered(group, column, "moves" if lane else "entries") if self.size.linked else group
        self.ground.path(parent, "solid", marks.pentagon(self.ground.x(along), start, tip, width))
        self._count(parent, along, (start + tip) / 2 - way * width * 0.12 + 4.5, column)

    def _count(self, parent: ET.Element, along: float, y: float, column: Column) -> None:
        """Write the number of a counted mark; one of debunked claims alone has none."""
        self.ground.text(parent, "num", along, y, str(column.count or ""))

    def _gathered(self, group: ET.Element, column: Column, what: str) -> ET.Element:
        """Return a link to the year of a column, which says for a script what it stands for."""
        year = self._year(column.place)
        parent = self.ground.link(group, f"years/{year}/", self.overview.gathered(what, column.count, year))
        parent.set("data-span", f"{self._day(column.first)}/{self._day(column.last + 1)}")
        parent.set("data-of", what)
        return parent

    def _middle(self, column: Column) -> float:
        return self.ground.along(self.years.start + (column.place + 0.5) / self.size.columns_a_year)

    def _year(self, column: int) -> int:
        return self.years.start + column // self.size.columns_a_year

    def _day(self, column: int) -> str:
        month, part = divmod(column % self.size.columns_a_year * 12, self.size.columns_a_year)
        day = f"-{1 + part * 30 // self.size.columns_a_year:02}" if part else ""
        return f"{self._year(column)}-{1 + month:02}{day}"

    def _notes(self) -> None:
        size = self.size
        notes = self.overview.notes
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
                parent = self.ground.link(self.root, f"years/{year}/", self.overview.of_year(year))
                parent.set("data-span", f"{year}/{year + 1}")
                along, width = self.ground.along(year), self.size.width / len(self.years)
                self.ground.box(parent, "hit", along, self.size.top, width, self.size.foot - self.size.top)
