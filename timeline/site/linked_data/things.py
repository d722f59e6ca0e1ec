"""Who and what pages speak of: people, companies, platforms, publishers, and the site itself."""

from typing import Any, TypeAlias

from timeline.language import Language
from timeline.record.vocabulary import Company, Person
from timeline.site.publication import Publication

Node: TypeAlias = dict[str, Any]


class Things:
    """The things of a publication, named in one language; each has one identifier in all languages."""

    def __init__(self, publication: Publication, language: Language) -> None:
        self.publication, self.language = publication, language
        self._vocabulary = publication.chronicle.vocabulary

    @property
    def publisher(self) -> Node:
        """Who publishes the site."""
        name = self.publication.settings.name.in_language(self.language.code)
        root = self.publication.root
        return {"@type": "Organization", "@id": f"{root}#publisher", "name": name, "url": root}

    @property
    def site(self) -> Node:
        """The site in this language."""
        settings, code = self.publication.settings, self.language.code
        home = self.publication.address(self.language)
        return {
            "@type": "WebSite",
            "@id": f"{home}#site",
            "url": home,
            "name": settings.name.in_language(code),
            "description": settings.description.in_language(code),
            "inLanguage": code,
            "publisher": {"@id": f"{self.publication.root}#publisher"},
            **self.licensed,
        }

    @property
    def licensed(self) -> Node:
        """The licence, where the record has one."""
        license_ = self.publication.settings.license
        return {"license": license_.url} if license_ else {}

    def term(self, table: str, one: str) -> Node:
        """Return an entry of the vocabulary: a person, a company, or another subject of a page."""
        entry, code = self._vocabulary.table(table)[one], self.language.code
        identifier = f"{self.publication.root}#{table}-{one}"
        node: Node = {"@type": "Thing", "@id": identifier, "name": entry.name.in_language(code)}
        if entry.about:
            node["description"] = entry.about.in_language(code)
        if isinstance(entry, Person):
            node["@type"] = "Person"
            if entry.company:
                node["affiliation"] = self.reference("companies", entry.company)
        elif isinstance(entry, Company):
            node["@type"] = "Organization"
        if one in getattr(self.publication.chronicle, table, {}):
            node["url"] = self.publication.address(self.language, f"{table}/{one}/")
        return node

    def reference(self, table: str, one: str) -> Node:
        """Return the identifier and the name of an entry of the vocabulary, by which others speak of it."""
        return {key: value for key, value in self.term(table, one).items() if key in ("@type", "@id", "name", "url")}

    def actor_reference(self, one: str) -> Node:
        """Return the identifier and the name of a person or a company."""
        return self.reference("people" if one in self._vocabulary.people else "companies", one)

    def source_publisher(self, one: str) -> Node:
        """Return who published a source."""
        return {"@type": "Organization", "name": self._vocabulary.publishers[one].name.in_language(self.language.code)}
