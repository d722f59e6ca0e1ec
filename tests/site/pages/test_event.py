"""The page of an event holds what its file says, in both languages; files are read here by a plain YAML loader."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest

from tests.built import Page, Site, text_of
from tests.plain import File
from timeline.language import language
from timeline.values.bilingual import LANGUAGES

MONTHS = {
    "en": "January February March April May June July August September October November December",
    "ar": "يناير/كانون_الثاني فبراير/شباط مارس/آذار أبريل/نيسان مايو/أيار يونيو/حزيران يوليو/تموز أغسطس/آب "
    "سبتمبر/أيلول أكتوبر/تشرين_الأول نوفمبر/تشرين_الثاني ديسمبر/كانون_الأول",
}

RIGHT_TO_LEFT = {"ar", "fa", "he", "ur"}
QUOTATION_MARKS = "“”«»\u00a0 "

every_language = pytest.mark.parametrize("code", LANGUAGES)

Case = tuple[Page, File]


@pytest.fixture
def cases(site: Site, files: dict[str, File], code: str) -> list[Case]:
    """Every event's page in one language, with its file."""
    return [(site.event(code, one), file) for one, file in files.items()]


def plain(text: str) -> str:
    """Return a text with the line breaks of its file as spaces."""
    return " ".join(text.split())


def direction(lang: str) -> str:
    """Return the direction in which a language is written."""
    return "rtl" if lang.partition("-")[0] in RIGHT_TO_LEFT else "ltr"


def shown(page: Page) -> str:
    """Return all text of a page's own content, with its white space made even."""
    return plain(text_of(page.main))


def lacking(cases: list[Case], text_at: Any) -> list[tuple[str, str]]:
    """List the texts of files that their pages do not show."""
    return [(page.path, text) for page, file in cases for text in text_at(file) if plain(text) not in shown(page)]


def written(moment: str, code: str) -> str:
    """Write a date as the language's press does, as finely as it is known."""
    day = moment.rstrip("~?%").partition("T")[0].split("-")
    months = MONTHS[code].split()
    parts = [str(int(day[2]))] if len(day) > 2 else []
    parts += [months[int(day[1]) - 1].replace("_", " ")] if len(day) > 1 else []
    return " ".join([*parts, day[0]])


def sources_of(page: Page) -> dict[str, ET.Element]:
    """Return the entries of a page's list of sources by the fragment that leads to each."""
    return {f"#{item.get('id')}": item for item in page.main.iter("li") if item.get("id")}


def addresses(element: ET.Element) -> set[str]:
    """Return the addresses of sources and of their copies in an element, as a person would write them."""
    links = (a for a in element.iter("a") if a.get("class") != "look")
    return {unquote(a.get("href", "")) for a in links if "://" in a.get("href", "")}


def section(page: Page, one: str) -> ET.Element:
    """Return a section of a page; one that it has not is empty."""
    return next((element for element in page.main.iter("section") if element.get("id") == one), ET.Element("section"))


def holding(page: Page, text: str, name: str) -> list[ET.Element]:
    """List the elements of a name whose text begins with a text."""
    return [element for element in page.main.iter(name) if plain(text_of(element)).startswith(plain(text))]


def cited(page: Page, element: ET.Element) -> set[str]:
    """Return the addresses of the sources that an element names by their numbers."""
    named = sources_of(page)
    numbers = [a.get("href", "") for a in element.iter("a") if a.get("href", "") in named]
    return {address for number in numbers for address in addresses(named[number])}


def urls(file: File, keys: list[str]) -> set[str]:
    """Return the addresses of some of a file's sources."""
    return {unquote(file["sources"][key]["url"]) for key in keys}


@every_language
def test_title(cases: list[Case], code: str) -> None:
    """The title is the page's heading and its name in a browser."""
    for page, file in cases:
        title = plain(file["title"][code])
        assert title == plain(text_of(page.first("h1")))
        assert text_of(page.first("title")).startswith(title)


