"""Light stemming of English, by rules of endings.

The twin of timeline/search/english.js.
"""

import re
from typing import Any

from timeline.search.terms import Terms, add

_LATIN = re.compile("[a-z0-9]")
_DIGIT = re.compile("[0-9]")


def is_latin(word: str) -> bool:
    """Say whether a folded word is written in Latin letters or digits."""
    return _LATIN.match(word) is not None


class English:
    """Stems words of English."""

    def __init__(self, spec: dict[str, Any], weights: dict[str, float]) -> None:
        self._spec, self._weights = spec, weights
        self._stops = frozenset(spec["stops"].split())
        self._kept = frozenset(spec["kept"].split())
        self._irregular: dict[str, str] = spec["irregular"]
        self._twice, self._doubled = re.compile(spec["twice"]), re.compile(spec["doubled"])
        self._vowel = re.compile(spec["vowel"])

    def forms(self, word: str) -> list[str]:
        """Return the word without a possessive ending."""
        return [word.removesuffix("'s").replace("'", "")]

    def is_stop(self, word: str) -> bool:
        """Say whether a word says nothing by itself."""
        return word in self._stops

    def terms(self, forms: list[str]) -> Terms:
        """Return the word, its stem, and what that is derived from."""
        word = forms[0]
        stem = self.stem(word)
        terms = {word: self._weights["surface"]}
        add(terms, stem, self._weights["stem"])
        shorter, found = self._cut("derived", stem)
        if found and self._kept.isdisjoint((word, stem)):
            add(terms, self._closed(shorter), self._weights["derived"])
        return terms

    def stem(self, word: str) -> str:
        """Return what the word has in common with its other forms."""
        if len(word) < 3 or len(word) > self._spec["longest"] or _DIGIT.search(word):
            return word
        if word in self._kept:
            return self._closed(word)
        stem = self._irregular.get(word) or self._uninflected(self._cut("plurals", word)[0])
        return self._closed(self._cut("endings", stem)[0])

    def _uninflected(self, word: str) -> str:
        if word in self._kept:
            return word
        stem, found = self._cut("inflections", word)
        if not found or stem == word or not self._vowel.search(stem):
            return word
        return stem[:-1] if self._doubled.search(stem) else stem

    def _cut(self, name: str, word: str) -> tuple[str, bool]:
        """Put what the first rule that fits says instead of the word's ending, if enough is left before it."""
        for ending, instead, least in self._spec[name]:
            if word.endswith(ending) and len(word) - len(ending) >= least:
                return word[: len(word) - len(ending)] + instead, True
        return word, False

    def _closed(self, stem: str) -> str:
        """Leave off a silent letter at the end, and write y and i alike there."""
        if len(stem) > 3 and stem[-1] == "e":
            stem = stem[:-1]
        elif len(stem) > 2 and stem[-1] == "y":
            stem = stem[:-1] + "i"
        return stem[:-1] if len(stem) > 4 and self._twice.search(stem) else stem
