"""Eras: stretches of a company's time that have a name of their own, as under another owner or another name."""

from collections.abc import Iterable
from dataclasses import dataclass

from timeline.chronicle.chronicle import Entry
from timeline.values.dates import Moment

# Days.
YEAR = 365.25


@dataclass(frozen=True, slots=True)
class Era:
    """A stretch of a company's time; without ``ends`` it goes on, and its end is no part of it."""

    id: str
    company: str
    begins: Moment | None
    ends: Moment | None

    def holds(self, entry: Entry) -> bool:
        """Say whether an entry of the company began within the era."""
        start = entry.event.when.started.start
        after = self.begins is None or start >= self.begins.start
        before = self.ends is None or start < self.ends.start
        return self.company in entry.companies and after and before

    def a_year(self, outages: Iterable[Entry], until: Moment) -> float | None:
        """Return how many of its outages there were in a year, from its first day or its first outage on.

        ``until`` is when the record ends; of less than a year nothing is said.
        """
        listed = [entry.event.when.started.start for entry in outages if self.holds(entry)]
        first = min(listed, default=None) if self.begins is None else self.begins.start
        last = min(self.ends.start, until.start) if self.ends else until.start
        days = (last - first).days if first else 0
        return len(listed) * YEAR / days if days >= YEAR else None


def eras_of(entry: Entry, eras: Iterable[Era]) -> tuple[str, ...]:
    """Return the ids of the eras in which an entry began."""
    return tuple(era.id for era in eras if era.holds(entry))
