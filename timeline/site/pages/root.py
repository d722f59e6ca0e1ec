"""The pages at the site's root, which speak both languages: the choice of language, and what is not there."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from timeline.language import Language, languages
from timeline.reading.diagnostics import Diagnostic
from timeline.site.pages.broken import report_body
from timeline.site.parts.html import render
from timeline.site.parts.page import Artifact, Page
from timeline.site.parts.shell import Render, Site
from timeline.site.settings import Settings


@dataclass(frozen=True)
class Root:
    """Writes the root's pages."""

    site: Site
    settings: Settings
    theme: Render

    def choice(self) -> Artifact:
        """Return the root page: the name of the site and the way in, in each language."""
        return Artifact("index.html", self._page("", self._offers("", self._invitation)))

    def lost(self) -> Artifact:
        """Return the page for addresses that lead nowhere; they can be asked for at any depth."""
        return Artifact("404.html", self._page(self._base, self._offers(self._base, self._apology)))

    def reports(self, errors: Iterable[Diagnostic]) -> Iterator[Artifact]:
        """Yield the report of a broken record, for the root and for the addresses that have no page now."""
        report = report_body(errors, languages()[0])
        yield Artifact("index.html", self._page("", report))
        yield Artifact("404.html", self._page(self._base, report))

    @property
    def _base(self) -> str:
        return urlsplit(self.site.url).path.rstrip("/") + "/"

    def _offers(self, base: str, words: Callable[[Language], dict[str, str]]) -> str:
        offered: list[dict[str, Any]] = [
            {
                "lang": one,
                "disclaimer": self.settings.disclaimer.in_language(one.code),
                **words(one),
            }
            for one in languages()
        ]
        return render("root.html", languages()[0], offered=offered, base=base)

    def _invitation(self, own: Language) -> dict[str, str]:
        name = own.word("quoted").format(text=self.settings.name.in_language(own.code))
        return {"name": name, "deck": self.settings.description.in_language(own.code), "read": own.word("root.read")}

    def _apology(self, own: Language) -> dict[str, str]:
        lost, code = self.settings.lost, own.code
        title = lost.title.in_language(code) if lost else own.word("lost.title")
        deck = lost.deck.in_language(code) if lost else own.word("lost.deck")
        return {"name": title, "deck": deck, "read": own.word("lost.back")}

    def _page(self, base: str, content: str) -> bytes:
        first = languages()[0]
        names = " · ".join(self.settings.name.in_language(own.code) for own in languages())
        description = self.settings.description.in_language(first.code)
        own = {
            "lang_code": first.code,
            "direction": first.direction,
            "site_name": names,
            "root": base,
            "home": base or "./",
            "canonical": "",
            "alternates": [],
            "places": [],
            "footer_links": [],
            "words": {**self.site.words, "disclaimer": ""},  # each language says it for itself
            "content": content,
        }
        return self.theme(self.site.context(Page("", "root", names, description, str)) | own).encode()
