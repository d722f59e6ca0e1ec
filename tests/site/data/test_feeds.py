"""What programs read of the site is read back by readers that share nothing with its writers."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.robotparser import RobotFileParser
from xml.parsers import expat

import feedparser
import pytest
import yaml
from pydantic import TypeAdapter

from tests.built import ADDRESS, Site
from timeline.record.event import Event
from timeline.values.bilingual import LANGUAGES, LanguageCode

every_language = pytest.mark.parametrize("code", LANGUAGES)

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
    """A feed has what RFC 4287 asks for: an id, a title, an author, a date and its own address."""
    own = feed(site, code).feed
    links = {link.rel: link.href for link in own.links}
    assert {"self": f"{ADDRESS}{code}/feed.xml", "alternate": f"{ADDRESS}{code}/"} == links
    assert (f"{ADDRESS}{code}/", True, True) == (own.id, bool(own.title), bool(own.author))
    assert own.updated_parsed is not None


@every_language
def test_feed_entries(site: Site, code: LanguageCode) -> None:
    """A feed has the entries that were added last, each as its event says, under an address that exists."""
    entries = feed(site, code).entries
    assert 50 == len(entries) == len({entry.id for entry in entries})
    for item in entries:
        entry = site.chronicle.by_id[item.id.split("/")[-2]]
        wanted = (entry.event.title.in_language(code), entry.event.summary.in_language(code))
        assert wanted == (item.title, item.summary)
        assert (True, item.id) == (site.holds(item.link), item.link)
        assert f"{entry.event.added.start:%Y-%m-%d}" == item.updated[:10]


@every_language
def test_feed_order(site: Site, code: LanguageCode) -> None:
    """The newest entries come first, and none that is newer is left out."""
    added = [site.chronicle.by_id[item.id.split("/")[-2]].event.added.sort_key for item in feed(site, code).entries]
    assert sorted(added, reverse=True) == added
    rest = sorted((entry.event.added.sort_key for entry in site.chronicle.entries), reverse=True)[: len(added)]
    assert rest == added


@every_language
def test_feed_is_plain_text(site: Site, code: LanguageCode) -> None:
    """The texts of a feed are declared as plain text, so that no reader takes them for HTML."""
    file = site.root / code / "feed.xml"
    texts = [attributes for name, attributes, _ in elements(file) if name.split()[1] in ("title", "summary")]
    kinds = {attributes.get("type", "text") for attributes in texts}
    assert {"text"} == kinds


@every_language
def test_feed_is_found(site: Site, code: LanguageCode) -> None:
    """Every page of a language names the language's feed."""
    for page in site.pages.values():
        if page.language == code:
            found = [link.address for link in page.links if link.element.get("type") == "application/atom+xml"]
            assert [f"{ADDRESS}{code}/feed.xml"] == found, page.path


def test_sitemap(site: Site) -> None:
    """The sitemap has every page of every language once, and each exists."""
    named = [text for name, _, text in elements(site.root / "sitemap.xml") if name.endswith(" loc")]
    pages = [page.address for page in site.pages.values() if page.language and page.shape != "moved"]
    assert sorted(pages) == sorted(named)


def test_sitemap_counterparts(site: Site) -> None:
    """Each address of the sitemap names its counterparts in all languages."""
    alternates: list[tuple[str, str]] = []
    for name, attributes, text in elements(site.root / "sitemap.xml"):
        space, _, local = name.partition(" ")
        if local == "link":
            assert ("http://www.w3.org/1999/xhtml", "alternate") == (space, attributes["rel"])
            alternates.append((attributes["hreflang"], attributes["href"]))
        elif local == "loc":
            path = text.removeprefix(ADDRESS).partition("/")[2]
        elif local == "url":
            assert [(code, f"{ADDRESS}{code}/{path}") for code in LANGUAGES] == alternates
            alternates = []
    assert [] == alternates


def test_robots(site: Site) -> None:
    """Robots are welcome and are shown the sitemap."""
    robots = RobotFileParser()
    robots.parse((site.root / "robots.txt").read_text("utf-8").splitlines())
    assert (True, [f"{ADDRESS}sitemap.xml"]) == (robots.can_fetch("*", f"{ADDRESS}ar/"), robots.site_maps())


def as_json(site: Site) -> dict[str, Any]:
    """Read the record as the site publishes it."""
    document: dict[str, Any] = json.loads((site.root / "events.json").read_bytes())
    return document


def test_events_json(site: Site) -> None:
    """The published record reads back as the events that it was made of, in the order of time."""
    events = TypeAdapter(dict[str, Event]).validate_python(as_json(site))
    assert [(entry.id, entry.event) for entry in site.chronicle.entries] == list(events.items())


def same(file: Any, published: Any) -> bool:
    """Say whether all that a file says is published as it says it; what is left out of a file may be added."""
    if isinstance(file, dict):
        return all(key in published and same(value, published[key]) for key, value in file.items())
    if isinstance(file, list):
        return len(file) == len(published) and all(map(same, file, published))
    if isinstance(published, str) and "T" in published and published != " ".join(file.split()):
        instants = [datetime.fromisoformat(text.rstrip("~?%")) for text in (file, published)]
        return instants[0].astimezone(UTC) == instants[1]
    return " ".join(str(file).split()) == {True: "true", False: "false"}.get(published, str(published))


def test_events_json_and_files(site: Site, inputs: Path) -> None:
    """The published record says what the files say, read by a loader that types nothing."""
    published = as_json(site)
    paths = {path.stem: path for path in (inputs / "events").glob("[0-9]*/*.yml")}
    assert paths.keys() == published.keys()
    files = {one: yaml.load(path.read_text("utf-8"), yaml.BaseLoader) for one, path in paths.items()}  # noqa: S506
    assert [] == [one for one, file in files.items() if not same(file, published[one])]
