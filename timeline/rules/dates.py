"""Nothing in the record lies in the future."""

from collections.abc import Iterator

from timeline.diagnostics import Diagnostic
from timeline.record import EventFile, Record
from timeline.when import latest_allowed


def check(file: EventFile, record: Record) -> Iterator[Diagnostic]:
    """Report the dates of an event that have not come yet."""
    limit = latest_allowed(record.now)
    when = file.event.when
    for name, moment in (("started", when.started), ("acknowledged", when.acknowledged), ("resolved", when.resolved)):
        if moment and moment.start > limit:
            yield file.problem("D107", "when", name, found=str(moment), limit=f"{limit:%Y-%m-%d}")
