"""How a new site takes the place of an old one, and how the old one comes back where that was cut short.

A folder aside holds the new site in ``new``; the old one is put into ``old``. What stands there tells, after any
interruption, how far the exchange came.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from pathlib import Path

from timeline.building import manifest

PREFIX = ".site-"  # how the names of folders aside begin


class Exchange(ABC):
    """An exchange of the site at ``target`` for the one in a folder aside."""

    def __init__(self, target: Path, aside: Path) -> None:
        self.target, self.aside = target, aside
        self.new, self.old = aside / "new", aside / "old"

    def run(self) -> None:
        """Exchange the sites; where that fails, or is interrupted, the old one stays or comes back."""
        try:
            self._run()
        except BaseException:
            self.restore()
            raise

    @abstractmethod
    def _run(self) -> None:
        """Exchange the sites."""

    @abstractmethod
    def restore(self) -> bool:
        """Put the old site back if the exchange was cut short, and say whether it was."""


class OfFolders(Exchange):
    """Renames the two folders."""

    def _run(self) -> None:
        if self.target.exists():
            self.target.rename(self.old)
        self.new.rename(self.target)

    def restore(self) -> bool:
        """Rename the old site back where nothing has taken its place."""
        if self.target.exists() or not self.old.exists():
            return False
        self.old.rename(self.target)
        return True


class OfEntries(Exchange):
    """Renames what is in the two folders, where the target itself cannot be renamed; ``aside`` lies in it."""

    @property
    def _leaving(self) -> Path:
        return self.aside / "leaving"  # is renamed to ``old`` when all of the old site is in it

    def _run(self) -> None:
        self._leaving.mkdir()
        _move((entry for entry in self.target.iterdir() if not entry.name.startswith(PREFIX)), self._leaving)
        self._leaving.rename(self.old)
        _move(sorted(self.new.iterdir(), key=lambda entry: entry.name == manifest.NAME), self.target)

    def restore(self) -> bool:
        """Move the old site's entries back, those of the new one before."""
        if self._leaving.exists():
            return _move(self._leaving.iterdir(), self.target)
        if not (self.old.exists() and (self.new / manifest.NAME).exists()):
            return False
        names = {path.partition("/")[0] for path in manifest.read(self.new)}
        _move((self.target / name for name in names if (self.target / name).exists()), self.new)
        return _move(self.old.iterdir(), self.target)


def _move(entries: Iterable[Path], folder: Path) -> bool:
    """Move entries into a folder, and say whether there were any."""
    moved = [entry.rename(folder / entry.name) for entry in list(entries)]
    return bool(moved)
