"""Every source that is named is defined, and every source that is defined is named."""

from collections.abc import Iterator

from timeline.reading.diagnostics import Diagnostic, Guesses
from timeline.record.citations import citations
from timeline.record.record import EventFile, Record


def check(file: EventFile, record: Record) -> Iterator[Diagnostic]:
    """Compare the sources that an event names with those that it defines."""
    defined = file.event.sources
    named = list(citations(file.event))
    used = {key for key, _ in named}
    guesses = Guesses()
    for key, path in named:
        if key not in defined:
            meant = guesses.closest(key, defined)
            used |= {meant or ""}  # a misspelt name is one mistake, not two
            yield file.problem("S102", *path, allowed=defined, suggestion=meant, found=key)
    for key in defined.keys() - used:
        yield file.problem("S103", "sources", key, key=True, found=key)
