"""What stands around every page: it is escaped, relative, and the site may override its blocks."""

import base64
import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from tests import direct, hostile
from tests.built import parse, text_of
from tests.golden import RECORD
from timeline.checking.result import check
from timeline.chronicle.chronicle import Chronicle, compile_chronicle
from timeline.language import language
from timeline.site.parts.html import shell_template
from timeline.site.parts.page import Artifact, Page, UnsafePath
from timeline.site.parts.shell import Place, content_policy
from timeline.values.bilingual import LANGUAGES, LanguageCode

every_language = pytest.mark.parametrize("code", LANGUAGES)


@pytest.fixture(scope="module")
def record() -> Chronicle:
    """The tests' record."""
    return compile_chronicle(check(RECORD).record)


@pytest.fixture(scope="module")
def strange() -> Chronicle:
    """A record of events with hostile titles, one of which had another id before."""
    events = {f"2024-03-05-{n}": hostile.titled(text) for n, text in enumerate(hostile.fit(hostile.own())[::12])}
    events["2024-03-05-0"]["aliases"] = ["2024-03-05-former", "2024-03-05-older"]
    return direct.chronicle_of(events)


@every_language
def test_nothing_but_text(strange: Chronicle, code: LanguageCode) -> None:
    """Titles and descriptions are text in the shell, whatever is in them, and so are the site's own words."""
    name = "<b>&\"'</b>"
    shell = replace(direct.shell(strange, code), name=name, disclaimer=name, last_change=name)
    for page in direct.pages(strange, code):
        tree = parse(shell.html(replace(page, body=str)))
        wanted = {name, f"{page.title} · {name}"} if page.path else {f"{page.title} · {name}"}
        assert text_of(next(tree.iter("title"))) in wanted
        described = {meta.get("name"): meta.get("content") for meta in tree.iter("meta")}
        assert page.description == described["description"]
        assert not list(tree.iter("b"))


@every_language
def test_places_by_depth(record: Chronicle, code: LanguageCode) -> None:
    """At each depth the shell names the same places, relative to the page; the page's own place is marked."""
    shell = replace(direct.shell(record, code), places=(Place("A", "a/"), Place("Home", "")), footer=())
    for path, hrefs in (("", ["a/", "./"]), ("a/", ["../a/", "../"]), ("a/b/", ["../../a/", "../../"])):
        tree = parse(shell.html(Page(path, "x", "t", "d", str, "a/")))
        navigation = next(tree.iter("nav"))
        assert hrefs == [link.get("href") for link in navigation.iter("a")]
        assert ["page", None] == [link.get("aria-current") for link in navigation.iter("a")]


@every_language
def test_without_an_address(strange: Chronicle, code: LanguageCode) -> None:
    """A site that does not know its address names no page absolutely."""
    shell = replace(direct.shell(strange, code), url="")
    for page in direct.pages(strange, code):
        html = shell.html(page)
        assert 'rel="canonical"' not in html
        assert 'rel="alternate" hreflang' not in html


@every_language
def test_one_language(strange: Chronicle, code: LanguageCode) -> None:
    """A site of one language has no switch of language and names no counterpart of a page."""
    shell = replace(direct.shell(strange, code), languages=(language(code),))
    tree = parse(shell.html(direct.pages(strange, code)[0]))
    assert [] == [element for element in tree.iter() if element.get("hreflang") is not None]


def test_blocks_of_the_site(strange: Chronicle, tmp_path: Path) -> None:
    """A site's own ``main.html`` takes the place of blocks, in which everything is escaped as in the shell."""
    block = "{% block wordmark %}<i>{{ site.name }}</i>{% endblock %}"
    (tmp_path / "main.html").write_text(f'{{% extends "shell.html" %}}{block}', "utf-8")
    shell = replace(direct.shell(strange, "en"), template=shell_template(language("en"), tmp_path), name="a < b")
    header = next(parse(shell.html(direct.pages(strange, "en")[0])).iter("header"))
    assert ["a < b"] == [text_of(element) for element in header.iter("i")]
    assert "a < ba < b" == text_of(next(header.iter("a"))).strip()


def test_pages_are_the_program_s(strange: Chronicle, tmp_path: Path) -> None:
    """A template of the program is not replaced by a file of its name in the site's folder."""
    (tmp_path / "shell.html").write_text("mine", "utf-8")
    shell = replace(direct.shell(strange, "en"), template=shell_template(language("en"), tmp_path))
    assert "mine" != shell.html(direct.pages(strange, "en")[0])


def test_moved_pages(strange: Chronicle) -> None:
    """The page of a former id sends its reader on, by script or without, and is nothing for search engines."""
    pages = {page.path: page for page in direct.pages(strange, "ar")}
    for former in ("2024-03-05-former", "2024-03-05-older"):
        page = pages[f"events/{former}/"]
        assert 'content="0; url=../2024-03-05-0/"' in page.head
        assert "noindex" in page.head
        assert 'href="../2024-03-05-0/"' in page.body()


def hashed(script: str) -> str:
    """Return the source expression of a script, as CSP 3 defines it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


@pytest.mark.parametrize(
    ("html", "allowed"),
    [
        ("<p>", []),
        ("<script>a()</script>", ["a()"]),
        ("<script type=module>b()</script>", ["b()"]),
        ("<script src=x.js></script><script>c(1 < 2 && '&amp;')</script>", ["c(1 < 2 && '&amp;')"]),
        ('<script type="application/ld+json">{"a": 1}</script>', []),
        ("<script>d()</script><script>e()</script>", ["d()", "e()"]),
        ("<script>\n  f()\n</script>\n", ["\n  f()\n"]),
    ],
)
def test_content_policy(html: str, allowed: list[str]) -> None:
    """A policy lets those scripts run that stand in the page, and no other."""
    (directive,) = (part for part in content_policy(html).split("; ") if part.startswith("script-src"))
    assert ["script-src", "'self'", *map(hashed, allowed)] == directive.split()


@every_language
def test_no_referrer(record: Chronicle, code: LanguageCode) -> None:
    """No page tells another site where its reader comes from."""
    for path, html in direct.html(record, code):
        metas = [one.attrib for one in parse(html).iter() if one.get("name") == "referrer"]
        assert [{"name": "referrer", "content": "no-referrer"}] == metas, path


@pytest.mark.parametrize("path", ["/", "/a/", "../", "a/../b/", "./", "a//b/", "a\\b/", "a/\0/", "a"])
def test_unsafe_path_of_a_page(path: str) -> None:
    """A page has a path below the site's folder, ending with a slash."""
    with pytest.raises(UnsafePath):
        Page(path, "x", "", "", str)


@pytest.mark.parametrize("path", ["", "/a", "../a", "a/../b", "a/", "a//b", "a\\b", "a\0"])
def test_unsafe_path_of_an_artifact(path: str) -> None:
    """A file of the site has a path below the site's folder."""
    with pytest.raises(UnsafePath):
        Artifact(path, b"")
