"""The page of samples of Markdown: Material's typesetting in both languages, with and without script."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.access import EVERYTHING, violations
from tests.browser.samples import every_look
from tests.browser.test_weight import KIB, sizes
from tests.browser.watched import Watched
from tests.built import Site
from timeline.values.bilingual import LANGUAGES

Open = Callable[..., Watched]
every_language = pytest.mark.parametrize("code", LANGUAGES)

PATH = "samples/"
MOST = 110 * KIB


@every_look
def test_nothing_is_wrong(opened: Open, code: str, scheme: str, width: int) -> None:
    """Nothing is wrong with it, also when its boxes are open; nothing is said on the console, nothing is too wide."""
    window = opened(viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce")
    page = window.go(f"{code}/{PATH}")
    page.evaluate("document.querySelectorAll('main details').forEach(one => one.open = true)")
    assert [] == violations(page, EVERYTHING)
    assert [] == window.troubles
    assert width == page.evaluate("document.documentElement.scrollWidth")


@every_language
def test_weight(site: Site, opened: Open, code: str) -> None:
    """With all that it asks for it takes 110 KB without fonts; its sheet and its script come to such pages alone."""
    window = opened()
    window.go(f"{code}/{PATH}")
    found = sizes(site, window)
    assert sum(size for path, size in found.items() if not path.endswith(".woff2")) <= MOST, found
    assert 2 == len([path for path in found if "/typeset" in path])
    window.requests.clear()
    window.go(f"{code}/events/2024-04-09-lumora-login-outage/")
    assert [] == [url for url in window.requests if "/typeset" in urlsplit(url).path]


@every_language
def test_from_the_start(opened: Open, code: str) -> None:
    """What begins or ends a line does so in both directions: the bar of a quotation, a box beside the text, a list."""
    page = opened(viewport={"width": 1280, "height": 800}).go(f"{code}/{PATH}")
    start, end = ("right", "left") if code == "ar" else ("left", "right")
    quoted = page.locator("main blockquote")
    assert ("0px", True) == (
        quoted.evaluate(f"one => getComputedStyle(one).border{end.title()}Width"),
        quoted.evaluate(f"one => parseFloat(getComputedStyle(one).border{start.title()}Width)") > 0,
    )
    assert end == page.locator("main .inline.end").evaluate("one => getComputedStyle(one).float")
    assert "ltr" == page.locator("main .highlight code").first.evaluate("one => getComputedStyle(one).direction")


@every_language
def test_tasks(opened: Open, code: str) -> None:
    """What is done has a tick and what is not has a ring: they are told apart without their colours."""
    page = opened(forced_colors="active").go(f"{code}/{PATH}")
    drawn = """one => {
      const { maskImage, borderTopWidth } = getComputedStyle(one, "::before");
      return [maskImage !== "none", borderTopWidth];
    }"""
    signs = page.locator("main .task-list-indicator")
    assert [[True, "0px"], [False, "2px"]] == [one.evaluate(drawn) for one in signs.all()]


@every_language
def test_without_script(opened: Open, code: str) -> None:
    """Without script tabs change, boxes open, and numbers in code lead to what explains them."""
    page = opened(java_script_enabled=False).go(f"{code}/{PATH}")
    first, second = (page.locator(".tabbed-block").nth(place) for place in (0, 1))
    expect(first).to_be_visible()
    page.locator(".tabbed-labels > label").nth(1).click()
    expect(second).to_be_visible()
    expect(first).to_be_hidden()
    page.locator("details.question > summary").click()
    expect(page.locator("details.question > p")).to_be_visible()
    page.locator(".annotated").last.click()
    assert page.url.endswith("#__annotation_1_2")
    expect(page.locator(".md-code__button")).to_have_count(0)


@every_language
def test_copying(opened: Open, code: str) -> None:
    """A button copies the code without the numbers in it, and says so."""
    page = opened(permissions=["clipboard-read", "clipboard-write"]).go(f"{code}/{PATH}")
    page.locator(".highlighttable .md-code__button").click()
    expect(page.locator(".md-code__button[data-done]")).to_have_count(1)
    copied = page.evaluate("navigator.clipboard.readText()").split("\n")
    assert ["id: 2024-04-09-lumora-login-outage", "kind: outage"] == copied[:2]


@every_language
def test_on_paper(opened: Open, code: str) -> None:
    """On paper everything is there: what every tab holds, and what an abbreviation stands for."""
    page = opened().go(f"{code}/{PATH}")
    page.emulate_media(media="print")
    for place in range(3):
        expect(page.locator(".tabbed-block").nth(place)).to_be_visible()
    said = page.locator("main abbr").first.evaluate("one => getComputedStyle(one, '::after').content")
    assert page.locator("main abbr").first.get_attribute("title") in said
