"""A site that would come out as it stands is left as it stands.

What a site is made of has a digest, and each of its files a stamp that no change leaves as it was. Both together are
kept as one hash beside the configuration. Where that is the same again, nothing is rendered; where anything differs,
or what is kept is missing, broken or open to others, the site is built as if nothing had been kept.
"""

import hashlib
import json
import os
import secrets
import stat
import sys
from contextlib import suppress
from dataclasses import asdict
from functools import cache
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

from timeline.building.exchange import PREFIX
from timeline.building.manifest import files
from timeline.building.site import Site
from timeline.reading.kept import stamp


class Unchanged:
    """What is kept, in a folder, of the site at a place."""

    def __init__(self, folder: Path, target: Path) -> None:
        self._folder, self._target = folder, target
        self._file = folder / _hash(os.fsencode(target))

    def holds(self, made_of: str) -> bool:
        """Say whether the site is made of the same as when it was kept, and no file of it has been touched since."""
        with suppress(OSError):
            return _is_own(self._folder) and self._file.read_bytes() == self._state(made_of)
        return False

    def keep(self, made_of: str) -> None:
        """Keep how the site stands, which was made just now; where that cannot be, it is built again next time."""
        with suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            part = self._file.with_name(f"{self._file.name}.{secrets.token_hex(4)}.part")
            part.write_bytes(self._state(made_of))
            part.replace(self._file)

    def _state(self, made_of: str) -> bytes:
        own = (path for path in sorted(files(self._target)) if not path.startswith(PREFIX))
        lines = (f"{path} {stamp(self._target / path)}" for path in own)
        return _hash("\n".join((made_of, *lines)).encode("utf-8", "surrogateescape")).encode()


def digest(site: Site, staged: Path) -> str:
    """Return a name for all that a site is made of; ``staged`` has what others than this program put into it."""
    folders = (site.assets, site.overrides, staged)
    parts = (*_program(), site.fingerprint, _settled(site), *(_contents(folder) for folder in folders))
    return _hash(json.dumps(parts).encode())


def _settled(site: Site) -> list[Any]:
    """Return what is no part of record and settings, in an order of its own."""
    stories = [tale.id for tale in site.chronicle.stories]
    history = {name: [asdict(change) for change in changes] for name, changes in sorted(site.history.items())}
    look = asdict(site.look) | {"features": sorted(site.look.features)}
    return [site.url, site.codes, sorted(site.by_hand), site.guarded, bool(site.album), look, stories, history]


@cache
def _program() -> tuple[str, ...]:
    """Name all that runs beside the program's own files, which the fingerprint of the site knows."""
    return (sys.version, *sorted(f"{one.name} {one.version}" for one in distributions()))


def _contents(folder: Path | None) -> list[tuple[str, str]]:
    """Return the files of a folder with the digests of their contents."""
    if folder is None or not folder.is_dir():
        return []
    return [(path, _hash((folder / path).read_bytes())) for path in sorted(files(folder))]


def _is_own(folder: Path) -> bool:
    """Say whether nobody else can put anything into a folder."""
    found = folder.lstat()
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.geteuid() and not found.st_mode & 0o077


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
