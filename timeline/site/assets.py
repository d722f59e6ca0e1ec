"""The program's own files that a browser fetches: styles, scripts and fonts.

Styles and scripts have the addresses that they have in the package; a script comes with all that it imports.
Comments stay behind, and with them the types of scripts: they are a fifth of all bytes, and for who reads here.
So do the spaces that lines begin with; no text of a script or a style sheet reaches over the end of a line.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from timeline.material import icons
from timeline.site import colours
from timeline.site.colours import Colours
from timeline.site.minified import minified
from timeline.site.modules import joined
from timeline.site.parts.page import Artifact

PACKAGE = Path(__file__).parent.parent

# What is published of a folder; sources, specifications and notes stay behind.
PUBLISHED = frozenset({".css", ".js", ".svg", ".png", ".woff2", ".txt", ".webmanifest", ".ico"})

# Comments that have lines of their own. Of what takes spaces out too, rjsmin 1.3 loses one in `${`${a} ${b}`}`.
COMMENTS = re.compile(r"^ *(?://[^\n]*|/\*(?:(?!\*/).)*\*/)\n", re.MULTILINE | re.DOTALL)

# In a script: empty lines, and the spaces before others.
_MARGIN = re.compile(r"^\s+", re.MULTILINE)

# In a style sheet: what is quoted, and spaces, of which those beside a sign mean nothing.
_QUOTED = re.compile(r"""("[^"]*"|'[^']*'|/\*.*?\*/)""", re.DOTALL)
_SPACE = re.compile(r"\s*([{};,>~])\s*|(:)\s+|\s+")

_NO_SIGNS: Mapping[str, str] = MappingProxyType({})

# The sheet of every page, and what it is joined of behind the colours of the site: one request instead of eleven.
SHEET = "site/styles/site.css"
JOINED = ("fonts", "tokens", "base", "shell", "prose", "parts", "take", "icons", "drawing", "pages", "event", "print")

# What becomes the service worker, which lies at the site's root (`offline.py`).
_WORKERS = "site/scripts/offline/"

# Where a page's own sheets lie, below the folder of a build.
STYLES = "site/styles/"

# Fonts stay where they are from build to build, for they are large and never change.
FONTS = "assets/fonts"


def fonts() -> Iterator[Artifact]:
    """Yield the fonts."""
    yield from published(PACKAGE / "site" / "fonts", FONTS)


def program(own: Colours, signs: Mapping[str, str] = _NO_SIGNS) -> Iterator[Artifact]:
    """Yield styles and scripts by their paths below the package, in a site's own colours and with its own icons."""
    left = {f"site/styles/{name}.css" for name in JOINED}
    yield Artifact(SHEET, sheet(own, "../../../fonts/", signs))
    found = [file for room in ("search", "site") for file in published(PACKAGE / room, room)]
    files = [file for file in found if not file.path.startswith(_WORKERS)]
    paths, scripts = zip(*joined(_scripts(files)), strict=True)
    yield from (Artifact(path, text.encode()) for path, text in zip(paths, minified(scripts), strict=True))
    for file in files:
        if not file.path.startswith("site/fonts/") and file.path not in left and not file.path.endswith(".js"):
            yield _uncommented(file)


def _scripts(files: list[Artifact]) -> dict[str, str]:
    """Return the texts of all scripts among some files, without comments."""
    return {file.path: _uncommented(file).content.decode() for file in files if file.path.endswith(".js")}


def sheet(own: Colours, fonts_at: str, signs: Mapping[str, str] = _NO_SIGNS) -> bytes:
    """Return the style sheet of every page in a site's own colours and icons, with its fonts at an address."""
    rules = ((PACKAGE / "site" / "styles" / f"{name}.css").read_text("utf-8") for name in JOINED)
    whole = "\n".join((colours.sheet(own), icons.properties(signs), *rules)).replace("../fonts/", fonts_at)
    return tightened(whole).encode()


def tightened(styles: str) -> str:
    """Return a style sheet without comments and without the spaces that mean nothing; what is quoted stays."""
    parts = _QUOTED.split(COMMENTS.sub("", styles))
    parts[::2] = [_SPACE.sub(lambda found: found[1] or found[2] or " ", part) for part in parts[::2]]
    return "".join(parts).replace(";}", "}").strip()


def shortened(script: str) -> str:
    """Return a script without comments, empty lines, and the spaces that lines begin with."""
    return _MARGIN.sub("", COMMENTS.sub("", script))


def _uncommented(file: Artifact) -> Artifact:
    if not file.path.endswith((".js", ".css")):
        return file
    short = tightened if file.path.endswith(".css") else shortened
    return Artifact(file.path, short(file.content.decode()).encode())


def published(folder: Path, below: str) -> Iterator[Artifact]:
    """Yield the files of a folder and all below it that a browser may fetch, by their paths below another."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix in PUBLISHED:
            yield Artifact(f"{below}/{path.relative_to(folder).as_posix()}", path.read_bytes())
