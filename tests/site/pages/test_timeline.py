"""The timeline holds every entry once, tells the script what each is, counts right, and needs no script."""

import gzip
import json
from collections import Counter
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pytest

from tests import direct, hostile
from tests.built import Page, Site, parse, text_of
from timeline.chronicle.chronicle import Entry
from timeline.chronicle.eras import eras_of
from timeline.language import language
from timeline.values.bilingual import LANGUAGES, LanguageCode
from timeline.values.dates import Precision

every_language = pytest.mark.parametrize("code", LANGUAGES)

PATH = "timeline/"

# What a first visit may weigh on the wire without fonts, and the page alone.
HEAVIEST = 280_000
HEAVIEST_PAGE = 60_000

# A folder of lists for each of these; the subjects' entries are those of the chronicle.
FOLDERS = ("kinds", "tags", "people", "companies", "platforms")


def classed(element: ET.Element, name: str) -> Iterator[ET.Element]:
    """Yield the elements that have a class."""
    return (one for one in element.iter() if name in one.get("class", "").split())


def ids(element: ET.Element) -> list[str]:
    """Return the ids of the entries whose rows stand in an element, in order."""
    return [link.get("href", "").split("/")[-2] for link in classed(element, "title")]


# The eras of the site, as its settings say.
ERAS = [choice.era for choice in direct.settings().eras]


def met(entry: Entry) -> set[tuple[str, str]]:
    """Return the choices that an entry meets, as group and value."""
    event = entry.event
    several = {
        "company": entry.companies,
        "failed": entry.failed,
        "place": entry.places,
        "person": entry.people,
        "tag": event.tags,
        "era": eras_of(entry, ERAS),
        "country": event.outage.countries if event.outage else (),
    }
    pairs = {(group, one) for group, values in several.items() for one in values}
    return pairs | {("kind", event.kind), ("status", event.status)}


def boxes(page: Page) -> list[ET.Element]:
    """Return the page's choices, in order."""
    return list(page.all("input", type="checkbox"))


def numbers(page: Page) -> dict[tuple[str, str], int]:
    """Return the number beside each choice."""
    labels = [label for label in page.main.iter("label") if label.find("b") is not None]
    named = {(box.get("name", ""), box.get("value", "")): label for label in labels for box in label.findall("input")}
    return {one: int(text_of(label.findall("b")[0]).replace(",", "")) for one, label in named.items()}


@every_language
def test_every_entry_once_newest_first(site: Site, code: LanguageCode) -> None:
    """Every entry of the record stands on the page once, the newest first."""
    assert [entry.id for entry in reversed(site.chronicle.entries)] == ids(site.page(code, PATH).main)


@every_language
def test_years_and_months(site: Site, code: LanguageCode) -> None:
    """Every entry stands below the year and the month in which it began."""
    found = {
        one: (year.get("data-year"), text_of(year.findall("h2/a")[0]), (month.findall("h3")[0].text or "").strip())
        for year in classed(site.page(code, PATH).main, "of-year")
        for month in classed(year, "month")
        for one in ids(month)
    }
    own = language(code)
    assert len(site.chronicle.entries) == len(found)
    for entry in site.chronicle.entries:
        moment = entry.event.when.started
        month = own.month(moment.start) if moment.precision >= Precision.MONTH else own.word("year.unknown_month")
        assert (entry.year, entry.year, month) == found[entry.id]


@every_language
def test_counts_of_years_and_months(site: Site, code: LanguageCode) -> None:
    """Each year and each month says how many entries it has, without the debunked."""
    held, own = {entry.id for entry in site.chronicle.held}, language(code)
    for year in classed(site.page(code, PATH).main, "of-year"):
        of_year = own.counted("count.entries", len(held.intersection(ids(year))))
        assert own.word("timeline.of_year").format(entries=of_year) == text_of(year.findall("h2/span")[0])
        for month in classed(year, "month"):
            counted = own.counted("count.entries", len(held.intersection(ids(month))))
            assert counted == text_of(month.findall("h3/span")[0])


@every_language
def test_numbers_beside_choices(site: Site, code: LanguageCode) -> None:
    """Beside each choice stands how many entries meet it; the debunked are counted there and nowhere else."""
    wanted = Counter(one for entry in site.chronicle.held for one in met(entry))
    wanted["status", "debunked"] = len(site.chronicle.debunked)
    found = numbers(site.page(code, PATH))
    assert dict(wanted) == {one: number for one, number in found.items() if number}
    assert {one for entry in site.chronicle.entries for one in met(entry)} <= found.keys()


@every_language
def test_numbers_of_years(site: Site, code: LanguageCode) -> None:
    """Both ends of the stretch of years can be any year of the record, with its number of entries."""
    wanted = Counter(entry.year for entry in site.chronicle.held)
    shown = {year: f"{year} ({language(code).number(wanted[year])})" for year in site.chronicle.years}
    page = site.page(code, PATH)
    offered = page.first("datalist").get("id")
    assert {offered} == {page.first("input", name=name).get("list") for name in ("from", "to")}
    assert shown == {option.get("value"): text_of(option) for option in page.first("datalist").iter("option")}


