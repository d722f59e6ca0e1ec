"""How a story is told: in chapters, with a number or two that grow as it goes on."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from timeline.chronicle.chronicle import Entry, Tale
from timeline.record.story import Chapter, Counter
from timeline.values.dates import Moment, Precision


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """A stretch of a story: a chapter with its entries, or all of a story that has no chapters."""

    number: int
    chapter: Chapter | None
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """What a counter stands at; ``exact`` says whether it is a number that nobody doubts."""

    value: int
    exact: bool = True


def parts_of(tale: Tale) -> tuple[Part, ...]:
    """Cut a story into its chapters."""
    chapters = tale.story.chapters
    if not chapters:
        return (Part(1, None, tale.entries),)
    edges = [*(tale.story.events.index(chapter.begins) for chapter in chapters), len(tale.entries)]
    stretches = zip(chapters, pairwise(edges), strict=True)
    return tuple(Part(n, chapter, tale.entries[a:b]) for n, (chapter, (a, b)) in enumerate(stretches, 1))


def counts_of(counter: Counter, tale: Tale) -> tuple[Count, ...]:
    """Return what a counter stands at when each entry of a story has been told; it never goes back."""
    counted = {"days": _days, "events": _events, "down": _down}[counter.counts]
    return tuple(counted(counter, tale))


def _days(counter: Counter, tale: Tale) -> Iterator[Count]:
    since = _entry(tale, counter.since or "").event.when.started
    passed = 0
    for entry in tale.entries:
        passed = max(passed, _days_between(since, entry.event.when.started))
        yield Count(passed)


def _days_between(since: Moment, until: Moment) -> int:
    """Count the days from one moment to another, as far as both are known to the day."""
    known = min(since.precision, until.precision) >= Precision.DAY
    return (until.start.date() - since.start.date()).days if known else 0


def _events(counter: Counter, tale: Tale) -> Iterator[Count]:
    counted, passed = {_entry(tale, one) for one in counter.events}, 0
    for entry in tale.entries:
        passed += entry in counted
        yield Count(passed)


def _down(_: Counter, tale: Tale) -> Iterator[Count]:
    passed, exact = 0, True
    for entry in tale.entries:
        length = entry.event.when.duration if entry.event.outage and not entry.event.is_debunked else None
        if length:
            passed, exact = passed + length.minutes, exact and length.exact
        yield Count(passed, exact)


def _entry(tale: Tale, event: str) -> Entry:
    """Return the entry of an event, which a story may name by a former id."""
    return tale.entries[tale.story.events.index(event)]
