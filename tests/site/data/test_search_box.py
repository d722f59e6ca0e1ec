"""What the search box is told: the words that it says, and the drawings of every kind of entry, as data."""

import json
import re
from collections.abc import Iterator
from typing import Any, get_args

import pytest

from tests import direct
from tests.built import PACKAGE
from timeline.language import language
from timeline.record.event import Status
from timeline.record.vocabulary import Shape
from timeline.site.data import search_box
from timeline.site.parts.html import macro
from timeline.values.bilingual import LANGUAGES, LanguageCode

# The scripts that write words.
SCRIPTS = [PACKAGE / "search" / "browser" / name for name in ("box.js", "panel.js", "results.js")]

every_language = pytest.mark.parametrize("code", LANGUAGES)


def told(code: LanguageCode) -> dict[str, Any]:
    """Read what the box is told in a language."""
    content: dict[str, Any] = json.loads(json.dumps(search_box.told(language(code), direct.settings())))
    return content


def written(described: list[Any]) -> str:
    """Write a description as the element that it describes."""
    name, attributes, *inside = described
    opened = "".join(f' {key}="{value}"' for key, value in attributes.items())
    return f"<{name}{opened}>{''.join(one if isinstance(one, str) else written(one) for one in inside)}</{name}>"


def plain(html: str) -> str:
    """Write a piece of a template without the freedom that it has: `<x/>` as `<x></x>`, one space after a name."""
    return re.sub(r"\s+(?=>)", "", re.sub(r"<(\w+)([^<>]*)/>", r"<\1\2></\1>", str(html))).strip()


def said() -> Iterator[str]:
    """Yield the words that the scripts of the box name."""
    for script in SCRIPTS:
        yield from re.findall(r"(?<!/)\bwords\.(\w+)", script.read_text("utf-8"))


@every_language
def test_words(code: LanguageCode) -> None:
    """The box is told every word that it says, and no other."""
    assert set(said()) == set(told(code)["words"])


@every_language
def test_shapes(code: LanguageCode) -> None:
    """The box is told every shape that a kind of entry, or a debunked claim, can have."""
    assert {*get_args(Shape), "striped-bar", "struck"} <= set(told(code)["shapes"])


@every_language
def test_badges(code: LanguageCode) -> None:
    """Every status that says doubt has its badge; what is confirmed has none."""
    badges = told(code)["badges"]
    assert set(get_args(Status)) - {"confirmed"} == set(badges)
    for status, described in badges.items():
        assert plain(macro("badge", language(code))(status)) == written(described)
