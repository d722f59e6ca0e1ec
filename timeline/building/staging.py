"""A site is built aside and takes the old one's place only when it is whole."""

import secrets
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Self

from timeline.messages import Refusal
from timeline.site.parts.page import Artifact

_PREFIX = ".site-"


class NotOurs(Refusal):
    """The folder that would be replaced holds something else."""


class Staging:
    """A folder beside the target, on the same file system, in which the new site grows.

    Nothing is made before ``open``, so that whoever holds the object can always discard what there is.
    """

    def __init__(self, target: Path, mark: str = "events.json") -> None:
        self.target, self._mark = target, mark
        self._folder = target.parent / f"{_PREFIX}{secrets.token_hex(4)}"
        self.site = self._folder / "new"

    def open(self) -> None:
        """Make the folder.

        The target will be replaced as a whole, so it must not be there yet, be empty, or hold ``mark``, a file
        that an earlier site has; else NotOurs is raised.
        """
        if self.target.exists() and any(self.target.iterdir()) and not (self.target / self._mark).is_file():
            raise NotOurs("refused.not_ours", folder=self.target)
        self.target.parent.mkdir(parents=True, exist_ok=True)
        self._folder.mkdir(mode=0o700)  # a handover to another process lies here, which that process trusts
        self.site.mkdir()

    def __enter__(self) -> Self:
        self.open()
        return self

    def __exit__(self, *_: object) -> None:
        self.discard()

    def beside(self, name: str) -> Path:
        """Return a path for what is needed while building and is no part of the site."""
        return self._folder / name

    def write(self, artifacts: Iterable[Artifact]) -> None:
        """Write artifacts into the new site."""
        for artifact in artifacts:
            path = self.site / artifact.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(artifact.content)

    def publish(self) -> None:
        """Put the new site in the place of the old one, by renaming."""
        self.site.chmod(0o755)
        old = self.beside("old")
        try:
            if self.target.exists():
                self.target.rename(old)
            self.site.rename(self.target)
        except BaseException:  # an interrupt too: the old site is never lost with what was built aside
            if old.exists() and not self.target.exists():
                old.rename(self.target)
            raise
        self.discard()

    def discard(self) -> None:
        """Remove all that was built aside."""
        shutil.rmtree(self._folder, ignore_errors=True)