@every_language
def test_summary(cases: list[Case], code: str) -> None:
    """The summary is on the page and is what other sites show of it."""
    assert [] == lacking(cases, lambda file: [file["summary"][code]])
    descriptions = [page.first("meta", name="description").get("content") for page, _ in cases]
    assert [plain(file["summary"][code]) for _, file in cases] == descriptions


@every_language
def test_date(cases: list[Case], code: str) -> None:
    """The date stands under the title, no finer than it is known, marked for programs and with its doubt."""
    own = language(code)
    for page, file in cases:
        started = file["when"]["started"]
        header = page.main.find(".//header")
        assert header is not None
        stamps = [time.get("datetime", "") for time in header.iter("time")]
        said = plain(text_of(header))
        assert written(started, code) in said, page.path
        assert started.rstrip("~?%") in stamps or "T" in started, page.path
        minute = "T" in started
        assert (minute, minute) == (own.word("time.utc") in said, any("T" in stamp for stamp in stamps)), page.path
        if "~" in started:
            assert own.word("time.about" if minute else "date.approximate").replace("{date}", "").strip() in said


@every_language
def test_time_of_day(cases: list[Case], code: str) -> None:
    """A time of day is given in UTC, whatever zone its file is written in."""
    for page, file in cases:
        clock = file["when"]["started"].partition("T")[2].rstrip("~?%")
        if clock.endswith("Z"):
            assert clock.removesuffix("Z") in shown(page), (page.path, code)


@every_language
def test_duration(cases: list[Case], site: Site, code: str) -> None:
    """The length of an outage is on its page where both ends are known to the minute, and else said to be unknown."""
    own = language(code)
    for page, file in cases:
        if file["kind"] != "outage":
            continue
        duration = site.chronicle.by_id[page.path.split("/")[-2]].event.when.duration
        minutes = all("T" in file["when"].get(end, "") for end in ("started", "resolved"))
        assert minutes == (duration is not None)
        length = own.duration(duration) if duration else own.word("event.length_unknown")
        assert " ".join(length.split()) in shown(page), page.path


@every_language
def test_services_and_status(cases: list[Case], tables: dict[str, Any], code: str) -> None:
    """An outage names the services that failed; every event says its status and what the status means."""
    own = language(code)
    for page, file in cases:
        status = file["status"]
        wanted = [tables["platforms"][one]["name"][code] for one in file.get("outage", {}).get("services", [])]
        wanted += [own.word(f"status.{status}.name"), own.word(f"status.{status}.meaning")]
        assert [] == [word for word in wanted if word not in shown(page)], page.path


@every_language
def test_facts_with_sources(cases: list[Case], code: str) -> None:
    """Every fact is on the page, with links to the sources that it stands on and to no others."""
    for page, file in cases:
        for fact in file["facts"]:
            found = [cited(page, element) for element in holding(page, fact[code], "p")]
            wanted = urls(file, fact["sources"])
            archives = {unquote(s["archive"]) for s in file["sources"].values() if "archive" in s}
            assert [wanted] == [addresses - (archives - wanted) for addresses in found], (page.path, fact[code])


@every_language
def test_doubts(cases: list[Case], code: str) -> None:
    """What is in doubt is said, of an event and of a fact."""
    assert [] == lacking(cases, lambda file: [file["doubt"][code]] if "doubt" in file else [])
    assert [] == lacking(cases, lambda file: [fact["doubt"][code] for fact in file["facts"] if "doubt" in fact])


def quotations(page: Page) -> Iterator[tuple[str | None, str | None, str]]:
    """Yield the language, direction and text of each quotation, without its quotation marks."""
    for element in page.main.iter("blockquote"):
        yield element.get("lang"), element.get("dir"), plain(text_of(element)).strip(QUOTATION_MARKS)


