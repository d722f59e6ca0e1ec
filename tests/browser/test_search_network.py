"""The search on bad networks: it says that it is on its way and what failed, and the next key tries again."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Open
from tests.browser.looks import DESK
from tests.browser.searching import QUERIES, ask, field, hits, options, turn
from timeline.language import language
from timeline.values.bilingual import LANGUAGES, LanguageCode

every_language = pytest.mark.parametrize("code", LANGUAGES)

Spoil = Callable[[str], str]

QUIET = 400  # milliseconds in which all is asked for that needs no further answer

# Makes every wait for the network a short one, but for the first so many requests.
IMPATIENT = """
const timeout = AbortSignal.timeout.bind(AbortSignal);
AbortSignal.timeout = () => timeout(200);
"""


def changed(**fields: Any) -> Spoil:
    """Return what writes JSON with other fields."""
    return lambda text: json.dumps({**json.loads(text), **fields})


# Files that cannot be read as they should: cut off, a page in their place, of another shape, of another build.
SPOILT: dict[str, Spoil] = {
    "cut off": lambda text: text[: len(text) // 2],
    "a page": lambda _: "<!doctype html><title>Log in to this network</title>",
    "null": lambda _: "null",
    "another shape": changed(keys={}, manifest=[], values=None),
    "another build": changed(keys=["zz"], values=[[16]], manifest={}),
}


def once_spoilt(watched: Any, pattern: re.Pattern[str], spoil: Spoil) -> list[str]:
    """Spoil each file whose address fits a pattern the first time that it is fetched; return where they lie."""
    spoilt: list[str] = []

    def answer(route: Route) -> None:
        fetched = route.fetch()
        if route.request.url in spoilt:
            route.fulfill(response=fetched)
        else:
            spoilt.append(route.request.url)
            route.fulfill(response=fetched, body=spoil(fetched.text()))

    watched.context.route(pattern, answer)
    return spoilt


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
@pytest.mark.parametrize("part", ["start-en", r"\w+/terms/\d+"])
def test_spoilt_files(opened: Open, part: str, spoil: Spoil) -> None:
    """A file that is cut off, of the wrong shape or of another build is thrown away and fetched again."""
    watched = opened(viewport=DESK)
    spoilt = once_spoilt(watched, re.compile(rf"/data/search/{part}\.json$"), spoil)
    watched.go("en/about/")
    page = ask(watched, QUERIES["en"])
    assert 0 < hits(page).count()
    assert 0 < len(spoilt)


@pytest.mark.parametrize("spoil", [*SPOILT.values()][:3], ids=[*SPOILT][:3])
def test_spoilt_axis(opened: Open, spoil: Spoil) -> None:
    """The file of the axis is fetched again too if it is not what it should be."""
    watched = opened(viewport=DESK)
    spoilt = once_spoilt(watched, re.compile(r"/data/axis/en\.json$"), spoil)
    page = watched.go("en/")
    page.locator(".axis figure").first.hover()
    page.locator(".axis .controls button, .axis button").first.click()
    page.wait_for_function("document.querySelector('.axis').textContent.length > 0")
    watched.settle()
    assert 1 == len(spoilt)
    assert language("en").word("zoom.failed") != page.locator(".axis [role=status]").inner_text()


@every_language
def test_said_from_the_first_key(opened: Open, code: LanguageCode) -> None:
    """From the first key it is said that the search is on its way: while its program comes, and while it looks."""
    watched = opened(viewport=DESK)
    held: list[Route] = []
    watched.context.route(re.compile(r"search/browser/search\.js|/terms/\d+\.json"), lambda route: held.append(route))  # noqa: PLW0108 - it takes no builtin
    page = watched.go(f"{code}/about/")
    page.keyboard.press("/")
    page.keyboard.insert_text(QUERIES[code])
    waiting = language(code).word("search.waiting")
    expect(page.locator(".search .waiting")).to_have_text(waiting)
    expect(page.locator(".search .waiting")).to_be_visible()
    wait_for(page, held)
    held.pop().continue_()
    expect(page.locator(".answers .text")).to_have_text(waiting)
    expect(page.locator(".search .waiting")).to_be_hidden()
    assert [] == watched.troubles


def wait_for(page: Page, held: list[Route]) -> None:
    """Wait until a request is held."""
    while not held:
        page.wait_for_timeout(10)


@every_language
@pytest.mark.parametrize("part", ["search/browser/search.js*", "data/search/start-*.json", "**/terms/*.json"])
def test_next_key_tries_again(opened: Open, code: LanguageCode, part: str) -> None:
    """Whatever does not come, the box says so, and the next key finds what it should as soon as there is a network."""
    watched = opened(viewport=DESK)
    watched.context.route(f"**/assets/*/{part}", lambda route: route.abort())
    page = watched.go(f"{code}/about/")
    page.keyboard.press("/")
    page.keyboard.insert_text(QUERIES[code][:-1])
    told = page.locator(".search .unread")
    expect(told).to_be_visible()
    assert language(code).word("shell.search_unread") in told.inner_text()
    watched.context.unroute_all()
    page.keyboard.type(QUERIES[code][-1])
    hits(page).first.wait_for()
    expect(told).to_be_hidden()


def test_no_wait_without_end(opened: Open) -> None:
    """A request that is never answered is given up, and said to have failed."""
    watched = opened(viewport=DESK)
    watched.context.add_init_script(IMPATIENT)
    watched.context.route("**/data/search/start-*.json", lambda _: None)
    page = watched.go("en/about/")
    page.keyboard.press("/")
    expect(page.locator(".search .unread")).to_be_visible()


@every_language
def test_few_requests(opened: Open, code: LanguageCode) -> None:
    """From the first turn to the search to the first result there are at most fourteen requests."""
    watched = opened(viewport=DESK)
    page = watched.go(f"{code}/about/")
    watched.requests.clear()
    page.keyboard.press("/")
    page.keyboard.insert_text(QUERIES[code].split()[0])
    hits(page).first.wait_for()
    assert 5 < len(watched.requests) <= 14


@every_language
def test_few_rounds(opened: Open, code: LanguageCode) -> None:
    """From the first turn to the search to the first result there are at most five rounds of requests."""
    watched = opened(viewport=DESK)
    page = watched.go(f"{code}/about/")
    held: list[Route] = []
    watched.context.route("**/*", lambda route: held.append(route))  # noqa: PLW0108 - Playwright marks what it calls
    page.keyboard.press("/")
    page.keyboard.insert_text(QUERIES[code].split()[0])
    rounds = 0
    while not hits(page).count():
        page.wait_for_timeout(QUIET)
        rounds += bool(held)
        while held:
            held.pop().continue_()
    assert 1 < rounds <= 5


@every_language
def test_back_to_the_list(opened: Open, code: LanguageCode) -> None:
    """Who goes back from a result has the query and the list again, and who goes on forward the page."""
    watched = opened(viewport=DESK)
    watched.go(f"{code}/about/")
    page = ask(watched, QUERIES[code])
    before = options(page).all_inner_texts()
    hits(page).first.click()
    page.wait_for_url("**/events/**")
    page.go_back()
    hits(page).first.wait_for()
    assert (QUERIES[code], before) == (field(page).input_value(), options(page).all_inner_texts())
    page.go_forward()
    page.wait_for_url("**/events/**")
    assert "" == field(page).input_value()


def test_closed_box_stays_closed(opened: Open) -> None:
    """Who closed the box before leaving a page comes back to the page as it was, without a box over it."""
    watched = opened(viewport=DESK)
    watched.go("en/about/")
    page = turn(watched)
    page.keyboard.press("Escape")
    page.locator(".bar nav a").first.click()
    page.wait_for_url("**/en/**")
    page.go_back()
    watched.settle()
    assert 0 == page.locator(".search.open").count()
