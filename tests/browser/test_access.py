"""Every type of page meets WCAG 2.2 AA as far as a program can tell: axe-core finds nothing."""

from collections.abc import Callable

import pytest

from tests.browser.access import EVERYTHING, violations
from tests.browser.samples import ROOT_PAGES, every_look, samples
from tests.browser.watched import Watched
from tests.built import Site

Open = Callable[..., Watched]

# The pages of companies and of platforms are made as those of people are, and the richest of them are very long.
ALIKE = {"companies-one", "platforms-one"}


@every_look
def test_no_violations(site: Site, opened: Open, code: str, scheme: str, width: int) -> None:
    """In light and in the dark, on a phone and at a desk nothing is wrong with any type of page, in either language."""
    window = opened(viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce")
    pages = [path for name, path in samples(site, code).items() if name not in ALIKE]
    found = {path: violations(window.go(path), EVERYTHING) for path in (*ROOT_PAGES, *pages)}
    assert {} == {path: wrong for path, wrong in found.items() if wrong}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_opened(opened: Open, scheme: str) -> None:
    """Nothing is wrong with what is folded away at first either: the menu, and the table beside the axis."""
    window = opened(viewport={"width": 360, "height": 800}, color_scheme=scheme)
    for path in ("ar/", "en/people/"):
        page = window.go(path)
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        assert [] == violations(page, EVERYTHING), path


def test_the_checker_checks(opened: Open) -> None:
    """The checker finds what is wrong, so that finding nothing means something."""
    page = opened().go("en/about/")
    page.evaluate(
        "document.querySelector('main').innerHTML = '<img src=../../assets/icon.svg><p style=color:#eee>x</p>'"
    )
    found = {one.partition(":")[0] for one in violations(page, EVERYTHING)}
    assert {"image-alt"} <= found
