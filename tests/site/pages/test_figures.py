"""Figures on the site are counted from the events' files, and what was debunked is in none of them."""

import csv
import io
import math
import re
from collections import Counter
from datetime import datetime
from itertools import pairwise
from statistics import median
from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import pytest

from tests.built import Page, Site, below, text_of
from tests.plain import File
from timeline.language import language
from timeline.values.bilingual import LANGUAGES, LanguageCode

every_language = pytest.mark.parametrize("code", LANGUAGES)

Outages = dict[str, dict[str, File]]

SIDES = ("lumora", "quillby")
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="session")
def held(files: dict[str, File]) -> dict[str, File]:
    """The events that the record holds to have happened."""
    return {one: file for one, file in files.items() if file["status"] != "debunked"}


@pytest.fixture(scope="session")
def debunked(files: dict[str, File]) -> set[str]:
    """The ids of the claims that were shown to be false."""
    return {one for one, file in files.items() if file["status"] == "debunked"}


def plain(text: str) -> str:
    """Return a text with its white space made even."""
    return " ".join(text.split())


def events(page: Page, element: ET.Element) -> set[str]:
    """Return the ids of the events that an element links."""
    linked = (below(urljoin(page.address, a.get("href", ""))).split("/") for a in element.iter("a"))
    return {parts[2] for parts in linked if parts[1] == "events"}


def section(page: Page, name: str) -> ET.Element:
    """Return a section of the page of figures."""
    return page.first("section", id=name)


def figures(site: Site, code: str, within: ET.Element | None = None) -> list[tuple[str, set[str]]]:
    """Return each figure of the page of figures with the events behind it, in place or on a page of their own."""
    page = site.page(code, "figures/")
    found = []
    for cell in (page.main if within is None else within).iter("td"):
        for figure in cell:
            shown = next(figure.iter("summary"), next(figure.iter("a"), figure))
            own = [site.pages[path] for path in links(page, figure) if path.startswith(f"{code}/figures/")]
            listed = events(own[0], own[0].main) if own else events(page, figure)
            found.append((text_of(shown).strip(), listed))
    return found


def figure(site: Site, code: str, name: str) -> tuple[str, set[str]]:
    """Return one figure by its id."""
    page = site.page(code, "figures/")
    found = next(one for one in page.main.iter("div") if one.get("id") == name)
    cell = ET.Element("table")
    ET.SubElement(cell, "td").append(found)
    return figures(site, code, cell)[0]


def number(text: str) -> int | None:
    """Read a number that stands alone."""
    return int(text.replace(",", "")) if re.fullmatch(r"[\d,]+", text) else None


def minutes(file: File, end: str = "resolved") -> int | None:
    """Return the minutes from a file's start to another of its times, where both are known to the minute."""
    times = [file["when"].get(key, "") for key in ("started", end)]
    if not all("T" in time for time in times):
        return None
    first, last = (datetime.fromisoformat(time.rstrip("~?%")) for time in times)
    return int((last - first).total_seconds()) // 60


def links(page: Page, element: ET.Element) -> set[str]:
    """Return the addresses below the site's root that an element links."""
    return {below(urljoin(page.address, a.get("href", ""))) for a in element.iter("a")}


@pytest.fixture(scope="session")
def outages(held: dict[str, File]) -> Outages:
    """The outages of each company that has a lane."""
    return {
        side: {one: f for one, f in held.items() if f["kind"] == "outage" and f["outage"]["company"] == side}
        for side in SIDES
    }


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
    pages = [page for path, page in site.pages.items() if path.startswith(f"{code}/figures/")]
    assert 2 == len(pages)
    assert set() == debunked & {one for page in pages for one in events(page, page.main)}


@every_language
def test_numbers_are_their_lists(site: Site, code: LanguageCode) -> None:
    """A number on the page of figures is the length of the list behind it."""
    counted = [(value, len(found)) for shown, found in figures(site, code) if (value := number(shown)) is not None]
    assert 50 < len(counted)
    assert [] == [pair for pair in counted if pair[0] != pair[1]]


