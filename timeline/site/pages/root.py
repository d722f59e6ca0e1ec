"""The pages at the site's root, which speak all its languages: the choice of language, and what is not there."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from timeline.language import Language
from timeline.site.assets import FONTS, sheet
from timeline.site.offline import UNREAD
from timeline.site.parts.html import render
from timeline.site.parts.page import Artifact, Page
from timeline.site.parts.shell import Shell, content_policy
from timeline.site.settings import Settings


@dataclass(frozen=True)
class Root:
    """Writes the root's pages."""

    shell: Shell
    settings: Settings

    def choice(self) -> Artifact:
        """Return the root page: the name of the site and the way in, in each language; a single one is led to."""
        codes = [own.code for own in self.shell.languages]
        head = f'<meta http-equiv="refresh" content="0; url={codes[0]}/">' if len(codes) == 1 else ""
        return Artifact("index.html", self._page("", self._offers("", self._invitation), head))

    def lost(self) -> Artifact:
        """Return the page for addresses that lead nowhere.

        It can be asked for at any depth, and where the site is moved, below any path: so it carries its styles.
        """
        styles = sheet(self.settings.colours, f"{self._base}{FONTS}/").decode()
        content = self._offers(self._base, self._apology)
        page = self._page(self._base, content, f"<style>{styles}</style>", ("lost.js",))
        return Artifact("404.html", page)

    def unread(self) -> Artifact:
        """Return the page that stands for one that was not kept, where there is no network."""
        return Artifact(UNREAD, self._page(self._base, self._offers(self._base, self._regret)))

    @property
    def _base(self) -> str:
        return urlsplit(self.shell.url).path.rstrip("/") + "/"

    def _offers(self, base: str, words: Callable[[Language], dict[str, str]]) -> str:
        offered: list[dict[str, Any]] = [
            {
                "lang": own,
                "disclaimer": self.settings.disclaimer.in_language(own.code),
                **words(own),
            }
            for own in self.shell.languages
        ]
        return render("root.html", self.shell.language, offered=offered, base=base)

    def _invitation(self, own: Language) -> dict[str, str]:
        name = own.word("quoted").format(text=self.settings.name.in_language(own.code))
        return {"name": name, "deck": self.settings.description.in_language(own.code), "read": own.word("root.read")}

    def _apology(self, own: Language) -> dict[str, str]:
        lost, code = self.settings.lost, own.code
        title = lost.title.in_language(code) if lost else own.word("lost.title")
        deck = lost.deck.in_language(code) if lost else own.word("lost.deck")
        more = {"search": own.word("shell.search"), "nearest": own.word("lost.nearest")}
        return {"name": title, "deck": deck, "read": own.word("lost.back")} | more

    def _regret(self, own: Language) -> dict[str, str]:
        return {key: own.word(f"offline.{key}") for key in ("name", "deck", "read")}

    def _page(self, base: str, content: str, head: str = "", files: tuple[str, ...] = ()) -> bytes:
        names = " · ".join(self.settings.name.in_language(own.code) for own in self.shell.languages)
        description = self.settings.description.in_language(self.shell.language.code)
        page = Page("", "root", names, description, lambda: content, files=files, head=head)
        shell = replace(self.shell, name=names, disclaimer="", policy="")  # each language says it for itself
        html = shell.html_at_root(page, base)
        if self.shell.policy:
            html = replace(shell, policy=content_policy(html)).html_at_root(page, base)
        return html.encode()
