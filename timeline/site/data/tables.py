"""The record as tables: what rows and columns there are, declared once for CSV, SQLite and the Data Package.

A date is two columns, the first instant that it can mean and the first that it cannot mean any more, with its
precision and its doubts beside them, so that nothing looks finer than it is known.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from timeline.site.data.api import shapes
from timeline.values.bilingual import LANGUAGES, LanguageCode

Value: TypeAlias = str | int | bool | None
Type: TypeAlias = Literal["string", "integer", "boolean", "datetime", "date"]

# What separates several ids in one cell; no id has a space in it.
APART = " "


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, the type of its values (Frictionless Table Schema), and what they are."""

    name: str
    type: Type
    what: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name, its columns and its rows; the first column, or the first two, name a row."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    key: tuple[str, ...]


def tables(events: Iterable[shapes.Event], codes: Sequence[LanguageCode]) -> tuple[Table, ...]:
    """Return the tables of some events: themselves with their pages in some languages, outages, quotations, sources."""
    listed = tuple(events)
    pages = tuple(Column(f"page_{code}", "string", f"The entry’s page ({code})") for code in codes)
    rows = tuple((*_event(event), *(event.addresses[code] for code in codes)) for event in listed)
    return (
        Table("events", (*_EVENTS, *pages), rows, ("id",)),
        Table("outages", _OUTAGES, tuple(_outages(listed)), ("event",)),
        Table("quotations", _QUOTATIONS, tuple(_quotations(listed)), ("event", "id")),
        Table("sources", _SOURCES, tuple(_sources(listed)), ("event", "key")),
    )


def _texts(name: str, what: str) -> tuple[Column, ...]:
    return tuple(Column(f"{name}_{code}", "string", f"{what} ({code})") for code in LANGUAGES)


def _dates(name: str, what: str) -> tuple[Column, ...]:
    return (
        Column(name, "datetime", f"{what}: the first instant that is meant, in UTC"),
        Column(f"{name}_before", "datetime", f"{what}: the first instant that is not meant any more, in UTC"),
        Column(f"{name}_precision", "string", f"{what}: known to the year, month, day or minute"),
        Column(f"{name}_approximate", "boolean", f"{what}: whether the sources say “about”"),
        Column(f"{name}_uncertain", "boolean", f"{what}: whether this is in doubt"),
    )


_EVENTS = (
    Column("id", "string", "The entry’s id"),
    Column("kind", "string", "What happened, as vocabulary.json has it"),
    Column("status", "string", "confirmed, reported, disputed or debunked; what is debunked did not happen"),
    *_texts("title", "The title"),
    *_texts("summary", "The summary"),
    *_dates("started", "When it happened or began"),
    Column("company", "string", "Whose services failed, or whose side made the move"),
    Column("people", "string", "Ids of people, apart by spaces"),
    Column("platforms", "string", "Ids of platforms, apart by spaces"),
    Column("tags", "string", "Ids of tags, apart by spaces"),
    Column("added", "string", "The day on which the entry was added"),
    Column("updated", "string", "The day of the last correction, or of adding"),
)

_OUTAGES = (
    Column("event", "string", "The entry’s id"),
    Column("status", "string", "confirmed, reported, disputed or debunked"),
    Column("company", "string", "Whose services failed"),
    Column("platforms", "string", "What failed: ids apart by spaces"),
    Column("scope", "string", "How widely it failed"),
    Column("countries", "string", "Where it was felt: ISO 3166-1 alpha-2, apart by spaces"),
    *_dates("started", "When it began"),
    *_dates("acknowledged", "When the company admitted it"),
    *_dates("resolved", "When service was back"),
    Column("basis", "string", "How the end is known"),
    Column("minutes", "integer", "The length in minutes, where both ends are known to the minute"),
    Column("minutes_exact", "boolean", "Whether neither end is approximate or in doubt"),
    Column("minutes_to_acknowledge", "integer", "From start to admission, in minutes"),
)

_QUOTATIONS = (
    Column("event", "string", "The entry’s id"),
    Column("id", "string", "The quotation’s id within the entry"),
    Column("speaker", "string", "Who said it"),
    Column("place", "string", "On which platform, or where"),
    Column("language", "string", "The language of the original (BCP 47)"),
    Column("text", "string", "The words in the original"),
    *_texts("translation", "This record’s translation"),
    *_dates("said", "When it was said"),
    Column("state", "string", "Whether the post can still be seen"),
    Column("source", "string", "The key of the source that has the words"),
)

_SOURCES = (
    Column("event", "string", "The entry’s id"),
    Column("key", "string", "The source’s key within the entry"),
    Column("url", "string", "The address of the page that was read"),
    Column("publisher", "string", "Who published it"),
    Column("origin", "string", "Whose text it carries, where that is another publisher"),
    Column("via", "string", "Where a reprint was read"),
    Column("evidence", "string", "What sort of evidence the page is"),
    Column("language", "string", "The language of the page (BCP 47)"),
    Column("headline", "string", "The headline, verbatim, where it is known"),
    Column("published", "string", "The day of publication, as finely as it is known (EDTF)"),
    Column("archive", "string", "The address of an archived copy"),
    Column("gone", "string", "The day on which the page was found missing (EDTF)"),
)


def _date(date: shapes.Date | None) -> tuple[Value, ...]:
    if date is None:
        return (None,) * 5
    return date.earliest, date.before, date.precision, date.approximate, date.uncertain


def _by_language(text: shapes.Text | None) -> tuple[Value, ...]:
    return tuple((text or {}).get(code) for code in LANGUAGES)


def _event(event: shapes.Event) -> tuple[Value, ...]:
    return (
        event.id,
        event.kind,
        event.status,
        *_by_language(event.title),
        *_by_language(event.summary),
        *_date(event.started),
        event.company,
        APART.join(event.people) or None,
        APART.join(event.platforms) or None,
        APART.join(event.tags) or None,
        event.added.edtf,
        event.updated.edtf,
    )


def _outages(events: Iterable[shapes.Event]) -> Iterator[tuple[Value, ...]]:
    for event in events:
        if (outage := event.outage) is None:
            continue
        yield (
            event.id,
            event.status,
            outage.company,
            APART.join(outage.platforms),
            outage.scope,
            APART.join(outage.countries) or None,
            *_date(event.started),
            *_date(outage.acknowledged),
            *_date(outage.resolved),
            outage.basis,
            outage.length.minutes if outage.length else None,
            outage.length.exact if outage.length else None,
            outage.time_to_acknowledge.minutes if outage.time_to_acknowledge else None,
        )


def _quotations(events: Iterable[shapes.Event]) -> Iterator[tuple[Value, ...]]:
    for event in events:
        for quote in event.quotations:
            yield (
                event.id,
                quote.id,
                quote.speaker,
                quote.place,
                quote.language,
                quote.text,
                *_by_language(quote.translations),
                *_date(quote.said),
                quote.state,
                quote.source,
            )


def _sources(events: Iterable[shapes.Event]) -> Iterator[tuple[Value, ...]]:
    for event in events:
        for key, source in event.sources.items():
            yield (
                event.id,
                key,
                source.url,
                source.publisher,
                source.origin,
                source.via,
                source.evidence,
                source.language,
                source.headline,
                source.published.edtf if source.published else None,
                source.archive,
                source.gone.edtf if source.gone else None,
            )
