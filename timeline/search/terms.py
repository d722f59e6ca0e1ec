"""Terms with weights: what words are compared by.

The twin of timeline/search/terms.js.
"""

import math
from collections.abc import Iterable
from typing import TypeAlias

Terms: TypeAlias = dict[str, float]
Weighted: TypeAlias = tuple[tuple[str, float], ...]

LEVELS = ("surface", "clitic", "clitics")
"""The names of the weights that the forms of a word have, in their order."""


def add(terms: Terms, term: str, weight: float) -> None:
    """Put a term among others, with the larger weight if it is there already."""
    if weight > terms.get(term, 0):
        terms[term] = weight


def gather(terms: Terms, others: Iterable[tuple[str, float]], share: float = 1) -> None:
    """Put terms among others, with a share of their weights."""
    for term, weight in others:
        add(terms, term, weight * share)


def weighted(terms: Terms) -> Weighted:
    """Return terms in order, the heaviest first, with weights of three places."""
    rounded = ((term, math.floor(weight * 1000 + 0.5) / 1000) for term, weight in terms.items())
    return tuple(sorted(rounded, key=lambda one: (-one[1], one[0])))
