"""The dates of one file agree with each other: its name, the event, what was said, the sources, the day of adding."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from timeline.reading.diagnostics import Diagnostic
from timeline.reading.reader import Step
from timeline.record.event import Event
from timeline.record.record import EventFile, Record
from timeline.values.dates import Moment, Precision

_NAMED = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})(?:-(?P<day>\d{2}))?(?:-|$)")

DAY = timedelta(days=1)

# What is said and done in an event lies near it; a slip in the year does not.
NEAR = timedelta(days=31)


def check(file: EventFile, record: Record) -> Iterator[Diagnostic]:
    """Report the dates of an event that contradict one another."""
    yield from _name(file)
    yield from _record_keeping(file, record)
    yield from _said(file)
    yield from _sources(file)


def _name(file: EventFile) -> Iterator[Diagnostic]:
    """Compare the date in a file's name with the event; another year is the folder's matter."""
    started, named = file.event.when.started, named_day(file.id)
    if named is None or named.start.year != started.start.year:
        return
    if named.end + DAY < started.start or started.end + DAY < named.start:
        meant = str(named) if _is_swapped(named, started) else None
        yield file.problem("F117", "when", "started", suggestion=meant, found=str(started), named=str(named))


def named_day(name: str) -> Moment | None:
    """Return the day or month with which a file's name begins."""
    match = _NAMED.match(name)
    if match is None:
        return None
    try:
        start = datetime(int(match["year"]), int(match["month"]), int(match["day"] or 1), tzinfo=UTC)
    except ValueError:
        return None
    return Moment(start, Precision.DAY if match["day"] else Precision.MONTH)


def _is_swapped(one: Moment, other: Moment) -> bool:
    return (one.start.month, one.start.day) == (other.start.day, other.start.month)


def _record_keeping(file: EventFile, record: Record) -> Iterator[Diagnostic]:
    event = file.event
    if event.added.end + DAY <= event.when.started.start <= record.now:  # what is still to come is told by itself
        yield file.problem("D119", "added", found=str(event.added), start=str(event.when.started))
    for key, source in event.sources.items():
        if source.published and source.published.start > event.updated.end + DAY:
            found, last = str(source.published), str(event.updated)
            yield file.problem("D122", "sources", key, "published", found=found, last=last)
    for i, correction in enumerate(event.corrections):
        if correction.on.certainly_before(event.added):
            yield file.problem("D120", "corrections", i, "on", found=str(correction.on), start=str(event.added))


def _said(file: EventFile) -> Iterator[Diagnostic]:
    """Look for words and facts of another year than the event's, which New Year's Eve alone does not explain."""
    when = file.event.when
    last = when.resolved or when.started
    years = range(when.started.start.year, (last.end - timedelta(minutes=1)).year + 1)
    for path, moment in _times(file.event):
        distance = max(when.started.start - moment.end, moment.start - last.end)
        if moment.start.year not in years and distance > NEAR:
            yield file.problem("D121", *path, found=str(moment), start=str(when.started))


def _times(event: Event) -> Iterator[tuple[tuple[Step, ...], Moment]]:
    yield from ((("quotes", i, "at"), quote.at) for i, quote in enumerate(event.quotes) if quote.at)
    yield from ((("facts", i, "at"), fact.at) for i, fact in enumerate(event.facts) if fact.at)


def _sources(file: EventFile) -> Iterator[Diagnostic]:
    """Look for an event that all its sources precede, and for a source of the same days a year before."""
    started = file.event.when.started
    dates = {key: source.published for key, source in file.event.sources.items() if source.published}
    early = [key for key, published in dates.items() if published.end + DAY <= started.start]
    if early and len(early) == len(file.event.sources):
        latest = max((dates[key] for key in early), key=lambda moment: moment.sort_key)
        yield file.problem("S109", "when", "started", found=str(started), published=str(latest))
        return
    for key in early:
        published = dates[key]
        if published.precision >= Precision.DAY and _a_year_before(published.start, started.start):
            mend = str(published).replace(f"{published.start.year}", f"{published.start.year + 1}", 1)
            yield file.problem("S110", "sources", key, "published", suggestion=mend, found=str(published))


def _a_year_before(day: datetime, other: datetime) -> bool:
    return abs(other - day - timedelta(days=365)) <= timedelta(days=10)
