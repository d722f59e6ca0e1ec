"""Nothing in the record lies in the future."""

from collections.abc import Iterator

from timeline.reading.diagnostics import Diagnostic
from timeline.reading.reader import Step
from timeline.record.event import Event
from timeline.record.record import EventFile, Record
from timeline.values.dates import Moment, latest_allowed


def check(file: EventFile, record: Record) -> Iterator[Diagnostic]:
    """Report the dates of an event that have not come yet."""
    limit = latest_allowed(record.now)
    for path, moment in _dates(file.event):
        if moment and moment.start > limit:
            yield file.problem("D107", *path, found=str(moment), limit=f"{limit:%Y-%m-%d}")


def _dates(event: Event) -> Iterator[tuple[tuple[Step, ...], Moment | None]]:
    for name in ("started", "acknowledged", "resolved"):
        yield ("when", name), getattr(event.when, name)
    yield ("added",), event.added
    yield from ((("corrections", place, "on"), one.on) for place, one in enumerate(event.corrections))
    yield from ((("facts", i, "at"), fact.at) for i, fact in enumerate(event.facts))
    yield from ((("quotes", i, "at"), quote.at) for i, quote in enumerate(event.quotes))
    yield from ((("sources", key, "published"), source.published) for key, source in event.sources.items())
