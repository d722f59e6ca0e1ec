"""The whole site: which writers there are, and what they share. It knows nothing of MkDocs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from timeline.chronicle import Chronicle
from timeline.diagnostics import Diagnostic
from timeline.language import Language, languages
from timeline.writing import box, changes, coverage, days, feeds, figures, search, special
from timeline.writing.axis import data as axis_data
from timeline.writing.events import EventPages
from timeline.writing.frame import Place, Render, Site
from timeline.writing.home import Home
from timeline.writing.lists import ListPages
from timeline.writing.page import Artifact, Page
from timeline.writing.root import Root
from timeline.writing.rows import Rows
from timeline.writing.settings import Settings
from timeline.writing.stories import StoryPages
from timeline.writing.tables import sides
from timeline.writing.timeline import TimelinePage, details

# What every page says around its own text.
SAID = ("skip", "menu", "theme", "places", "search", "search_short", "search_unread", "search_years")

# What is copied from the assets' folder; sources of fonts and notes stay behind.
PUBLISHED = frozenset({".css", ".js", ".svg", ".png", ".woff2", ".txt", ".webmanifest", ".ico"})


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
        yield from (special.report(broken.errors, own, path) for path in ("", *broken.paths))
        return
    rows = Rows(chronicle, own)
    yield Home(chronicle, own, settings, rows).page()
    yield from EventPages(chronicle, own, settings, rows, site.url).pages()
    yield TimelinePage(chronicle, own, settings, rows).page()
    yield from ListPages(chronicle, own, rows).pages()
    yield from StoryPages(chronicle, own, rows).pages()
    yield days.page(chronicle, own, rows)
    yield changes.page(chronicle, own, rows, fed=bool(site.url))
    yield special.debunked(chronicle, own, rows)
    yield from figures.pages(chronicle, own, rows)
    yield coverage.page(chronicle, own, settings, rows)
    yield special.codes(own)
    yield from special.moved(chronicle, own)


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
    for path in sorted(assets.rglob("*")):
        if path.is_file() and path.suffix in PUBLISHED:
            yield Artifact(f"assets/{path.relative_to(assets).as_posix()}", path.read_bytes())
    root = Root(site, settings, shared.theme, tuple(f"{side}-line" for side in sides(chronicle)))
    yield from root.reports(broken.errors) if broken else (root.choice(), root.lost())
    for own in languages():
        yield from days.files(chronicle, own)
        yield axis_data.file(chronicle, own, settings)
        yield details(chronicle, own)
        yield box.told(chronicle, own, settings)
    yield feeds.events_json(chronicle)
    if not broken:
        yield from search.artifacts(chronicle)
    yield Artifact(".nojekyll", b"")
    if site.url:
        yield from feeds.all_feeds(chronicle, settings, site.url)
        yield feeds.sitemap(paths, site.url)
        yield feeds.robots(site.url)
