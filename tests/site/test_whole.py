"""The built site hangs together: both languages alike, every address leads somewhere, nothing comes from outside."""

import base64
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree as ET

import pytest
from babel import Locale

from tests import direct, formats
from tests.built import ADDRESS, SITE_RECORD, Page, Site, below, name_of, text_of
from tests.direct import settings
from timeline.building import manifest as listing
from timeline.chronicle.replay import replay_of
from timeline.language import language, languages
from timeline.values.bilingual import LANGUAGES

HEADING = re.compile(r"h[1-6]")
LEVEL_ONE = ["h1"]
OUTGOING = {"noopener", "noreferrer", "external"}

# The same site under the scheme by which phones subscribe to calendars.
SUBSCRIBED = ADDRESS.replace("https:", "webcal:")

SUFFIXES = {".html", ".css", ".js", ".svg", ".woff2", ".webmanifest", ".txt", ".xml"}
SUFFIXES |= {".json", ".jsonl", ".csv", ".sqlite", ".ics", ".png", ".ico"}

# What a browser fetches by itself; a canonical address or an alternate is only named.
FETCHED = {"stylesheet", "preload", "modulepreload", "icon", "manifest", "prefetch", "apple-touch-icon"}

every_language = pytest.mark.parametrize("code", LANGUAGES)


def of_language(site: Site, code: str) -> Iterator[Page]:
    """Yield the pages in a language's folder."""
    return (page for page in site.pages.values() if page.language == code)


def both(site: Site) -> Iterator[Page]:
    """Yield the pages in the languages' folders."""
    return (page for code in LANGUAGES for page in of_language(site, code))


def headings(page: Page) -> list[str]:
    """Return the names of a page's headings, in order."""
    return [element.tag for element in page.tree.iter() if HEADING.fullmatch(name_of(element))]


def fetched(page: Page) -> Iterator[str]:
    """Yield the addresses that a browser fetches for a page."""
    for link in page.links:
        name = name_of(link.element)
        if name not in ("a", "link") or FETCHED & set(link.element.get("rel", "").split()):
            yield link.address


def policy(page: Page) -> dict[str, list[str]]:
    """Return a page's Content-Security-Policy by directive."""
    meta = page.first("meta", http_equiv="Content-Security-Policy")
    parts = (part.split() for part in meta.get("content", "").split(";"))
    return {name: values for name, *values in parts}


def test_same_pages_in_every_language(site: Site) -> None:
    """Every language has the same pages at the same addresses."""
    pages = [{page.own_path for page in of_language(site, code)} for code in LANGUAGES]
    assert len(site.chronicle.entries) < len(pages[0])
    assert [pages[0]] * len(pages) == pages


def test_a_page_for_everything(site: Site) -> None:
    """There is a page for each event, year, subject and story, for each text by hand, and for each list of them."""
    chronicle = site.chronicle
    subjects = {"years": chronicle.years, "people": chronicle.people}
    subjects |= {"companies": chronicle.companies, "platforms": chronicle.platforms}
    subjects |= {"kinds": chronicle.kinds, "tags": chronicle.tags}
    wanted = {"", "years/", "people/", "platforms/", "figures/", "debunked/", "coverage/", "codes/", "stories/"}
    wanted |= {"quotes/", "compare/"} | {f"compare/{one.first}--{one.second}/" for one in settings().pairs}
    wanted |= {"on-this-day/", "changes/", "timeline/", "kinds/", "tags/", "countries/", "data/"}
    wanted |= {f"events/{entry.id}/" for entry in chronicle.entries} | {f"events/{old}/" for old in chronicle.moved}
    wanted |= {f"{folder}/{one}/" for folder, found in subjects.items() for one in found}
    wanted |= {f"stories/{tale.id}/" for tale in chronicle.stories}
    wanted |= {f"stories/{tale.id}/replay/" for tale in chronicle.stories if replay_of(tale)}
    lists = {path for path in site.page("en", "figures/").linked if path.startswith("en/figures/") and path[-1] == "/"}
    wanted |= {path.removeprefix("en/") for path in lists}
    for code in LANGUAGES:
        by_hand = {f"{path.stem}/" for path in (SITE_RECORD / "site_src" / "pages" / code).glob("*.md")}
        assert wanted | by_hand == {page.own_path for page in of_language(site, code)}


