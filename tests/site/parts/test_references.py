"""References are read back by programs that read nothing else, in every form and character for character."""

import io
import json
import re
import warnings
from collections.abc import Iterable
from xml.etree import ElementTree as ET

import pytest
import rispy
from pybtex.database import Entry as Cited
from pybtex.database.input.bibtex import Parser

from tests import hostile
from tests.built import ADDRESS, Site, parse, text_of
from timeline.language import language
from timeline.site.parts.html import environment
from timeline.site.parts.references import Reference
from timeline.values.bilingual import LANGUAGES, LanguageCode

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # its style sheets are newer than its schema
    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
    from citeproc.source.json import CiteProcJSON

every_language = pytest.mark.parametrize("code", LANGUAGES)

ODD = ["{", "}}{", "\\", "100 % of $5_a & #b ~ ^", '"quoted" \\" end\\', "é “—” ى", "a: b, c = {d}", "@misc{x, y}"]
# What TeX has words for.
WORDS = {r"\textbraceleft{}": "{", r"\textbraceright{}": "}", r"\textbackslash{}": "\\"}
WORDS |= {r"\textasciitilde{}": "~", r"\textasciicircum{}": "^"}


def forms(html: ET.Element) -> list[str]:
    """Return what stands in the boxes of a reference: BibTeX, RIS and CSL-JSON."""
    boxes = [box for box in html.iter() if box.get("class") == "forms"]
    return [text_of(code) for box in boxes for code in box.iter("code")]


def written(title: str, code: LanguageCode) -> list[str]:
    """Write a reference to a page of some title in every form."""
    own = Reference("an-id", title, "https://e.example/en/x/", "The site", "2026-11-30", "30 November 2026")
    return forms(parse(str(environment(language(code)).get_template("cite.html").module.of(own))))  # type: ignore[attr-defined]


def bibtex(text: str) -> Cited:
    """Read BibTeX."""
    return next(iter(Parser().parse_string(text).entries.values()))


def from_tex(text: str) -> str:
    """Return what a field of BibTeX says, which its inner braces keep as it is."""
    inner = text.removeprefix("{").removesuffix("}")
    return re.sub(r"\\(?:text\w+\{\}|[&%$#_])", lambda found: WORDS.get(found.group(), found.group()[1:]), inner)


def ris(text: str) -> dict[str, object]:
    """Read RIS."""
    (entry,) = rispy.load(io.StringIO(text))
    return dict(entry)


@every_language
def test_pages(site: Site, code: LanguageCode) -> None:
    """What reference managers read of a page is its title, its address and the day of the record's version."""
    paths = ["events/2024-04-09-lumora-login-outage/", "stories/nine-april-2024/", "figures/"]
    for path in paths:
        page = site.page(code, path)
        texts = forms(page.main)
        fragment = (
            f"#{next(e.get('id') for e in page.main.iter('section') if e.get('id'))}" if "figures" in path else ""
        )
        in_tex, in_ris, (in_json,) = bibtex(texts[0]), ris(texts[1]), json.loads(texts[2])
        title = in_json["title"]
        assert title in text_of(page.main)
        address = f"{ADDRESS}{code}/{path}{fragment}"
        assert (title, address) == (from_tex(in_tex.fields["title"]), in_tex.fields["url"])
        assert (title, [address]) == (
            in_ris["primary_title"] if "primary_title" in in_ris else in_ris["title"],
            in_ris["urls"],
        )
        assert address == in_json["URL"]
        year, month, day = in_json["issued"]["date-parts"][0]
        version = f"{year}-{month:02}-{day:02}"
        assert version == in_tex.fields["version"] == str(in_ris["date"]).replace("/", "-")


@every_language
@pytest.mark.parametrize("texts", [hostile.own(), pytest.param(hostile.corpora(), marks=pytest.mark.corpora)])
def test_any_title(code: LanguageCode, texts: list[str]) -> None:
    """Any title comes back as it was, whatever it means to TeX, to JSON or to HTML."""
    assert_cited([" ".join(text.split()) for text in (*ODD, *hostile.fit(texts)) if text.strip()], code)


def assert_cited(titles: Iterable[str], code: LanguageCode) -> None:
    """Assert that every form of a reference gives each title back."""
    for title in titles:
        in_tex, in_ris, in_json = written(title, code)
        assert title == from_tex(bibtex(in_tex).fields["title"])
        assert title == ris(in_ris)["title"]
        assert title == json.loads(in_json)[0]["title"]


def test_a_word_processor(site: Site) -> None:
    """A program that writes references for word processors makes one of what the page offers."""
    texts = forms(site.page("en", "events/2024-04-09-lumora-login-outage/").main)
    items = json.loads(texts[2])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        source = CiteProcJSON(items)
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        bibliography = CitationStylesBibliography(style, source, formatter.plain)
        bibliography.register(Citation([CitationItem(items[0]["id"])]))
        (line,) = map(str, bibliography.bibliography())
    assert items[0]["title"] in line
    assert "Engines running" in line


@every_language
def test_in_words(site: Site, code: LanguageCode) -> None:
    """In words it names title, site, version and address, in the language of the page."""
    page = site.page(code, "events/2024-04-09-lumora-login-outage/")
    (said,) = (text_of(one) for one in page.all("p", class_="cite"))
    event = site.chronicle.by_id["2024-04-09-lumora-login-outage"].event
    assert language(code).nested(event.title.in_language(code)) in said
    assert page.address in said
    newest = max((entry.event.updated for entry in site.chronicle.entries), key=lambda moment: moment.sort_key)
    assert language(code).date(newest) in said
