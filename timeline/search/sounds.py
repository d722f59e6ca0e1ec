"""How names sound: one key for both scripts, for names in spellings that nobody wrote down.

The twin of timeline/search/sounds.js.
"""

import re
from typing import Any

_DOUBLED = re.compile(r"(.)\1+")


class Sounds:
    """Turns folded words into keys of consonants."""

    def __init__(self, spec: dict[str, Any]) -> None:
        self._pairs: dict[str, str] = spec["pairs"]
        self._pattern = re.compile("|".join(self._pairs))
        self._letters = {one: key for key, letters in spec["letters"].items() for one in letters}

    def key(self, word: str) -> str:
        """Return the key of a folded word, which is "" for one of vowels alone."""
        single = _DOUBLED.sub(r"\1", word)
        plain = self._pattern.sub(lambda pair: self._pairs[pair[0]], single)
        return "".join(self._letters.get(one, "") for one in plain)
