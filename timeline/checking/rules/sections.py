"""An outage has a section of its own, and only an outage has it."""

from collections.abc import Iterator

from timeline.reading.diagnostics import Diagnostic
from timeline.record.record import EventFile, Record
from timeline.record.vocabulary import Vocabulary

MOST = 2  # kinds that a message names


def check(file: EventFile, record: Record) -> Iterator[Diagnostic]:
    """Compare the sections of an event with its kind; a kind that does not exist is another rule's matter."""
    event, vocabulary = file.event, record.vocabulary
    kind = vocabulary.kinds.get(event.kind)
    if kind is None:
        return
    if kind.is_outage:
        if not event.outage:
            yield file.problem("M104", "kind", field="outage")
        if event.move:
            yield file.problem("M105", "move", key=True, found="move", needs=_kinds(vocabulary, outages=False))
        return
    needs = _kinds(vocabulary, outages=True)
    if event.outage:
        yield file.problem("M105", "outage", key=True, found="outage", needs=needs)
    for name in ("acknowledged", "resolved"):
        if getattr(event.when, name):
            yield file.problem("M105", "when", name, key=True, found=name, needs=needs)


def _kinds(vocabulary: Vocabulary, *, outages: bool) -> str:
    """Write the kinds that are outages, or some of those that are not."""
    names = [name for name, kind in vocabulary.kinds.items() if kind.is_outage is outages]
    return f"kind: {', '.join([*names[:MOST], '…'] if len(names) > MOST else names)}"
