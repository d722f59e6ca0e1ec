"""The program's own files that a browser fetches: styles, scripts and fonts.

They are published where they lie in the package, so that what a script imports has the same relative address in both.
Of scripts the comments stay behind, their types too: they are a fifth of what goes over the wire, for who reads here.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from timeline.site import colours
from timeline.site.colours import Colours
from timeline.site.parts.page import Artifact

PACKAGE = Path(__file__).parent.parent

# What is published of a folder; sources, specifications and notes stay behind.
PUBLISHED = frozenset({".css", ".js", ".svg", ".png", ".woff2", ".txt", ".webmanifest", ".ico"})

# Comments that have lines of their own. Of what takes spaces out too, rjsmin 1.3 loses one in `${`${a} ${b}`}`.
COMMENTS = re.compile(r"^ *(?://[^\n]*|/\*(?:(?!\*/).)*\*/)\n", re.MULTILINE | re.DOTALL)

# The sheet of every page, which begins with the colours of the site.
SHEET = "assets/site/styles/site.css"


def program(own: Colours) -> Iterator[Artifact]:
    """Yield the program's files, below ``assets/`` where they lie below the package, in a site's own colours."""
    for room in ("search", "site"):
        for file in published(PACKAGE / room, f"assets/{room}"):
            coloured = file.path == SHEET
            yield Artifact(SHEET, colours.sheet(own).encode() + file.content) if coloured else _uncommented(file)


def _uncommented(file: Artifact) -> Artifact:
    if not file.path.endswith(".js"):
        return file
    return Artifact(file.path, COMMENTS.sub("", file.content.decode()).encode())


def published(folder: Path, below: str) -> Iterator[Artifact]:
    """Yield the files of a folder and all below it that a browser may fetch, by their paths below another."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix in PUBLISHED:
            yield Artifact(f"{below}/{path.relative_to(folder).as_posix()}", path.read_bytes())
