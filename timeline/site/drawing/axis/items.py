"""What the axis shows of a chronicle: every entry with its time, its lane and its shape."""

import calendar
from dataclasses import dataclass
from datetime import datetime

from timeline.chronicle.chronicle import ANSWERS, Chronicle, Entry
from timeline.chronicle.sides import NEITHER, lane_of
from timeline.language import Language
from timeline.site.drawing import marks
from timeline.site.parts.briefs import Rows


@dataclass(frozen=True, slots=True)
class Item:
    """An entry as the axis sees it: its time as a decimal year, and its lane (1, 2, or 0 for all others).

    ``mocks`` says of a move that it answers an outage of the lane that faces its own.
    """

    time: float
    shape: str
    lane: int
    minutes: int | None
    title: str
    href: str
    mocks: bool = False

    @property
    def held(self) -> bool:
        """Whether it counts; a debunked claim is shown and counted nowhere."""
        return self.shape != marks.STRUCK

    @property
    def is_outage(self) -> bool:
        """Whether it is drawn by its length."""
        return self.shape == marks.BAR


class Items:
    """The entries of a chronicle as items of the axis, in order of time."""

    def __init__(self, chronicle: Chronicle, language: Language, rows: Rows) -> None:
        self._chronicle, self._language, self._rows = chronicle, language, rows

    def all(self) -> list[Item]:
        """Return an item for every entry."""
        return [self.item(entry) for entry in self._chronicle.entries]

    def item(self, entry: Entry) -> Item:
        """Return an entry as the axis sees it."""
        brief, when = self._rows.brief(entry), entry.event.when
        lane = self.lane(entry)
        shape = shape_of(entry, self._chronicle)
        minutes = when.duration.minutes if when.duration else None
        start, name, mocks = year_of(when.started.start), self._name(entry), self._mocks(entry)
        return Item(start, shape, lane, minutes, name, brief.path, mocks)

    def lane(self, entry: Entry) -> int:
        """Return an entry's lane."""
        return lane_of(entry.company, self._chronicle.vocabulary)

    def _name(self, entry: Entry) -> str:
        """Say what a mark is to who listens, as the script does it too."""
        brief, when, word = self._rows.brief(entry), entry.event.when, self._language.word
        length = self._language.duration(when.duration) if when.duration else word("zoom.length_unknown")
        company = brief.company or word("home.legend.third")
        date = self._language.date(when.started)
        name = word("zoom.mark").format(kind=brief.kind, company=company, date=date, title=brief.title)
        return f"{name} ({length})" if entry.event.outage else name

    def _mocks(self, entry: Entry) -> bool:
        own = self.lane(entry)
        answered = (link.entry for link in self._chronicle.relations(entry) if link.type == ANSWERS)
        return own > 0 and any(other.event.outage and self.lane(other) == 3 - own for other in answered)


def shape_of(entry: Entry, chronicle: Chronicle) -> str:
    """Return the shape that the axis has for an entry: few shapes, which say what it does, not its kind."""
    if entry.event.is_debunked:
        return marks.STRUCK
    shape = marks.ROLES[chronicle.vocabulary.kinds[entry.event.kind].role]
    is_third = lane_of(entry.company, chronicle.vocabulary) == NEITHER
    return marks.THIRD if is_third and shape != marks.BAR else shape


def year_of(moment: datetime) -> float:
    """Return a moment as a decimal year."""
    days = 366 if calendar.isleap(moment.year) else 365
    return moment.year + (moment.timetuple().tm_yday - 1 + moment.hour / 24) / days
