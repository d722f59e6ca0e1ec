"""Icons and emoji by their short codes, as Material makes them for pymdownx.emoji."""

from material.extensions.emoji import to_svg as generator
from material.extensions.emoji import twemoji as index

__all__ = ["generator", "index"]
