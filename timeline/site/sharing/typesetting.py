"""How wide a text is in the fonts of pictures, and where its lines break."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, TypeAlias
from unicodedata import combining

from timeline.site.drawing import letters

FONTS = Path(__file__).parent / "fonts"

Name: TypeAlias = Literal["head", "text", "bold"]

# A font and its size, in pixels of a picture.
Style: TypeAlias = tuple[Name, float]

FAMILIES: dict[Name, str] = {
    "head": "OSW Picture Head SemiBold",
    "text": "OSW Picture Text Regular",
    "bold": "OSW Picture Bold SemiBold",
}
_FACES: dict[Name, letters.Face] = {"head": "head", "text": "text", "bold": "strong"}

# What the two fonts of signs have, as devtools/subset_fonts.py lists it, and how wide it is, in ems.
_SIGNS = (
    (re.compile("[\U0001f400-\U0001f64f\U0001f910-\U0001f92f\U0001f970-\U0001f97a]"), 1.25),
    (re.compile("[\U0001d400-\U0001d7ff]"), 0.72),
)
_SHADES = re.compile("[\U0001f3fb-\U0001f3ff]")


def files() -> list[str]:
    """List the files of all fonts, in an order that does not change."""
    return [str(path) for path in sorted(FONTS.glob("*.ttf"))]


def drawable(text: str) -> str:
    """Leave out what no font of pictures has: shades and genders of faces, which are drawn as the plain face."""
    return "".join(filter(_is_drawn, _SHADES.sub("", text)))


def _is_drawn(sign: str) -> bool:
    known = sign.isspace() or combining(sign) or letters.has(sign, "text")
    return bool(known) or any(signs.match(sign) for signs, _ in _SIGNS)


@cache
def width(text: str, name: Name, size: float) -> float:
    """Return the width of a line, in pixels of a picture."""
    wide = 0.0
    for signs, each in _SIGNS:
        text, number = signs.subn("", text)
        wide += number * each * size
    return wide + letters.width_of(text, _FACES[name], size)


def wrapped(text: str, name: Name, size: float, most: float) -> list[str]:
    """Break a text into lines of some width at most, as few and then as even as they can be."""
    lines = _greedy(text, name, size, most)
    if len(lines) < 2:
        return lines
    low, high = most / 2, most
    for _ in range(7):  # the narrowest column with as many lines
        middle = (low + high) / 2
        if len(_greedy(text, name, size, middle)) > len(lines):
            low = middle
        else:
            high = middle
    return _greedy(text, name, size, high)


def _greedy(text: str, name: Name, size: float, most: float) -> list[str]:
    """Fill each line with as many words as it takes."""
    lines: list[str] = []
    space, room = width(" ", name, size), 0.0
    for word in text.split(" "):
        wide = width(word, name, size)
        if lines and space + wide <= room:
            lines[-1] += f" {word}"
            room -= space + wide
        else:
            lines.append(word)
            room = most - wide
    return lines


@dataclass(frozen=True, slots=True)
class Set:
    """A text set in lines: the font, its size, and the distance from line to line, in pixels."""

    lines: tuple[str, ...]
    name: Name
    size: float
    step: float

    @property
    def style(self) -> Style:
        """The font and its size."""
        return self.name, self.size

    @property
    def height(self) -> float:
        """How much room the lines take."""
        return self.step * len(self.lines)


def fitted(text: str, name: Name, sizes: tuple[float, ...], room: tuple[float, float], leading: float) -> Set:
    """Set a text in the largest of some sizes in which it fits into a room; in the smallest where it fits in none."""
    most, height = room
    made = Set((), name, 0, 0)
    for size in sizes:
        made = Set(tuple(wrapped(drawable(text), name, size, most)), name, size, size * leading)
        if made.height <= height and all(width(line, name, size) <= most for line in made.lines):
            break
    return made
