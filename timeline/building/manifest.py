"""The list of files that a build leaves in the folder it wrote, by which the next one knows what it may replace."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

NAME = ".timeline-site"

# What file managers put into any folder that somebody looks at.
_LITTER = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
_HEAD = "The files that timeline wrote here; the next build replaces them, and nothing else.\n"


def write(folder: Path, own: Iterable[str] = ()) -> None:
    """List all files in a folder that was just written, and the folders in it that single builds have, newest first."""
    listed = [*(f"{one}/" for one in own), *sorted((*files(folder), NAME))]
    (folder / NAME).write_text(_HEAD + "".join(f"{path}\n" for path in listed), "utf-8", "surrogateescape")


def read(folder: Path) -> frozenset[str]:
    """Return the paths that a build has listed in a folder; none where there is no list."""
    return frozenset(line for line in _lines(folder) if not line.endswith("/"))


def folders(folder: Path) -> list[str]:
    """Return the folders that single builds have, by their paths in the site; that of the last build comes first."""
    return [line.rstrip("/") for line in _lines(folder) if line.endswith("/")]


def _lines(folder: Path) -> list[str]:
    file = folder / NAME
    if file.is_symlink() or not file.is_file():
        return []
    return file.read_text("utf-8", "surrogateescape").splitlines()[1:]


def strangers(folder: Path) -> list[str]:
    """List the files of a folder that no build has listed."""
    known = read(folder)
    return sorted(path for path in files(folder) if path not in known and path.rpartition("/")[2] not in _LITTER)


def files(folder: Path, below: str = "") -> Iterator[str]:
    """Yield the paths of all files and links below a folder, following no link."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from files(Path(entry.path), f"{below}{entry.name}/")
            else:
                yield f"{below}{entry.name}"
