"""A site is built aside and takes the old one's place only when it is whole."""

import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from timeline.writing.page import Artifact

_PREFIX = ".site-"


class Staging:
    """A folder beside the site's folder, on the same file system, in which the new site grows."""

    def __init__(self, target: Path) -> None:
        self.target = target
        target.parent.mkdir(parents=True, exist_ok=True)
        self._folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=target.parent))
        self.site = self._folder / "new"
        self.site.mkdir()

    def write(self, artifacts: Iterable[Artifact]) -> None:
        """Write artifacts into the new site."""
        for artifact in artifacts:
            path = self.site / artifact.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(artifact.content)

    def publish(self) -> None:
        """Put the new site in the place of the old one, by renaming."""
        self.site.chmod(0o755)
        if self.target.exists():
            self.target.rename(self._folder / "old")
        self.site.rename(self.target)
        self.discard()

    def discard(self) -> None:
        """Remove all that was built aside."""
        shutil.rmtree(self._folder, ignore_errors=True)
