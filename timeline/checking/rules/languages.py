"""What is said to be in a language is in its script."""

import re
import unicodedata
from collections.abc import Iterator

from timeline.language import direction
from timeline.reading.diagnostics import Diagnostic
from timeline.reading.reader import Step
from timeline.record.event import Event
from timeline.record.record import EventFile, Record
from timeline.values.bilingual import LOOK_ALIKES

_LEFT, _RIGHT = "ltr", "rtl"
_DIRECTIONS = {"L": _LEFT, "R": _RIGHT, "AL": _RIGHT}  # by the bidirectional classes of letters (UAX #9)

# Words that hardly any English sentence does without, and that few others have; without them nothing is proposed.
_ENGLISH = re.compile(
    r"\b(?:the|and|of|for|with|after|says?|are|was|were|has|have|is|its|down|you|not)\b", re.IGNORECASE
)
_NOT_ARABIC = frozenset("پچژگ").union(LOOK_ALIKES["ar"])


def check(file: EventFile, _: Record) -> Iterator[Diagnostic]:
    """Report words, none of whose letters belongs to the language that is written beside them."""
    for path, text, tag in _spoken(file.event):
        if way := _other_way(text, tag):
            yield file.problem("T120", *path, "lang", found=tag, text=text, suggestion=_guessed(text, way))
    for path, text, tag in _translated(file.event):
        if _other_way(text, tag):
            yield file.problem("T120", *path, found=tag, text=text)


def _other_way(text: str, tag: str) -> str | None:
    """Return the direction of all letters of a text, if it is not that of a language."""
    ways = {way for letter in set(text) if (way := _DIRECTIONS.get(unicodedata.bidirectional(letter)))}
    return ways.pop() if len(ways) == 1 and direction(tag) in {_LEFT, _RIGHT} - ways else None


def _guessed(text: str, way: str) -> str | None:
    """Return the language that words are most likely in, where they show it."""
    if way == _RIGHT:
        return None if _NOT_ARABIC.intersection(text) else "ar"
    return "en" if _ENGLISH.search(text) else None


def _spoken(event: Event) -> Iterator[tuple[tuple[Step, ...], str, str]]:
    """Yield all words that are others', with their place and their language."""
    for key, source in event.sources.items():
        if source.headline:
            yield ("sources", key), source.headline, source.lang
    for name in ("quotes", "misattributed"):
        for i, words in enumerate(getattr(event, name)):
            yield (name, i), words.text, words.lang


def _translated(event: Event) -> Iterator[tuple[tuple[Step, ...], str, str]]:
    """Yield this record's translations of such words."""
    for name in ("quotes", "misattributed"):
        for i, words in enumerate(getattr(event, name)):
            yield from (((name, i, "translation", code), text, code) for code, text in words.translation.items())
