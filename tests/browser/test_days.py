"""Which day is today only the reader's browser knows: it says so, in both languages."""

from datetime import UTC, datetime
from urllib.parse import urljoin

import pytest

from tests.browser.conftest import Open
from tests.built import Site
from timeline.values.bilingual import LANGUAGES

every_language = pytest.mark.parametrize("code", LANGUAGES)

# A day of the year on which much happened, and one on which nothing did.
FULL, EMPTY = datetime(2027, 4, 9, 12, tzinfo=UTC), datetime(2028, 2, 29, 12, tzinfo=UTC)


@every_language
def test_today_is_found(opened: Open, code: str) -> None:
    """On the ninth of April the page says how many entries there are and leads to them."""
    watched = opened(timezone_id="UTC")
    watched.page.clock.set_fixed_time(FULL)
    watched.go(f"{code}/on-this-day/")
    link = watched.page.locator("#today a")
    assert "#d-04-09" == link.get_attribute("href")
    number = watched.page.locator("#d-04-09 .row").count()
    assert str(number) in link.inner_text()


@every_language
def test_nothing_today(opened: Open, code: str) -> None:
    """On a day on which nothing happened the page says that, and leads nowhere."""
    watched = opened(timezone_id="UTC")
    watched.page.clock.set_fixed_time(EMPTY)
    watched.go(f"{code}/on-this-day/")
    assert "29" in watched.page.locator("#today").inner_text()
    assert 0 == watched.page.locator("#today a").count()


@every_language
def test_home_shows_the_nearest(opened: Open, site: Site, code: str) -> None:
    """The home page shows three entries of these days, those of the day itself first, each with its date."""
    watched = opened(timezone_id="UTC")
    watched.page.clock.set_fixed_time(FULL)
    watched.go(f"{code}/")
    rows = watched.page.locator("#days-near li")
    rows.first.wait_for()
    assert 3 == rows.count()
    assert "now" == rows.first.get_attribute("class")
    href = rows.first.locator("a").get_attribute("href") or ""
    one = site.chronicle.by_id[urljoin(watched.page.url, href).rstrip("/").rpartition("/")[2]]
    assert (4, 9) == (one.event.when.started.start.month, one.event.when.started.start.day)
