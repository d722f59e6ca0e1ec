"""Texts as they are read: how they open, and how long it takes."""

import math
import re
from collections.abc import Iterable

# Words that most people read in a minute, in either language.
WORDS_A_MINUTE = 200

# A sentence ends at its mark; the dot of an abbreviation, such as U.S. or Mr., is none.
_SENTENCE = re.compile(r".+?(?:[!?؟…]|(?<![^A-Za-z][A-Za-z])(?<![^A-Za-z][A-Z][a-z])\.)[”»)]*(?=\s|$)")


def opening(text: str) -> str:
    """Return the first sentence of a text."""
    found = _SENTENCE.match(text)
    return found.group() if found else text


def minutes_to_read(texts: Iterable[str]) -> int:
    """Return how many minutes it takes to read some texts, rounded up."""
    return max(1, math.ceil(sum(len(text.split()) for text in texts) / WORDS_A_MINUTE))
