"""The sections on mockery: how soon the rival mocked an outage, and whose platform the jabs were made on."""

from collections.abc import Iterable
from functools import partial

from timeline.chronicle import figures as statistics
from timeline.chronicle.chronicle import Entry
from timeline.chronicle.figures import Figure, Spread
from timeline.chronicle.mockery import Mockery, exchanges, jabs_at_outages, stages, time_to_mock, waits
from timeline.chronicle.sides import Side
from timeline.site.drawing.charts import matrix, years
from timeline.site.drawing.charts.waits import Wait
from timeline.site.drawing.charts.waits import waits as drawn
from timeline.site.pages.figures import spreads
from timeline.site.pages.figures.listing import BLANK, HOME, Cell, Item, Line, Listing, Section, Table
from timeline.values.dates import Duration

MOCK, STAGE = "mock", "stage"
ELSEWHERE = ""  # no company has such an id

# More mocked outages than this are drawn as a distribution and listed behind its numbers.
MOST_WAITS = 12


class MockerySections:
    """Writes how the two sides mocked each other."""

    def __init__(self, listing: Listing, sides: tuple[Side, Side]) -> None:
        self.listing, self.sides, self.word = listing, sides, listing.word
        self.mocked = {one.outage: one for one in time_to_mock(listing.chronicle)}

    def mock(self) -> Section:
        """Return the section on the time to mock."""
        subject = spreads.Subject(MOCK, {side: self._spread(side) for side in self.sides}, self._wait)
        summary = Table(self._summary_head(), tuple(self._summary(subject, side) for side in self.sides), folded=False)
        if len(self.mocked) > MOST_WAITS:
            whole = spreads.section(self.listing, subject)
            return Section(MOCK, whole.title, whole.method, (summary, *whole.tables), whole.draw)
        newest = list(reversed(self.mocked.values()))
        beginning, language = self.word("mock.beginning"), self.listing.language
        rows = [self._drawn(one) for one in newest]
        chart = partial(drawn, MOCK, rows, self.listing.short, beginning, language) if rows else None
        head = tuple(self.word(f"mock.{column}") for column in ("outage", "first", "title"))
        listed = (Table(head, tuple(map(self._line, newest)), folded=False),) if newest else ()
        return Section(MOCK, self.word("mock.title"), self.word("mock.method"), (summary, *listed), chart)

    def exchanges(self) -> Section:
        """Return the section on who mocked whom, year by year."""
        title, language = self.word("exchanges.title"), self.listing.language
        found = exchanges(self.listing.chronicle)
        names = sorted({year for _, year in found})
        cells = {(year, side): self._exchange(title, year, side, found.get((side.company, year)))
                 for year in names for side in self.sides}  # fmt: skip
        drawn = [years.Year(year, [self._boxes(cells[year, side], found.get((side.company, year)))
                                   for side in self.sides]) for year in names]  # fmt: skip
        head = (language.word("home.year"), *map(self._jabs, self.sides))
        lines = [Line(year, tuple(cells[year, side] for side in self.sides), f"{HOME}years/{year}/")
                 for year in reversed(names)]  # fmt: skip
        chart = partial(years.boxes, "exchanges", drawn, self.sides, language) if drawn else None
        method = self.listing.method("exchanges", gathered=years.gathers(drawn))
        return Section("exchanges", title, method, (Table(head, tuple(lines)),), chart)

    def _exchange(self, title: str, year: str, side: Side, figure: Figure | None) -> Cell:
        part = f"{self._jabs(side)}{self._join}{year}"
        name = self.word("list", section=title, part=part)
        return self.listing.cell(f"exchanges-{year}-{side.company}", name, figure, note=self._said)

    def _boxes(self, cell: Cell, figure: Figure | None) -> years.Cell:
        if figure is None:
            return years.Cell(0, 0, 0, "", "")
        number = len(figure.entries)
        return years.Cell(
            number, 0, number, cell.shown, cell.href, lambda: [self.listing.mark(one) for one in figure.entries]
        )

    def jabs(self) -> Section:
        """Return the section on how soon each jab came after the outage that it mocks."""
        at = jabs_at_outages(self.listing.chronicle)
        made = {side: [jab for jab in at if side.company in jab.companies] for side in self.sides}

        def after(jab: Entry) -> Duration | None:
            return at[jab][1]

        found = {side: statistics.spread(jabs, after, lambda _: statistics.UNKNOWN) for side, jabs in made.items()}
        return spreads.section(self.listing, spreads.Subject("jabs", found, after))

    def stage(self) -> Section:
        """Return the section on who was mocked on whose platform."""
        title, owners = self.word("stage.title"), [*(side.company for side in self.sides), ELSEWHERE]
        found = self._by_owner(owners)
        cells = {
            (side, owner): self._stage(title, side, owner, found.get((side.company, owner)))
            for side in self.sides
            for owner in owners
        }
        lines = [Line(self._place(owner), tuple(cells[side, owner] for side in self.sides)) for owner in owners]
        head = (self.word("stage.place"), *(self._jabs(side) for side in self.sides))
        rows = [
            matrix.Line(side, self._jabs(side), [self._marks(found, cells, side, owner) for owner in owners])
            for side in self.sides
        ]
        places = [self._place(owner) for owner in owners]
        chart = partial(matrix.matrix, STAGE, places, rows, self.listing.language)
        method = self.listing.method(STAGE, gathered=matrix.gathers(rows))
        return Section(STAGE, title, method, (Table(head, tuple(lines)),), chart)

    def _spread(self, side: Side) -> Spread:
        return waits(self.mocked, self.listing.outages(side.company).all.entries)

    def _wait(self, entry: Entry) -> Duration | None:
        return self.mocked[entry].wait if entry in self.mocked else None

    def _summary_head(self) -> tuple[str, ...]:
        down, mocked, timed = (self.word(f"mock.{column}") for column in ("down", "mocked", "timed"))
        return down, self.listing.language.word("figures.outages"), mocked, timed

    def _summary(self, subject: spreads.Subject, side: Side) -> Line:
        """Return one side's outages, those that were mocked, and those whose wait is known."""
        listing = self.listing
        outages = listing.outages(side.company).all
        mocked = statistics.count(entry for entry in outages.entries if entry in self.mocked)
        name = self.word(
            "list", section=self.word("mock.title"), part=f"{side.name}{self._join}{self.word('mock.mocked')}"
        )
        cells = (
            listing.all_outages(side.company),
            listing.cell(f"mocked-{side.company}", name, mocked),
            spreads.known(listing, subject, side) if mocked.entries else BLANK,
        )
        return Line(side.name, cells, f"{HOME}companies/{side.company}/", side.lane)

    @property
    def _join(self) -> str:
        return self.listing.language.word("separator")

    def _line(self, one: Mockery) -> Line:
        rows, language = self.listing.rows, self.listing.language
        first = Item(rows.brief(one.first), self._makers([one.first]))
        note = self._untimed if one.wait else lambda jab: self._makers([jab])
        others = (Item(rows.brief(jab), note(jab)) for jab in one.perhaps_earlier)
        brief, date = rows.brief(one.outage), language.date(one.outage.event.when.started)
        return Line(brief.title, (Cell("", (first, *others)), Cell(self.waited(one))), f"{HOME}{brief.path}", note=date)

    def waited(self, one: Mockery) -> str:
        """Write a time to mock, or what is known of it."""
        if one.wait:
            return self.listing.language.duration(one.wait)
        return self.word("mock.same_day" if one.same_day else "mock.untimed")

    def _untimed(self, jab: Entry) -> str:
        return f"{self._makers([jab])} · {self.word('mock.perhaps_earlier')}"

    def _makers(self, jabs: Iterable[Entry]) -> str:
        actors = dict.fromkeys(who for jab in jabs for who in (jab.event.move.by if jab.event.move else ()))
        known = (self.listing.chronicle.vocabulary.actor(who) for who in actors)
        return self._join.join(one.name.in_language(self.listing.language.code) for one in known if one)

    def _drawn(self, one: Mockery) -> Wait:
        down, made = _down_and_maker(one.outage, self.sides)
        mark = self.listing.mark(one.first, one.wait)
        makers = self._makers([one.first] if one.wait else one.jabs)
        date = self.listing.language.date(one.outage.event.when.started)
        return Wait(down, made, mark, f"{date} · {down.name}", f"{self.waited(one)} · {makers}")

    def _by_owner(self, owners: list[str]) -> dict[tuple[str, str], Figure]:
        platforms = self.listing.chronicle.vocabulary.platforms
        found: dict[tuple[str, str], list[Entry]] = {}
        for (maker, platform), figure in stages(self.listing.chronicle).items():
            owner = platforms[platform].company
            key = maker, owner if owner in owners and owner else ELSEWHERE
            found.setdefault(key, []).extend(figure.entries)
        return {key: statistics.count(entries) for key, entries in found.items()}

    def _stage(self, title: str, side: Side, owner: str, figure: Figure | None) -> Cell:
        part = f"{self._jabs(side)}{self._join}{self._place(owner)}"
        name = self.word("list", section=title, part=part)
        return self.listing.cell(
            f"{STAGE}-{side.company}-{f'on-{owner}' if owner else 'elsewhere'}", name, figure, note=self._said
        )

    def _marks(
        self, found: dict[tuple[str, str], Figure], cells: dict[tuple[Side, str], Cell], side: Side, owner: str
    ) -> matrix.Cell:
        figure, cell = found.get((side.company, owner)), cells[side, owner]
        marks = [self.listing.mark(entry) for entry in figure.entries] if figure else []
        return matrix.Cell(marks, cell.shown, cell.href)

    def _said(self, entry: Entry) -> str:
        """Say when and where a jab was made."""
        date = self.listing.language.date(entry.event.when.started)
        platform = self.listing.chronicle.vocabulary.platforms[entry.event.move.on] if entry.event.move else None
        return f"{date} · {platform.name.in_language(self.listing.language.code)}" if platform else date

    def _jabs(self, side: Side) -> str:
        other = next(one for one in self.sides if one is not side)
        return self.word("stage.jabs", maker=side.name, target=self.listing.language.attached(other.name))

    def _place(self, owner: str) -> str:
        if owner == ELSEWHERE:
            return self.word("stage.elsewhere")
        return self.word("stage.on", company=self.listing.company(owner))


def _down_and_maker(outage: Entry, sides: tuple[Side, Side]) -> tuple[Side, Side]:
    one, two = sides
    return (one, two) if outage.event.outage and outage.event.outage.company == one.company else (two, one)
