"""Asking a search queries, and what its answers are worth."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any, TypeAlias

from benchmarks.search.browser import Bench
from benchmarks.search.queries import Query
from timeline.values.bilingual import LANGUAGES

SEEN = 5  # results that a reader looks at
ASKED = 10


@dataclass(frozen=True, slots=True)
class Engine:
    """A search: the column of its figures, the script that speaks to it, and where its files are."""

    name: str
    script: str
    options: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search found for a query: the first events, and how many there are."""

    query: Query
    ids: tuple[str, ...]
    total: int

    @property
    def recall(self) -> float:
        """Of the events that are wanted, at most five, the share that stands among the first five."""
        return len(set(self.ids[:SEEN]) & set(self.query.find)) / (min(SEEN, len(self.query.find)) or 1)

    @property
    def reciprocal_rank(self) -> float:
        """One divided by the place of the first event that is wanted; nothing if it is none of the first ten."""
        return next((1 / place for place, one in enumerate(self.ids, 1) if one in self.query.find), 0.0)

    @property
    def first(self) -> float:
        """One if the first event is wanted."""
        return float(self.reciprocal_rank == 1)

    @property
    def found(self) -> float:
        """One if anything has all of the query."""
        return float(self.total > 0)

    @property
    def empty(self) -> float:
        """One if nothing is shown, not even what has a part of the query."""
        return float(not self.ids)


Measure: TypeAlias = Callable[[Answer], float]

RECALL: Measure = attrgetter("recall")
RANK: Measure = attrgetter("reciprocal_rank")
FIRST: Measure = attrgetter("first")
FOUND: Measure = attrgetter("found")
EMPTY: Measure = attrgetter("empty")


def ask(bench: Bench, engine: Engine, queries: Sequence[Query]) -> list[Answer]:
    """Ask each query of the site that it belongs to, and return the answers in the same order."""
    return _asked(bench, engine, "asked", queries, [query.query for query in queries])


def ask_without(bench: Bench, engine: Engine, queries: Sequence[Query], gone: Sequence[Sequence[str]]) -> list[Answer]:
    """Ask each query of a search that does not know some spellings when it reads the query."""
    texts = [[query.query, list(lost)] for query, lost in zip(queries, gone, strict=True)]
    return _asked(bench, engine, "askedWithout", queries, texts)


def _asked(
    bench: Bench, engine: Engine, function: str, queries: Sequence[Query], texts: Sequence[object]
) -> list[Answer]:
    answers: dict[int, Answer] = {}
    for code in LANGUAGES:
        own = [place for place, query in enumerate(queries) if query.site == code]
        if own:
            options = {**engine.options, "limit": ASKED}
            found = bench.call(function, code, engine.script, options, [texts[place] for place in own])
            for place, one in zip(own, found, strict=True):
                answers[place] = Answer(queries[place], tuple(one["ids"]), one["total"])
    return [answers[place] for place in range(len(queries))]


def mean(measure: Measure, answers: Iterable[Answer]) -> float | None:
    """Return the mean of a measure, or nothing of no answers."""
    values = [measure(answer) for answer in answers]
    return sum(values) / len(values) if values else None