@every_language
def test_no_figure_without_events(site: Site, code: LanguageCode) -> None:
    """Whatever a table states has the events behind it; where there are none, words say so, and never a nought."""
    page, none = site.page(code, "figures/"), language(code).word("charts.none_found")
    rows = [(row, [figure for cell in row.iter("td") for figure in cell]) for row in page.main.iter("tr")]
    stated = [(row, text_of(one).strip()) for row, cells in rows for one in cells if next(one.iter("a"), None) is None]
    assert none in {shown for _, shown in stated}
    assert [] == [shown for row, shown in stated if shown not in (none, "–") and not events(page, row)]
    assert [] == [text for _, text in stated if text == "0"]


@every_language
def test_counts_by_kind(site: Site, held: dict[str, File], code: LanguageCode) -> None:
    """There is a list for each kind and for each status, and together they hold every event once."""
    found = [events for _, events in figures(site, code)]
    for key in ("kind", "status"):
        for value in {file[key] for file in held.values()}:
            assert {one for one, file in held.items() if file[key] == value} in found, value


@every_language
@pytest.mark.parametrize("side", SIDES)
def test_outages_by_year(site: Site, outages: Outages, code: LanguageCode, side: str) -> None:
    """Every outage of either side is counted in the year in which it began, and all of them together."""
    for year in {one[:4] for one in outages[side]}:
        wanted = {one for one, file in outages[side].items() if file["when"]["started"].startswith(year)}
        assert (f"{len(wanted)}", wanted) == figure(site, code, f"by-year-{year}-{side}")
    assert (f"{len(outages[side])}", set(outages[side])) == figure(site, code, f"outages-{side}")


@every_language
@pytest.mark.parametrize("side", SIDES)
def test_time_down(site: Site, outages: Outages, code: LanguageCode, side: str) -> None:
    """Known lengths are added up by company and by year; outages without one are counted beside the sum."""
    own = language(code)
    lengths = {one: length for one, file in outages[side].items() if (length := minutes(file)) is not None}
    shown, listed = figure(site, code, f"resolve-known-{side}")
    assert set(lengths) == listed
    total = sum(lengths.values())
    for unit, count in zip(("hour", "minute"), divmod(total, 60), strict=True):
        assert not count or own.counted(f"duration.governed.{unit}", count) in shown
    unknown = set(outages[side]) - set(lengths)
    assert (f"{len(unknown)}", unknown) == figure(site, code, f"resolve-unknown-{side}")
    for year in {one[:4] for one in lengths}:
        assert {one for one in lengths if one.startswith(year)} == figure(site, code, f"down-{year}-{side}")[1], year


@every_language
@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize(("name", "end"), [("resolve", "resolved"), ("acknowledge", "acknowledged")])
def test_spreads(site: Site, outages: Outages, code: LanguageCode, side: str, name: str, end: str) -> None:
    """The ranges of a table hold every known length once; the rest is counted by what is missing."""
    lengths = {one: length for one, file in outages[side].items() if (length := minutes(file, end)) is not None}
    bounds = (0, 30, 60, 120, 240, 720, math.inf)
    for low, high in pairwise(bounds):
        wanted = {one for one, length in lengths.items() if low <= length < high}
        if wanted:
            assert (f"{len(wanted)}", wanted) == figure(site, code, f"{name}-from-{low}-{side}")
    found = figures(site, code, section(site.page(code, "figures/"), name))
    shown = [text for text, listed in found if listed == set(lengths)]
    assert language(code).minutes(median(lengths.values()), governed=True) in shown[-1]


@pytest.fixture(scope="session")
def mocked(tables: dict[str, Any], held: dict[str, File]) -> dict[str, dict[str, File]]:
    """The jabs of the other side at each outage that was mocked."""
    sides = {one: person.get("company") for one, person in tables["people"].items()} | dict(
        zip(SIDES, SIDES, strict=True)
    )
    found: dict[str, dict[str, File]] = {}
    for one, jab in ((one, file) for one, file in held.items() if file["kind"] == "jab"):
        makers = {sides.get(who) for who in jab["move"]["by"]}
        for relation in jab.get("relations", ()):
            down = held[relation["event"]].get("outage", {}).get("company")
            if relation["type"] == "responds-to" and down in SIDES and makers & ({*SIDES} - {down}):
                found.setdefault(relation["event"], {})[one] = jab
    return found


