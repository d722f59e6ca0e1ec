"""Which pages of a site stand for all: the richest one of each type, in each language."""

import pytest

from tests.built import Page, Site
from timeline.values.bilingual import LANGUAGES

# Of languages, schemes and widths any two stand together once.
LOOKS = (("ar", "light", 360), ("ar", "dark", 1280), ("en", "dark", 360), ("en", "light", 1280))
every_look = pytest.mark.parametrize(("code", "scheme", "width"), LOOKS)

# The root, and an address that leads nowhere.
ROOT_PAGES = ("", "not/there/")


def samples(site: Site, code: str) -> dict[str, str]:
    """Return the addresses of a language's samples below the site's root, by what they are samples of."""
    richest: dict[str, Page] = {}
    for page in sorted(site.pages.values(), key=lambda page: -page.file.stat().st_size):
        if page.language == code and page.shape != "moved":  # which leads on before anybody sees it
            richest.setdefault(kind(site, page), page)
    return {name: page.path for name, page in sorted(richest.items())}


def kind(site: Site, page: Page) -> str:
    """Name the type of a page; events are told apart by what their pages are made of."""
    if page.shape == "prose":
        return page.own_path.rstrip("/")
    if page.shape != "event":
        return page.shape
    event = site.chronicle.by_id[page.own_path.split("/")[1]].event
    return f"{event.status} {'outage' if event.outage else 'quotation' if event.quotes else 'move'}"


def all_samples(site: Site) -> list[str]:
    """Return the addresses of all samples, the root's own pages among them."""
    return [*ROOT_PAGES, *(path for code in LANGUAGES for path in samples(site, code).values())]
