"""A small axis of a few entries, drawn at build time as SVG: two lanes that face each other, linear in time.

It stands above a story and in its replay. Outages lie outside their company's line, as long as they were where the
scale shows hours, else as high as they were long; moves stand between the lines and point from their maker's to the
other. What would cover its neighbour is stacked, and too high a stack becomes a number. Where time runs from right
to left, x is mirrored here, after gathering, so that both directions show the same.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby
from xml.etree import ElementTree as ET

from markupsafe import Markup

from timeline.language import Language
from timeline.site.drawing import marks, ticks
from timeline.site.drawing.canvas import Canvas
from timeline.site.drawing.letters import width_of
from timeline.site.drawing.marks import number, points_to, style_of
from timeline.site.drawing.scales import tall

LANES = (1, 0, 2)


@dataclass(frozen=True, slots=True)
class Item:
    """An entry as the strip sees it: its time or, where that is not known, the stretch in which it lies."""

    start: datetime
    end: datetime
    shape: str
    lane: int
    title: str
    href: str
    exact: bool = True
    minutes: int | None = None
    """The length of an outage, if it is known."""
    timeless: bool = False
    """Whether it has no place on a scale of minutes."""

    @property
    def is_outage(self) -> bool:
        """Whether it is drawn by its length."""
        return self.shape == marks.BAR


@dataclass(frozen=True, slots=True)
class Labels:
    """The texts of a strip: the name of each lane, and what stands over what has no minute."""

    names: dict[int, str]
    timeless: str


@dataclass(frozen=True, slots=True)
class Size:
    """The measures of one drawing, in CSS pixels; the smaller ones are drawn again, not scaled."""

    name: str
    width: int
    inset: int
    bay: int
    pitch: float
    mark: float
    label: int
    """The least distance between the labels of the scale."""


SIZES = (
    Size("w", 1112, 24, 132, 12.5, 4.6, 84),
    Size("m", 700, 24, 124, 12, 4.4, 78),
    Size("n", 328, 20, 112, 10.5, 4, 66),
)

MOST = 3
BARS, NAME, SCALE = 28, 22, 20
READABLE = 3.0  # pixels of an hour from which on lengths lie on the scale of time


def draw(items: Sequence[Item], first: datetime, last: datetime, labels: Labels, language: Language) -> Markup:
    """Draw the strip from one instant to another, in all of its sizes."""
    drawings = (_Drawing(size, items, first, last, labels, language).draw() for size in SIZES)
    return Markup("\n".join(ET.tostring(one, encoding="unicode") for one in drawings))  # noqa: S704 - a tree's text


def gathered(places: Iterable[tuple[float, Item]], pitch: float) -> list[tuple[float, list[Item]]]:
    """Put items that would cover each other into columns; an item with room around it stays where it is."""
    columns: list[tuple[float, list[Item]]] = []
    chain: list[tuple[float, Item]] = []
    for x, item in sorted(places, key=lambda place: (place[0], place[1].href)):
        if chain and x - chain[-1][0] >= pitch:
            columns += _columns(chain, pitch)
            chain = []
        chain.append((x, item))
    return columns + _columns(chain, pitch)


def _columns(chain: list[tuple[float, Item]], pitch: float) -> list[tuple[float, list[Item]]]:
    """Cut a chain of neighbours into columns that are a pitch apart, or two where a stack grows too high."""
    for step in (pitch, 2 * pitch):
        found = [
            (chain[0][0] + column * step, [item for _, item in group])
            for column, group in groupby(chain, key=lambda place: math.floor((place[0] - chain[0][0]) / step + 1e-6))
        ]
        if all(len(items) <= MOST for _, items in found):
            break
    return found if chain else []


class _Drawing:
    def __init__(
        self, size: Size, items: Sequence[Item], first: datetime, last: datetime, labels: Labels, language: Language
    ) -> None:
        self.size, self.items, self.labels, self.language = size, items, labels, language
        self.canvas = Canvas(f"strip-{size.name}", size.width, language)
        self.first, self.last = first, last
        self.bay = size.bay if any(item.timeless for item in items) else 0
        self.seconds = max((last - first).total_seconds(), 60)
        self.lying = self._room / self.seconds * 3600 >= READABLE
        bars = {lane: BARS if any(i.is_outage and i.lane == lane for i in items) else 6 for lane in (1, 2)}
        middle = any(item.lane == 0 for item in items)
        self.upper = NAME + bars[1]
        self.lower = self.upper + size.pitch * (2 * MOST + 1 + (MOST if middle else 0))
        self.foot = self.lower + bars[2]
        self.root = self.canvas.finish(self.foot + NAME + SCALE)

    @property
    def _room(self) -> float:
        return self.size.width - 2 * self.size.inset - self.bay

    def draw(self) -> ET.Element:
        """Draw everything, from the ground up."""
        self._scale()
        for lane in LANES:
            group = self.canvas.group(lane)
            own = [item for item in self.items if item.lane == lane]
            for item in own:
                if item.is_outage:
                    self._outage(group, item)
            if lane:
                self.canvas.level(group, "line", self.line(lane)[0])
            self._moves(group, lane, [item for item in own if not item.is_outage])
            self._name(lane)
        return self.root

    def along(self, instant: datetime) -> float:
        """Return how far from the beginning an instant lies, before mirroring."""
        return self.size.inset + self.bay + (instant - self.first).total_seconds() / self.seconds * self._room

    def place(self, item: Item) -> float:
        """Return how far from the beginning an item lies: in the middle of its stretch, or before the scale."""
        if item.timeless:
            return self.size.inset + (self.bay - self.size.inset) / 2
        return self.along(item.start if item.exact else item.start + (item.end - item.start) / 2)

    def line(self, lane: int) -> tuple[float, int]:
        """Return a lane's y and the way its outages go: -1 up, 1 down."""
        return (self.upper, -1) if lane == 1 else (self.lower, 1)

    def _scale(self) -> None:
        top, bottom = self.upper - 6, self.lower + 6
        least = self.seconds * self.size.label / self._room
        foot = self.foot + NAME + SCALE - 6
        scale = list(ticks.scale(self.first, self.last, least, self.language))
        by_clock = any(":" in text for _, text in scale)
        for instant, text in scale:
            along = self.along(instant)
            self.canvas.upright(self.root, "grid", along, top, bottom)
            room = width_of(text) / 2  # so that the first and the last label stay inside
            middle = min(max(along, room), self.size.width - room)
            label = self.canvas.text(self.root, "soft", middle, foot, text, "middle")
            if by_clock:  # so that a script can write it by the reader's own clock
                label.set("data-instant", f"{instant:%Y-%m-%dT%H:%MZ}")
        if self.bay:
            self.canvas.upright(self.root, "edge", self.bay, top, bottom)
            self.canvas.text(self.root, "soft", 0, foot, self.labels.timeless)

    def _name(self, lane: int) -> None:
        if lane:
            y = NAME - 6 if lane == 1 else self.foot + NAME - 5
            self.canvas.text(self.root, f"name {style_of(lane)}", 0, y, self.labels.names[lane])

    def _outage(self, group: ET.Element, item: Item) -> None:
        y, way = self.line(item.lane) if item.lane else ((self.upper + self.lower) / 2, -1)
        parent, along = self._link(group, item), self.place(item)
        if item.minutes is None:
            x = self.canvas.x(along)
            strokes = (f"M{number(at)} {number(y)}v{18 * way}" for at in (x - 2, x + 2))
            self.canvas.path(parent, "unknown", "".join(strokes))
        elif self.lying and not item.timeless:
            self.canvas.bar(parent, item.lane, along, y, max(self.along(item.end) - along, 2), 11 * way)
        else:
            self.canvas.bar(parent, item.lane, along - 2.5, y, 5, way * tall(item.minutes, BARS - 4))

    def _moves(self, group: ET.Element, lane: int, items: list[Item]) -> None:
        for along, column in gathered(((self.place(item), item) for item in items), self.size.pitch):
            if len(column) > MOST:
                self._number(group, lane, along, column)
                continue
            for height, item in enumerate(column):
                self._move(self._link(group, item), along, self._stand(lane, height, len(column)), item)

    def _move(self, parent: ET.Element, along: float, y: float, item: Item) -> None:
        if not (item.exact or item.timeless):
            start, end = self.along(item.start), self.along(item.end)
            if end - start >= 2 * self.size.label:
                self.canvas.stretch(parent, "stretch", start, end, y)
        self.canvas.mark(parent, item.shape, along, y, self.size.mark, points_to(item.lane))

    def _stand(self, lane: int, height: float, of: int) -> float:
        """Return the y of a place in a stack: it begins at its maker's line, or in the middle."""
        if not lane:
            return (self.upper + self.lower) / 2 + (height - (of - 1) / 2) * self.size.pitch
        y, way = self.line(lane)
        return y - way * (self.size.pitch * (0.9 + height))

    def _number(self, group: ET.Element, lane: int, along: float, column: list[Item]) -> None:
        pitch, (y, way) = self.size.pitch, self.line(lane or 2)
        start = y - way * 4 if lane else (self.upper + self.lower) / 2 + pitch
        tip = start - way * pitch * 2.4
        title = self.language.counted("count.entries", len(column))
        parent = self._link(group, replace(column[0], title=title))
        self.canvas.path(parent, "solid", marks.pentagon(self.canvas.x(along), start, tip, pitch * 1.8))
        self.canvas.text(parent, "num", along, (start + tip) / 2 + 4.5 + way * 1.5, str(len(column)))

    def _link(self, parent: ET.Element, item: Item) -> ET.Element:
        """Return what a mark is drawn in: a link, where it leads somewhere."""
        return self.canvas.link(parent, item.href, item.title) if item.href else parent
