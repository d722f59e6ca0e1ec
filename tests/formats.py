"""The tables of docs/formats.md, as expressions that paths are held against."""

import re
from typing import NamedTuple

from tests.built import ROOT

PAPER = ROOT / "docs" / "formats.md"
PLACES = {"LANGUAGE": r"[a-z]{2}", "NUMBER": r"\d+", "ID": r"[\w-]+", "EDITION": r"[0-9a-f]+"}
PLACE = re.compile("|".join(PLACES))


class Private(NamedTuple):
    """A file, or data within a page: where it is, its type, and the room whose types have it."""

    path: str
    type: str
    room: str


def expression(path: str) -> "re.Pattern[str]":
    """Return the expression for paths that a row of the paper stands for."""
    return re.compile(PLACE.sub(lambda place: PLACES[place.group()], re.escape(path)))


def _rows(section: str) -> list[list[str]]:
    part = PAPER.read_text("utf-8").partition(f"\n## {section}\n")[2].partition("\n## ")[0]
    cells = [[cell.strip().strip("`") for cell in line.strip("|").split(" | ")] for line in part.split("\n|")]
    return [row for row in cells if 2 < len(row) and row[0] != "---"]


def promised() -> list[str]:
    """Return the paths of what others may build on."""
    return [path for path, *_ in _rows("Promised")[1:]]


def private() -> tuple[list[Private], list[Private]]:
    """Return what only the site's own scripts read: files, and what pages carry by its id."""
    rows = [Private(*row[:3]) for row in _rows("Private") if "in `assets" not in row[0] and row[0] != "id"]
    return [row for row in rows if row.path.endswith(".json")], [row for row in rows if not row.path.endswith(".json")]
