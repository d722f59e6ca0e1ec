"""What the search box says and draws: one file for each language, fetched when a reader turns to the search."""

import json
from collections.abc import Sequence
from typing import Any, get_args
from xml.etree import ElementTree as ET

from timeline.language import Language
from timeline.record.event import Status
from timeline.site.data.search import FOLDER
from timeline.site.data.ways import Way
from timeline.site.drawing import marks
from timeline.site.parts.html import foreign, macro
from timeline.site.parts.page import Artifact
from timeline.site.settings import Settings

PLAIN = "confirmed"  # what is not doubtful needs no badge


def told(language: Language, settings: Settings, ways: Sequence[Way] = ()) -> Artifact:
    """Return the words and the drawings of the search box in one language, and of some ways those it begins with."""
    content = {
        "words": language.section("search"),
        "reading": language.section("reading"),
        "separator": language.word("separator"),
        "foreign": foreign(language),
        "missing": settings.suggestion,
        "ways": [way for way in ways if way.get("first")],
        "shapes": marks.shapes(),
        "badges": {status: _tree(macro("badge", language)(status)) for status in get_args(Status) if status != PLAIN},
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return Artifact(f"{FOLDER}/box-{language.code}.json", text.encode())


def _tree(html: str) -> list[Any]:
    """Describe a piece of a template as data, of which a script makes elements without reading any HTML."""
    return _described(ET.fromstring(html))  # noqa: S314 - the package's own template


def _described(element: ET.Element) -> list[Any]:
    inside: list[Any] = [(element.text or "").strip()]
    for child in element:
        inside += (_described(child), (child.tail or "").strip())
    return [element.tag, element.attrib, *filter(None, inside)]
