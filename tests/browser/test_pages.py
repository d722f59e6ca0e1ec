"""Every type of page, in both languages: it asks for nothing from elsewhere, breaks no rule of its own, and fits."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.samples import all_samples
from tests.browser.watched import Watched
from tests.built import Site

Open = Callable[..., Watched]

LOST = "not/there/"

# The smallest phone, a common one, and a desk.
WIDTHS = (320, 360, 1280)


def expected(path: str, address: str) -> list[str]:
    """Return the troubles that a page is meant to have: the lost one is the answer to a mistake."""
    if path != LOST:
        return []
    status = "Failed to load resource: the server responded with a status of 404 (Not Found)"
    return [f"answer 404: {address}{path}", f"console: {status}"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_no_trouble(site: Site, opened: Open, address: str, scheme: str, script: bool) -> None:
    """No page says anything to the console, breaks its policy, fails to get something, or asks another origin."""
    watched = opened(color_scheme=scheme, java_script_enabled=script)
    for path in all_samples(site):
        watched.troubles.clear()
        watched.go(path)
        assert sorted(expected(path, address)) == sorted(watched.troubles), path
    assert 5 < len(set(watched.requests))


@pytest.mark.parametrize("width", WIDTHS)
def test_no_sideways_scroll(site: Site, opened: Open, width: int) -> None:
    """No page is wider than its window, with all that can be opened on it open."""
    watched = opened(viewport={"width": width, "height": 800})
    wide = {}
    for path in all_samples(site):
        page = watched.go(path)
        for state in ("closed", "open"):
            if state == "open":
                page.evaluate("document.querySelectorAll('main details').forEach(one => one.open = true)")
            if (found := overflow(page)) > 0:
                wide[path, state] = (found, widest(page))
    assert {} == wide


def overflow(page: Page) -> int:
    """Return by how many pixels a page can be scrolled sideways."""
    found: int = page.evaluate(
        """() => {
            const root = document.scrollingElement;
            window.scrollTo(-1000, 0); const left = Math.abs(window.scrollX);
            window.scrollTo(1000, 0); const right = Math.abs(window.scrollX);
            window.scrollTo(0, 0);
            return Math.max(left, right, root.scrollWidth - root.clientWidth);
        }"""
    )
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
