"""What a character does by Unicode's own tables, which the program does not read."""

import unicodedata

# The classes of characters that turn the direction of others.
DIRECTIONAL = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def is_hidden(character: str) -> bool:
    """Say whether a character controls a terminal, ends a line or turns the direction."""
    return (
        unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp")
        or unicodedata.bidirectional(character) in DIRECTIONAL
        or character in "\u061c\u200e\u200f"
    )