@every_language
def test_time_to_mock(
    site: Site, held: dict[str, File], mocked: dict[str, dict[str, File]], code: LanguageCode
) -> None:
    """From an outage to the first jab at it there is a time where both minutes are known, else there is a day."""
    page, own = site.page(code, "figures/"), language(code)
    rows = [row for row in section(page, "mock").iter("tr") if len(row) == 3 and events(page, row)]
    assert [*sorted(mocked, reverse=True)] == [one for row in rows for one in events(page, row[0])]
    assert 3 <= len(rows)
    for row in rows:
        (outage,) = events(page, row[0])
        ends = {
            jab: {"when": held[outage]["when"] | {"jab": file["when"]["started"]}}
            for jab, file in mocked[outage].items()
        }
        waits = {jab: wait for jab, file in ends.items() if (wait := minutes(file, "jab")) is not None}
        shown, listed = text_of(row[2]).strip(), events(page, row[1])
        assert listed <= mocked[outage].keys()
        if waits:
            first = min(waits, key=waits.__getitem__)
            assert first in listed
            assert own.minutes(waits[first], governed="~" in str(ends[first])) in shown
        else:
            assert own.word("charts.mock.same_day") == shown


@every_language
def test_never_mocked(site: Site, mocked: dict[str, dict[str, File]], outages: Outages, code: LanguageCode) -> None:
    """Of a side whose outages the rival never mocked the pages say that nothing was found."""
    rows = [row for row in section(site.page(code, "figures/"), "mock").iter("tr") if len(row) == 4]
    found = [shown for row in rows[1:] for shown, _ in figures(site, code, row)[1:2]]
    numbers = [sum(one in outages[side] for one in mocked) for side in SIDES]
    assert [str(n) if n else language(code).word("charts.none_found") for n in numbers] == found


@every_language
def test_mockery_on_the_home_page(site: Site, mocked: dict[str, dict[str, File]], code: LanguageCode) -> None:
    """Behind the home page's first line stand the outages that were mocked, a jab at each, and how it is counted."""
    page = site.page(code, "")
    told = next(one for one in page.main.iter("details") if f"{code}/figures/#mock" in links(page, one))
    jabs = events(page, told) - mocked.keys()
    assert mocked.keys() <= events(page, told)
    assert jabs <= {jab for jabs in mocked.values() for jab in jabs}
    assert len(mocked) == len(jabs)


@every_language
def test_eras(site: Site, outages: Outages, code: LanguageCode) -> None:
    """Each era of a side has the outages that began in it, and all of them together are those of the side."""
    found = figures(site, code, section(site.page(code, "figures/"), "eras"))
    counted = [(number, set(events)) for number, events in found if events]
    quill = {one for one, file in outages["quillby"].items() if file["when"]["started"] >= "2022-12-03"}
    assert (str(len(quill)), quill) in [(number, events) for number, events in counted]
    assert {one for side in SIDES for one in outages[side]} == {one for _, events in counted for one in events}


@every_language
def test_hours_beside_numbers(site: Site, outages: Outages, code: LanguageCode) -> None:
    """Beside the number of a year's outages stands how long they lasted together, where that is known."""
    drawing = chart(site.page(code, "figures/"), "by-year", "wide")
    labels = [text_of(one) for one in drawing.iter(f"{SVG}text") if one.get("class") in ("strong", "soft")]
    years = {(side, file["when"]["started"][:4]) for side in SIDES for file in outages[side].values() if minutes(file)}
    assert len(years) == sum(" · " in label for label in labels)


@every_language
def test_who_was_mocked_where(site: Site, held: dict[str, File], code: LanguageCode) -> None:
    """Every jab is counted once by who made it and whose platform it was made on."""
    found = figures(site, code, section(site.page(code, "figures/"), "stage"))
    listed = [one for _, events in found for one in events]
    assert {one for one, file in held.items() if file["kind"] == "jab"} == set(listed)
    assert len(listed) == len(set(listed))


def chart(page: Page, name: str, size: str) -> ET.Element:
    """Return one drawing of a chart."""
    return next(one for one in section(page, name).iter(f"{SVG}svg") if one.get("class") == f"drawing chart-{size}")


@every_language
@pytest.mark.parametrize("size", ["wide", "narrow"])
def test_boxes_are_outages(site: Site, outages: Outages, code: LanguageCode, size: str) -> None:
    """The chart of years has a box for every outage, dashed where its length is unknown."""
    drawing = chart(site.page(code, "figures/"), "by-year", size)
    boxes = Counter(box.get("class") for box in drawing.iter(f"{SVG}rect"))
    known = {side: sum(minutes(file) is not None for file in outages[side].values()) for side in SIDES}
    unknown = sum(len(outages[side]) - known[side] for side in SIDES)
    assert {"solid": known["lumora"], "striped": known["quillby"], "unknown": unknown} == boxes


