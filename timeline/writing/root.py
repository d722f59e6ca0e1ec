"""The pages at the site's root, which speak both languages: the choice of language, and what is not there."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from timeline.language import Language, languages
from timeline.writing.frame import Render, Site
from timeline.writing.html import render
from timeline.writing.page import Artifact, Page
from timeline.writing.settings import Settings


def root_pages(site: Site, settings: Settings, theme: Render, lines: tuple[str, ...]) -> list[Artifact]:
    """Return the root page, and the page for addresses that lead nowhere, which can be asked for at any depth."""
    base = urlsplit(site.url).path.rstrip("/") + "/" if site.url else "/"
    choice = [_offer(own, settings, line, _invitation) for own, line in zip(languages(), lines, strict=True)]
    lost = [_offer(own, settings, line, _apology) for own, line in zip(languages(), lines, strict=True)]
    return [
        Artifact("index.html", _page(site, settings, theme, "", choice)),
        Artifact("404.html", _page(site, settings, theme, base, lost)),
    ]


def _offer(
    own: Language, settings: Settings, line: str, words: Callable[[Language, Settings], dict[str, str]]
) -> dict[str, Any]:
    return {"lang": own, "line": line, **words(own, settings)}


def _invitation(own: Language, settings: Settings) -> dict[str, str]:
    name = own.word("quoted").format(text=settings.name.in_language(own.code))
    return {"name": name, "deck": settings.description.in_language(own.code), "read": own.word("root.read")}


def _apology(own: Language, settings: Settings) -> dict[str, str]:
    return {"name": own.word("lost.title"), "deck": own.word("lost.deck"), "read": own.word("lost.back")}


def _page(site: Site, settings: Settings, theme: Render, base: str, offered: list[dict[str, Any]]) -> bytes:
    first = languages()[0]
    names = " · ".join(settings.name.in_language(own.code) for own in languages())
    context = site.context(Page("", "root", names, settings.description.in_language(first.code), str))
    return theme(
        context
        | {
            "lang_code": first.code,
            "direction": first.direction,
            "site_name": names,
            "root": base,
            "home": base or "./",
            "canonical": "",
            "alternates": [],
            "places": [],
            "footer_links": [],
            "content": render("root.html", first, offered=offered, base=base),
        }
    ).encode()
