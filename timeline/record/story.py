"""The stories of a record: events in the order in which they are read, with a title and an introduction."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Annotated

from pydantic import ConfigDict, Field
from pydantic.dataclasses import dataclass as model

from timeline.reading.diagnostics import Diagnostic
from timeline.reading.files import CheckedFile, discover
from timeline.reading.kept import Kept
from timeline.values.bilingual import Bilingual
from timeline.values.fields import Id

FOLDER = "stories"


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
