"""The page on which a day of a story is replayed: its moments in two facing lanes, and the same as a table.

The lanes and the table stand in the page as it is; a script makes time pass between the lanes. Without it, and on
paper, the table is what is shown.
"""

from collections.abc import Iterator
from typing import Any, TypeAlias

from timeline.chronicle.chronicle import Chronicle, Entry, Tale
from timeline.chronicle.replay import Replay, State, replay_of, states
from timeline.chronicle.sides import sides
from timeline.language import Language
from timeline.site.drawing.small_axis import SmallAxis
from timeline.site.parts import scripts
from timeline.site.parts.briefs import Rows
from timeline.site.parts.elapsed import doubt, waited
from timeline.site.parts.html import clock, minute, render
from timeline.site.parts.page import Page
from timeline.site.parts.replay_cards import Cards
from timeline.values.dates import Moment

PLACE = "stories/"
HOME = "../../../"

# How many times as fast as it can be read with ease a replay can go.
SPEEDS = (0.5, 1, 1.5, 2, 3)

Stood: TypeAlias = dict[int, tuple[State, ...]]


class ReplayPages:
    """Writes the pages of replays in one language."""

    def __init__(self, chronicle: Chronicle, language: Language, rows: Rows, axis: SmallAxis) -> None:
        self.chronicle, self.language, self.rows, self._axis = chronicle, language, rows, axis
        self._cards = Cards(chronicle, language, rows, HOME)
        self._sides = sides(chronicle.vocabulary, language.code)

    def page(self, replay: Replay) -> Page:
        """Return the page of a replay."""
        word, story = self.language.word, replay.tale.story.title.in_language(self.language.code)
        return Page(
            replay_path(replay.tale),
            "replay",
            word("replay.title").format(title=story),
            word("replay.description").format(title=story),
            lambda: render("replay.html", self.language, **self._context(replay)),
            PLACE,
            ("story.css", "replay.css", "replay.js"),
        )

    def _context(self, replay: Replay) -> dict[str, Any]:
        stood = {side.lane: states(replay, side.company, self.chronicle) for side in self._sides}
        first = replay.turns[0].moment
        turns = list(self._turns(replay, stood))
        return {
            "home": HOME,
            "title": replay.tale.story.title.in_language(self.language.code),
            "story": path_of(replay.tale),
            "date": self.language.date(first),
            "iso": str(first)[:10],
            "first": clock(first),
            "last": clock(replay.turns[-1].moment),
            "counted": self.language.counted("replay.moments", len(turns)),
            "strip": self._axis.of_replay(replay),
            "speeds": SPEEDS,
            "minutes": replay.minutes,
            "sides": self._sides,
            "turns": turns,
            "untold": [self.rows.row(entry, HOME, self._day(entry)) for entry in replay.untold],
            "data": scripts.words(self.language, "replay", "zone", "duration", "distance", "time")
            + _data(replay, stood),
        }

    def _day(self, entry: Entry) -> str:
        return self.language.day(entry.event.when.started.start)

    def _turns(self, replay: Replay, stood: Stood) -> Iterator[dict[str, Any]]:
        before: Moment | None = None
        names = {side.lane: side.name for side in self._sides}
        for turn in replay.turns:
            at, lane = turn.moment, self.rows.brief(turn.entry).lane
            yield {
                "at": replay.minute(at.start),
                "date": self.language.date(at) if before and before.start.date() != at.start.date() else "",
                "clock": clock(at),
                "minute": minute(at, self.language),
                "doubt": doubt(at, self.language),
                "later": waited(before, at, self.language),
                "lane": lane,
                "company": names.get(lane, self.language.word("replay.third")),
                "down": [lane for lane, found in stood.items() if _is_down(found, at)],
                **self._cards.card(turn),
            }
            before = at


def _is_down(found: tuple[State, ...], at: Moment) -> bool:
    """Say whether a company was down from a moment on."""
    last = [state for state in found if state.at <= at.start][-1]
    return last.name in ("down", "partly", "open")


def _data(replay: Replay, stood: Stood) -> Any:
    """Return what the script needs beside what stands in the lanes."""
    told = {lane: [_state(replay, state) for state in found] for lane, found in stood.items()}
    start = f"{replay.first:%Y-%m-%dT%H:%MZ}"
    return scripts.data("replay", {"start": start, "minutes": replay.minutes, "states": told})


def _state(replay: Replay, state: State) -> dict[str, Any]:
    told: dict[str, Any] = {"at": replay.minute(state.at), "name": state.name}
    return told | {"since": replay.minute(state.since.start), "exact": state.since.exact} if state.since else told


def path_of(tale: Tale) -> str:
    """Return the path of a story's page below the language's folder."""
    return f"{PLACE}{tale.id}/"


def replayed(entry: Entry, chronicle: Chronicle) -> str:
    """Return the path of the first replay that an entry is a moment of, or nothing."""
    found = (replay for tale in chronicle.told_in(entry) if (replay := replay_of(tale)))
    return next((replay_path(one.tale) for one in found if any(turn.entry is entry for turn in one.turns)), "")


def replay_path(tale: Tale) -> str:
    """Return the path of a story's replay below the language's folder, or nothing where there is none."""
    return f"{path_of(tale)}replay/" if replay_of(tale) else ""