@every_language
def test_language_and_direction(site: Site, code: str) -> None:
    """Every page says the language and the direction that it is written in."""
    wanted = (code, {"ar": "rtl", "en": "ltr"}[code])
    found = {page.path: (page.tree.get("lang"), page.tree.get("dir")) for page in of_language(site, code)}
    assert dict.fromkeys(found, wanted) == found


def test_title_and_description(site: Site) -> None:
    """Every page has a title and a description, and no two pages of a language have the same title."""
    for code in LANGUAGES:
        kept = (page for page in of_language(site, code) if page.shape != "moved")
        titles = Counter(text_of(page.first("title")).strip() for page in kept)
        assert ([], False) == ([title for title, count in titles.items() if count > 1], "" in titles)
    described = {page.path: page.first("meta", name="description").get("content", "") for page in site.pages.values()}
    assert [] == [path for path, description in described.items() if not description.strip()]


def test_canonical_address(site: Site) -> None:
    """Every page of a language names its own address as the one that counts."""
    found = {page.path: page.first("link", rel="canonical").get("href") for page in both(site)}
    assert {page.path: page.address for page in both(site)} == found


def alternates(page: Page) -> dict[str | None, str | None]:
    """Return the addresses of a page's counterparts by language."""
    found = {link.get("hreflang"): link.get("href") for link in page.first("head").iter("link")}
    return {lang: href for lang, href in found.items() if lang in LANGUAGES}


def test_alternates(site: Site) -> None:
    """Every page names its counterparts in all languages, itself among them; they exist and name the same."""
    for page in both(site):
        named = alternates(page)
        assert {code: f"{ADDRESS}{code}/{page.own_path}" for code in LANGUAGES} == named
        assert [named] * len(LANGUAGES) == [alternates(site.page(code, page.own_path)) for code in LANGUAGES]


def test_language_switch(site: Site) -> None:
    """The switch in the header leads to the same page in the other language, and is written in that language."""
    for page in both(site):
        other = next(own for own in languages() if own.code != page.language)
        switch = next(a for a in page.first("header").iter("a") if a.get("hreflang"))
        wanted = (f"{ADDRESS}{other.code}/{page.own_path}", other.code, other.direction, other.word("name"))
        assert wanted == (urljoin(page.address, switch.get("href")), *map(switch.get, ("lang", "dir")), text_of(switch))


def test_headings(site: Site) -> None:
    """Every page has one heading of the first level, begins with it, and leaves no level out."""
    for page in site.pages.values():
        found = headings(page)
        assert (LEVEL_ONE, LEVEL_ONE) == (found[:1], [name for name in found if name == "h1"]), page.path
        jumps = [(a, b) for a, b in pairwise(found) if int(b[1]) > int(a[1]) + 1]
        assert [] == jumps, page.path


def test_distinct_ids(site: Site) -> None:
    """No page has an id twice."""
    twice = {page.path: [one for one, n in Counter(page.ids).items() if n > 1] for page in site.pages.values()}
    assert {} == {path: ids for path, ids in twice.items() if ids}


def test_internal_links(site: Site) -> None:
    """Every address of the site that a page names leads to a file, and its fragment to an element there."""
    named = {link.address: page.path for page in site.pages.values() for link in page.links}
    assert {} == {to: page for to, page in named.items() if to.startswith(ADDRESS) and not site.holds(to)}


def test_outgoing_links(site: Site) -> None:
    """A link that leads out says so, hides where the reader comes from, and opens where the reader wants it."""
    out = [
        (page.path, link)
        for page in site.pages.values()
        for link in page.links
        if name_of(link.element) == "a" and not link.address.startswith((ADDRESS, SUBSCRIBED))
    ]
    assert len(site.chronicle.entries) < len(out)
    assert [] == [
        (path, link.address) for path, link in out if set(link.element.get("rel", "").split()) - {"license"} != OUTGOING
    ]
    assert [] == [(path, link.address) for path, link in out if link.element.get("target") is not None]
    assert {"https", "http"} >= {urlsplit(link.address).scheme for _, link in out}


