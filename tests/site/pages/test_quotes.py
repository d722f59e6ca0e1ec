"""The page of what was said has every quotation of the record, and on top what nobody said; files are read plainly."""

from xml.etree import ElementTree as ET

import pytest

from tests.built import Page, Site, text_of
from tests.plain import File
from timeline.language import direction, language
from timeline.values.bilingual import LANGUAGES, LanguageCode

every_language = pytest.mark.parametrize("code", LANGUAGES)


def quotations(files: dict[str, File]) -> dict[str, tuple[File, File]]:
    """Return every quotation with its event, by its place on the page."""
    return {f"q-{one}-{quote['id']}": (file, quote) for one, file in files.items() for quote in file.get("quotes", ())}


def said(page: Page) -> dict[str, ET.Element]:
    """Return the quotations of the page by their ids, in order."""
    figures = (figure for figure in page.main.iter("figure") if "quote" in figure.get("class", "").split())
    return {figure.get("id", ""): figure for figure in figures}


@every_language
def test_letter_for_letter(site: Site, files: dict[str, File], code: LanguageCode) -> None:
    """Every quotation of the record stands there once, letter for letter, in its language and direction."""
    found, wanted = said(site.page(code, "quotes/")), quotations(files)
    assert sorted(wanted) == sorted(found)
    for one, (_, quote) in wanted.items():
        words = next(found[one].iter("blockquote"))
        assert quote["text"] in text_of(words)
        assert (quote["lang"], direction(quote["lang"])) == (words.get("lang"), words.get("dir"))


@every_language
def test_translations(site: Site, files: dict[str, File], code: LanguageCode) -> None:
    """The original comes first, and our translation beside it where it was said in another language."""
    found = said(site.page(code, "quotes/"))
    for one, (_, quote) in quotations(files).items():
        texts = [text_of(words) for words in found[one].iter("blockquote")]
        translation = quote.get("translation", {}).get(code)
        assert 1 + (translation is not None) == len(texts), one
        assert translation is None or translation in texts[1]


def test_newest_first(site: Site, files: dict[str, File]) -> None:
    """The quotations stand in the order of time, newest first."""
    wanted = quotations(files)
    told = (wanted[one] for one in said(site.page("en", "quotes/")))
    days = [(quote.get("at") or event["when"]["started"])[:10] for event, quote in told]
    assert sorted(days, reverse=True) == days


def test_told_apart(site: Site, files: dict[str, File]) -> None:
    """By each filter a quotation has what its file says: who, where, about whom, and in what kind of entry."""
    found = said(site.page("en", "quotes/"))
    for one, (event, quote) in quotations(files).items():
        wanted = (quote["speaker"], quote["on"], " ".join(event.get("move", {}).get("to", ())), event["kind"])
        assert wanted == tuple(found[one].get(f"data-{name}") for name in ("speaker", "place", "target", "kind"))


@every_language
def test_choices(site: Site, files: dict[str, File], code: LanguageCode) -> None:
    """Each choice says how many quotations it leads to, and there is one for every speaker."""
    page, own = site.page(code, "quotes/"), language(code)
    figures = said(page).values()
    for select in page.main.iter("select"):
        name = f"data-{select.get('name')}"
        for option in list(select.iter("option"))[1:]:
            number = sum(option.get("value") in figure.get(name, "").split() for figure in figures)
            assert text_of(option).endswith(f"({own.number(number)})")
    speakers = {quote["speaker"] for _, quote in quotations(files).values()}
    (offered,) = (list(select.iter("option")) for select in page.main.iter("select") if select.get("name") == "speaker")
    assert ["", *sorted(speakers)] == sorted(option.get("value", "") for option in offered)


@every_language
def test_what_nobody_said(site: Site, files: dict[str, File], code: LanguageCode) -> None:
    """Every claim that was shown to be false stands on top, with what shows it, the words, and what was really said."""
    page, own = site.page(code, "quotes/"), language(code)
    claims = [text_of(one) for one in page.main.iter("article")]
    false = [file for file in files.values() if file["status"] == "debunked"]
    assert len(false) == len(claims)
    for file in false:
        text = next(text for text in claims if file["title"][code] in text)
        assert file["doubt"][code] in text
        assert [] == [words["text"] for words in file.get("misattributed", ()) if words["text"] not in text]
        assert ("quotes" not in file) == (own.word("quotes.nothing") in text)


@every_language
def test_links(site: Site, code: LanguageCode) -> None:
    """Each quotation leads to itself and to where its entry has it."""
    page = site.page(code, "quotes/")
    for one, figure in said(page).items():
        links = [a.get("href", "") for a in figure.iter("a")]
        assert f"#{one}" in links
        (entry,) = (link for link in links if link.startswith("../events/"))
        assert entry.partition("#")[2] in site.page(code, entry.removeprefix("../").partition("#")[0]).ids
