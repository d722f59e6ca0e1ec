"""Former ids and the ids of quotations are nobody else's."""

from collections.abc import Iterator

from timeline.reading.diagnostics import Diagnostic, Related
from timeline.record.record import EventFile, Record


def check(file: EventFile, record: Record) -> Iterator[Diagnostic]:
    """Report an alias that is an event or another's alias, and a quotation's id that stands twice."""
    for i, alias in enumerate(file.event.aliases):
        owner = alias if alias in record.files else record.aliases[alias]
        if owner != file.id or alias == file.id:
            related = [Related(record.files[owner].place("title", key=True), "first")]
            yield file.problem("F111", "aliases", i, related=related, found=alias)
    seen: dict[str, int] = {}
    for i, quote in enumerate(file.event.quotes):
        first = seen.setdefault(quote.id, i)
        if first != i:
            related = [Related(file.place("quotes", first, "id"), "first")]
            yield file.problem("Q107", "quotes", i, "id", related=related, found=quote.id)
