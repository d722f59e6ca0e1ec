"""The axis over all years, drawn at build time as SVG: two lanes that face each other, and between them the moves.

Outages leave their company's line, the first lane's upward and the second's downward; their height is their
length on a logarithmic scale, and dashed strokes of one height say that the length is not known. Moves sit on
their maker's line and point at the other. Where time runs from right to left, x is mirrored here, after
gathering, so that both directions show the same.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from markupsafe import Markup

from timeline.writing import shapes
from timeline.writing.shapes import number

# Lengths on the scale, in minutes: from the shortest bar to the longest.
LOW, HIGH = 10, 780
GUIDES = {"h1": 60, "h4": 240, "h12": 720}


@dataclass(frozen=True, slots=True)
class Item:
    """An event as the axis sees it: its time as a decimal year, and its lane (1, 2, or 0 for all others)."""

    time: float
    kind: str
    lane: int
    minutes: int | None
    title: str
    href: str


@dataclass(frozen=True, slots=True)
class Labels:
    """The texts of an axis: each lane's name, short name and count; hours by guide; what a gathered mark says."""

    lanes: dict[int, tuple[str, str, str]]
    sides: dict[int, str]
    hours: dict[str, str]
    gathered: dict[int, str]
    year_href: str


@dataclass(frozen=True, slots=True)
class Size:
    """The measures of one drawing, in CSS pixels; the smaller ones are drawn again, not scaled."""

    name: str
    width: int
    top: int
    bars: int
    strip: int
    bottom: int
    bar: float
    pitch: float
    mark: float
    columns_a_year: int
    most: int
    linked: bool
    years: bool

    def column(self, years: range) -> float:
        """Return the width of a column of moves."""
        return self.width / len(years) / self.columns_a_year

    def pentagon(self, years: range) -> float:
        """Return the width of a gathered mark."""
        spread = min(self.column(years) * 2, 30)
        return spread if self.linked else max(19, min(22, spread))

    @property
    def upper(self) -> int:
        """The y of the first lane's line."""
        return self.top + self.bars

    @property
    def lower(self) -> int:
        """The y of the second lane's line."""
        return self.upper + self.strip

    @property
    def foot(self) -> int:
        """The y where the second lane's longest bars end."""
        return self.lower + self.bars


SIZES = (
    Size("wide", 1112, 18, 103, 170, 8, 4.4, 11, 4.6, 4, 5, linked=True, years=False),
    Size("mid", 700, 18, 92, 156, 8, 3.2, 10, 4.2, 2, 4, linked=False, years=False),
    Size("narrow", 328, 18, 80, 148, 24, 2.4, 9, 3.6, 2, 3, linked=False, years=True),
)


def draw(items: Sequence[Item], years: range, labels: Labels, direction: str) -> Markup:
    """Draw the axis in all of its sizes."""
    drawings = (_Drawing(size, years, labels, direction == "rtl").draw(items) for size in SIZES)
    return Markup("\n".join(ET.tostring(one, encoding="unicode") for one in drawings))  # noqa: S704 - a tree's text


def gather(items: Iterable[Item], size: Size, years: range) -> dict[int, list[Item]]:
    """Put the moves of one lane into columns of time; a column with too many takes in what its mark would cover."""
    columns: dict[int, list[Item]] = {}
    for item in sorted(items, key=lambda item: (item.time, item.href)):
        column = math.floor((item.time - years.start) * size.columns_a_year + 1e-6)
        columns.setdefault(column, []).append(item)
    width, reach = size.column(years), size.pentagon(years)
    full: list[int] = []
    for column in sorted(columns, key=lambda column: (-len(columns[column]), column)):
        if len(columns.get(column, ())) <= size.most:
            continue
        into = next((other for other in full if abs(other - column) * width < reach + 2), column)
        full.append(into)
        near = [c for c in columns if c == column or abs(c - into) * width < reach / 2 + size.mark]
        for other in near:
            if other != into:
                columns[into] += columns.pop(other)
    return columns


