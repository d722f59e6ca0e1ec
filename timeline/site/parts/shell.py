"""What stands around every page: the head, the navigation, the switch of language, the foot.

The shell is a template like the others. A site may override its blocks in a ``main.html`` of its own.
"""

import base64
import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from typing import Any, Protocol, Self

from jinja2 import Template
from markupsafe import Markup

from timeline.language import Language, faces
from timeline.site.colours import Colour
from timeline.site.look import PLAIN, Look
from timeline.site.parts.bar import Tier
from timeline.site.parts.framing import FOLDER as FRAMES
from timeline.site.parts.page import Page
from timeline.site.publication import elsewhere

_EMPTY = Page("", "", "", "", str)


class Picture(Protocol):
    """What shows where a link to a page is shared."""

    @property
    def path(self) -> str:
        """The path of the picture below its language's folder."""

    @property
    def alt(self) -> str:
        """What the picture says in words."""

    @property
    def width(self) -> int:
        """How many pixels it is wide."""

    @property
    def height(self) -> int:
        """How many pixels it is high."""


def unpictured(_: Page) -> Picture | None:
    """Show nothing where a link is shared."""
    return None


def undescribed(_: Page) -> Markup:
    """Say nothing of a page to machines."""
    return Markup()


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the navigation: its label, its path below the language's folder, and where it is seen in the bar."""

    label: str
    path: str
    tier: Tier = ""


@dataclass(frozen=True)
class Shell:
    """What all pages of one language share; ``languages`` are those of the site, this one among them.

    ``license_`` is the address of the record's licence, and ``icons`` says that the site's icon is there in all forms.
    ``picture`` returns what shows where a link to a page is shared, and
    ``describe`` returns what a page says of itself to machines, for its head.
    ``files`` is the folder of the build's styles, scripts and data, below the site's root.
    ``template`` is what is written into, and ``policy`` the Content-Security-Policy of every page.
    ``offline`` says that browsers keep what was read.
    """

    language: Language
    languages: tuple[Language, ...]
    name: str
    url: str
    files: str
    ground: Colour
    template: Template
    places: tuple[Place, ...] = ()
    footer: tuple[Place, ...] = ()
    disclaimer: str = ""
    last_change: str = ""
    license_: str = ""
    icons: bool = False
    picture: Callable[[Page], Picture | None] = unpictured
    describe: Callable[[Page], Markup] = undescribed
    policy: str = ""
    look: Look = PLAIN
    offline: bool = False
    _kept: dict[tuple[str | bool, ...], Markup] = field(default_factory=dict, init=False, repr=False, compare=False)

    def kept(self, *key: str | bool, caller: Callable[[], Markup]) -> Markup:
        """Return a piece of the shell, which is made once for all pages that have its key in common."""
        if key not in self._kept:
            self._kept[key] = caller()
        return self._kept[key]

    @property
    def menu(self) -> str:
        """The style classes of the menu; where the wide bar carries all places, narrow windows alone have it."""
        return "menu" if any(place.tier == "in-menu" for place in self.places) else "menu for-narrow"

    def placed(self, tiers: Iterable[Tier]) -> Self:
        """Return the same with places that are seen from other windows on."""
        places = tuple(replace(place, tier=tier) for place, tier in zip(self.places, tiers, strict=True))
        return replace(self, places=places)

    def guarded(self) -> Self:
        """Return the same with the strictest policy under which the shell's own scripts run."""
        return replace(self, policy=content_policy(self.html(_EMPTY)))

    def html(self, page: Page, notice: str = "") -> str:
        """Return the whole HTML of a page of the language; ``notice`` is what stands above its content, as HTML."""
        home = "../" * page.depth
        own: dict[str, Any] = {
            "canonical": self._address(self.language, page) if self.url else "",
            "alternates": self._alternates(page),
            "elsewhere": elsewhere(self.languages, self.url, page.path),
            "described": self.describe(page),
            "picture": self.picture(page) if self.url else None,
            "pictured": f"{self.url.rstrip('/')}/{self.language.code}/",
            "oembed": f"{self.url.rstrip('/')}/{FRAMES}/{self.language.code}/{page.path}oembed.json",
            "places": self._links(self.places, page),
            "footer": self._links(self.footer, page),
        }
        own |= {"home": home or "./", "root": f"{home}../", "at_root": False, "faces": faces((self.language,))}
        return self._render(page, notice, **own)

    def html_at_root(self, page: Page, root: str) -> str:
        """Return the whole HTML of a page that belongs to no language; ``root`` is how it reaches the site's root."""
        own: dict[str, Any] = dict.fromkeys(("canonical", "elsewhere", "described"), "")
        own |= {"alternates": (), "places": (), "footer": (), "picture": None}
        if self.url and root == "":  # what is shown at any address is at none
            own |= {
                "canonical": f"{self.url.rstrip('/')}/",
                "alternates": self._alternates(page),
                "picture": self.picture(page),
                "pictured": f"{self.url.rstrip('/')}/{self.language.code}/",
                "elsewhere": elsewhere(self.languages, self.url, ""),
            }
        own |= {"home": root or "./", "root": root, "at_root": True, "faces": faces(self.languages)}
        return self._render(page, **own)

    def _render(self, page: Page, notice: str = "", **own: Any) -> str:
        content, head = Markup(notice + page.body()), Markup(page.head)  # noqa: S704 - both were made by templates
        return self.template.render(site=self, page=page, content=content, head=head, **own)

    def _links(self, places: tuple[Place, ...], page: Page) -> list[dict[str, Any]]:
        home = "../" * page.depth
        return [
            {"label": p.label, "href": home + p.path or "./", "current": p.path == page.place, "tier": p.tier}
            for p in places
        ]

    def _alternates(self, page: Page) -> list[dict[str, Any]]:
        return [self._alternate(other, page) for other in self.languages if len(self.languages) > 1]

    def _alternate(self, other: Language, page: Page) -> dict[str, Any]:
        return {
            "language": other,
            "href": "../" * (page.depth + 1) + f"{other.code}/{page.path}",
            "absolute": self._address(other, page) if self.url else "",
        }

    def _address(self, language: Language, page: Page) -> str:
        return f"{self.url.rstrip('/')}/{language.code}/{page.path}"


class _Inline(HTMLParser):
    """Collects the scripts that stand in a page and would run, its styles, and what files of it must hash to."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.scripts: list[str] = []
        self.styles: list[str] = []
        self.hashes: dict[str, list[str]] = {"script": [], "link": []}
        self._into: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notice a style, and a script without an address that is not data."""
        kinds = dict(attrs)
        if integrity := kinds.get("integrity"):
            self.hashes[tag].append(integrity)
        runs = tag == "script" and "src" not in kinds and kinds.get("type") in (None, "module")
        self._into = self.scripts if runs else self.styles if tag == "style" else None

    def handle_data(self, data: str) -> None:
        """Keep the text of what was noticed."""
        if self._into is not None:
            self._into.append(data)
            self._into = None


def content_policy(html: str) -> str:
    """Return the strictest Content-Security-Policy (CSP 3) under which a page with these scripts and styles works."""
    inline = _Inline()
    inline.feed(html)
    scripts = _allowed(inline.scripts, inline.hashes["script"])
    styles = _allowed(inline.styles, inline.hashes["link"])
    return (
        f"default-src 'none'; script-src {scripts}; style-src {styles}; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"
    )


def _allowed(texts: list[str], hashes: list[str]) -> str:
    own = (base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts)
    return " ".join(["'self'", *(f"'sha256-{one}'" for one in own), *(f"'{one}'" for one in hashes)])
