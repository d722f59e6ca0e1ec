"""One run of the measurements: what is asked of which record, and which rows come of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from benchmarks.search import costs, failures, ours, records, rivals, wire
from benchmarks.search.aliases import alias_rows
from benchmarks.search.asking import Engine
from benchmarks.search.browser import Bench
from benchmarks.search.quality import Sheet, Varied, base_rows
from benchmarks.search.queries import Query
from benchmarks.search.table import Table
from timeline.chronicle.chronicle import Chronicle

SITE = "real/site/"
COLUMNS = ("Material", "stemmed", "Pagefind")

FULL = 120  # kilobytes at most with the full record
SIZES = {1000: 150, 10_000: 200}  # and with so many events
TYPED, OTHERS, LOOKED = 60, 12, 6  # queries that are typed letter by letter, asked of others, and put into the box

T = TypeVar("T")


def spread(items: Sequence[T], number: int) -> Sequence[T]:
    """Return so many of some items, from all over them."""
    return items[:: max(1, len(items) // number)][:number]


@dataclass
class Run:
    """The browser, the table that is filled, and the record with its queries."""

    bench: Bench
    table: Table
    chronicle: Chronicle
    vocabulary: Path
    queries: list[Query]
    alone: bool = False
    """Whether other searches are left out."""
    told: list[str] = field(default_factory=list)
    """What failed, of the queries that may be looked at."""

    @cached_property
    def _files(self) -> str:
        """The folder of the site's scripts and of what they read."""
        return SITE + ours.files(self.bench.folder / SITE)

    @cached_property
    def _own(self) -> Engine:
        return Engine("ours", "ours", {"site": f"/{self._files}", "index": f"/{self._files}data/search/"})

    @cached_property
    def _rivals(self) -> list[Engine]:
        return self._others("real", self.chronicle)

    def _others(self, folder: str, chronicle: Chronicle) -> list[Engine]:
        """Write the files of the other searches for a chronicle, and return how they are asked."""
        if self.alone:
            return []
        found: list[Engine] = []
        for column, name in zip(COLUMNS, rivals.SETTINGS, strict=False):
            worker = rivals.write_material(chronicle, self.bench.folder / folder, name)
            found.append(Engine(column, "material", {"index": f"/{folder}/{name}/", "worker": worker}))
        rivals.write_pagefind(chronicle, self.bench.folder / folder)
        return [*found, Engine(COLUMNS[-1], "pagefind", {"index": f"/{folder}/pagefind/"})]

    def quality(self) -> None:
        """Ask the queries: as they stand, varied, and without their aliases."""
        engines = [self._own, *self._rivals]
        base = Sheet.asked(self.bench, engines, self.queries)
        self.table.fill("The queries as they stand (number)", base_rows(base))
        varied = Varied(self.bench, engines, base)
        self.table.fill("Varied by rule: recall@5, to that of the same queries unvaried", varied.rows())
        rows = alias_rows(self.bench, base, self._own, self.chronicle)
        self.table.fill("Each query's own alias taken out of the tables", rows)
        self.told += failures.report(base.ours, varied.spoilt())

    def bytes(self) -> None:
        """Weigh what is fetched, of the record and of generated ones of two sizes, and time queries of the larger."""
        own = wire.Wire(self.bench, SITE, self._files)
        own.look(spread([query for query in self.queries if query.category == "keywords"], LOOKED))
        self.table.head("Kilobytes on the wire, from nothing to the first result")
        number = len(self.chronicle.entries)
        real = Subject(f"{number} events", number, f"{self._files}data/", self.queries, FULL)
        self._weigh(own, real, self._rivals)
        for number, most in SIZES.items():
            for subject, chronicle in self._generated(number, most):
                ours.write_index(chronicle, self.bench.folder / subject.folder)
                self._weigh(own, subject, self._others(subject.folder, chronicle))
                if number == max(SIZES):
                    self._time(subject)

    def _weigh(self, own: wire.Wire, subject: "Subject", others: Sequence[Engine]) -> None:
        few = spread(subject.queries, OTHERS)
        for way, words in wire.WAYS.items():
            queries = subject.queries if way == "pasted" else spread(subject.queries, TYPED)
            found = own.ours(f"{subject.folder}search/", queries, way=way)
            asked = others if way == "pasted" or subject.number < max(SIZES) else others[:-1]  # it would take minutes
            rivals = {engine.name: own.others(engine, few, way=way) for engine in asked}
            self.table.add(*wire.rows(f"{subject.name}, {words}", found, rivals, subject.most))

    def _time(self, subject: "Subject") -> None:
        name = f"{subject.name}, asked again"
        self.table.add(*costs.warm_rows(name, self.bench, self._files, f"{subject.folder}search/", subject.queries))

    def _generated(self, number: int, most: float) -> Iterator[tuple["Subject", Chronicle]]:
        """Yield a record in few words and one in the words of the real one."""
        folder = f"few-{number}/"
        chronicle = records.few_words(self.bench.folder / folder, number)
        queries = records.titled(chronicle, TYPED)
        yield Subject(f"{number:,} events in few words", number, folder, queries, most), chronicle
        folder = f"own-{number}/"
        chronicle = records.own_words(self.bench.folder / folder, number, self.chronicle, self.vocabulary)
        yield Subject(f"{number:,} events in the record's words", number, folder, self.queries, most), chronicle

    def costs(self) -> None:
        """Measure what the index costs a build."""
        self.table.head("Processor time of a build, of events in the record's words")
        folders = {number: self.bench.folder / f"built-{number}" for number in (1000, 5000)}
        few, many = (
            records.own_words(folder, number, self.chronicle, self.vocabulary) for number, folder in folders.items()
        )
        self.table.add(*costs.index_rows(few, many, folders[5000]))


@dataclass(frozen=True, slots=True)
class Subject:
    """What is weighed: its name, its number of events, the folder of its search, its queries, the most kilobytes."""

    name: str
    number: int
    folder: str
    queries: Sequence[Query]
    most: float
