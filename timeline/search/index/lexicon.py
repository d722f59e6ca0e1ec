"""The lexicon: which spellings mean one and the same thing, and what the months are called."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any

from timeline.record.vocabulary import Entry, Kind, Vocabulary
from timeline.values.bilingual import LANGUAGES

TABLES = ("people", "companies", "platforms", "tags", "kinds", "concepts")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Plain data: spellings by table and id, and by the number of a month."""

    entries: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    months: dict[str, list[str]] = field(default_factory=dict)
    ordinary: list[str] = field(default_factory=list)
    """The names of months that are ordinary words as well."""
    venues: list[str] = field(default_factory=list)
    """The platforms of no company, which are called by ordinary words, such as "interview"."""

    @classmethod
    def of(cls, vocabulary: Vocabulary) -> "Lexicon":
        """Collect the spellings of a vocabulary."""
        entries = {
            table: {key: _unique(_spellings(entry)) for key, entry in vocabulary.table(table).items()}
            for table in TABLES
        }
        months = vocabulary.months.values()
        return cls(
            {table: found for table, found in entries.items() if found},
            {str(month.number): _unique(_spellings(month)) for month in months},
            [word for month in months for word in month.ordinary],
            [key for key, platform in vocabulary.platforms.items() if platform.company is None],
        )

    def as_data(self) -> dict[str, Any]:
        """Return what JSON can hold, for the browser."""
        return {"entries": self.entries, "months": self.months, "ordinary": self.ordinary, "venues": self.venues}


def _spellings(entry: Entry) -> Iterator[str]:
    yield from (*(entry.name.in_language(code) for code in LANGUAGES), *entry.aliases, *entry.handles.values())
    if isinstance(entry, Kind):
        yield from (word for forms in entry.plural.values() for word in forms.values())


def _unique(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))


def other_names() -> list[str]:
    """Return well-known names, which a search must not take for slips in words of the record."""
    read: list[str] = json.loads(files("timeline.search").joinpath("others.json").read_text("utf-8"))
    return read
