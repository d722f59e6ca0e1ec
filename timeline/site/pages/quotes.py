"""The page of all that was said: the words of the record, newest first, and on top those that nobody said."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from timeline.chronicle.chronicle import Chronicle, Entry
from timeline.chronicle.sides import NEITHER, lane_of, sides
from timeline.language import Language
from timeline.record.event import Quote
from timeline.site.parts import scripts
from timeline.site.parts.briefs import Rows, where
from timeline.site.parts.framing import Framing
from timeline.site.parts.html import render
from timeline.site.parts.names import Names
from timeline.site.parts.page import Page
from timeline.site.parts.quotation import credit, quoted
from timeline.site.publication import last_change
from timeline.values.dates import Moment

PLACE = "quotes/"
HOME = "../"
FILES = ("quotes.css", "take.js", "quotes.js")

# By what quotations are told apart, and how many claims stand open on top.
FILTERS = ("speaker", "place", "target", "kind")
OPEN = 2


@dataclass(frozen=True, slots=True)
class Saying:
    """Words that somebody said, with the entry that has them."""

    entry: Entry
    quote: Quote

    @property
    def moment(self) -> Moment:
        """When it was said, or else when the entry began."""
        return self.quote.at or self.entry.event.when.started

    @property
    def met(self) -> dict[str, tuple[str, ...]]:
        """What the words are told apart by: who said them, where, about whom, and in what kind of entry."""
        event = self.entry.event
        return {
            "speaker": (self.quote.speaker,),
            "place": (self.quote.on,),
            "target": event.move.to if event.move else (),
            "kind": (event.kind,),
        }


def sayings(chronicle: Chronicle) -> tuple[Saying, ...]:
    """Return all words of a chronicle, newest first; those of one entry in its own order."""
    found = (Saying(entry, quote) for entry in reversed(chronicle.entries) for quote in entry.event.quotes)
    return tuple(sorted(found, key=lambda one: one.moment.sort_key, reverse=True))


class QuotesPage:
    """Writes the page of a chronicle's quotations in one language."""

    def __init__(self, chronicle: Chronicle, language: Language, rows: Rows, framing: Framing) -> None:
        self.chronicle, self.language, self.rows, self.framing = chronicle, language, rows, framing
        self._names = Names(chronicle, language, HOME)
        self._sayings = sayings(chronicle)

    def page(self) -> Page:
        """Return the page."""
        word = self.language.word
        return Page(
            PLACE, "quotes", word("quotes.title"), word("quotes.description"),
            lambda: render("quotes.html", self.language, **self._context()), PLACE, FILES,
            modified=last_change(self.chronicle.entries),
        )  # fmt: skip

    def _context(self) -> dict[str, Any]:
        counted, entries = self.language.counted, {one.entry for one in self._sayings}
        newest = [self._claim(entry) for entry in reversed(self.chronicle.debunked)]
        claims = sorted(newest, key=lambda claim: not claim["words"])  # words before deeds
        years = groupby(self._sayings, key=lambda one: f"{one.moment.start:%Y}")
        return {
            "home": HOME,
            "deck": self.language.word("quotes.deck").format(
                quotations=counted("quotes.count", len(self._sayings)), entries=counted("count.entries", len(entries))
            ),
            "claims": claims[:OPEN],
            "more": claims[OPEN:],
            "all_claims": counted("quotes.claims", len(claims)),
            "filters": [self._filter(name) for name in FILTERS],
            "said": counted("quotes.count", len(self._sayings)),
            "balance": list(self._balance()),
            "years": [{"year": year, "quotes": [self._quote(one) for one in listed]} for year, listed in years],
            "words": scripts.words(self.language, "quotes", "take"),
        }

    def _filter(self, name: str) -> dict[str, Any]:
        counts = Counter(each for one in self._sayings for each in one.met[name])
        options = [(each, self._named(name, each), number) for each, number in counts.items()]
        ordered = sorted(options, key=lambda option: (-option[2], option[1]))
        return {
            "name": name,
            "label": self.language.word(f"quotes.by.{name}"),
            "options": [(each, shown, self.language.number(number)) for each, shown, number in ordered],
        }

    def _named(self, name: str, one: str) -> str:
        vocabulary, code = self.chronicle.vocabulary, self.language.code
        if name in ("speaker", "target"):
            return self._names.actor(one).text
        table = vocabulary.platforms if name == "place" else vocabulary.kinds
        return table[one].name.in_language(code)

    def _balance(self) -> Iterator[dict[str, Any]]:
        """Yield how much each side said, and how much others."""
        said = Counter(self._lane(one.quote) for one in self._sayings)
        for side in sides(self.chronicle.vocabulary, self.language.code):
            name = self.language.word("quotes.side").format(company=self.language.attached(side.name))
            yield {"lane": side.lane, "name": name, "number": self.language.number(said[side.lane])}
        if said[NEITHER]:
            number = self.language.number(said[NEITHER])
            yield {"lane": NEITHER, "name": self.language.word("quotes.others"), "number": number}

    def _lane(self, quote: Quote) -> int:
        return lane_of(self.chronicle.vocabulary.side_of(quote.speaker), self.chronicle.vocabulary)

    def _quote(self, saying: Saying) -> dict[str, Any]:
        quote, language = saying.quote, self.language
        return {
            "id": f"q-{saying.entry.id}-{quote.id}",
            "lane": self._lane(quote),
            "brief": self.rows.brief(saying.entry),
            "met": {name: " ".join(ids) for name, ids in saying.met.items()},
            "label": language.word("event.original").format(language=language.language_name(quote.lang)),
            "speaker": self._names.actor(quote.speaker).text,
            "on": where(quote.on, self.chronicle, language),
            "date": language.date(saying.moment),
            "credit": (said := credit(quote, self.chronicle, language)),
            "embed": self.framing.line(f"events/{saying.entry.id}/q-{quote.id}/", said, "quote"),
            "state": language.word(f"state.{quote.state}"),
            "href": f"{HOME}events/{saying.entry.id}/#q-{quote.id}",
            **quoted(quote, language),
        }

    def _claim(self, entry: Entry) -> dict[str, Any]:
        event, language = entry.event, self.language
        attributed = dict.fromkeys(words.attributed_to for words in event.misattributed)
        return {
            "brief": self.rows.brief(entry),
            "date": language.date(event.when.started),
            "words": [quoted(words, language) for words in event.misattributed],
            "attributed": language.word("separator").join(self._names.actor(one).text for one in attributed),
            "shown": event.doubt.in_language(language.code) if event.doubt else "",
            "real": [self._real(quote, entry) for quote in event.quotes],
        }

    def _real(self, quote: Quote, entry: Entry) -> dict[str, Any]:
        """Return what was really said, beside a claim that was false."""
        speaker = self._names.actor(quote.speaker).text
        return {"id": f"q-{entry.id}-{quote.id}", "speaker": speaker, **quoted(quote, self.language)}
