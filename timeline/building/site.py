"""The whole site: its pages in each language, and its other files. It knows nothing of MkDocs."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from timeline.chronicle.chronicle import Chronicle
from timeline.language import Language, language
from timeline.site import icons, offline
from timeline.site.assets import fonts, program, published
from timeline.site.colours import whole
from timeline.site.data import axis as axis_data
from timeline.site.data import search, search_box, sitemap, take_away
from timeline.site.embeds.embeds import Embeds
from timeline.site.embeds.frames import Frames
from timeline.site.fingerprint import fingerprint
from timeline.site.linked_data.pages import LinkedData
from timeline.site.look import PLAIN, Look
from timeline.site.pages import (
    changes,
    codes,
    completeness,
    countries,
    debunked,
    figures,
    on_this_day,
    redirects,
    reuse,
)
from timeline.site.pages.compare import ComparePages
from timeline.site.pages.event import EventPages
from timeline.site.pages.home import Home
from timeline.site.pages.lists import ListPages
from timeline.site.pages.quotes import QuotesPage
from timeline.site.pages.root import Root
from timeline.site.pages.story import StoryPages
from timeline.site.pages.timeline import TimelinePage, details
from timeline.site.parts import bar
from timeline.site.parts.briefs import Rows
from timeline.site.parts.html import shell_template
from timeline.site.parts.page import Artifact, Page
from timeline.site.parts.shell import Place, Shell, undescribed, unpictured
from timeline.site.parts.taking import Taking
from timeline.site.publication import Change, Publication
from timeline.site.settings import Settings
from timeline.site.sharing.pictures import Picture, Pictures
from timeline.values.bilingual import LANGUAGES, LanguageCode

# The shapes of pages that say the same whatever the record says.
STEADY = frozenset({"codes", "reuse"})

# So much of a fingerprint names a folder.
_SHORT = 12


@dataclass(frozen=True)
class Site:
    """All that a site is made of; ``by_hand`` has the addresses of its pages in Markdown, below the site's root."""

    chronicle: Chronicle
    settings: Settings
    url: str = ""
    codes: tuple[LanguageCode, ...] = LANGUAGES
    assets: Path | None = None
    overrides: Path | None = None
    by_hand: frozenset[str] = frozenset()
    guarded: bool = True
    album: Path | None = None
    history: Mapping[str, tuple[Change, ...]] = field(default_factory=dict)
    look: Look = PLAIN

    @cached_property
    def languages(self) -> tuple[Language, ...]:
        """The languages of the site."""
        return tuple(language(code) for code in self.codes)

    @cached_property
    def publication(self) -> Publication:
        """The chronicle as it is published."""
        own = self.chronicle, self.settings, self.languages, self.url
        return Publication(*own, self.icon is not None, self.history, self.look.edit)

    @cached_property
    def icon(self) -> bytes | None:
        """The drawing of the site's icon, where it has one."""
        drawing = self.assets / self.look.favicon if self.assets else None
        return drawing.read_bytes() if drawing and drawing.is_file() else None

    @cached_property
    def shells(self) -> dict[LanguageCode, Shell]:
        """What stands around the pages of each language."""
        made = [self._shell(own) for own in self.languages]
        fits = [bar.fitting(shell.name, (place.label for place in shell.places)) for shell in made]
        placed = [shell.placed(bar.tiers(fits, len(shell.places))) for shell in made]
        return {shell.language.code: shell.guarded() if self.guarded else shell for shell in placed}

    @cached_property
    def pages(self) -> dict[LanguageCode, tuple[Page, ...]]:
        """Every generated page by language."""
        return {own.code: tuple(self._pages(own)) for own in self.languages}

    def paths(self, code: LanguageCode) -> frozenset[str]:
        """Return the addresses of all pages in a language, those by hand too."""
        by_hand = (path.partition("/")[2] for path in self.by_hand if path.startswith(f"{code}/"))
        return frozenset((*(page.path for page in self.pages[code]), *by_hand))

    @property
    def size(self) -> int:
        """The number of pages in all languages."""
        return sum(len(self.paths(code)) for code in self.codes)

    def html(self, code: LanguageCode) -> Iterator[Artifact]:
        """Yield the generated pages of a language as files."""
        for page in self.pages[code]:
            yield Artifact(f"{code}/{page.path}index.html", self.shells[code].html(page).encode())

    def embeds(self, code: LanguageCode) -> Iterator[Artifact]:
        """Yield parts of a language's pages, to be framed by others."""
        own = language(code)
        frames = Frames(self.publication, own, self.files, self.guarded)
        for frame in Embeds(self.publication, own, Rows(self.chronicle, own)).all():
            yield from frames.artifacts(frame)

    def pictures(self, code: LanguageCode) -> Iterator[Picture]:
        """Yield what shows where a link to a page of a language is shared."""
        yield from self._pictures[code].all(self.pages[code])

    @cached_property
    def _pictures(self) -> dict[LanguageCode, Pictures]:
        return {own.code: Pictures(self.publication, own) for own in self.languages} if self.album else {}

    def data(self) -> Iterator[Artifact]:
        """Yield what is no page of a language."""
        yield from self._of_the_build()
        for made in (self.root_pages, self.others):
            yield from made()

    def _of_the_build(self) -> Iterator[Artifact]:
        """Yield what belongs to this build alone, and the list of it, by which a browser keeps it."""
        paths: list[str] = []
        for made in (self.browser_files, self.search, self.read_by_scripts):
            for artifact in made():
                paths.append(artifact.path)
                yield artifact
        if self._keeps:
            yield offline.listed(self.files, paths)

    @cached_property
    def files(self) -> str:
        """The folder of styles, scripts and what they read, whose name changes with all that these are made of."""
        return f"assets/{self.fingerprint[:_SHORT]}/"

    @cached_property
    def fingerprint(self) -> str:
        """A name for program, settings and record."""
        return fingerprint(self.chronicle, self.settings, self.look.icons)

    def browser_files(self) -> Iterator[Artifact]:
        """Yield styles, scripts, fonts and pictures: the program's, and the site's own."""
        yield from self._below(self.files, program(self.settings.colours, self.look.icons))
        yield from fonts()
        if self.assets:
            yield from published(self.assets, "assets")
        if self.icon:
            ground = whole(self.settings.colours)["bg"]
            yield from icons.artifacts(self.icon, ground)
            yield from icons.manifests(self.publication, ground)

    def search(self) -> Iterator[Artifact]:
        """Yield what the search reads."""
        boxes = {own.code: search_box.told(own, self.settings) for own in self.languages}
        yield from self._below(
            f"{self.files}data/", search.artifacts(self.chronicle, self.languages, boxes, self.settings.eras)
        )

    def read_by_scripts(self) -> Iterator[Artifact]:
        """Yield what other scripts read."""
        for own in self.languages:
            yield from self._below(f"{self.files}data/", on_this_day.files(self.chronicle, own))
            compared = ComparePages(self.chronicle, own, self.settings, Rows(self.chronicle, own)).files()
            files = (axis_data.file(self.chronicle, own, self.settings), details(self.chronicle, own), *compared)
            yield from self._below(f"{self.files}data/", files)

    def root_pages(self) -> Iterator[Artifact]:
        """Yield the pages that belong to no language."""
        root = Root(self.shells[self.codes[0]], self.settings)
        yield from (root.choice(), root.lost())
        if self._keeps:
            yield from (root.unread(), offline.worker(self.files, self.languages))
        else:
            yield offline.none()

    @property
    def _keeps(self) -> bool:
        """Whether browsers keep what was read; what is served while it is edited is never kept."""
        return self.settings.offline and self.guarded

    def others(self) -> Iterator[Artifact]:
        """Yield what other programs read: the record to take away, feeds and the sitemap."""
        yield from take_away.artifacts(self.publication)
        for own in self.languages:
            yield from figures.tables(self.publication, own)
        yield Artifact(".nojekyll", b"")
        if self.url:
            yield sitemap.sitemap(self._listed(), self.languages, self.url)
            yield sitemap.robots(self.url)

    @staticmethod
    def _below(folder: str, artifacts: Iterable[Artifact]) -> Iterator[Artifact]:
        return (Artifact(f"{folder}{artifact.path}", artifact.content) for artifact in artifacts)

    def _listed(self) -> dict[str, str]:
        """Return the addresses of a language's pages, each with the day of its last change where that is known."""
        first, updated = self.codes[0], self.publication.updated
        pages = {page.path: page for page in self.pages[first]}
        changed = {path: page.modified or updated for path, page in pages.items() if page.shape not in STEADY}
        moved = {path for path, page in pages.items() if page.shape == redirects.MOVED}
        return {path: changed.get(path, "") for path in sorted(self.paths(first) - moved)}

    def _shell(self, own: Language) -> Shell:
        newest = max((e.event.updated for e in self.chronicle.entries), key=lambda m: m.sort_key, default=None)
        last_change = own.word("shell.last_change").format(date=own.date(newest)) if newest else ""
        license_ = self.settings.license
        return Shell(
            own,
            self.languages,
            self.settings.name.in_language(own.code),
            self.url,
            self.files,
            whole(self.settings.colours)["bg"],
            shell_template(own, self.overrides),
            tuple(self._places(self.settings.places, own)),
            tuple(self._places(self.settings.footer, own)),
            self.settings.disclaimer.in_language(own.code),
            last_change,
            license_=license_.url if license_ else "",
            icons=self.publication.icons,
            offline=self._keeps,
            picture=self._pictures[own.code].of if self.album else unpictured,
            describe=LinkedData(self.publication, own).script if self.url else undescribed,
            look=self.look,
        )

    def _places(self, paths: Iterable[str], own: Language) -> Iterator[Place]:
        """Yield the places of the navigation that there are; ``names`` warns of the others."""
        there = self.paths(own.code)
        yield from (Place(self.publication.label(path, own), path) for path in paths if path in there)

    def _pages(self, own: Language) -> Iterator[Page]:
        chronicle, settings = self.chronicle, self.settings
        rows, taking = Rows(chronicle, own), Taking(self.publication, own)
        yield Home(chronicle, own, settings, rows).page()
        yield from EventPages(self.publication, own, rows, taking).pages()
        yield TimelinePage(chronicle, own, rows, taking).page()
        yield from ListPages(chronicle, own, rows, settings).pages()
        yield from StoryPages(chronicle, own, rows, taking).pages()
        yield on_this_day.page(chronicle, own, rows)
        yield changes.page(chronicle, own, rows, fed=bool(self.url))
        yield debunked.page(chronicle, own, rows)
        yield QuotesPage(chronicle, own, rows, taking.framing).page()
        yield from ComparePages(chronicle, own, settings, rows).pages()
        yield countries.page(chronicle, own, rows)
        yield from figures.pages(chronicle, own, rows, taking)
        yield completeness.page(self.publication, own, rows)
        yield codes.page(own)
        yield reuse.page(self.publication, own)
        yield from redirects.pages(chronicle, own)
