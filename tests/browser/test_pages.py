"""Every type of page, in both languages: without script too it breaks no rule of its own, and it fits."""

from collections.abc import Callable

from playwright.sync_api import Page

from tests.browser.samples import all_samples
from tests.browser.watched import Watched
from tests.built import Site
from timeline.site.pages.redirects import MOVED

Open = Callable[..., Watched]

LOST = "not/there/"

# Phones, small and large, upright and lying; tablets; desks.
WIDTHS = (320, 360, 375, 390, 393, 412, 430, 480, 600, 768, 1024, 1280, 1600)

# By how many pixels a page can be scrolled sideways, and which of its main part and heading is narrower than the
# window, or than a line on a phone.
FIT = """() => {
    const root = document.scrollingElement;
    window.scrollTo(-1000, 0); const left = Math.abs(window.scrollX);
    window.scrollTo(1000, 0); const right = Math.abs(window.scrollX);
    window.scrollTo(0, 0);
    const width = name => document.querySelector(name).getBoundingClientRect().width;
    const least = { main: document.documentElement.clientWidth, 'main h1': 280 };
    return [Math.max(left, right, root.scrollWidth - root.clientWidth),
        Object.keys(least).filter(name => width(name) < least[name])];
}"""

OPEN = "open => document.querySelectorAll('main details').forEach(one => one.open = open)"


def expected(path: str, address: str) -> list[str]:
    """Return the troubles that a page is meant to have: the lost one is the answer to a mistake."""
    if path != LOST:
        return []
    status = "Failed to load resource: the server responded with a status of 404 (Not Found)"
    return [f"answer 404: {address}{path}", f"console: {status}"]


def test_no_trouble_without_script(site: Site, opened: Open, address: str) -> None:
    """Without script too no page breaks its policy, fails to get something, or asks another origin.

    Neither in the dark nor when it turns light, for which other files may be fetched.
    """
    watched = opened(java_script_enabled=False)
    for path in all_samples(site):
        watched.troubles.clear()
        watched.page.emulate_media(color_scheme="dark")
        watched.go(path)
        watched.page.emulate_media(color_scheme="light")
        watched.settle()
        assert sorted(expected(path, address)) == sorted(watched.troubles), path
    assert 5 < len(set(watched.requests))


def test_fits_every_window(site: Site, opened: Open) -> None:
    """No page is wider than its window, closed or with all open, and its heading and main part have room for words."""
    watched = opened(viewport={"width": WIDTHS[0], "height": 800})
    moved = {page.path for page in site.pages.values() if page.shape == MOVED}  # they lead elsewhere at once
    wrong = {}
    for path in (path for path in all_samples(site) if path not in moved):
        page = watched.go(path)
        for state, widths in (("closed", WIDTHS), ("open", WIDTHS[::4])):
            page.evaluate(OPEN, state == "open")
            for width in widths:
                page.set_viewport_size({"width": width, "height": 800})
                over, narrow = page.evaluate(FIT)
                if over > 0 or narrow:
                    wrong[path, state, width] = f"{over} px: {widest(page)}; narrow: {narrow}"
    assert {} == wrong


def overflow(page: Page) -> int:
    """Return by how many pixels a page can be scrolled sideways."""
    found: int = page.evaluate(FIT)[0]
    return found


def widest(page: Page) -> str:
    """Name an element that stands out of the window, for the report of a failure."""
    found: str = page.evaluate(
        """() => {
            const width = document.documentElement.clientWidth;
            const out = [...document.querySelectorAll('body *')].filter(one => {
                const box = one.getBoundingClientRect();
                return box.width && (box.right > width + 1 || box.left < -1) && !one.closest('.vh, .skip, .table');
            });
            return out.slice(0, 5).map(one => one.outerHTML.slice(0, 100)).join(' | ');
        }"""
    )
    return found


def test_fonts(site: Site, opened: Open) -> None:
    """The site's own fonts are used, and the ones that are fetched early are those that are used."""
    for code, face in (("ar", "arabic"), ("en", "latin")):
        watched = opened()
        page = watched.go(f"{code}/")
        page.evaluate("document.fonts.ready.then(() => true)")
        loaded: list[str] = page.evaluate("[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family)")
        fetched = [one for one in watched.requests if one.endswith(".woff2")]
        assert 2 <= len(loaded)
        assert [] == [one for one in fetched[:2] if face not in one]
    assert site.pages
