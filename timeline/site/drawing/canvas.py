"""What every drawing is drawn on: shapes and texts by their distance from the side where reading starts.

Where a language runs from right to left x is mirrored here, and nowhere else, so that no drawing knows of directions.
Text that runs against the direction of the page is set apart here too: the style sheet does it by a class, since
checkers of HTML know no attribute of SVG 2 for it (11.6). No text is shifted by ``dx``, which WebKit takes for a new
beginning of the line where text runs from right to left.
"""

from typing import TypeAlias
from xml.etree import ElementTree as ET

from timeline.language import Language
from timeline.site.drawing import marks
from timeline.site.drawing.letters import Face, room_of
from timeline.site.drawing.marks import number
from timeline.site.parts.html import runs

# The stripes of the second lane, which tell it from the first where colour does not: their height and their distance.
STRIPE, PITCH = 2, 3.4

# The class of what runs against a direction.
AGAINST = {"ltr": "apart-rtl", "rtl": "apart-ltr"}

# Between a name and what is said of it on the same line.
GAP = 8


Kind: TypeAlias = tuple[str, Face, float]


class Canvas:
    """One drawing; ``name`` is its class in the style sheet, ``key`` tells it from all others of a page."""

    def __init__(self, name: str, width: float, language: Language, key: str = "", **attributes: str) -> None:
        self.width, self.language, self.key = width, language, key or name
        self.mirrored = language.direction == "rtl"
        named = {key.replace("_", "-"): value for key, value in attributes.items()}
        self.root = ET.Element("svg", {"class": f"drawing {name}", "aria-hidden": "true"} | named)

    def finish(self, height: float) -> ET.Element:
        """Set the height and return the drawing."""
        measures = {"width": number(self.width), "height": number(height)}
        self.root.attrib |= {"viewBox": f"0 0 {number(self.width)} {number(height)}"} | measures
        return self.root

    def x(self, along: float) -> float:
        """Return where a distance from the starting side lies."""
        return self.width - along if self.mirrored else along

    def group(self, lane: int | None = None) -> ET.Element:
        """Begin a group, in a lane's colours."""
        return ET.SubElement(self.root, "g", {} if lane is None else {"class": marks.style_of(lane)})

    def link(self, parent: ET.Element, href: str, title: str) -> ET.Element:
        """Begin what leads somewhere; the keyboard does not stop at it by itself."""
        made = ET.SubElement(parent, "a", {"href": href, "tabindex": "-1"})
        ET.SubElement(made, "title").text = title
        return made

    def path(self, parent: ET.Element, style: str, data: str) -> ET.Element:
        """Draw a path, whose x are mirrored already."""
        return ET.SubElement(parent, "path", {"class": style, "d": data})

    def mark(self, parent: ET.Element, shape: str, along: float, y: float, r: float, way: int) -> None:
        """Draw a mark of half-size ``r``."""
        for style, data in marks.mark(shape, self.x(along), y, r, way):
            self.path(parent, style, data)

    def lying_mark(self, parent: ET.Element, shape: str, along: float, y: float, r: float, way: int) -> None:
        """Draw a mark on its side; ``way`` is 1 where it points on in the direction of reading, -1 where back."""
        for style, data in marks.mark(shape, self.x(along), y, r, -way if self.mirrored else way, lying=True):
            self.path(parent, style, data)

    def upright(self, parent: ET.Element, style: str, along: float, top: float, bottom: float) -> None:
        """Draw an upright line."""
        self.path(parent, style, f"M{number(self.x(along))} {number(top)}V{number(bottom)}")

    def level(self, parent: ET.Element, style: str, y: float, inset: float = 0) -> None:
        """Draw a line from side to side."""
        self.path(parent, style, f"M{number(inset)} {number(y)}H{number(self.width - inset)}")

    def stretch(self, parent: ET.Element, style: str, start: float, end: float, y: float) -> None:
        """Draw a level line from one distance to another."""
        self.path(parent, style, f"M{number(self.x(start))} {number(y)}H{number(self.x(end))}")

    def box(self, parent: ET.Element, style: str, along: float, y: float, width: float, height: float) -> ET.Element:
        """Draw a box from a distance on; one of a negative height stands on ``y``."""
        left, top = self.x(along + width if self.mirrored else along), min(y, y + height)
        place = {"x": number(left), "y": number(top), "width": number(width), "height": number(abs(height))}
        return ET.SubElement(parent, "rect", {"class": style} | place)

    def box_path(self, along: float, y: float, width: float, height: float) -> str:
        """Return the path of a box, which may be a part of a larger one."""
        left = number(self.x(along + width if self.mirrored else along))
        return f"M{left} {number(y)}v{number(height)}h{number(width)}v{number(-height)}z"

    def bar(self, parent: ET.Element, lane: int, along: float, y: float, width: float, height: float) -> None:
        """Draw a filled box in a lane's way: striped in the second lane, solid in all others."""
        self.filled(self.box(parent, "solid", along, y, width, height), lane)

    def filled(self, piece: ET.Element, lane: int) -> None:
        """Fill a piece in a lane's way."""
        if lane == 2:
            piece.attrib |= {"class": "striped", "fill": f"url(#{self._stripes()})"}

    def _stripes(self) -> str:
        """Return the id of the pattern of stripes, which is defined at its first use."""
        name = f"stripes-{self.key}"
        if self.root.find("defs") is None:
            self._define(name)
        return name

    def _define(self, name: str) -> None:
        measures = {"width": "8", "height": str(PITCH), "patternUnits": "userSpaceOnUse"}
        self.root.insert(0, ET.Element("defs"))
        pattern = ET.SubElement(self.root[0], "pattern", {"id": name} | measures)
        self.path(pattern, "ground", f"M0 0h8v{PITCH}H0z")
        self.path(pattern, f"{marks.style_of(2)} solid", f"M0 0h8v{STRIPE}H0z")

    def text(
        self, parent: ET.Element, style: str, along: float, y: float, words: str, anchor: str = "start"
    ) -> ET.Element:
        """Write a line of text; ``start`` and ``end`` are those of the language."""
        place = {"x": number(self.x(along)), "y": number(y)} | ({"text-anchor": anchor} if anchor != "start" else {})
        line = ET.SubElement(parent, "text", {"class": style} | place)
        last: ET.Element | None = None
        for number_, piece in enumerate(runs(words, self.language)):
            if number_ % 2:
                last = ET.SubElement(line, "tspan", {"class": AGAINST[self.language.direction]})
                last.text = piece
            elif last is None:
                line.text = piece
            else:
                last.tail = piece
        return line

    def named(self, parent: ET.Element, name: str, said: str, along: float, y: float, kind: Kind) -> None:
        """Write a name and, behind it, what is said of it; ``kind`` is the name's class, face and size."""
        style, face, size = kind
        self.text(parent, style, along, y, name)
        self.text(parent, "soft", along + room_of(name, face, size) + GAP, y, said)
