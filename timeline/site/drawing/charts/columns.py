"""Numbers of two sides in a few groups: columns that stand on an axis for the first, and hang from it for the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from markupsafe import Markup

from timeline.chronicle.sides import Side
from timeline.language import Language
from timeline.site.drawing.charts.chart import Chart, drawn

# Sizes in CSS pixels: of the highest column, between columns, and from which width on a number is written.
HIGHEST, GAP, ROOM = 64.0, 2.0, 20
UPPER = HIGHEST + 34  # the foot of the first side's columns
LOWER = UPPER + 20


@dataclass(frozen=True, slots=True)
class Group:
    """A group: what is written in the middle, if anything, and of each side its number and where that leads to."""

    label: str
    numbers: Sequence[int]
    hrefs: Sequence[str]


def columns(name: str, groups: Sequence[Group], sides: tuple[Side, Side], language: Language) -> Markup:
    """Draw the columns of both sides."""
    return drawn(name, language, lambda canvas: _draw(canvas, groups, sides))


def _draw(canvas: Chart, groups: Sequence[Group], sides: tuple[Side, Side]) -> float:
    most = max((number for group in groups for number in group.numbers), default=0) or 1
    pitch = canvas.size.width / len(groups)
    for place, side in enumerate(sides):
        parent = canvas.group(side.lane)
        canvas.text(parent, "name", 0, LOWER + HIGHEST + 30 if place else 13, side.name)
        for at, group in enumerate(groups):
            if group.numbers[place]:
                link = canvas.link(parent, group.hrefs[place], f"{side.name} · {group.numbers[place]}")
                _column(canvas, link, side, at * pitch, pitch, (group.numbers[place], most))
    middle = canvas.group()
    for at, group in enumerate(groups):
        if group.label:
            canvas.text(middle, "soft", (at + 0.5) * pitch, UPPER + 14.5, group.label, "middle")
    return LOWER + HIGHEST + 36


def _column(canvas: Chart, link: ET.Element, side: Side, along: float, pitch: float, share: tuple[int, int]) -> None:
    """Draw a column with its number, where there is room for that."""
    foot, way = (UPPER, -1) if side.lane == 1 else (LOWER, 1)
    number, most = share
    height = way * HIGHEST * number / most
    canvas.bar(link, side.lane, along + GAP, foot, pitch - 2 * GAP, height)
    if pitch > ROOM:
        canvas.text(link, "soft", along + pitch / 2, foot + height + (-4 if way < 0 else 13), str(number), "middle")