@every_language
def test_quotes(cases: list[Case], code: str) -> None:
    """Words are quoted in their own language and direction; in the page's language too, marked as our translation."""
    own = language(code)
    said = [(page, one) for page, file in cases for key in ("quotes", "misattributed") for one in file.get(key, [])]
    assert 20 < len(said)
    for page, quote in said:
        found = list(quotations(page))
        wanted = (quote["lang"], direction(quote["lang"]), plain(quote["text"]).strip(QUOTATION_MARKS))
        assert wanted in found, page.path
        if code in quote.get("translation", {}):
            translation = plain(quote["translation"][code]).strip(QUOTATION_MARKS)
            assert (code, own.direction, translation) in found, page.path
            assert own.word("event.translation") in shown(page)


@every_language
def test_speakers(cases: list[Case], tables: dict[str, Any], code: str) -> None:
    """Words are ascribed to the one who said them, with their source."""
    actors = tables["people"] | tables["companies"]
    for page, file in cases:
        captions = list(page.main.iter("figcaption"))
        for quote in file.get("quotes", []):
            name = actors[quote["speaker"]]["name"][code]
            wanted = urls(file, [quote["source"]])
            assert any(name in text_of(one) and wanted <= cited(page, one) for one in captions), page.path


@every_language
def test_answers_both_ways(cases: list[Case], site: Site, code: str) -> None:
    """What an event answers is linked from its page, and the event from the page of what it answers."""
    pairs = [(page, file_relation) for page, file in cases for file_relation in file.get("relations", [])]
    assert 20 < len(pairs)
    for page, relation in pairs:
        target = site.event(code, site.chronicle.moved.get(relation["event"], relation["event"]))
        assert (True, True) == (target.path in page.linked, page.path in target.linked), (page.path, relation)


@every_language
def test_sources(cases: list[Case], tables: dict[str, Any], code: str) -> None:
    """Every source is listed with its publisher, its language, its date and, where there is one, its archived copy."""
    own = language(code)
    for page, file in cases:
        items = {frozenset(addresses(item)): plain(text_of(item)) for item in sources_of(page).values()}
        assert len(file["sources"]) == len(items), page.path
        for source in file["sources"].values():
            item = items[frozenset(unquote(source[key]) for key in ("url", "archive") if key in source)]
            wanted = [tables["publishers"][source["publisher"]]["name"][code], own.language_name(source["lang"])]
            wanted += [written(source["published"], code)] if "published" in source else []
            wanted += [tables["publishers"][source["via"]]["name"][code]] if "via" in source else []
            wanted += [plain(source["headline"])] if "headline" in source else []
            if "description" in source and "headline" not in source:
                wanted.append(plain(source["description"][code]))
            assert [] == [word for word in wanted if plain(word) not in item], page.path


@every_language
def test_headlines_in_their_language(cases: list[Case], code: str) -> None:
    """A headline is marked with the language and the direction that it is written in."""
    for page, file in cases:
        marked = {plain(text_of(cite)): (cite.get("lang"), cite.get("dir")) for cite in page.main.iter("cite")}
        for source in file["sources"].values():
            if "headline" in source:
                wanted = (source["lang"], direction(source["lang"]))
                assert wanted == marked[plain(source["headline"])], (page.path, code)


@every_language
def test_figures_of_reports(cases: list[Case], tables: dict[str, Any], code: str) -> None:
    """A number of reports stands in a line with its service and its source, and with its tracker if there are two."""
    for page, file in cases:
        lines = [(plain(text_of(line)), cited(page, line)) for line in page.main.iter("tr")]
        reports = file.get("outage", {}).get("reports", [])
        trackers = {tables["publishers"][report["tracker"]]["name"][code] for report in reports}
        assert [] == [tracker for tracker in trackers if tracker not in text_of(section(page, "reports"))]
        for report in reports:
            service = tables["platforms"][report["service"]]["name"][code]
            tracker = tables["publishers"][report["tracker"]]["name"][code]
            wanted = (service, tracker if len(trackers) > 1 else "", f"{int(report['count']):,}")
            url = urls(file, [report["source"]])
            assert any(all(one in text for one in wanted) and url <= to for text, to in lines), (page.path, report)


