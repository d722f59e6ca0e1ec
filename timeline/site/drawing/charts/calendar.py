"""A calendar of all years: a square for each day on which something happened, in the colours of those whom it was of.

A year is a row of weeks that begin with Monday; squares of one week stand above one another. A day of both sides has a
square of two halves.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import TypeAlias
from xml.etree import ElementTree as ET

from markupsafe import Markup

from timeline.language import Language
from timeline.site.drawing.canvas import Canvas

# Sizes in CSS pixels: from square to square, a square, from year to year, and the room of the year's name.
SIZES = (("wide", 14.0, 12.0), ("narrow", 5.4, 4.7))
NAME, BETWEEN = 40, 14
WEEKS = 53


# The lane whose pieces are striped.
STRIPED = 2


@dataclass(frozen=True, slots=True)
class Day:
    """A day: whose it is, by lane, what it is called and where it leads to."""

    lanes: tuple[int, ...]
    title: str
    href: str


# Days with the corner of their square, and what draws them.
Placed: TypeAlias = Sequence[tuple[Day, tuple[float, float]]]
Draw: TypeAlias = Callable[[Canvas, Placed], None]


def calendar(days: Mapping[date, Day], language: Language) -> Markup:
    """Draw the days of all years, newest first, in both sizes; only in the wide one a square is large enough to hit."""
    wide, narrow = (Canvas(f"calendar-{name}", NAME + WEEKS * pitch, language) for name, pitch, _ in SIZES)
    drawings = (_draw(wide, days, SIZES[0][1], _linked), _draw(narrow, days, SIZES[1][1], _plain))
    return Markup("\n".join(ET.tostring(one, encoding="unicode") for one in drawings))  # noqa: S704 - texts of trees


def _draw(canvas: Canvas, days: Mapping[date, Day], pitch: float, draw: Draw) -> ET.Element:
    top = 0.0
    for year, listed in groupby(sorted(days, reverse=True), key=lambda day: day.year):
        canvas.text(canvas.root, "soft", 0, top + 3.5 * pitch + 4.5, str(year))
        canvas.path(canvas.root, "grid", _outline(canvas, year, top, pitch))
        draw(canvas, [(days[day], _corner(day, top, pitch)) for day in listed])
        top += 7 * pitch + BETWEEN
    return canvas.finish(top)


def _corner(day: date, top: float, pitch: float) -> tuple[float, float]:
    week, weekday = divmod(_place(day), 7)
    return NAME + week * pitch, top + weekday * pitch


def _place(day: date) -> int:
    """Return how many days after the Monday of the year's first week a day is."""
    first = date(day.year, 1, 1)
    return (day - (first - timedelta(days=first.weekday()))).days


def _outline(canvas: Canvas, year: int, top: float, pitch: float) -> str:
    """Return a line below each year, as long as its weeks."""
    weeks = _place(date(year, 12, 31)) // 7 + 1
    return canvas.box_path(NAME, top - 1.5, weeks * pitch, 7 * pitch)


def _linked(canvas: Canvas, days: Placed) -> None:
    """Draw each day as a link; the square of a day of both sides has two halves."""
    for day, (along, y) in days:
        link = canvas.link(canvas.root, day.href, day.title)
        part = SIZES[0][2] / len(day.lanes)
        for place, lane in enumerate(day.lanes):
            square = canvas.box(link, f"lane-{lane} solid", along, y + place * part, SIZES[0][2], part)
            if lane == STRIPED:
                canvas.filled(square, lane)
                square.set("class", f"lane-{lane} striped")


def _plain(canvas: Canvas, days: Placed) -> None:
    """Draw the days of each lane as one shape."""
    size = SIZES[1][2]
    for lane in sorted({lane for day, _ in days for lane in day.lanes}):
        boxes = (canvas.box_path(along, y + day.lanes.index(lane) * size / len(day.lanes), size, size / len(day.lanes))
                 for day, (along, y) in days if lane in day.lanes)  # fmt: skip
        canvas.path(canvas.group(lane), "solid", "".join(boxes))
