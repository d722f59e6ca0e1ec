"""Each kind of event has its sections: an outage what failed, a move who made it, a false claim nobody's words."""

from collections.abc import Iterator

from timeline.reading.diagnostics import Diagnostic
from timeline.record.event import Event
from timeline.record.record import EventFile, Record
from timeline.record.vocabulary import Vocabulary

MOST = 2  # kinds that a message names

# What one side does to the other has somebody who does it.
MOVING = ("jab", "answer", "challenge")

# Evidence that is the words themselves, not a report of them.
PROVING = ("post", "statement", "court-record")


def check(file: EventFile, record: Record) -> Iterator[Diagnostic]:
    """Compare the sections of an event with its kind; a kind that does not exist is another rule's matter."""
    event, vocabulary = file.event, record.vocabulary
    yield from _never_said(file)
    kind = vocabulary.kinds.get(event.kind)
    if kind is None:
        return
    if kind.is_outage:
        if not event.outage:
            yield file.problem("M104", "kind", field="outage")
        if event.move:
            yield file.problem("M105", "move", key=True, found="move", needs=_kinds(vocabulary, outages=False))
        return
    if kind.role in MOVING and not (event.move or event.is_debunked or (kind.role == "answer" and _answers(event))):
        yield file.problem("M104", "kind", field="move")
    needs = _kinds(vocabulary, outages=True)
    if event.outage:
        yield file.problem("M105", "outage", key=True, found="outage", needs=needs)
    for name in ("acknowledged", "resolved"):
        if getattr(event.when, name):
            yield file.problem("M105", "when", name, key=True, found=name, needs=needs)


def _answers(event: Event) -> bool:
    """An answer of somebody outside the vocabulary says at least what it answers."""
    return any(relation.type == "responds-to" for relation in event.relations)


def _never_said(file: EventFile) -> Iterator[Diagnostic]:
    """Report words of a false claim that would be printed as said: only what a source itself proves was said."""
    event = file.event
    for i, quote in enumerate(event.quotes if event.is_debunked else ()):
        source = event.sources.get(quote.source)
        if not event.misattributed or not source or source.evidence not in PROVING:
            yield file.problem("Q108", "quotes", i, "text", found=quote.text)


def _kinds(vocabulary: Vocabulary, *, outages: bool) -> str:
    """Write the kinds that are outages, or some of those that are not."""
    names = [name for name, kind in vocabulary.kinds.items() if kind.is_outage is outages]
    return f"kind: {', '.join([*names[:MOST], '…'] if len(names) > MOST else names)}"
