"""Puts the files to begin with into a folder: all of them or none, and none over another file."""

import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path

from timeline import __version__
from timeline.editing.editors import document
from timeline.language.messages import Refusal

FILES = Path(__file__).parent / "files"

# What follows from the program itself, so that it cannot fall behind it.
MADE = {
    "requirements.txt": f"servers-working-timeline=={__version__}\n",
    "schema/event.schema.json": document("event"),
    "schema/story.schema.json": document("story"),
}


def contents() -> dict[str, bytes]:
    """Return the files to begin with, by their paths below the folder."""
    lying = {path.relative_to(FILES).as_posix(): path.read_bytes() for path in FILES.rglob("*") if path.is_file()}
    return dict(sorted((lying | {path: text.encode() for path, text in MADE.items()}).items()))


def write(folder: Path) -> int:
    """Write the files below ``folder``, which need not exist and may hold other things, and return their number.

    Raises Refusal where anything is in the way, and OSError where a file cannot be written; nothing is left then.
    """
    files = contents()
    if taken := tuple(dict.fromkeys(_in_the_way(folder, files))):
        raise Refusal("refused.in_the_way", paths=taken)
    with ExitStack() as undo:
        for path, content in files.items():
            _make(folder / path, content, undo)
        undo.pop_all()
    return len(files)


def _in_the_way(folder: Path, paths: Iterable[str]) -> Iterator[Path]:
    """Yield what bears the name of a file, and what bears a folder's name without being one of this folder's own."""
    for path in paths:
        file = folder / path
        above = (one for one in reversed(file.parents) if one != folder and one.is_relative_to(folder))
        blocking = (one for one in above if one.is_symlink() or (one.exists() and not one.is_dir()))
        if found := next(blocking, file if os.path.lexists(file) else None):
            yield found


def _make(file: Path, content: bytes, undo: ExitStack) -> None:
    """Write a file that is not there yet, with the folders it needs, and note how to take all of it away again."""
    missing = [folder for folder in file.parents if not folder.exists()]
    for folder in reversed(missing):
        folder.mkdir()
        undo.callback(folder.rmdir)
    with file.open("xb") as stream:
        undo.callback(file.unlink)
        stream.write(content)
