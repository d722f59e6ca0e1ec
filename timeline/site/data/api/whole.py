"""The shapes of what tells of the whole record: vocabulary, stories, figures, changes, the index.

They are promised as those of events are.
"""

from typing import Annotated, Literal

from pydantic import Field
from pydantic.dataclasses import dataclass

from timeline.site.data.api.shapes import CONFIG, Text


@dataclass(frozen=True, slots=True, kw_only=True, config=CONFIG)
class Term:
    """An entry of the vocabulary."""

    name: Text
    about: Text | None = None
    aliases: tuple[str, ...] = ()
    company: str | None = None
    lane: int | None = None
    """Of a company: which of the two lanes that face each other is its own."""
    since: int | None = None
    """Of a platform: the year in which it began."""
    handles: dict[str, str] = Field(default_factory=dict)
    """Accounts by platform."""
    domains: tuple[str, ...] = ()
    """Of a publisher: the hosts of its pages."""
    language: str | None = None
    """Of a publisher: the language in which it writes (BCP 47)."""
    type: str | None = None
    """Of a publisher: what weight its pages have."""


@dataclass(frozen=True, slots=True, kw_only=True, config=CONFIG)
class Vocabulary:
    """What the ids of events mean."""

    kinds: dict[str, Term]
    companies: dict[str, Term]
    people: dict[str, Term]
    platforms: dict[str, Term]
    tags: dict[str, Term]
    publishers: dict[str, Term]


@dataclass(frozen=True, slots=True, kw_only=True, config=CONFIG)
class Chapter:
    """A part of a story, up to the beginning of the next one."""

    title: Text
    text: Text
    begins: str
    """The first of its events."""


@dataclass(frozen=True, slots=True, kw_only=True, config=CONFIG)
class Story:
    """Events that are read one after the other."""

    id: str
    addresses: Text
    title: Text
    teaser: Text | None = None
    introduction: Text
    events: tuple[str, ...]
    chapters: tuple[Chapter, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, config=CONFIG)
class CompanyFigures:
    """The outages of one company, counted; debunked claims are counted nowhere."""

    outages: int
    of_known_length: int
    minutes: int
    """All known lengths together."""
    acknowledged: int
    by_year: dict[str, int]
    median_minutes: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True, config=CONFIG)
class Statistics:
    """The record, counted."""

    entries: int
    debunked: int
    by_year: dict[str, int]
    by_kind: dict[str, int]
    by_status: dict[str, int]
    companies: dict[str, CompanyFigures]


@dataclass(frozen=True, slots=True, kw_only=True, config=CONFIG)
class Change:
    """An entry that was added or corrected."""

    date: Annotated[str, Field(pattern=r"^\d{4}-\d{2}(-\d{2})?$")]
    event: str
    what: Literal["added", "corrected"]
    text: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True, config=CONFIG)
class Index:
    """Where everything is, and under which licence it may be used."""

    name: Text
    home: str
    version: str
    """A name for the data as they are now: it changes with them and with nothing else."""
    updated: str
    """The day of the newest addition or correction."""
    license: str | None = None
    """The licence's identifier in the list of SPDX."""
    license_url: str | None = None
    format: Literal["1"] = "1"
    languages: tuple[str, ...]
    years: dict[str, str]
    """The address of each year's events."""
    documents: dict[str, str]
    """The addresses of all other documents, by name."""
