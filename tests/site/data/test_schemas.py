"""Feeds and the sitemap are what their standards say, as schemas have it."""

from pathlib import Path

import pytest
from lxml import etree

from tests.built import Site
from tests.site.data import published
from timeline.chronicle.chronicle import Chronicle

HERE = Path(__file__).parent

ATOM = "http://www.w3.org/2005/Atom"
NEEDED = "<id>urn:a</id><title>a</title><updated>2024-03-05T00:00:00Z</updated>"


def faults(schema: str, content: bytes) -> list[str]:
    """Return what a schema does not allow in a document."""
    validator = etree.RelaxNG(etree.parse(HERE / f"{schema}.rng"))
    validator.validate(etree.fromstring(content))
    return [error.message for error in validator.error_log]


def faulty_feeds(files: dict[str, bytes]) -> dict[str, list[str]]:
    """Return the Atom feeds among published files that are none, with what is wrong."""
    feeds = {path: content for path, content in files.items() if path.endswith(".xml")}
    assert {"en/feed.xml", "ar/outages.xml", "ar/moves.xml"} <= feeds.keys()
    found = {path: faults("atom", content) for path, content in feeds.items()}
    return {path: each for path, each in found.items() if each}


def test_atom(chronicle: Chronicle) -> None:
    """Every feed, those of subjects and archives too, has what RFC 4287 asks for and nothing that it forbids."""
    assert {} == faulty_feeds(published.files(chronicle))


@pytest.mark.parametrize(
    "entry",
    [
        "<id>urn:b</id><title>b</title>",
        f"{NEEDED}<id>urn:b</id>",
        f"{NEEDED}<logo>x</logo>",
        f"{NEEDED.replace('00:00:00Z', '')}",
        f"{NEEDED}<link rel='alternate'/>",
        f"{NEEDED}<category label='x'/>",
        f"{NEEDED}<content type='xml'>x</content>",
    ],
)
def test_what_is_no_feed(entry: str) -> None:
    """What is missing, doubled, misplaced or misshapen is found, so that the test above means something."""
    whole = f'<feed xmlns="{ATOM}">{NEEDED}<entry>{{}}</entry></feed>'
    assert [] == faults("atom", whole.format(NEEDED).encode())
    assert faults("atom", whole.format(entry).encode())


def test_sitemap(site: Site) -> None:
    """The sitemap is what search engines take for one."""
    content = (site.root / "sitemap.xml").read_bytes()
    assert [] == faults("sitemap", content)
    for right, wrong in ((b"<lastmod>2", b"<lastmod>x"), (b"<loc>https:", b"<loc>"), (b'rel="alternate"', b'rel="x"')):
        assert faults("sitemap", content.replace(right, wrong, 1))
