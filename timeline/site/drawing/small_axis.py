"""The small axes of stories and of their replays: what stands on them, and from when to when they go."""

from datetime import datetime, timedelta

from markupsafe import Markup

from timeline.chronicle.chronicle import Chronicle, Entry, Tale
from timeline.chronicle.replay import Replay, Turn
from timeline.chronicle.sides import lane_of, sides
from timeline.language import Language
from timeline.site.drawing import story_lanes
from timeline.site.parts.briefs import Rows
from timeline.values.dates import Precision

# With so many minutes known within so short a time a story is drawn minute by minute.
TIMED = 3
SHORT = timedelta(days=2)

# Moments that are only a part of an entry: a fact, and words that were said during an outage.
PLAIN, SAID = "square", "chevron"


class SmallAxis:
    """Draws the small axes of a chronicle in one language."""

    def __init__(self, chronicle: Chronicle, language: Language, rows: Rows) -> None:
        self._language, self._rows, self._vocabulary = language, rows, chronicle.vocabulary
        names = {side.lane: side.name for side in sides(chronicle.vocabulary, language.code)}
        self._labels = story_lanes.Labels(names, language.word("time.unknown"))

    def of_story(self, tale: Tale) -> Markup:
        """Draw the entries of a story from the first to the last, each leading to its place on the page."""
        timed = [entry for entry in tale.entries if _has_minute(entry)]
        items = [self._item(entry) for entry in tale.entries]
        first, last = min(item.start for item in items), max(item.end for item in items)
        if len(timed) >= TIMED and last - first <= SHORT:
            items = [self._item(entry, timeless=not _has_minute(entry)) for entry in tale.entries]
            first = min(item.start for item in items if not item.timeless)
            last = max(item.end for item in items if not item.timeless)
        return self._drawn(items, first, last)

    def of_replay(self, replay: Replay) -> Markup:
        """Draw the moments of a replay; they lead nowhere, for each stands in full below."""
        return self._drawn([self._moment(turn, replay) for turn in replay.turns], replay.first, replay.last)

    def _drawn(self, items: list[story_lanes.Item], first: datetime, last: datetime) -> Markup:
        if len(self._labels.names) < 2:
            return Markup("")
        return story_lanes.draw(items, first, last, self._labels, self._language)

    def _item(self, entry: Entry, *, timeless: bool = False) -> story_lanes.Item:
        brief, when = self._rows.brief(entry), entry.event.when
        started, length = when.started, when.duration
        end = started.start + timedelta(minutes=length.minutes if length else 0)
        return story_lanes.Item(
            start=started.start,
            end=end if _has_minute(entry) else started.end,
            shape=brief.shape,
            lane=brief.lane,
            title=f"{self._language.date(started)} · {brief.title}",
            href=f"#{entry.id}",
            exact=_has_minute(entry),
            minutes=length.minutes if length else None,
            timeless=timeless,
        )

    def _moment(self, turn: Turn, replay: Replay) -> story_lanes.Item:
        """Return a moment as its entry's mark, or as a plain one where it is only a part of what the entry tells."""
        start, when, brief = turn.moment.start, turn.entry.event.when, self._rows.brief(turn.entry)
        lane = lane_of(turn.entry.company, self._vocabulary)
        begins = when.started == turn.moment
        if not (begins or turn.quote):
            return story_lanes.Item(start, start, PLAIN, lane, "", "")
        length = when.duration if begins else None
        end = min(start + timedelta(minutes=length.minutes), replay.last) if length else start
        shape = brief.shape if begins or not turn.entry.event.outage else SAID
        return story_lanes.Item(start, end, shape, lane, "", "", minutes=length.minutes if length else None)


def _has_minute(entry: Entry) -> bool:
    return entry.event.when.started.precision is Precision.MINUTE
