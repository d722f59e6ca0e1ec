"""What is called confirmed, and what is contentious, stands on two publishers that are not the same."""

from collections.abc import Iterable, Iterator

from timeline.reading.diagnostics import Diagnostic
from timeline.record.event import Event
from timeline.record.record import EventFile, Record

NEEDED = 2


def check(file: EventFile, record: Record) -> Iterator[Diagnostic]:
    """Count the publishers behind a confirmed event, a contentious fact and a stated cause."""
    event = file.event
    if event.status == "confirmed" and _too_few(publishers := _publishers(event, event.sources)):
        yield file.problem("S104", "status", found=", ".join(sorted(publishers)))
    for i, fact in enumerate(event.facts):
        defined = event.sources.keys() >= set(fact.sources)  # else that is the mistake
        if fact.contentious and defined and _too_few(publishers := _publishers(event, fact.sources)):
            yield file.problem("S107", "facts", i, "sources", found=", ".join(sorted(publishers)))
    cause = event.outage.cause if event.outage else None
    if cause and cause.text and not cause.sources:
        yield file.problem("S101", "outage", "cause", "text", key=True, field="sources")


def _publishers(event: Event, keys: Iterable[str]) -> set[str]:
    return {event.sources[key].publisher for key in keys}


def _too_few(publishers: set[str]) -> bool:
    return len(publishers) < NEEDED
