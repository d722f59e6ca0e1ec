"""The home page: the name, the axis over all years, the lead story, and the latest entries."""

from typing import Any

from markupsafe import Markup

from timeline.chronicle.chronicle import Chronicle, Entry
from timeline.chronicle.sides import facing
from timeline.language import Language
from timeline.site.drawing.axis import overview
from timeline.site.pages.replay import replayed
from timeline.site.parts import last_down, scripts
from timeline.site.parts.briefs import Rows
from timeline.site.parts.by_year import by_year
from timeline.site.parts.finding import FirstLine
from timeline.site.parts.html import clock, isolated, render
from timeline.site.parts.last_down import LastDown
from timeline.site.parts.page import Page
from timeline.site.settings import Settings
from timeline.values.dates import Duration, Moment, Precision

LATEST = 6
IN_SIGHT = 3  # at the head, beside the title; where the window is narrow only the newest


class Home:
    """Writes the home page of a chronicle in one language."""

    def __init__(self, chronicle: Chronicle, language: Language, settings: Settings, rows: Rows) -> None:
        self.chronicle, self.language, self.settings, self.rows = chronicle, language, settings, rows

    def page(self) -> Page:
        """Return the home page."""
        name = self.settings.name.in_language(self.language.code)
        description = self.settings.description.in_language(self.language.code)
        return Page(
            "", "home", name, description, lambda: render("home.html", self.language, **self._context()),
            files=("axis.css", "axis.js", "days.js", "clocks.js", last_down.SCRIPT),
        )  # fmt: skip

    def _context(self) -> dict[str, Any]:
        finding = FirstLine(self.chronicle, self.language, self.rows)
        down = LastDown(self.chronicle, self.language, self.rows)
        latest = list(reversed(self.chronicle.held))[:LATEST]
        return {
            "home": "",
            "headline": (self.settings.headline or self.settings.name).in_language(self.language.code),
            "finding": finding.sentence() or self._deck(),
            "counted": finding.counted(),
            "last": down.of_sides(),
            "as_of": down.as_of,
            "newest": [{"brief": self.rows.brief(entry), "day": self._day(entry)} for entry in latest[:IN_SIGHT]],
            **overview.context(self.chronicle, self.language, self.settings, self.rows),
            "table": by_year(self.chronicle, self.language),
            "lead": self._lead(),
            "latest": [self.rows.row(entry, "", self._day(entry)) for entry in latest],
            "latest_year": latest[0].year if latest else "",
            "words": scripts.words(self.language, *overview.SPOKEN, *last_down.SPOKEN, "zone"),
        }

    def _deck(self) -> Markup:
        """Say how many outages there are, where there is nothing to find yet."""
        shown = facing(self.chronicle.vocabulary).values()
        outages = sum(e.event.outage is not None and e.event.outage.company in shown for e in self.chronicle.held)
        deck = self.language.plural(self.settings.deck.in_language(self.language.code), outages)
        return isolated(deck.replace("{count}", self.language.number(outages)), self.language)

    def _day(self, entry: Entry) -> str:
        moment = entry.event.when.started
        return self.language.day(moment.start) if moment.precision >= Precision.DAY else self.language.date(moment)

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
            "replay": replayed(entry, self.chronicle),
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
