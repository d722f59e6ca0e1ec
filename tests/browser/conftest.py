"""One server for all tests that look at the site."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Route, expect

from devtools.chromium import hosted
from tests.browser.watched import PATIENCE, Watched
from tests.built import Site

# A busy machine may take its time over what it will show in the end.
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def address(served: Path) -> Iterator[str]:
    """The address at which the site is served."""
    with hosted(served) as address:
        yield address


# Loads a script of the site by its path in the program; it lies in a folder that the page's own scripts are in.
OWN = """window.own = (path) => {
    const { src } = [...document.scripts].find(({ src }) => src.endsWith('/site.js'));
    return import(new URL(`../../${path}`, src));
};"""

Open = Callable[..., Watched]


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Open]:
    """A function that opens a new window, whose pages are watched; options are Playwright's for a context.

    Its browser ``keeps`` nothing of what it reads unless a test says so.
    """
    yield from _opening(browser, address)


@pytest.fixture(scope="module")
def kept(browser: Browser, address: str) -> Iterator[Open]:
    """The same, but its windows stay open for all tests of a module."""
    yield from _opening(browser, address)


def _opening(browser: Browser, address: str) -> Iterator[Open]:
    contexts: list[BrowserContext] = []

    def open_window(*, keeps: bool = False, **options: object) -> Watched:
        context = browser.new_context(base_url=address, **options)  # type: ignore[arg-type]
        contexts.append(context)
        context.add_init_script(OWN)
        return Watched(context, address, keeps=keeps)

    yield open_window
    for context in contexts:
        context.close()


# The folder of what a site's pages fetch is named after what is in it, the record's data too.
EDITION = re.compile(r"assets/[0-9a-f]{12}(?=/)")


@pytest.fixture
def shown(opened: Open, address: str, site: Site) -> Callable[[str, str], Watched]:
    """A function that opens a window on any HTML, as if it were the page of the site at some address."""
    watched = opened()

    def show(path: str, html: str) -> Watched:
        def answer(route: Route) -> None:
            route.fulfill(body=EDITION.sub(site.files, html), content_type="text/html; charset=utf-8")

        watched.page.unroute_all()
        watched.page.route(address + path, answer)
        watched.go(path)
        return watched

    return show


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
