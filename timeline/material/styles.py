"""Material's style rules, cut to what a page uses: of 150 KB some tenth is left."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import tinycss2
from tinycss2.ast import AtRule, LiteralToken, Node, QualifiedRule

from timeline.material.place import text

_SHEET = "assets/stylesheets/main.*.min.css"

# The class in which Material sets text. What it says of headings, links and the text itself is for the page to say.
TYPESET = "md-typeset"
_OF_THE_PAGE = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "a", "small"})

# A custom property in whose lengths Material's proportions are kept, whatever the size of a page's text.
UNIT = "--md-rem"

# Custom properties for the colours that Material has for each kind of admonition, and for the faint ones behind words.
COLOUR, TINT = "--md-kind-color", "--md-kind-tint"

_LENGTH = re.compile(r"(?<![\w.])(-?\d*\.?\d+)rem\b")
_COLOUR = re.compile(r"#[0-9a-f]{6}(1a)?\b")
_ATTRIBUTE = re.compile(r"\[([\w-]+)")
_PROPERTY = re.compile(r"var\((--[\w-]+)")
_DIRECTION = re.compile(r'\[dir="?(\w+)"?\]')
_PLACE = re.compile(r":nth-child\((\d+)\)")
_NEGATION = re.compile(r":not\([^()]*\)")


@dataclass(frozen=True)
class Used:
    """What a page is made of: elements, classes, attributes, and how many tabs its largest set of them has."""

    elements: frozenset[str]
    classes: frozenset[str]
    attributes: frozenset[str]
    tabs: int = 0


def rules(used: Used, direction: str) -> str:
    """Return the rules that concern a page, in lengths and colours that are the page's to set."""
    kept = "".join(_cut(_sheet(), used, direction))
    coloured = _COLOUR.sub(lambda found: f"var({TINT if found[1] else COLOUR})", kept)
    return _LENGTH.sub(rf"calc(\1*var({UNIT}))", coloured)


def properties(sheet: str) -> str:
    """Return the custom properties that a style sheet asks for and does not set itself, as a rule."""
    known, asked, kept = _properties(), set(_PROPERTY.findall(sheet)), dict[str, str]()
    while missing := sorted(name for name in asked - kept.keys() if name in known and f"{name}:" not in sheet):
        kept |= {name: known[name] for name in missing}
        asked = {name for value in kept.values() for name in _PROPERTY.findall(value)}
    inside = ";".join(f"{name}:{value}" for name, value in sorted(kept.items()))
    return f":root{{{inside}}}" if inside else ""


@cache
def _sheet() -> Sequence[Node]:
    # Browsers know by themselves which focus is to be seen, and none of Material's scripts run.
    written = text(_SHEET).replace(".focus-visible", ":focus-visible").replace(".no-js ", "")
    return tinycss2.parse_stylesheet(written, skip_comments=True, skip_whitespace=True)


@cache
def _properties() -> dict[str, str]:
    """Return what Material sets for every page, by name; what it sets for dark pages is left to the page's colours."""
    found: dict[str, str] = {}
    for rule in _sheet():
        if isinstance(rule, QualifiedRule) and ":root" in tinycss2.serialize(rule.prelude).split(","):
            for one in tinycss2.parse_declaration_list(rule.content, skip_comments=True, skip_whitespace=True):
                if one.type == "declaration" and one.name.startswith("--"):
                    found[one.name] = tinycss2.serialize(one.value)
    return found


def _cut(nodes: Iterable[Any], used: Used, direction: str) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, QualifiedRule):
            kept = [one for one in _selectors(node.prelude) if _concerns(one, used, direction)]
            if kept:
                yield f"{','.join(kept)}{{{tinycss2.serialize(node.content)}}}"
        elif isinstance(node, AtRule) and node.lower_at_keyword == "media" and node.content:
            within = "".join(_cut(tinycss2.parse_rule_list(node.content), used, direction))
            if within:
                yield f"@media{tinycss2.serialize(node.prelude)}{{{within}}}"


def _selectors(prelude: Iterable[Node]) -> Iterator[str]:
    """Yield the selectors of a list of them; a comma within brackets parts nothing."""
    piece: list[Node] = []
    for token in prelude:
        if isinstance(token, LiteralToken) and token.value == ",":
            yield tinycss2.serialize(piece).strip()
            piece = []
        else:
            piece.append(token)
    yield tinycss2.serialize(piece).strip()


def _concerns(selector: str, used: Used, direction: str) -> bool:
    """Say whether a selector can match something on a page of a direction."""
    asked = set(_DIRECTION.findall(selector))
    places = [int(place) for place in _PLACE.findall(selector)] if "tabbed" in selector else []
    if asked - {direction} or any(place > used.tabs for place in places):
        return False
    if not set(_ATTRIBUTE.findall(_NEGATION.sub("", selector))) <= used.attributes | {"dir"}:
        return False
    plain = re.sub(r"\[[^\]]*\]|::?[\w-]+(\([^()]*\))?", "", _NEGATION.sub("", selector))
    classes = set(re.findall(r"\.([\w-]+)", plain))
    elements = set(re.findall(r"(?<![\w.#-])([a-z][a-z0-9]*)", plain)) - {"html"}
    if not classes or "#" in plain or plain.strip() == f".{TYPESET}":
        return False
    if classes == {TYPESET} and elements & _OF_THE_PAGE:
        return False
    return classes <= used.classes and elements <= used.elements