@every_language
def test_debunked_are_shown_and_counted_apart(site: Site, code: LanguageCode) -> None:
    """Debunked claims stand on the page, and the count of entries names them apart."""
    page, own = site.page(code, PATH), language(code)
    assert {entry.id for entry in site.chronicle.debunked} <= set(ids(page.main))
    entries = own.counted("count.entries", len(site.chronicle.held))
    claims = own.counted("timeline.debunked", len(site.chronicle.debunked))
    said = own.word("timeline.and").format(entries=entries, debunked=claims)
    assert [said, said] == [
        text_of(next(classed(page.main, "count"))),
        text_of(next(page.all("p", role="status"))),
    ]


@every_language
def test_what_the_script_is_told(site: Site, code: LanguageCode) -> None:
    """The script is told of every row exactly the choices that its entry meets."""
    page = site.page(code, PATH)
    choices = [(box.get("name"), box.get("value")) for box in boxes(page)]
    told = json.loads(text_of(page.first("script", id="entries")))
    entries = list(reversed(site.chronicle.entries))
    assert [met(entry) for entry in entries] == [{choices[place] for place in places} for places in told]


@every_language
def test_full_view(site: Site, code: LanguageCode) -> None:
    """What the full view adds lies in a file of its own: the first fact of each entry and its number of sources."""
    details = json.loads((site.data / f"timeline/{code}.json").read_text("utf-8"))
    wanted = {
        entry.id: (len(entry.event.sources), entry.event.facts[0].in_language(code)) for entry in site.chronicle.entries
    }
    assert wanted == {one: (sources, "".join(runs)) for one, (sources, *runs) in details.items()}


@every_language
def test_lists_without_script(site: Site, code: LanguageCode) -> None:
    """Without script the page leads to lists by year, kind, company, platform, person and tag, and these to entries."""
    linked = site.page(code, PATH).linked
    assert {f"{code}/{folder}/" for folder in ("years", "kinds", "platforms", "people", "tags")} <= linked
    for folder in FOLDERS:
        index = site.page(code, "platforms/" if folder == "companies" else f"{folder}/")
        for one, entries in getattr(site.chronicle, folder).items():
            page = site.page(code, f"{folder}/{one}/")
            assert {page.path} <= index.linked
            assert sorted(entry.id for entry in entries) == sorted(ids(page.main)), page.path


@every_language
def test_from_events_to_lists(site: Site, code: LanguageCode) -> None:
    """The page of an event leads to the lists of its kind and of its tags; a debunked claim was no move of a kind."""
    for entry in site.chronicle.entries:
        kind = "debunked/" if entry.event.is_debunked else f"kinds/{entry.event.kind}/"
        wanted = {f"{code}/{kind}", *(f"{code}/tags/{tag}/" for tag in entry.event.tags)}
        assert wanted <= site.event(code, entry).linked


@every_language
def test_place_in_the_navigation(site: Site, code: LanguageCode) -> None:
    """The timeline is the first place, and the place of the years, kinds, tags and events."""
    year, kind = next(iter(site.chronicle.years)), next(iter(site.chronicle.kinds))
    paths = (PATH, "years/", f"years/{year}/", "kinds/", f"kinds/{kind}/", "tags/")
    pages = [*(site.page(code, path) for path in paths), site.event(code, site.chronicle.entries[0])]
    for page in pages:
        links = list(next(page.first("header").iter("nav")).iter("a"))
        assert [language(code).word("places.timeline")] == [text_of(a) for a in links if a.get("aria-current")]
        assert links[0].get("aria-current") is not None


@every_language
def test_weight(site: Site, code: LanguageCode) -> None:
    """The page and all that it loads, but for fonts, stay light on the wire."""
    assets, page = site.root / site.files / "site", site.page(code, PATH)
    names = ("styles/site.css", "styles/timeline.css", "scripts/site.js", "scripts/words.js", "scripts/timeline.js")
    files = [page.file, *(assets / name for name in names), *(assets / "scripts" / "timeline").glob("*.js")]
    weights = [len(gzip.compress(file.read_bytes(), 6)) for file in files]
    assert weights[0] < HEAVIEST_PAGE
    assert sum(weights) < HEAVIEST


@every_language
def test_small_record(code: LanguageCode) -> None:
    """A record without debunked claims says nothing of them, and an entry of an unknown month says so."""
    event = hostile.titled("plain")
    chronicle = direct.chronicle_of({"2024-03-05-one": event, "2023-two": {**event, "when": {"started": "2023"}}})
    main = next(page for page in direct.pages(chronicle, code) if page.path == PATH).body()
    tree, own = parse(main), language(code)
    assert own.counted("count.entries", 2) == text_of(next(classed(tree, "count")))
    assert own.word("year.unknown_month") in [(heading.text or "") for heading in tree.iter("h3")]
