"""Pictures are kept by what they are drawn of: what has not changed is not drawn again."""

import hashlib
import os
import secrets
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from timeline.site.parts.page import Artifact
from timeline.site.sharing.pictures import Picture, Press

# What no build has asked for in so many days is not kept.
KEPT_DAYS = 30


class Album:
    """A folder of pictures, each named by its drawing and by all that makes a picture of it."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._press = folder, Press()

    def artifacts(self, pictures: Iterable[Picture], below: str) -> Iterator[Artifact]:
        """Yield pictures as files, by their paths below another."""
        self._folder.mkdir(parents=True, exist_ok=True)
        for picture in pictures:
            yield Artifact(f"{below}{picture.path}", self._png(picture.draw().svg()))
        self._prune()

    def _png(self, svg: str) -> bytes:
        name = hashlib.sha256(f"{self._press.edition}{svg}".encode()).hexdigest()
        path = self._folder / f"{name}.png"
        with suppress(OSError):
            content = path.read_bytes()
            os.utime(path)
            return content
        content = self._press.png(svg)
        part = path.with_name(f"{name}.{secrets.token_hex(4)}.part")  # another build may write the same picture
        part.write_bytes(content)
        part.replace(path)
        return content

    def _prune(self) -> None:
        """Remove what no build has asked for in a long time."""
        oldest = time.time() - KEPT_DAYS * 24 * 60 * 60
        for path in self._folder.iterdir() if self._folder.is_dir() else ():
            with suppress(OSError):
                if path.stat().st_mtime < oldest:
                    path.unlink()
