"""Every page is what the theme itself makes of it, however it was put into its frame."""

import base64
import hashlib
import logging
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from tests import direct, hostile
from tests.golden import RECORD
from timeline.checking.result import check
from timeline.chronicle.chronicle import Chronicle, compile_chronicle
from timeline.site.parts.page import Artifact, Page, UnsafePath
from timeline.site.parts.shell import Press, content_policy
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
@pytest.mark.parametrize("name", ["record", "strange"])
def test_what_the_theme_makes(name: str, code: LanguageCode, request: pytest.FixtureRequest) -> None:
    """Every page is, to the byte, what the theme makes of it."""
    chronicle: Chronicle = request.getfixturevalue(name)
    press, frame, theme = direct.press(chronicle, code), direct.frame(chronicle, code), direct.theme()
    pages = list(direct.pages(chronicle, code))
    assert [] == [page.path for page in pages if press.print(page) != theme(frame.context(page))]


def test_stamped(strange: Chronicle) -> None:
    """The theme is asked twice for each shape of page, not once for each page."""
    asked: Counter[str] = Counter()

    def counting(context: Mapping[str, Any]) -> str:
        asked[context["body_class"]] += 1
        return direct.theme()(context)

    press = Press(direct.frame(strange, "en"), counting)
    pages = list(direct.pages(strange, "en"))
    for page in pages:
        press.print(page)
    shapes = Counter(page.shape for page in pages)
    assert 20 < shapes["event"]
    assert {shape: 2 for shape in shapes if shape != "home"} == {one: n for one, n in asked.items() if one != "home"}


@every_language
def test_a_theme_that_cannot_be_stamped(
    strange: Chronicle, code: LanguageCode, caplog: pytest.LogCaptureFixture
) -> None:
    """Where a theme makes more of a page than a stamp could, it is asked for each page, and that is said once."""

    def fanciful(context: Mapping[str, Any]) -> str:
        return f"<!-- {len(context['page_title'])} -->{direct.theme()(context)}"

    frame = direct.frame(strange, code)
    press = Press(frame, fanciful)
    pages = list(direct.pages(strange, code))
    with caplog.at_level(logging.WARNING):
        assert [] == [page.path for page in pages if press.print(page) != fanciful(frame.context(page))]
    warned = [message for message in caplog.messages if "events/2024-03-05-" in message]
    assert len({page.shape for page in pages if page.path.startswith("events/")}) == len(warned)


def test_a_theme_that_knows_the_path(strange: Chronicle) -> None:
    """A theme that names a page in a way of its own is not stamped with another page's name."""

    def knowing(context: Mapping[str, Any]) -> str:
        return f"<!-- {hash(context['canonical'])} -->{direct.theme()(context)}"

    frame = direct.frame(strange, "en")
    press = Press(frame, knowing)
    assert [] == [p.path for p in direct.pages(strange, "en") if press.print(p) != knowing(frame.context(p))]


@every_language
def test_without_an_address(strange: Chronicle, code: LanguageCode) -> None:
    """A site that does not know its address names no page absolutely, and is stamped all the same."""
    frame, theme = replace(direct.frame(strange, code), url=""), direct.theme()
    press = Press(frame, theme)
    for page in direct.pages(strange, code):
        printed = press.print(page)
        assert theme(frame.context(page)) == printed
        assert 'rel="canonical"' not in printed
        assert 'rel="alternate" hreflang' not in printed


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
