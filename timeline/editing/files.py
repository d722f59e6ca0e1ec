"""A file is written whole or not at all, and the files of a record that have a layout are listed."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from timeline.editing import style
from timeline.reading.files import FoundFile, discover
from timeline.record import story, vocabulary


def replace(path: Path, text: str) -> None:
    """Put a text into a file's place, as ``replace_bytes`` does."""
    replace_bytes(path, text.encode())


def replace_bytes(path: Path, data: bytes) -> None:
    """Put bytes into a file's place; killed at any moment, the old file or the new one is there, whole."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(path.stat().st_mode & 0o7777 if path.exists() else 0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def with_layouts(root: Path) -> Iterator[tuple[FoundFile, style.Layout]]:
    """List the event files and stories of the record at ``root``, each with its layout."""
    events, _ = discover(root, root, left_out=(vocabulary.FOLDER, story.FOLDER))
    yield from ((file, style.EVENT) for file in events)
    stories = root / story.FOLDER
    if stories.is_dir() and not stories.is_symlink():
        yield from ((file, style.STORY) for file in discover(stories, root)[0])
