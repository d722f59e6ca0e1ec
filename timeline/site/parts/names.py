"""The names of the vocabulary's entries, with links to their pages."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape

from timeline.chronicle.chronicle import Chronicle
from timeline.language import Language
from timeline.site.parts.html import isolated


@dataclass(frozen=True, slots=True)
class Named:
    """A name, and the same as a link where there is a page."""

    text: str
    link: Markup


class Names:
    """Names people, companies, platforms, publishers and tags for pages that reach home by ``home``."""

    def __init__(self, chronicle: Chronicle, language: Language, home: str) -> None:
        self._chronicle, self._language, self._home = chronicle, language, home
        self._made: dict[tuple[str, str], Named] = {}

    def actor(self, one: str) -> Named:
        """Name a person or a company."""
        return self._named("people" if one in self._chronicle.vocabulary.people else "companies", one)

    def platform(self, one: str) -> Named:
        """Name a platform; a venue has no page."""
        return self._named("platforms", one)

    def publisher(self, one: str) -> str:
        """Name a publisher."""
        return self._chronicle.vocabulary.publishers[one].name.in_language(self._language.code)

    def tag(self, one: str) -> Named:
        """Name a tag."""
        return self._named("tags", one)

    def joined(self, named: Iterable[Named]) -> Markup:
        """Join names as links."""
        return escape(self._language.word("separator")).join(one.link for one in named)

    def _named(self, folder: str, one: str) -> Named:
        key = (folder, one)
        if key not in self._made:
            name = self._chronicle.vocabulary.table(folder)[one].name.in_language(self._language.code)
            self._made[key] = Named(name, self._link(folder, one, isolated(name, self._language)))
        return self._made[key]

    def _link(self, folder: str, one: str, name: Markup) -> Markup:
        if one not in getattr(self._chronicle, folder):
            return name
        return Markup('<a href="{}">{}</a>').format(f"{self._home}{folder}/{one}/", name)
