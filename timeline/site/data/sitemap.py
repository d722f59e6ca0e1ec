"""What search engines read: the sitemap (sitemaps.org) and the file that leads to it (RFC 9309)."""

from collections.abc import Iterable, Sequence
from xml.etree import ElementTree as ET

from timeline.language import Language
from timeline.site.parts.page import Artifact

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"


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
