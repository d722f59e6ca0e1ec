"""A year as an axis that runs down the page: an ordered list of entries, which a style sheet draws on phones.

The list is the axis: without its sheet it reads well, and in wide windows it is a plain list. Outages stand at their
lane's line with a bar as long as they lasted; moves are cards with the first of their words. Where a story fills a
month, a line that leads to it stands for its moves.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any

from markupsafe import Markup

from timeline.chronicle.chronicle import ANSWERS, Chronicle, Entry, Tale
from timeline.chronicle.sides import lane_of, sides
from timeline.language import Language
from timeline.site.drawing.scales import share
from timeline.site.parts.briefs import Rows
from timeline.site.parts.html import macro
from timeline.site.parts.quotation import first_words
from timeline.site.settings import EraChoice, Settings

# So many of a quotation's letters have room; so many minutes make an outage long; so many moves fill a month, and so
# many of one story are gathered.
LETTERS, LONG, FULL, TOLD = 96, 60, 5, 4

# The bar of a side in the map of all years, for the root of its number of entries, and the most that it can be.
MAP_STEP, MAP_MOST = 1.6, 12


@dataclass(frozen=True, slots=True)
class Row:
    """What a row is drawn by: its classes, the first of its words and their speaker, and how long its bar is, in %."""

    style: str
    said: str = ""
    by: str = ""
    bar: str = ""


class Down:
    """Writes the years of a chronicle for pages that reach their language's home by ``home``."""

    def __init__(self, chronicle: Chronicle, language: Language, rows: Rows, home: str, settings: Settings) -> None:
        self._chronicle, self._language, self._rows, self._home = chronicle, language, rows, home
        self._eras = [one for one in settings.eras if one.begins and lane_of(one.company, chronicle.vocabulary)]
        self._unquoted = frozenset(settings.unquoted)
        self._made_row, self._made_story = macro("down_row", language), macro("down_story", language)
        self.lanes = [side.name for side in sides(chronicle.vocabulary, language.code)]

    def rows(self, entries: Sequence[Entry]) -> Markup:
        """Return the entries of a month, with the eras that begin between them, as the items of a list."""
        tales = self._filling(entries)
        told: set[str] = set()
        made: list[Markup] = []
        before = ""
        for entry in entries:
            brief, tale = self._rows.brief(entry), tales.get(entry)
            if tale and tale.id not in told:
                told.add(tale.id)
                made.append(self._line(tale, sum(one is tale for one in tales.values())))
            row = self._row(entry, told=tale is not None, same=brief.day == before != "")
            made.append(self._made_row(brief, self._home, row))
            before = brief.day
        return Markup("").join(made)

    def eras(self, year: str) -> list[dict[str, Any]]:
        """Return the eras that begin in a year, each with the lane that it is of."""
        found = (choice for choice in self._eras if choice.begins and f"{choice.begins.start.year:04}" == year)
        return [self._era(choice) for choice in found]

    def map(self, here: str) -> Iterator[dict[str, Any]]:
        """Yield every year with how much of each side there is, of which one is here."""
        for year, entries in self._chronicle.years.items():
            counted = Counter(lane_of(entry.company, self._chronicle.vocabulary) for entry in entries)
            bars = [min(MAP_STEP * sqrt(counted[lane]), MAP_MOST) for lane in (1, 2)]
            yield {"name": year, "bars": [round(bar, 1) for bar in bars], "here": year == here}

    def _era(self, choice: EraChoice) -> dict[str, Any]:
        name = choice.name.in_language(self._language.code)
        date = self._language.date(choice.begins) if choice.begins else ""
        lane = lane_of(choice.company, self._chronicle.vocabulary)
        return {"lane": lane, "text": self._language.word("era.since").format(name=name, date=date)}

    def _filling(self, entries: Iterable[Entry]) -> dict[Entry, Tale]:
        """Return for each move of a story that fills the month that story."""
        moves = [entry for entry in entries if not entry.event.outage and not entry.event.is_debunked]
        if len(moves) <= FULL:
            return {}
        free = [entry for entry in moves if not self._answers_an_outage(entry)]
        told = {entry: tales[0] for entry in free if (tales := self._chronicle.told_in(entry))}
        counted = Counter(tale.id for tale in told.values())
        return {entry: tale for entry, tale in told.items() if counted[tale.id] >= TOLD}

    def _answers_an_outage(self, entry: Entry) -> bool:
        answered = (link.entry for link in self._chronicle.relations(entry) if link.type == ANSWERS)
        return any(other.event.outage for other in answered)

    def _line(self, tale: Tale, count: int) -> Markup:
        title = tale.story.title.in_language(self._language.code)
        counted = self._language.counted("count.moves", count)
        made: Markup = self._made_story(title, f"{self._home}stories/{tale.id}/", counted)
        return made

    def _row(self, entry: Entry, *, told: bool, same: bool) -> Row:
        brief, event = self._rows.brief(entry), entry.event
        style = [f"lane-{brief.lane}", *(["told"] if told else []), *(["same"] if same else [])]
        if event.is_debunked:
            return Row(" ".join((*style, "false")))
        if event.outage:
            return self._outage(entry, style)
        said = "" if self._unquoted.intersection(event.tags) else first_words(entry, self._language, LETTERS)
        across = ["to"] if brief.lane and self._is_aimed(entry) else []
        return Row(" ".join((*style, "move", *across)), said, self._makers(entry) if said else "")

    def _outage(self, entry: Entry, style: Iterable[str]) -> Row:
        length = entry.event.when.duration
        if length is None:
            return Row(" ".join((*style, "outage open")))
        long = ["long"] if length.minutes >= LONG else []
        return Row(" ".join((*style, "outage", *long)), bar=f"{max(6, round(100 * share(length.minutes)))}%")

    def _is_aimed(self, entry: Entry) -> bool:
        side_of = self._chronicle.vocabulary.side_of
        own = lane_of(entry.company, self._chronicle.vocabulary)
        targets = entry.event.move.to if entry.event.move else ()
        return any(lane_of(side_of(who), self._chronicle.vocabulary) == 3 - own for who in targets)

    def _makers(self, entry: Entry) -> str:
        makers = (self._chronicle.vocabulary.actor(who) for who in (entry.event.move.by if entry.event.move else ()))
        names = (one.name.in_language(self._language.code) for one in makers if one)
        return self._language.word("separator").join(names)
