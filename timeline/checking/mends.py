"""What the whole record knows better than a file alone: which entry a name means, which field a word in Arabic."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from timeline.checking import synonyms
from timeline.checking.rules import vocabulary
from timeline.language import of_commands, standard_names
from timeline.reading.diagnostics import Diagnostic, Guesses
from timeline.record.half import HalfFile
from timeline.record.record import Record
from timeline.values.bilingual import LANGUAGES

_WORDS = tuple(of_commands(code).words for code in LANGUAGES)

# Codes of names in place of a code of a standard.
_NAMES = {"M110": standard_names.language, "M113": standard_names.country}

# Codes that say what is missing.
MISSING = frozenset({"M101", "S101", "T107", "Q101", "Q102", "Q103"})


def mended(problems: Iterable[Diagnostic], record: Record) -> Iterator[Diagnostic]:
    """Yield problems of files, with what the vocabulary and the names of fields in Arabic say of them."""
    halves = {half.source.name: half for half in record.halves}
    guesses = Guesses()
    named: set[tuple[str, str]] = set()
    for problem in sorted(problems, key=lambda problem: problem.code != "M102"):
        half = halves.get(problem.place.source.name)
        if problem.code == "M106":
            yield replace(problem, suggestion=_value(problem))
        elif problem.code in _NAMES and problem.suggestion is None:
            yield replace(problem, suggestion=_NAMES[problem.code](problem.values["found"]))
        elif half is None:
            yield problem
        elif problem.code == "M107":
            yield _of_a_name(problem, half, record, guesses)
        elif problem.code == "M102" and problem.suggestion is None and (meant := _field(problem)):
            named.add((half.source.name, meant))
            yield replace(problem, suggestion=meant)
        # A field of another name also leaves a hole where the right one should be: one mistake, one message.
        elif problem.code not in MISSING or (half.source.name, problem.values.get("field", "")) not in named:
            yield problem


def _value(problem: Diagnostic) -> str | None:
    """Return the value that a word stands for, or one that it is like and does not deny."""
    found, nearest = problem.values["found"], problem.suggestion
    meant = synonyms.value(found, problem.allowed)
    return meant or (None if nearest and synonyms.denies(found, nearest) else nearest)


def _field(problem: Diagnostic) -> str | None:
    """Return the field that is allowed at a place and is called in a language of the site what was found there."""
    found = problem.values["found"].casefold()
    names = {words.get(f"fields.{name}", "").casefold(): name for words in _WORDS for name in problem.allowed}
    return names.get(found)


def _event(problem: Diagnostic, record: Record) -> str | None:
    """Return the event that a path or an address leads to, if there is such an event."""
    name = problem.values["found"].strip().rstrip("/").rpartition("/")[2].removesuffix(".yml")
    return name if name in record.files or any(half.id == name for half in record.halves) else None


def _of_a_name(problem: Diagnostic, half: HalfFile, record: Record, guesses: Guesses) -> Diagnostic:
    mention = half.mention_at(problem.place.span)
    if mention is None:
        is_event = any(half.place(*path).span == problem.place.span for _, path in half.relations())
        return replace(problem, suggestion=_event(problem, record)) if is_event else problem
    table, found, path = mention
    mend = guesses.first(partial(vocabulary.meant, mention, half, record))
    if table == "publishers" and mend is None:
        return vocabulary.publisher(half, found, path, None)
    return replace(problem, suggestion=mend)
