"""What the whole record knows better than a file alone: which entry a name means, which field a word in Arabic."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from timeline.checking.rules import vocabulary
from timeline.language import of_commands
from timeline.reading.diagnostics import Diagnostic, Guesses
from timeline.record.half import HalfFile
from timeline.record.record import Record

# Codes that say what is missing.
MISSING = frozenset({"M101", "S101", "T107", "Q101", "Q102", "Q103"})


def mended(problems: Iterable[Diagnostic], record: Record) -> Iterator[Diagnostic]:
    """Yield problems of files, with what the vocabulary and the names of fields in Arabic say of them."""
    halves = {half.source.name: half for half in record.halves}
    guesses = Guesses()
    named: set[tuple[str, str]] = set()
    for problem in sorted(problems, key=lambda problem: problem.code != "M102"):
        half = halves.get(problem.place.source.name)
        if half is None:
            yield problem
        elif problem.code == "M107":
            yield _of_a_name(problem, half, record, guesses)
        elif problem.code == "M102" and problem.suggestion is None and (meant := _field(problem)):
            named.add((half.source.name, meant))
            yield replace(problem, suggestion=meant)
        # A field of another name also leaves a hole where the right one should be: one mistake, one message.
        elif problem.code not in MISSING or (half.source.name, problem.values.get("field", "")) not in named:
            yield problem


def _field(problem: Diagnostic) -> str | None:
    """Return the field that is allowed at a place and is called in Arabic what was found there."""
    words = of_commands("ar").words
    return next((name for name in problem.allowed if words.get(f"fields.{name}") == problem.values["found"]), None)


def _of_a_name(problem: Diagnostic, half: HalfFile, record: Record, guesses: Guesses) -> Diagnostic:
    mention = half.mention_at(problem.place.span)
    if mention is None:
        return problem
    table, found, path = mention
    mend = guesses.first(partial(vocabulary.meant, mention, half, record))
    if table == "publishers" and mend is None:
        return vocabulary.publisher(half, found, path, None)
    return replace(problem, suggestion=mend)
