"""Text in drawings: what runs against the direction of the page is set apart, as in HTML.

The style sheet does it by a class: checkers of HTML know no attribute of SVG 2 for it (11.6).
"""

from xml.etree import ElementTree as ET

from timeline.language import Language
from timeline.site.parts.html import runs


def text(parent: ET.Element, words: str, language: Language, **attributes: str) -> ET.Element:
    """Add a line of text to a drawing."""
    named = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
    line = ET.SubElement(parent, "text", named)
    against = "ltr" if language.direction == "rtl" else "rtl"
    last: ET.Element | None = None
    for place, piece in enumerate(runs(words, language)):
        if place % 2:
            last = ET.SubElement(line, "tspan", {"class": f"apart-{against}"})
            last.text = piece
        elif last is None:
            line.text = piece
        else:
            last.tail = piece
    return line