@every_language
def test_links_of_charts(site: Site, outages: Outages, mocked: dict[str, dict[str, File]], code: LanguageCode) -> None:
    """The marks of a large chart lead to the events that they stand for, and its numbers to the lists behind them."""
    page = site.page(code, "figures/")
    drawings = {name: chart(page, name, "wide") for name in ("by-year", "resolve", "mock", "stage")}
    found = {name: linked(page, drawing) for name, drawing in drawings.items()}
    every = {one: file for side in SIDES for one, file in outages[side].items()}
    assert set(every) == found["by-year"]
    assert {one for one, file in every.items() if minutes(file) is not None} == found["resolve"]
    assert found["mock"] <= {jab for jabs in mocked.values() for jab in jabs}
    assert len(found["stage"]) == sum(len(listed) for _, listed in figures(site, code, section(page, "stage")))


def linked(page: Page, drawing: ET.Element) -> set[str]:
    """Return the ids of the events that a drawing links."""
    paths = (below(urljoin(page.address, a.get("href", ""))).split("/") for a in drawing.iter(f"{SVG}a"))
    return {parts[2] for parts in paths if parts[1] == "events"}


@pytest.mark.parametrize("size", ["wide", "narrow"])
def test_charts_are_mirrored(site: Site, size: str) -> None:
    """Every box lies in Arabic as far from the right as it lies in English from the left."""
    both = [chart(site.page(code, "figures/"), "by-year", size) for code in ("en", "ar")]
    width = float(both[0].get("width", ""))
    left, right = (
        [[float(box.get(key, "")) for key in ("x", "width", "y")] for box in one.iter(f"{SVG}rect")] for one in both
    )
    assert 8 < len(left)
    assert left == [pytest.approx([width - x - w, w, y], abs=0.11) for x, w, y in right]


@every_language
def test_table_by_year(site: Site, held: dict[str, File], code: LanguageCode) -> None:
    """The tables of the home page and of the years say how many outages and moves each year had."""
    sides = ((one[:4], file["outage"]["company"] if file["kind"] == "outage" else "") for one, file in held.items())
    counted = Counter(sides)
    years = sorted({file["when"]["started"][:4] for file in held.values()}, reverse=True)
    wanted = [[year, *(f"{counted[year, side]:,}" for side in (*SIDES, ""))] for year in years]
    for path in ("", "years/"):
        rows = [[text_of(cell).strip() for cell in row] for row in site.page(code, path).main.iter("tr")]
        assert wanted == [row for row in rows if re.fullmatch(r"\d{4}", row[0])], path


@every_language
def test_sentence_on_the_home_page(site: Site, held: dict[str, File], code: LanguageCode) -> None:
    """The home page says how many outages each of the two companies had."""
    outages = Counter(file["outage"]["company"] for file in held.values() if file["kind"] == "outage")
    said = text_of(site.page(code, "").main.findall(".//p")[0])
    assert [] == [side for side in SIDES if language(code).counted("count.times", outages[side]) not in said]


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
        *(own.counted("count.outages", outages[side]) for side in SIDES),
    }
    svg = "{http://www.w3.org/2000/svg}"
    drawn = [drawing for drawing in page.main.iter(f"{svg}svg") if " axis-" in drawing.get("class", "")]
    assert 3 == len(drawn)
    for drawing in drawn:
        said = {text_of(text) for text in drawing.iter(f"{svg}text")}
        assert wanted <= said or drawing.get("class", "").endswith("-narrow")
        gathered = sum(int(text_of(text)) for text in drawing.iter(f"{svg}text") if text.get("class") == "num")
        assert gathered <= moves


@every_language
def test_tables_to_take_away(site: Site, code: LanguageCode) -> None:
    """Each section has a table (CSV) that a reader saves, with every figure that stands on the page."""
    page = site.page(code, "figures/")
    linked = [link.address for link in page.links if link.address.endswith(".csv")]
    sections = [one for one in page.main.iter("section") if one.get("id")]
    assert [f"{page.address}{one.get('id')}.csv" for one in sections] == linked
    for address, section in zip(linked, sections, strict=True):
        rows = list(csv.DictReader(io.StringIO((site.root / below(address)).read_text("utf-8-sig"))))
        assert ["group", "name", "column", "value"] == list(rows[0])
        names = [plain(text_of(one)) for one in section.iter("th") if one.get("scope") == "row"]
        assert [] == [row["name"] for row in rows if not any(plain(row["name"]) in one for one in names)]
        assert sum(1 for one in section.iter("td")) == len(rows)


