"""On this day: the page of the days of the year, and the files by which a browser finds today's."""

import json
from collections import Counter
from urllib.parse import urljoin

import pytest

from tests.built import Page, Site, below, text_of
from timeline.values.bilingual import LANGUAGES
from timeline.values.dates import Precision

every_language = pytest.mark.parametrize("code", LANGUAGES)


def linked(page: Page, section: str) -> list[str]:
    """List the events that a section of a page links, in order."""
    element = next(one for one in page.tree.iter("section") if one.get("id") == section)
    addresses = (below(urljoin(page.address, a.get("href", ""))) for a in element.iter("a"))
    return [address.split("/")[2] for address in addresses]


@every_language
def test_every_known_day(site: Site, code: str) -> None:
    """Every entry whose day is known for certain stands once, under its day of the year."""
    page = site.page(code, "on-this-day/")
    days = [one.get("id", "") for one in page.tree.iter("section") if one.get("id", "").startswith("d-")]
    expected = Counter(
        (f"d-{when.start:%m-%d}", entry.id)
        for entry in site.chronicle.entries
        for when in [entry.event.when.started]
        if when.precision is Precision.MINUTE
        or (when.precision is Precision.DAY and not (when.approximate or when.uncertain))
    )
    assert expected == Counter((day, one) for day in days for one in linked(page, day))
    assert days == sorted(days)


@every_language
def test_files_of_months(site: Site, code: str) -> None:
    """The file of a month says the same of a day as the page, with the newest first and five at most."""
    page = site.page(code, "on-this-day/")
    for month in range(1, 13):
        days = json.loads((site.data / "days" / code / f"{month:02}.json").read_text("utf-8"))
        for day, entries in days.items():
            listed = linked(page, f"d-{month:02}-{day}")
            assert listed[:5] == [entry["path"].split("/")[1] for entry in entries]
            assert all(site.holds(urljoin(page.address, f"../{entry['path']}")) for entry in entries)


@every_language
def test_months_counted(site: Site, code: str) -> None:
    """The page names the months in which something happened, and leads to each."""
    page = site.page(code, "on-this-day/")
    months = [one for one in page.tree.iter("section") if one.get("id", "").startswith("m-")]
    targets = [a.get("href", "") for nav in page.main.iter("nav") for a in nav.iter("a")]
    assert [f"#{month.get('id')}" for month in months] == targets
    assert all(text_of(next(month.iter("h2"))).strip() for month in months)
