"""When something was last down: the page has the date, and the reader's browser the days since."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.built import Site
from timeline.chronicle.figures import outages
from timeline.chronicle.finding import last
from timeline.language import language
from timeline.values.bilingual import LANGUAGES, LanguageCode

every_language = pytest.mark.parametrize("code", LANGUAGES)


def newest(site: Site) -> datetime:
    """Return when the first side was last down."""
    outage = last(outages(site.chronicle, "lumora").all.entries, ()).outage
    assert outage is not None
    return outage.event.when.started.start


@every_language
@pytest.mark.parametrize(("days", "said"), [(0, "last.today"), (1, "last.yesterday"), (171, "")])
def test_days_since(opened: Open, site: Site, code: LanguageCode, days: int, said: str) -> None:
    """The home page says how many days ago a side was down, by the reader's calendar, and hints at the date."""
    watched = opened(timezone_id="UTC")
    watched.page.clock.set_fixed_time((newest(site) + timedelta(days=days)).replace(tzinfo=UTC))
    watched.go(f"{code}/")
    own = language(code)
    time = watched.page.locator(".last time").first
    expect(time).to_have_text(own.word(said) if said else own.counted("last.ago", days))
    assert str(newest(site).year) in (time.get_attribute("title") or "")


def test_without_script(opened: Open, site: Site) -> None:
    """Without script the dates stand there, on the page of a platform too."""
    watched = opened(java_script_enabled=False)
    for path in ("en/", "en/companies/lumora/"):
        watched.go(path)
        assert str(newest(site).year) in watched.page.locator(".last time").first.inner_text()
