"""A record on disk: a folder of years with event files, stories, and a vocabulary. Loading never stops at a problem."""

import gc
import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property, partial
from pathlib import Path

from timeline.language.messages import Refusal
from timeline.reading.diagnostics import Diagnostic
from timeline.reading.files import CheckedFile, FoundFile, discover
from timeline.reading.kept import Kept
from timeline.record import story, vocabulary
from timeline.record.event import Event, Quote
from timeline.record.half import HalfFile
from timeline.record.publishing import Publishers
from timeline.record.spellings import ids_by_spelling
from timeline.record.story import StoryFile, load_stories
from timeline.record.vocabulary import Vocabulary, load_vocabulary
from timeline.values.addresses import page_of
from timeline.values.dates import EARLIEST_YEAR, LATEST_YEAR, Precision

Progress = Callable[[Iterable[FoundFile]], Iterable[FoundFile]]


@dataclass(frozen=True)
class EventFile(CheckedFile):
    """One event with the file that says it, and the folder that the file lies in."""

    folder: str
    event: Event


@dataclass(frozen=True)
class Record:
    """All events and stories by id, what ids mean, and what there is of events whose files could not be read."""

    vocabulary: Vocabulary
    files: dict[str, EventFile]
    stories: dict[str, StoryFile] = field(default_factory=dict)
    unreadable: frozenset[str] = frozenset()
    halves: tuple[HalfFile, ...] = ()
    now: datetime = field(default_factory=lambda: reference_time())  # noqa: PLW0108 - it is defined below

    def without_events(self) -> "Record":
        """Return the record with its vocabulary alone."""
        return Record(self.vocabulary, {}, now=self.now)

    @cached_property
    def aliases(self) -> dict[str, str]:
        """Former ids and the events that bear them now; an id that is in use is never one."""
        named = ((alias, file.id) for file in self.files.values() for alias in file.event.aliases)
        return {alias: owner for alias, owner in named if alias not in self.files}

    @cached_property
    def domains(self) -> frozenset[str]:
        """The domains of platforms, companies and publishers, which others may imitate."""
        tables = (self.vocabulary.platforms, self.vocabulary.companies, self.vocabulary.publishers)
        return frozenset(domain for table in tables for entry in table.values() for domain in entry.domain)

    def ids_of(self, tables: tuple[str, ...]) -> dict[str, str]:
        """Return the ids of some tables by the folded spellings of their names."""
        if tables not in self._spellings:
            entries = {known: entry for table in tables for known, entry in self.vocabulary.table(table).items()}
            self._spellings[tables] = ids_by_spelling(entries)
        return self._spellings[tables]

    @cached_property
    def _spellings(self) -> dict[tuple[str, ...], dict[str, str]]:
        return {}

    @cached_property
    def publishers(self) -> Publishers:
        """Who publishes at which address."""
        sources = (source for file in self.files.values() for source in file.event.sources.values())
        return Publishers(self.vocabulary.publishers, sources)

    @cached_property
    def pages(self) -> dict[str, list[EventFile]]:
        """The events by the pages that they rest on."""
        by_page: dict[str, list[EventFile]] = {}
        for file in self.files.values():
            for page in {page_of(source.url) for source in file.event.sources.values()}:
                by_page.setdefault(page, []).append(file)
        return by_page

    @cached_property
    def quotations(self) -> dict[tuple[str, str], list[tuple[EventFile, int]]]:
        """The quotations, by speaker and words, each with its event and its place in it."""
        by_words: dict[tuple[str, str], list[tuple[EventFile, int]]] = {}
        for file in self.files.values():
            for place, quote in enumerate(file.event.quotes):
                by_words.setdefault(spoken(quote), []).append((file, place))
        return by_words

    @cached_property
    def outages(self) -> dict[str, list[EventFile]]:
        """The outages whose start is known to the minute, by company, in order of time."""
        by_company: dict[str, list[EventFile]] = {}
        for file in sorted(self.files.values(), key=lambda f: (f.event.when.started.sort_key, f.id)):
            if file.event.outage and file.event.when.started.precision is Precision.MINUTE:
                by_company.setdefault(file.event.outage.company, []).append(file)
        return by_company


def spoken(quote: Quote) -> tuple[str, str]:
    """Return who said which words, without what does not matter: case, marks and spaces."""
    return quote.speaker, " ".join(re.findall(r"\w+", quote.text.casefold()))


def reference_time() -> datetime:
    """Return the time that counts as now: SOURCE_DATE_EPOCH where it is set, which must be a time, else the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.now(UTC)
    try:
        now = datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError):
        raise Refusal("refused.epoch", value=epoch) from None
    if not EARLIEST_YEAR <= now.year <= LATEST_YEAR:
        raise Refusal("refused.epoch", value=epoch)
    return now


def load(root: Path, progress: Progress = iter, kept: Kept | None = None) -> tuple[Record, list[Diagnostic]]:
    """Read the record at ``root``: all that could be read, and all that is wrong with the files one by one.

    What is ``kept`` of another time is not read again.
    """
    kept = Kept() if kept is None else kept
    closed = vocabulary.closed(root)
    if closed:
        return Record(Vocabulary(unreadable=frozenset(vocabulary.TABLES)), {}), [closed]
    words, problems = load_vocabulary(root, kept)
    found, misplaced = discover(root, root, left_out=(vocabulary.FOLDER, story.FOLDER))
    told, more = load_stories(root, kept)
    files: dict[str, EventFile] = {}
    halves: list[HalfFile] = []
    with _no_collection():
        problems += (*misplaced, *more, *_load_files(progress(found), files, halves, kept))
    unreadable = frozenset(file.id for file in found) - files.keys()
    return Record(words, files, told, unreadable, tuple(halves)), problems


def _load_files(
    found: Iterable[FoundFile], files: dict[str, EventFile], halves: list[HalfFile], kept: Kept
) -> Iterator[Diagnostic]:
    for file in found:
        source, event, problems, formed = kept.of(file.path, partial(file.read_as, Event))
        yield from problems
        if event is not None:
            files[file.id] = EventFile(file.id, source, file.folder, event)
        elif formed:
            halves.append(HalfFile(file.id, source))


@contextmanager
def _no_collection() -> Iterator[None]:
    """Keep the garbage collector from walking, again and again, over a growing heap that holds no garbage."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
