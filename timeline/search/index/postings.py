"""The dictionary of a search: for each term the events that have it, cut into blocks that are fetched one by one.

A term's postings are one list of integers, one for each event in order: how far it stands behind the one before,
times 16, plus the weight of the term in it (1 to 15). How many events have a term is the length of its list.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

BITS = 4  # of a posting, for the weight
HEAVIEST = (1 << BITS) - 1

Item = TypeVar("Item")


class Postings:
    """Collects the terms of events, which are added in order."""

    def __init__(self) -> None:
        self._postings: dict[str, list[int]] = {}

    def add(self, number: int, weights: Mapping[str, int]) -> None:
        """Add the event with a number, which is larger than those before, and the weight of each of its terms."""
        place, postings = number << BITS, self._postings
        for term, weight in weights.items():
            if term in postings:
                postings[term].append(place | weight)
            else:
                postings[term] = [place | weight]

    def sorted(self) -> Iterator[tuple[str, list[int]]]:
        """Yield every term with its postings, in the order of code points."""
        for term in sorted(self._postings):
            yield term, _relative(self._postings[term])

    def count(self, term: str) -> int:
        """Return the number of events that have a term."""
        return len(self._postings.get(term, ()))


def _relative(places: list[int]) -> list[int]:
    """Return the distances between events in place of their numbers; the weights stay."""
    before = [0, *(place & ~HEAVIEST for place in places)]
    return [place - earlier for place, earlier in zip(places, before, strict=False)]


def blocks(items: Iterable[Item], size: Callable[[Item], int], most: int) -> Iterator[list[Item]]:
    """Cut items, in their order, into blocks of at most a size; an item that is larger stands alone."""
    block: list[Item] = []
    filled = 0
    for item in items:
        added = size(item)
        if block and filled + added > most:
            yield block
            block, filled = [], 0
        block.append(item)
        filled += added
    if block:
        yield block


def written_size(item: tuple[str, object]) -> int:
    """Estimate how many characters a key and its value take."""
    key, value = item
    return len(key) + len(str(value)) + 4
