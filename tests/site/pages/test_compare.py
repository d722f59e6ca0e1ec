"""Comparisons answer with the numbers of the figures, on pages of their own and in what the script reads."""

import json
from xml.etree import ElementTree as ET

import pytest

from tests.built import Page, Site, text_of
from tests.direct import settings
from timeline.chronicle import figures
from timeline.chronicle.comparing import comparable
from timeline.language import language
from timeline.site.parts.hours import hours
from timeline.values.bilingual import LANGUAGES, LanguageCode
from timeline.values.dates import Duration

every_language = pytest.mark.parametrize("code", LANGUAGES)

COMPANIES = "compare/lumora--quillby/"
OUTAGES = "compare/2021-10-11-lumora-route-outage--2024-04-09-lumora-login-outage/"


def rows(page: Page) -> list[list[ET.Element]]:
    """Return the answers of a pair's page, those to one question together."""
    asked = (one for one in page.main.iter("div") if one.get("class") == "asked")
    return [[answer for answer in row if answer.tag == "p"] for row in asked]


def shown(answer: ET.Element) -> str:
    """Return what an answer shows first."""
    return text_of(next(answer.iter("b"))).strip()


@every_language
def test_same_as_figures(site: Site, code: LanguageCode) -> None:
    """Two companies side by side have the numbers of the figures: how many, how long together, and the medians."""
    own = language(code)
    for place, company in enumerate(("lumora", "quillby")):
        found = figures.outages(site.chronicle, company)
        answers = [shown(row[place]) for row in rows(site.page(code, COMPANIES))]
        assert own.number(found.all.value) == answers[0]
        assert hours(found.total_minutes, own) == answers[2]
        for figure, answer in ((found.median_minutes, answers[3]), (found.median_to_acknowledge, answers[5])):
            assert figure is not None
            assert own.duration(Duration(round(figure.value), figure.exact)) == answer


@every_language
def test_same_on_the_page_of_figures(site: Site, code: LanguageCode) -> None:
    """What two companies are compared by stands on the page of figures too."""
    text = text_of(site.page(code, "figures/").main)
    answers = rows(site.page(code, COMPANIES))
    assert [] == [shown(one) for number in (0, 2, 3, 5) for one in answers[number] if shown(one) not in text]


@every_language
def test_by_year(site: Site, code: LanguageCode) -> None:
    """By year stands how many outages either had; together they are all."""
    page, own = site.page(code, COMPANIES), language(code)
    numbers = [[0, 0], [0, 0]]
    for row in page.first("section", id="years").iter("tr"):
        for place, cell in enumerate(row.iter("td")):
            number = next(cell.iter("b"), None)
            numbers[place][0] += int(text_of(number)) if number is not None else 0
    wanted = [own.number(figures.outages(site.chronicle, one).all.value) for one in ("lumora", "quillby")]
    assert wanted == [own.number(number) for number, _ in numbers]


@every_language
def test_courses(site: Site, code: LanguageCode) -> None:
    """Two outages lie over one another from minute 0, twice drawn, with as many moments as the lists have."""
    page = site.page(code, OUTAGES)
    lists = [[item for item in one if item.tag == "li"] for one in page.main.iter("ol")]
    drawings = [svg for svg in page.main.iter() if "course-wide" in svg.get("class", "").split()]
    numbers = [text_of(one) for svg in drawings for one in svg.iter() if one.get("class") == "num"]
    assert (2, 1) == (len(lists), len(drawings))
    assert [str(n) for moments in lists for n in range(1, len(moments) + 1)] == numbers
    assert [] == [item for moments in lists for item in moments if not list(item.iter("a"))]


@every_language
def test_everything_can_be_compared(site: Site, code: LanguageCode) -> None:
    """The script reads the answers of all that can be compared, and the pages of pairs say the same."""
    columns = json.loads((site.data / "compare" / f"{code}.json").read_bytes())["columns"]
    found = comparable(site.chronicle, [choice.era for choice in settings().eras])
    assert list(found) == [column["key"] for column in columns]
    for pair in settings().pairs:
        answers = rows(site.page(code, f"compare/{pair.first}--{pair.second}/"))
        for place, key in enumerate(pair.keys):
            column = next(column for column in columns if column["key"] == key)
            assert [answer["shown"] for answer in column["answers"]] == [shown(row[place]) for row in answers]


@every_language
def test_tables_without_script(site: Site, code: LanguageCode) -> None:
    """Without script one page has all companies, platforms and eras as tables, and leads to the pairs."""
    page = site.page(code, "compare/")
    found = comparable(site.chronicle, [choice.era for choice in settings().eras])
    wanted = {one.key.replace("/", "-") for one in found.values() if one.sort != "outage"}
    assert wanted <= set(page.ids)
    assert {f"{code}/{COMPANIES}", f"{code}/{OUTAGES}"} <= page.linked
