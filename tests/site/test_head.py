"""What stands in the head of every page: addresses, days, licence, icons, and what shows where a link is shared."""

import io
import json
import struct

import pytest
from PIL import Image

from tests.built import ADDRESS, Page, Site, name_of
from timeline.language import faces, language
from timeline.values.bilingual import LANGUAGES, LanguageCode

every_language = pytest.mark.parametrize("code", LANGUAGES)


def meta(page: Page, name: str) -> list[str]:
    """Return the contents of a page's meta elements of a name."""
    return [one.get("content", "") for one in page.all("meta") if name in (one.get("property"), one.get("name"))]


def linked(page: Page, relation: str) -> list[str]:
    """Return the addresses to which a page stands in a relation."""
    named = (link for link in page.links if name_of(link.element) == "link")
    return [link.address for link in named if link.element.get("rel") == relation]


def shown(site: Site) -> list[Page]:
    """Return every page that is to be found: all but those that lead on, or stand for a page that is not there."""
    return [page for page in site.pages.values() if page.shape != "moved" and not page.path.endswith(".html")]


def test_canonical(site: Site) -> None:
    """Every page that is to be found, the root too, names itself as the one address of what it says."""
    assert {page.path: [page.address] for page in shown(site)} == {p.path: linked(p, "canonical") for p in shown(site)}


def test_fonts(site: Site) -> None:
    """A page begins with the fonts of its language, in Arabic also of Latin names; the root’s pages with them all."""
    own: dict[str, set[str]] = {code: set(faces((language(code),))) for code in LANGUAGES}
    assert [4, 3, 6] == [len(own["ar"]), len(own["en"]), len(own["ar"] | own["en"])]
    for page in site.pages.values():
        fonts = [one.get("href", "").rpartition("/")[2] for one in page.all("link", rel="preload")]
        wanted = own.get(page.language) or own["ar"] | own["en"]
        assert sorted(f"{face}.woff2" for face in wanted) == sorted(fonts), page.path


def test_counterparts(site: Site) -> None:
    """Counterparts name each other, and readers of other languages are sent on, from the home pages to the root."""
    for page in shown(site):
        alternates = [one for one in page.all("link", rel="alternate") if one.get("hreflang")]
        named = {one.get("hreflang", ""): one.get("href", "") for one in alternates}
        assert {*LANGUAGES, "x-default"} == named.keys(), page.path
        assert page.address in named.values()
        assert {True} == {site.holds(address) for address in named.values()}
        for address in named.values():
            other = site.pages[address.removeprefix(ADDRESS)]
            back = {one.get("href") for one in other.all("link", rel="alternate") if one.get("hreflang")}
            assert page.address in back
        assert page.own_path or ADDRESS == named["x-default"]


@every_language
def test_days(site: Site, code: LanguageCode) -> None:
    """An entry's page is an article, with the day on which it was added and that of its last change."""
    for entry in site.chronicle.entries:
        page, event = site.event(code, entry), entry.event
        days = [f"{event.added.start:%Y-%m-%d}"], [f"{event.updated.start:%Y-%m-%d}"]
        assert days == (meta(page, "article:published_time"), meta(page, "article:modified_time"))
        assert ["article"] == meta(page, "og:type")
    for path in ("", "timeline/", "about/"):
        assert (["website"], []) == tuple(
            meta(site.page(code, path), name) for name in ("og:type", "article:modified_time")
        )


@every_language
def test_languages_when_shared(site: Site, code: LanguageCode) -> None:
    """Where a link is shared, its language is known, and the other one."""
    others = [language(one).word("locale") for one in LANGUAGES if one != code]
    for page in shown(site):
        if page.language == code:
            assert [language(code).word("locale")] == meta(page, "og:locale")
            assert others == meta(page, "og:locale:alternate")


def test_licence(site: Site) -> None:
    """Every page names the licence under which what it says may be used."""
    assert {("https://creativecommons.org/licenses/by/4.0/",)} == {
        tuple(linked(page, "license")) for page in shown(site)
    }


def picture(content: bytes) -> "Image.Image":
    """Read a picture."""
    return Image.open(io.BytesIO(content))


def test_icons(site: Site) -> None:
    """Tabs, home screens and installed sites find an icon of their size; a home screen's has no hole."""
    for page in shown(site):
        files = [*linked(page, "icon"), *linked(page, "apple-touch-icon")]
        assert 3 == len(files)
        assert {True} == {site.holds(address) for address in files}
    sizes = {
        name: picture((site.root / "assets" / name).read_bytes()) for name in ("icon-180.png", "icon-512-maskable.png")
    }
    assert {"icon-180.png": (180, 180), "icon-512-maskable.png": (512, 512)} == {
        n: one.size for n, one in sizes.items()
    }
    assert {255} == {min(one.convert("RGBA").getchannel("A").tobytes()) for one in sizes.values()}
    tab = picture((site.root / "favicon.ico").read_bytes())
    assert ("ICO", {(32, 32)}) == (tab.format, tab.info["sizes"])
    assert (0, 1, 1) == struct.unpack("<3H", (site.root / "favicon.ico").read_bytes()[:6])


def test_icons_show_something(site: Site) -> None:
    """An icon has the drawing's colours, and a mask cuts off nothing but the ground around it."""
    drawn = picture((site.root / "assets" / "icon-512.png").read_bytes()).convert("RGB")
    masked = picture((site.root / "assets" / "icon-512-maskable.png").read_bytes()).convert("RGB")
    assert len(drawn.getcolors(1 << 18) or ()) >= 3
    ground = masked.getpixel((0, 0))
    edge = [masked.getpixel((n, at)) for n in range(512) for at in (0, 20, 491, 511)]
    assert {ground} == set(edge)


@every_language
def test_manifest(site: Site, code: LanguageCode) -> None:
    """A site can be installed: its manifest has its language and direction, a start, and icons that are there."""
    for page in shown(site):
        if page.language == code:
            assert [f"{ADDRESS}{code}/manifest.webmanifest"] == linked(page, "manifest")
    manifest = json.loads((site.root / code / "manifest.webmanifest").read_bytes())
    assert (code, language(code).direction) == (manifest["lang"], manifest["dir"])
    assert ("./", "../") == (manifest["start_url"], manifest["scope"])
    for icon in manifest["icons"]:
        width, height = picture((site.root / code / icon["src"]).resolve().read_bytes()).size
        assert f"{width}x{height}" == icon["sizes"]
    assert {"any", "maskable"} == {icon["purpose"] for icon in manifest["icons"]}
