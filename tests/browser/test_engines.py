"""Chromium, Firefox and WebKit: in each of them every page opens without a fault, and each thing that moves works."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from devtools.chromium import hosted
from devtools.engines import firefox, program, screen, webkit
from tests.browser.lettering import BACKWARDS, out_of_order
from tests.browser.looks import DESK
from tests.browser.samples import ROOT_PAGES, samples
from tests.browser.searching import QUERIES
from tests.browser.test_pages import LOST
from tests.browser.windows import Commanded, Driven, Window, forgetting, played, recorded
from tests.built import Site, once
from timeline.language import language
from timeline.values.bilingual import LANGUAGES, LanguageCode

Opening = Callable[[], AbstractContextManager[Window]]

every_engine = pytest.mark.parametrize("engine", ["chromium", "firefox", "webkit"], indirect=True)
every_language = pytest.mark.parametrize("code", LANGUAGES)

# Where the first offer leads, when all that was typed is answered.
OFFERED = """query => {
    return new URL(document.querySelector('#search-results .all')?.href ?? location).searchParams.get('q') === query
        && document.querySelector('#search-results [role=option]').pathname.split('/timeline/')[1];
}"""

# What is typed, and what of the answer is there then: which part of it, and which words.
ANSWERED = {
    "": (".way", ""),
    "hedgehogs zzqqxxvv": (".answers", "zzqqxxvv"),
    "hedgehgos ": (".answers", "hedgehogs"),
    "glxmmem zzqqxxvv": (".near button", "glimmer"),
    "rkht`": (".answers", "قنافذ"),
    "3otl quill ": (".answers", "عطل"),
    "longest outage": ('.way[href*="figures/"]', ""),
    "Yuna Park": ('.way[href*="people/"]', "Yuna Park"),
    '"hedgehgos" ': (".none", "hedgehgos"),
}
TYPE = """query => {
    const field = document.querySelector('.bar .search input');
    field.value = query;
    field.dispatchEvent(new Event('input', { bubbles: true }));
}"""
SAID = """([part, words]) => [...document.querySelectorAll(part)].some(
    (one) => one.closest('.answers') && one.textContent.toLowerCase().includes(words.toLowerCase()))"""

# How many entries of the timeline are shown.
SHOWN = "() => [...document.querySelectorAll('.timeline .row')].filter(row => row.checkVisibility()).length"
COUNTED = "() => document.querySelector('.count').textContent"

# Where drawings are: the axis, charts, a story, a replay, the length of an outage.
DRAWINGS = (
    "", "figures/", "stories/rowing-race/", "stories/nine-april-2024/replay/",
    "events/2024-04-09-lumora-login-outage/",
)  # fmt: skip
REPLAY = "stories/nine-april-2024/replay/"


@pytest.fixture(scope="module", params=["firefox", "webkit"])
def engine(request: pytest.FixtureRequest) -> str:
    """The name of an engine that is here."""
    name: str = request.param
    if name != "chromium" and program(name) is None:
        pytest.skip(f"no {name}")
    return name


@pytest.fixture(scope="module")
def opening(engine: str, browser: Browser, served: Path, shared: Path) -> Iterator[Opening]:
    """A function that opens a window of the engine, in which nothing is remembered from before."""
    with ExitStack() as stack:
        if engine == "chromium":
            address = stack.enter_context(hosted(served))
            yield lambda: played(browser, address)
            return
        folder = once(shared / "recorded", lambda folder: recorded(served, folder))
        address = stack.enter_context(hosted(folder))
        window: Window
        if engine == "firefox":
            window = Commanded(stack.enter_context(firefox(program(engine) or "")), address)
        else:
            window = Driven(stack.enter_context(webkit(stack.enter_context(screen()), program(engine) or "")), address)
        yield lambda: forgetting(window)


@pytest.fixture
def desk(opening: Opening) -> Iterator[Window]:
    """A window as large as a desk's."""
    with opening() as window:
        window.resize(DESK["width"], DESK["height"])
        yield window


@every_language
def test_every_page(desk: Window, site: Site, code: LanguageCode) -> None:
    """Every type of page, in both languages, says nothing to the console and fails at nothing."""
    found = {}
    for path in (*ROOT_PAGES, *samples(site, code).values()):
        desk.go(path)
        found[path] = [trouble for trouble in desk.troubles if path != LOST or "404" not in trouble]
        assert desk.ask("() => document.querySelector('h1').getClientRects().length"), path
    assert {} == {path: troubles for path, troubles in found.items() if troubles}


