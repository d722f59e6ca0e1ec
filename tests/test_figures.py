"""Figures on the site are counted from the events' files, and what was debunked is in none of them."""

import re
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import pytest
import yaml

from tests.built import Page, Site, below, text_of
from timeline.language import language
from timeline.model import LANGUAGES, LanguageCode

every_language = pytest.mark.parametrize("code", LANGUAGES)

File = dict[str, Any]


@pytest.fixture(scope="session")
def files(inputs: Path) -> dict[str, File]:
    """Every event file by its id."""
    paths = sorted((inputs / "events").glob("[0-9]*/*.yml"))
    return {path.stem: yaml.load(path.read_text("utf-8"), yaml.BaseLoader) for path in paths}  # noqa: S506 - types nothing


@pytest.fixture(scope="session")
def held(files: dict[str, File]) -> dict[str, File]:
    """The events that the record holds to have happened."""
    return {one: file for one, file in files.items() if file["status"] != "debunked"}


@pytest.fixture(scope="session")
def debunked(files: dict[str, File]) -> set[str]:
    """The ids of the claims that were shown to be false."""
    return {one for one, file in files.items() if file["status"] == "debunked"}


def events(page: Page, element: ET.Element) -> set[str]:
    """Return the ids of the events that an element links."""
    linked = (below(urljoin(page.address, a.get("href", ""))).split("/") for a in element.iter("a"))
    return {parts[2] for parts in linked if parts[1] == "events"}


def figures(page: Page) -> list[tuple[str, set[str]]]:
    """Return each figure of the page of figures with the events behind it."""
    return [(text_of(next(one.iter("summary"))).strip(), events(page, one)) for one in page.main.iter("details")]


def number(text: str) -> int | None:
    """Read a number that stands alone."""
    return int(text.replace(",", "")) if re.fullmatch(r"[\d,]+", text) else None


@every_language
def test_debunked_page(site: Site, files: dict[str, File], debunked: set[str], code: LanguageCode) -> None:
    """Every debunked claim is on the page of what was never said, with whoever showed it; nothing else is."""
    page = site.page(code, "debunked/")
    assert 3 <= len(debunked)
    assert debunked == events(page, page.main)
    text = " ".join(text_of(page.main).split())
    assert [] == [one for one in debunked if " ".join(files[one]["doubt"][code].split()) not in text]


@every_language
def test_debunked_in_no_figure(site: Site, debunked: set[str], code: LanguageCode) -> None:
    """No figure has a debunked claim behind it."""
    page = site.page(code, "figures/")
    assert set() == debunked & events(page, page.main)


@every_language
def test_numbers_are_their_lists(site: Site, code: LanguageCode) -> None:
    """A number on the page of figures is the length of the list behind it."""
    listed = [(number(shown), found) for shown, found in figures(site.page(code, "figures/"))]
    counted = [(value, len(found)) for value, found in listed if value is not None]
    assert 10 < len(counted)
    assert [] == [pair for pair in counted if pair[0] != pair[1]]


@every_language
def test_counts_by_kind(site: Site, held: dict[str, File], code: LanguageCode) -> None:
    """There is a list for each kind and for each status, and together they hold every event once."""
    found = [events for _, events in figures(site.page(code, "figures/"))]
    for key in ("kind", "status"):
        for value in {file[key] for file in held.values()}:
            assert {one for one, file in held.items() if file[key] == value} in found, value


@every_language
def test_outages_by_company(site: Site, held: dict[str, File], code: LanguageCode) -> None:
    """The outages of each company are counted, and those of known length."""
    found = [events for _, events in figures(site.page(code, "figures/"))]
    outages = {one: file for one, file in held.items() if file["kind"] == "outage"}
    for company in {file["outage"]["company"] for file in outages.values()}:
        own = {one: file["when"] for one, file in outages.items() if file["outage"]["company"] == company}
        known = {one for one, when in own.items() if all("T" in when.get(end, "") for end in ("started", "resolved"))}
        assert set(own) in found
        assert not known or known in found


@every_language
def test_table_by_year(site: Site, held: dict[str, File], code: LanguageCode) -> None:
    """The tables of the home page, the timeline and the figures say how many outages and moves each year had."""
    sides = ((one[:4], file["outage"]["company"] if file["kind"] == "outage" else "") for one, file in held.items())
    counted = Counter(sides)
    years = sorted({file["when"]["started"][:4] for file in held.values()}, reverse=True)
    wanted = [[year, *(f"{counted[year, side]:,}" for side in ("meta", "x", ""))] for year in years]
    for path in ("", "years/", "figures/"):
        rows = [[text_of(cell).strip() for cell in row] for row in site.page(code, path).main.iter("tr")]
        assert wanted == [row for row in rows if re.fullmatch(r"\d{4}", row[0])], path


@every_language
def test_sentence_on_the_home_page(site: Site, held: dict[str, File], code: LanguageCode) -> None:
    """The home page says how many outages the two companies had."""
    outages = sum(file["kind"] == "outage" and file["outage"]["company"] in ("meta", "x") for file in held.values())
    assert re.search(rf"(?<!\d){outages:,}(?!\d)", text_of(site.page(code, "").main.findall(".//p")[0]))


@every_language
def test_counts_of_years(site: Site, held: dict[str, File], code: LanguageCode) -> None:
    """The timeline says of each year how many entries it has, and the year of each month."""
    own = language(code)
    years = Counter(file["when"]["started"][:4] for file in held.values())
    page = site.page(code, "years/")
    lines = [text_of(item).strip() for item in page.main.iter("li")]
    assert {f"{year}{own.counted('count.entries', count)}" for year, count in years.items()} <= set(lines)
    for year in years:
        text = text_of(site.page(code, f"years/{year}/").main)
        months = Counter(file["when"]["started"][:7] for file in held.values() if file["when"]["started"][:4] == year)
        wanted = Counter(own.counted("count.entries", count) for count in months.values())
        assert [] == [words for words, count in wanted.items() if text.count(words) < count], year


@every_language
def test_counts_of_subjects(site: Site, held: dict[str, File], code: LanguageCode) -> None:
    """The pages of people, companies and platforms count what they list, without the debunked."""
    for folder in ("people", "companies", "platforms"):
        for one, entries in getattr(site.chronicle, folder).items():
            listed = sum(entry.id in held for entry in entries)
            description = site.page(code, f"{folder}/{one}/").first("meta", name="description").get("content", "")
            assert language(code).counted("count.entries", listed) in description, one


@every_language
def test_axis(site: Site, held: dict[str, File], code: LanguageCode) -> None:
    """The axis counts the outages of either side and the moves, and gathers no debunked claim into a number."""
    page, own = site.page(code, ""), language(code)
    outages = Counter(file["outage"]["company"] for file in held.values() if file["kind"] == "outage")
    moves = sum(file["kind"] != "outage" for file in held.values())
    wanted = {
        own.counted("count.moves", moves),
        *(own.counted("count.outages", outages[side]) for side in ("meta", "x")),
    }
    svg = "{http://www.w3.org/2000/svg}"
    drawn = [drawing for drawing in page.main.iter(f"{svg}svg") if drawing.find(f".//{svg}tspan") is not None]
    assert 1 <= len(drawn)
    for drawing in drawn:
        assert wanted == {text_of(span) for span in drawing.iter(f"{svg}tspan")}
        gathered = sum(int(text_of(text)) for text in drawing.iter(f"{svg}text") if text.get("class") == "num")
        assert gathered <= moves
