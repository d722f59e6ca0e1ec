"""Each language's pages speak that language, and what runs against their direction is set apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

import pytest

from tests.built import Page, Site, name_of
from timeline.language import language, languages
from timeline.values.bilingual import LANGUAGES, LanguageCode

SHOWN_ATTRIBUTES = ("aria-label", "title", "alt", "placeholder", "label")
SHOWN_META = {"description", "og:title", "og:description", "og:site_name"}

LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
ARABIC = re.compile("[\u0620-\u064a\u0671-\u06d3]")
FOREIGN = {"ar": LATIN, "en": ARABIC}

# Elements in which the order of characters is nobody's prose.
CODE = {"code", "pre", "kbd", "script", "style"}

every_language = pytest.mark.parametrize("code", LANGUAGES)


@dataclass(frozen=True)
class Said:
    """A text of a page: where it stands, in which language, and whether it is set apart from what surrounds it."""

    text: str
    element: ET.Element
    lang: str
    apart: bool


def sayings(element: ET.Element, lang: str, *, apart: bool = False) -> Iterator[Said]:
    """Yield every text in an element, with the language and the isolation that it inherits."""
    name = name_of(element)
    own = element.get("lang", lang)
    # An element with a direction of its own, and ``bdi``, is isolated by every browser (HTML Standard, 15.3.5);
    # a part of a drawing's text by its class (SVG 2, 11.6).
    own_direction = element.get("dir") is not None or element.get("class", "").startswith("apart-")
    apart = name in CODE or name == "bdi" or own_direction or (apart and name != "body")
    if element.text and name:  # a comment is nobody's to read
        yield Said(element.text, element, own, apart)
    for child in element:
        yield from sayings(child, own, apart=apart)
        if child.tail:
            yield Said(child.tail, element, own, apart)


def body(page: Page) -> Iterator[Said]:
    """Yield every text that a reader of a page may see or hear, attributes too."""
    said = sayings(page.first("body"), page.language)
    yield from (one for one in said if name_of(one.element) != "script")  # what scripts say is said when they run
    for element in page.tree.iter():
        for key in SHOWN_ATTRIBUTES:
            if element.get(key) is not None:
                yield Said(element.get(key, ""), element, element.get("lang", page.language), apart=True)
    for meta in page.all("meta"):
        if SHOWN_META & {meta.get("name", ""), meta.get("property", "")}:
            yield Said(meta.get("content", ""), meta, page.language, apart=True)


def of_language(site: Site, code: str) -> Iterator[Page]:
    """Yield the pages of a language."""
    return (page for page in site.pages.values() if page.language == code)


@every_language
def test_no_word_of_the_other_interface(site: Site, code: LanguageCode) -> None:
    """No word of the interface of another language stands on a page, but where it is marked as that language's."""
    own = set(language(code).words.values())
    other = {word for one in languages() if one.code != code for word in one.words.values()}
    foreign = {word.strip() for word in other - own if FOREIGN[code].search(word)}
    found = {
        (page.path, said.text.strip())
        for page in of_language(site, code)
        for said in body(page)
        if said.lang == code and name_of(said.element) not in CODE
    }
    assert set() == {(path, text) for path, text in found if text in foreign}


@every_language
def test_no_blank_left_open(site: Site, code: LanguageCode) -> None:
    """Every blank of the interface's texts is filled."""
    blanks = {blank for word in language(code).words.values() for blank in re.findall(r"\{\w+\}", word)}
    assert {"{count}", "{name}"} <= blanks
    found = [
        (page.path, said.text)
        for page in of_language(site, code)
        if page.shape not in ("codes", "prose")
        for said in body(page)
        if any(blank in said.text for blank in blanks)
    ]
    assert [] == found


@every_language
def test_foreign_runs_are_set_apart(site: Site, code: LanguageCode) -> None:
    """What is written in the other direction is isolated, so that it does not change places with its neighbours."""
    loose = {
        (page.path, name_of(said.element), said.text.strip())
        for page in of_language(site, code)
        for said in sayings(page.first("body"), code)
        if FOREIGN[code].search(said.text) and not said.apart and name_of(said.element) != "title"
    }
    assert set() == loose


@every_language
def test_quoted_languages_are_marked(site: Site, code: LanguageCode) -> None:
    """Whatever is marked as another language has a direction of its own too."""
    marked = (
        (page.path, name_of(element))
        for page in of_language(site, code)
        for element in page.first("body").iter()
        if element.get("lang") is not None and element.get("dir") is None
    )
    assert [] == list(marked)


def test_dates_in_figures(site: Site) -> None:
    """A date in figures, which would be read from its end in Arabic, is set apart there."""
    loose = {
        (page.path, said.text.strip())
        for page in of_language(site, "ar")
        for said in sayings(page.first("body"), "ar")
        if re.search(r"\d{4}-\d{2}-\d{2}", said.text) and not said.apart
    }
    assert set() == loose
