"""An article of somebody else frames parts of the record, with nothing but the line that pages offer."""

import re

import pytest
from playwright.sync_api import Frame, Page

from tests.browser.conftest import Open
from tests.browser.watched import until
from tests.built import ROOT, Site
from timeline.values.bilingual import LANGUAGES, LanguageCode

every_language = pytest.mark.parametrize("code", LANGUAGES)

ARTICLE = (ROOT / "docs" / "embedding.html").read_text("utf-8")
ELSEWHERE = "http://paper.example/article"
OUTAGE = "events/2024-04-09-lumora-login-outage/"
SAID = "events/2024-04-09-vance-engines-are-running/"


def article(site: Site, address: str) -> str:
    """Return the example of the papers with frames of the tests' record in place of the real one's."""
    quote = site.chronicle.by_id[SAID.split("/")[1]].event.quotes[0].id
    own = iter((f"en/{OUTAGE}?", f"ar/{SAID}q-{quote}/?scheme=light", "en/stories/nine-april-2024/?"))
    return re.sub(r'src="[^"]+"', lambda _: f'src="{address}embed/{next(own)}"', ARTICLE).replace('loading="lazy"', "")


@pytest.fixture
def page(site: Site, opened: Open, address: str) -> Page:
    """The article in a window, at an address of its own."""
    watched = opened(viewport={"width": 800, "height": 900}, color_scheme="dark")
    watched.page.route(ELSEWHERE, lambda route: route.fulfill(body=article(site, address), content_type="text/html"))
    watched.page.goto(ELSEWHERE)
    watched.settle()
    return watched.page


def frames(page: Page) -> list[Frame]:
    """Return the frames of the article, in order."""
    found = [element.content_frame() for element in page.query_selector_all("iframe")]
    return [frame for frame in found if frame is not None]


def test_three_frames(page: Page) -> None:
    """All three are there, in their languages and directions, nothing in them cut off at the sides."""
    shown = frames(page)
    assert ["en", "ar", "en"] == [frame.evaluate("document.documentElement.lang") for frame in shown]
    assert ["ltr", "rtl", "ltr"] == [frame.evaluate("document.documentElement.dir") for frame in shown]
    for frame in shown:
        frame.locator(".framed").wait_for()
        assert frame.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_as_high_as_needed(page: Page) -> None:
    """A page that listens gives each frame the height that it says it needs."""
    for frame in frames(page):
        frame.locator(".framed").wait_for()
        until(frame, "document.documentElement.scrollHeight <= innerHeight + 1")


def test_scheme(page: Page) -> None:
    """A frame is light or dark as the page around it says, and else as the reader's system is."""
    shown = frames(page)
    schemes = [frame.evaluate("getComputedStyle(document.documentElement).colorScheme") for frame in shown]
    assert ["dark", "light", "dark"] == schemes


def test_links_open_beside(page: Page) -> None:
    """A link in a frame opens its page beside the article, at the passage that was framed."""
    with page.context.expect_page() as waiting:
        frames(page)[1].locator(".from a").last.click()
    beside = waiting.value
    beside.wait_for_url(re.compile(rf"/ar/{SAID}#q-"))
    assert ELSEWHERE == page.url


@every_language
@pytest.mark.parametrize("width", [340, 660])
def test_every_kind_fits(site: Site, opened: Open, code: LanguageCode, width: int) -> None:
    """A frame of each kind, from 340 pixels on, says nothing in the console, and nothing in it is cut off."""
    watched = opened(viewport={"width": width, "height": 400})
    quote = site.chronicle.by_id[SAID.split("/")[1]].event.quotes[0].id
    kinds = (
        OUTAGE,
        SAID,
        f"{SAID}q-{quote}/",
        "stories/nine-april-2024/",
        "stories/nine-april-2024/replay/",
        "figures/down/",
    )
    for path in (*kinds, "axis/"):
        watched.go(f"embed/{code}/{path}")
        assert watched.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
    assert [] == watched.troubles


def test_axis_with_a_range(opened: Open) -> None:
    """The frame of the axis shows the stretch of time that its address says, and keeps its own address."""
    watched = opened(viewport={"width": 660, "height": 900})
    watched.go("embed/en/axis/")
    watched.page.locator("[data-level=year]").click()
    until(watched.page, "location.hash.length > 1")
    address = watched.page.url
    assert "/embed/en/axis/#" in address
    again = opened(viewport={"width": 660, "height": 900})
    again.page.goto(address)
    again.page.locator("[data-level=year][aria-pressed=true]").wait_for()
