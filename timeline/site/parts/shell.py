"""The frame around a page: rendered once for each shape by the theme's template, then stamped.

A theme's template is slow, and pages of one shape differ in five texts only. So the template is rendered once
with private-use characters in the places of these texts, and each page is a join of the pieces around them.
"""

import base64
import hashlib
import logging
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from typing import Any

from markupsafe import escape

from timeline.language import Language, languages
from timeline.site.colours import Colour
from timeline.site.parts.page import Page

log = logging.getLogger(__name__)

Render = Callable[[Mapping[str, Any]], str]

_SLOTS = {"title": "\ue000", "description": "\ue001", "path": "\ue002", "head": "\ue003", "body": "\ue004"}
_NAMES = {mark: name for name, mark in _SLOTS.items()}
_SPLIT = re.compile(f"([{''.join(_SLOTS.values())}])")


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the navigation: its label and its path below the language's folder."""

    label: str
    path: str


@dataclass(frozen=True, slots=True)
class Site:
    """What all pages of one language share."""

    language: Language
    name: str
    url: str
    places: tuple[Place, ...]
    footer: tuple[Place, ...]
    words: Mapping[str, str]
    ground: Colour
    policy: str = ""

    def context(self, page: Page) -> dict[str, Any]:
        """Return the variables of the theme's template for a page."""
        home = "../" * page.depth
        return {
            "lang_code": self.language.code,
            "direction": self.language.direction,
            "site_name": self.name,
            "root": home + "../",
            "home": home or "./",
            "page_title": page.title,
            "page_description": page.description,
            "canonical": self._address(self.language, page) if self.url else "",
            "alternates": [self._alternate(other, page) for other in languages()],
            "places": self._links(self.places, page),
            "footer_links": self._links(self.footer, page),
            "words": self.words,
            "ground": self.ground,
            "head_extra": page.head,
            "csp": self.policy,
            "content": page.body(),
            "body_class": page.shape,
        }

    def with_policy(self, policy: str) -> "Site":
        """Return the same with a Content-Security-Policy."""
        return replace(self, policy=policy)

    def _links(self, places: tuple[Place, ...], page: Page) -> list[dict[str, Any]]:
        home = "../" * page.depth
        return [{"label": p.label, "href": home + p.path or "./", "current": p.path == page.place} for p in places]

    def _alternate(self, other: Language, page: Page) -> dict[str, str]:
        return {
            "lang": other.code,
            "name": other.word("name"),
            "href": "../" * (page.depth + 1) + f"{other.code}/{page.path}",
            "absolute": self._address(other, page) if self.url else "",
        }

    def _address(self, language: Language, page: Page) -> str:
        return f"{self.url.rstrip('/')}/{language.code}/{page.path}"


class Frame:
    """The frame of one shape: pieces of HTML with the page's own texts between them."""

    def __init__(self, site: Site, render: Render, like: Page) -> None:
        sample = Page(like.path, like.shape, "", "", str, like.place)
        context = site.context(sample) | {
            "page_title": _SLOTS["title"],
            "page_description": _SLOTS["description"],
            "head_extra": _SLOTS["head"],
            "content": _SLOTS["body"],
        }
        # Relative addresses fit every page at this depth; only what names the page itself is left open.
        context["canonical"] = _open(context["canonical"], like.path)
        for alternate in context["alternates"]:
            alternate |= {key: _open(alternate[key], like.path) for key in ("href", "absolute")}
        self._pieces = _SPLIT.split(render(context))

    def stamp(self, page: Page) -> str:
        """Return the whole HTML of a page."""
        texts = {
            "title": str(escape(page.title)),
            "description": str(escape(page.description)),
            "path": str(escape(page.path)),
            "head": page.head,
            "body": page.body(),
        }
        return "".join(texts[_NAMES[piece]] if piece in _NAMES else piece for piece in self._pieces)


class Press:
    """Puts pages into their frames: stamped, where the stamped page is what the theme itself makes of it."""

    def __init__(self, site: Site, theme: Render) -> None:
        self._site, self.theme = site, theme
        self._frames: dict[str, Frame | None] = {}

    def print(self, page: Page) -> str:
        """Return the whole HTML of a page; the first page of each shape is rendered both ways and compared."""
        if page.shape in self._frames:
            frame = self._frames[page.shape]
            return frame.stamp(page) if frame else self._rendered(page)
        body = page.body()  # once for both
        page = replace(page, body=lambda: body)
        frame = Frame(self._site, self.theme, page)
        rendered = self._rendered(page)
        same = frame.stamp(page) == rendered
        self._frames[page.shape] = frame if same else None
        if not same and page.path:  # the home page alone has the site's own title, and there is one
            log.warning("Pages like %s cannot be stamped with this theme; each is rendered on its own.", page.path)
        return rendered

    def _rendered(self, page: Page) -> str:
        return self.theme(self._site.context(page))


def _open(address: str, path: str) -> str:
    return address.removesuffix(path) + _SLOTS["path"] if address else ""


class _InlineScripts(HTMLParser):
    """Collects the scripts that stand in a page and would run."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notice a script without an address that is not data."""
        kinds = dict(attrs)
        self._inside = tag == "script" and "src" not in kinds and kinds.get("type") in (None, "module")

    def handle_data(self, data: str) -> None:
        """Keep a script's text."""
        if self._inside:
            self.found.append(data)
            self._inside = False


def content_policy(html: str) -> str:
    """Return the strictest Content-Security-Policy (CSP 3) under which a page with these scripts works."""
    scripts = _InlineScripts()
    scripts.feed(html)
    hashes = [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts.found]
    allowed = " ".join(["'self'", *(f"'sha256-{one}'" for one in hashes)])
    return (
        f"default-src 'none'; script-src {allowed}; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"
    )