def test_nothing_from_outside(site: Site) -> None:
    """A browser fetches nothing from another origin, and everything that it fetches is there."""
    addresses = {(page.path, address) for page in site.pages.values() for address in fetched(page)}
    assert set() == {(path, to) for path, to in addresses if not to.startswith(ADDRESS) or not site.holds(to)}


def test_style_sheet_and_manifest(site: Site) -> None:
    """What the style sheet and the manifest name lies beside them."""
    for sheet in site.root.rglob("*.css"):
        named = re.findall(r"url\(\s*[\"']?([^\"')]+)", sheet.read_text("utf-8"))
        assert [] == [one for one in named if not one.startswith("data:") and not (sheet.parent / one).is_file()]
    for manifest in site.root.rglob("*.webmanifest"):
        declared = json.loads(manifest.read_text("utf-8"))
        address = ADDRESS + manifest.relative_to(site.root).as_posix()
        assert [] == [icon for icon in declared["icons"] if not site.holds(urljoin(address, icon["src"]))]
        assert (ADDRESS, True) == (
            urljoin(address, declared["scope"]),
            site.holds(urljoin(address, declared["start_url"])),
        )


def test_content_security_policy(site: Site) -> None:
    """Every page forbids all that it does not use, before it uses anything, and only its own inline scripts run."""
    for page in site.pages.values():
        head = list(page.first("head"))
        names = [name_of(element) for element in head]
        place = head.index(page.first("meta", http_equiv="Content-Security-Policy"))
        assert not {"script", "link", "style"} & set(names[:place]), page.path
        directives = policy(page)
        assert (["'none'"], ["'none'"]) == (directives["default-src"], directives["base-uri"])
        inline = [text_of(script) for script in page.all("script") if not {"src", "type"} & set(script.attrib)]
        hashes = [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in inline]
        assert {"'self'", *(f"'sha256-{one}'" for one in hashes)} == set(directives["script-src"]), page.path


def test_no_inline_handlers_or_styles(site: Site) -> None:
    """No page has what the policy would stop: a script in an attribute, or a style in one."""
    kept = (
        (page.path, name, key)
        for page in site.pages.values()
        for element in page.tree.iter()
        if (name := name_of(element))
        for key in element.attrib
        if key.startswith("on") or key == "style"
    )
    assert [] == list(kept)


def test_files(site: Site) -> None:
    """Nothing but pages, assets and data is published."""
    files = [path for path in site.root.rglob("*") if path.is_file() and path.name not in (".nojekyll", listing.NAME)]
    assert SUFFIXES >= {path.suffix for path in files}
    assert [] == [path for path in site.root.rglob("*") if path.is_symlink()]


def test_every_page_is_linked(site: Site) -> None:
    """From the root every page can be reached by links, but for the pages of former ids and the lost one."""
    reached, waiting = {""}, [""]
    while waiting:
        page = site.pages[waiting.pop()]
        found = {below(link.address).partition("#")[0] for link in page.links if name_of(link.element) == "a"}
        new = (found & site.pages.keys()) - reached
        reached |= new
        waiting += new
    former = {f"{code}/events/{one}/" for code in LANGUAGES for one in site.chronicle.moved}
    samples = {f"{code}/samples/" for code in LANGUAGES}  # of Markdown, for tests and for who writes pages
    assert site.pages.keys() - former - samples - {"404.html", "offline.html"} == reached


def in_language(element: ET.Element, code: str, inherited: str = "ar") -> Iterator[str]:
    """Yield the addresses that the parts of a page in one language link."""
    own = element.get("lang", inherited)
    if name_of(element) == "a" and own == code:
        yield element.get("href", "")
    for child in element:
        yield from in_language(child, code, own)


