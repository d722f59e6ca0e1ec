"""An entry as its story tells it: by its own words where there are any, else by what happened, or how long it took."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from timeline.chronicle.chronicle import Chronicle, Entry
from timeline.language import Language
from timeline.record.event import Event, Quote
from timeline.site.drawing import story_strip
from timeline.site.drawing.story_strip import Step
from timeline.site.parts.briefs import Rows, where
from timeline.site.parts.distance import distance, stem
from timeline.site.parts.html import minute
from timeline.site.parts.names import Names
from timeline.site.parts.quotation import quoted
from timeline.site.parts.reading import opening
from timeline.values.dates import Moment, Precision

# More words than these stand on the entry's own page.
MOST_WORDS = 2


@dataclass(frozen=True, slots=True)
class Told:
    """An entry in its story, and what came before it there."""

    entry: Entry
    before: Entry | None


class StorySteps:
    """Tells the entries of stories in one language, for pages that reach the language's home by ``home``."""

    def __init__(self, chronicle: Chronicle, language: Language, rows: Rows, home: str) -> None:
        self.chronicle, self.language, self.rows = chronicle, language, rows
        self._names = Names(chronicle, language, home)

    def step(self, told: Told) -> dict[str, Any]:
        """Return what a story shows of an entry."""
        entry, before = told.entry, told.before
        event, brief = entry.event, self.rows.brief(entry)
        started, earlier = event.when.started, before.event.when.started if before else None
        words = leading_words(event)
        return {
            "id": entry.id,
            "brief": brief,
            "later": distance(earlier, started, self.language),
            "stem": stem(earlier, started),
            "day": self._day(earlier, started),
            "words": [quoted(quote, self.language) for quote in words],
            "who": self._names.actor(words[0].speaker).text if words else "",
            "on": self._on(words[0]) if words else "",
            "text": self._text(event),
            "band": self.band(entry),
            "length": self._length(event) if event.outage else "",
        }

    def read(self, told: Told) -> Iterator[str]:
        """Yield the texts that a story shows of an entry, for those who count them."""
        step = self.step(told)
        yield from (words["translation"] or words["text"] for words in step["words"])
        if not step["words"]:
            yield from (step["brief"].title, step["text"])

    def band(self, entry: Entry) -> Markup | str:
        """Draw the length of an outage."""
        step = self.drawn(entry)
        return story_strip.band(step, f"band-{entry.id}", self.language) if entry.event.outage and step.lane else ""

    def drawn(self, entry: Entry) -> Step:
        """Return an entry as the strip of its story has it."""
        brief, when = self.rows.brief(entry), entry.event.when
        title = f"{self.language.date(when.started)} · {brief.title}"
        return Step(brief.shape, brief.lane, f"#{entry.id}", title, when.duration.minutes if when.duration else None)

    def _on(self, quote: Quote) -> str:
        """Say where something was said; a venue, which has no preposition, is set apart from the name before it."""
        on = where(quote.on, self.chronicle, self.language)
        return on if self.chronicle.vocabulary.platforms[quote.on].company else f"· {on}"

    def _length(self, event: Event) -> str:
        duration = event.when.duration
        return self.language.duration(duration) if duration else self.language.word("event.length_unknown")

    def _text(self, event: Event) -> str:
        """Return what is told of an entry without words; of a claim that was debunked what shows it."""
        told = event.doubt if event.is_debunked and event.doubt else event.summary
        return opening(told.in_language(self.language.code))

    def _day(self, before: Moment | None, started: Moment) -> Markup:
        """Write the day of an entry, with its year where that changes, and its minute where that is known."""
        changes = before is None or before.start.year != started.start.year
        day = self.language.date(started) if changes else self.language.within_year(started)
        if started.precision is not Precision.MINUTE:
            return Markup("{}").format(day)
        return Markup("{}{}{}").format(day, self.language.word("separator"), minute(started, self.language))


def leading_words(event: Event) -> tuple[Quote, ...]:
    """Return the words that a move was made with: those of its makers, or of whom it quotes; always of one speaker."""
    if event.move is None or event.is_debunked:
        return ()
    made = [quote for quote in event.quotes if quote.speaker in event.move.by] or event.quotes
    return tuple(quote for quote in made if quote.speaker == made[0].speaker)[:MOST_WORDS]
