"""A story entry by entry, whatever time lies between: two lanes that face each other, and a step for each entry.

Stood upright the strip is the list of contents beside a story, a piece for each chapter; laid down it is the picture
of a story in the list of all. Moves stand at their maker's line and point to the other, what is of neither stands in
the middle, and outages lie outside their line, as wide or as high as they were long.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from markupsafe import Markup

from timeline.language import Language
from timeline.site.drawing import marks
from timeline.site.drawing.canvas import Canvas
from timeline.site.drawing.marks import number, points_to
from timeline.site.drawing.scales import share

# The step of an entry, the room outside a line, and from line to line, in CSS pixels.
STEP, BARS, ACROSS = 15.0, 14, 44
MARK, INSET = 4.6, 10
WIDTH = 2 * BARS + ACROSS

# What progress is drawn on, whatever width it is shown at.
PROGRESS = 1000.0

# A picture of a story is as wide as this, and its entries stand closer where they are many.
LEVEL = 328
CLOSEST = 5.0


@dataclass(frozen=True, slots=True)
class Step:
    """An entry: its mark, its lane, where it leads to and what it is called, and an outage's length if known."""

    shape: str
    lane: int
    href: str
    title: str
    minutes: int | None = None


def upright(steps: Sequence[Step], key: str, language: Language) -> Markup:
    """Draw a chapter's piece of the strip that stands beside a story; every entry is a link to its place there."""
    canvas = Canvas("strip-upright", WIDTH, language, key)
    height = STEP * len(steps)
    for lane in (1, 2):
        canvas.upright(canvas.group(lane), "line", _line(lane), 0, height)
    for place, step in enumerate(steps):
        link = canvas.link(canvas.root, step.href, step.title)
        canvas.box(link, "hit", 1, place * STEP + 0.5, WIDTH - 2, STEP - 1)
        group = ET.SubElement(link, "g", {"class": marks.style_of(step.lane)})
        y = (place + 0.5) * STEP
        if step.shape == marks.BAR and step.lane:
            _outward(canvas, group, step, y)
        else:
            canvas.lying_mark(group, step.shape, _stand(step.lane), y, MARK, 1 if step.lane == 1 else -1)
    return _text(canvas, height)


def level(chapters: Sequence[Sequence[Step]], key: str, language: Language) -> Markup:
    """Draw the whole strip of a story, laid down, with a gap between its chapters."""
    canvas = Canvas("strip-level", LEVEL, language, key)
    count = sum(map(len, chapters))
    pitch = max(CLOSEST, (LEVEL - 8) / (count + len(chapters) - 1))
    for lane in (1, 2):
        canvas.level(canvas.group(lane), "line", _line(lane))
    along = 4 + pitch / 2
    for number_, steps in enumerate(chapters):
        if number_:
            canvas.upright(canvas.root, "edge", along, BARS, BARS + ACROSS)
            along += pitch
        for step in steps:
            _level_step(canvas, step, along, pitch)
            along += pitch
    return _text(canvas, WIDTH)


def progress(sizes: Sequence[int], language: Language) -> Markup:
    """Draw a thin line with a segment for each chapter, as long as it has entries; it takes any width."""
    canvas = Canvas("strip-progress", PROGRESS, language, preserveAspectRatio="none")
    gap = 8.0
    unit = (PROGRESS - gap * (len(sizes) - 1)) / sum(sizes)
    along = 0.0
    for size in sizes:
        canvas.box(canvas.root, "segment", along, 0, size * unit, 4)
        along += size * unit + gap
    return _text(canvas, 4)


def band(step: Step, key: str, language: Language) -> Markup:
    """Draw the bar of one outage, which leaves its company's line outward."""
    width = _long(step.minutes)
    canvas = Canvas("strip-band", width, language, key)
    group = canvas.group(step.lane)
    if step.minutes is None:
        canvas.path(group, "unknown", f"M0 1H{number(width)}M0 9H{number(width)}")
    else:
        canvas.bar(group, step.lane, 0, 0, width, 10)
    return _text(canvas, 10)


def _level_step(canvas: Canvas, step: Step, along: float, pitch: float) -> None:
    group, way = canvas.group(step.lane), -1 if step.lane == 1 else 1
    if step.shape != marks.BAR or not step.lane:
        r = min(MARK, pitch * 0.45)
        canvas.mark(group, step.shape, along, _stand(step.lane), r, points_to(step.lane))
    elif step.minutes is None:
        x, y = canvas.x(along), _line(step.lane)
        strokes = (f"M{number(x + aside)} {number(y)}v{8 * way}" for aside in (-1.5, 1.5))
        canvas.path(group, "unknown", "".join(strokes))
    else:
        canvas.bar(group, step.lane, along - 2, _line(step.lane), 4, way * _long(step.minutes) * (BARS - 2) / 32)


def _outward(canvas: Canvas, group: ET.Element, step: Step, y: float) -> None:
    """Draw an outage outside its line: a bar, or where nobody knows how long it was, a dashed one."""
    long = _long(step.minutes) * (BARS - 2) / 32
    along = _line(step.lane) - long if step.lane == 1 else _line(step.lane)
    if step.minutes is None:
        ends = canvas.x(along), canvas.x(along + long)
        levels = (f"M{number(ends[0])} {number(at)}H{number(ends[1])}" for at in (y - 2.5, y + 2.5))
        canvas.path(group, "unknown", "".join(levels))
    else:
        canvas.bar(group, step.lane, along, y - 3.5, long, 7)


def _long(minutes: int | None) -> float:
    """Return the length of an outage's bar, from 8 to 32; of unknown length it is always the same."""
    return 20.0 if minutes is None else 8 + 24 * share(minutes)


def _line(lane: int) -> int:
    return BARS if lane == 1 else BARS + ACROSS


def _stand(lane: int) -> float:
    return {1: BARS + INSET, 2: BARS + ACROSS - INSET}.get(lane, BARS + ACROSS / 2)


def _text(canvas: Canvas, height: float) -> Markup:
    return Markup(ET.tostring(canvas.finish(height), encoding="unicode"))  # noqa: S704 - a tree's text
