"""The strip on an outage's page: its length among all known ones, on a logarithmic scale, and a sentence that says it.

The other outages are the same on every page, so they are drawn once; a page adds its own bar. Where many have
nearly the same length, one mark stands for several, so the strip does not grow with the record.
"""

import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from markupsafe import Markup

from timeline.chronicle.chronicle import Chronicle, Entry
from timeline.chronicle.sides import sides
from timeline.language import Language
from timeline.site.drawing.canvas import Canvas
from timeline.site.drawing.marks import UP, mark, style_of
from timeline.site.drawing.scales import NAMED, share

STEP = 6.4
TALLEST = 12
WIDTHS = {"wide": 748, "narrow": 328}


@dataclass(frozen=True, slots=True)
class _Ground:
    """One size of the strip without any page's own bar: the SVG before and after the place of the bar."""

    before: str
    after: str
    canvas: Canvas
    middle: int


class Lengths:
    """All known lengths of a chronicle's outages, to set one of them among."""

    def __init__(self, chronicle: Chronicle, language: Language) -> None:
        self._language = language
        self._sides = sides(chronicle.vocabulary, language.code)
        outages = [entry for entry in chronicle.held if entry.event.outage and entry.event.when.duration]
        self._all = sorted(_minutes(entry) for entry in outages)
        piles = {name: self._piles(width, outages) for name, width in WIDTHS.items()}
        tallest = max((n for sized in piles.values() for pile in sized.values() for n in pile.values()), default=0)
        self._worth = math.ceil(tallest / TALLEST) or 1  # how many outages one mark may stand for
        self._key = self._explained()
        self._grounds = {name: self._ground(name, width, piles[name]) for name, width in WIDTHS.items()}

    def strip(self, entry: Entry) -> Markup:
        """Draw the strip for an outage whose length is known, in both sizes; for all else nothing."""
        duration = entry.event.when.duration
        if not entry.event.outage or duration is None or len(self._all) < 2:
            return Markup("")
        label = self._language.word("lengths.this").format(length=self._language.duration(duration))
        drawn = (self._with_bar(ground, duration.minutes, label) for ground in self._grounds.values())
        return Markup("\n".join(drawn))  # noqa: S704 - texts of trees

    def sentence(self, entry: Entry) -> str:
        """Say how many of the known lengths are shorter, and how many longer."""
        minutes, every = _minutes(entry), len(self._all)
        shorter, longer = bisect_left(self._all, minutes), every - bisect_right(self._all, minutes)
        key = "longest" if not longer else "shortest" if not shorter else "among"
        write = self._language.number
        said = self._language.counted(f"lengths.{key}", every, shorter=write(shorter), longer=write(longer))
        return f"{said} {self._key}".strip()

    def _explained(self) -> str:
        if len(self._sides) < 2:
            return ""
        first, second = (side.name for side in self._sides)
        key = self._language.word("lengths.key").format(first=first, second=second)
        return f"{key} {self._language.counted('lengths.worth', self._worth)}".strip()

    def _along(self, minutes: float, width: float) -> float:
        return min(max(width * share(minutes), 3), width - 3)

    def _piles(self, width: int, outages: Iterable[Entry]) -> dict[int, Counter[int]]:
        """Count the outages of each side that fall on the same place of the scale."""
        piles = {side.lane: Counter[int]() for side in self._sides}
        lanes = {side.company: side.lane for side in self._sides}
        for entry in outages:
            if lane := lanes.get(entry.company or ""):
                piles[lane][round(self._along(_minutes(entry), width) / STEP)] += 1
        return piles

    def _ground(self, name: str, width: int, piles: dict[int, Counter[int]]) -> _Ground:
        """Draw what all pages share, with a comment where a page's own bar belongs."""
        heights = [max((math.ceil(n / self._worth) for n in pile.values()), default=0) for pile in piles.values()]
        middle = round(38 + (heights[0] if heights else 0) * STEP)
        height = round(middle + 35 + (heights[-1] if heights else 0) * STEP)
        canvas = Canvas(f"strip-{name}", width, self._language)
        root = canvas.finish(height)
        for minutes in NAMED.values():
            canvas.upright(root, "grid", self._along(minutes, width), 26, height - 20)
        for side, way in zip(self._sides, (-1, 1), strict=False):
            cells = sorted(piles[side.lane].items())
            piled = "".join(_pile(canvas, cell, math.ceil(count / self._worth), middle, way) for cell, count in cells)
            canvas.path(root, f"{'solid' if way < 0 else 'hollow'} {style_of(side.lane)}", piled)
        root.append(ET.Comment("own"))
        self._ticks(canvas, height)
        before, after = ET.tostring(root, encoding="unicode").split("<!--own-->")
        return _Ground(before, after, canvas, middle)

    def _ticks(self, canvas: Canvas, height: int) -> None:
        for key, minutes in NAMED.items():
            last = minutes == max(NAMED.values())
            along = canvas.width if last else self._along(minutes, canvas.width)
            words = self._language.word(f"lengths.{key}")
            canvas.text(canvas.root, "soft", along, height - 6, words, "end" if last else "middle")

    def _with_bar(self, ground: _Ground, minutes: int, label: str) -> str:
        canvas, y = ground.canvas, ground.middle
        along = self._along(minutes, canvas.width)
        reached = along / canvas.width
        anchor = "start" if reached < 0.3 else "end" if reached > 0.7 else "middle"
        group = ET.Element("g")
        canvas.box(group, "own", 0, y - 4, along, 8)
        canvas.upright(group, "pin", along, 20, y)
        canvas.text(group, "strong", along, 14, label, anchor)
        return ground.before + ET.tostring(group, encoding="unicode") + ground.after


def _minutes(entry: Entry) -> int:
    duration = entry.event.when.duration
    return duration.minutes if duration else 0


def _pile(canvas: Canvas, cell: int, marks: int, middle: int, way: int) -> str:
    """Pile up the marks of one length: squares on the first lane's side, diamonds on the second's."""
    shape, r = ("square", 4.0) if way < 0 else ("diamond", 2.6)
    heights = (middle + way * (9 + place * STEP) for place in range(marks))
    return "".join(piece.path for y in heights for piece in mark(shape, canvas.x(cell * STEP), y, r, UP))
