"""Figures of a chronicle, each with the events that it counts; what was debunked is counted nowhere."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import median

from timeline.chronicle import Chronicle, Entry
from timeline.when import Duration


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and the events behind it."""

    value: float
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Outages:
    """The figures of one company's outages; lengths are in minutes, over those whose length is known."""

    all: Figure
    known: Figure
    total_minutes: Figure
    median_minutes: Figure | None
    median_to_acknowledge: Figure | None


def count(entries: Iterable[Entry]) -> Figure:
    """Count entries."""
    listed = tuple(entries)
    return Figure(len(listed), listed)


def counts(chronicle: Chronicle, key: Callable[[Entry], str | None]) -> dict[str, Figure]:
    """Count the events of a chronicle by a key, in order of first appearance; None is left out."""
    groups: dict[str, list[Entry]] = defaultdict(list)
    for entry in chronicle.held:
        if (name := key(entry)) is not None:
            groups[name].append(entry)
    return {name: count(listed) for name, listed in groups.items()}


def outages(chronicle: Chronicle, company: str) -> Outages:
    """Work out the figures of one company's outages."""
    listed = [e for e in chronicle.held if e.event.outage and e.event.outage.company == company]
    known = _measured(listed, lambda entry: entry.event.when.duration)
    return Outages(
        count(listed),
        count(known),
        Figure(sum(known.values()), tuple(known)),
        _median(known),
        _median(_measured(listed, lambda entry: entry.event.when.time_to_acknowledge)),
    )


def _measured(entries: Iterable[Entry], measure: Callable[[Entry], Duration | None]) -> dict[Entry, int]:
    lengths = ((entry, measure(entry)) for entry in entries)
    return {entry: length.minutes for entry, length in lengths if length is not None}


def _median(lengths: dict[Entry, int]) -> Figure | None:
    return Figure(median(lengths.values()), tuple(lengths)) if lengths else None