@every_language
def test_search(desk: Window, code: LanguageCode) -> None:
    """From the key to the answer: what is typed is found, and the first offer leads to its page by keys."""
    desk.go(f"{code}/about/")
    desk.press("/")
    desk.until("() => document.querySelector('.answers')?.getClientRects().length")
    desk.type(QUERIES[code])
    first = desk.until(OFFERED, QUERIES[code])
    desk.press("ArrowDown")
    desk.press("Enter")
    desk.arrive(first)
    assert [] == desk.troubles


@every_engine
def test_search_words(desk: Window) -> None:
    """What is answered in part, corrected, offered, or read as other keys or letters is said, and what it leads to."""
    desk.go("en/about/")
    desk.press("/")
    desk.until("() => document.querySelector('.answers')?.getClientRects().length")
    for typed, said in ANSWERED.items():
        desk.ask(TYPE, typed)
        assert desk.until(SAID, [*said]), typed
    assert [] == desk.troubles


@every_language
def test_filters(desk: Window, code: LanguageCode) -> None:
    """A choice leaves fewer entries, which are counted, stands in the address, and is taken back."""
    desk.go(f"{code}/timeline/")
    everything, counted = desk.until(SHOWN), desk.ask(COUNTED)
    desk.click(".choices label:has(input[name=kind])")
    assert 0 < desk.until(f"everything => ({SHOWN})() < everything && ({SHOWN})()", everything)
    assert (True, "?kind=") == (counted != desk.ask(COUNTED), desk.until("() => location.search.slice(0, 6)"))
    desk.click(".chips button")
    assert desk.until(f"everything => ({SHOWN})() === everything", everything)
    assert counted == desk.ask(COUNTED)
    assert [] == desk.troubles


@every_language
def test_axis(desk: Window, code: LanguageCode) -> None:
    """The axis zooms in to a year and on by a key, says what it shows, and back."""
    desk.go(f"{code}/")
    said = "() => document.querySelector('.axis [role=status]').textContent"
    desk.click("[data-level=year]")
    year = desk.until(said)
    assert desk.until("() => document.querySelectorAll('.closer a').length")
    desk.click("[data-zoom=in]")
    assert desk.until(f"before => ({said})() !== before", year)
    desk.click("[data-level=all]")
    assert desk.until("() => document.querySelector('[data-level=all]').getAttribute('aria-pressed') === 'true'")
    assert [] == desk.troubles


@every_language
def test_replay(desk: Window, code: LanguageCode) -> None:
    """The replay goes on by a step, plays by itself, and stands still when it is told to."""
    desk.go(f"{code}/{REPLAY}")
    clock = "() => document.querySelector('.now').textContent"
    ahead = "() => document.querySelectorAll('.turn.ahead').length"
    time, turns = desk.ask(clock), desk.ask(ahead)
    desk.click("[data-do=step]")
    assert desk.until(f"turns => ({ahead})() === turns - 1", turns)
    time = desk.ask(clock)
    desk.click("[data-do=play]")
    assert desk.until(f"time => ({clock})() !== time", time)
    play = "() => document.querySelector('[data-do=play]').textContent.trim()"
    assert language(code).word("replay.pause") == desk.ask(play)
    desk.click("[data-do=play]")
    assert language(code).word("replay.play") == desk.ask(play)
    assert [] == desk.troubles


def test_theme(desk: Window) -> None:
    """The button turns light to dark, and the next page remembers."""
    dark = "() => getComputedStyle(document.documentElement).backgroundColor"
    desk.go("en/")
    light = desk.ask(dark)
    desk.click("header button")
    turned = desk.ask(dark)
    desk.go("ar/figures/")
    assert (True, turned) == (light != turned, desk.ask(dark))
    assert [] == desk.troubles


@every_language
def test_language_switch(desk: Window, code: LanguageCode) -> None:
    """The switch leads to the same page in the other language."""
    desk.go(f"{code}/figures/")
    desk.click("header a[hreflang]")
    desk.arrive(f"{next(one for one in LANGUAGES if one != code)}/figures/")


@every_engine
def test_words_in_order(desk: Window) -> None:
    """The words of each Arabic text of the drawings are painted as the same words are in a line of the page."""
    for path in DRAWINGS:
        desk.go(f"ar/{path}")
        found = out_of_order(desk)
        assert ([], True) == ([text for text, differs in found.items() if differs], 1 < len(found)), path


@every_engine
def test_order_is_seen(desk: Window) -> None:
    """Words that stand the other way round are seen, so that seeing none means something."""
    desk.go("ar/figures/")
    found = out_of_order(desk, BACKWARDS)
    assert {text: " " in text for text in found} == found
