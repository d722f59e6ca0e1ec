"""What is called confirmed, and what is contentious, stands on two publishers whose work is not the same.

Pages that carry one publisher's text count as that publisher, however many sites print it.
"""

from collections.abc import Iterable, Iterator

from timeline.reading.diagnostics import Diagnostic
from timeline.record.event import Event
from timeline.record.record import EventFile, Record
from timeline.record.vocabulary import Vocabulary

NEEDED = 2

# Publishers of these types alone confirm nothing: they carry others' texts, or nobody stands behind them.
WEAK = frozenset({"copier", "blog"})


def check(file: EventFile, record: Record) -> Iterator[Diagnostic]:
    """Count the publishers behind a confirmed event, a contentious fact and a stated cause."""
    event = file.event
    if event.status == "confirmed":
        yield from _confirmed(file, roots(event, event.sources), record.vocabulary)
    for i, fact in enumerate(event.facts):
        defined = event.sources.keys() >= set(fact.sources)  # else that is the mistake
        if fact.contentious and defined and _too_few(publishers := roots(event, fact.sources)):
            yield file.problem("S107", "facts", i, "sources", found=_listed(publishers))
    cause = event.outage.cause if event.outage else None
    if cause and cause.text and not cause.sources:
        yield file.problem("S101", "outage", "cause", "text", key=True, field="sources")


def roots(event: Event, keys: Iterable[str]) -> set[str]:
    """Return the publishers whose work some of an event's sources are."""
    return {event.sources[key].root for key in keys}


def _confirmed(file: EventFile, publishers: set[str], vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    known = (vocabulary.publishers.get(publisher) for publisher in publishers)
    if _too_few(publishers):
        yield file.problem("S104", "status", found=_listed(publishers))
    elif all(publisher and publisher.type in WEAK for publisher in known):
        yield file.problem("S108", "status", found=_listed(publishers))


def _too_few(publishers: set[str]) -> bool:
    return len(publishers) < NEEDED


def _listed(publishers: set[str]) -> str:
    return ", ".join(sorted(publishers))
