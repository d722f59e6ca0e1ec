"""When things happen: outages by the hour of the day and the day of the week (UTC), and all entries by their day."""

from collections.abc import Callable, Iterable
from datetime import date

from timeline.chronicle.chronicle import Chronicle, Entry
from timeline.chronicle.figures import Figure, count
from timeline.values.dates import Precision

HOURS, WEEKDAYS = range(24), range(7)


def by_hour(outages: Iterable[Entry]) -> dict[int, Figure]:
    """Count outages by the hour of the day in which they began, as far as its minute is known."""
    timed = [entry for entry in outages if entry.event.when.started.precision is Precision.MINUTE]
    return _grouped(timed, HOURS, lambda entry: entry.event.when.started.start.hour)


def by_weekday(outages: Iterable[Entry]) -> dict[int, Figure]:
    """Count outages by the day of the week on which they began, from Monday on, as far as the day is known."""
    dated = [entry for entry in outages if entry.event.when.started.precision >= Precision.DAY]
    return _grouped(dated, WEEKDAYS, lambda entry: entry.event.when.started.start.weekday())


def by_day(chronicle: Chronicle) -> dict[date, tuple[Entry, ...]]:
    """Return the entries of each day, as far as the day is known for certain; what was debunked is none."""
    found: dict[date, list[Entry]] = {}
    for entry in chronicle.held:
        started = entry.event.when.started
        if started.precision >= Precision.DAY and not started.uncertain:
            found.setdefault(started.start.date(), []).append(entry)
    return {day: tuple(entries) for day, entries in sorted(found.items())}


def _grouped(entries: Iterable[Entry], keys: Iterable[int], key: Callable[[Entry], int]) -> dict[int, Figure]:
    listed = list(entries)
    return {one: count(entry for entry in listed if key(entry) == one) for one in keys}
