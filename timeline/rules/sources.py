"""Every source that is named is defined, and every source that is defined is named."""

from collections.abc import Iterator

from timeline.diagnostics import Diagnostic, closest
from timeline.model import Event
from timeline.reader import Step
from timeline.record import EventFile, Record


def check(file: EventFile, record: Record) -> Iterator[Diagnostic]:
    """Compare the sources that an event names with those that it defines."""
    defined = file.event.sources
    named = list(citations(file.event))
    for key, path in named:
        if key not in defined:
            yield file.problem("S102", *path, allowed=defined, suggestion=closest(key, defined), found=key)
    for key in defined.keys() - {key for key, _ in named}:
        yield file.problem("S103", "sources", key, key=True, found=key)


def citations(event: Event) -> Iterator[tuple[str, tuple[Step, ...]]]:
    """List the sources that an event names and where, in the order of its page."""
    for i, fact in enumerate(event.facts):
        yield from ((key, ("facts", i, "sources", j)) for j, key in enumerate(fact.sources))
    if event.outage:
        for i, reports in enumerate(event.outage.reports):
            yield reports.source, ("outage", "reports", i, "source")
        if event.outage.cause:
            yield from ((key, ("outage", "cause", "sources", j)) for j, key in enumerate(event.outage.cause.sources))
    yield from ((quote.source, ("quotes", i, "source")) for i, quote in enumerate(event.quotes))
    yield from ((words.source, ("misattributed", i, "source")) for i, words in enumerate(event.misattributed))
