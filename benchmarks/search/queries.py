"""The labelled queries: what readers type, and the events that they want."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Literal, TypeAlias

import yaml
from pydantic import ConfigDict, Field, TypeAdapter
from pydantic.dataclasses import dataclass

from timeline.values.bilingual import LanguageCode

FOLDER = Path(__file__).parent / "queries"

Half: TypeAlias = Literal["tuning", "held-out", "fresh"]
HALVES: tuple[Half, ...] = ("tuning", "held-out")
PARTS: tuple[Half, ...] = (*HALVES, "fresh")  # the last was written after the search was tuned, and held out as a whole

Set: TypeAlias = Literal["arabic", "english", "across", "nothing"]
SETS: tuple[Set, ...] = ("arabic", "english", "across", "nothing")

_LANGUAGES: dict[str, LanguageCode] = {"arabic": "ar", "english": "en"}
_FILLED = Field(min_length=1)


@dataclass(frozen=True, slots=True, config=ConfigDict(extra="forbid"))
class Query:
    """A query with the events that whoever types it wants."""

    query: Annotated[str, _FILLED]
    category: Annotated[str, _FILLED]
    find: tuple[str, ...]
    half: Half | None = None
    alias: str | None = None
    """The spelling in the vocabulary that the query rests on."""
    set: Set = "arabic"

    @property
    def language(self) -> LanguageCode:
        """The language in which the query is typed."""
        return _LANGUAGES[self.category.partition("-")[0] if self.set in ("across", "nothing") else self.set]

    @property
    def site(self) -> LanguageCode:
        """The language of the site of which it is asked."""
        return next(code for code in _LANGUAGES.values() if (code == self.language) != (self.set == "across"))

    def varied(self, text: str) -> "Query":
        """Return the same query in other letters."""
        return replace(self, query=text)


class WrongQueries(Exception):
    """The set asks for what the record does not have."""


_READ = TypeAdapter(list[Query])


def load(events: Container[str], folder: Path = FOLDER, *, moved: Mapping[str, str] | None = None) -> list[Query]:
    """Read all queries; ``moved`` has the new ids of events by their former ones.

    Raises WrongQueries where a query wants an event that is not among ``events``.
    """
    new = moved or {}
    read = [query for name in SETS for query in _load_set(folder, name)]
    queries = [replace(query, find=tuple(new.get(one, one) for one in query.find)) for query in read]
    if strange := sorted(set(_strangers(queries, events))):
        raise WrongQueries(f"The record has no event with the id {', '.join(strange)}.")
    return queries


def _load_set(folder: Path, name: Set) -> list[Query]:
    entries = yaml.safe_load((folder / f"{name}.yml").read_text(encoding="utf-8"))
    read = (replace(query, set=name) for query in _READ.validate_python(entries))
    return [query if query.half else replace(query, half=half_of(query.query)) for query in read]


def half_of(query: str) -> Half:
    """Return the half to which a query belongs for which the file names none: by its own letters alone."""
    return HALVES[sha256(query.encode()).digest()[0] % len(HALVES)]


def _strangers(queries: Iterable[Query], events: Container[str]) -> Iterator[str]:
    return (one for query in queries for one in query.find if one not in events)
