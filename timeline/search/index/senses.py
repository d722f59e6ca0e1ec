"""Senses: words that say much the same, in both languages, so that an event is found by those that it has not."""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from importlib.resources import files

from timeline.search.normaliser import Normaliser
from timeline.search.terms import Weighted

CLOSE = 0.75  # a form of a word is the word, if it has as much of it: not a root alone
ALIKE = "~"  # marks a term that stands for words of the same sense


@lru_cache(maxsize=1)
def _read() -> Mapping[str, str]:
    read: dict[str, str] = json.loads(files("timeline.search").joinpath("senses.json").read_text("utf-8"))
    return read


class Senses:
    """The words of each sense, by the terms of any of them."""

    def __init__(self, normaliser: Normaliser, senses: Iterable[str] | None = None) -> None:
        self._normaliser = normaliser
        self._terms: list[Weighted] = []
        self._of: dict[str, set[int]] = {}
        self._words: list[list[str]] = []
        for number, words in enumerate(_read().values() if senses is None else senses):
            self._words.append(words.split())
            terms = dict(pair for word in words.split() for pair in self._close(word))
            self._terms.append(tuple((f"{term}{ALIKE}", share) for term, share in terms.items()))
            for term in terms:
                self._of.setdefault(term, set()).add(number)

    def _close(self, word: str) -> Iterator[tuple[str, float]]:
        return ((term, share) for term, share in self._normaliser.word(word) if share >= CLOSE and term.isalpha())

    def of(self, word: str) -> frozenset[int]:
        """Return the numbers of the senses that a word has."""
        return frozenset(one for term, _ in self._close(word) for one in self._of.get(term, ()))

    def words(self, sense: int) -> list[str]:
        """Return the words of a sense."""
        return self._words[sense]

    def terms(self, sense: int) -> Weighted:
        """Return the terms of all words of a sense, with their shares of the weight of one."""
        return self._terms[sense]
