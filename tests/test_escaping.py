"""Any text that passes the check stands on the page, in the feed and in the data exactly as it was written."""

import json
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests import direct, hostile
from tests.built import name_of, parse, text_of
from timeline.chronicle import Chronicle, compile_chronicle
from timeline.language import language
from timeline.model import LANGUAGES, LanguageCode
from timeline.vocabulary import Company, Name, Person, Platform, Publisher, Tag, Vocabulary
from timeline.writing import feeds, special

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


def text(written: str) -> Text:
    """Make a text in both languages of what a stranger wrote."""
    return Text(f"ن {written}", f"e {hostile.english(written)}")


# What strangers write: anything a file can hold, and what was made to break out.
WRITTEN = st.lists(
    st.one_of(
        st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Cn"]), min_size=1),
        st.sampled_from(["<", ">", "&", '"', "'", "`", "=", "/", "\\", "{", "}", "%", "#", "\u00a0", "\u200e", "é", "ع"]),
        st.sampled_from(hostile.fit(hostile.own())),
    ),
    min_size=1,
    max_size=6,
).map(lambda parts: unicodedata.normalize("NFC", "".join(parts)))


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


def shown(chronicle: Chronicle, code: LanguageCode, path: str = f"events/{ID}/") -> ET.Element:
    """Return a page as a browser reads it."""
    return parse(direct.page(chronicle, code, path))


PLACES = ("title", "summary", "cause", "fact", "doubt", "second", "translation", "dispute", "description")


def check_page(told: Text, code: LanguageCode) -> None:
    """Check that an event's page shows a text in every place, and that none of it became an element."""
    harmless, chronicle = (direct.chronicle_of({ID: outage(one)}) for one in (text("plain"), told))
    page, model = shown(chronicle, code), shown(harmless, code)
    texts = [*said(page)]
    wanted = [hostile.kept(f"{place} {told[code]}") for place in PLACES]
    wanted += [hostile.kept(f"{place} {told.en}") for place in ("words", "headline")]
    assert [] == [one for one in wanted if not any(one in found for found in texts)]
    assert wanted[0] == text_of(next(page.iter("h1")))
    assert wanted[0] + " · " == text_of(next(page.iter("title"))).removesuffix(direct.settings().name.in_language(code))
    assert wanted[1] in {meta.get("content") for meta in page.iter("meta") if meta.get("name") == "description"}
    assert skeleton(model) == skeleton(page)


def skeleton(page: ET.Element) -> list[tuple[str, tuple[str, ...]]]:
    """Return the elements of a page and the names of their attributes; isolation depends on the text."""
    plain = [(name_of(one), tuple(sorted(one.attrib))) for one in page.iter()]
    return [one for one in plain if one[0] != "bdi"]


@given(written=WRITTEN)
@every_language
def test_page(written: str, code: LanguageCode) -> None:
    """Any text that passes the check is on its page as it was written, and makes no element and no attribute."""
    told = text(written)
    _, problems = direct.record_of({ID: outage(told)})
    assume(not problems)
    check_page(told, code)


@every_language
def test_hostile_texts(code: LanguageCode) -> None:
    """Texts made to break out stay in their places."""
    for written in hostile.fit(hostile.own()):
        check_page(text(written), code)


@pytest.mark.corpora
@pytest.mark.skipif(not hostile.corpora(), reason=f"other people's hostile texts are not in {hostile.CORPORA}")
def test_hostile_texts_of_others() -> None:
    """Other people's hostile texts that pass the check stay in their places too."""
    texts = [text(written) for written in hostile.fit(hostile.corpora())]
    passing = [told for told in texts if not direct.record_of({ID: outage(told)})[1]]
    assert len(texts) - 10 < len(passing)
    for told in passing:
        for code in LANGUAGES:
            check_page(told, code)


@given(written=WRITTEN)
@every_language
def test_every_page(written: str, code: LanguageCode) -> None:
    """On every page of a site, lists and axis too, a text makes no element and no attribute."""
    told = text(written)
    event = outage(told)
    assume(not direct.record_of({ID: event})[1])
    hurt, harmless = (
        dict(direct.html(compile_chronicle(direct.record_of({ID: outage(one)}, named(one))[0]), code))
        for one in (told, text("plain"))
    )
    assert hurt.keys() == harmless.keys()
    for path, html in hurt.items():
        assert skeleton(parse(harmless[path])) == skeleton(parse(html)), path


