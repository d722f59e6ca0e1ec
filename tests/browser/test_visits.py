"""A visit to every type of page, on a phone and at a desk, in the light and in the dark, in either language."""

from dataclasses import dataclass, field

import pytest

from tests.browser.access import EVERYTHING, violations
from tests.browser.conftest import Open
from tests.browser.samples import LOOKS, ROOT_PAGES, samples
from tests.browser.test_pages import expected
from tests.browser.watched import Watched, shifts
from tests.built import Site

# The pages of companies and of platforms are made as those of people are, and the richest of them are very long.
ALIKE = {"companies-one", "platforms-one"}


# A hundredth of what is counted as good (Core Web Vitals): what is not seen.
LEAST = 0.001


@dataclass
class Visits:
    """What went wrong in a visit to each type of page, by the page's path."""

    said: dict[str, list[str]] = field(default_factory=dict)
    moved: dict[str, list[tuple[float, list[str]]]] = field(default_factory=dict)
    violated: dict[str, list[str]] = field(default_factory=dict)
    requested: list[str] = field(default_factory=list)


@pytest.fixture(scope="module", params=LOOKS, ids=lambda look: "-".join(map(str, look)))
def visits(request: pytest.FixtureRequest, site: Site, kept: Open) -> Visits:
    """One visit to each type of page, at each look."""
    code, scheme, width = request.param
    found = Visits()
    watched = kept(viewport={"width": width, "height": 800}, color_scheme=scheme)
    own = samples(site, code)
    for path in (*ROOT_PAGES, *own.values()):
        watched.troubles.clear()
        watched.page.emulate_media(reduced_motion="no-preference")
        found.moved[path] = least_moved(watched, path)
        found.said[path] = sorted(set(watched.troubles))
        watched.page.emulate_media(reduced_motion="reduce")
        alike = path in {own.get(name) for name in ALIKE}
        found.violated[path] = [] if alike else violations(watched.page, EVERYTHING)
    found.requested = watched.requests
    return found


def least_moved(watched: Watched, path: str) -> list[tuple[float, list[str]]]:
    """Go to a page and return what moved on it; a machine may be too busy for its fonts, but not three times."""
    moved: list[tuple[float, list[str]]] = []
    for _ in range(3):
        moved = shifts(watched.go(path), asked=False)
        if sum(value for value, _ in moved) <= LEAST:
            break
    return moved


def test_no_trouble(visits: Visits, address: str) -> None:
    """No page says anything to the console, breaks its policy, fails to get something, or asks another origin."""
    assert {path: sorted(expected(path, address)) for path in visits.said} == visits.said


def test_nothing_is_fetched_in_vain(visits: Visits) -> None:
    """Every page fetches styles and fonts, and none asks for a byte of the search before that is used."""
    assert 5 < len(set(visits.requested))
    assert [] == [url for url in visits.requested if "/search/" in url or "search.css" in url]


def test_nothing_moves(visits: Visits) -> None:
    """While a page comes, nothing on it moves: not when the fonts come, nor when a script adds to it."""
    assert {} == {path: moved for path, moved in visits.moved.items() if sum(value for value, _ in moved) > LEAST}


def test_no_violations(visits: Visits) -> None:
    """Every type of page meets WCAG 2.2 AA as far as a program can tell: axe-core finds nothing."""
    assert {} == {path: violated for path, violated in visits.violated.items() if violated}


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