@every_language
def test_figures_once(cases: list[Case], code: str) -> None:
    """A figure that is drawn stands in a folded table, any other one in a table that is open; none stands in two."""
    both = 0
    for page, file in cases:
        reports = file.get("outage", {}).get("reports", [])
        folds = section(page, "reports").iter("details")
        folded = [line for fold in folds for line in fold.iter("td") if line.get("class") == "num"]
        counts: dict[tuple[str, str, str], set[int]] = {}
        for one in reports:
            counts.setdefault((one["service"], one["measure"], one["tracker"]), set()).add(one["count"])
        drawn = sum(len(said) for said in counts.values() if len(said) > 1)
        lines = [line for line in page.main.iter("td") if line.get("class") == "num"]
        assert (drawn, len(reports)) == (len(folded), len(lines)), page.path
        both += 0 < drawn < len(reports)
    assert 0 < both


@every_language
def test_answered_first(cases: list[Case], code: str) -> None:
    """The page of an outage that was answered tells the exchange before all else; a move's tells what happened."""
    seen = set()
    for page, file in cases:
        order = [one.get("id") for one in page.main.iter("section") if one.get("id") in ("thread", "what")]
        if "thread" in order:
            assert ("thread" if file["kind"] == "outage" else "what") == order[0], page.path
            seen.add(file["kind"] == "outage")
    assert {True, False} == seen


@every_language
def test_folded_facts(cases: list[Case], code: str) -> None:
    """Facts after the fourth are folded, and it is said how many these are; a fold of one would save nothing."""
    folds = 0
    for page, file in cases:
        facts = [plain(text_of(p)) for p in section(page, "what").iter("p") if p.get("class") == "fact"]
        fold = section(page, "what").find("details")
        folded = [p for p in fold.iter("p") if p.get("class") == "fact"] if fold is not None else []
        rest = len(file["facts"]) - 4
        assert (len(file["facts"]), max(rest, 0) if rest != 1 else 0) == (len(facts), len(folded)), page.path
        if fold is not None:
            folds += 1
            assert language(code).counted("event.more_facts", rest) in text_of(fold)
    assert 0 < folds


@every_language
def test_way_through(cases: list[Case], code: str) -> None:
    """A long page has links to its sections, by the words and in the order of their headings; a short one has none."""
    ways = [(page, nav) for page, _ in cases for nav in page.main.iter("nav") if nav.get("class") == "on-page"]
    assert 0 < len(ways) < len(cases) / 4
    for page, nav in ways:
        headings = [
            (f"#{one.get('id')}", plain(text_of(heading)))
            for one in page.main.iter("section")
            if one.get("id") and (heading := one.find("h2")) is not None
        ]
        assert headings == [(a.get("href"), plain(text_of(a))) for a in nav.iter("a")], page.path


@every_language
def test_lists(site: Site, code: str) -> None:
    """Every event is on the page of its year and on those of the people, companies and platforms that took part."""
    chronicle = site.chronicle
    for folder in ("years", "people", "companies", "platforms"):
        for one, entries in getattr(chronicle, folder).items():
            linked = site.page(code, f"{folder}/{one}/").linked
            assert [] == [entry.id for entry in entries if f"{code}/events/{entry.id}/" not in linked], (folder, one)


def test_day_of_the_week(site: Site) -> None:
    """The ninth of April 2024 was a Tuesday."""
    assert 1 == date(2024, 4, 9).weekday()
    days = {"en": "Tuesday 9 April 2024", "ar": "الثلاثاء 9 أبريل/نيسان 2024"}
    for code, day in days.items():
        assert day in shown(site.event(code, "2024-04-09-lumora-login-outage"))


def test_length_in_words(site: Site) -> None:
    """Two hours and nineteen minutes, about."""
    lengths = {"en": "about 2 h 19 min", "ar": "نحو ساعتين و19 دقيقة"}
    for code, length in lengths.items():
        assert length in shown(site.event(code, "2024-04-09-lumora-login-outage"))
