"""Where a file of the record lies for a report's reader: a person in a folder, a program at a repository's root."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

# Turns the name that a file has in the record, such as ``events/2024/x.yml``, into the path that a report names.
Locate: TypeAlias = Callable[[str], str]


def from_here(folder: Path) -> Locate:
    """Name files by their paths from the working directory; ``folder`` is where their names begin."""
    return _from(folder, Path.cwd())


def from_repository(folder: Path) -> Locate:
    """Name files by their paths from the root of the repository that they are in, as GitHub and SARIF want it."""
    return _from(folder, _repository(folder) or Path.cwd())


def _from(folder: Path, base: Path) -> Locate:
    return lambda name: os.path.relpath(folder / name, base).replace(os.sep, "/")


def _repository(folder: Path) -> Path | None:
    workspace = os.environ.get("GITHUB_WORKSPACE")
    if workspace and folder.is_relative_to(Path(workspace).resolve()):
        return Path(workspace).resolve()
    return next((parent for parent in (folder, *folder.parents) if (parent / ".git").exists()), None)
