"""Folding: one spelling for what is written in many ways, and the words of a text.

Whatever depends on a version of Unicode is kept out: characters are folded one by one, and only those of the ranges
that the specification allows; every other character divides words as a space does.

The twin of timeline/search/folding.js.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

_ASCII = re.compile("[a-z0-9]+")


def _span(written: str) -> range:
    first, last = written.split("-")
    return range(int(first, 16), int(last, 16) + 1)


def _characters(ranges: Iterable[str]) -> set[str]:
    return {chr(point) for written in ranges for point in _span(written)}


def _class(characters: Iterable[str]) -> str:
    """Return the inside of a character class, with neighbours as ranges."""
    runs: list[list[int]] = []
    for point in sorted(map(ord, characters)):
        if runs and runs[-1][1] == point - 1:
            runs[-1][1] = point
        else:
            runs.append([point, point])
    return "".join(f"\\u{first:04x}-\\u{last:04x}" for first, last in runs)


class Folding:
    """Folds words, and finds them in texts."""

    def __init__(self, spec: dict[str, Any]) -> None:
        self._dropped = _characters(spec["dropped"])
        self._arabic = _characters(spec["arabic"])
        self._letters: dict[str, str] = dict(spec["letters"])
        self._letters |= {chr(int(zero, 16) + digit): str(digit) for zero in spec["digits"] for digit in range(10)}
        self._apostrophes = spec["apostrophes"]
        self._table = {ord(one): "" for one in self._dropped}
        self._table |= {ord(one): "" for one in spec["thousands"]}
        self._table |= {ord(one): "'" for one in self._apostrophes}
        latin, arabic = self._read(_characters(spec["allowed"]) - self._dropped)
        self.words = re.compile(self._pattern(spec, latin, arabic))
        self.hyphens = re.compile(f"[{re.escape(spec['hyphens'])}]")
        self._emoji = re.compile(spec["emoji"])

    def _read(self, allowed: Iterable[str]) -> tuple[str, str]:
        """Fold every allowed character, and return the two classes of letters, Latin (with digits) and Arabic."""
        latin, arabic = [], []
        for one in sorted(allowed):
            folded = self._fold(one)
            if folded and _ASCII.fullmatch(folded):
                latin.append(one)
            elif folded and self._arabic.issuperset(folded):
                arabic.append(one)
            else:
                continue
            self._table.setdefault(ord(one), folded)
        return _class(latin), _class(arabic)

    def _fold(self, character: str) -> str:
        parts = (one for one in unicodedata.normalize("NFKD", character) if one not in self._dropped)
        return "".join(self._letters.get(one) or (one.lower() if "A" <= one <= "Z" else one) for one in parts)

    def _pattern(self, spec: dict[str, Any], latin: str, arabic: str) -> str:
        marks = _class(self._dropped)
        digits = "0-9" + "".join(f"\\u{int(z, 16):04x}-\\u{int(z, 16) + 9:04x}" for z in spec["digits"])
        number = f"[{digits}]{{1,3}}(?:[{spec['thousands']}][{digits}]{{3}})+(?![{latin}{marks}])"
        return f"{number}|{self._word(latin, arabic)}"

    def _word(self, latin: str, arabic: str) -> str:
        marks = _class(self._dropped)
        word = f"[{latin}][{latin}{marks}]*"
        return f"{word}(?:[{self._apostrophes}]{word})*|[{arabic}][{arabic}{marks}]*"

    def fold(self, word: str) -> str:
        """Return the folded form of a word that ``words`` found; apostrophes stay, as the one of ASCII."""
        return word.translate(self._table)

    def split(self, text: str) -> list[str]:
        """Return the folded words of a text."""
        return [self.fold(word) for word in self.words.findall(text)]

    def emoji(self, text: str) -> list[str]:
        """Return the emoji of a text."""
        return self._emoji.findall(text)

    def joined(self, text: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
        """Yield the words, by the numbers of the first and the last, between which are only hyphens, and them joined.

        Figures are not joined.
        """
        runs: list[list[int]] = []
        for hyphen in self.hyphens.finditer(text):
            at = bisect_left(spans, hyphen.span()) - 1
            if 0 <= at < len(spans) - 1 and (spans[at][1], spans[at + 1][0]) == hyphen.span():
                if runs and runs[-1][1] == at:
                    runs[-1][1] = at + 1
                else:
                    runs.append([at, at + 1])
        for first, last in runs:
            joined = self.hyphens.sub("", text[spans[first][0] : spans[last][1]])
            if not self.fold(joined).isdigit():
                yield first, last, joined
