"""What search engines read: the sitemap (sitemaps.org) and the file that leads to it (RFC 9309)."""

from collections.abc import Mapping, Sequence
from xml.etree import ElementTree as ET

from timeline.language import Language
from timeline.site.parts.page import Artifact
from timeline.site.publication import elsewhere

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"


def sitemap(paths: Mapping[str, str], shown: Sequence[Language], url: str) -> Artifact:
    """Return the sitemap of the root and of all pages in the languages of the site, each with its counterparts.

    ``paths`` has the day of each page's last change, or nothing where it is not known.
    """
    ET.register_namespace("", SITEMAP)
    ET.register_namespace("xhtml", XHTML)
    document = ET.Element(f"{{{SITEMAP}}}urlset")
    root = f"{url.rstrip('/')}/"
    for path, changed in paths.items():
        counterparts = {str(own.code): f"{root}{own.code}/{path}" for own in shown}
        listed = list(counterparts.values())
        counterparts["x-default"] = elsewhere(shown, url, path)
        if not path:
            listed.append(root)
        for address in listed:
            _url(document, address, changed, counterparts if len(shown) > 1 else {})
    return Artifact("sitemap.xml", _serialised(document))


def _url(document: ET.Element, address: str, changed: str, counterparts: Mapping[str, str]) -> None:
    item = ET.SubElement(document, f"{{{SITEMAP}}}url")
    ET.SubElement(item, f"{{{SITEMAP}}}loc").text = address
    if changed:
        ET.SubElement(item, f"{{{SITEMAP}}}lastmod").text = changed
    for code, other in counterparts.items():
        ET.SubElement(item, f"{{{XHTML}}}link", {"rel": "alternate", "hreflang": code, "href": other})


def robots(url: str) -> Artifact:
    """Return the file that invites crawlers and shows them the sitemap (RFC 9309)."""
    return Artifact("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {url.rstrip('/')}/sitemap.xml\n".encode())


def _serialised(root: ET.Element) -> bytes:
    text: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return text
