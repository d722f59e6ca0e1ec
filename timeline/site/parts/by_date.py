"""Entries in the groups in which lists show them: by year, by month, each day named once."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from markupsafe import Markup

from timeline.chronicle.chronicle import Entry
from timeline.language import Language
from timeline.site.parts.briefs import Rows
from timeline.site.parts.html import items
from timeline.values.dates import Precision


class Groups:
    """Groups entries into the rows of pages that reach their language's home by ``home``."""

    def __init__(self, language: Language, rows: Rows, home: str) -> None:
        self._language, self._made, self._home = language, rows, home
        self._days: dict[str, str] = {}

    def counted(self, entries: Iterable[Entry]) -> str:
        """Count entries in words; what was debunked is listed, but counted nowhere."""
        return self._language.counted("count.entries", sum(not entry.event.is_debunked for entry in entries))

    def months(self, entries: Iterable[Entry]) -> Iterator[dict[str, Any]]:
        """Yield the months of a year's entries, in the entries' order."""
        months: dict[str, list[Entry]] = {}
        for entry in entries:
            moment = entry.event.when.started
            known = moment.precision >= Precision.MONTH
            name = self._language.month(moment.start) if known else self._language.word("year.unknown_month")
            months.setdefault(name, []).append(entry)
        for name, listed in months.items():
            rows = self.rows(listed, lambda entry: self._made.brief(entry).day)
            yield {"name": name, "counted": self.counted(listed), "rows": rows, "entries": listed}

    def years(self, entries: Sequence[Entry]) -> Iterator[dict[str, Any]]:
        """Yield the years of entries that are in order of time, newest first."""
        years: dict[str, list[Entry]] = {}
        for entry in entries:
            years.setdefault(entry.year, []).append(entry)
        for year in reversed(years):
            yield {"name": year, "rows": self.rows(reversed(years[year]), self.day)}

    def rows(self, entries: Iterable[Entry], day_of: Callable[[Entry], str]) -> Markup:
        """Return rows as the items of a list that names a day once."""
        return items(self._rows(entries, day_of))

    def _rows(self, entries: Iterable[Entry], day_of: Callable[[Entry], str]) -> Iterator[tuple[Markup, bool]]:
        before = ""
        for entry in entries:
            day = day_of(entry)
            yield self._made.row(entry, self._home, day), day == before != ""
            before = day

    def day(self, entry: Entry) -> str:
        """Write the day of an entry in short, or its month, or nothing below a year's heading."""
        if entry.id not in self._days:
            self._days[entry.id] = self._day(entry)
        return self._days[entry.id]

    def _day(self, entry: Entry) -> str:
        moment = entry.event.when.started
        if moment.precision is Precision.YEAR:
            return ""
        known = moment.precision >= Precision.DAY
        return self._language.day(moment.start) if known else self._language.short_month(moment.start)
