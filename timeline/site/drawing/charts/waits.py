"""Waits from a beginning to the first answer, one under the other: the answer is a mark at the end of its line."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from timeline.chronicle.sides import Side
from timeline.language import Language
from timeline.site.drawing.charts.chart import Chart, Mark, drawn
from timeline.site.drawing.letters import width_of
from timeline.site.drawing.marks import points_to
from timeline.site.drawing.scales import Scale, linear

PITCH, FOOT, EDGE = 58, 26, 6
MARK = 7.0


@dataclass(frozen=True, slots=True)
class Wait:
    """One wait: what waited and what ended it, in whose colours, and what is written above and beside the line."""

    begun: Side
    ended: Side
    mark: Mark
    heading: str
    text: str


def waits(name: str, listed: Sequence[Wait], write: Callable[[int], str], beginning: str, language: Language) -> Markup:
    """Draw waits; a dotted line runs through where nobody knows how long one was."""
    return drawn(name, language, lambda canvas: _draw(canvas, listed, write, beginning))


def _draw(canvas: Chart, listed: Sequence[Wait], write: Callable[[int], str], beginning: str) -> float:
    foot = len(listed) * PITCH
    longest = max((wait.mark.minutes or 0 for wait in listed), default=0)
    scale = linear(max(longest, 30), EDGE, canvas.size.width - 2 * EDGE) if longest else None
    if scale:
        _ticks(canvas, scale, lambda tick: write(tick) if tick else beginning, foot)
    for row, wait in enumerate(listed):
        y = row * PITCH + 28
        group = canvas.group()
        canvas.text(group, "strong", EDGE, y - 12, wait.heading)
        if scale is None or wait.mark.minutes is None:
            canvas.level(canvas.group(wait.begun.lane), "dotted", y, EDGE)
            canvas.text(group, "soft", EDGE, y + 18, wait.text)
        else:
            _line(canvas, wait, scale.at(wait.mark.minutes), y)
    return foot + (FOOT if scale else 0)


def _line(canvas: Chart, wait: Wait, end: float, y: float) -> None:
    canvas.box(canvas.group(wait.begun.lane), "solid", EDGE, y - 4, end - EDGE, 8)
    made = canvas.event(canvas.group(wait.ended.lane), wait.mark)
    canvas.mark(made, wait.mark.shape, end, y, MARK, points_to(wait.ended.lane))
    beside = end + MARK + 6
    fits = beside + width_of(wait.text) < canvas.size.width
    at, below = (beside, 4.5) if fits else (EDGE, 20)
    canvas.text(canvas.group(), "soft", at, y + below, wait.text)


def _ticks(canvas: Chart, scale: Scale, write: Callable[[int], str], foot: float) -> None:
    group = canvas.group()
    for tick in scale.ticks:
        canvas.upright(group, "grid", scale.at(tick), 0, foot)
    for tick in scale.written(write):
        anchor = {scale.ticks[0]: "start", scale.ticks[-1]: "end"}.get(tick, "middle")
        canvas.text(group, "soft", scale.at(tick), foot + 18, write(tick), anchor)
