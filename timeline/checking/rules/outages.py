"""An outage has services of its own company, and a length that an outage can have."""

from collections.abc import Iterator
from datetime import timedelta

from timeline.reading.diagnostics import Diagnostic
from timeline.record.event import Event, Outage
from timeline.record.record import EventFile, Record

# The longest that nobody asks about; a slip in the month or the year makes one much longer.
LONG = timedelta(days=7)


def check(file: EventFile, record: Record) -> Iterator[Diagnostic]:
    """Compare services with their company, and hold the length to what can be."""
    if file.event.outage:
        yield from _services(file, file.event.outage, record)
    yield from _length(file, file.event)


def _services(file: EventFile, outage: Outage, record: Record) -> Iterator[Diagnostic]:
    known = record.vocabulary.platforms
    for i, service in enumerate(outage.services):
        platform = known.get(service)
        if (
            platform
            and platform.company not in (None, outage.company)
            and outage.company in record.vocabulary.companies
        ):
            own = [name for name, one in known.items() if one.company == outage.company]
            yield file.problem("V113", "outage", "services", i, allowed=own, found=service, own=outage.company)


def _length(file: EventFile, event: Event) -> Iterator[Diagnostic]:
    resolved, started = event.when.resolved, event.when.started
    if resolved is None:
        return
    duration = event.when.duration
    if duration and duration.minutes == 0:
        yield file.problem("D117", "when", "resolved", found=str(resolved))
    elif resolved.start - started.end >= LONG and not event.doubt:
        yield file.problem("D118", "when", "resolved", found=str(resolved), start=str(started))
