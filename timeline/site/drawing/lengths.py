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
from timeline.site.drawing import svg
from timeline.site.drawing.marks import number, style_of

# The scale, in minutes, and what is written below it.
LOW, HIGH = 12, 780
TICKS = {"m15": 15, "h1": 60, "h4": 240, "h12": 720}

STEP = 6.4
TALLEST = 12
WIDTHS = {"wide": 748, "narrow": 328}


@dataclass(frozen=True, slots=True)
class _Ground:
    """One size of the strip without any page's own bar: the SVG before and after the place of the bar."""

    before: str
    after: str
    width: int
    middle: int


class Lengths:
    """All known lengths of a chronicle's outages, to set one of them among."""

    def __init__(self, chronicle: Chronicle, language: Language) -> None:
        self._language, self._mirrored = language, language.direction == "rtl"
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

    def _x(self, minutes: float, width: int) -> float:
        share = math.log(min(max(minutes, LOW), HIGH) / LOW) / math.log(HIGH / LOW)
        along = min(max(width * share, 3), width - 3)
        return width - along if self._mirrored else along

    def _piles(self, width: int, outages: Iterable[Entry]) -> dict[int, Counter[int]]:
        """Count the outages of each side that fall on the same place of the scale."""
        piles = {side.lane: Counter[int]() for side in self._sides}
        lanes = {side.company: side.lane for side in self._sides}
        for entry in outages:
            if lane := lanes.get(entry.company or ""):
                piles[lane][round(self._x(_minutes(entry), width) / STEP)] += 1
        return piles

    def _ground(self, name: str, width: int, piles: dict[int, Counter[int]]) -> _Ground:
        """Draw what all pages share, with a comment where a page's own bar belongs."""
        heights = [max((math.ceil(n / self._worth) for n in pile.values()), default=0) for pile in piles.values()]
        middle = round(38 + (heights[0] if heights else 0) * STEP)
        height = round(middle + 35 + (heights[-1] if heights else 0) * STEP)
        size = {"viewBox": f"0 0 {width} {height}", "width": str(width), "height": str(height)}
        root = ET.Element("svg", {"class": f"strip-{name}", "aria-hidden": "true", "focusable": "false"} | size)
        grid = "".join(f"M{number(self._x(m, width))} 26V{height - 20}" for m in TICKS.values())
        ET.SubElement(root, "path", {"class": "grid", "d": grid})
        for side, way in zip(self._sides, (-1, 1), strict=False):
            drawn = "".join(
                _pile(cell, math.ceil(count / self._worth), middle, way)
                for cell, count in sorted(piles[side.lane].items())
            )
            ET.SubElement(root, "path", {"class": f"{'dot' if way < 0 else 'dia'} {style_of(side.lane)}", "d": drawn})
        root.append(ET.Comment("own"))
        self._ticks(root, width, height)
        before, after = ET.tostring(root, encoding="unicode").split("<!--own-->")
        return _Ground(before, after, width, middle)

    def _ticks(self, root: ET.Element, width: int, height: int) -> None:
        for key, minutes in TICKS.items():
            last = minutes == max(TICKS.values())
            x = (0 if self._mirrored else width) if last else self._x(minutes, width)
            place = {"x": number(x), "y": str(height - 6), "text_anchor": "end" if last else "middle"}
            svg.text(root, self._language.word(f"lengths.{key}"), self._language, class_="soft", **place)

    def _with_bar(self, ground: _Ground, minutes: int, label: str) -> str:
        x, y = self._x(minutes, ground.width), ground.middle
        start = ground.width if self._mirrored else 0
        along = abs(x - start) / ground.width
        anchor = "start" if along < 0.3 else "end" if along > 0.7 else "middle"
        group = ET.Element("g")
        bar = f"M{start} {y - 4}H{number(x)}v8H{start}z"
        ET.SubElement(group, "path", {"class": "own", "d": bar})
        ET.SubElement(group, "path", {"class": "pin", "d": f"M{number(x)} 20V{y}"})
        svg.text(group, label, self._language, class_="strong", x=number(x), y="14", text_anchor=anchor)
        return ground.before + ET.tostring(group, encoding="unicode") + ground.after


def _minutes(entry: Entry) -> int:
    duration = entry.event.when.duration
    return duration.minutes if duration else 0


def _pile(cell: int, marks: int, middle: int, way: int) -> str:
    """Pile up the marks of one length: squares on the first lane's side, diamonds on the second's."""
    x = cell * STEP
    heights = [middle + way * (9 + place * STEP) for place in range(marks)]
    if way < 0:
        return "".join(f"M{number(x - 2)} {number(y - 2)}h4v4h-4z" for y in heights)
    return "".join(f"M{number(x)} {number(y - 2.6)}l2.6 2.6-2.6 2.6-2.6-2.6z" for y in heights)
