"""The axis for phones: time runs down the page, a lane hangs on either edge, and what is between them takes the rest.

It is drawn once and not scaled: the two halves keep their widths, and the strip between them grows with the window. An
outage is a bar sideways, as long as it lasted; moves are marks that point across. Each year is one link.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise
from math import sqrt
from typing import TypeAlias
from xml.etree import ElementTree as ET

from timeline.language import Language
from timeline.site.drawing import marks
from timeline.site.drawing.axis.items import Item
from timeline.site.drawing.axis.overview_of import Overview
from timeline.site.drawing.canvas import Canvas
from timeline.site.drawing.letters import room_of
from timeline.site.drawing.marks import number, style_of
from timeline.site.drawing.scales import GUIDES, share

NAME = "axis-narrow"

# Pixels: a half of the drawing, its lane, the head with the hours, a bar, and a bar of unknown length.
HALF, LANE, HEAD, BAR, OPEN = 144, 70, 18, 2.6, 18

# A year is so tall, and for its n entries taller by so many times the root of n.
LEAST, PER_ROOT = 15, 6.2

# Marks: half their size, how far they are apart, and the most of a side in a year that are drawn one by one.
RADIUS, PITCH, MOST = 4.2, 11, 3

# An outage has its length in words from so many minutes on, where a line of text has room.
NAMED, LINE = 130, 14

Spans: TypeAlias = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Rows:
    """How far down each year begins: the more entries it has the taller it is."""

    years: range
    tops: tuple[float, ...]

    @classmethod
    def of(cls, items: Iterable[Item], years: range) -> "Rows":
        """Return the rows of some items."""
        counted = dict.fromkeys(years, 0)
        for item in items:
            counted[int(item.time)] = counted.get(int(item.time), 0) + 1
        tops = [float(HEAD)]
        for year in years:
            tops.append(tops[-1] + LEAST + PER_ROOT * sqrt(counted[year]))
        return cls(years, tuple(tops))

    def y(self, time: float) -> float:
        """Return how far down a time lies; what is beyond the years lies at their end."""
        place = min(max(time - self.years.start, 0), len(self.years) - 1e-6)
        top, bottom = self.tops[int(place)], self.tops[int(place) + 1]
        return top + (place % 1) * (bottom - top)


class _Half(Canvas):
    """The half of one lane; distances run from the window's edge to its middle."""

    def __init__(self, lane: int, language: Language) -> None:
        super().__init__(NAME, HALF, language)
        self.lane = lane
        # The first lane is where reading starts; the second one's edge is where it ends.
        self.mirrored = (language.direction == "rtl") == (lane == 1)
        self.root = ET.Element("g", {"class": style_of(lane)})

    @property
    def at_end(self) -> bool:
        """Whether it hangs on the right edge of the window."""
        return self.mirrored

    @property
    def toward(self) -> int:
        """The way to the other lane: 1 to the right, -1 to the left."""
        return -1 if self.mirrored else 1

    @property
    def anchor(self) -> str:
        """How a text is anchored that runs from the edge to the middle."""
        return "start" if self.lane == 1 else "end"


