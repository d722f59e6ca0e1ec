"""The files of a record: found without following a link, read within bounds, read again where a problem needs it."""

import os
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from timeline.reading.diagnostics import Diagnostic, Related
from timeline.reading.reader import Mapping, Step, read, read_path
from timeline.reading.source import Place, Source, Span
from timeline.reading.validation import unexplained, validate
from timeline.values.text import is_id, to_id

T = TypeVar("T")

MIN_ID = 3

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

    def read_as(self, model: type[T]) -> tuple[Source, T | None, list[Diagnostic]]:
        """Read the file: its source, its value if nothing is wrong with it, and what is."""
        source, tree, problems = read_path(self.path, self.name)
        if tree is None:
            return source, None, problems
        value, more = validate(model, tree, source)
        found = [*problems, *unexplained(more, problems)]
        return source, None if found else value, found


def discover(folder: Path, root: Path, left_out: Iterable[str] = ()) -> tuple[list[FoundFile], list[Diagnostic]]:
    """List the files of a folder of the record at ``root``, and what is wrong with names, links and copies."""
    files: list[FoundFile] = []
    problems: list[Diagnostic] = []
    for entry in _walk(folder, frozenset(left_out)):
        file = _found(entry, root)
        problem = _misplaced(entry, file)
        if problem:
            problems.append(problem)
        elif entry.name.endswith(".yml"):
            files.append(file)
    own, others = _with_own_ids(files)
    return own, problems + others


def _walk(folder: Path, left_out: frozenset[str] = frozenset()) -> Iterator["os.DirEntry[str]"]:
    """Yield the files and links below a folder, by name, following no link; some folders in it are left out."""
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.name.startswith("."):
                continue
            if not entry.is_dir(follow_symlinks=False):
                yield entry
            elif entry.name not in left_out:
                yield from _walk(Path(entry.path))


def _found(entry: "os.DirEntry[str]", root: Path) -> FoundFile:
    path = Path(entry.path)
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
