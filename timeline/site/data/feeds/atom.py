"""Feeds in Atom (RFC 4287), with archives back to the first entry (RFC 5005, section 4)."""

from collections.abc import Iterator, Sequence
from xml.etree import ElementTree as ET

from timeline.site.data.feeds.channels import Channel, Channels
from timeline.site.data.feeds.items import Item
from timeline.site.icons import LARGE as ICON
from timeline.site.parts.page import Artifact

ATOM = "http://www.w3.org/2005/Atom"
HISTORY = "http://purl.org/syndication/history/1.0"
TERMS = "http://purl.org/dc/terms/"
XML = "http://www.w3.org/XML/1998/namespace"


def files(channels: Channels, channel: Channel) -> Iterator[Artifact]:
    """Yield a feed and, where it has them, its archives; each names the one before."""
    yield _file(channels, channel, channel.newest, 0, len(channel.archives))
    for number, items in enumerate(channel.archives, 1):
        yield _file(channels, channel, items, number, number - 1)


def _file(channels: Channels, channel: Channel, items: Sequence[Item], number: int, before: int) -> Artifact:
    """Return the feed itself, whose number is 0, or an archive; ``before`` is the number of the archive before it."""
    for prefix, namespace in (("", ATOM), ("fh", HISTORY), ("dcterms", TERMS)):
        ET.register_namespace(prefix, namespace)
    feed = ET.Element(f"{{{ATOM}}}feed", {f"{{{XML}}}lang": channels.language.code})
    base, publication = channels.base, channels.publication
    _text(feed, "id", f"{base}{_path(channel, number) if number else channel.page}")
    _text(feed, "title", channel.title)
    _text(feed, "subtitle", publication.settings.description.in_language(channels.language.code))
    _text(feed, "updated", max((item.updated for item in items), default="1970-01-01T00:00:00Z"))
    _link(feed, "self", f"{base}{_path(channel, number)}", "application/atom+xml")
    _link(feed, "alternate", f"{base}{channel.page}", "text/html")
    if before:
        _link(feed, "prev-archive", f"{base}{_path(channel, before)}", "application/atom+xml")
    if number:
        ET.SubElement(feed, f"{{{HISTORY}}}archive")
        _link(feed, "current", f"{base}{_path(channel, 0)}", "application/atom+xml")
    _text(ET.SubElement(feed, f"{{{ATOM}}}author"), "name", channels.name)
    if license_ := publication.settings.license:
        _text(feed, "rights", f"{license_.name} {license_.url}")
    if publication.icons:
        _text(feed, "icon", f"{publication.root}{ICON}")
    for item in items:
        _entry(feed, item)
    content: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return Artifact(f"{channels.language.code}/{_path(channel, number)}", content)


def _path(channel: Channel, number: int) -> str:
    return f"{channel.path}-{number}.xml" if number else f"{channel.path}.xml"


def _entry(feed: ET.Element, item: Item) -> None:
    entry = ET.SubElement(feed, f"{{{ATOM}}}entry")
    _text(entry, "id", item.id)
    _text(entry, "title", item.title)
    _text(entry, "updated", item.updated)
    _text(entry, "published", item.published)
    _link(entry, "alternate", item.address, "text/html")
    for scheme, term, name in item.categories:
        ET.SubElement(entry, f"{{{ATOM}}}category", {"term": term, "scheme": scheme, "label": name})
    _text(entry, "summary", item.summary)
    ET.SubElement(entry, f"{{{ATOM}}}content", {"type": "html"}).text = item.content
    ET.SubElement(entry, f"{{{TERMS}}}temporal").text = item.happened


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, f"{{{ATOM}}}{name}").text = text


def _link(parent: ET.Element, relation: str, address: str, type_: str) -> None:
    ET.SubElement(parent, f"{{{ATOM}}}link", {"rel": relation, "type": type_, "href": address})
