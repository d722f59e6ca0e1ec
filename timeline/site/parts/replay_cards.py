"""A moment of a replay in words: who said or did what, where, and which moment of an outage it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from timeline.chronicle.chronicle import Chronicle
from timeline.chronicle.replay import Mark, Turn
from timeline.language import Language
from timeline.record import citations
from timeline.record.event import Fact, Quote
from timeline.site.drawing import marks
from timeline.site.parts.briefs import Rows, where
from timeline.site.parts.names import Names
from timeline.site.parts.quotation import quoted
from timeline.values.dates import Duration


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a line of text, and the page that it leads to, if any."""

    text: str
    href: str = ""


class Cards:
    """Says moments in one language, for a page that reaches the language's home by ``home``."""

    def __init__(self, chronicle: Chronicle, language: Language, rows: Rows, home: str) -> None:
        self.chronicle, self.language, self.rows, self._home = chronicle, language, rows, home
        self._names = Names(chronicle, language, home)

    def card(self, turn: Turn) -> dict[str, Any]:
        """Return words as they were said, facts with who reports them, and all else by its headline."""
        brief = self.rows.brief(turn.entry)
        href = f"{self._home}{brief.path}"
        small = [self._marked(mark, length) for mark, length in _marks(turn)]
        card = {"href": href, "mark": brief.mark, "who": brief.title, "on": "", "say": "", "text": "", "small": small}
        if turn.quote:
            return card | self._said(turn.quote)
        if turn.fact:
            text, small = turn.fact.in_language(self.language.code), [self._according(turn, turn.fact, href)]
            return card | {"mark": marks.in_list("square", brief.lane), "who": "", "text": text, "small": small}
        move = turn.entry.event.move
        return card | {"on": where(move.on, self.chronicle, self.language)} if move else card

    def _said(self, quote: Quote) -> dict[str, Any]:
        words = quoted(quote, self.language)
        return {
            "who": self._names.actor(quote.speaker).text,
            "on": where(quote.on, self.chronicle, self.language),
            "say": words["translation"] or words["text"],
        }

    def _marked(self, mark: Mark, length: Duration | None) -> list[Piece]:
        """Say that an outage began, was acknowledged or ended, and after how long."""
        said = self.language.word(f"replay.marks.{mark}")
        if length is None or not length.minutes:
            return [Piece(said)]
        took = self.language.word(f"replay.took.{mark}").format(length=self.language.duration(length))
        return [Piece(f"{said} · {took}")]

    def _according(self, turn: Turn, fact: Fact, href: str) -> list[Piece]:
        """Name the publishers behind a fact; each name leads to its source."""
        event = turn.entry.event
        numbers = citations.numbered(event)
        line = [Piece(f"{self.language.word('event.according_to')} ")]
        for place, key in enumerate(fact.sources):
            name = self._names.publisher(event.sources[key].publisher)
            between = [Piece(self.language.word("separator"))] if place else []
            line += [*between, Piece(name, f"{href}#s-{numbers[key]}")]
        return line


def _marks(turn: Turn) -> Iterator[tuple[Mark, Duration | None]]:
    for mark, entry in turn.marks:
        when = entry.event.when
        lengths = {"started": None, "acknowledged": when.time_to_acknowledge, "resolved": when.duration}
        yield mark, lengths[mark]
