"""What programs read: an Atom feed for each language (RFC 4287), a sitemap, and the events as JSON."""

from collections.abc import Iterable, Sequence
from xml.etree import ElementTree as ET

from pydantic import TypeAdapter

from timeline.chronicle.chronicle import Chronicle, Entry
from timeline.language import Language
from timeline.record.event import Event
from timeline.site.parts.page import Artifact
from timeline.site.settings import Settings

LATEST = 50

ATOM = "http://www.w3.org/2005/Atom"
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"

_EVENTS = TypeAdapter(dict[str, Event])


def atom(chronicle: Chronicle, language: Language, settings: Settings, url: str) -> Artifact:
    """Return the feed of the entries that were added or corrected last."""
    ET.register_namespace("", ATOM)
    base = f"{url.rstrip('/')}/{language.code}/"
    entries = sorted(chronicle.entries, key=lambda e: (e.event.updated.sort_key, e.event.when.started.sort_key, e.id))
    feed = ET.Element(f"{{{ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": language.code})
    _text(feed, "id", base)
    _text(feed, "title", settings.name.in_language(language.code))
    _text(feed, "updated", _stamp(entries[-1]) if entries else "1970-01-01T00:00:00Z")
    ET.SubElement(feed, f"{{{ATOM}}}link", {"rel": "self", "href": f"{base}feed.xml"})
    ET.SubElement(feed, f"{{{ATOM}}}link", {"rel": "alternate", "href": base})
    _text(ET.SubElement(feed, f"{{{ATOM}}}author"), "name", settings.name.in_language(language.code))
    for entry in reversed(entries[-LATEST:]):
        _entry(feed, entry, language, base)
    return Artifact(f"{language.code}/feed.xml", _serialised(feed))


def _entry(feed: ET.Element, entry: Entry, language: Language, base: str) -> None:
    item = ET.SubElement(feed, f"{{{ATOM}}}entry")
    address = f"{base}events/{entry.id}/"
    _text(item, "id", address)
    _text(item, "title", entry.event.title.in_language(language.code))
    _text(item, "updated", _stamp(entry))
    _text(item, "published", f"{entry.event.added.start:%Y-%m-%dT%H:%M:%SZ}")
    ET.SubElement(item, f"{{{ATOM}}}link", {"rel": "alternate", "href": address})
    _text(item, "summary", entry.event.summary.in_language(language.code))


def _stamp(entry: Entry) -> str:
    return f"{entry.event.updated.start:%Y-%m-%dT%H:%M:%SZ}"


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, f"{{{ATOM}}}{name}").text = text


def sitemap(paths: Iterable[str], shown: Sequence[Language], url: str) -> Artifact:
    """Return the sitemap of all pages in the languages of the site, each with its counterparts in the others."""
    ET.register_namespace("", SITEMAP)
    ET.register_namespace("xhtml", XHTML)
    root = ET.Element(f"{{{SITEMAP}}}urlset")
    for path in paths:
        addresses = {own.code: f"{url.rstrip('/')}/{own.code}/{path}" for own in shown}
        for address in addresses.values():
            item = ET.SubElement(root, f"{{{SITEMAP}}}url")
            ET.SubElement(item, f"{{{SITEMAP}}}loc").text = address
            for code, other in addresses.items() if len(addresses) > 1 else ():
                ET.SubElement(item, f"{{{XHTML}}}link", {"rel": "alternate", "hreflang": code, "href": other})
    return Artifact("sitemap.xml", _serialised(root))


def robots(url: str) -> Artifact:
    """Return the file that invites crawlers and shows them the sitemap (RFC 9309)."""
    return Artifact("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {url.rstrip('/')}/sitemap.xml\n".encode())


def _serialised(root: ET.Element) -> bytes:
    text: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return text


def events_json(chronicle: Chronicle) -> Artifact:
    """Return all events as one JSON document, by id and in order of time, as their files have them."""
    return Artifact(
        "events.json", _EVENTS.dump_json({entry.id: entry.event for entry in chronicle.entries}, exclude_none=True)
    )
