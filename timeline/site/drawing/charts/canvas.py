"""What a chart is drawn on: shapes and texts by their distance from the side where reading starts.

Where a language runs from right to left x is mirrored here, so that no chart knows of directions. Each chart is
drawn once for wide windows and once, smaller, for phones; texts keep their size.
"""

from collections.abc import Callable
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from markupsafe import Markup

from timeline.chronicle.sides import Side
from timeline.site.drawing.marks import number, style_of

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


class Canvas:
    """One drawing of a chart."""

    def __init__(self, name: str, size: Size, *, mirrored: bool) -> None:
        self.name, self.size, self.mirrored = f"{name}-{size.name}", size, mirrored
        hidden = {"aria-hidden": "true", "focusable": "false"}  # what it shows stands in the table below it
        self.root = ET.Element("svg", {"class": f"chart-{size.name}"} | hidden)

    def finish(self, height: float) -> ET.Element:
        """Set the height and return the drawing."""
        measures = {"width": str(self.size.width), "height": number(height)}
        self.root.attrib |= {"viewBox": f"0 0 {self.size.width} {number(height)}"} | measures
        return self.root

    def x(self, along: float) -> float:
        """Return where a distance from the starting side lies."""
        return self.size.width - along if self.mirrored else along

    def group(self, side: Side | None = None) -> ET.Element:
        """Begin a group, in a company's colour."""
        return ET.SubElement(self.root, "g", {"class": style_of(side.lane)} if side else {})

    def link(self, parent: ET.Element, mark: Mark) -> ET.Element:
        """Begin what leads to an event's page, where marks are large enough for it."""
        if not self.size.linked:
            return parent
        link = ET.SubElement(parent, "a", {"href": mark.href, "tabindex": "-1"})
        ET.SubElement(link, "title").text = mark.title()
        return link

    def stripes(self, side: Side) -> None:
        """Define the stripes of the second lane, which tell it from the first where colour does not."""
        measures = {"width": "8", "height": "4", "patternUnits": "userSpaceOnUse"}
        pattern = ET.SubElement(ET.SubElement(self.root, "defs"), "pattern", {"id": f"stripes-{self.name}"} | measures)
        ET.SubElement(pattern, "path", {"class": f"{style_of(side.lane)} fill", "d": "M0 0h8v2H0z"})

    def bar(self, parent: ET.Element, side: Side, along: float, y: float, width: float, height: float) -> None:
        """Draw a filled box: solid in the first lane, striped in the second."""
        box = self._box(parent, along, y, width, height)
        box.set("class", "fill" if side.lane == 1 else "striped")
        if side.lane != 1:
            box.set("fill", f"url(#stripes-{self.name})")

    def dashed(self, parent: ET.Element, along: float, y: float, width: float, height: float) -> None:
        """Draw a dashed box: what is not known."""
        self._box(parent, along + 0.75, y + 0.75, width - 1.5, height - 1.5).set("class", "dashed")

    def open_end(self, parent: ET.Element, along: float, y: float, width: float, height: float) -> None:
        """Draw a dashed box without an end, away from ``along``: there is more, and nobody knows how much."""
        start, end = number(self.x(along)), number(self.x(along + width))
        self.path(parent, "dashed", f"M{start} {number(y + 0.75)}H{end}M{start} {number(y + height - 0.75)}H{end}")

    def _box(self, parent: ET.Element, along: float, y: float, width: float, height: float) -> ET.Element:
        left = self.x(along + width) if self.mirrored else along
        place = {"x": number(left), "y": number(y), "width": number(width), "height": number(height)}
        return ET.SubElement(parent, "rect", place)

    def path(self, parent: ET.Element, style: str, data: str) -> None:
        """Draw a path, whose x are mirrored already."""
        ET.SubElement(parent, "path", {"class": style, "d": data})

    def upright(self, parent: ET.Element, style: str, along: float, top: float, bottom: float) -> None:
        """Draw an upright line."""
        self.path(parent, style, f"M{number(self.x(along))} {number(top)}V{number(bottom)}")

    def level(self, parent: ET.Element, style: str, y: float, inset: int = 0) -> None:
        """Draw a line from side to side."""
        self.path(parent, style, f"M{inset} {number(y)}H{self.size.width - inset}")

    def text(
        self, parent: ET.Element, style: str, along: float, y: float, text: str, anchor: str = "start"
    ) -> ET.Element:
        """Write a text; ``start`` and ``end`` are those of the language."""
        place = {"x": number(self.x(along)), "y": number(y)} | ({"text-anchor": anchor} if anchor != "start" else {})
        written = ET.SubElement(parent, "text", {"class": style} | place)
        written.text = text
        return written


def drawn(name: str, direction: str, draw: Callable[[Canvas], float]) -> Markup:
    """Return a chart in all sizes; ``draw`` draws it and returns its height."""
    drawings = []
    for size in SIZES:
        canvas = Canvas(name, size, mirrored=direction == "rtl")
        drawings.append(ET.tostring(canvas.finish(draw(canvas)), encoding="unicode"))
    return Markup("\n".join(drawings))  # noqa: S704 - a tree's text


def width_of(text: str) -> float:
    """Estimate the width of a text of 13 px: no letter of the site's faces is wider on average."""
    return 7.2 * len(text)