class _Drawing:
    def __init__(self, size: Size, years: range, labels: Labels, mirrored: bool) -> None:
        self.size, self.years, self.labels, self.mirrored = size, years, labels, mirrored
        height = str(size.foot + size.bottom)
        view = f"0 0 {size.width} {height}"
        attributes = {"class": f"axis-{size.name}", "viewBox": view, "width": str(size.width), "height": height}
        self.root = ET.Element("svg", attributes | {"aria-hidden": "true", "focusable": "false"})

    def draw(self, items: Sequence[Item]) -> ET.Element:
        """Draw everything, from the ground up."""
        if self.size.linked:
            self._pattern()
        self._grid()
        for lane in (1, 2):
            self._outages(lane, [item for item in items if item.kind == "outage" and item.lane == lane])
        self._moves([item for item in items if item.kind != "outage"])
        self._texts()
        return self.root

    def x(self, time: float) -> float:
        """Return where a time lies."""
        along = (time - self.years.start) * self.size.width / len(self.years)
        return self.size.width - along if self.mirrored else along

    def height(self, minutes: float) -> float:
        """Return the height of a bar."""
        share = math.log(min(max(minutes, LOW), HIGH) / LOW) / math.log(HIGH / LOW)
        return max(4.0, self.size.bars * share)

    def line(self, lane: int) -> tuple[int, int]:
        """Return a lane's y and the way its outages go: -1 up, 1 down."""
        return (self.size.upper, -1) if lane == 1 else (self.size.lower, 1)

    def _pattern(self) -> None:
        """Define the stripes that tell the second lane from the first where colour does not."""
        pattern = {"id": "stripes", "width": "8", "height": "3.4", "patternUnits": "userSpaceOnUse"}
        parent = ET.SubElement(ET.SubElement(self.root, "defs"), "pattern", pattern)
        _path(parent, f"{self.labels.sides[2]} stripe", "M0 0h8v2H0z")

    def _grid(self) -> None:
        size = self.size
        uprights = (
            f"M{number(self.x(y))} {size.top}V{size.foot}" for y in range(self.years.start, self.years.stop + 1)
        )
        _path(self.root, "grid", "".join(uprights))
        levels = [self.height(minutes) for minutes in GUIDES.values()]
        lines = (f"M0 {number(size.upper - v)}H{size.width}M0 {number(size.lower + v)}H{size.width}" for v in levels)
        _path(self.root, "guide", "".join(lines))

    def _outages(self, lane: int, items: list[Item]) -> None:
        y, way = self.line(lane)
        group = ET.SubElement(self.root, "g", {"class": self.labels.sides[lane]})
        plain: dict[str, str] = {}
        for item in sorted(items, key=lambda item: item.time):
            drawn = self._outage(self.x(item.time), y, way, item.minutes)
            if self.size.linked:
                link = _link(group, item)
                for name, path in drawn:
                    striped = name == "bar-fill" and lane == 2
                    piece = _path(link, "bar-stripe" if striped else name, path)
                    if striped:
                        piece.set("fill", "url(#stripes)")
            else:
                for name, path in drawn:
                    plain[name] = plain.get(name, "") + path
        for name, path in plain.items():
            _path(group, name, path)
        _path(group, "line", f"M0 {y}H{self.size.width}")

    def _outage(self, x: float, y: int, way: int, minutes: int | None) -> list[tuple[str, str]]:
        if minutes is None:
            half = self.size.bar / 2 if self.size.linked else 0
            strokes = (x - half, x + half) if half else (x,)
            return [("unknown", "".join(f"M{number(at)} {y}v{24 * way}" for at in strokes))]
        bar, top = self.size.bar, number(way * self.height(minutes))
        path = f"M{number(x - bar / 2)} {y}v{top}h{number(bar)}V{y}z"
        drawn = [("bar-out", path), ("bar-fill", path)] if self.size.linked else [("bar-fill", path)]
        if minutes > HIGH:
            end = y + way * (self.size.bars + 3)
            drawn.append(("cap", f"M{number(x - 4)} {number(end)}l4 {4 * way}l4 {-4 * way}"))
        return drawn

    def _moves(self, items: Iterable[Item]) -> None:
        groups = {lane: ET.SubElement(self.root, "g", {"class": self.labels.sides[lane]}) for lane in (0, 1, 2)}
        for lane, group in groups.items():
            columns = gather((item for item in items if item.lane == lane), self.size, self.years)
            for column, gathered in sorted(columns.items()):
                x = self.x(self.years.start + (column + 0.5) / self.size.columns_a_year)
                if len(gathered) > self.size.most:
                    self._pentagon(group, lane, x, column, len(gathered))
                else:
                    self._column(group, lane, x, gathered)

    def _column(self, group: ET.Element, lane: int, x: float, items: list[Item]) -> None:
        y, way = self._stand(lane)
        for place, item in enumerate(items):
            parent = _link(group, item) if self.size.linked else group
            at = y + way * (10 + place * self.size.pitch) if lane else y + place * self.size.pitch
            for name, path in shapes.mark(item.kind, x, at, self.size.mark, way):
                _path(parent, name, path)

    def _stand(self, lane: int) -> tuple[float, int]:
        """Return where moves begin and the way they go: from their maker's line towards the other."""
        if lane == 0:
            return self.size.upper + self.size.strip * 0.5, -1
        y, way = self.line(lane)
        return y, -way

    def _pentagon(self, group: ET.Element, lane: int, x: float, column: int, count: int) -> None:
        y, way = self._stand(lane)
        y += 0 if lane else 18  # midway between the longest gathered marks of the two lanes
        year = self.years.start + column // self.size.columns_a_year
        width = self.size.pentagon(self.years)
        start = y + way * 4
        tip = start + way * (26 + min(count, 30) * 0.6)
        parent = group
        if self.size.linked:
            parent = _link(
                group, Item(0, "", lane, None, self.labels.gathered[year], self.labels.year_href.format(year=year))
            )
        _path(parent, "solid", shapes.pentagon(x, start, tip, width))
        text = {"class": "num", "x": number(x), "y": number((start + tip) / 2 - way * width * 0.12 + 4.5)}
        ET.SubElement(parent, "text", text).text = str(count)

    def _texts(self) -> None:
        size = self.size
        edge = size.width if self.mirrored else 0
        inset = edge - 2 if self.mirrored else 2
        places = {1: size.upper + 24, 0: size.upper + size.strip / 2 + 7, 2: size.lower - 12}
        for lane, y in places.items():
            name, short, counted = self.labels.lanes[lane]
            kind = f"lane {self.labels.sides[lane]}" if lane else "lane"
            text = ET.SubElement(self.root, "text", {"class": kind, "x": str(inset), "y": number(y)})
            text.text = short if size.years else name
            ET.SubElement(text, "tspan", {"class": "count", "dx": "-8" if self.mirrored else "8"}).text = counted
        for key, minutes in GUIDES.items():
            for y in (size.upper - self.height(minutes) - 3, size.lower + self.height(minutes) - 4):
                ET.SubElement(
                    self.root, "text", {"class": "soft hour", "x": str(edge), "y": number(y)}
                ).text = self.labels.hours[key]
        if size.years:
            for year in range(self.years.start + -self.years.start % 5, self.years.stop, 5):
                place = {"x": number(self.x(year + 0.5)), "y": str(size.foot + size.bottom - 5)}
                ET.SubElement(self.root, "text", {"class": "soft", "text-anchor": "middle"} | place).text = str(year)


def _path(parent: ET.Element, name: str, data: str) -> ET.Element:
    return ET.SubElement(parent, "path", {"class": name, "d": data})


def _link(parent: ET.Element, item: Item) -> ET.Element:
    link = ET.SubElement(parent, "a", {"href": item.href, "tabindex": "-1"})
    ET.SubElement(link, "title").text = item.title
    return link
