"""The timeline and the search answer how often something was down as the pages do; on a phone it takes few touches."""

import pytest
from playwright.sync_api import expect

from tests import direct
from tests.asking import Asked
from tests.browser.asking import by_filter, by_search, said
from tests.browser.conftest import Open
from tests.browser.looks import PHONE
from tests.built import Site
from timeline.values.bilingual import LANGUAGES, LanguageCode

# Since the second owner of a company, whose name changed later.
SINCE = "2022-05-20"


@pytest.fixture(params=LANGUAGES)
def asked(site: Site, request: pytest.FixtureRequest) -> Asked:
    """The tests' site, asked in either language."""
    code: LanguageCode = request.param
    return Asked(site, code, direct.settings().eras)


def test_filters(opened: Open, asked: Asked) -> None:
    """Of every company, platform and era the timeline says what the events add up to."""
    told, expected = by_filter(opened(), asked), asked.expected()
    assert {} == {
        name: line
        for name, line in told.items()
        if not line.startswith(said(asked, expected[name])) or expected[name].together not in line
    }


def test_search(opened: Open, asked: Asked) -> None:
    """Who asks the search in words is led to the timeline, where the same number stands."""
    told, expected = by_search(opened(), asked), asked.expected()
    assert {name: expected[name] for name in told} == {name: expected[led] for name, led in told.items()}
    assert "company=quillby" == told["company=quillby"]


def test_touches(opened: Open, asked: Asked) -> None:
    """How often and how long it was down since somebody bought it: from the home page two touches on a phone."""
    page = opened(viewport=PHONE, has_touch=True, is_mobile=True).go(f"{asked.code}/")
    page.locator(".finding a[href*=quillby]").tap()
    page.wait_for_url("**/companies/quillby/")
    row = page.locator(f"#often tr:has(a[href$='from={SINCE}'])")
    assert row.locator("th").bounding_box() is not None
    eras = [one for one in asked.eras if one.begins and str(one.begins) >= SINCE]
    known = [asked.expected()[f"era={one.id}"] for one in eras if f"era={one.id}" in asked.expected()]
    assert str(sum(answer.outages for answer in known)) == row.locator("td").first.inner_text()
    expect(row.locator("td").last).to_have_text(known[-1].together)
    row.locator("a").tap()
    page.wait_for_url(f"**/timeline/?kind=outage&company=quillby&from={SINCE}")
    page.locator(".chips button").nth(2).wait_for()
    expect(page.locator(".lengths")).to_contain_text(known[-1].together)
