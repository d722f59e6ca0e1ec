"""Notes on the axis of all years: a few entries that are named there, each with its date and its length.

Which entries these are is an editor's choice, in the order of their weight: a note for which there is no room left
is not drawn, and the one that weighs less gives way.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from timeline.chronicle.chronicle import Chronicle, Entry
from timeline.language import Language
from timeline.site.drawing.axis.items import Item, Items
from timeline.site.drawing.letters import room_of
from timeline.site.settings import Settings
from timeline.values.dates import Precision

LONGEST_TITLE = 40

# An outage of so many minutes is long; so many of a side are tried, and so many services of each named.
LONG, MOST_LONG, MOST_SERVICES = 180, 16, 2

# Pixels: between pin and text; between two notes.
PIN, GAP = 7, 12


@dataclass(frozen=True, slots=True)
class Note:
    """A note: its item, its date and length, and a few words."""

    item: Item
    head: str
    line: str

    @property
    def above(self) -> bool:
        """Whether it stands above the first lane; the second lane's stand below it."""
        return self.item.lane != 2

    @property
    def width(self) -> float:
        """How wide its text may become."""
        return max(room_of(self.head, "strong"), room_of(self.line))


@dataclass(frozen=True, slots=True)
class Placed:
    """A note with its place along the axis, where its text begins, and whether that runs back towards the beginning."""

    note: Note
    along: float
    text: float
    backwards: bool

    @property
    def across(self) -> bool:
        """Whether its text lies across the pin, which then ends at the text."""
        return not self.backwards and self.text <= self.along

    @property
    def extent(self) -> tuple[float, float]:
        """From where to where it reaches along the axis, its pin included."""
        if self.backwards:
            return self.text - self.note.width, self.along
        return min(self.text, self.along), max(self.text + self.note.width, self.along)


def chosen(chronicle: Chronicle, language: Language, settings: Settings, items: Items) -> list[Note]:
    """Return the notes that the settings name, as far as the record has their entries."""
    notes = []
    for choice in settings.notes:
        entry = chronicle.by_id.get(choice.event)
        if entry is not None:
            text = choice.text.in_language(language.code) if choice.text else ""
            notes.append(Note(items.item(entry), _head(entry, language), text or _short_title(entry, language)))
    return notes


def longest(chronicle: Chronicle, language: Language, items: Items, besides: Iterable[Note]) -> list[Note]:
    """Return the longest outages of either side, longest first, besides those that have a note already."""
    named = {note.item.href for note in besides}
    lengths = {entry: entry.event.when.duration for entry in chronicle.held if entry.event.outage}
    long = [(length.minutes, entry) for entry, length in lengths.items() if length and length.minutes >= LONG]
    found: list[Note] = []
    for _, entry in sorted(long, key=lambda pair: -pair[0]):
        item = items.item(entry)
        alike = sum(note.item.lane == item.lane for note in found)
        if item.lane and item.href not in named and alike < MOST_LONG:
            found.append(Note(item, _head(entry, language), _services(entry, chronicle, language)))
    return found


def _services(entry: Entry, chronicle: Chronicle, language: Language) -> str:
    """Name the services that failed, the first of them."""
    platforms, services = chronicle.vocabulary.platforms, entry.event.outage.services if entry.event.outage else ()
    names = [platforms[one].name.in_language(language.code) for one in services[:MOST_SERVICES]]
    more = f" +{len(services) - MOST_SERVICES}" if len(services) > MOST_SERVICES else ""
    return language.word("separator").join(names) + more


def placed(notes: Iterable[Note], width: float, along: float, start: int) -> list[Placed]:
    """Place notes, weightiest first, on an axis that begins with a year and has ``along`` pixels for each."""
    done: list[Placed] = []
    taken: dict[bool, list[tuple[float, float]]] = {True: [], False: []}
    for note in notes:
        at = (note.item.time - start) * along
        for one in _ways(note, at, width):
            first, last = one.extent
            free = all(last + GAP < begun or ended + GAP < first for begun, ended in taken[note.above])
            if first >= 0 and last <= width and free:
                taken[note.above].append((first, last))
                done.append(one)
                break
    return done


def _ways(note: Note, at: float, width: float) -> tuple[Placed, ...]:
    """Return the ways to place a note, the best first: behind its pin, across it at the axis's end, before it."""
    return (
        Placed(note, at, at + PIN, backwards=False),
        Placed(note, at, min(at, width - note.width), backwards=False),
        Placed(note, at, at - PIN, backwards=True),
    )


def _head(entry: Entry, language: Language) -> str:
    moment, duration = entry.event.when.started, entry.event.when.duration
    day = f"{language.day(moment.start)} {moment.start.year}"
    date = day if moment.precision >= Precision.DAY else language.date(moment)
    return f"{date} · {language.duration(duration)}" if duration else date


def _short_title(entry: Entry, language: Language) -> str:
    title = entry.event.title.in_language(language.code)
    return title if len(title) <= LONGEST_TITLE else ""
