"""The page of figures in a browser: charts can be read at any width, and lead to the events behind them."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.access import EVERYTHING, violations
from tests.browser.samples import every_look
from tests.browser.watched import Watched
from timeline.values.bilingual import LANGUAGES

Open = Callable[..., Watched]

WIDTHS = (320, 360, 599, 600, 800, 1199, 1200, 1600)

every_language = pytest.mark.parametrize("code", LANGUAGES)

# The texts of the charts that are shown: what they say, their size on the screen, and where they stand.
TEXTS = """() => [...document.querySelectorAll('.chart svg')].filter(svg => svg.getClientRects().length).map(svg => {
  const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
  return [...svg.querySelectorAll('text')].map(text => {
    const {left, right, top, bottom} = text.getBoundingClientRect();
    const sizes = [text, ...text.querySelectorAll('tspan')].map(one => parseFloat(getComputedStyle(one).fontSize));
    return {says: text.textContent, size: Math.min(...sizes) * scale, left, right, top, bottom};
  });
})"""


def texts(window: Watched) -> list[list[dict[str, Any]]]:
    """Return the texts of each chart that is shown."""
    found: list[list[dict[str, Any]]] = window.page.evaluate(TEXTS)
    return found


@every_language
def test_readable(opened: Open, code: str) -> None:
    """At every width each chart is shown once, and its texts are large enough and stand clear of each other."""
    window = opened(viewport={"width": WIDTHS[0], "height": 800})
    page = window.go(f"{code}/figures/")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        charts = texts(window)
        assert 11 == len(charts) == page.locator(".chart").count()
        listed = [text for chart in charts for text in chart]
        assert 12 <= min(text["size"] for text in listed)
        assert [] == [text["says"] for text in listed if text["left"] < 0 or text["right"] > width]
        assert width == page.evaluate("document.documentElement.scrollWidth")
        assert [] == [pair for chart in charts for pair in overlapping(chart)]


def overlapping(chart: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """Return the texts of a chart that lie over each other by more than a hair."""
    return [
        (one["says"], two["says"])
        for place, one in enumerate(chart)
        for two in chart[place + 1 :]
        if min(one["right"], two["right"]) - max(one["left"], two["left"]) > 1
        and min(one["bottom"], two["bottom"]) - max(one["top"], two["top"]) > 4
    ]


def test_mirrored(opened: Open) -> None:
    """Every text stands as far from one side in Arabic as its counterpart from the other side in English."""
    window = opened(viewport={"width": 1280, "height": 800})
    places = []
    for code in ("en", "ar"):
        window.go(f"{code}/figures/")
        years = [text for text in texts(window)[0] if text["says"].isdigit()]
        places.append([(text["left"], text["right"]) for text in years])
    mirrored = [(1280 - right, 1280 - left) for left, right in places[1]]
    assert 5 < len(mirrored)
    assert places[0] == [pytest.approx(place, abs=2) for place in mirrored]


@every_language
def test_number_leads_to_its_list(opened: Open, code: str) -> None:
    """A press on a number of a chart opens the table below it, at the events that the number counts."""
    window = opened(viewport={"width": 1280, "height": 800})
    page = window.go(f"{code}/figures/")
    number = page.locator("#by-year .chart-wide a[href^='#']").last
    target = page.locator(f"[id='{(number.get_attribute('href') or '')[1:]}']")
    assert not target.is_visible()
    number.click()
    assert target.is_visible()
    target.locator("summary").click()
    assert int(number.text_content() or 0) == target.locator("li a:visible").count()


@every_look
def test_all_unfolded(opened: Open, code: str, scheme: str, width: int) -> None:
    """With every table and list open nothing is wrong with the page, and it does not scroll sideways."""
    window = opened(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = window.go(f"{code}/figures/")
    page.evaluate("document.querySelectorAll('main details').forEach(one => one.open = true)")
    assert [] == violations(page, EVERYTHING)
    assert width == page.evaluate("document.documentElement.scrollWidth")


@every_language
def test_list_page(opened: Open, code: str) -> None:
    """Nothing is wrong with the page of a list that is too long to open in place."""
    window = opened(viewport={"width": 360, "height": 800})
    page = window.go(f"{code}/figures/")
    page.evaluate("document.querySelectorAll('main details').forEach(one => one.open = true)")
    page.locator("main td a[href*='status-reported']").click()
    page.wait_for_url("**/figures/status-reported/")
    assert [] == violations(page, EVERYTHING)
