"""What all charts share: their sizes, and the events that they show as marks.

Each chart is drawn once for wide windows and once, smaller, for phones; texts keep their size.
"""

from collections.abc import Callable
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from markupsafe import Markup

from timeline.language import Language
from timeline.site.drawing.canvas import Canvas
from timeline.site.drawing.marks import number

# More marks than this in one row, column or cell are gathered.
MOST = 16


@dataclass(frozen=True, slots=True)
class Size:
    """A width in CSS pixels; marks are links where they are large enough to be hit."""

    name: str
    width: int
    linked: bool

    @property
    def wide(self) -> bool:
        """Whether there is room for larger marks."""
        return self.linked


SIZES = (Size("wide", 528, linked=True), Size("narrow", 328, linked=False))


@dataclass(frozen=True, slots=True)
class Mark:
    """One event of a chart: its page, what it is called (made when it is wanted), its shape, its minutes if known."""

    href: str
    title: Callable[[], str]
    shape: str
    minutes: float | None = None


class Chart(Canvas):
    """One drawing of a chart."""

    def __init__(self, name: str, size: Size, language: Language) -> None:
        super().__init__(f"chart-{size.name}", size.width, language, f"{name}-{size.name}")
        self.size = size

    def event(self, parent: ET.Element, mark: Mark) -> ET.Element:
        """Begin what leads to an event's page, where marks are large enough for it."""
        return self.link(parent, mark.href, mark.title()) if self.size.linked else parent

    def unknown(self, parent: ET.Element, along: float, y: float, width: float, height: float) -> None:
        """Draw a dashed box: what is not known."""
        self.box(parent, "unknown", along + 0.75, y + 0.75, width - 1.5, height - 1.5)

    def open_end(self, parent: ET.Element, along: float, y: float, width: float, height: float) -> None:
        """Draw a dashed box without an end, away from ``along``: there is more, and nobody knows how much."""
        start, end = number(self.x(along)), number(self.x(along + width))
        levels = (number(y + 0.75), number(y + height - 0.75))
        self.path(parent, "unknown", "".join(f"M{start} {level}H{end}" for level in levels))


def drawn(name: str, language: Language, draw: Callable[[Chart], float]) -> Markup:
    """Return a chart in all sizes; ``draw`` draws it and returns its height."""
    drawings = []
    for size in SIZES:
        chart = Chart(name, size, language)
        drawings.append(ET.tostring(chart.finish(draw(chart)), encoding="unicode"))
    return Markup("\n".join(drawings))  # noqa: S704 - a tree's text