@pytest.mark.parametrize("path", ["", "404.html"])
def test_root_pages(site: Site, path: str) -> None:
    """The root page and the page for lost readers say the same in every language, and lead to each one's home."""
    main, settings = site.pages[path].main, direct.settings()
    assert settings.lost
    for own in languages():
        word = settings.lost.title.in_language(own.code) if path else own.word("root.read")
        assert word in text_of(main)
        assert settings.disclaimer.in_language(own.code) in text_of(main)
        homes = {urljoin(ADDRESS, href) for href in in_language(main, own.code)}
        assert {f"{ADDRESS}{own.code}/"} == homes


def test_lost_page_at_any_depth(site: Site) -> None:
    """The page for lost readers names everything from the root of the host, for it is shown at every depth."""
    page = site.pages["404.html"]
    own = [link.element for link in page.links if link.element.get("rel") != "license"]
    written = [element.get("href") or element.get("src") or element.get("action") or "" for element in own]
    assert [] == [address for address in written if not address.startswith(("/", "#"))]


def test_lost_page_is_styled_anywhere(site: Site) -> None:
    """The page for lost readers carries its styles, which its policy allows by their hash; no other page does."""
    assert ["404.html"] == [page.path for page in site.pages.values() if list(page.all("style"))]
    page = site.pages["404.html"]
    (style,) = page.all("style")
    own = hashlib.sha256(text_of(style).encode()).digest()
    assert ["'self'", f"'sha256-{base64.b64encode(own).decode()}'"] == policy(page)["style-src"]
    assert "--bg:" in text_of(style)
    assert {"'self'"} == {" ".join(policy(one)["style-src"]) for one in both(site)}


def test_no_jekyll(site: Site) -> None:
    """The host is told to publish the files as they are."""
    assert b"" == Path(site.root / ".nojekyll").read_bytes()


def test_words_of_pages(site: Site) -> None:
    """Each page's main place in the navigation is marked once, and only where the navigation has it."""
    for page in both(site):
        own = language("ar" if page.language == "ar" else "en")
        for navigation in page.first("header").iter("nav"):
            current = [a for a in navigation.iter("a") if a.get("aria-current") is not None]
            assert len(current) <= 1, page.path
            assert own.word("shell.places") == navigation.get("aria-label")


def shown_texts(element: ET.Element) -> Iterator[str]:
    """Yield the texts of an element whose lines a browser breaks: not those of drawings, data and quoted files."""
    if name_of(element) not in ("svg", "script", "style", "pre") and element.get("lang") != "":
        yield element.text or ""
        for child in element:
            yield from shown_texts(child)
            yield child.tail or ""


@every_language
def test_dates_stay_whole(site: Site, code: str) -> None:
    """No line of a page ends between a day and its month, in the record's own texts and in ours."""
    months = "|".join(Locale(code).months["format"]["wide"].values())
    torn = re.compile(rf"\b[0-9]{{1,2}} (?:{months})\b.*")
    held = re.compile(rf"\b[0-9]{{1,2}}\N{{NO-BREAK SPACE}}(?:{months})\b")
    texts = [text for page in of_language(site, code) for text in shown_texts(page.first("body"))]
    assert [] == [found[0] for text in texts if (found := torn.search(text))]
    assert any(held.search(text) for text in texts)


# What is no page, picture, style, script or font, and the notes that the program leaves for itself and for hosts.
DATA = {".json", ".jsonl", ".csv", ".sqlite", ".ics", ".xml", ".webmanifest", ".txt"}


def test_formats(site: Site) -> None:
    """Every file of data is of a kind that docs/formats.md names, and every kind that it names is there."""
    rows = [*formats.promised(), *(f"assets/EDITION/data/{row.path}" for row in formats.private()[0])]
    shapes = {row: formats.expression(row) for row in rows}
    paths = [str(path.relative_to(site.root)) for path in site.root.rglob("*") if path.suffix in DATA]
    paths = [path for path in paths if not path.startswith("assets/") or "/data/" in path]  # the others are as they lie
    met = {path: [row for row, shape in shapes.items() if shape.fullmatch(path)] for path in paths}
    assert [] == [path for path, kinds in met.items() if not kinds]
    assert set(rows) == {row for kinds in met.values() for row in kinds}
