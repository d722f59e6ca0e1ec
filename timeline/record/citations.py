"""Which sources an event names, and where: the checker compares them, the writer numbers them."""

from collections.abc import Iterator

from timeline.reading.reader import Step
from timeline.record.event import Event


def citations(event: Event) -> Iterator[tuple[str, tuple[Step, ...]]]:
    """List the keys of the sources that an event names and where, in the order of its page."""
    for i, fact in enumerate(event.facts):
        yield from ((key, ("facts", i, "sources", j)) for j, key in enumerate(fact.sources))
    if event.outage:
        for i, reports in enumerate(event.outage.reports):
            yield reports.source, ("outage", "reports", i, "source")
        if event.outage.cause:
            yield from ((key, ("outage", "cause", "sources", j)) for j, key in enumerate(event.outage.cause.sources))
    yield from ((quote.source, ("quotes", i, "source")) for i, quote in enumerate(event.quotes))
    yield from ((words.source, ("misattributed", i, "source")) for i, words in enumerate(event.misattributed))


def numbered(event: Event) -> dict[str, int]:
    """Number an event's sources from 1, in the order in which its page names them."""
    keys = dict.fromkeys(key for key, _ in citations(event))
    return {key: number for number, key in enumerate(keys, 1)}
