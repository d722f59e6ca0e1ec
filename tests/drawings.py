"""The drawings of a fixed record as files: in English each in all sizes, in Arabic the widest, one piece a line."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from tests import direct
from tests.every_shape import lay
from timeline.checking.result import check
from timeline.chronicle.chronicle import Chronicle, compile_chronicle
from timeline.values.bilingual import LanguageCode

GOLDEN = Path(__file__).parent / "site" / "drawing" / "golden"

PAGES = {
    "axis": "",
    "length": "events/2024-03-05-alpha-outage/",
    "reports": "events/2024-07-09-alpha-fails/",
    "story": "stories/lights/",
    "stories": "stories/",
    "replay": "stories/lights/replay/",
    "charts": "figures/",
}

_SVG = re.compile(r'<svg class="drawing |<svg |</svg>')


def chronicle(folder: Path) -> Chronicle:
    """Return the record that is drawn."""
    checked = check(lay(folder))
    assert () == checked.problems
    return compile_chronicle(checked.record)


def _svgs(html: str) -> Iterator[str]:
    """Yield the drawings of a page, which may have others within them."""
    begun, depth = -1, 0
    for tag in _SVG.finditer(html):
        if begun < 0 and not tag.group().startswith('<svg class="drawing'):
            continue
        begun = tag.start() if begun < 0 else begun
        depth += -1 if tag.group() == "</svg>" else 1
        if depth == 0:
            yield html[begun : tag.end()]
            begun = -1


def drawn(found: Chronicle, name: str, code: LanguageCode) -> str:
    """Return the drawings of a page."""
    drawings = [ET.fromstring(svg) for svg in _svgs(direct.page(found, code, PAGES[name]))]
    if code == "ar":
        drawings = [one for one in drawings if one.get("class", "").endswith(("-wide", "-w", "-upright", "-level"))]
    for one in drawings:
        ET.indent(one, " ")
    return "\n".join(ET.tostring(one, encoding="unicode") for one in drawings) + "\n"
