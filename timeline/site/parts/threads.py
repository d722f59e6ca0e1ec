"""The exchange that an entry belongs to: who said what on which platform, and how long the other side took."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from timeline.chronicle.chronicle import Chronicle, Entry
from timeline.language import Language
from timeline.record.event import Quote
from timeline.site.parts.briefs import Brief, Rows, where
from timeline.site.parts.elapsed import doubt, same_day, waited
from timeline.site.parts.html import clock, isolated
from timeline.site.parts.names import Names
from timeline.site.parts.quotation import quoted
from timeline.values.dates import Moment, Precision

# A long exchange is shown around the entry; the whole of it is on the pages of its years.
MOST_TURNS = 24


@dataclass(frozen=True, slots=True)
class Said:
    """What a turn shows of an entry: who said it, where and in which words; or its headline, with what it was."""

    brief: Brief
    who: Markup
    on: Markup
    say: Markup
    small: Markup


class Threads:
    """Writes exchanges in one language; what an entry says there is made once for all pages."""

    def __init__(self, chronicle: Chronicle, language: Language, rows: Rows, names: Names) -> None:
        self.chronicle, self.language, self.rows, self._names = chronicle, language, rows, names
        self._made: dict[str, Said] = {}

    def turns(self, entry: Entry) -> Iterator[dict[str, Any]]:
        """Yield the turns around an entry in order of time, each with the wait before it."""
        turns = self.chronicle.thread(entry)
        at = turns.index(entry) if entry in turns else 0
        first = max(0, min(at - MOST_TURNS // 2, len(turns) - MOST_TURNS))
        before: Moment | None = None
        for turn in turns[first : first + MOST_TURNS]:
            started = turn.event.when.started
            later = waited(before, started, self.language)
            yield {"said": self._said(turn), "here": turn is entry, "when": self._when(before, started), "later": later}
            before = started

    def _when(self, before: Moment | None, moment: Moment) -> Markup | str:
        """Write when a turn was: on the day of the one before it the minute alone."""
        same = before is not None and same_day(before, moment)
        if moment.precision is not Precision.MINUTE:
            return self.language.word("event.same_day") if same else self._date(moment)
        unsure = doubt(moment, self.language)
        shown = clock(moment) + Markup(" <span>{}</span>").format(unsure) if unsure else clock(moment)
        return shown if same else Markup("{} {}").format(self._date(moment), shown)

    def _date(self, moment: Moment) -> Markup:
        """Write a date for a narrow column: a line may end between the two names of a month."""
        return Markup("/<wbr>").join(self.language.date(moment).split("/"))

    def _said(self, entry: Entry) -> Said:
        if entry.id not in self._made:
            quote = None if entry.event.is_debunked else _words(entry)
            self._made[entry.id] = self._quoted(entry, quote) if quote else self._told(entry)
        return self._made[entry.id]

    def _quoted(self, entry: Entry, quote: Quote) -> Said:
        words = quoted(quote, self.language)
        who = isolated(self._names.actor(quote.speaker).text, self.language)
        on = isolated(where(quote.on, self.chronicle, self.language), self.language)
        say = isolated(words["translation"] or words["text"], self.language)
        return Said(self.rows.brief(entry), who, on, say, Markup(""))

    def _told(self, entry: Entry) -> Said:
        brief, nothing = self.rows.brief(entry), Markup("")
        small = [brief.company] if entry.event.outage and brief.company else []
        return Said(brief, nothing, nothing, nothing, isolated(" · ".join([*small, brief.facts]), self.language))


def _words(entry: Entry) -> Quote | None:
    """Return the words that a move was made with: the first of whoever made it."""
    move = entry.event.move
    return next((quote for quote in entry.event.quotes if move and quote.speaker in move.by), None)
