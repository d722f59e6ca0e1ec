"""Records made for one test: the tests' own record with some of its files changed or others added."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from tests.golden import RECORD

OUTAGE = "2024/2024-03-05-alpha-outage.yml"
JAB = "2024/2024-03-05-ben-mocks.yml"


def changed(path: str, *changes: tuple[str, str]) -> str:
    """Return the text of a file of the tests' record, with parts of it exchanged."""
    text = (RECORD / path).read_text("utf-8")
    for before, after in changes:
        assert before in text, f"{path} has no {before!r}"
        text = text.replace(before, after)
    return text


def laid(folder: Path, files: Mapping[str, str] | None = None) -> Path:
    """Make the tests' record below a folder, with files added or replaced by their paths in it."""
    root = folder / "events"
    shutil.copytree(RECORD, root)
    for path, text in (files or {}).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8", newline="")
    return root
