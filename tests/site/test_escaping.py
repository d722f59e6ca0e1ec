"""Any text that passes the check stands on the page, in the feed and in the data exactly as it was written."""

import json
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, cast
from urllib.parse import unquote_to_bytes
from xml.etree import ElementTree as ET

import feedparser
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests import direct, hostile
from tests.built import name_of, parse, text_of
from tests.site.data import published
from timeline.chronicle.chronicle import Chronicle, compile_chronicle
from timeline.language import language
from timeline.reading.reader import Mapping, read
from timeline.reading.source import Span
from timeline.reading.validation import validate
from timeline.record.story import Story, StoryFile
from timeline.record.vocabulary import Company, Name, Person, Platform, Publisher, Tag, Vocabulary
from timeline.site.pages import broken
from timeline.values.bilingual import LANGUAGES, LanguageCode

ID = "2024-03-05-alpha-outage"
ADDRESS = "https://daily.example/a?b=c&d='e'"

every_language = pytest.mark.parametrize("code", LANGUAGES)


@dataclass(frozen=True)
class Text:
    """A text in both languages."""

    ar: str
    en: str

    def __getitem__(self, code: str) -> str:
        return self.ar if code == "ar" else self.en

    def named(self, name: str) -> dict[str, str]:
        """Return the text for one place, so that no two places hold the same."""
        return {"ar": f"{name} {self.ar}", "en": f"{name} {self.en}"}


def text(written: str, way: int = 0) -> Text:
    """Make a text in both languages of what a stranger wrote, in one of the ways among words of the other script."""
    return Text(**hostile.among(written, way))


# Each example is a whole site in both languages here.
few = settings(max_examples=15)

# What strangers write: anything a file can hold, and what was made to break out.
WRITTEN = st.lists(
    st.one_of(
        st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Cn"]), min_size=1),
        st.sampled_from([*"<>&\"'`=/\\{}%#\u00a0\u200eéع"]),
        st.sampled_from(hostile.fit(hostile.own())),
    ),
    min_size=1,
    max_size=6,
).map(lambda parts: unicodedata.normalize("NFC", "".join(parts)))

TOLD = st.builds(text, WRITTEN, st.integers(0, len(hostile.WAYS) - 1))


def outage(told: Text) -> dict[str, Any]:
    """Return an event that says a text wherever an event can say one."""
    return {
        "kind": "outage",
        "title": told.named("title"),
        "summary": told.named("summary"),
        "when": {"started": "2024-03-05T15:00Z", "resolved": "2024-03-05T17:00Z", "basis": "official"},
        "outage": {
            "company": "alpha",
            "services": ["alphagram"],
            "scope": "global",
            "cause": {"status": "stated", "text": told.named("cause"), "sources": ["a"]},
        },
        "tags": ["mockery"],
        "facts": [
            {**told.named("fact"), "sources": ["a", "b"], "doubt": told.named("doubt")},
            {**told.named("second"), "sources": ["b"]},
        ],
        "quotes": [
            {
                "id": "one", "speaker": "ann-example", "on": "betanet", "lang": "fr",
                "text": f"words {told.en}", "translation": told.named("translation"), "source": "a",
            }
        ],
        "status": "disputed",
        "doubt": told.named("dispute"),
        "corrections": [{"on": "2024-03-07", **told.named("correction")}],
        "added": "2024-03-06",
        "sources": {
            "a": {"url": ADDRESS, "headline": f"headline {told.en}", "publisher": "daily-example", "lang": "hr"},
            "b": {
                "url": "https://weekly.example/", "description": told.named("description"),
                "publisher": "weekly-example", "via": "wire-example", "lang": "en",
            },
        },
    }  # fmt: skip


def named(told: Text) -> Vocabulary:
    """Return a vocabulary whose names hold a text, for names may have ``&`` and ``<`` in them."""
    words = direct.vocabulary()
    name = Name(ar=f"اسم {told.ar}", en=f"name {told.en}")
    people: dict[str, Person] = {one: replace(entry, name=name) for one, entry in words.people.items()}
    companies: dict[str, Company] = {one: replace(entry, name=name) for one, entry in words.companies.items()}
    platforms: dict[str, Platform] = {one: replace(entry, name=name) for one, entry in words.platforms.items()}
    publishers: dict[str, Publisher] = {one: replace(entry, name=name) for one, entry in words.publishers.items()}
    tags: dict[str, Tag] = {one: replace(entry, name=name) for one, entry in words.tags.items()}
    return Vocabulary(people, companies, platforms, publishers, tags, words.kinds)


def said(element: ET.Element) -> Iterator[str]:
    """Yield the text of an element and of all elements in it, and their attributes that are texts."""
    for one in element.iter():
        yield text_of(one)
        yield from one.attrib.values()


PLACES = ("title", "summary", "cause", "fact", "doubt", "second", "translation", "dispute", "description", "correction")


