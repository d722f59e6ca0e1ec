"""Spellings: the words that the record has, by their beginnings, their endings, their frames and their sounds.

Whoever mistypes one letter leaves the first two letters of a word whole or the last two, so a small part of one of
the two lists holds what was meant; or of a short word the first and the last, which are its frame.
"""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from timeline.search.english import is_latin
from timeline.search.normaliser import Normaliser

SHORTEST = 3
SHORT = 4
CLOSE = 0.8  # the weight of a word's stem, and of what it names
# So many sounds tell any word from others, and fewer a name. With yet fewer an English word is known to those alone who
# write down in Arabic letters what they hear: «فايت» for "fight".
TELLING = 4
TELLING_NAME = 3
HEARD = "/en"
NAMES = ("@people/", "@companies/", "@platforms/")

Value: TypeAlias = int | tuple[int, str]
Sounding: TypeAlias = list[tuple[str, list[str]]]


class Spellings:
    """The words of a record without their clitics, each with a number of events that have it.

    ``others`` are words that it has not but that are understood, and mistyped like any other word.
    """

    def __init__(
        self, normaliser: Normaliser, raws: Iterable[str], count: Callable[[str], int], others: Iterable[str] = ()
    ) -> None:
        self._normaliser = normaliser
        self._written: dict[str, str] = {}
        self._stems: dict[str, str] = {}
        self._counts: dict[str, int] = {}
        for raw in sorted(raws):
            for form in normaliser.forms(raw)[:1]:
                self._written.setdefault(form, self._ending(raw, form))
        for word in sorted(self._written, key=lambda word: (len(word), word)):
            close = [term for term, weight in normaliser.word(word) if weight >= CLOSE]
            number = max(map(count, close), default=0)
            for term in close:
                if len(term) >= SHORTEST and term.isalpha():
                    self._counts[term] = max(number, self._counts.get(term, 0))
                    if is_latin(term):  # an English stem is often no word: "sorri"
                        self._stems.setdefault(term, self._written[word])
        for raw in others:
            for form in normaliser.forms(raw)[:1]:
                if len(form) >= SHORTEST:
                    self._counts.setdefault(form, 1)

    def _ending(self, raw: str, form: str) -> str:
        """Return how the record writes a form, which may stand behind other letters there."""
        ending = raw[-len(form) :].lower()
        return ending if self._normaliser.forms(ending)[:1] == [form] else form

    def marks(self, terms: Iterable[str]) -> str:
        """Return 1 for each term that is itself a word of the record, and 0 for a stem or anything else."""
        return "".join("1" if term in self._written else "0" for term in terms)

    def _value(self, word: str) -> Value:
        """Return the number of events that have a word, and how it is written where that is not as it is folded."""
        written = self._written.get(word) or self._stems.get(word, word)
        return self._counts[word] if written == word else (self._counts[word], written)

    @property
    def words(self) -> list[tuple[str, Value]]:
        """The words in their order, with their numbers of events."""
        return [(word, self._value(word)) for word in sorted(self._counts)]

    @property
    def endings(self) -> list[tuple[str, Value]]:
        """The same by their endings: each word backwards."""
        return sorted((word[::-1], self._value(word)) for word in self._counts)

    @property
    def frames(self) -> list[tuple[str, list[tuple[str, Value]]]]:
        """The short words by their first and last letters."""
        found: dict[str, list[tuple[str, Value]]] = {}
        for word, value in self.words:
            if len(word) <= SHORT:
                found.setdefault(word[0] + word[-1], []).append((word, value))
        return sorted(found.items())

    @property
    def sounds(self) -> Sounding:
        """The words by how they sound; English ones of few sounds have a mark."""
        found: dict[str, list[str]] = {}
        for word in sorted(self._counts):
            sound = self._normaliser.sound(word)
            if len(sound) >= TELLING or (len(sound) >= TELLING_NAME and self._is_name(word)):
                found.setdefault(sound, []).append(word)
            elif sound and is_latin(word):
                found.setdefault(f"{sound}{HEARD}", []).append(word)
        return sorted(found.items())

    def _is_name(self, word: str) -> bool:
        return any(term.startswith(NAMES) for term, _ in self._normaliser.word(word))
