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
from timeline.reading.kept import Kept
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

# What these say follows from the file alone.
OF_THE_FILE: frozenset[Rule] = frozenset({wording.check})


def apply(record: Record, rules: Iterable[Rule] = RULES, kept: Kept | None = None) -> Iterator[Diagnostic]:
    """Hold every event of a record to every rule, every story and every file that says no event to its own."""
    kept = Kept() if kept is None else kept
    for file in record.files.values():
        for rule in rules:
            yield from _problems(file, rule, record, kept)
    for half in record.halves:
        yield from halves.check(half, record)
    for story in record.stories.values():
        yield from stories.check(story, record)


def _problems(file: EventFile, rule: Rule, record: Record, kept: Kept) -> Iterable[Diagnostic]:
    """Hold an event to a rule, unless it was held to it already and nothing else counts."""
    if rule in OF_THE_FILE:
        return kept.following((file.id, rule), file.event, lambda: tuple(rule(file, record)))
    return rule(file, record)
