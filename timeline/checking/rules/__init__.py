"""What events must hold beyond the shape of their files: one module a rule, all seeing the whole record."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from timeline.checking.rules import (
    addresses,
    contradictions,
    countries,
    dates,
    folders,
    halves,
    languages,
    names,
    near_copies,
    outages,
    posts,
    publishers,
    relations,
    sections,
    sources,
    stories,
    vocabulary,
    wording,
)
from timeline.reading.diagnostics import Diagnostic
from timeline.record.record import EventFile, Record

Rule: TypeAlias = Callable[[EventFile, Record], Iterator[Diagnostic]]

RULES: tuple[Rule, ...] = (
    vocabulary.check,
    countries.check,
    sections.check,
    sources.check,
    publishers.check,
    relations.check,
    dates.check,
    folders.check,
    addresses.check,
    names.check,
    near_copies.check,
    posts.check,
    outages.check,
    contradictions.check,
    wording.check,
    languages.check,
)


def apply(record: Record, rules: Iterable[Rule] = RULES) -> Iterator[Diagnostic]:
    """Hold every event of a record to every rule, every story and every file that says no event to its own."""
    for file in record.files.values():
        for rule in rules:
            yield from rule(file, record)
    for half in record.halves:
        yield from halves.check(half, record)
    for story in record.stories.values():
        yield from stories.check(story, record)
