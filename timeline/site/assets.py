"""The program's own files that a browser fetches: styles, scripts and fonts.

They are published as they lie in the package, so that what a script imports has the same relative address in both.
"""

from collections.abc import Iterator
from pathlib import Path

from timeline.site import colours
from timeline.site.colours import Colours
from timeline.site.parts.page import Artifact

PACKAGE = Path(__file__).parent.parent

# What is published of a folder; sources, specifications and notes stay behind.
PUBLISHED = frozenset({".css", ".js", ".svg", ".png", ".woff2", ".txt", ".webmanifest", ".ico"})


# The sheet of every page, which begins with the colours of the site.
SHEET = "assets/site/styles/site.css"


def program(own: Colours) -> Iterator[Artifact]:
    """Yield the program's files, below ``assets/`` where they lie below the package, in a site's own colours."""
    for room in ("search", "site"):
        for file in published(PACKAGE / room, f"assets/{room}"):
            coloured = file.path == SHEET
            yield Artifact(SHEET, colours.sheet(own).encode() + file.content) if coloured else file


def published(folder: Path, below: str) -> Iterator[Artifact]:
    """Yield the files of a folder and all below it that a browser may fetch, by their paths below another."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix in PUBLISHED:
            yield Artifact(f"{below}/{path.relative_to(folder).as_posix()}", path.read_bytes())