@given(written=WRITTEN)
@every_language
def test_names(written: str, code: LanguageCode) -> None:
    """A name of the vocabulary is on the pages as it was written, wherever it is put into a sentence."""
    told = text(written)
    assume(not direct.record_of({ID: outage(told)})[1])
    words = named(told)
    chronicle = compile_chronicle(direct.record_of({ID: outage(text("plain"))}, words)[0])
    name = words.companies["alpha"].name.in_language(code)
    pages = {path: parse(html) for path, html in direct.html(chronicle, code)}
    assert name == text_of(next(pages["companies/alpha/"].iter("h1")))
    for path in ("", f"events/{ID}/", "figures/", "years/", "platforms/", "people/ann-example/"):
        texts = [text_of(one) for one in next(pages[path].iter("main")).iter()]
        assert any(name in found for found in texts), path
    headers = [text_of(one) for one in pages["years/"].iter("th")]
    assert language(code).word("home.outages_of").format(company=name) in headers


@given(written=WRITTEN)
@every_language
def test_feed(written: str, code: LanguageCode) -> None:
    """A feed reader gets title and summary as they were written."""
    told = text(written)
    record, problems = direct.record_of({ID: outage(told)})
    assume(not problems)
    made = feeds.atom(compile_chronicle(record), language(code), direct.settings(), "https://site.example/")
    title, summary = (hostile.kept(f"{place} {told[code]}") for place in ("title", "summary"))
    root = ET.fromstring(made.content)
    atom = "{http://www.w3.org/2005/Atom}"
    assert [title, summary] == [root.findtext(f"{atom}entry/{atom}{name}") for name in ("title", "summary")]
    assert not feedparser.parse(made.content).bozo


@given(written=WRITTEN)
def test_data(written: str) -> None:
    """The published data say the texts as they were written, and are one line without anything that HTML would run."""
    told = text(written)
    record, problems = direct.record_of({ID: outage(told)})
    assume(not problems)
    made = feeds.events_json(compile_chronicle(record)).content
    event = json.loads(made)[ID]
    for code in LANGUAGES:
        assert hostile.kept(f"fact {told[code]}") == event["facts"][0][code]
        assert hostile.kept(f"title {told[code]}") == event["title"][code]
    assert hostile.kept(f"headline {told.en}") == event["sources"]["a"]["headline"]


@given(path=st.text(st.sampled_from("abcAB019-._~:/?#[]@!$&'()*+,;=%<>\"`{}|^é€ع"), max_size=40))
def test_addresses(path: str) -> None:
    """An address that passes the check leads where it was written to, whatever stands in it."""
    event = outage(text("plain"))
    event["sources"]["a"]["url"] = f"https://daily.example/{path}"
    record, problems = direct.record_of({ID: event})
    assume(not problems)
    page = shown(compile_chronicle(record), "en")
    source = next(item for item in page.iter("li") if item.get("id") == "s-1")
    (link,) = (a.get("href", "") for a in source.iter("a"))
    assert link.isascii()
    assert (f"https://daily.example/{path}".encode(), True) == (_raw(link), link.startswith("https://daily.example/"))


def _raw(address: str) -> bytes:
    """Undo the percent-encoding of what is not ASCII or has no place in an address."""
    data = address.encode()
    for octet in (*range(0x80, 0x100), *b'<>"`{}|^ '):
        data = data.replace(f"%{octet:02X}".encode(), bytes([octet]))
    return data


@every_language
def test_report_of_a_broken_record(code: LanguageCode) -> None:
    """The report of a broken record shows what stands in its files, and runs nothing of it."""
    event = outage(text("plain")) | {"kind": "<script>alert(1)</script>", "<img src=x onerror=alert(1)>": "x"}
    _, problems = direct.record_of({ID: event})
    assert problems
    page = parse(special.report(problems, language(code)).body())
    assert "<script>alert(1)</script>" in text_of(page)
    assert [] == [one for one in page.iter() if name_of(one) in ("script", "img")]
