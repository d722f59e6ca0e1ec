"""The sections on outages by year: how many there were, and for how long services are known to have been down."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from timeline.chronicle import figures as statistics
from timeline.chronicle.chronicle import Entry
from timeline.chronicle.figures import UNKNOWN, Outages
from timeline.chronicle.sides import Side, lane_of, side_of
from timeline.site.drawing.charts import years
from timeline.site.drawing.charts.chart import Mark
from timeline.site.pages.figures import spreads
from timeline.site.pages.figures.listing import HOME, Cell, Line, Listing, Section, Table
from timeline.values.dates import Duration

LONGEST_AXIS = 60  # years; of a longer time only those with outages are shown

BY_YEAR, DOWN = "by-year", "down"


class OutageSections:
    """Writes what is counted and added up by year and company."""

    def __init__(self, listing: Listing, sides: tuple[Side, Side]) -> None:
        self.listing, self.sides, self.word = listing, sides, listing.word
        self.found = {side: statistics.outages_by_year(listing.chronicle, side.company) for side in sides}
        self.years = _continuous({year for by_year in self.found.values() for year in by_year})
        self.note = listing.timed(_length)

    def by_year(self) -> Section:
        """Return the section that counts the outages of either side in each year."""
        title, language = self.word("by_year.title"), self.listing.language
        cells = {(year, side): self._number(title, year, side) for year in self.years for side in self.sides}
        drawn = [
            years.Year(year, [self._boxes(year, side, cells[year, side]) for side in self.sides]) for year in self.years
        ]
        lines = [self._line(year, (cells[year, side] for side in self.sides)) for year in reversed(self.years)]
        lines.append(Line(self.word("all"), tuple(self._all(side) for side in self.sides)))
        chart = partial(years.boxes, BY_YEAR, drawn, self.sides, language) if drawn else None
        method = self.listing.method("by_year", gathered=years.gathers(drawn))
        return Section(BY_YEAR, title, method, (Table(self._year_head(), tuple(lines)),), chart)

    def down(self) -> Section:
        """Return the section that adds up the known lengths, by company and by year."""
        title, language = self.word("down.title"), self.listing.language
        by_company = Table(self._company_head(), tuple(map(self._company, self._companies())), folded=False)
        cells = {(year, side): self._lengths(title, year, side) for year in self.years for side in self.sides}
        drawn = [
            years.Year(year, [self._bar(year, side, cells[year, side]) for side in self.sides]) for year in self.years
        ]
        lines = tuple(self._line(year, (cells[year, side] for side in self.sides)) for year in reversed(self.years))
        chart = partial(years.bars, DOWN, drawn, self.sides, language) if drawn else None
        return Section(DOWN, title, self.word("down.method"), (by_company, Table(self._year_head(), lines)), chart)

    def _year_head(self) -> tuple[str, ...]:
        return self.listing.language.word("home.year"), *(side.name for side in self.sides)

    def _line(self, year: str, cells: Iterable[Cell]) -> Line:
        known = year in self.listing.chronicle.years
        return Line(year, tuple(cells), f"{HOME}years/{year}/" if known else "")

    def _all(self, side: Side) -> Cell:
        return self.listing.all_outages(side.company)

    def _number(self, title: str, year: str, side: Side) -> Cell:
        found = self.found[side].get(year)
        key, name = f"{BY_YEAR}-{year}-{side.company}", self._name(title, side.name, year)
        cell = self.listing.cell(key, name, found.all if found else None, note=self.note)
        hours = self._together(found)
        return replace(cell, also=Cell(hours)) if hours else cell

    def _together(self, found: Outages | None) -> str:
        """Write how long some outages lasted together, as far as that is known."""
        known = found is not None and found.total_minutes.entries
        return self.listing.hours(found.total_minutes) if found and known else ""

    def _lengths(self, title: str, year: str, side: Side) -> Cell:
        """Return how long a side's services were down in a year, and how many outages nobody timed."""
        found, key = self.found[side].get(year), f"{DOWN}-{year}-{side.company}"
        if found is None:
            return self.listing.cell(key, title, None)
        total, unknown = found.total_minutes, found.lengths.rest.get(UNKNOWN)
        known = self.listing.cell(key, self._name(title, side.name, year), total, self.listing.hours(total), self.note)
        if unknown is None:
            return known
        name = self._name(title, side.name, year, self.word("length_unknown"))
        shown = self.listing.language.counted("charts.unknown_lengths", unknown.value)
        missing = self.listing.cell(f"{key}-unknown", name, unknown, shown)
        return replace(known, also=missing) if total.entries else missing

    def _boxes(self, year: str, side: Side, cell: Cell) -> years.Cell:
        found = self.found[side].get(year)
        total = found.total_minutes if found else None
        hours = self.listing.short(total.value) if total and total.entries else ""
        shown = " · ".join(part for part in (cell.shown, hours) if part)
        return self._drawn(year, side, shown, cell.href, found.all.value if found else 0)

    def _bar(self, year: str, side: Side, cell: Cell) -> years.Cell:
        found = self.found[side].get(year)
        total = found.total_minutes if found else None
        shown = self.listing.short(total.value) if total and total.entries else self.word("unknown")
        return self._drawn(year, side, shown, cell.href, total.value if total else 0)

    def _drawn(self, year: str, side: Side, shown: str, href: str, amount: float) -> years.Cell:
        found = self.found[side].get(year)
        if found is None:
            return years.Cell(0, 0, 0, "", "")
        known, unknown = found.known.entries, found.all.value - found.known.value
        return years.Cell(len(known), int(unknown), amount, shown, href, partial(self._marks, found))

    def _marks(self, found: Outages) -> list[Mark]:
        """Return the marks of outages, those of known length first."""
        unknown = found.lengths.rest.get(UNKNOWN, statistics.count(()))
        return [self.listing.mark(entry, _length(entry)) for entry in (*found.known.entries, *unknown.entries)]

    def _companies(self) -> list[str]:
        named = (entry.event.outage.company for entry in self.listing.chronicle.held if entry.event.outage)
        return sorted({*named, *(side.company for side in self.sides)}, key=self._lane)

    def _lane(self, company: str) -> tuple[int, str]:
        return lane_of(company, self.listing.chronicle.vocabulary) or 3, company

    def _company_head(self) -> tuple[str, ...]:
        words = ("figures.company", "charts.down.title", "charts.length_unknown")
        return tuple(map(self.listing.language.word, words))

    def _company(self, company: str) -> Line:
        found, listing = self.listing.outages(company), self.listing
        side = side_of(company, listing.chronicle.vocabulary, listing.language.code)
        subject = spreads.lengths(listing, [side])
        of = listing.language.counted("count.outages", found.known.value)
        total = listing.language.word("separator").join((listing.hours(found.total_minutes), of))
        cells = (spreads.known(listing, subject, side, total), spreads.missing(listing, subject, side, UNKNOWN))
        return Line(side.name, cells, f"{HOME}companies/{company}/", side.lane)

    def _name(self, title: str, *parts: str) -> str:
        return self.word("list", section=title, part=self.listing.language.word("separator").join(parts))


def _length(entry: Entry) -> Duration | None:
    return entry.event.when.duration


def _continuous(years: set[str]) -> list[str]:
    """Return the years from the first to the last, or where these are too many, those that there are."""
    if not years:
        return []
    whole = range(int(min(years)), int(max(years)) + 1)
    return [f"{year:04}" for year in whole] if len(whole) <= LONGEST_AXIS else sorted(years)
