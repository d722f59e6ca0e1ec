"""A record on disk: a folder of years with event files, and a vocabulary. Loading never stops at a problem."""

import gc
import os
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

from timeline.diagnostics import Diagnostic, Related
from timeline.model import Event
from timeline.reader import Mapping, Step, read, read_path
from timeline.source import Place, Source, Span
from timeline.text import is_id, to_id
from timeline.validation import unexplained, validate
from timeline.vocabulary import FOLDER, Vocabulary, load_vocabulary
from timeline.when import Precision

Progress = Callable[[Iterable["FoundFile"]], Iterable["FoundFile"]]

MIN_ID = 3

_IGNORED = (".md",)


@dataclass(frozen=True)
class EventFile:
    """One event with the file that says it."""

    id: str
    folder: str
    source: Source
    event: Event

    @cached_property
    def _tree(self) -> Mapping:
        # Trees are large and only problems need them, so they are not kept but read again.
        _, tree, _ = read(self.source.name, self.source.text.encode())
        if tree is None:
            raise ValueError(f"{self.source.name} was readable before")
        return tree

    def place(self, *path: Step, key: bool = False) -> Place:
        """Return the place of a value of the event, or of its key."""
        return Place(self.source, self._tree.span_of(path, key=key))

    def problem(
        self,
        code: str,
        *path: Step,
        key: bool = False,
        allowed: Iterable[str] = (),
        suggestion: str | None = None,
        related: Iterable[Related] = (),
        **values: str,
    ) -> Diagnostic:
        """Make a diagnostic about a value of the event."""
        return Diagnostic(code, self.place(*path, key=key), values, tuple(allowed), suggestion, tuple(related))


@dataclass(frozen=True)
class Record:
    """All events by id, what their ids mean, and the ids of files that could not be read."""

    vocabulary: Vocabulary
    files: dict[str, EventFile]
    unreadable: frozenset[str] = frozenset()
    now: datetime = field(default_factory=lambda: reference_time())

    def without_events(self) -> "Record":
        """Return the record with its vocabulary alone."""
        return Record(self.vocabulary, {}, now=self.now)

    @cached_property
    def aliases(self) -> dict[str, str]:
        """Former ids and the events that bear them now; an id that is in use is never one."""
        named = ((alias, file.id) for file in self.files.values() for alias in file.event.aliases)
        return {alias: owner for alias, owner in named if alias not in self.files}

    @cached_property
    def outages(self) -> dict[str, list[EventFile]]:
        """The outages whose start is known to the minute, by company, in order of time."""
        by_company: dict[str, list[EventFile]] = {}
        for file in sorted(self.files.values(), key=lambda f: (f.event.when.started.sort_key, f.id)):
            if file.event.outage and file.event.when.started.precision is Precision.MINUTE:
                by_company.setdefault(file.event.outage.company, []).append(file)
        return by_company


def reference_time() -> datetime:
    """Return the time that counts as now: SOURCE_DATE_EPOCH where it is set, else the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file below a record's folder that says an event: its id, its folder, and its name in messages."""

    path: Path
    id: str
    folder: str
    name: str

    def problem(
        self, code: str, related: tuple[Related, ...] = (), suggestion: str | None = None, **values: str
    ) -> Diagnostic:
        """Make a diagnostic about the file as a whole."""
        return Diagnostic(code, self.place, values, suggestion=suggestion, related=related)

    @property
    def place(self) -> Place:
        """The beginning of the file."""
        return Place(Source(self.name, ""), Span(0, 0))


def load(root: Path, progress: Progress = iter) -> tuple[Record, list[Diagnostic]]:
    """Read the record at ``root``: all that could be read, and all that is wrong with the files one by one."""
    vocabulary, problems = load_vocabulary(root)
    found, misplaced = discover(root)
    problems += misplaced
    files: dict[str, EventFile] = {}
    with _no_collection():
        problems += _load_files(progress(found), files)
    unreadable = frozenset(file.id for file in found) - files.keys()
    return Record(vocabulary, files, unreadable), problems


def _load_files(found: Iterable["FoundFile"], files: dict[str, EventFile]) -> Iterator[Diagnostic]:
    for file in found:
        source, tree, diagnostics = read_path(file.path, file.name)
        event = None
        if tree is not None:
            event, more = validate(Event, tree, source)
            diagnostics = [*diagnostics, *unexplained(more, diagnostics)]
        yield from diagnostics
        if event is not None and not diagnostics:
            files[file.id] = EventFile(file.id, file.folder, source, event)


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


def discover(root: Path) -> tuple[list[FoundFile], list[Diagnostic]]:
    """List the event files below ``root``, and what is wrong with names, links and copies."""
    files: list[FoundFile] = []
    problems: list[Diagnostic] = []
    for entry in _walk(root, FOLDER):
        file = _found(entry, root)
        problem = _misplaced(entry, file, root)
        if problem:
            problems.append(problem)
        elif entry.name.endswith(".yml"):
            files.append(file)
    own, others = _with_own_ids(files)
    return own, problems + others


def _walk(folder: Path, left_out: str | None = None) -> Iterator["os.DirEntry[str]"]:
    """Yield the files and links below a folder, in order of name, following no link; one folder in it is left out."""
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.name.startswith("."):
                continue
            if not entry.is_dir(follow_symlinks=False):
                yield entry
            elif entry.name != left_out:
                yield from _walk(Path(entry.path))


def _found(entry: "os.DirEntry[str]", root: Path) -> FoundFile:
    path = Path(entry.path)
    relative = path.relative_to(root)
    return FoundFile(path, path.stem, relative.parent.as_posix(), f"{root.name}/{relative.as_posix()}")


def _misplaced(entry: "os.DirEntry[str]", file: FoundFile, root: Path) -> Diagnostic | None:
    if entry.is_symlink() or not entry.is_file(follow_symlinks=False):
        return file.problem("F104")
    if entry.name.lower().endswith((".yaml", ".yml")) and not entry.name.endswith(".yml"):
        return file.problem("F107", found=entry.name, suggestion=f"{file.id}.yml")
    if not entry.name.endswith((".yml", *_IGNORED)):
        return file.problem("F107", found=entry.name)
    return None


def _with_own_ids(files: list[FoundFile]) -> tuple[list[FoundFile], list[Diagnostic]]:
    """Keep the files whose id is one and is theirs alone, also where case and Unicode form do not count."""
    kept: list[FoundFile] = []
    problems: list[Diagnostic] = []
    first: dict[str, FoundFile] = {}
    for file in sorted(files, key=lambda file: not is_id(file.id)):
        other = first.setdefault(unicodedata.normalize("NFKC", file.id).casefold(), file)
        if other is not file:
            code = "F108" if other.id == file.id else "F110"
            problems.append(file.problem(code, (Related(other.place, "first"),), found=file.id))
        elif not is_id(file.id) or len(file.id) < MIN_ID:
            made = to_id(file.id)
            mend = f"{made}.yml" if made and made != file.id else None
            problems.append(file.problem("F105", found=file.id, suggestion=mend))
        else:
            kept.append(file)
    return kept, problems
