"""The events behind each figure: a short list opens in place, a long one is a page of its own.

So no number stands without what it counts, and the page of figures does not grow with the record.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from markupsafe import Markup

from timeline.chronicle import figures as statistics
from timeline.chronicle.chronicle import Chronicle, Entry
from timeline.chronicle.figures import Figure, Measure, Outages
from timeline.chronicle.sides import Side, company_name, sides
from timeline.language import Language
from timeline.site.drawing.charts.chart import Mark
from timeline.site.parts.briefs import Brief, Rows
from timeline.site.parts.by_date import Groups
from timeline.site.parts.hours import hours
from timeline.site.parts.html import render
from timeline.site.parts.page import Page
from timeline.values.dates import Duration

Note: TypeAlias = Callable[[Entry], str]

FOLDER = "figures/"
HOME = "../"

# More events than this behind one figure are listed on a page of their own.
MOST_IN_PLACE = 30


@dataclass(frozen=True, slots=True)
class Item:
    """An event behind a figure, and what is said of it there."""

    brief: Brief
    note: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure as a table shows it; ``href`` leads to the events behind it, in place or on their own page.

    Without anything to show the events themselves stand in the cell. ``also`` is a second figure below the first.
    """

    shown: str
    listed: tuple[Item, ...] = ()
    href: str = ""
    id: str = ""
    also: "Cell | None" = None


# Where there can be no figure.
BLANK = Cell("–")


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table: its name, the page that the name leads to, the lane whose colour it has, and its cells."""

    name: str
    cells: tuple[Cell, ...]
    href: str = ""
    lane: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of figures; a folded one is opened by the reader."""

    head: tuple[str, ...]
    lines: tuple[Line, ...]
    folded: bool = True


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page of figures: what is counted and how, as tables, and as a drawing where ``draw`` makes one."""

    id: str
    title: str
    method: str
    tables: tuple[Table, ...]
    draw: Callable[[], Markup] | None = None


class Listing:
    """Writes figures with the events behind them, and the pages that long lists need."""

    def __init__(self, chronicle: Chronicle, language: Language, rows: Rows) -> None:
        self.chronicle, self.language, self.rows = chronicle, language, rows
        self._long: dict[str, tuple[str, tuple[Entry, ...]]] = {}
        self._named: set[str] = set()
        self._outages: dict[str, Outages] = {}
        self._groups = Groups(language, rows, "../../")
        self._rows: dict[str, Markup] = {}

    @property
    def sides(self) -> tuple[Side, Side] | None:
        """The two companies that face each other, if there are two."""
        found = sides(self.chronicle.vocabulary, self.language.code)
        return (found[0], found[1]) if len(found) == 2 else None

    def word(self, key: str, **values: str) -> str:
        """Return a text of the charts, filled in."""
        text = self.language.word(f"charts.{key}")
        return text.format(**values) if values else text

    def method(self, section: str, *, gathered: bool) -> str:
        """Say how a section counts, and how its drawing is read."""
        reading = self.word(f"{section}.gathered" if gathered else f"{section}.single")
        return f"{self.word(f'{section}.method')} {reading}"

    def company(self, one: str) -> str:
        """Name a company."""
        return company_name(one, self.chronicle.vocabulary, self.language.code)

    def length(self, figure: Figure) -> str:
        """Write a figure that is a number of minutes."""
        return self.language.duration(Duration(round(figure.value), figure.exact))

    def hours(self, figure: Figure) -> str:
        """Write a sum of minutes in hours, however many they are."""
        return hours(figure, self.language)

    def cell(self, key: str, title: str, figure: Figure | None, shown: str = "", note: Note | None = None) -> Cell:
        """Write a figure; figures with the same events behind them share a ``key`` and the ``title`` of the list."""
        if figure is None or not figure.entries:
            return Cell(self.word("none_found"))
        shown = shown or self.language.number(figure.value)
        name = "" if key in self._named else key
        self._named.add(key)
        if len(figure.entries) > MOST_IN_PLACE:
            self._long[key] = (title, figure.entries)
            return Cell(shown, (), f"{key}/", name)
        items = (Item(self.rows.brief(entry), (note or self._date)(entry)) for entry in figure.entries)
        return Cell(shown, tuple(items), f"#{key}", name)

    def outages(self, company: str) -> Outages:
        """Return the figures of one company's outages."""
        if company not in self._outages:
            self._outages[company] = statistics.outages(self.chronicle, company)
        return self._outages[company]

    def all_outages(self, company: str) -> Cell:
        """Write the number of one company's outages."""
        title = self.word("list", section=self.language.word("figures.by_company"), part=self.company(company))
        return self.cell(f"outages-{company}", title, self.outages(company).all)

    def _date(self, entry: Entry) -> str:
        return self.language.date(entry.event.when.started)

    def timed(self, measure: Measure) -> Note:
        """Return what lists say of an event whose length matters: its date and the length."""

        def note(entry: Entry) -> str:
            length = measure(entry)
            return f"{self._date(entry)} · {self.language.duration(length)}" if length else self._date(entry)

        return note

    def mark(self, entry: Entry, length: Duration | None = None) -> Mark:
        """Return an event as charts draw it."""
        told = partial(self._told, entry, length)
        return Mark(f"{HOME}events/{entry.id}/", told, self.rows.brief(entry).shape, length.minutes if length else None)

    def _told(self, entry: Entry, length: Duration | None) -> str:
        parts = [self._date(entry), self.rows.brief(entry).title] + ([self.language.duration(length)] if length else [])
        return " · ".join(parts)

    def short(self, minutes: float) -> str:
        """Write a length in short, for the narrow places of a chart."""
        if minutes < 60:
            return self.word("short.minute", count=self.language.number(round(minutes)))
        if minutes >= 2880 and minutes % 1440 == 0:
            return self.word("short.day", count=self.language.number(minutes // 1440))
        hours = minutes / 60
        return self.word("short.hour", count=self.language.number(round(hours) if hours >= 10 else round(hours, 1)))

    def pages(self) -> Iterator[Page]:
        """Yield the pages of the lists that are too long to open in place."""
        for key, (title, entries) in self._long.items():
            counted = self.language.counted("count.entries", len(entries))
            description = self.word("list_description", title=title, entries=counted)
            body = partial(self._list, title, counted, entries)
            yield Page(f"{FOLDER}{key}/", "figure", title, description, body, FOLDER)

    def _list(self, title: str, counted: str, entries: Sequence[Entry]) -> str:
        years: dict[str, list[Markup]] = {}
        for entry in reversed(entries):
            years.setdefault(entry.year, []).append(self._row(entry))
        joined = {year: Markup("".join(rows)) for year, rows in years.items()}  # noqa: S704 - each is HTML already
        return render("figure_list.html", self.language, title=title, counted=counted, years=joined)

    def _row(self, entry: Entry) -> Markup:
        """Return an event as a row of a list; many lists have the same one."""
        if entry.id not in self._rows:
            row = self.rows.row(entry, "../../", self._groups.day(entry))
            self._rows[entry.id] = Markup('<li class="row">{}</li>').format(row)
        return self._rows[entry.id]
