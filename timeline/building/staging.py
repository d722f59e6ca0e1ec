"""A site is built aside and takes the old one's place only when it is whole."""

import fcntl
import os
import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Self

from timeline.building import manifest
from timeline.building.exchange import PREFIX, Exchange, OfEntries, OfFolders
from timeline.language.messages import Refusal
from timeline.site.parts.page import Artifact

_LOCK = "lock"
_NAMES = PREFIX + 8 * "[0-9a-f]"
_MOST_NAMED = 5
_MOUNTS = Path("/proc/self/mountinfo")


class Staging:
    """A folder on the file system of the target, in which the new site grows.

    It lies beside the target; where the target cannot be renamed, because another file system is mounted there or
    its parent may not be written to, it lies in the target. Nothing is made before ``open``, so that whoever holds
    the object can always discard what there is.
    """

    def __init__(self, target: Path) -> None:
        self.target = Path(os.path.realpath(target))  # a link is followed, not replaced
        inside = self.target.is_dir() and not _can_be_renamed(self.target)
        self._home = self.target if inside else self.target.parent
        self._exchange: type[Exchange] = OfEntries if inside else OfFolders
        self._folder = self._home / f"{PREFIX}{secrets.token_hex(4)}"
        self.site = self._folder / "new"
        self._made: set[Path] = set()
        self._lock = -1

    def open(self) -> bool:
        """Make the folder, and say whether a build that was killed had left the old site aside, which is back now.

        The target will be replaced as a whole, so it must not be there yet or hold nothing but files of an earlier
        build; else Refusal is raised.
        """
        self._home.mkdir(parents=True, exist_ok=True)
        with _alone(self._home):
            restored = [self._clear(folder) for folder in self._left_behind()]
            self._refuse_others()
            self._folder.mkdir(mode=0o700)  # nobody else puts anything into it
            self._lock = os.open(self._folder / _LOCK, os.O_CREAT | os.O_RDWR, 0o600)
            fcntl.flock(self._lock, fcntl.LOCK_EX)
            os.write(self._lock, os.fsencode(self.target.name))
        self.site.mkdir()
        return any(restored)

    def __enter__(self) -> Self:
        self.open()
        return self

    def __exit__(self, *_: object) -> None:
        self.discard()

    def write(self, artifacts: Iterable[Artifact]) -> None:
        """Write artifacts into the new site."""
        for artifact in artifacts:
            path = self.site / artifact.path
            if path.parent not in self._made:
                path.parent.mkdir(parents=True, exist_ok=True)
                self._made.add(path.parent)
            path.write_bytes(artifact.content)

    def publish(self, current: str = "", then: Callable[[], None] | None = None) -> None:
        """Put the new site in the place of the old one; raises Refusal if something of others has come into that.

        ``current`` is the folder that no other build has; that of the build before is kept beside it, for browsers
        that still have pages of it. ``then`` is called before another build can take the place.
        """
        folders = [current] if current else []
        before = next((one for one in manifest.folders(self.target) if one != current), "")
        if current and (self.target / before).is_dir() and before:
            shutil.copytree(self.target / before, self.site / before)
            folders.append(before)
        manifest.write(self.site, folders)
        self.site.chmod(0o755)
        with _alone(self._home):
            self._refuse_others()
            self._exchange(self.target, self._folder).run()
            if then:
                then()
        self.discard()

    def discard(self) -> None:
        """Remove all that was built aside."""
        shutil.rmtree(self._folder, ignore_errors=True)  # it can be there before its lock is
        if self._lock >= 0:
            os.close(self._lock)
            self._lock = -1

    def _refuse_others(self) -> None:
        if not self.target.exists():
            return
        if not self.target.is_dir():
            raise Refusal("refused.no_folder", folder=self.target)
        others = manifest.strangers(self.target)
        if self._home == self.target:  # what is built aside lies in it, and stays where it is
            others = [path for path in others if not path.startswith(PREFIX)]
        if others:
            named = " ".join(others[:_MOST_NAMED]) + (" …" if len(others) > _MOST_NAMED else "")
            raise Refusal("refused.others", folder=self.target, files=len(others), named=named)

    def _left_behind(self) -> Iterator[Path]:
        """Yield the folders of builds of this target that have ended without removing them."""
        for folder in sorted(self._home.glob(_NAMES)):
            with suppress(OSError):
                folder.rmdir()  # it is empty: its build was killed before it could say whose it is
                continue
            with suppress(OSError):  # it belongs to somebody else, or its build still runs
                name = _name_in(folder / _LOCK)
                if name == os.fsencode(self.target.name) or (not name and [folder / _LOCK] == [*folder.iterdir()]):
                    yield folder

    def _clear(self, folder: Path) -> bool:
        """Remove what a dead build has left, and say whether that held the old site, which is put back."""
        restored = self._exchange(self.target, folder).restore()
        shutil.rmtree(folder, ignore_errors=True)
        return restored


def _can_be_renamed(folder: Path) -> bool:
    """Say whether a folder is an entry of its parent, which may be written to, and nothing is mounted there."""
    if os.path.ismount(folder) or not os.access(folder.parent, os.W_OK | os.X_OK):
        return False
    try:
        mounts = _MOUNTS.read_bytes().splitlines()  # a folder of the same file system can be mounted too
    except OSError:
        return True
    return os.fsencode(folder).replace(b" ", b"\\040") not in (mount.split()[4] for mount in mounts)


def _name_in(lock: Path) -> bytes:
    """Return what the target of a build that has ended is called; raises OSError if the build still runs."""
    opened = os.open(lock, os.O_RDWR | os.O_NOFOLLOW)
    try:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return os.read(opened, os.pathconf("/", "PC_NAME_MAX"))
    finally:
        os.close(opened)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Wait until no other build is in a folder at this moment, and keep others out."""
    lock = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)
