"""Every type of page meets WCAG 2.2 AA as far as a program can tell: axe-core finds nothing.

axe-core comes inside ``axe-playwright-python``, so that it is pinned and hashed with everything else that the tests
install, needs no second package manager, and asks the network for nothing.
"""

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from tests.browser.samples import all_samples
from tests.browser.watched import Watched
from tests.built import Site
from timeline.model import LANGUAGES

Open = Callable[..., Watched]

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EVERYTHING = {"runOnly": {"type": "tag", "values": LEVELS}, "resultTypes": ["violations"]}
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "resultTypes": ["violations"]}


def violations(page: Page, options: dict[str, Any]) -> list[str]:
    """Return what axe-core finds wrong with a page."""
    page.evaluate(AXE_SCRIPT)
    found: list[dict[str, Any]] = page.evaluate("options => axe.run(document, options).then(r => r.violations)", options)
    return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("code", ["", *LANGUAGES], ids=["root", *LANGUAGES])
def test_no_violations(site: Site, opened: Open, code: str, width: int) -> None:
    """On a phone and at a desk, in light and in dark, nothing is wrong with any type of page."""
    window = opened(viewport={"width": width, "height": 800}, color_scheme="light")
    wrong: dict[str, list[str]] = {}
    for path in (path for path in all_samples(site) if path.startswith(LANGUAGES) == bool(code) and path.startswith(code)):
        page = window.go(path)
        found = violations(page, EVERYTHING)
        page.emulate_media(color_scheme="dark")
        found += violations(page, COLOURS)  # nothing but colours depends on the scheme
        page.emulate_media(color_scheme="light")
        if found:
            wrong[path] = found
    assert {} == wrong


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_opened(site: Site, opened: Open, scheme: str) -> None:
    """Nothing is wrong with what is folded away at first either: the menu, the table, the events behind a figure."""
    window = opened(viewport={"width": 360, "height": 800}, color_scheme=scheme)
    for path in ("ar/", "en/people/"):
        page = window.go(path)
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        assert [] == violations(page, EVERYTHING), path
    page = window.go("en/figures/")
    page.evaluate("[...document.querySelectorAll('main details')].slice(0, 2).forEach(one => one.open = true)")
    assert [] == violations(page, EVERYTHING)
    assert site.pages


def test_the_checker_checks(opened: Open) -> None:
    """The checker finds what is wrong, so that finding nothing means something."""
    page = opened().go("en/about/")
    page.evaluate("document.querySelector('main').innerHTML = '<img src=../../assets/icon.svg><p style=color:#eee>x</p>'")
    found = {one.partition(":")[0] for one in violations(page, EVERYTHING)}
    assert {"image-alt"} <= found
