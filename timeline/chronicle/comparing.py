"""What can be set beside each other: companies, platforms, eras and single outages, and the course of an outage."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from timeline.chronicle.chronicle import Chronicle, Entry
from timeline.chronicle.eras import Era
from timeline.chronicle.figures import Figure, Outages, Spread, count, outages_among
from timeline.chronicle.mockery import Mockery, waits
from timeline.chronicle.replay import Turn, turns_of
from timeline.chronicle.sides import lane_of
from timeline.values.dates import Duration, Precision

Sort: TypeAlias = Literal["company", "platform", "era", "outage"]
SORTS: tuple[Sort, ...] = get_args(Sort)

# What happened later than a day after the start is no part of a course.
LONGEST = 24 * 60


@dataclass(frozen=True, slots=True)
class Compared:
    """Something with outages of its own: what sort of thing it is, its id, and its outages in order of time."""

    sort: Sort
    id: str
    company: str
    entries: tuple[Entry, ...]

    @property
    def key(self) -> str:
        """What names it among all that can be compared: ``company/alpha``."""
        return f"{self.sort}/{self.id}"

    @property
    def outages(self) -> Outages:
        """The figures of its outages."""
        return outages_among(self.entries)

    @property
    def longest(self) -> tuple[Entry, Duration] | None:
        """The longest of its outages whose length is known."""
        return max(self.outages.lengths.known, key=lambda known: known[1].minutes, default=None)

    @property
    def years(self) -> dict[str, Outages]:
        """The figures of its outages by year."""
        years = dict.fromkeys(entry.year for entry in self.entries)
        return {year: outages_among(entry for entry in self.entries if entry.year == year) for year in years}


@dataclass(frozen=True, slots=True)
class Step:
    """A moment of an outage's course: how many minutes after its start, and what happened."""

    minutes: int
    turn: Turn


def comparable(chronicle: Chronicle, eras: Iterable[Era]) -> dict[str, Compared]:
    """Return all that can be compared, by its key."""
    found = (one for one in _found(chronicle, eras) if one.entries)
    return {one.key: one for one in found}


def _found(chronicle: Chronicle, eras: Iterable[Era]) -> list[Compared]:
    return [*_companies(chronicle), *_platforms(chronicle), *_eras(chronicle, eras), *_outages(chronicle)]


def mocked(one: Compared, ridiculed: Mapping[Entry, Mockery]) -> tuple[Figure, Spread]:
    """Return which of its outages are among those that the other side mocked, and how soon it did."""
    return count(entry for entry in one.entries if entry in ridiculed), waits(ridiculed, one.entries)


def course(outage: Entry, chronicle: Chronicle) -> tuple[Step, ...]:
    """Return what is known to the minute of an outage from its start on: facts, admission, mockery, end."""
    start = outage.event.when.started
    if start.precision is not Precision.MINUTE:
        return ()
    related = [link.entry for link in chronicle.inverse(outage)]
    turns = turns_of(dict.fromkeys((outage, *related)))
    timed = ((turn, Duration.between(start, turn.moment)) for turn in turns)
    return tuple(Step(wait.minutes, turn) for turn, wait in timed if wait and 0 <= wait.minutes < LONGEST)


def _companies(chronicle: Chronicle) -> Iterator[Compared]:
    last = 3  # behind the lanes of the two that face each other
    order = sorted(chronicle.companies, key=lambda one: lane_of(one, chronicle.vocabulary) or last)
    for company in order:
        entries = chronicle.companies[company]
        own = (e for e in entries if e.event.outage and e.event.outage.company == company)
        yield Compared("company", company, company, _held(own))


def _platforms(chronicle: Chronicle) -> Iterator[Compared]:
    for platform, entries in chronicle.platforms.items():
        company = chronicle.vocabulary.platforms[platform].company or ""
        yield Compared("platform", platform, company, _held(e for e in entries if platform in e.failed))


def _eras(chronicle: Chronicle, eras: Iterable[Era]) -> Iterator[Compared]:
    for era in eras:
        yield Compared("era", era.id, era.company, _held(entry for entry in chronicle.entries if era.holds(entry)))


def _outages(chronicle: Chronicle) -> Iterator[Compared]:
    for entry in _held(chronicle.entries):
        company = entry.event.outage.company if entry.event.outage else ""
        yield Compared("outage", entry.id, company, (entry,))


def _held(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(entry for entry in entries if entry.event.outage and not entry.event.is_debunked)
