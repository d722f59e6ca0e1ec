"""What programs read of the site is read back by readers that share nothing with its writers."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree as ET
from xml.parsers import expat

import feedparser
import pytest

from tests import direct, hostile
from tests.built import ADDRESS, Link, Site, below, name_of, parse, text_of
from tests.site.data import published
from timeline.chronicle.chronicle import Chronicle, Entry
from timeline.site.data.feeds.items import RIGHT_TO_LEFT_MARK
from timeline.values.bilingual import LANGUAGES, LanguageCode

every_language = pytest.mark.parametrize("code", LANGUAGES)

ATOM = "http://www.w3.org/2005/Atom"

Element = tuple[str, dict[str, str], str]


def feed(site: Site, code: LanguageCode) -> Any:
    """Read a language's feed as a feed reader does."""
    return feedparser.parse((site.root / code / "feed.xml").read_bytes())


def elements(file: Path) -> Iterator[Element]:
    """Yield the elements of an XML file, each with its attributes and its text."""
    found: list[Element] = []
    texts: list[str] = []
    open_: list[dict[str, str]] = []
    reader = expat.ParserCreate(namespace_separator=" ")

    def start(_: str, attributes: dict[str, str]) -> None:
        open_.append(attributes)
        texts.append("")

    def end(name: str) -> None:
        found.append((name, open_.pop(), texts.pop()))

    def text(data: str) -> None:
        texts[-1] += data

    reader.StartElementHandler, reader.EndElementHandler, reader.CharacterDataHandler = start, end, text
    reader.Parse(file.read_bytes(), True)
    yield from found


@every_language
def test_feed_is_well_formed(site: Site, code: LanguageCode) -> None:
    """A feed reader finds nothing to forgive, and knows the feed for Atom in the page's language."""
    read = feed(site, code)
    assert (False, "atom10", code) == (bool(read.bozo), read.version, read.feed.language)


@every_language
def test_feed_says_what_it_is(site: Site, code: LanguageCode) -> None:
    """A feed has what RFC 4287 asks for: an id, a title, an author, a date and its own address; and its licence."""
    own = feed(site, code).feed
    links = {link.rel: link.href for link in own.links if link.rel != "prev-archive"}
    assert {"self": f"{ADDRESS}{code}/feed.xml", "alternate": f"{ADDRESS}{code}/"} == links
    assert (f"{ADDRESS}{code}/", True, True) == (own.id, bool(own.title), bool(own.author))
    assert own.updated_parsed is not None
    license_ = direct.settings().license
    assert license_ is None or license_.url in own.rights


def entry_of(item: Any, chronicle: Chronicle) -> Entry:
    """Return the entry that an item of a feed tells of."""
    return chronicle.by_id[item.link.rstrip("/").rpartition("/")[2]]


@every_language
def test_feed_entries(site: Site, code: LanguageCode) -> None:
    """A feed has each entry once, as its event says, with an address that exists and three dates."""
    entries = feed(site, code).entries
    assert len(entries) == len({item.id for item in entries})
    for item in entries:
        event = entry_of(item, site.chronicle).event
        wanted = (event.title.in_language(code), event.summary.in_language(code))
        assert wanted == (item.title.removeprefix(RIGHT_TO_LEFT_MARK), item.summary)
        assert site.holds(item.link)
        dates = (f"{event.added.start:%Y-%m-%d}", f"{event.updated.start:%Y-%m-%d}", str(event.when.started))
        assert dates == (item.published[:10], item.updated[:10], item.dcterms_temporal)


@every_language
def test_feed_order(site: Site, code: LanguageCode) -> None:
    """What changed last comes first."""
    changed = [entry_of(item, site.chronicle).event.updated.sort_key for item in feed(site, code).entries]
    assert sorted(changed, reverse=True) == changed


@every_language
def test_feed_is_plain_text(site: Site, code: LanguageCode) -> None:
    """The texts of a feed are declared as plain text, so that no reader takes them for HTML."""
    file = site.root / code / "feed.xml"
    texts = [attributes for name, attributes, _ in elements(file) if name.split()[1] in ("title", "summary")]
    kinds = {attributes.get("type", "text") for attributes in texts}
    assert {"text"} == kinds


