"""How many places of the navigation stand in the bar of a page; all of them are in the menu beside it."""

from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Literal, TypeAlias

from timeline.site.drawing.letters import room_of

# The style class of a place: in the bar as soon as any stands there, on wide windows, or in the menu alone.
Tier: TypeAlias = Literal["", "wide", "in-menu"]

# From how many CSS pixels of a window on places stand in the bar, as the style sheet has it.
WINDOWS = (1000, 1200)

# The widest page, what is free at its sides, the sizes of the wordmark and of a place, and the room beside their words.
_PAGE, _GUTTER = 1112, 32
_BRAND, _PLACE = 24, 15
_SIGN, _PADDING = 39, 18

# What always stands in the bar: search, the switches of language and of scheme, the menu, and the gaps; the place that
# is shown is bold.
_TOOLS = 110 + 74 + 42 + 42 + 3 * 8 + 2 * 20
_BOLD = 8


def fitting(name: str, labels: Iterable[str]) -> tuple[int, ...]:
    """Return how many of the places fit beside a site's name, by the windows from which on they stand there."""
    brand = _SIGN + room_of(name, "head", _BRAND)
    ends = list(accumulate(room_of(label, "text", _PLACE) + _PADDING for label in labels))
    rooms = (min(window - 2 * _GUTTER, _PAGE) - brand - _TOOLS - _BOLD for window in WINDOWS)
    return tuple(sum(end <= room for end in ends) for room in rooms)


def tiers(fits: Sequence[tuple[int, ...]], number: int) -> tuple[Tier, ...]:
    """Return the tier of each place, in all languages alike."""
    narrow, wide = (min(found) for found in zip(*fits, strict=True))
    return tuple("" if place < narrow else "wide" if place < wide else "in-menu" for place in range(number))
