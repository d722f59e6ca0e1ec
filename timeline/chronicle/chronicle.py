"""A record becomes a chronicle: events in order of time, relations both ways, threads, stories, and who took part.

Everything here is derived and pure: the same record gives the same chronicle.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from timeline.record.event import Event, RelationType
from timeline.record.record import EventFile, Record
from timeline.record.story import Story
from timeline.record.vocabulary import Vocabulary

Index: TypeAlias = "dict[str, tuple[Entry, ...]]"

ANSWERS: RelationType = "responds-to"


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """An event with its id and what follows from it and the vocabulary.

    ``companies`` of an outage is the one whose services failed, whoever spoke about it; that of a move are the sides
    of all who took part. ``failed`` are the platforms that were down, ``places`` those on which something was said.
    """

    id: str
    event: Event
    people: tuple[str, ...]
    companies: tuple[str, ...]
    failed: tuple[str, ...]
    places: tuple[str, ...]

    @property
    def platforms(self) -> tuple[str, ...]:
        """The platforms that the event has to do with in either way."""
        return _once((*self.failed, *self.places))

    @property
    def year(self) -> str:
        """The year in which the event began, in UTC."""
        return f"{self.event.when.started.start.year:04}"

    @property
    def company(self) -> str | None:
        """The company whose lane the event stands in: whose services failed, or whose side made the move."""
        return self.companies[0] if self.companies else None


@dataclass(frozen=True, slots=True, eq=False)
class Tale:
    """A story with its id and the entries that it leads through, in the order of reading."""

    id: str
    story: Story
    entries: tuple[Entry, ...]

    @property
    def first(self) -> Entry:
        """The oldest of its entries."""
        return min(self.entries, key=lambda entry: entry.event.when.started.sort_key)

    @property
    def last(self) -> Entry:
        """The newest of its entries."""
        return max(self.entries, key=lambda entry: entry.event.when.started.sort_key)


@dataclass(frozen=True, slots=True)
class Link:
    """A relation seen from one of its ends."""

    type: RelationType
    entry: Entry


@dataclass(frozen=True)
class Chronicle:
    """All events of a record in order of time, oldest first; claims that were debunked stand apart in it."""

    entries: tuple[Entry, ...]
    vocabulary: Vocabulary
    moved: dict[str, str]
    stories: tuple[Tale, ...] = ()
    """The stories in the order in which they begin."""

    @cached_property
    def by_id(self) -> dict[str, Entry]:
        """Every entry by its id."""
        return {entry.id: entry for entry in self.entries}

    @cached_property
    def held(self) -> tuple[Entry, ...]:
        """What the record holds to have happened: all but the debunked, which are counted nowhere."""
        return tuple(entry for entry in self.entries if not entry.event.is_debunked)

    @cached_property
    def debunked(self) -> tuple[Entry, ...]:
        """The claims that were shown to be false."""
        return tuple(entry for entry in self.entries if entry.event.is_debunked)

    @cached_property
    def years(self) -> Index:
        """Entries by year, oldest first."""
        return _indexed(self.entries, lambda entry: (entry.year,))

    @cached_property
    def people(self) -> Index:
        """Entries by the people who took part."""
        return _indexed(self.entries, lambda entry: entry.people)

    @cached_property
    def companies(self) -> Index:
        """Entries by company."""
        return _indexed(self.entries, lambda entry: entry.companies)

    @cached_property
    def platforms(self) -> Index:
        """Entries by the platform that failed or that something was said on; venues of no company are left out."""
        return _indexed(self.entries, lambda entry: entry.platforms)

    @cached_property
    def kinds(self) -> Index:
        """Entries by kind."""
        return _indexed(self.entries, lambda entry: (entry.event.kind,))

    @cached_property
    def tags(self) -> Index:
        """Entries by tag."""
        return _indexed(self.entries, lambda entry: entry.event.tags)

    def relations(self, entry: Entry) -> tuple[Link, ...]:
        """What an entry itself says of others, in order of time."""
        return self._forward.get(entry.id, ())

    def inverse(self, entry: Entry) -> tuple[Link, ...]:
        """What others say of an entry, in order of time."""
        return self._backward.get(entry.id, ())

    def thread(self, entry: Entry) -> tuple[Entry, ...]:
        """The chain of answers that an entry belongs to, in order of time; empty where it stands alone."""
        return self._threads.get(entry.id, ())

    @cached_property
    def _threads(self) -> dict[str, tuple[Entry, ...]]:
        found: dict[str, tuple[Entry, ...]] = {}
        for entry in self.entries:
            if entry.id not in found:
                thread = self._thread_of(entry)
                found.update((turn.id, thread) for turn in thread)
        return found

    def _thread_of(self, entry: Entry) -> tuple[Entry, ...]:
        seen = {entry.id}
        waiting = [entry]
        while waiting:
            current = waiting.pop()
            for link in (*self.relations(current), *self.inverse(current)):
                if link.type == ANSWERS and link.entry.id not in seen:
                    seen.add(link.entry.id)
                    waiting.append(link.entry)
        return tuple(self._in_order(seen)) if len(seen) > 1 else ()

    def told_in(self, entry: Entry) -> tuple[Tale, ...]:
        """The stories that an entry belongs to."""
        return self._told_in.get(entry.id, ())

    @cached_property
    def _told_in(self) -> dict[str, tuple[Tale, ...]]:
        found: dict[str, list[Tale]] = {}
        for tale in self.stories:
            for entry in tale.entries:
                found.setdefault(entry.id, []).append(tale)
        return {one: tuple(tales) for one, tales in found.items()}

    def neighbours(self, entry: Entry) -> tuple[Entry | None, Entry | None]:
        """The entries before and after one in its company's lane."""
        return self._neighbours[entry.id]

    @cached_property
    def _neighbours(self) -> dict[str, tuple[Entry | None, Entry | None]]:
        lanes = _indexed(self.entries, lambda entry: (entry.company or "",))
        return {
            entry.id: (before, after)
            for lane in lanes.values()
            for before, entry, after in zip((None, *lane), lane, (*lane[1:], None), strict=False)
        }

    @cached_property
    def _place(self) -> dict[str, int]:
        return {entry.id: place for place, entry in enumerate(self.entries)}

    def _in_order(self, ids: Iterable[str]) -> list[Entry]:
        return [self.by_id[one] for one in sorted(ids, key=self._place.__getitem__)]

    @cached_property
    def _forward(self) -> dict[str, tuple[Link, ...]]:
        found: dict[str, list[Link]] = {}
        for entry in self.entries:
            for relation in entry.event.relations:
                target = self.by_id[self.moved.get(relation.event, relation.event)]
                found.setdefault(entry.id, []).append(Link(relation.type, target))
        return {one: self._sorted(links) for one, links in found.items()}

    @cached_property
    def _backward(self) -> dict[str, tuple[Link, ...]]:
        found: dict[str, list[Link]] = {}
        for one, links in self._forward.items():
            for link in links:
                found.setdefault(link.entry.id, []).append(Link(link.type, self.by_id[one]))
        return {one: self._sorted(links) for one, links in found.items()}

    def _sorted(self, links: Iterable[Link]) -> tuple[Link, ...]:
        return tuple(sorted(links, key=lambda link: (self._place[link.entry.id], link.type)))


