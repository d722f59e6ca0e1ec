"""Two outages of one company that begin together are probably one outage, written down twice."""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import timedelta
from itertools import takewhile

from timeline.reading.diagnostics import Diagnostic, Related
from timeline.record.event import Outage
from timeline.record.record import EventFile, Record
from timeline.values.dates import Precision

NEAR = timedelta(hours=1)


def check(file: EventFile, record: Record) -> Iterator[Diagnostic]:
    """Warn of an earlier outage that shares a service and began less than an hour before."""
    outage = file.event.outage
    if outage is None or file.event.when.started.precision is not Precision.MINUTE:
        return
    for other in _shortly_before(file, outage, record):
        related = [Related(other.place("when", "started"), "near")]
        yield file.problem("R105", "when", "started", related=related, found=other.id)


def _shortly_before(file: EventFile, outage: Outage, record: Record) -> Iterator[EventFile]:
    began = file.event.when.started.start
    outages = record.outages[outage.company]
    first = bisect_left(outages, began - NEAR, key=lambda other: other.event.when.started.start)
    for other in takewhile(lambda other: other is not file, outages[first:]):
        if other.event.outage and set(other.event.outage.services) & set(outage.services):
            yield other
