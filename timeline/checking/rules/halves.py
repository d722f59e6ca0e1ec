"""A file that says no sound event is still held to the vocabulary, its relations and its sources.

So all that is wrong with a file is told at once. What its other mistakes may have brought about is not told.
"""

from collections.abc import Iterator

from timeline.checking.rules import relations, sources, vocabulary
from timeline.reading.diagnostics import Diagnostic, Guesses
from timeline.record.half import HalfFile
from timeline.record.record import Record
from timeline.values.text import is_id


def check(half: HalfFile, record: Record) -> Iterator[Diagnostic]:
    """Look up what stands where ids belong; what cannot be an id has been reported."""
    yield from vocabulary.unknown(
        half, ((t, found, path) for t, found, path in half.mentions() if is_id(found)), record
    )
    guesses = Guesses()
    for target, path in half.relations():
        if is_id(target):
            yield from relations.nowhere(half, target, path, record, guesses)
    if all(map(is_id, defined := half.defined())):  # else a key that cannot be one may be what is named
        yield from sources.undefined(half, (one for one in half.citations() if is_id(one[0])), defined)
