"""The languages of the site, and a text in both of them."""

import re
from typing import Literal, Self, TypeAlias

from pydantic import ConfigDict, model_validator
from pydantic.dataclasses import dataclass

from timeline.values.fields import Prose, refuse
from timeline.values.text import ARABIC_LETTER

LanguageCode: TypeAlias = Literal["ar", "en"]
LANGUAGES: tuple[LanguageCode, ...] = ("ar", "en")

# The marks that a quotation stands in.
QUOTATION_MARKS: dict[LanguageCode, tuple[str, str]] = {"ar": ("«", "»"), "en": ("“", "”")}

# Letters of other languages of the same script that look like a language's own, and cannot be found or read aloud.
LOOK_ALIKES: dict[LanguageCode, dict[str, str]] = {
    "ar": {"\u06cc": "ي", "\u06a9": "ك", "\u06c1": "ه", "\u06be": "ه", "\u06d5": "ه"}
}

_CONFIG = ConfigDict(extra="forbid", use_attribute_docstrings=True)
_QUOTED = re.compile(r"“[^”]*”|«[^»]*»|\([^)]*\)")


def _check_languages(arabic: str, english: str) -> None:
    if arabic == english:
        raise refuse("T108", at=("ar",), found=arabic)
    if not ARABIC_LETTER.search(arabic):
        raise refuse("T109", at=("ar",), found=arabic)
    if ARABIC_LETTER.search(english) and ARABIC_LETTER.search(_QUOTED.sub("", english)):
        raise refuse("T110", at=("en",), found=english)


@dataclass(frozen=True, slots=True, config=_CONFIG)
class Bilingual:
    """A text in both languages of the site, each written for its own readers."""

    ar: Prose
    en: Prose

    @model_validator(mode="after")
    def _languages_fit(self) -> Self:
        _check_languages(self.ar, self.en)
        return self

    def in_language(self, code: LanguageCode) -> str:
        """Return the text in one language."""
        return str(getattr(self, code))
