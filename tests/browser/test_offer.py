"""Whoever wants to help is given one entry to check: without script the weakest, with it another at each press."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.built import Site
from timeline.chronicle.completeness import weakest
from timeline.language import language
from timeline.site.pages.completeness import OFFERED
from timeline.values.bilingual import LANGUAGES, LanguageCode

every_language = pytest.mark.parametrize("code", LANGUAGES)


@every_language
def test_another_at_each_press(opened: Open, site: Site, code: LanguageCode) -> None:
    """Each press gives an entry that was not given before, until all of the weakest have been."""
    watched = opened()
    watched.go(f"{code}/coverage/")
    button = watched.page.get_by_role("button", name=language(code).word("coverage.give"))
    link = watched.page.locator(".offer h3 a")
    offered = weakest(site.chronicle, OFFERED)
    given = []
    for _ in offered:
        before = link.get_attribute("href") or ""
        button.click()
        expect(link).not_to_have_attribute("href", before)
        given.append((link.get_attribute("href") or "").split("/")[-2])
    assert 3 <= len(given)
    assert len(given) - len(set(given)) <= 1  # the one that stood there first may come again
    assert set(given) <= {one.entry.id for one in offered}


@every_language
def test_without_script(opened: Open, site: Site, code: LanguageCode) -> None:
    """Without script the same words are a link to the weakest entry, which is described below it."""
    watched = opened(java_script_enabled=False)
    watched.go(f"{code}/coverage/")
    first = weakest(site.chronicle, 1)[0].entry
    expect(watched.page.locator(".offer")).to_have_count(1)
    expect(watched.page.locator(".offer li").first).to_be_visible()
    watched.page.get_by_role("link", name=language(code).word("coverage.give")).click()
    expect(watched.page.locator("h1")).to_have_text(first.event.title.in_language(code))
