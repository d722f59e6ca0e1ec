"""The names of the vocabulary's entries, with the addresses of their pages."""

from timeline.chronicle import Chronicle
from timeline.language import Language


class Names:
    """Names people, companies, platforms, publishers and tags for pages that reach home by ``home``."""

    def __init__(self, chronicle: Chronicle, language: Language, home: str) -> None:
        self._chronicle, self._vocabulary, self._code = chronicle, chronicle.vocabulary, language.code
        self._home = home

    def actor(self, one: str) -> dict[str, str]:
        """Name a person or a company."""
        folder = "people" if one in self._vocabulary.people else "companies"
        return self._linked(folder, one, self._vocabulary.table(folder)[one].name.in_language(self._code))

    def platform(self, one: str) -> dict[str, str]:
        """Name a platform; a venue has no page."""
        return self._linked("platforms", one, self._vocabulary.platforms[one].name.in_language(self._code))

    def publisher(self, one: str) -> str:
        """Name a publisher."""
        return self._vocabulary.publishers[one].name.in_language(self._code)

    def tag(self, one: str) -> str:
        """Name a tag."""
        return self._vocabulary.tags[one].name.in_language(self._code)

    def _linked(self, folder: str, one: str, name: str) -> dict[str, str]:
        has_page = one in getattr(self._chronicle, folder)
        return {"text": name, "href": f"{self._home}{folder}/{one}/" if has_page else ""}