def skeleton(page: ET.Element) -> list[tuple[str, tuple[str, ...]]]:
    """Return the elements of a page and the names of their attributes, but for isolation, which depends on the text."""
    plain = [(name_of(one), tuple(sorted(one.attrib))) for one in page.iter()]
    return [one for one in plain if one[0] != "bdi" and one != ("tspan", ("class",))]


@cache
def harmless(code: LanguageCode) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """Return what every page is made of where all texts are plain."""
    told = text("plain")
    chronicle = compile_chronicle(direct.record_of({ID: outage(told)}, named(told))[0])
    return {path: skeleton(parse(html)) for path, html in direct.html(chronicle, code)}


@given(told=TOLD)
def test_page(told: Text) -> None:
    """Any text that passes the check is on its page as it was written, and makes no element and no attribute."""
    record, problems = direct.record_of({ID: outage(told)})
    assume(not problems)
    chronicle = compile_chronicle(record)
    for code in LANGUAGES:
        check_page(parse(direct.page(chronicle, code, f"events/{ID}/")), told, code)


def check_page(page: ET.Element, told: Text, code: LanguageCode) -> None:
    """Check that a page of an event says a text in every place, and is made of what it is made of otherwise."""
    texts = [*said(page)]
    wanted = [hostile.kept(f"{place} {told[code]}") for place in PLACES]
    wanted += [hostile.kept(f"{place} {told.en}") for place in ("words", "headline")]
    bare = str.maketrans("", "", '"“”‘’«»‹›')  # within the marks of a quotation stand those of the second rank
    shown = [found.translate(bare) for found in texts]
    assert [] == [one for one in wanted if not any(one.translate(bare) in found for found in shown)]
    assert wanted[0] == text_of(next(page.iter("h1")))
    name = direct.settings().name.in_language(code)
    assert f"{wanted[0]} · {name}" == text_of(next(page.iter("title")))
    assert wanted[1] in {meta.get("content") for meta in page.iter("meta") if meta.get("name") == "description"}
    assert harmless(code)[f"events/{ID}/"] == skeleton(page)


@few
@given(told=TOLD)
def test_every_page(told: Text) -> None:
    """On every page of a site, lists and axis too, a text makes no element and no attribute."""
    assume(not direct.record_of({ID: outage(told)})[1])
    chronicle = compile_chronicle(direct.record_of({ID: outage(told)}, named(told))[0])
    for code in LANGUAGES:
        assert harmless(code) == {path: skeleton(parse(html)) for path, html in direct.html(chronicle, code)}


def pages(events: dict[str, dict[str, Any]], path: str) -> dict[LanguageCode, ET.Element]:
    """Return a page of a record in both languages."""
    chronicle = direct.chronicle_of(events)
    return {code: parse(direct.page(chronicle, code, path)) for code in LANGUAGES}


def check_hostile(written: list[str]) -> None:
    """Check that texts stay in their places, many on one page, and each as a title in a list."""
    for texts in hostile.batches(written):
        told = ["plain" if len(one.split()) <= hostile.MOST_WORDS else "plain " * 50 for one in texts]
        hurt, plain = (pages({ID: hostile.stuffed(one)}, f"events/{ID}/") for one in (texts, told))
        for code in LANGUAGES:
            found = Counter(said(hurt[code]))
            assert [] == [one for one in texts if not any(one in text for text in found)]
            assert skeleton(plain[code]) == skeleton(hurt[code])
    titles = {f"2024-03-05-{n}": hostile.titled(one, n) for n, one in enumerate(written)}
    for code, lines in pages(titles, "years/2024/").items():
        links = [text_of(a) for a in next(lines.iter("main")).iter("a")]
        assert set() == {hostile.kept(event["title"][code]) for event in titles.values()} - set(links)


def told_in_stories(texts: list[str], code: LanguageCode) -> list[ET.Element]:
    """Return the page of a story whose introduction says all texts, and the list of stories that each say one."""
    said = [*(hostile.among(one, n) for n, one in enumerate(texts)), hostile.among(" ".join(texts))]
    events = {f"2024-03-05-{n}": hostile.titled("plain") for n in range(2)}
    stories: dict[str, StoryFile] = {}
    for n, one in enumerate(said):
        values = {"title": said[0] if n == len(texts) else one, "teaser": said[0], "introduction": one}
        written = json.dumps({**values, "events": list(events)}, ensure_ascii=False).encode()
        source, tree, _ = read("stories/a.yml", written)
        story, problems = validate(Story, tree or Mapping(Span(0, 0), {}, {}), source)
        assert [] == problems
        stories[f"s-{n:03}"] = StoryFile(f"s-{n:03}", source, cast("Story", story))
    chronicle = compile_chronicle(replace(direct.record_of(events)[0], stories=stories))
    return [parse(direct.page(chronicle, code, path)) for path in (f"stories/s-{len(texts):03}/", "stories/")]


