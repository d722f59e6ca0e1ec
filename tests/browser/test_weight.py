"""What a first visit costs: bytes on the wire, and requests."""

import gzip
import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest

from tests.browser.watched import Watched
from tests.built import Site
from timeline.values.bilingual import LANGUAGES

Open = Callable[..., Watched]

KIB = 1024
# What servers do not compress again.
PACKED = (".woff2", ".png")

every_language = pytest.mark.parametrize("code", LANGUAGES)

EVENT = "events/2024-04-09-lumora-login-outage/"


def sizes(site: Site, watched: Watched) -> dict[str, int]:
    """Return the bytes of everything that a window asked for, by address, as a server that compresses sends them."""
    found: dict[str, int] = {}
    for url in watched.requests:
        path = urlsplit(url).path.removeprefix("/timeline/")
        file = site.root / path / "index.html" if path.endswith("/") else site.root / path
        content = file.read_bytes()
        found[path] = len(content if path.endswith(PACKED) else gzip.compress(content, 6))
    return found


@every_language
@pytest.mark.parametrize("width", [360, 1280])
def test_event_page(site: Site, opened: Open, code: str, width: int) -> None:
    """The longest event page takes 110 KB without fonts, 190 KB with them, and twelve requests at most."""
    watched = opened(viewport={"width": width, "height": 800})
    watched.go(f"{code}/{EVENT}")
    found = sizes(site, watched)
    fonts = sum(size for path, size in found.items() if path.endswith(".woff2"))
    total = sum(found.values())
    assert (True, True, True) == (total - fonts <= 110 * KIB, total <= 190 * KIB, len(watched.requests) <= 12), found


@every_language
@pytest.mark.parametrize("path", ["", "timeline/"])
def test_large_pages(site: Site, opened: Open, code: str, path: str) -> None:
    """The home page and the timeline, with the whole record on them, take 280 KB at most with all that they ask for."""
    watched = opened()
    watched.go(f"{code}/{path}")
    found = sizes(site, watched)
    assert sum(found.values()) <= 280 * KIB, found


@every_language
@pytest.mark.parametrize("path", ["stories/rowing-race/", "stories/nine-april-2024/", "compare/lumora--quillby/"])
def test_pages_that_tell(site: Site, opened: Open, code: str, path: str) -> None:
    """A story, and two things side by side, take 150 KB at most without fonts."""
    watched = opened()
    watched.go(f"{code}/{path}")
    found = {name: size for name, size in sizes(site, watched).items() if not name.endswith(".woff2")}
    assert sum(found.values()) <= 150 * KIB, found


@every_language
def test_nothing_grows(site: Site, opened: Open, code: str) -> None:
    """No page but the lists of everything asks, by itself, for a file that every event adds to."""
    watched = opened()
    watched.go(f"{code}/{EVENT}")
    watched.go(f"{code}/")
    growing = ("api/", "data/", "sitemap.xml", "feed.", "calendars/", "search/", "axis/", "timeline/")
    paths = [urlsplit(url).path.removeprefix("/timeline/") for url in watched.requests]
    paths = [re.sub(r"^assets/\w+/data/", "", path) for path in paths]
    assert [] == [path for path in paths if path.removeprefix(f"{code}/").startswith(growing)]
