"""Figures of a chronicle, each with the events that it counts; what was debunked is counted nowhere."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from statistics import median
from typing import TypeAlias

from timeline.chronicle.chronicle import Chronicle, Entry
from timeline.values.dates import Duration

Measure: TypeAlias = Callable[[Entry], Duration | None]
Reason: TypeAlias = Callable[[Entry], str]

UNKNOWN = "unknown"  # it happened, but its minute is not known
NONE = "none"  # nothing of the kind is in the record


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, the events behind it, and whether it is exact."""

    value: float
    entries: tuple[Entry, ...]
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Spread:
    """How long something took in some events: the known lengths, and the rest by what is missing."""

    known: tuple[tuple[Entry, Duration], ...]
    rest: Mapping[str, Figure]

    @property
    def counted(self) -> Figure:
        """The number of known lengths."""
        return count(entry for entry, _ in self.known)

    @property
    def total(self) -> Figure:
        """The sum of the known lengths, in minutes."""
        return self._figure(sum(length.minutes for _, length in self.known))

    @property
    def median(self) -> Figure | None:
        """The length in the middle of the known ones, in minutes."""
        return self._figure(median(length.minutes for _, length in self.known)) if self.known else None

    def between(self, low: float, high: float) -> Figure:
        """Count the known lengths from one number of minutes up to, but not including, another."""
        return count(entry for entry, length in self.known if low <= length.minutes < high)

    def _figure(self, value: float) -> Figure:
        return Figure(value, self.counted.entries, all(length.exact for _, length in self.known))


@dataclass(frozen=True, slots=True)
class Outages:
    """The figures of some outages."""

    all: Figure
    lengths: Spread
    to_acknowledge: Spread

    @property
    def known(self) -> Figure:
        """The outages whose length is known."""
        return self.lengths.counted

    @property
    def total_minutes(self) -> Figure:
        """The known lengths, added up."""
        return self.lengths.total

    @property
    def median_minutes(self) -> Figure | None:
        """The median of the known lengths, if any is known."""
        return self.lengths.median

    @property
    def median_to_acknowledge(self) -> Figure | None:
        """The median time until the company admitted an outage, if any is known."""
        return self.to_acknowledge.median


def count(entries: Iterable[Entry]) -> Figure:
    """Count entries."""
    listed = tuple(entries)
    return Figure(len(listed), listed)


def counts(chronicle: Chronicle, key: Callable[[Entry], str | None]) -> dict[str, Figure]:
    """Count the events of a chronicle by a key, in order of first appearance; None is left out."""
    return _grouped(chronicle.held, key)


def outages(chronicle: Chronicle, company: str) -> Outages:
    """Work out the figures of one company's outages."""
    return outages_among(e for e in chronicle.held if e.event.outage and e.event.outage.company == company)


def outages_by_year(chronicle: Chronicle, company: str) -> dict[str, Outages]:
    """Work out the figures of one company's outages for each year in which one began."""
    all_of_them = outages(chronicle, company).all.entries
    return {
        year: outages_among(figure.entries) for year, figure in _grouped(all_of_them, lambda entry: entry.year).items()
    }


def spread(entries: Iterable[Entry], measure: Measure, reason: Reason) -> Spread:
    """Measure entries; those that cannot be measured are counted by the reason why not."""
    listed = tuple(entries)
    lengths = [(entry, length) for entry in listed if (length := measure(entry)) is not None]
    measured = {entry for entry, _ in lengths}
    rest = _grouped((entry for entry in listed if entry not in measured), reason)
    return Spread(tuple(lengths), rest)


def outages_among(entries: Iterable[Entry]) -> Outages:
    """Work out the figures of the outages among some entries; what was debunked is none."""
    listed = tuple(entry for entry in entries if entry.event.outage and not entry.event.is_debunked)
    lengths = spread(listed, lambda entry: entry.event.when.duration, lambda _: UNKNOWN)
    return Outages(count(listed), lengths, spread(listed, lambda e: e.event.when.time_to_acknowledge, _unacknowledged))


def _unacknowledged(entry: Entry) -> str:
    return UNKNOWN if entry.event.when.acknowledged else NONE


def _grouped(entries: Iterable[Entry], key: Callable[[Entry], str | None]) -> dict[str, Figure]:
    groups: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if (name := key(entry)) is not None:
            groups[name].append(entry)
    return {name: count(listed) for name, listed in groups.items()}
