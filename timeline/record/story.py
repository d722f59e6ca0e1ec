"""The stories of a record: events in the order in which they are read, with a title and an introduction."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Annotated, Literal, Self, TypeAlias

from pydantic import ConfigDict, Field, model_validator
from pydantic.dataclasses import dataclass as model

from timeline.reading.diagnostics import Diagnostic
from timeline.reading.files import CheckedFile, discover
from timeline.reading.kept import Kept
from timeline.values.bilingual import Bilingual
from timeline.values.fields import Id, Ids, refuse

FOLDER = "stories"

# More numbers than these would be a table, and no counter.
MOST_COUNTERS = 2

Counted: TypeAlias = Literal["days", "events", "down"]

_CONFIG = ConfigDict(extra="forbid", use_attribute_docstrings=True)


@model(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class Chapter:
    """A part of a story, up to the beginning of the next one."""

    title: Bilingual
    """A heading of a few words."""
    text: Bilingual
    """What the part tells, in two sentences."""
    begins: Id
    """The first of its events."""


@model(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class Counter:
    """A number that grows as the story goes on."""

    label: Bilingual
    """What the number counts, in words that stand beside any number: days since the challenge."""
    short: Bilingual | None = None
    """The same in a word or two, for narrow windows: day."""
    counts: Counted
    """Days since one of the story's events; some of its events; or the known lengths of its outages, added up."""
    since: Id | None = None
    """The event from which on days are counted."""
    events: Ids = ()
    """The events at each of which the number goes up by one; without any it stays 0."""

    @model_validator(mode="after")
    def _fits_what_is_counted(self) -> Self:
        if self.counts == "days" and self.since is None:
            raise refuse("M104", at=("counts",), field="since")
        for field, counted in (("since", "days"), ("events", "events")):
            if getattr(self, field) and self.counts != counted:
                raise refuse("M105", at=(field,), found=field, needs=f"counts: {counted}")
        return self


@model(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class Story:
    """An ordered set of events that are read one after the other."""

    title: Bilingual
    teaser: Bilingual | None = None
    """One sentence that says what the story is."""
    introduction: Bilingual
    """What the events have in common, in some 60 to 120 words; nothing that they do not say themselves."""
    events: Annotated[tuple[Id, ...], Field(min_length=1, json_schema_extra={"minItems": 2, "uniqueItems": True})]
    """The events' ids, in the order of reading."""
    chapters: tuple[Chapter, ...] = ()
    """The parts of a long story; the first begins with its first event."""
    counters: Annotated[tuple[Counter, ...], Field(max_length=MOST_COUNTERS)] = ()
    """What the story counts as it goes on, if it has a number to tell."""
    start_here: bool = False
    """Whether who reads one story reads this one first."""


@dataclass(frozen=True)
class StoryFile(CheckedFile):
    """One story with the file that tells it."""

    story: Story


def load_stories(root: Path, kept: Kept | None = None) -> tuple[dict[str, StoryFile], list[Diagnostic]]:
    """Read the stories of the record at ``root``, which need not have any, and what is wrong with their files."""
    kept = Kept() if kept is None else kept
    folder = root / FOLDER
    if folder.is_symlink() or not folder.is_dir():
        return {}, []
    found, problems = discover(folder, root)
    files: dict[str, StoryFile] = {}
    for file in found:
        source, story, more, _ = kept.of(file.path, partial(file.read_as, Story))
        problems += more
        if story is not None:
            files[file.id] = StoryFile(file.id, source, story)
    return files, problems