def cells(site: Site, code: str, name: str) -> dict[str, list[set[str]]]:
    """Return the events behind each cell of a section's table, by the name of its row."""
    page = site.page(code, "figures/")
    found: dict[str, list[set[str]]] = {}
    for row in section(page, name).iter("tr"):
        head = next(row.iter("th"))
        if row.find("td") is not None:
            found[text_of(head).strip()] = [listed for _, listed in figures(site, code, wrapped(row))]
    return found


def wrapped(row: ET.Element) -> ET.Element:
    """Return a row as a table of its own."""
    table = ET.Element("table")
    table.append(row)
    return table


@every_language
def test_by_hour(site: Site, outages: Outages, code: LanguageCode) -> None:
    """Outages of a known minute are counted by the hour in UTC in which they began, of either side."""
    found = cells(site, code, "hour")
    assert [f"{hour:02}:00" for hour in range(24)] == list(found)
    for place, side in enumerate(SIDES):
        starts = {one: file["when"]["started"] for one, file in outages[side].items()}
        for hour, listed in found.items():
            assert {one for one, start in starts.items() if f"T{hour[:2]}" in start} == listed[place], hour


@every_language
def test_by_weekday(site: Site, outages: Outages, code: LanguageCode) -> None:
    """Outages of a known day are counted by the day of the week, which begins with Monday."""
    listed = list(cells(site, code, "weekday").values())
    assert 7 == len(listed)
    for place, side in enumerate(SIDES):
        for one, file in outages[side].items():
            day = file["when"]["started"].rstrip("~?%")[:10]
            there = [number for number, row in enumerate(listed) if one in row[place]]
            assert ([datetime.fromisoformat(day).weekday()] if len(day) == 10 else []) == there, one


@every_language
def test_causes(site: Site, outages: Outages, code: LanguageCode) -> None:
    """By who answers for a cause every outage is counted once; of what has none the cause is unknown."""
    found, own = cells(site, code, "causes"), language(code)
    for place, side in enumerate(SIDES):
        for status in ("established", "stated", "alleged", "unknown"):
            wanted = {
                one
                for one, file in outages[side].items()
                if status == file["outage"].get("cause", {}).get("status", "unknown")
            }
            assert wanted == found[own.word(f"charts.causes.{status}")][place], status


@every_language
def test_exchanges(site: Site, code: LanguageCode) -> None:
    """The jabs of each side by year are, together, those that are counted by platform."""
    by_year = [set().union(*column) for column in zip(*cells(site, code, "exchanges").values(), strict=True)]
    by_place = [set().union(*column) for column in zip(*cells(site, code, "stage").values(), strict=True)]
    assert by_place == by_year
    assert by_year[0] | by_year[1]


def test_every_jab_is_timed(site: Site, held: dict[str, File]) -> None:
    """Each jab at an outage whose minute is known is timed, and not only the first one."""
    rows = cells(site, "en", "jabs")
    timed = set().union(*(one for name, row in rows.items() for one in row if name != "minute unknown"))
    assert {"2024-04-09-quill-we-know-why", "2024-04-09-vance-engines-are-running"} <= timed
    assert timed <= held.keys()


@every_language
def test_calendar(site: Site, held: dict[str, File], code: LanguageCode) -> None:
    """The calendar has a square for each day that is known for certain, which opens the day; newest years first."""
    page = site.page(code, "figures/")
    (wide,) = (svg for svg in page.main.iter() if "calendar-wide" in svg.get("class", "").split())
    days = [file["when"]["started"] for file in held.values() if "?" not in file["when"]["started"]]
    wanted = {day[:10] for day in days if len(day.rstrip("~%")) > 7}
    squares = [link.get("href", "") for link in wide.iter() if link.tag.endswith("a") and link.get("href")]
    assert sorted(f"../on-this-day/#d-{day[5:]}" for day in wanted) == sorted(squares)
    years = [text_of(one) for one in wide.iter() if one.tag.endswith("text")]
    assert sorted({day[:4] for day in wanted}, reverse=True) == years
