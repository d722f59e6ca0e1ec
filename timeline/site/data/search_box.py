"""What the search box says and draws in one language: a part of what the search begins with."""

from typing import Any, get_args
from xml.etree import ElementTree as ET

from timeline.language import Language
from timeline.record.event import Status
from timeline.site.drawing import marks
from timeline.site.parts.html import foreign, macro
from timeline.site.settings import Settings

PLAIN = "confirmed"  # what is not doubtful needs no badge


def told(language: Language, settings: Settings) -> dict[str, Any]:
    """Return the words and the drawings of the search box in one language."""
    return {
        "words": language.section("search"),
        "reading": language.section("reading"),
        "separator": language.word("separator"),
        "foreign": foreign(language),
        "missing": settings.suggestion,
        "shapes": marks.shapes(),
        "badges": {status: _tree(macro("badge", language)(status)) for status in get_args(Status) if status != PLAIN},
    }


def _tree(html: str) -> list[Any]:
    """Describe a piece of a template as data, of which a script makes elements without reading any HTML."""
    return _described(ET.fromstring(html))  # noqa: S314 - the package's own template


def _described(element: ET.Element) -> list[Any]:
    inside: list[Any] = [(element.text or "").strip()]
    for child in element:
        inside += (_described(child), (child.tail or "").strip())
    return [element.tag, element.attrib, *filter(None, inside)]
