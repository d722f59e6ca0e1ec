"""Slips of the hand in a word of a query: a letter left out, put in, exchanged or swapped, or its end not yet typed."""

import re
from collections.abc import Callable
from random import Random
from typing import TypeAlias

Vary: TypeAlias = Callable[[str, Random], str]

SHORTEST = 5  # letters of a word
_WORD = re.compile(r"(?<!\S)[^\W\d_]{5,}(?!\S)")
_ALPHABETS = ("abcdefghijklmnopqrstuvwxyz", "ابتثجحخدذرزسشصضطظعغفقكلمنهوي")


def half_typed(left: int) -> Vary:
    """Return what leaves out so many letters at the end of the last word."""

    def vary(text: str, _: Random) -> str:
        words = list(_WORD.finditer(text))
        return text[:-left] if words and words[-1].end() == len(text) else text

    return vary


def _in_one_word(slip: Callable[[str, int, Random], str]) -> Vary:
    """Return what makes a slip at any place of any word that is long enough."""

    def vary(text: str, chance: Random) -> str:
        words = list(_WORD.finditer(text))
        if not words:
            return text
        word = chance.choice(words)
        at = chance.randrange(len(word[0]))
        return text[: word.start()] + slip(word[0], at, chance) + text[word.end() :]

    return vary


def _letter(word: str, at: int, chance: Random) -> str:
    alphabet = _ALPHABETS[not word[at].isascii()]
    return chance.choice([letter for letter in alphabet if letter != word[at].lower()])


def _exchanged(word: str, at: int, chance: Random) -> str:
    return word[:at] + _letter(word, at, chance) + word[at + 1 :]


def _left_out(word: str, at: int, _: Random) -> str:
    return word[:at] + word[at + 1 :]


def _put_in(word: str, at: int, chance: Random) -> str:
    return word[:at] + chance.choice([word[at], _letter(word, at, chance)]) + word[at:]


def _swapped(word: str, at: int, _: Random) -> str:
    """Swap two neighbours; of equal ones nothing would be seen, so the next that differ."""
    pairs = [place for place in range(len(word) - 1) if word[place] != word[place + 1]]
    first = min(pairs, key=lambda place: abs(place - at))
    return word[:first] + word[first + 1] + word[first] + word[first + 2 :]


SLIPS: dict[str, Vary] = {
    "one letter exchanged": _in_one_word(_exchanged),
    "one letter left out": _in_one_word(_left_out),
    "one letter put in": _in_one_word(_put_in),
    "two letters swapped": _in_one_word(_swapped),
}
