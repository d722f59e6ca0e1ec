"""Every id that an event names stands in the vocabulary."""

from collections.abc import Iterable, Iterator
from functools import partial

from timeline.reading.diagnostics import Diagnostic, Guesses, closest
from timeline.reading.files import CheckedFile
from timeline.reading.reader import Step
from timeline.record.event import Event, Outage
from timeline.record.half import Mention
from timeline.record.publishing import proposed_id
from timeline.record.record import EventFile, Record
from timeline.record.spellings import BETWEEN, folded
from timeline.values import links
from timeline.values.links import host
from timeline.values.posts import is_post
from timeline.values.text import to_id

CODES = {
    "kinds": "V101",
    "people": "V102",
    "companies": "V103",
    "platforms": "V104",
    "tags": "V105",
    "publishers": "V106",
}

# What somebody calls an event that did not happen: no kind of its own, but a status.
_FALSE = frozenset({
    "fake", "false", "hoax", "rumor", "rumour", "debunked", "misinformation", "disinformation", "fabricated",
    "مزيف", "مفبرك", "زائف", "كاذب", "خبر كاذب", "شائعة", "إشاعة", "اشاعة",
})  # fmt: skip


def check(file: EventFile, record: Record) -> Iterator[Diagnostic]:
    """Report the ids that the vocabulary does not know, with what was probably meant."""
    yield from unknown(file, mentions(file.event), record)


def unknown(file: CheckedFile, named: Iterable[Mention], record: Record) -> Iterator[Diagnostic]:
    """Report what the vocabulary does not know of that which a file names."""
    guesses = Guesses()
    for mention in named:
        table, found, path = mention
        tables = tables_of(table)
        if any(found in record.vocabulary.table(name) or name in record.vocabulary.unreadable for name in tables):
            continue
        nearest = guesses.first(partial(meant, mention, file, record))
        if table == "publishers":
            yield publisher(file, found, path, nearest)
            continue
        allowed = sorted(known for name in tables for known in record.vocabulary.table(name))
        yield file.problem(CODES[tables[0]], *path, allowed=allowed, suggestion=nearest, found=found)


def publisher(file: CheckedFile, found: str, path: tuple[Step, ...], nearest: str | None) -> Diagnostic:
    """Report a publisher that the vocabulary does not have: what is meant by it, or the entry that it needs."""
    if nearest:
        return file.problem(CODES["publishers"], *path, suggestion=nearest, found=found)
    address = _address(file, path) if path[-1] == "publisher" else None
    name = to_id(found) or (proposed_id(address) if address else "…")
    domain = f", domain: {host(address)}" if address and not is_post(address) else ""
    entry = f"{name}: {{name: {{en: …, ar: …}}, about: {{en: …, ar: …}}{domain}}}"
    return file.problem("V114", *path, found=found, entry=entry)


def tables_of(table: str) -> tuple[str, ...]:
    """Name the tables in which an id may stand: actors are people or companies."""
    return ("people", "companies") if table == "actors" else (table,)


def meant(mention: Mention, file: CheckedFile, record: Record) -> str | None:
    """Return what was probably meant by a text that is no id of a table: nothing that the vocabulary does not have.

    No publisher is taken for another because their names are alike: the address of the source tells who it is.
    """
    table, found, path = mention
    ids = record.ids_of(tables_of(table))
    parts = [ids.get(folded(part)) for part in BETWEEN.split(found.strip()) if part]
    if parts and all(parts):
        return ", ".join(filter(None, parts))
    if table == "kinds" and folded(found) in _FALSE:
        return "status: debunked"
    if table == "publishers":
        return _at_the_address(file, path, record)
    return closest(to_id(found) or found, sorted(set(ids.values())))


def _at_the_address(file: CheckedFile, path: tuple[Step, ...], record: Record) -> str | None:
    """Return the publisher at whose address a source was read: the one that copies it, where there is one."""
    address = _address(file, path)
    copied = bool(file.text_at(*path[:-1], "via"))
    if address is None or path[-1] != ("via" if copied else "publisher"):
        return None
    return record.publishers.of(address)


def _address(file: CheckedFile, path: tuple[Step, ...]) -> str | None:
    """Return the address of the source that a path leads into, if it is one."""
    address = file.text_at(*path[:-1], "url") if path[0] == "sources" else None
    try:
        return links.check(address) if address else None
    except links.LinkError:
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