@every_language
def test_feed_is_found(site: Site, code: LanguageCode) -> None:
    """Every page of a language names the language's feeds; that of a subject its own too, before them."""
    for page in site.pages.values():
        if page.language == code:
            types = ("application/atom+xml", "application/feed+json")
            found = [link.address for link in page.links if link.element.get("type") in types and is_head(link)]
            every = [f"{ADDRESS}{code}/feed.xml", f"{ADDRESS}{code}/feed.json"]
            has_own = (site.root / page.path / "feed.xml").exists() and page.own_path
            own = [f"{page.address}feed.xml", f"{page.address}feed.json"] if has_own else []
            assert [*own, *every] == found, page.path


def is_head(link: Link) -> bool:
    """Say whether a link stands in a page's head."""
    return name_of(link.element) == "link"


def test_sitemap(site: Site) -> None:
    """The sitemap has the root and every page of every language once, and each exists."""
    named = [text for name, _, text in elements(site.root / "sitemap.xml") if name.endswith(" loc")]
    pages = [page.address for page in site.pages.values() if page.language and page.shape != "moved"]
    assert sorted([ADDRESS, *pages]) == sorted(named)


def test_sitemap_counterparts(site: Site) -> None:
    """Each address of the sitemap names the counterparts that its page names, and the page is among them."""
    for address, (alternates, _) in listed(site).items():
        head = [link for link in site.pages[below(address)].links if link.element.get("hreflang") and is_head(link)]
        assert alternates == {link.element.get("hreflang"): link.address for link in head}
        assert address in alternates.values()
        assert {*LANGUAGES, "x-default"} == alternates.keys()


def test_sitemap_dates(site: Site) -> None:
    """An address has the day on which what its page tells changed last, or none where none is known."""
    changed = {address: day for address, (_, day) in listed(site).items()}
    newest = max(f"{entry.event.updated.start:%Y-%m-%d}" for entry in site.chronicle.entries)
    for code in LANGUAGES:
        for entry in site.chronicle.entries:
            assert f"{entry.event.updated.start:%Y-%m-%d}" == changed[f"{ADDRESS}{code}/events/{entry.id}/"]
        assert (newest, newest) == (changed[ADDRESS], changed[f"{ADDRESS}{code}/timeline/"])
        assert ("", "") == (changed[f"{ADDRESS}{code}/codes/"], changed[f"{ADDRESS}{code}/about/"])


def listed(site: Site) -> dict[str, tuple[dict[str, str], str]]:
    """Return the sitemap's addresses, each with its counterparts by language and with the day of its last change."""
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    root = ET.fromstring((site.root / "sitemap.xml").read_bytes())
    return {
        url.findtext("s:loc", "", space): (
            {
                link.get("hreflang", ""): link.get("href", "")
                for link in url.iterfind("x:link[@rel='alternate']", space)
            },
            url.findtext("s:lastmod", "", space),
        )
        for url in root.iterfind("s:url", space)
    }


def test_robots(site: Site) -> None:
    """Robots are welcome and are shown the sitemap."""
    robots = RobotFileParser()
    robots.parse((site.root / "robots.txt").read_text("utf-8").splitlines())
    assert (True, [f"{ADDRESS}sitemap.xml"]) == (robots.can_fetch("*", f"{ADDRESS}ar/"), robots.site_maps())


@every_language
def test_json_feed(chronicle: Chronicle, code: LanguageCode) -> None:
    """The JSON feed has what JSON Feed 1.1 asks for, and says of each entry what the Atom feed says."""
    files = published.files(chronicle)
    read = json.loads(files[f"{code}/feed.json"])
    assert ("https://jsonfeed.org/version/1.1", code) == (read["version"], read["language"])
    assert f"{published.ADDRESS}{code}/feed.json" == read["feed_url"]
    items = {item["id"]: item for item in read["items"]}
    for entry in feedparser.parse(files[f"{code}/feed.xml"]).entries:
        if entry.id in items:
            item = items[entry.id]
            assert (entry.title, entry.summary, entry.link) == (item["title"], item["summary"], item["url"])
            assert entry.published == item["date_published"]
            assert [tag.label for tag in entry.tags] == item["tags"]