@every_language
def test_hostile_stories(code: LanguageCode) -> None:
    """Texts made to break out stay in their places in a story, its introduction and the list of stories."""
    for texts in hostile.batches(hostile.fit(hostile.own()), 4_000):
        hurt, plain = told_in_stories(texts, code), told_in_stories(["plain"] * len(texts), code)
        for page in hurt:
            found = Counter(said(page))
            expected = texts if code == "ar" else [hostile.kept(hostile.english(one)) for one in texts]
            assert [] == [one for one in expected if not any(one in text for text in found)]
        assert [skeleton(page) for page in plain] == [skeleton(page) for page in hurt]


def test_hostile_texts() -> None:
    """Texts made to break out stay in their places."""
    check_hostile(hostile.fit(hostile.own()))


@pytest.mark.corpora
@pytest.mark.skipif(not hostile.corpora(), reason=f"other people's hostile texts are not in {hostile.CORPORA}")
def test_hostile_texts_of_others() -> None:
    """Other people's hostile texts that pass the check stay in their places too."""
    texts = hostile.fit(hostile.corpora())
    assert 600 < len(texts)
    check_hostile(texts)


@few
@given(told=TOLD)
def test_names(told: Text) -> None:
    """A name of the vocabulary is on the pages as it was written, wherever it is put into a sentence."""
    assume(not direct.record_of({ID: outage(told)})[1])
    words = named(told)
    chronicle = compile_chronicle(direct.record_of({ID: outage(text("plain"))}, words)[0])
    for code in LANGUAGES:
        check_names(chronicle, words, code)


def check_names(chronicle: Chronicle, words: Vocabulary, code: LanguageCode) -> None:
    """Check that the pages of a language say a company's name."""
    name = words.companies["alpha"].name.in_language(code)
    saying = ("", f"events/{ID}/", "figures/", "years/", "platforms/", "people/ann-example/")
    written = direct.html(chronicle, code, paths={*saying, "companies/alpha/"})
    pages = {path: parse(html) for path, html in written}
    assert name == text_of(next(pages["companies/alpha/"].iter("h1")))
    for path in saying:
        texts = [text_of(one) for one in next(pages[path].iter("main")).iter()]
        assert any(name in found for found in texts), path
    headers = [text_of(one) for one in pages["years/"].iter("th")]
    assert language(code).word("home.outages_of").format(company=name) in headers


@few
@given(told=TOLD)
def test_what_is_taken_away(told: Text) -> None:
    """Feeds and data say the texts as they were written, and a feed reader finds nothing to forgive."""
    record, problems = direct.record_of({ID: outage(told)})
    assume(not problems)
    files = published.files(compile_chronicle(record))
    event = json.loads(files[f"api/v1/events/{ID}.json"])
    atom = "{http://www.w3.org/2005/Atom}"
    for code in LANGUAGES:
        title, summary = (hostile.kept(f"{place} {told[code]}") for place in ("title", "summary"))
        root = ET.fromstring(files[f"{code}/feed.xml"])
        found = [root.findtext(f"{atom}entry/{atom}{name}") or "" for name in ("title", "summary")]
        assert [title, summary] == [text.removeprefix("\u200f") for text in found]
        assert not feedparser.parse(files[f"{code}/feed.xml"]).bozo
        assert hostile.kept(f"fact {told[code]}") == event["facts"][0]["text"][code]
        assert title == event["title"][code]
    assert hostile.kept(f"headline {told.en}") == event["sources"]["a"]["headline"]


@given(path=st.text(st.sampled_from("abcAB019-._~:/?#[]@!$&'()*+,;=%<>\"`{}|^é€ع"), max_size=40))
def test_addresses(path: str) -> None:
    """An address that passes the check leads where it was written to, whatever stands in it."""
    event = outage(text("plain"))
    event["sources"]["a"]["url"] = f"https://daily.example/{path}"
    record, problems = direct.record_of({ID: event})
    assume(not problems)
    page = parse(direct.page(compile_chronicle(record), "en", f"events/{ID}/"))
    source = next(item for item in page.iter("li") if item.get("id") == "s-1")
    (link,) = (a.get("href", "") for a in source.iter("a") if a.get("class") not in ("here", "look"))
    assert (True, True) == (link.isascii(), link.startswith("https://daily.example/"))
    assert unquote_to_bytes(f"https://daily.example/{path}") == unquote_to_bytes(link)


@every_language
def test_report_of_a_broken_record(code: LanguageCode) -> None:
    """The report of a broken record shows what stands in its files, and runs nothing of it."""
    event = outage(text("plain")) | {"kind": "<script>alert(1)</script>", "<img src=x onerror=alert(1)>": "x"}
    _, problems = direct.record_of({ID: event})
    assert problems
    page = parse(broken.notice(problems, language(code), f"events/{ID}/"))
    assert "<script>alert(1)</script>" in text_of(page)
    assert [] == [one for one in page.iter() if name_of(one) in ("script", "img")]
