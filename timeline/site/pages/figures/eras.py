"""The section on eras: of either side how many outages each of its eras had, how long together, and how many a year."""

from collections.abc import Sequence

from timeline.chronicle import figures as statistics
from timeline.chronicle.figures import UNKNOWN, Outages
from timeline.chronicle.sides import Side
from timeline.site.pages.figures.listing import BLANK, Cell, Line, Listing, Section, Table
from timeline.site.parts.often import dates
from timeline.site.settings import EraChoice
from timeline.values.dates import Moment

ERAS = "eras"


class EraSection:
    """Writes what is counted and added up by the eras of the sides."""

    def __init__(self, listing: Listing, sides: Sequence[Side], choices: Sequence[EraChoice]) -> None:
        self.listing, self.word = listing, listing.language.word
        self.sides = {side.company: side for side in sides}
        self.choices = [choice for choice in choices if choice.company in self.sides]
        dates = [entry.event.updated for entry in listing.chronicle.entries]
        self.until: Moment | None = max(dates, key=lambda moment: moment.sort_key, default=None)

    def section(self) -> Section:
        """Return the section."""
        head = ("era.era", "figures.outages", "charts.down.title", "charts.length_unknown", "era.rate")
        table = Table(tuple(map(self.word, head)), tuple(map(self._line, self.choices)), folded=False)
        return Section(ERAS, self.word("era.title"), self.word("era.method"), (table,))

    def _line(self, choice: EraChoice) -> Line:
        all_of_them = self.listing.outages(choice.company).all.entries
        found = statistics.outages_among(entry for entry in all_of_them if choice.era.holds(entry))
        name = choice.name.in_language(self.listing.language.code)
        rate = choice.era.a_year(all_of_them, self.until) if self.until else None
        cells = (
            *self._cells(choice, name, found),
            Cell(self.listing.language.number(round(rate, 1))) if rate else BLANK,
        )
        return Line(name, cells, lane=self.sides[choice.company].lane, note=dates(choice, self.listing.language))

    def _cells(self, choice: EraChoice, name: str, found: Outages) -> tuple[Cell, Cell, Cell]:
        listing, key = self.listing, f"era-{choice.id}"
        total, unknown = found.total_minutes, found.lengths.rest.get(UNKNOWN)
        title = listing.word("list", section=self.word("era.title"), part=name)
        return (
            listing.cell(key, title, found.all),
            listing.cell(f"{key}-known", title, total, listing.hours(total)) if total.entries else BLANK,
            listing.cell(f"{key}-unknown", title, unknown) if unknown else BLANK,
        )
