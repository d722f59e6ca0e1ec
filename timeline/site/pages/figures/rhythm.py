"""The sections on when things happen: outages by hour and by day of the week, and a calendar of all years."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import partial

from markupsafe import Markup

from timeline.chronicle.chronicle import Entry
from timeline.chronicle.figures import Figure, count
from timeline.chronicle.rhythm import HOURS, WEEKDAYS, by_day, by_hour, by_weekday
from timeline.chronicle.sides import Side
from timeline.site.drawing.charts.calendar import Day, calendar
from timeline.site.drawing.charts.columns import Group, columns
from timeline.site.pages.figures.listing import HOME, Cell, Line, Listing, Section, Table
from timeline.values.dates import Moment, Precision

HOUR, WEEKDAY, CALENDAR = "hour", "weekday", "calendar"

# Every so many hours one is written.
WRITTEN = 3

# A Monday, from which the days of the week are named.
MONDAY = date(2024, 1, 1)


class RhythmSections:
    """Writes when things happened."""

    def __init__(self, listing: Listing, sides: tuple[Side, Side]) -> None:
        self.listing, self.sides, self.word = listing, sides, listing.word
        self.outages = {side: listing.outages(side.company).all.entries for side in sides}

    def by_hour(self) -> Section:
        """Return the section that counts outages by the hour in which they began."""
        found = {side: by_hour(outages) for side, outages in self.outages.items()}
        names = {hour: f"{hour:02}:00" for hour in HOURS}
        labels = {hour: f"{hour:02}" if hour % WRITTEN == 0 else "" for hour in HOURS}
        return self._section(HOUR, found, names, labels)

    def by_weekday(self) -> Section:
        """Return the section that counts outages by the day of the week."""
        found = {side: by_weekday(outages) for side, outages in self.outages.items()}
        moments = {day: _moment(date(MONDAY.year, MONDAY.month, MONDAY.day + day)) for day in WEEKDAYS}
        names = {day: self.listing.language.weekday(moment) for day, moment in moments.items()}
        labels = {day: self.listing.language.short_weekday(moment) for day, moment in moments.items()}
        return self._section(WEEKDAY, found, names, labels)

    def _section(
        self, key: str, found: Mapping[Side, Mapping[int, Figure]], names: Mapping[int, str], labels: Mapping[int, str]
    ) -> Section:
        title = self.word(f"{key}.title")
        cells = {(one, side): self._cell(key, title, one, names[one], side, found[side][one])
                 for one in names for side in self.sides}  # fmt: skip
        groups = [
            Group(
                labels[one],
                [int(found[side][one].value) for side in self.sides],
                [cells[one, side].href for side in self.sides],
            )
            for one in names
        ]
        lines = tuple(Line(name, tuple(cells[one, side] for side in self.sides)) for one, name in names.items())
        head = (self.word(f"{key}.{key}"), *(side.name for side in self.sides))
        some = any(group.numbers != [0, 0] for group in groups)
        chart = partial(columns, key, groups, self.sides, self.listing.language) if some else None
        return Section(key, title, self.word(f"{key}.method"), (Table(head, lines),), chart)

    def _cell(self, key: str, title: str, one: int, name: str, side: Side, figure: Figure) -> Cell:
        part = self.listing.language.word("separator").join((side.name, name))
        return self.listing.cell(f"{key}-{one}-{side.company}", self.word("list", section=title, part=part), figure)

    def calendar(self) -> Section:
        """Return the calendar: a square a day, of all years."""
        title, days = self.word("calendar.title"), by_day(self.listing.chronicle)
        chart = partial(self._calendar, days) if days else None
        years = sorted({day.year for day in days}, reverse=True)
        lines = tuple(self._year(title, year, [e for d, listed in days.items() if d.year == year for e in listed])
                      for year in years)  # fmt: skip
        head = (self.listing.language.word("home.year"), self.listing.language.word("subject.entries"))
        return Section(CALENDAR, title, self.word("calendar.method"), (Table(head, lines),), chart)

    def _calendar(self, days: Mapping[date, tuple[Entry, ...]]) -> Markup:
        return calendar({day: self._day(day, entries) for day, entries in days.items()}, self.listing.language)

    def _day(self, day: date, entries: tuple[Entry, ...]) -> Day:
        lanes = tuple(sorted({self.listing.rows.brief(entry).lane for entry in entries}))
        counted = self.listing.language.counted("count.entries", len(entries))
        title = f"{self.listing.language.date(_moment(day))} · {counted}"
        return Day(tuple(lane for lane in lanes if lane) or lanes, title, f"{HOME}on-this-day/#d-{day:%m-%d}")

    def _year(self, title: str, year: int, entries: list[Entry]) -> Line:
        name = self.word("list", section=title, part=str(year))
        return Line(str(year), (self.listing.cell(f"days-{year}", name, count(entries)),), f"{HOME}years/{year}/")


def _moment(day: date) -> Moment:
    return Moment(datetime(day.year, day.month, day.day, tzinfo=UTC), Precision.DAY)
