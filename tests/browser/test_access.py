"""Every type of page meets WCAG 2.2 AA as far as a program can tell: axe-core finds nothing."""

from collections.abc import Callable, Iterable

import pytest

from tests.browser.access import COLOURS, EVERYTHING, violations
from tests.browser.looks import PAINTED
from tests.browser.samples import ROOT_PAGES, samples
from tests.browser.watched import Watched
from tests.built import Site
from timeline.values.bilingual import LANGUAGES

Open = Callable[..., Watched]

# The pages of companies and of platforms are made as those of people are, and the richest of them are very long.
ALIKE = {"companies-one", "platforms-one"}


def pages(site: Site, code: str) -> Iterable[str]:
    """Return the addresses to check: the root's, or a language's samples; of lists that are alike one is enough."""
    if code == "root":
        return ROOT_PAGES
    return [path for name, path in samples(site, code).items() if name not in ALIKE]


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("code", ["root", *LANGUAGES])
def test_no_violations(site: Site, opened: Open, code: str, width: int) -> None:
    """On a phone and at a desk nothing is wrong with any type of page; in the dark, where colours alone differ, too."""
    window = opened(viewport={"width": width, "height": 800}, color_scheme="light", reduced_motion="reduce")
    found: dict[str, list[str]] = {}
    for path in pages(site, code):
        page = window.go(path)
        found[f"{path} in the light"] = violations(page, EVERYTHING)
        page.emulate_media(color_scheme="dark")
        page.evaluate(PAINTED)
        found[f"{path} in the dark"] = violations(page, COLOURS)
        page.emulate_media(color_scheme="light")
    assert {} == {place: wrong for place, wrong in found.items() if wrong}


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
    page.evaluate(
        "document.querySelector('main').innerHTML = '<img src=../../assets/icon.svg><p style=color:#eee>x</p>'"
    )
    found = {one.partition(":")[0] for one in violations(page, EVERYTHING)}
    assert {"image-alt"} <= found
