"""What was read of files is kept while they stay as they are, so that a server reads only what has changed."""

from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")

Stamp = tuple[int, int, int, int]


class Kept:
    """Results of reading files, by path; ``fresh`` lists the files that were read since it was cleared."""

    def __init__(self) -> None:
        self._results: dict[Path, tuple[Stamp | None, Any]] = {}
        self._following: dict[Hashable, tuple[object, Any]] = {}
        self.fresh: list[Path] = []

    def of(self, path: Path, read: Callable[[], T]) -> T:
        """Return what reading a file gave, and read it only if the file is not the one of then."""
        now = stamp(path)
        before, result = self._results.get(path, (None, None))
        if now is None or now != before:
            result = read()
            self._results[path] = now, result
            if now or before:  # it is there, or it was
                self.fresh.append(path)
        return result  # type: ignore[no-any-return] # what was kept for a path is what its reader returned

    def following(self, key: Hashable, value: object, work_out: Callable[[], T]) -> T:
        """Return what follows from a value alone, and work it out only where that is not the one of then."""
        before, result = self._following.get(key, (None, None))
        if value is not before:
            result = work_out()
            self._following[key] = value, result
        return result  # type: ignore[no-any-return] # as above


def stamp(path: Path) -> Stamp | None:
    """Tell a file from what it was before: by when it was changed in any way, its size and which file it is."""
    try:
        found = path.lstat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino
