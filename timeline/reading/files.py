"""The files of a record: found without following a link, read within bounds, read again where a problem needs it."""

import os
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from timeline.reading.diagnostics import Diagnostic, Related
from timeline.reading.leftovers import is_leftover
from timeline.reading.reader import Mapping, Plain, Step, read, read_path
from timeline.reading.source import Place, Source, Span
from timeline.reading.validation import unexplained, validate
from timeline.values.text import is_id, to_id

T = TypeVar("T")

MIN_ID = 3

# Events lie in the folders of their years; so many folders in one another are a mistake of some program.
MAX_FOLDERS = 8

_IGNORED = (".md",)


@dataclass(frozen=True)
class CheckedFile:
    """A file that says something sound, with the id that its name gives it."""

    id: str
    source: Source

    @cached_property
    def _tree(self) -> Mapping:
        # Trees are large and only problems need them, so they are not kept but read again.
        _, tree, _ = read(self.source.name, self.source.text.encode())
        if tree is None:
            raise ValueError(f"{self.source.name} was readable before")
        return tree

    @cached_property
    def plain(self) -> dict[str, Plain]:
        """All that is written in the file, as texts."""
        return {key: node.plain for key, node in self._tree.values.items()}

    def text_at(self, *path: Step) -> str | None:
        """Return the text that is written at a place, if one is."""
        node: Plain = self.plain
        for step in path:
            if isinstance(node, dict) and step in node:
                node = node[str(step)]
            elif isinstance(node, list) and isinstance(step, int) and step < len(node):
                node = node[step]
            else:
                return None
        return node if isinstance(node, str) else None

    def place(self, *path: Step, key: bool = False) -> Place:
        """Return the place of a value in the file, or of its key."""
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
        """Make a diagnostic about a value in the file."""
        return Diagnostic(code, self.place(*path, key=key), values, tuple(allowed), suggestion, tuple(related))


class Reading(NamedTuple, Generic[T]):
    """What a file gives: its value if nothing is wrong with it, what is, and whether it has a tree all the same."""

    source: Source
    value: T | None
    problems: list[Diagnostic]
    formed: bool


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file below a record's folder: its id, its folder, and its name in messages."""

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

    def read_as(self, model: type[T]) -> Reading[T]:
        """Read the file."""
        try:
            source, tree, problems = read_path(self.path, self.name)
        except OSError:
            return Reading(Source(self.name, ""), None, [self.problem("F113", found=self.name)], formed=False)
        if tree is None:
            return Reading(source, None, problems, formed=False)
        value, more = validate(model, tree, source)
        found = [*problems, *unexplained(more, problems)]
        return Reading(source, None if found else value, found, formed=True)


def discover(folder: Path, root: Path, left_out: Iterable[str] = ()) -> tuple[list[FoundFile], list[Diagnostic]]:
    """List the files of a folder of the record at ``root``, and what is wrong with names, links and copies."""
    files: list[FoundFile] = []
    problems: list[Diagnostic] = []
    for entry in _walk(folder, frozenset(left_out)):
        file = _found(Path(entry), root)
        problem = file.problem(entry.code, found=file.name) if isinstance(entry, _Closed) else _misplaced(entry, file)
        if problem:
            problems.append(problem)
        elif file.path.suffix == ".yml":
            files.append(file)
    own, others = _with_own_ids(files)
    return own, problems + others


@dataclass(frozen=True, slots=True)
class _Closed:
    """A folder that was not looked into, with the code of why."""

    path: Path
    code: str

    def __fspath__(self) -> str:
        return str(self.path)


def _walk(
    folder: Path, left_out: frozenset[str] = frozenset(), depth: int = 0
) -> Iterator["os.DirEntry[str] | _Closed"]:
    """Yield the files and links below a folder, by name, following no link; some folders in it are left out."""
    if depth > MAX_FOLDERS:
        yield _Closed(folder, "F114")
        return
    try:
        with os.scandir(folder) as scanned:
            entries = sorted(scanned, key=lambda entry: entry.name)
    except OSError:
        yield _Closed(folder, "F113")
        return
    for entry in entries:
        if is_leftover(entry.name):
            continue
        if not entry.is_dir(follow_symlinks=False):
            yield entry
        elif entry.name not in left_out:
            yield from _walk(Path(entry.path), depth=depth + 1)


def _found(path: Path, root: Path) -> FoundFile:
    relative = path.relative_to(root)
    return FoundFile(path, path.stem, relative.parent.as_posix(), f"{root.name}/{relative.as_posix()}")


def _misplaced(entry: "os.DirEntry[str]", file: FoundFile) -> Diagnostic | None:
    if not entry.is_file(follow_symlinks=False):
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
            mend = f"{made}.yml" if made and made != file.id and len(made) >= MIN_ID else None
            problems.append(file.problem("F105", found=file.id, suggestion=mend))
        else:
            kept.append(file)
    return kept, problems
