"""The service worker: which files of a build it keeps, and what it does where a site keeps nothing."""

import json
from collections.abc import Iterable

from timeline.language import Language, faces
from timeline.site.assets import FONTS, PACKAGE, SHEET, shortened
from timeline.site.minified import minified
from timeline.site.parts.page import Artifact

WORKER, UNREAD = "sw.js", "offline.html"
LIST = "data/offline.json"

_SCRIPTS = PACKAGE / "site" / "scripts" / "offline"
_A_MODULE = "export {};\n"

# What every page has.
_CORE = (SHEET, "site/scripts/site.js", "site/scripts/offline.js")


def listed(files: str, paths: Iterable[str]) -> Artifact:
    """Return the list of what a build's folder has, for who keeps all of it."""
    own = sorted(path for path in paths if path.startswith(files))
    return Artifact(f"{files}{LIST}", json.dumps(own).encode())


def worker(files: str, languages: Iterable[Language]) -> Artifact:
    """Return the worker of a build, whose styles, scripts and data are in a folder below the site's root."""
    build = {
        "name": files.rstrip("/").rpartition("/")[2],
        "files": files,
        "fonts": f"{FONTS}/",
        "core": [UNREAD, *(f"{files}{path}" for path in _CORE)],
        "faces": [f"{FONTS}/{face}.woff2" for face in faces(languages)],
        "unread": UNREAD,
        "list": LIST,
    }
    return Artifact(WORKER, f"self.BUILD = {json.dumps(build)};\n{_script('worker')}".encode())


def none() -> Artifact:
    """Return the worker that removes what another one has kept, and itself."""
    return Artifact(WORKER, _script("gone").encode())


def _script(name: str) -> str:
    """Return a script without its comments; workers of old browsers are no modules."""
    script = shortened((_SCRIPTS / f"{name}.js").read_text("utf-8")).replace(_A_MODULE, "")
    return minified([script])[0]
