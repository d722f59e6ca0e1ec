"""The whole site: which writers there are, and what they share. It knows nothing of MkDocs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from timeline.chronicle.chronicle import Chronicle
from timeline.language import Language, languages
from timeline.reading.diagnostics import Diagnostic
from timeline.site.assets import program, published
from timeline.site.colours import whole
from timeline.site.data import axis as axis_data
from timeline.site.data import feeds, search, search_box
from timeline.site.pages import broken as reports
from timeline.site.pages import changes, codes, completeness, debunked, figures, on_this_day, redirects
from timeline.site.pages.event import EventPages
from timeline.site.pages.home import Home
from timeline.site.pages.lists import ListPages
from timeline.site.pages.root import Root
from timeline.site.pages.story import StoryPages
from timeline.site.pages.timeline import TimelinePage, details
from timeline.site.parts.briefs import Rows
from timeline.site.parts.page import Artifact, Page
from timeline.site.parts.shell import Place, Render, Site
from timeline.site.settings import Settings

# What every page says around its own text.
SAID = ("skip", "menu", "theme", "places", "search", "search_short", "search_unread", "search_years")


def frame_of(settings: Settings, language: Language, chronicle: Chronicle, url: str) -> Site:
    """Return what all pages of one language share."""
    word = language.word
    words = {key: word(f"shell.{key}") for key in SAID}
    words["disclaimer"] = settings.disclaimer.in_language(language.code)
    if chronicle.entries:
        newest = max((entry.event.updated for entry in chronicle.entries), key=lambda moment: moment.sort_key)
        words["last_change"] = word("shell.last_change").format(date=language.date(newest))
    return Site(
        language,
        settings.name.in_language(language.code),
        url,
        tuple(_place(path, settings, language) for path in settings.places),
        tuple(_place(path, settings, language) for path in settings.footer),
        words,
        whole(settings.colours)["bg"],
    )


def _place(path: str, settings: Settings, language: Language) -> Place:
    title = settings.titles.get(path)
    key = f"places.{path.rstrip('/')}"
    return Place(title.in_language(language.code) if title else language.word(key), path)


@dataclass(frozen=True)
class Broken:
    """A record with errors, while it is being edited: what is wrong, and the pages that the old site has."""

    errors: tuple[Diagnostic, ...]
    paths: tuple[str, ...]


def pages(chronicle: Chronicle, site: Site, settings: Settings, broken: Broken | None = None) -> Iterator[Page]:
    """Yield every generated page of one language; of a broken record each is the report of its errors."""
    own = site.language
    if broken:
        yield from (reports.report(broken.errors, own, path) for path in ("", *broken.paths))
        return
    rows = Rows(chronicle, own)
    yield Home(chronicle, own, settings, rows).page()
    yield from EventPages(chronicle, own, settings, rows, site.url).pages()
    yield TimelinePage(chronicle, own, settings, rows).page()
    yield from ListPages(chronicle, own, rows).pages()
    yield from StoryPages(chronicle, own, rows).pages()
    yield on_this_day.page(chronicle, own, rows)
    yield changes.page(chronicle, own, rows, fed=bool(site.url))
    yield debunked.page(chronicle, own, rows)
    yield from figures.pages(chronicle, own, rows)
    yield completeness.page(chronicle, own, settings, rows)
    yield codes.page(own)
    yield from redirects.pages(chronicle, own)


@dataclass(frozen=True)
class Shared:
    """What the files that belong to no language are made of."""

    chronicle: Chronicle
    site: Site
    settings: Settings
    theme: Render


def artifacts(shared: Shared, paths: Iterable[str], assets: Path, broken: Broken | None = None) -> Iterator[Artifact]:
    """Yield what belongs to no language: assets, root pages, feeds, data and the sitemap."""
    chronicle, site, settings = shared.chronicle, shared.site, shared.settings
    yield from program(settings.colours)
    yield from published(assets, "assets")
    root = Root(site, settings, shared.theme)
    yield from root.reports(broken.errors) if broken else (root.choice(), root.lost())
    for own in languages():
        yield from on_this_day.files(chronicle, own)
        yield axis_data.file(chronicle, own, settings)
        yield details(chronicle, own)
        yield search_box.told(own, settings)
    yield feeds.events_json(chronicle)
    if not broken:
        yield from search.artifacts(chronicle)
    yield Artifact(".nojekyll", b"")
    if site.url:
        yield from feeds.all_feeds(chronicle, settings, site.url)
        yield feeds.sitemap(paths, site.url)
        yield feeds.robots(site.url)
