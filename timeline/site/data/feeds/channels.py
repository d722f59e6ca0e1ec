"""Which feeds there are: of everything, of outages and moves, and of each company, platform, person and story."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from timeline.chronicle.chronicle import Chronicle, Entry
from timeline.language import Language
from timeline.site.data.feeds.items import Item
from timeline.site.publication import Publication

# So many entries stand in a feed, and in each of its archives.
LATEST = 50

# The folders of the subjects that have feeds of their own; stories have too.
SUBJECTS = ("companies", "platforms", "people")


@dataclass(frozen=True)
class Channel:
    """A feed: its path below the language's home without its ending, its title, its page and its items.

    The items come in the order of their last change, the newest first. ``archived`` says whether those that do not
    fit are kept in archives.
    """

    path: str
    title: str
    page: str
    items: tuple[Item, ...]
    archived: bool = False

    @cached_property
    def archives(self) -> tuple[tuple[Item, ...], ...]:
        """The archives, the oldest first.

        They are counted from what was added first, so that neither additions nor corrections move anything from one
        into another. What does not fill an archive yet stands in the feed itself.
        """
        return tuple(self._by_age[at : at + LATEST] for at in range(0, len(self._by_age) - LATEST + 1, LATEST))

    @cached_property
    def newest(self) -> tuple[Item, ...]:
        """What stands in the feed itself: what changed last, and what is in no archive yet."""
        if not self.archived:
            return self.items[:LATEST]
        loose = {item.entry.id for item in self._by_age[len(self.archives) * LATEST :]}
        return tuple(item for at, item in enumerate(self.items) if at < LATEST or item.entry.id in loose)

    @cached_property
    def _by_age(self) -> tuple[Item, ...]:
        if not self.archived:
            return ()
        return tuple(sorted(self.items, key=lambda item: (item.entry.event.added.sort_key, item.id)))


class Channels:
    """The feeds of a publication in one language."""

    def __init__(self, publication: Publication, language: Language) -> None:
        self.publication, self.language = publication, language
        self.base = publication.address(language)

    @property
    def chronicle(self) -> Chronicle:
        """What the feeds tell of."""
        return self.publication.chronicle

    @cached_property
    def _items(self) -> dict[str, Item]:
        ordered = sorted(
            self.chronicle.entries,
            key=lambda e: (e.event.updated.sort_key, e.event.when.started.sort_key, e.id),
            reverse=True,
        )
        return {entry.id: Item(entry, self.language, self.publication) for entry in ordered}

    @property
    def name(self) -> str:
        """The site's name."""
        return self.publication.settings.name.in_language(self.language.code)

    def all(self) -> Iterator[Channel]:
        """Yield every feed, that of everything first."""
        entries, word = self.chronicle.entries, self.language.word
        yield self._channel("feed", self.name, "", entries, archived=True)
        outages = [entry for entry in entries if entry.event.outage]
        yield self._channel("outages", word("feeds.outages"), "timeline/", outages, archived=True)
        moves = [entry for entry in entries if not entry.event.outage]
        yield self._channel("moves", word("feeds.moves"), "timeline/", moves, archived=True)
        for folder in SUBJECTS:
            yield from self._subjects(folder)
        for tale in self.chronicle.stories:
            title = tale.story.title.in_language(self.language.code)
            yield self._channel(f"stories/{tale.id}/feed", title, f"stories/{tale.id}/", tale.entries)

    def _subjects(self, folder: str) -> Iterator[Channel]:
        index = getattr(self.chronicle, folder)
        for one, entry in self.chronicle.vocabulary.table(folder).items():
            if one in index:
                name = entry.name.in_language(self.language.code)
                yield self._channel(f"{folder}/{one}/feed", name, f"{folder}/{one}/", index[one])

    def _channel(
        self, path: str, title: str, page: str, entries: Iterable[Entry], *, archived: bool = False
    ) -> Channel:
        wanted = {entry.id for entry in entries}
        items = tuple(item for one, item in self._items.items() if one in wanted)
        full = title if title == self.name else f"{title} · {self.name}"
        return Channel(path, full, page, items, archived)