def many(number: int) -> Chronicle:
    """Return a chronicle of so many statements, each added a day after the one before."""
    begin = date(2020, 1, 1)
    days = {f"{begin + timedelta(days=n)}-s": hostile.titled(f"text {n}") for n in range(number)}
    return direct.chronicle_of(
        {one: event | {"when": {"started": one[:10]}, "added": one[:10]} for one, event in days.items()}
    )


def chain(files: dict[str, bytes], path: str) -> Iterator[ET.Element]:
    """Yield a feed and all its archives, as a reader follows them (RFC 5005, section 4)."""
    while path:
        root = ET.fromstring(files[path])
        yield root
        before = [link.get("href", "") for link in root if link.get("rel") == "prev-archive"]
        path = before[0].removeprefix(published.ADDRESS) if before else ""


def ids(root: ET.Element) -> list[str]:
    """Return the ids of a feed's entries."""
    return [found for found in (entry.findtext(f"{{{ATOM}}}id") for entry in root.iter(f"{{{ATOM}}}entry")) if found]


def test_archives() -> None:
    """A reader that follows the archives gets every entry back to the first; what is in an archive stays in it."""
    before, after = (published.files(many(number)) for number in (120, 131))
    documents = list(chain(after, "en/feed.xml"))
    everything = {one for root in documents for one in ids(root)}
    assert 131 == len(everything)
    assert [50, 50] == [len(ids(root)) for root in documents[1:]]
    for number in (1, 2):
        assert before[f"en/feed-{number}.xml"] == after[f"en/feed-{number}.xml"]
    assert {"current", "self", "alternate"} <= {link.get("rel") for link in documents[1]}
    pages, name = [], "en/feed.json"
    while name:
        page = json.loads(after[name])
        pages += [item["id"] for item in page["items"]]
        name = page.get("next_url", "").removeprefix(published.ADDRESS)
    assert (131, everything) == (len(pages), set(pages))


@every_language
def test_a_renamed_entry_keeps_its_name(code: LanguageCode) -> None:
    """An entry with a new id, and a site at a new address, come to no subscriber a second time."""
    event = hostile.titled("plain")
    settings = replace(direct.settings(), authority="site.example,2026")
    before = published.files(direct.chronicle_of({"2024-03-05-first": event}), settings=settings)
    renamed = direct.chronicle_of({"2024-03-05-second": event | {"aliases": ["2024-03-05-first"]}})
    after = published.files(renamed, "https://elsewhere.example/", settings)
    (one,), (other,) = (feedparser.parse(files[f"{code}/feed.xml"]).entries for files in (before, after))
    assert (f"tag:site.example,2026:{code}/2024-03-05-first", one.id) == (one.id, other.id)
    assert f"https://elsewhere.example/{code}/events/2024-03-05-second/" == other.link


def test_titles_that_begin_in_latin() -> None:
    """An Arabic title that begins in Latin letters is marked: many readers take the direction from its beginning."""
    event = hostile.titled("plain") | {"title": {"ar": "Betanet تعتذر", "en": "Betanet apologises"}}
    files = published.files(direct.chronicle_of({"2024-03-05-first": event}))
    titles = {code: feedparser.parse(files[f"{code}/feed.xml"]).entries[0].title for code in LANGUAGES}
    assert {"ar": f"{RIGHT_TO_LEFT_MARK}Betanet تعتذر", "en": "Betanet apologises"} == titles


@every_language
def test_content_is_all_of_it(chronicle: Chronicle, code: LanguageCode) -> None:
    """A feed brings the facts, the words in the original and translated, and the sources, each in its direction."""
    files = published.files(chronicle)
    for item in json.loads(files[f"{code}/feed.json"])["items"]:
        event = chronicle.by_id[item["url"].rstrip("/").rpartition("/")[2]].event
        page = parse(item["content_html"])
        texts = {text_of(element) for element in page.iter()}
        assert {fact.in_language(code) for fact in event.facts} <= texts
        assert {quote.text for quote in event.quotes} <= texts
        assert {quote.translation[code] for quote in event.quotes if code in quote.translation} <= texts
        links = {unquote_to_bytes(a.get("href", "")) for a in page.iter("a")}
        assert {unquote_to_bytes(source.url) for source in event.sources.values()} <= links
        assert {True} == {element.get("dir") in ("ltr", "rtl") for element in page.iter("blockquote")} | {True}
