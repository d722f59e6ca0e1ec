"""The courses of outages: what is drawn of each, and what its numbered moments are, alike on pages and in data."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from timeline.chronicle.chronicle import Chronicle, Entry
from timeline.chronicle.comparing import Step, course
from timeline.chronicle.sides import lane_of
from timeline.language import Language
from timeline.site.drawing.course import Course, Flag
from timeline.site.parts.briefs import Rows
from timeline.site.parts.elapsed import waited
from timeline.site.parts.html import runs
from timeline.site.parts.replay_cards import Cards, Piece
from timeline.values.dates import Moment


@dataclass(frozen=True, slots=True)
class Listed:
    """A moment in the list: its flag in the drawing, how long after the start, what happened, and what small says."""

    flag: Flag
    after: str
    text: tuple[Piece, ...]
    small: tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True, slots=True)
class Told:
    """An outage's course with its whole name and its moments."""

    name: str
    course: Course
    moments: tuple[Listed, ...]


class Courses:
    """Tells courses in one language, for a page that reaches the language's home by ``home``."""

    def __init__(self, chronicle: Chronicle, language: Language, rows: Rows, home: str) -> None:
        self.chronicle, self.language = chronicle, language
        self._cards = Cards(chronicle, language, rows, home)

    def of(self, entry: Entry) -> Told:
        """Return the course of an outage."""
        when, language = entry.event.when, self.language
        steps = course(entry, self.chronicle)
        moments = tuple(self._moment(number, step, when.started) for number, step in enumerate(steps, 1))
        company = entry.event.outage.company if entry.event.outage else ""
        told = Course(
            lane_of(company, self.chronicle.vocabulary),
            language.date(when.started),
            when.duration.minutes if when.duration else None,
            language.duration(when.duration) if when.duration else language.word("event.length_unknown"),
            when.time_to_acknowledge.minutes if when.time_to_acknowledge else None,
            [moment.flag for moment in moments],
        )
        return Told(f"{language.date(when.started)}: {entry.event.title.in_language(language.code)}", told, moments)

    def data(self, entries: Iterable[Entry]) -> dict[str, Any]:
        """Return the courses of outages as data for a script, by the outages' ids."""
        return {entry.id: self._data(self.of(entry)) for entry in entries}

    def _moment(self, number: int, step: Step, start: Moment) -> Listed:
        card = self._cards.card(step.turn)
        lane = self._cards.rows.brief(step.turn.entry).lane
        after = waited(start, step.turn.moment, self.language) or self.language.word("compare.begins")
        small = tuple(tuple(line) for line in card["small"])
        return Listed(Flag(step.minutes, str(number), lane), after, tuple(_text(card)), small)

    def _data(self, told: Told) -> dict[str, Any]:
        moments = [
            {
                "after": moment.after,
                "text": self._pieces(moment.text),
                "small": [self._pieces(line) for line in moment.small],
            }
            for moment in told.moments
        ]
        drawn = asdict(told.course) | {"name": runs(told.course.name, self.language)}
        return {"name": runs(told.name, self.language), "course": drawn, "moments": moments}

    def _pieces(self, line: Iterable[Piece]) -> list[dict[str, Any]]:
        return [{"text": runs(piece.text, self.language), "href": piece.href} for piece in line]


def _text(card: dict[str, Any]) -> Iterator[Piece]:
    """Yield words with who said them, a fact, or a headline."""
    if not card["who"]:
        yield Piece(card["text"])
        return
    yield Piece(card["who"], card["href"])
    if card["say"]:
        yield Piece(f"{' ' if card['on'] else ''}{card['on']}: {card['say']}")
