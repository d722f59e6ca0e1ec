"""The site as it is served while it is edited: a file is made when it is asked for, of the last sound record."""

import threading
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import TypeAlias

from timeline.building.site import Site
from timeline.reading.diagnostics import Diagnostic
from timeline.site import offline
from timeline.site.pages import broken
from timeline.site.parts.framing import FOLDER
from timeline.site.parts.page import Artifact, Page
from timeline.values.bilingual import LanguageCode

Pages: TypeAlias = dict[tuple[str, str], Page]

_INDEX = "index.html"


class Preview:
    """A site that makes its files one by one, and what is wrong since it was sound.

    ``by_hand`` are the pages by hand, which MkDocs has rendered when it was last sound.
    """

    def __init__(
        self,
        site: Site,
        problems: Iterable[Diagnostic] = (),
        refusal: str = "",
        by_hand: Pages | None = None,
    ) -> None:
        self.by_hand = by_hand or {}
        self.site, self._problems, self.refusal = site, tuple(problems), refusal
        self._groups: dict[str, dict[str, bytes]] = {}
        self._lock = threading.Lock()

    def file(self, path: str) -> bytes | None:
        """Return a file of the site, or nothing where there is none."""
        with self._lock:
            return self._page(path) or self._artifact(path)

    def html(self, code: LanguageCode, page: Page) -> str:
        """Return the whole HTML of a page, with what is wrong above it."""
        return self.site.shells[code].html(page, self._notice(code, page.path))

    def _notice(self, code: LanguageCode, path: str) -> str:
        if self._problems:
            return broken.notice(self._problems, self.site.shells[code].language, path)
        return broken.line(self.refusal) if self.refusal else ""

    def _page(self, path: str) -> bytes | None:
        code, _, rest = path.removesuffix(_INDEX).partition("/")
        key = (code, rest)
        page = self._pages.get(key) or self.by_hand.get(key) if path.endswith(_INDEX) else None
        return self.html(code, page).encode() if page else None  # type: ignore[arg-type] # the pages are by language

    @cached_property
    def _pages(self) -> Pages:
        found: Pages = {}
        for code, pages in self.site.pages.items():
            found |= {(code, page.path): page for page in pages}
        for own in self.site.languages:
            for path in {broken.path_of(problem) for problem in self._problems} - {""}:
                found.setdefault((own.code, path), broken.page(own, path))
        return found

    def _artifact(self, path: str) -> bytes | None:
        make = self._maker(path)
        if make.__name__ not in self._groups:
            self._groups[make.__name__] = {artifact.path: artifact.content for artifact in make()}
        return self._groups[make.__name__].get(path)

    def _embeds(self) -> Iterator[Artifact]:
        for code in self.site.codes:
            yield from self.site.embeds(code)

    def _maker(self, path: str) -> Callable[[], Iterable[Artifact]]:
        """Return what makes a file, with others like it."""
        data = f"{self.site.files}data/"
        makers = {
            "index.html": self.site.root_pages,
            "404.html": self.site.root_pages,
            offline.WORKER: self.site.root_pages,
            offline.UNREAD: self.site.root_pages,
            f"{data}search/": self.site.search,
            data: self.site.read_by_scripts,
            "assets/": self.site.browser_files,
            f"{FOLDER}/": self._embeds,
        }
        return next((make for start, make in makers.items() if path.startswith(start)), self.site.others)
