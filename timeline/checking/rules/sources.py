"""Every source that is named is defined, and every source that is defined is named."""

from collections.abc import Collection, Iterable, Iterator

from timeline.reading.diagnostics import Diagnostic, Guesses
from timeline.reading.files import CheckedFile
from timeline.reading.reader import Step
from timeline.record.citations import citations
from timeline.record.record import EventFile, Record


def check(file: EventFile, record: Record) -> Iterator[Diagnostic]:
    """Compare the sources that an event names with those that it defines."""
    defined = file.event.sources
    named = list(citations(file.event))
    strangers = list(undefined(file, named, defined))
    yield from strangers
    used = {key for key, _ in named} | {problem.suggestion for problem in strangers}  # a misspelt name is one mistake
    for key in defined.keys() - used:
        yield file.problem("S103", "sources", key, key=True, found=key)


def undefined(
    file: CheckedFile, named: Iterable[tuple[str, tuple[Step, ...]]], defined: Collection[str]
) -> Iterator[Diagnostic]:
    """Report the sources that are named and not defined; where none is, that is another mistake."""
    guesses = Guesses()
    for key, path in named:
        if defined and key not in defined:
            yield file.problem("S102", *path, allowed=defined, suggestion=guesses.closest(key, defined), found=key)
