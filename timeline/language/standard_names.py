"""Codes of countries and languages by the names that people write instead, in the languages of the site."""

from functools import cache
from typing import Literal

from babel import Locale

from timeline.values.bilingual import LANGUAGES


@cache
def _codes(sort: Literal["languages", "territories"], length: int) -> dict[str, str]:
    named = (item for own in LANGUAGES for item in getattr(Locale(own), sort).items())
    return {_plain(name): code for code, name in named if len(code) == length and code.isalpha()}


def _plain(name: str) -> str:
    return name.strip().casefold().removeprefix("the ").removeprefix("ال")


def country(name: str) -> str | None:
    """Return the code (ISO 3166-1 alpha-2) of a country by its name."""
    return _codes("territories", 2).get(_plain(name))


def language(name: str) -> str | None:
    """Return the code (BCP 47) of a language by its name."""
    return _codes("languages", 2).get(_plain(name))
