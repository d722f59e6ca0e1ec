"""Every id that an event names stands in the vocabulary."""

from collections.abc import Iterator
from functools import partial

from timeline.reading.diagnostics import Diagnostic, Guesses
from timeline.reading.reader import Step
from timeline.record.event import Event, Outage
from timeline.record.record import EventFile, Record

CODES = {
    "kinds": "V101",
    "people": "V102",
    "companies": "V103",
    "platforms": "V104",
    "tags": "V105",
    "publishers": "V106",
}

Mention = tuple[str, str, tuple[Step, ...]]


def check(file: EventFile, record: Record) -> Iterator[Diagnostic]:
    """Report the ids that the vocabulary does not know, with the nearest that it does."""
    guesses = Guesses()
    ids: dict[tuple[str, ...], tuple[str, ...]] = {}
    for table, found, path in mentions(file.event):
        tables = ("people", "companies") if table == "actors" else (table,)
        if any(found in record.vocabulary.table(name) or name in record.vocabulary.unreadable for name in tables):
            continue
        allowed = ids.setdefault(
            tables, tuple(sorted(known for name in tables for known in record.vocabulary.table(name)))
        )
        nearest = guesses.closest(found, allowed, partial(_by_alias, found, record, tables))
        yield file.problem(CODES[tables[0]], *path, allowed=allowed, suggestion=nearest, found=found)


def _by_alias(found: str, record: Record, tables: tuple[str, ...]) -> str | None:
    """A spelling that readers use for an entry is the best of suggestions."""
    wanted = found.replace("-", " ").casefold()
    for table in tables:
        for known, entry in record.vocabulary.table(table).items():
            spellings = (entry.name.en, *entry.aliases, *entry.handles.values())
            if wanted in (spelling.casefold() for spelling in spellings):
                return known
    return None


def mentions(event: Event) -> Iterator[Mention]:
    """List the ids that an event names: the table each belongs to, the id, and where it stands."""
    yield "kinds", event.kind, ("kind",)
    yield from (("people", who, ("people", i)) for i, who in enumerate(event.people))
    yield from (("tags", tag, ("tags", i)) for i, tag in enumerate(event.tags))
    if event.outage:
        yield from _of_outage(event.outage)
    if event.move:
        yield from (("actors", who, ("move", "by", i)) for i, who in enumerate(event.move.by))
        yield from (("actors", who, ("move", "to", i)) for i, who in enumerate(event.move.to))
        yield "platforms", event.move.on, ("move", "on")
    for i, quote in enumerate(event.quotes):
        yield "actors", quote.speaker, ("quotes", i, "speaker")
        yield "platforms", quote.on, ("quotes", i, "on")
    for i, words in enumerate(event.misattributed):
        yield "actors", words.attributed_to, ("misattributed", i, "attributed_to")
    for key, source in event.sources.items():
        yield "publishers", source.publisher, ("sources", key, "publisher")
        if source.via:
            yield "publishers", source.via, ("sources", key, "via")
        if source.origin:
            yield "publishers", source.origin, ("sources", key, "origin")


def _of_outage(outage: Outage) -> Iterator[Mention]:
    yield "companies", outage.company, ("outage", "company")
    yield from (("platforms", name, ("outage", "services", i)) for i, name in enumerate(outage.services))
    for i, reports in enumerate(outage.reports):
        yield "platforms", reports.service, ("outage", "reports", i, "service")
        yield "publishers", reports.tracker, ("outage", "reports", i, "tracker")
