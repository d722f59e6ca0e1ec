"""The page of countries lists the outages that name each, and every way to it leads to the right one."""

import pytest

from tests.built import Page, Site, text_of
from tests.plain import File
from timeline.language import language
from timeline.site.data.ways import ways
from timeline.values.bilingual import LANGUAGES, LanguageCode

every_language = pytest.mark.parametrize("code", LANGUAGES)


def named(files: dict[str, File]) -> dict[str, set[str]]:
    """Return the outages that name a country, by its code, as the files have them."""
    found: dict[str, set[str]] = {}
    for one, file in files.items():
        if file["status"] != "debunked":
            for country in file.get("outage", {}).get("countries", []):
                found.setdefault(country, set()).add(one)
    return found


def listed(page: Page) -> dict[str, set[str]]:
    """Return the entries that the page lists, by the id of their section."""
    return {
        section.get("id", ""): {a.get("href", "").split("/")[-2] for li in section.iter("li") for a in li.iter("a")}
        for section in page.main.iter("section")
    }


@every_language
def test_all_countries(site: Site, files: dict[str, File], code: LanguageCode) -> None:
    """Each country that an outage names has a section with all of its outages, headed by its name."""
    page = site.page(code, "countries/")
    assert named(files) == listed(page)
    names = {section.get("id"): text_of(h2) for section in page.main.iter("section") for h2 in section.iter("h2")}
    assert {country: language(code).country(country) for country in named(files)} == names


@every_language
def test_from_an_event(site: Site, files: dict[str, File], code: LanguageCode) -> None:
    """An outage's page links each of its countries to that country's section."""
    for one in set().union(*named(files).values()):
        hrefs = {a.get("href", "") for a in site.event(code, one).main.iter("a")}
        wanted = {f"../../countries/#{country}" for country, outages in named(files).items() if one in outages}
        assert wanted == {href for href in hrefs if "/countries/" in href}


@every_language
def test_ways(site: Site, code: LanguageCode) -> None:
    """The timeline leads to the list of countries, and the search knows it by its name."""
    assert f"{code}/countries/" in site.page(code, "timeline/").linked
    own = language(code)
    assert "countries/" in {way["path"] for way in ways(site.chronicle, [own], own)}