class Compact:
    """Draws the axis for phones."""

    def __init__(self, overview: Overview) -> None:
        self.overview = overview
        self.rows = Rows.of(overview.items, overview.years)
        self.canvas = Canvas(NAME, 0, overview.language, data_lines="0 0")

    @cached_property
    def height(self) -> float:
        """How tall the drawing is."""
        return self.rows.tops[-1]

    def draw(self) -> ET.Element:
        """Draw everything, from the ground up."""
        root = self.canvas.root
        root.attrib |= {"width": "100%", "height": number(self.height + 2)}
        self._grid()
        for lane in (1, 2):
            half = _Half(lane, self.overview.language)
            self._lane(half)
            self._hung(half)
        self._middle()
        self._links()
        return root

    def _grid(self) -> None:
        for top in self.rows.tops[:-1]:
            place = {"x1": "0", "x2": "100%", "y1": number(top), "y2": number(top)}
            ET.SubElement(self.canvas.root, "line", {"class": "grid"} | place)

    def _hung(self, half: _Half) -> None:
        """Hang a half on its edge of the window."""
        if not half.at_end:
            self.canvas.root.append(half.root)
            return
        edge = ET.SubElement(self.canvas.root, "svg", {"x": "100%", "overflow": "visible"})
        ET.SubElement(edge, "g", {"transform": f"translate(-{HALF})"}).append(half.root)

    def _lane(self, half: _Half) -> None:
        items = [item for item in self.overview.items if item.lane == half.lane]
        self._eras(half)
        self._hours(half)
        outages = [item for item in items if item.is_outage]
        self._outages(half, outages)
        half.path(half.root, "line", f"M{number(half.x(LANE))} {HEAD}V{number(self.height)}")
        names = self._names(half)
        taken = self._moves(half, [item for item in items if not item.is_outage])
        self._lengths(half, outages, names + taken)

    def _eras(self, half: _Half) -> None:
        """Draw the eras of a lane, with a line where one begins."""
        for band in self.overview.bands:
            begins, ends = (self.rows.y(time) for time in band.stretch(self.overview.years))
            if band.lane != half.lane or ends <= begins:
                continue
            first = band.begins is None and band.ends is not None
            half.box(half.root, "era first" if first else "era", 0, begins, LANE, ends - begins)
            if not first:
                half.stretch(half.root, "pin", 0, LANE, begins)

    def _names(self, half: _Half) -> Spans:
        """Write the names of the eras over the bars, and return where one reaches beyond the lane."""
        beyond: Spans = []
        last = 0.0
        for band in self.overview.bands:
            begins, ends = (self.rows.y(time) for time in band.stretch(self.overview.years))
            if band.lane != half.lane or ends <= begins:
                continue
            last = max(begins, last) + LINE
            half.text(half.root, "era-name", 3, last - 2, band.short or band.name, half.anchor)
            if room_of(band.short or band.name, "strong", 12) > LANE - 3:
                beyond.append((last - LINE, last))
        return beyond

    def _hours(self, half: _Half) -> None:
        lines = [LANE - self._length(minutes) for minutes in GUIDES.values()]
        uprights = (f"M{number(half.x(at))} {HEAD}V{number(self.height)}" for at in lines)
        half.path(half.root, "guide", "".join(uprights))
        for minutes, at in zip(GUIDES.values(), lines, strict=True):
            half.text(half.root, "soft hour", max(at, 7), HEAD - 6, str(minutes // 60), "middle")

    def _length(self, minutes: float) -> float:
        return max(4.0, (LANE - 4) * share(minutes))

    def _outages(self, half: _Half, outages: Iterable[Item]) -> None:
        known, unknown = [], []
        for item in outages:
            y = self.rows.y(item.time)
            if item.minutes is None:
                unknown.append(f"M{number(half.x(LANE))} {number(y)}H{number(half.x(LANE - OPEN))}")
            else:
                length = self._length(item.minutes)
                known.append(half.box_path(LANE - length, y - BAR / 2, length, BAR))
        for style, paths in (("unknown", unknown), ("solid", known)):
            if paths:
                half.path(half.root, style, "".join(paths))

    def _moves(self, half: _Half, moves: Sequence[Item]) -> Spans:
        """Draw the moves of each year, and return where they stand."""
        taken: Spans = []
        for _, group in groupby(moves, key=lambda item: int(item.time)):
            found = list(group)
            y = self.rows.y(sum(item.time for item in found) / len(found))
            if len(found) > MOST:
                self._pentagon(half, len(found), y)
            else:
                for place, item in enumerate(found):
                    x = half.x(LANE + 8 + place * PITCH)
                    for style, data in marks.sideways(item.shape, x, y, RADIUS, half.toward):
                        half.path(half.root, style, data)
            taken.append((y - 9, y + 9))
        return taken

    @staticmethod
    def _pentagon(half: _Half, count: int, y: float) -> None:
        along, length = LANE + 4, 26 + min(count, 40) * 0.5
        half.path(half.root, "solid", marks.pentagon_sideways(half.x(along), half.x(along + length), y, 18))
        half.text(half.root, "num", along + length / 2 - 2, y + 4.5, str(count))

    def _lengths(self, half: _Half, outages: Iterable[Item], taken: Spans) -> None:
        """Write the longest lengths, where nothing stands in the way, the longest first."""
        for item in sorted(outages, key=lambda item: -(item.minutes or 0)):
            y = self.rows.y(item.time)
            if (item.minutes or 0) < NAMED or any(top - 6 < y < bottom + 6 for top, bottom in taken):
                continue
            words = self.overview.length(item.minutes or 0)
            half.text(half.root, "soft words-of-length", LANE + 7, y + 4.5, words, half.anchor)
            taken.append((y - 8, y + 8))

    def _middle(self) -> None:
        """Write the years, and below each what belongs to neither side."""
        middle = ET.SubElement(self.canvas.root, "svg", {"x": "50%", "overflow": "visible"})
        third = [item for item in self.overview.items if item.lane == 0]
        for year, (top, bottom) in zip(self.overview.years, pairwise(self.rows.tops), strict=True):
            own = [item for item in third if int(item.time) == year]
            self._year(middle, str(year), top)
            if own:
                self._third(middle, own, min(top + 23, bottom))

    @staticmethod
    def _third(parent: ET.Element, items: Sequence[Item], y: float) -> None:
        """Draw side by side what belongs to neither side."""
        step = min(8, 48 / len(items))
        drawn: dict[str, str] = {}
        for place, item in enumerate(items):
            for style, data in marks.mark(item.shape, (place - (len(items) - 1) / 2) * step, y, RADIUS, marks.UP):
                drawn[style] = drawn.get(style, "") + data
        for style, data in drawn.items():
            ET.SubElement(parent, "path", {"class": f"{style} {style_of(0)}", "d": data})

    @staticmethod
    def _year(parent: ET.Element, year: str, top: float) -> None:
        place = {"class": "strong", "x": "0", "y": number(top + 13), "text-anchor": "middle"}
        ET.SubElement(parent, "text", place).text = year

    def _links(self) -> None:
        """Lay a link over each year."""
        known = {int(item.time) for item in self.overview.items}
        for year, (top, bottom) in zip(self.overview.years, pairwise(self.rows.tops), strict=True):
            if year in known:
                parent = self.canvas.link(self.canvas.root, f"years/{year}/", self.overview.of_year(year))
                parent.set("data-span", f"{year}/{year + 1}")
                place = {"x": "0", "y": number(top), "width": "100%", "height": number(bottom - top)}
                ET.SubElement(parent, "rect", {"class": "hit"} | place)
