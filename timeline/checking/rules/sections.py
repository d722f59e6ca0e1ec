"""An outage has a section of its own, and only an outage has it."""

from collections.abc import Iterator

from timeline.reading.diagnostics import Diagnostic
from timeline.record.record import EventFile, Record


def check(file: EventFile, record: Record) -> Iterator[Diagnostic]:
    """Compare the sections of an event with its kind; a kind that does not exist is another rule's matter."""
    event = file.event
    if event.kind not in record.vocabulary.kinds:
        return
    if event.is_outage and not event.outage:
        yield file.problem("M104", "kind", field="outage")
    if event.is_outage and event.move:
        yield file.problem("M105", "move", key=True, found="move", needs="kind: jab, reply, …")
    if event.is_outage:
        return
    if event.outage:
        yield file.problem("M105", "outage", key=True, found="outage", needs="kind: outage")
    for name in ("acknowledged", "resolved"):
        if getattr(event.when, name):
            yield file.problem("M105", "when", name, key=True, found=name, needs="kind: outage")
