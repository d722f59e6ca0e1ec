"""There is a frame of everything that can be framed, with links that lead somewhere, and oEmbed says how."""

import json

import pytest

from tests.built import ADDRESS, Page, Site, name_of, parse, text_of
from timeline.chronicle.replay import replay_of
from timeline.values.bilingual import LANGUAGES, LanguageCode

every_language = pytest.mark.parametrize("code", LANGUAGES)


def described(site: Site, frame: Page) -> dict[str, object]:
    """Return what oEmbed says of a frame."""
    found: dict[str, object] = json.loads((site.root / frame.path / "oembed.json").read_bytes())
    return found


@every_language
def test_a_frame_of_everything(site: Site, code: LanguageCode) -> None:
    """There is a frame of each event, quotation, story, replay and figure, and of the axis."""
    wanted = {"axis/"}
    for entry in site.chronicle.entries:
        wanted.add(f"events/{entry.id}/")
        wanted |= {f"events/{entry.id}/q-{quote.id}/" for quote in entry.event.quotes}
    wanted |= {f"stories/{tale.id}/" for tale in site.chronicle.stories}
    wanted |= {f"stories/{tale.id}/replay/" for tale in site.chronicle.stories if replay_of(tale)}
    sections = (one.get("id") for one in site.page(code, "figures/").main.iter("section"))
    wanted |= {f"figures/{one}/" for one in sections if one}
    start = f"embed/{code}/"
    assert wanted == {path.removeprefix(start) for path in site.frames if path.startswith(start)}


def test_links(site: Site) -> None:
    """Every link of a frame opens beside the page that frames it, and leads to a page or a passage of the site."""
    for frame in site.frames.values():
        base = frame.first("base")
        whole = Page(frame.path, frame.file)
        own = Page(_resolved(whole, base.get("href", "")), frame.file)
        assert "_blank" == base.get("target")
        for link in own.links:
            if name_of(link.element) in ("a", "link", "script"):
                address = link.address
                assert site.holds(address) or address.startswith(f"{ADDRESS}embed/"), (frame.path, address)


def _resolved(page: Page, href: str) -> str:
    parts = page.path.split("/")[:-1]
    while href.startswith("../"):
        parts, href = parts[:-1], href[3:]
    return "/".join([*parts, href]) if parts else href


def test_policy(site: Site) -> None:
    """A frame runs and fetches only what is the site's own, sends nothing, and is not to be found by itself."""
    for frame in site.frames.values():
        policy = frame.first("meta", http_equiv="Content-Security-Policy").get("content", "")
        rules = {name: values for name, *values in map(str.split, policy.split(";"))}
        assert (["'none'"], ["'none'"]) == (rules["default-src"], rules["form-action"])
        assert ("frame-ancestors" in rules, "'unsafe-inline'" in policy) == (False, False)
        assert ["noindex"] == [one.get("content") for one in frame.all("meta") if one.get("name") == "robots"]


@every_language
def test_oembed(site: Site, code: LanguageCode) -> None:
    """Pages and frames name their oEmbed, whose HTML is one frame at an address of the site; pages offer the same."""
    for path in (f"events/{site.chronicle.entries[0].id}/", f"stories/{site.chronicle.stories[0].id}/"):
        page, frame = site.page(code, path), site.frames[f"embed/{code}/{path}"]
        address = f"{ADDRESS}{frame.path}oembed.json"
        for one in (page, frame):
            assert [address] == [link.get("href") for link in one.all("link", type="application/json+oembed")]
        found = described(site, frame)
        assert ("1.0", "rich") == (found["version"], found["type"])
        (iframe,) = parse(str(found["html"])).iter("iframe")
        assert (f"{ADDRESS}{frame.path}", found["title"]) == (iframe.get("src"), iframe.get("title"))
        assert str(found["height"]) == iframe.get("height")
        offered = [text_of(code_) for details in page.all("details", class_="embed") for code_ in details.iter("code")]
        assert found["html"] == offered[0]


def test_quotations(site: Site) -> None:
    """A frame of a quotation has its words as they were said and, in Arabic, the translation; its page leads to it."""
    for entry in site.chronicle.entries:
        for quote in entry.event.quotes:
            frame = site.frames[f"embed/ar/events/{entry.id}/q-{quote.id}/"]
            said = {one.get("lang"): text_of(one) for one in frame.main.iter("blockquote")}
            assert quote.lang in said
            assert quote.lang == "ar" or "ar" in said
            assert any(a.get("href", "").endswith(f"#q-{quote.id}") for a in frame.tree.iter("a"))


@every_language
def test_offered_with_every_quotation(site: Site, code: LanguageCode) -> None:
    """The page of all that was said offers with each quotation the line that frames it, as its event's page does."""
    offered = lines(site.page(code, "quotes/"))
    wanted = {line for entry in site.chronicle.entries for line in lines(site.event(code, entry)) if "/q-" in line}
    assert sum(len(entry.event.quotes) for entry in site.chronicle.entries) == len(wanted)
    assert wanted == offered


def lines(page: Page) -> set[str]:
    """Return the lines to paste that a page offers."""
    return {text_of(line) for details in page.all("details", class_="embed") for line in details.iter("code")}


def test_small(site: Site) -> None:
    """A frame of an event or a quotation takes eight KB at most."""
    sizes = {path: frame.file.stat().st_size for path, frame in site.frames.items() if "/events/" in path}
    assert {} == {path: size for path, size in sizes.items() if size > 8192}
