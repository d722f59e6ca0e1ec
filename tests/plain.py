"""The files of a record as a plain YAML loader reads them, which shares nothing with the program's own reader."""

from pathlib import Path
from typing import Any, TypeAlias

import yaml

File: TypeAlias = dict[str, Any]


def read_file(path: Path) -> File:
    """Read a file, giving no value a type."""
    file: File = yaml.load(path.read_text("utf-8"), yaml.CBaseLoader)  # noqa: S506 - it makes nothing but texts
    return file


def read_files(root: Path, pattern: str) -> dict[str, File]:
    """Read the files below a folder that a pattern names, in order, by their names without ``.yml``."""
    return {path.stem: read_file(path) for path in sorted(root.glob(pattern))}
