"""What two people write down, each under a name of their own, is one event: it is told, not counted twice."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import takewhile

from timeline.reading.diagnostics import Diagnostic, Related
from timeline.record.event import Event, Outage
from timeline.record.record import EventFile, Record, spoken
from timeline.values.addresses import page_of
from timeline.values.bilingual import LANGUAGES, LanguageCode
from timeline.values.dates import Precision

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)

# How much of their words two texts have in common that say the same.
ALIKE = 0.3

_WORD = re.compile(r"\w+")


def check(file: EventFile, record: Record) -> Iterator[Diagnostic]:
    """Warn of an earlier event that is probably the same one, and of words that stand in another event too."""
    outage = file.event.outage
    if outage:
        for other in _same_outage(file, outage, record):
            related = [Related(other.place("when", "started"), "near")]
            yield file.problem("R105", "when", "started", related=related, found=other.id)
    for other in _same_event(file, record):
        related = [Related(other.place("title", key=True), "first")]
        yield file.problem("R106", "title", key=True, related=related, found=other.id)
    yield from _same_words(file, record)


def _same_outage(file: EventFile, outage: Outage, record: Record) -> Iterator[EventFile]:
    """Find earlier outages of the company's that were not over, or began less than an hour before."""
    began = file.event.when.started
    if began.precision is not Precision.MINUTE:
        return
    outages = record.outages[outage.company]
    first = bisect_left(outages, began.start - DAY, key=lambda other: other.event.when.started.start)
    for other in takewhile(lambda other: other is not file, outages[first:]):
        shared = other.event.outage and set(other.event.outage.services) & set(outage.services)
        if shared and began.start <= _until(other.event) and not _related(file, other, record):
            yield other


def _until(event: Event) -> datetime:
    resolved, started = event.when.resolved, event.when.started.start
    over = resolved.start if resolved and resolved.precision is Precision.MINUTE else started
    return max(over, started + HOUR)


def _same_event(file: EventFile, record: Record) -> Iterator[EventFile]:
    """Find events of the same kind and days that share a page and say much the same; the later id is told."""
    event = file.event
    neighbours = {
        other.id: other
        for page in {page_of(source.url) for source in event.sources.values()}
        for other in record.pages[page][:MOST]
        if other.id < file.id and other.event.kind == event.kind
    }
    for other in neighbours.values():
        near = abs(other.event.when.started.start - event.when.started.start) <= DAY
        if near and not _related(file, other, record) and _likeness(event, other.event) >= ALIKE:
            yield other


# So many events may rest on one page before it says nothing of them any more.
MOST = 50


def _likeness(one: Event, other: Event) -> float:
    """Return the share of words that two events' titles and summaries have in common (Jaccard)."""
    return max(_likeness_in(one, other, code) for code in LANGUAGES)


def _likeness_in(one: Event, other: Event, code: LanguageCode) -> float:
    first, second = (
        _words(f"{event.title.in_language(code)} {event.summary.in_language(code)}") for event in (one, other)
    )
    return len(first & second) / len(first | second)


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))


def _related(one: EventFile, other: EventFile, record: Record) -> bool:
    return _names(one, other, record) or _names(other, one, record)


def _names(one: EventFile, other: EventFile, record: Record) -> bool:
    named: Iterable[str] = (relation.event for relation in one.event.relations)
    return any(record.aliases.get(name, name) == other.id for name in named)


def _same_words(file: EventFile, record: Record) -> Iterator[Diagnostic]:
    for i, quote in enumerate(file.event.quotes):
        for other, place in record.quotations[spoken(quote)][:MOST]:
            if other.id < file.id and not _related(file, other, record):
                related = [Related(other.place("quotes", place, "text"), "first")]
                yield file.problem("Q110", "quotes", i, "text", related=related, found=other.id)
