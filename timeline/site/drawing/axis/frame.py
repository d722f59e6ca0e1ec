"""What a drawing of the axis stands on: its lines, its scales and its texts."""

import math
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from timeline.site.drawing.axis.notes import Placed
from timeline.site.drawing.axis.sizes import Size
from timeline.site.drawing.marks import number, style_of

# Lengths on the scale, in minutes: from the shortest bar to the longest.
LOW, HIGH = 10, 780
GUIDES = {"h1": 60, "h4": 240, "h12": 720}

# The id of the pattern that tells the second lane from the first where colour does not.
STRIPES = "stripes"

# Keeps the last letter of a name from being joined to what follows.
APART = "\u00a0"

# From one line of a note to the next.
LINE = 17


@dataclass(frozen=True, slots=True)
class Labels:
    """The texts of an axis: each lane's name, short name and count; and the hours by guide."""

    lanes: dict[int, tuple[str, str, str]]
    hours: dict[str, str]


def height(minutes: float, size: Size) -> float:
    """Return the height of an outage's bar."""
    share = math.log(min(max(minutes, LOW), HIGH) / LOW) / math.log(HIGH / LOW)
    return max(4.0, size.bars * share)


def path(parent: ET.Element, name: str, data: str) -> ET.Element:
    """Add a path of a class."""
    return ET.SubElement(parent, "path", {"class": name, "d": data})


def link(parent: ET.Element, href: str, title: str) -> ET.Element:
    """Add a link with a name, which the keyboard does not stop at by itself."""
    made = ET.SubElement(parent, "a", {"href": href, "tabindex": "-1"})
    ET.SubElement(made, "title").text = title
    return made


def count(parent: ET.Element, x: float, y: float, value: int) -> None:
    """Add the number of a counted mark; one of debunked claims alone has none."""
    ET.SubElement(parent, "text", {"class": "num", "x": number(x), "y": number(y)}).text = str(value or "")


class Ground:
    """The root of a drawing, and what is drawn in it whatever the record holds."""

    def __init__(self, size: Size, years: range, labels: Labels, mirrored: bool) -> None:
        self.size, self.years, self.labels, self.mirrored = size, years, labels, mirrored
        attributes = {
            "class": f"axis-{size.name}",
            "viewBox": f"0 0 {size.width} {size.height}",
            "width": str(size.width),
            "height": str(size.height),
            "data-lines": f"{size.upper} {size.lower}",
            "aria-hidden": "true",
        }
        self.root = ET.Element("svg", attributes)
        if size.linked:
            self._pattern()

    def x(self, time: float) -> float:
        """Return where a time lies."""
        along = (time - self.years.start) * self.size.width / len(self.years)
        return self.size.width - along if self.mirrored else along

    def grid(self) -> None:
        """Draw a line for each year and for some lengths."""
        size = self.size
        uprights = (
            f"M{number(self.x(y))} {size.top}V{size.foot}" for y in range(self.years.start, self.years.stop + 1)
        )
        path(self.root, "grid", "".join(uprights))
        levels = [height(minutes, size) for minutes in GUIDES.values()]
        lines = (f"M0 {number(size.upper - v)}H{size.width}M0 {number(size.lower + v)}H{size.width}" for v in levels)
        path(self.root, "guide", "".join(lines))

    def texts(self) -> None:
        """Write the lanes' names and counts, the hours and, where nothing else has them, the years."""
        size = self.size
        edge = size.width if self.mirrored else 0
        self._lanes(edge - 2 if self.mirrored else 2)
        for key, minutes in GUIDES.items():
            for y in (size.upper - height(minutes, size) - 3, size.lower + height(minutes, size) - 4):
                self._text("soft hour", edge, y, self.labels.hours[key])
        if size.years:
            for year in range(self.years.start + -self.years.start % 5, self.years.stop, 5):
                text = self._text("soft", self.x(year + 0.5), size.foot + size.bottom - 5, str(year))
                text.set("text-anchor", "middle")

    def note(self, placed: Placed, length: float, *, dashed: bool) -> None:
        """Write a note and draw its pin, from the tip of what it names."""
        size, note = self.size, placed.note
        x, at = (size.width - u if self.mirrored else u for u in (placed.along, placed.text))
        lines = [(name, text) for name, text in (("strong", note.head), ("soft", note.line)) if text]
        first = 15.0 if note.above else size.foot + 22
        ends = (5.0, first + 6 + LINE * (len(lines) - 1)) if note.above else (size.foot + 40.0, first - 13)
        tip = size.upper - length - 2 if note.above else size.lower + length + 2
        path(self.root, "pin-dash" if dashed else "pin", f"M{number(x)} {number(ends[placed.across])}V{number(tip)}")
        for place, (name, text) in enumerate(lines):
            written = self._text(name, at, first + LINE * place, text)
            if placed.backwards:
                written.set("text-anchor", "end")

    def _pattern(self) -> None:
        pattern = {"id": STRIPES, "width": "8", "height": "3.4", "patternUnits": "userSpaceOnUse"}
        parent = ET.SubElement(ET.SubElement(self.root, "defs"), "pattern", pattern)
        path(parent, "ground", "M0 0h8v3.4H0z")
        path(parent, f"{style_of(2)} stripe", "M0 0h8v2H0z")

    def _lanes(self, edge: int) -> None:
        size = self.size
        places = {1: size.upper + 24, 0: size.upper + size.strip / 2 + 7, 2: size.lower - 12}
        for lane, y in places.items():
            name, short, counted = self.labels.lanes[lane]
            kind = f"lane {style_of(lane)}" if lane else "lane"
            text = self._text(kind, edge, y, (short if size.years else name) + APART)
            ET.SubElement(text, "tspan", {"class": "count", "dx": "-4" if self.mirrored else "4"}).text = counted

    def _text(self, name: str, x: float, y: float, text: str) -> ET.Element:
        made = ET.SubElement(self.root, "text", {"class": name, "x": number(x), "y": number(y)})
        made.text = text
        return made