def compile_chronicle(record: Record) -> Chronicle:
    """Put the events of a checked record in order and derive who took part in each."""
    files = sorted(record.files.values(), key=lambda file: (file.event.when.started.sort_key, file.id))
    entries = tuple(_entry(file, record.vocabulary) for file in files)
    return Chronicle(entries, record.vocabulary, record.aliases, _tales(record, entries))


def _tales(record: Record, entries: tuple[Entry, ...]) -> tuple[Tale, ...]:
    by_id = {entry.id: entry for entry in entries}
    tales = [
        Tale(file.id, file.story, tuple(by_id[record.aliases.get(one, one)] for one in file.story.events))
        for file in record.stories.values()
    ]
    return tuple(sorted(tales, key=lambda tale: (tale.first.event.when.started.sort_key, tale.id)))


def _entry(file: EventFile, vocabulary: Vocabulary) -> Entry:
    event = file.event
    actors = _actors(event)
    people = [who for who in (*actors, *event.people) if who in vocabulary.people]
    sides = [event.outage.company] if event.outage else [vocabulary.side_of(who) for who in actors]
    companies = [side for side in sides if side]
    failed = _of_companies(event.outage.services if event.outage else (), vocabulary)
    places = _of_companies(_places(event), vocabulary)
    return Entry(file.id, event, _once(people), _once(companies), _once(failed), _once(places))


def _actors(event: Event) -> list[str]:
    moved = [*event.move.by, *event.move.to] if event.move else []
    speakers = [quote.speaker for quote in event.quotes]
    return [*moved, *speakers, *(words.attributed_to for words in event.misattributed)]


def _places(event: Event) -> list[str]:
    made = [event.move.on] if event.move else []
    return [*made, *(quote.on for quote in event.quotes)]


def _of_companies(platforms: Iterable[str], vocabulary: Vocabulary) -> list[str]:
    """Keep the platforms that belong to a company; venues belong to none."""
    return [name for name in platforms if vocabulary.platforms[name].company]


def _once(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))


def _indexed(entries: Iterable[Entry], keys: Callable[[Entry], Iterable[str]]) -> Index:
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        for key in keys(entry):
            found.setdefault(key, []).append(entry)
    return {key: tuple(listed) for key, listed in found.items()}
