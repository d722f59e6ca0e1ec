"""The courses of two outages, laid over one another from minute 0: a bar each on one scale, and numbered moments.

A bar is hollow until the outage was admitted and filled from then on; where the minute of that is not known it is
pale. A moment is a number on a short line, in the colour of whoever made it; a list says what the numbers are.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from markupsafe import Markup

from timeline.language import Language
from timeline.site.drawing.canvas import Canvas
from timeline.site.drawing.letters import width_of
from timeline.site.drawing.marks import number, ring
from timeline.site.drawing.scales import Scale, linear

# Sizes in CSS pixels: of the drawings, of a bar, of a numbered moment, and from row to row of these.
SIZES = (("wide", 1112), ("narrow", 358))
BAR, DOT, ROW = 16, 9, 21
HEAD, NAME, FOOT, EDGE = 26, 24, 22, 10


@dataclass(frozen=True, slots=True)
class Flag:
    """A moment: how many minutes from the start, its number in the list, and the lane of whoever made it."""

    minutes: int
    number: str
    lane: int


@dataclass(frozen=True, slots=True)
class Course:
    """An outage: its lane, its name, its length and when it was admitted as far as known, and its moments."""

    lane: int
    name: str
    length: int | None
    length_written: str
    admitted: int | None
    flags: Sequence[Flag]


def courses(found: Sequence[Course], write: Callable[[int], str], language: Language) -> Markup:
    """Draw courses on one scale of minutes, in both sizes."""
    longest = max((last for course in found for last in _lasts(course)), default=60)
    drawings = []
    for name, width in SIZES:
        canvas = Canvas(f"course-{name}", width, language)
        scale = linear(max(longest, 30), EDGE, width - 2 * EDGE)
        drawings.append(ET.tostring(_draw(canvas, found, scale, write), encoding="unicode"))
    return Markup("\n".join(drawings))  # noqa: S704 - texts of trees


def _lasts(course: Course) -> list[int]:
    return [*(flag.minutes for flag in course.flags), *([course.length] if course.length is not None else [])]


def _draw(canvas: Canvas, found: Sequence[Course], scale: Scale, write: Callable[[int], str]) -> ET.Element:
    ground = canvas.group()
    y = float(HEAD)
    for course in found:
        y = _course(canvas, course, scale, y)
    for tick in scale.ticks:
        canvas.upright(ground, "grid", scale.at(tick), HEAD - 6, y)
    for tick in scale.written(write):
        anchor = {scale.ticks[0]: "start", scale.ticks[-1]: "end"}.get(tick, "middle")
        canvas.text(ground, "soft", scale.at(tick), 14, write(tick), anchor)
    return canvas.finish(y)


def _course(canvas: Canvas, course: Course, scale: Scale, top: float) -> float:
    """Draw one course and return where it ends."""
    group = canvas.group(course.lane)
    canvas.text(group, "name", 0, top + 16, course.name)
    rows = _rows(course.flags, scale)
    foot = top + NAME + (max(rows, default=-1) + 1) * ROW + 4
    for flag, row in zip(course.flags, rows, strict=True):
        _flag(canvas, flag, scale.at(flag.minutes), top + NAME + row * ROW + DOT, foot)
    _bar(canvas, group, course, scale, foot)
    return foot + BAR + FOOT


def _rows(flags: Sequence[Flag], scale: Scale) -> list[int]:
    """Return the row of each moment, so that none covers another."""
    ends: list[float] = []
    rows = []
    for flag in flags:
        at = scale.at(flag.minutes)
        row = next((row for row, end in enumerate(ends) if at - DOT > end + 2), len(ends))
        ends[row : row + 1] = [at + DOT]
        rows.append(row)
    return rows


def _flag(canvas: Canvas, flag: Flag, along: float, y: float, foot: float) -> None:
    group = canvas.group(flag.lane)
    canvas.upright(group, "tie", along, y, foot)
    inside = min(max(along, DOT), canvas.width - DOT)
    canvas.path(group, "solid", ring(canvas.x(inside), y, DOT))
    canvas.text(group, "num", inside, y + 4.5, flag.number)


def _bar(canvas: Canvas, group: ET.Element, course: Course, scale: Scale, y: float) -> None:
    start = scale.at(0)
    if course.length is None:
        ends = number(canvas.x(start)), number(canvas.x(start + 60))
        canvas.path(group, "unknown", "".join(f"M{ends[0]} {number(y + at)}H{ends[1]}" for at in (1, BAR - 1)))
        canvas.text(canvas.group(), "soft", start + 66, y + 12.5, course.length_written)
        return
    end = scale.at(course.length)
    canvas.box(group, "hollow" if course.admitted is not None else "pale", start, y, max(end - start, 2), BAR)
    if course.admitted is not None and course.admitted < course.length:
        along = scale.at(course.admitted)
        canvas.bar(group, course.lane, along, y, end - along, BAR)
    beside = end + 8
    fits = beside + width_of(course.length_written, "strong") < canvas.width
    place = (beside, y + 12.5, "start") if fits else (end, y + BAR + 15, "end")
    canvas.text(canvas.group(), "strong", place[0], place[1], course.length_written, place[2])
