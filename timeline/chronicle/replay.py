"""What of a story can be replayed: its moments that are known to the minute, within a day, and who was down when.

Moments come from the events as their files have them: when something started, was acknowledged or resolved, when
words were said, and facts with a minute of their own. What was debunked is no moment, for it did not happen.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Literal, TypeAlias

from timeline.chronicle.chronicle import Chronicle, Entry, Tale
from timeline.record.event import Event, Fact, Quote
from timeline.values.dates import Moment, Precision

# A replay has so many different minutes at least, and is shorter than a day, so that a clock alone names each of them.
LEAST = 4
LONGEST = timedelta(days=1)

Mark: TypeAlias = Literal["started", "acknowledged", "resolved"]
Name: TypeAlias = Literal["working", "down", "partly", "open", "unknown"]

_WHOLE = ("global", "unknown")


@dataclass(frozen=True, slots=True)
class Turn:
    """One moment of a replay: what an entry's file says of it, and which moments of outages it is as well."""

    moment: Moment
    entry: Entry
    quote: Quote | None = None
    fact: Fact | None = None
    marks: tuple[tuple[Mark, Entry], ...] = ()

    @property
    def only_marks(self) -> bool:
        """Whether nothing is known but that an outage was acknowledged or resolved."""
        return bool(self.marks) and self.marks[0][0] != "started" and not (self.quote or self.fact)


@dataclass(frozen=True, slots=True)
class State:
    """How a company's services stood from some instant on, and when an outage began, if it was one."""

    at: datetime
    name: Name
    since: Moment | None = None


@dataclass(frozen=True, slots=True)
class Replay:
    """The moments of a story that can be replayed, in order of time."""

    tale: Tale
    turns: tuple[Turn, ...]

    @property
    def first(self) -> datetime:
        """The instant at which the replay begins."""
        return self.turns[0].moment.start

    @property
    def last(self) -> datetime:
        """The instant of its last moment."""
        return self.turns[-1].moment.start

    @property
    def minutes(self) -> int:
        """How long it is."""
        return self.minute(self.last)

    def minute(self, instant: datetime) -> int:
        """Return the minute of the replay at which an instant lies."""
        return int((instant - self.first).total_seconds() // 60)

    @property
    def untold(self) -> tuple[Entry, ...]:
        """The entries of the story that are of the replay's day and have no minute; what was debunked is left out."""
        held = [entry for entry in self.tale.entries if not entry.event.is_debunked]
        return tuple(entry for entry in held if _on_day(entry.event.when.started, self.first, self.last))


@lru_cache(maxsize=256)
def replay_of(tale: Tale) -> Replay | None:
    """Return the replay of a story's fullest day, if there is enough to replay."""
    turns = _fullest(turns_of(tale.entries))
    return Replay(tale, turns) if len({turn.moment.start for turn in turns}) >= LEAST else None


def turns_of(entries: Iterable[Entry]) -> list[Turn]:
    """Return all moments of some entries that are known to the minute, in order of time."""
    return sorted(_merged(_all_turns(entries)), key=lambda turn: turn.moment.start)


def _on_day(moment: Moment, first: datetime, last: datetime) -> bool:
    return moment.precision is Precision.DAY and first.date() <= moment.start.date() <= last.date()


def _all_turns(entries: Iterable[Entry]) -> list[Turn]:
    return [turn for entry in entries if not entry.event.is_debunked for turn in _turns(entry)]


def _turns(entry: Entry) -> Iterator[Turn]:
    when = entry.event.when
    quotes = [quote for quote in entry.event.quotes if _known(quote.at)]
    if _known(when.started):
        own = next((quote for quote in quotes if quote.at and quote.at.start == when.started.start), None)
        quotes = [quote for quote in quotes if quote is not own]
        yield Turn(when.started, entry, own, marks=(("started", entry),) if entry.event.outage else ())
    yield from (Turn(quote.at, entry, quote) for quote in quotes if quote.at)
    yield from (Turn(fact.at, entry, fact=fact) for fact in entry.event.facts if fact.at and _known(fact.at))
    if when.acknowledged and _known(when.acknowledged):
        yield Turn(when.acknowledged, entry, marks=(("acknowledged", entry),))
    if when.resolved and _known(when.resolved):
        yield Turn(when.resolved, entry, marks=(("resolved", entry),))


def _known(moment: Moment | None) -> bool:
    return moment is not None and moment.precision is Precision.MINUTE


def _merged(turns: list[Turn]) -> Iterator[Turn]:
    """Yield turns; one that only marks an outage becomes part of what its company did or said in that minute."""
    marks = {id(turn): host for turn in turns if turn.only_marks and (host := _host(turn, turns))}
    for turn in turns:
        if id(turn) not in marks:
            hosted = (other.marks for other in turns if marks.get(id(other)) is turn)
            yield replace(turn, marks=(*turn.marks, *(mark for more in hosted for mark in more)))


def _host(turn: Turn, turns: list[Turn]) -> Turn | None:
    saying = (other for other in turns if other.quote or (other.entry.event.move and not other.fact))
    same = (other for other in saying if other.moment.start == turn.moment.start)
    return next((other for other in same if other.entry.company == turn.entry.company), None)


def _fullest(turns: list[Turn]) -> tuple[Turn, ...]:
    """Return the turns of the stretch, shorter than a day, that has most of them; of equal ones the first."""
    starts = (turn.moment.start for turn in turns)
    stretches = (tuple(turn for turn in turns if start <= turn.moment.start < start + LONGEST) for start in starts)
    return max(stretches, key=len, default=())


def states(replay: Replay, company: str, chronicle: Chronicle) -> tuple[State, ...]:
    """Return how a company stood through a replay, by all outages of the record and not those of the story alone."""
    events = [entry.event for entry in chronicle.companies.get(company, ()) if _near(entry.event, company, replay)]
    instants = {replay.first, *(edge for event in events for edge in _possible(event))}
    inside = sorted(instant for instant in instants if replay.first <= instant <= replay.last)
    every = [_state(events, instant) for instant in inside]
    changed = [after for before, after in pairwise(every) if (before.name, before.since) != (after.name, after.since)]
    return (every[0], *changed)


def _near(event: Event, company: str, replay: Replay) -> bool:
    """Say whether an outage may have touched a replay, as far as its day is known."""
    if event.outage is None or event.outage.company != company or event.is_debunked:
        return False
    start, end = _possible(event)
    return event.when.started.precision >= Precision.DAY and start <= replay.last and end > replay.first


def _possible(event: Event) -> tuple[datetime, datetime]:
    """Return the instants between which an outage lies; where no end is known it is taken to end within a day."""
    when = event.when
    if when.duration and when.resolved:
        return when.started.start, when.resolved.start
    return when.started.start, when.resolved.end if when.resolved else when.started.start + LONGEST


def _state(events: list[Event], instant: datetime) -> State:
    now = [event for event in events if _possible(event)[0] <= instant < _possible(event)[1]]
    known = [event for event in now if event.when.duration]
    whole = [event for event in known if event.outage and event.outage.scope in _WHOLE]
    if whole or known:
        first = min(whole or known, key=lambda event: event.when.started.start)
        return State(instant, "down" if whole else "partly", first.when.started)
    begun = any(_known(event.when.started) for event in now)
    return State(instant, "open" if begun else "unknown" if now else "working")
