"""The documents below ``api/v1/``: the index, events by id and by year, what their ids mean, figures and changes."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pydantic import TypeAdapter

from timeline.chronicle.chronicle import Tale
from timeline.record import vocabulary as record
from timeline.record.story import Chapter
from timeline.site.data.api import events, shapes, statistics, whole
from timeline.site.parts.page import Artifact
from timeline.site.publication import Publication
from timeline.values.bilingual import LANGUAGES

FOLDER = "api/v1"
TABLES = ("kinds", "companies", "people", "platforms", "tags", "publishers")

# What is published under which name, and what shape it has; the OpenAPI document is made from the same table.
DOCUMENTS: dict[str, Any] = {
    "index": whole.Index,
    "events": dict[str, shapes.Event],
    "vocabulary": whole.Vocabulary,
    "stories": tuple[whole.Story, ...],
    "statistics": whole.Statistics,
    "changes": tuple[whole.Change, ...],
}


@dataclass(frozen=True)
class Api:
    """The record in the shapes in which it is published."""

    publication: Publication

    @cached_property
    def events(self) -> dict[str, shapes.Event]:
        """All entries by id, in order of time."""
        return {entry.id: events.event(entry, self.publication) for entry in self.publication.chronicle.entries}

    @cached_property
    def version(self) -> str:
        """A name for the events as they are: the beginning of the hash of all of them (SHA-256)."""
        return hashlib.sha256(self._documents["events"]).hexdigest()[:12]

    def artifacts(self) -> Iterator[Artifact]:
        """Yield every document."""
        for name, content in self._documents.items():
            yield Artifact(f"{FOLDER}/{name}.json", content)
        yield Artifact(f"{FOLDER}/index.json", _written(whole.Index, self._index()))
        for one, event in self.events.items():
            yield Artifact(f"{FOLDER}/events/{one}.json", _written(shapes.Event, event))
        for year, entries in self.publication.chronicle.years.items():
            of_year = {entry.id: self.events[entry.id] for entry in entries}
            yield Artifact(f"{FOLDER}/years/{year}.json", _written(DOCUMENTS["events"], of_year))

    @cached_property
    def _documents(self) -> dict[str, bytes]:
        chronicle = self.publication.chronicle
        documents = {
            "events": self.events,
            "vocabulary": self._vocabulary(),
            "stories": tuple(map(self._story, chronicle.stories)),
            "statistics": statistics.counted(chronicle),
            "changes": tuple(self._changes()),
        }
        return {name: _written(DOCUMENTS[name], value) for name, value in documents.items()}

    def _index(self) -> whole.Index:
        publication = self.publication
        folder, license_ = f"{publication.root}{FOLDER}", publication.settings.license
        return whole.Index(
            name={own.code: publication.settings.name.in_language(own.code) for own in publication.languages},
            home=publication.root,
            version=self.version,
            updated=publication.updated,
            license=license_.identifier if license_ else None,
            license_url=license_.url if license_ else None,
            languages=tuple(own.code for own in publication.languages),
            years={year: f"{folder}/years/{year}.json" for year in publication.chronicle.years},
            documents={name: f"{folder}/{name}.json" for name in (*self._documents, "openapi")},
        )

    def _vocabulary(self) -> whole.Vocabulary:
        known = self.publication.chronicle.vocabulary
        return whole.Vocabulary(
            **{name: {key: _term(entry) for key, entry in known.table(name).items()} for name in TABLES}
        )

    def _story(self, tale: Tale) -> whole.Story:
        return whole.Story(
            id=tale.id,
            addresses=self.publication.addresses(f"stories/{tale.id}/"),
            title=events.text(tale.story.title),
            teaser=events.perhaps(tale.story.teaser),
            introduction=events.text(tale.story.introduction),
            events=tuple(entry.id for entry in tale.entries),
            chapters=tuple(map(self._chapter, tale.story.chapters)),
        )

    def _chapter(self, chapter: Chapter) -> whole.Chapter:
        begins = self.publication.chronicle.moved.get(chapter.begins, chapter.begins)
        return whole.Chapter(title=events.text(chapter.title), text=events.text(chapter.text), begins=begins)

    def _changes(self) -> Iterable[whole.Change]:
        """List every addition and correction, the newest day first."""
        found: list[whole.Change] = []
        for entry in self.publication.chronicle.entries:
            found.append(whole.Change(date=_day(entry.event.added), event=entry.id, what="added"))
            found += (
                whole.Change(date=_day(each.on), event=entry.id, what="corrected", text=events.text(each))
                for each in entry.event.corrections
            )
        return sorted(found, key=lambda change: change.date, reverse=True)


def _written(kind: Any, value: Any) -> bytes:
    return TypeAdapter(kind).dump_json(value, exclude_none=True)


def _day(moment: object) -> str:
    return str(moment).rstrip("~?%")


def _term(entry: record.Entry) -> whole.Term:
    return whole.Term(
        name={code: entry.name.in_language(code) for code in LANGUAGES},
        about=events.perhaps(entry.about),
        aliases=entry.aliases,
        company=getattr(entry, "company", None),
        lane=getattr(entry, "lane", None),
        since=getattr(entry, "since", None),
        type=getattr(entry, "type", None),
        handles=dict(entry.handles),
        domains=entry.domain,
        language=getattr(entry, "lang", None),
    )
