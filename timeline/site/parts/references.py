"""References to pages, for who cites them: in words, and in the forms that reference managers read.

The forms are written by the template ``cite.html``. The day of access is the reader's, so a script adds it.
"""

import json
from dataclasses import dataclass
from functools import cached_property

from timeline.language import Language
from timeline.site.publication import Publication
from timeline.values.dates import parse_day

# What means something else to TeX; a brace is written out, for BibTeX counts braces wherever they stand.
_TEX = str.maketrans(
    {"\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}"}
    | {"~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
    | {sign: f"\\{sign}" for sign in "&%$#_"}
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def tex(text: str) -> str:
    """Return a text as it stands inside the braces of a BibTeX field."""
    return text.translate(_TEX)


def json_text(text: str) -> str:
    """Return a text as it stands between the quotation marks of JSON."""
    return json.dumps(text, ensure_ascii=False)[1:-1]


@dataclass(frozen=True, slots=True)
class Reference:
    """What is cited: a page with its title and address, of a site, as the record stood on a day (ISO 8601)."""

    key: str
    title: str
    address: str
    site: str
    version: str
    version_in_words: str

    @property
    def month(self) -> str:
        """The name that BibTeX has for the month of the version."""
        return _MONTHS[int(self.version[5:7]) - 1]


@dataclass(frozen=True)
class References:
    """Makes references to the pages of one language."""

    publication: Publication
    language: Language

    def to(self, key: str, title: str, path: str, fragment: str = "") -> Reference:
        """Return a reference to a page, or to a passage of it."""
        address = self.publication.address(self.language, path) if self.publication.url else ""
        updated = self.publication.updated
        return Reference(key, title, f"{address}{fragment}" if address else "", self._site, updated, self._version)

    @cached_property
    def _site(self) -> str:
        return self.publication.settings.name.in_language(self.language.code)

    @cached_property
    def _version(self) -> str:
        updated = self.publication.updated
        return self.language.date(parse_day(updated)) if updated else ""
