"""The shapes of what is published for programs, declared once: they write the JSON and its JSON Schema.

Names are those of the field, never words that YAML 1.1 reads as true or false. What stands here is promised: a field
may be added within version 1, none is renamed, taken away or given another meaning.
"""

from typing import Literal, TypeAlias

from pydantic import ConfigDict
from pydantic.dataclasses import dataclass

CONFIG = ConfigDict(extra="forbid", use_attribute_docstrings=True)

Text: TypeAlias = dict[str, str]
"""A text by language (BCP 47)."""

Precision: TypeAlias = Literal["year", "month", "day", "minute"]


@dataclass(frozen=True, slots=True, kw_only=True, config=CONFIG)
class Date:
    """A date as finely as it is known, and the stretch of time that it can mean."""

    edtf: str
    """The date in EDTF (ISO 8601-2, level 1): 2024-03, 2024-03-05T15:00Z~ …"""
    earliest: str
    """The first instant that it can mean, in UTC (ISO 8601)."""
    before: str
    """The first instant that it cannot mean any more, in UTC (ISO 8601)."""
    precision: Precision
    approximate: bool
    """Whether the sources say “about”."""
    uncertain: bool
    """Whether it is in doubt that this is the date."""


@dataclass(frozen=True, slots=True, kw_only=True, config=CONFIG)
class Length:
    """A length of time."""

    minutes: int
    exact: bool
    """Whether neither end is approximate or in doubt."""


@dataclass(frozen=True, slots=True, kw_only=True, config=CONFIG)
class Reports:
    """A figure of reports by users, which are no people affected."""

    platform: str
    tracker: str
    measure: str
    count: int
    qualifier: str | None = None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True, config=CONFIG)
class Cause:
    """Why an outage happened, and who says so."""

    status: str
    text: Text | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, config=CONFIG)
class Outage:
    """What failed, how widely and for how long."""

    company: str
    platforms: tuple[str, ...]
    scope: str
    countries: tuple[str, ...] = ()
    """ISO 3166-1 alpha-2."""
    symptoms: tuple[str, ...] = ()
    acknowledged: Date | None = None
    unacknowledged: bool = False
    """Whether somebody looked for an admission and found none."""
    resolved: Date | None = None
    basis: str | None = None
    """How the end is known."""
    length: Length | None = None
    """From start to end, where both are known to the minute."""
    time_to_acknowledge: Length | None = None
    reports: tuple[Reports, ...] = ()
    cause: Cause | None = None


@dataclass(frozen=True, slots=True, kw_only=True, config=CONFIG)
class Move:
    """Who did something, about whom, and where."""

    by: tuple[str, ...]
    to: tuple[str, ...] = ()
    place: str
    """A platform or a venue."""


@dataclass(frozen=True, slots=True, kw_only=True, config=CONFIG)
class Fact:
    """One fact on the sources that it stands on."""

    text: Text
    sources: tuple[str, ...]
    contentious: bool = False
    at: Date | None = None
    """When it happened, where the fact has a minute of its own."""
    doubt: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True, config=CONFIG)
class Quotation:
    """Somebody's words in the original, with the record's translations."""

    id: str
    speaker: str
    place: str
    language: str
    """The language of the original (BCP 47)."""
    text: str
    translations: Text
    said: Date | None = None
    state: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True, config=CONFIG)
class FalseQuotation:
    """Words that were never said by the one they were attributed to."""

    attributed_to: str
    language: str
    text: str
    translations: Text
    source: str


@dataclass(frozen=True, slots=True, kw_only=True, config=CONFIG)
class Relation:
    """How this event stands to another one."""

    type: str
    event: str


@dataclass(frozen=True, slots=True, kw_only=True, config=CONFIG)
class Source:
    """A page that facts stand on."""

    url: str
    publisher: str
    origin: str | None = None
    via: str | None = None
    evidence: str
    language: str
    headline: str | None = None
    description: Text | None = None
    published: Date | None = None
    archive: str | None = None
    gone: Date | None = None


@dataclass(frozen=True, slots=True, kw_only=True, config=CONFIG)
class Correction:
    """What was put right in an entry after it was published."""

    date: Date
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True, config=CONFIG)
class Event:
    """One entry of the record. Ids of people, companies, platforms, kinds, tags and publishers are the vocabulary's."""

    id: str
    addresses: Text
    """The entry's page in each language."""
    kind: str
    status: Literal["confirmed", "reported", "disputed", "debunked"]
    """A debunked entry tells of a false claim: it is counted nowhere."""
    title: Text
    summary: Text
    started: Date
    """When it happened or began."""
    company: str | None = None
    """Whose services failed, or whose side made the move."""
    people: tuple[str, ...] = ()
    companies: tuple[str, ...] = ()
    platforms: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    outage: Outage | None = None
    move: Move | None = None
    facts: tuple[Fact, ...]
    quotations: tuple[Quotation, ...] = ()
    false_quotations: tuple[FalseQuotation, ...] = ()
    relations: tuple[Relation, ...] = ()
    doubt: Text | None = None
    sources: dict[str, Source]
    added: Date
    updated: Date
    corrections: tuple[Correction, ...] = ()
    former_ids: tuple[str, ...] = ()
