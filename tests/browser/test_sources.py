"""The number of a source opens the source where it stands."""

import pytest

from tests.browser.conftest import Open
from tests.browser.watched import Watched
from timeline.values.bilingual import LANGUAGES

every_language = pytest.mark.parametrize("code", LANGUAGES)

EVENT = "events/2024-04-09-lumora-login-outage/"


def opened_at(watched: Watched, selector: str) -> str:
    """Return the text of the box that stands right behind an element."""
    box = watched.page.locator(f"{selector} + .source-here")
    return " ".join(box.inner_text().split()) if box.count() else ""


def listed(watched: Watched, number: str) -> str:
    """Return the text of a source in the list."""
    return " ".join(watched.page.locator(f"#s-{number}").inner_text().split())


@every_language
def test_opens_in_place(opened: Open, code: str) -> None:
    """A number opens its source behind its paragraph, with all that the list says of it, and closes it again."""
    watched = opened()
    watched.go(f"{code}/{EVENT}")
    link = watched.page.locator("#what .fact a.src").first
    number = (link.get_attribute("href") or "").removeprefix("#s-")
    link.click()
    assert ("true", listed(watched, number)) == (
        link.get_attribute("aria-expanded"),
        opened_at(watched, "#what .fact:has(a.src):first-of-type"),
    )
    link.click()
    assert ("false", 0) == (link.get_attribute("aria-expanded"), watched.page.locator(".source-here").count())
    assert watched.page.url.endswith(EVENT)


def test_one_at_a_time(opened: Open) -> None:
    """Opening another source closes the one before."""
    watched = opened()
    watched.go(f"en/{EVENT}")
    links = watched.page.locator("#what a.src")
    links.nth(0).click()
    links.nth(3).click()
    assert ["false", "true"] == [links.nth(place).get_attribute("aria-expanded") for place in (0, 3)]
    assert 1 == watched.page.locator(".source-here").count()


def test_keyboard(opened: Open) -> None:
    """Enter opens a source and Escape closes it, and the focus is on the number again."""
    watched = opened()
    watched.go(f"ar/{EVENT}")
    link = watched.page.locator("#what a.src").first
    link.focus()
    watched.page.keyboard.press("Enter")
    watched.page.locator(".source-here a").first.focus()
    watched.page.keyboard.press("Escape")
    assert 0 == watched.page.locator(".source-here").count()
    assert link.evaluate("link => link === document.activeElement")


def test_everywhere(opened: Open) -> None:
    """Every number on the page opens one box, and none stands inside a paragraph, a table or a list of pairs."""
    watched = opened()
    watched.go(f"en/{EVENT}")
    for fold in watched.page.locator("main summary").all():
        fold.click()
    links = watched.page.locator("a.src")
    for place in range(links.count()):
        links.nth(place).click()
        assert 1 == watched.page.locator(".source-here").count()
        assert 0 == watched.page.locator(":is(p, dl, table, figcaption) .source-here").count()


def test_without_script(opened: Open) -> None:
    """Without script a number leads to the list."""
    watched = opened(java_script_enabled=False)
    watched.go(f"en/{EVENT}")
    link = watched.page.locator("#what a.src").first
    link.click()
    assert watched.page.url.endswith(link.get_attribute("href") or "nowhere")
