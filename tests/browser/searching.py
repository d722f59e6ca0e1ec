"""A reader at the search box: turns to it, types, and reads what it shows."""

from playwright.sync_api import Locator, Page

from tests.browser.watched import Watched

# What finds a good deal.
QUERIES = {"ar": "عطل لومورا", "en": "lumora outage"}
NOTHING = {"ar": "ظظضضغغثث", "en": "zzqqxxvvkk"}


def field(page: Page) -> Locator:
    """Return the box's field."""
    return page.locator(".bar .search input")


def options(page: Page) -> Locator:
    """Return what the list offers."""
    return page.locator("#search-results [role=option]")


def hits(page: Page) -> Locator:
    """Return the events in the list."""
    return page.locator("#search-results .hit")


def turn(watched: Watched) -> Page:
    """Turn to the search, and wait until it is there."""
    watched.page.keyboard.press("/")
    watched.page.locator(".answers").wait_for()
    return watched.page


def ask(watched: Watched, query: str) -> Page:
    """Turn to the search, type a query, and wait for what is found."""
    page = turn(watched)
    page.keyboard.insert_text(query)
    page.locator("#search-results .all").wait_for()
    return page


def ask_for_nothing(watched: Watched, query: str) -> Page:
    """Turn to the search, type a query, and wait until it is said that there is nothing."""
    page = turn(watched)
    page.keyboard.insert_text(query)
    page.locator(".answers .none").wait_for()
    return page


def active(page: Page) -> str:
    """Return the text of the option that the field names as the active one, or nothing."""
    found: str = page.evaluate(
        """() => {
            const id = document.querySelector('.bar .search input').getAttribute('aria-activedescendant');
            return id ? document.getElementById(id).textContent : '';
        }"""
    )
    return found


def focused(page: Page) -> bool:
    """Say whether the focus is in the box's field."""
    found: bool = page.evaluate("document.activeElement === document.querySelector('.bar .search input')")
    return found
