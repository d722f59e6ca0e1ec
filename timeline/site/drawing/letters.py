"""How wide a text is, by the widths of letters in the site's own fonts, which ``devtools/advances.py`` writes down."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Literal, TypeAlias
from unicodedata import combining

Face: TypeAlias = Literal["text", "strong", "head"]
Advances: TypeAlias = dict[str, dict[str, int]]

# The size of most texts in drawings, in CSS pixels.
SIZE = 13

_FONTS = Path(__file__).parent.parent / "fonts"
SURELY = 1.06
_UNKNOWN = 700  # thousandths, of a letter that the fonts do not have


@cache
def _advances(face: Face) -> Advances:
    """Return the widths of letters by their form: alone, or joined to what follows, to both sides, to what precedes."""
    table: dict[str, dict[str, str]] = json.loads((_FONTS / "advances.json").read_bytes())[face]
    return {form: {one: int(width) for width, all_ in by.items() for one in all_} for form, by in table.items()}


@cache
def width_of(text: str, face: Face = "text", size: float = SIZE) -> float:
    """Return the width of a text in CSS pixels."""
    return sum(_widths([letter for letter in text if not combining(letter)], _advances(face))) * size / 1000


def has(letter: str, face: Face = "text") -> bool:
    """Say whether a font has a letter."""
    return letter in _advances(face)["isolated"]


def room_of(text: str, face: Face = "text", size: float = SIZE) -> float:
    """Return the room that a text needs to be sure of it: in a fallback of the fonts too, and with all its joints."""
    return width_of(text, face, size) * SURELY


def _widths(letters: list[str], advances: Advances) -> Iterator[int]:
    """Yield the width of each letter in the form that it takes beside its neighbours."""
    before = False
    for place, letter in enumerate(letters):
        following = letters[place + 1] if place + 1 < len(letters) else ""
        joins = letter in advances["init"] and following in advances["fina"]
        form = ("medi" if joins else "fina") if before else "init" if joins else "isolated"
        yield advances[form].get(letter, advances["isolated"].get(letter, _UNKNOWN))
        before = joins
