"""What the timeline's page says of a search: the same as the box does, and what its filters leave out."""

import re

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Open
from tests.browser.looks import DESK
from tests.browser.searching import turn
from timeline.language import language
from timeline.values.bilingual import LANGUAGES, LanguageCode

every_language = pytest.mark.parametrize("code", LANGUAGES)

# Queries that are read otherwise than they are typed, answered in part, or not at all.
READ = {
    "a mistyped word": "hedgehgos ",
    "another keyboard": "rkht`",
    "a word that nothing has": "hedgehogs zzqqxxvv",
    "a word that is near to others": "glxmmem zzqqxxvv",
}


def lines(page: Page) -> list[str]:
    """Return what the page says below the count of its entries."""
    return page.locator(".read > *").all_inner_texts()


@every_language
@pytest.mark.parametrize("query", READ.values(), ids=READ)
def test_said_as_in_the_box(opened: Open, code: LanguageCode, query: str) -> None:
    """What of a query was changed, near or lacking is said on the timeline in the words of the box."""
    watched = opened(viewport=DESK)
    watched.go(f"{code}/about/")
    page = turn(watched)
    page.keyboard.insert_text(query)
    page.locator(".answers .none, #search-results .hit").first.wait_for()
    shown = page.locator(".answers .text > :is(.changed, .near)").all_inner_texts()
    part = page.locator("#search-results .group .name span:first-child").all_inner_texts()[-1:]
    page = watched.go(f"{code}/timeline/?q={query}")
    page.locator(".read > *").first.wait_for()
    assert shown + [line for line in part if line.startswith(language(code).word("reading.partly"))] == lines(page)


def test_back_to_what_was_typed(opened: Open) -> None:
    """The reader can ask for a word as it was typed, which then finds nothing, and for a near one, which is found."""
    watched = opened(viewport=DESK)
    page = watched.go("en/timeline/?q=hedgehgos")
    page.locator(".read .changed button").click()
    page.wait_for_url(re.compile("q=%22hedgehgos%22"))
    page.locator("p.nothing").wait_for()
    page = watched.go("en/timeline/?q=glxmmem%20zzqqxxvv")
    page.locator(".read .near button").last.click()
    page.locator(".found .row").first.wait_for()
    assert "Glimmer" == page.locator("input.query").input_value()


@every_language
def test_outside_the_filters(opened: Open, code: LanguageCode) -> None:
    """A filtered timeline that shows nothing of what a search finds says how many stand outside, and leads there."""
    watched = opened(viewport=DESK)
    page = watched.go(f"{code}/timeline/?q=hedgehogs")
    page.locator(".found .row").first.wait_for()
    number = page.locator(".found .row").count()
    page = watched.go(f"{code}/timeline/?q=hedgehogs&kind=jab&from=2015&to=2015")
    page.locator(".read button").wait_for()
    assert language(code).counted("timeline.outside", number) in lines(page)[0]
    page.locator(".read button").click()
    page.locator(".found .row").first.wait_for()
    assert (number, "?q=hedgehogs") == (page.locator(".found .row").count(), page.evaluate("location.search"))
    assert [] == lines(page)
