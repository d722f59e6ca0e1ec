"""The home page: the name, the axis over all years, the lead story, and the latest entries."""

import calendar
from collections import Counter
from typing import Any

from markupsafe import Markup

from timeline.chronicle import Chronicle, Entry
from timeline.language import Language
from timeline.when import Duration, Moment, Precision
from timeline.writing import axis, scripts
from timeline.writing.html import clock, render
from timeline.writing.page import Page
from timeline.writing.rows import THIRD, Rows, company_name
from timeline.writing.settings import Settings
from timeline.writing.tables import by_year, sides

LATEST = 6

LEGEND = ("outage", "unknown", "jab", "reply", "challenge", "statement", "launch", "truce", "debunked", "third")


class Home:
    """Writes the home page of a chronicle in one language."""

    def __init__(self, chronicle: Chronicle, language: Language, settings: Settings, rows: Rows) -> None:
        self.chronicle, self.language, self.settings, self.rows = chronicle, language, settings, rows

    def page(self) -> Page:
        """Return the home page."""
        name = self.settings.name.in_language(self.language.code)
        description = self.settings.description.in_language(self.language.code)
        return Page(
            "", "home", name, description, lambda: render("home.html", self.language, **self._context(name)),
            head=scripts.head("", "days.js"),
        )  # fmt: skip

    def _context(self, name: str) -> dict[str, Any]:
        shown = sides(self.chronicle)
        outages = sum(e.event.outage is not None and e.event.outage.company in shown for e in self.chronicle.held)
        deck = self.language.plural(self.settings.deck[self.language.code], outages)
        latest = list(reversed(self.chronicle.held))[:LATEST]
        years = self._years()
        return {
            "home": "",
            "name": self.language.word("quoted").format(text=name),
            "deck": deck.format(count=self.language.number(outages)),
            "axis": self._axis(years),
            "axis_years": [{"name": str(year), "known": str(year) in self.chronicle.years} for year in years],
            "legend": self._legend(),
            "table": by_year(self.chronicle, self.language),
            "lead": self._lead(),
            "latest": [self.rows.row(entry, "", self._day(entry)) for entry in latest],
            "latest_year": latest[0].year if latest else "",
        }

    def _day(self, entry: Entry) -> str:
        moment = entry.event.when.started
        return self.language.day(moment.start) if moment.precision >= Precision.DAY else self.language.date(moment)

    def _years(self) -> range:
        years = [int(year) for year in self.chronicle.years]
        return range(min(years), max(years) + 1) if years else range(0)

    def _legend(self) -> list[dict[str, Any]]:
        """Name the shapes: those of the first lane's company for outages, of the second's for moves."""
        shown = (*sides(self.chronicle), THIRD, THIRD)
        legend = []
        for shape in LEGEND:
            own = f"home.legend.{shape}" if shape in ("outage", "unknown", "third") else None
            kind = self.chronicle.vocabulary.kinds.get(shape)
            if own is None and shape != "debunked" and kind is None:
                continue
            name = self.language.word(own or "status.debunked.name")
            if own is None and kind is not None:
                name = kind.name.in_language(self.language.code)
            neutral = shape in ("debunked", "third")
            side = THIRD if neutral else shown[0 if own or shape == "launch" else 1]
            legend.append({"shape": shape, "side": side, "lane": 1, "name": name})
        return legend

    def _axis(self, years: range) -> Markup:
        if not years:
            return Markup("")
        shown = sides(self.chronicle)
        lanes = {side: lane for lane, side in enumerate(shown, 1)}
        items = [self._item(entry, lanes) for entry in self.chronicle.entries]
        counted = Counter(item.lane for item in items if item.kind == "outage")
        moves = sum(entry.event.outage is None for entry in self.chronicle.held)
        names = {lane: company_name(side, self.chronicle, self.language) for side, lane in lanes.items()}
        word, count = self.language.word, self.language.counted
        labels = axis.Labels(
            {lane: (name, name, count("count.outages", counted[lane])) for lane, name in names.items()}
            | {0: (word("home.feud"), word("home.feud_short"), count("count.moves", moves))},
            {lane: side for side, lane in lanes.items()} | {0: THIRD},
            {key: word(f"axis.{key}") for key in axis.GUIDES},
            {year: self._gathered(year) for year in years},
            "years/{year}/",
        )
        return axis.draw(items, years, labels, self.language.direction) if len(shown) > 1 else Markup("")

    def _gathered(self, year: int) -> str:
        moves = sum(entry.event.outage is None and entry.year == str(year) for entry in self.chronicle.held)
        return self.language.word("home.gathered").format(moves=self.language.counted("count.moves", moves), year=year)

    def _item(self, entry: Entry, lanes: dict[str, int]) -> axis.Item:
        brief = self.rows.brief(entry)
        start = entry.event.when.started.start
        days = 366 if calendar.isleap(start.year) else 365
        time = start.year + (start.timetuple().tm_yday - 1 + start.hour / 24) / days
        duration = entry.event.when.duration
        company = entry.company or ""
        title = f"{self.language.date(entry.event.when.started)} · {brief.title}"
        return axis.Item(
            time, brief.shape, lanes.get(company, 0), duration.minutes if duration else None, title, brief.path
        )

    def _lead(self) -> dict[str, Any] | None:
        entry = self.chronicle.by_id.get(self.settings.lead or "")
        if entry is None:
            return None
        code = self.language.code
        kicker = self.settings.lead_kicker
        counted = self.language.counted("count.sources", len(entry.event.sources))
        return {
            "brief": self.rows.brief(entry),
            "date": self.language.date(entry.event.when.started),
            "kicker": kicker.in_language(code) if kicker else "",
            "turns": self._turns(entry),
            "read": self.language.word("home.read").format(sources=counted),
        }

    def _turns(self, lead: Entry) -> list[dict[str, Any]]:
        """Tell the exchange of the lead's own day, as far as its minutes are known."""
        exchange = self.chronicle.thread(lead) or (lead,)
        day = lead.event.when.started.start.date()
        turns: list[dict[str, Any]] = []
        before: Moment | None = None
        for entry in exchange:
            moment = entry.event.when.started
            if moment.precision is not Precision.MINUTE or moment.start.date() != day or entry.event.is_debunked:
                continue
            wait = Duration.between(before, moment) if before else None
            later = self.language.later(wait) if wait and wait.minutes else ""
            turns.append({"brief": self.rows.brief(entry), "time": clock(moment), "later": later})
            before = moment
        return turns
