"""The graph of a page: where it stands in the site, and what it is about."""

import json
from collections.abc import Iterator
from functools import cached_property

from markupsafe import Markup

from timeline.chronicle.chronicle import Entry, Tale
from timeline.language import Language
from timeline.site.linked_data.articles import article, reviews
from timeline.site.linked_data.dataset import dataset
from timeline.site.linked_data.things import Node, Things
from timeline.site.pages.reuse import PLACE as DATA
from timeline.site.parts.page import Page
from timeline.site.publication import Publication

CONTEXT = "https://schema.org"


class LinkedData:
    """Describes the pages of a publication in one language; only a site that knows its address has any."""

    def __init__(self, publication: Publication, language: Language) -> None:
        self.publication, self.language = publication, language
        self.things = Things(publication, language)

    def script(self, page: Page) -> Markup:
        """Return the description of a page as an element of its head; no text in it can end the element."""
        graph = list(self.graph(page))
        text = json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False, separators=(",", ":"))
        text = text.replace("<", "\\u003c")
        return Markup('<script type="application/ld+json">{}</script>').format(Markup(text))  # noqa: S704 - as above

    def graph(self, page: Page) -> Iterator[Node]:
        """Yield what a page says of itself."""
        yield self.things.publisher
        if page.path:
            yield self._breadcrumbs(page)
        match page.subject:
            case Entry():
                yield article(page.subject, self.things)
                yield from reviews(page.subject, self.things)
            case Tale():
                yield self._story(page.subject)
            case (table, one):
                yield self.things.term(table, one)
            case None if page.path == DATA:
                yield dataset(self.things)
            case None if not page.path:
                yield self.things.site
            case None:
                pass

    def _breadcrumbs(self, page: Page) -> Node:
        address, label = self.publication.address, self.publication.label
        crumbs = [("", self.things.site["name"])]
        if page.place and page.place != page.path:
            crumbs.append((page.place, label(page.place, self.language)))
        crumbs.append((page.path, page.title))
        listed = [
            {"@type": "ListItem", "position": n, "name": name, "item": address(self.language, path)}
            for n, (path, name) in enumerate(crumbs, 1)
        ]
        return {"@type": "BreadcrumbList", "itemListElement": listed}

    def _story(self, tale: Tale) -> Node:
        code, address = self.language.code, self.publication.address
        url = address(self.language, f"stories/{tale.id}/")
        parts = [address(self.language, f"events/{entry.id}/") for entry in tale.entries]
        return {
            "@type": "Article",
            "@id": f"{url}#article",
            "url": url,
            "headline": tale.story.title.in_language(code),
            "description": (tale.story.teaser or tale.story.introduction).in_language(code),
            "inLanguage": code,
            "author": {"@id": self._publisher},
            "publisher": {"@id": self._publisher},
            **self.things.licensed,
            "hasPart": [{"@type": "NewsArticle", "@id": f"{part}#article", "url": part} for part in parts],
        }

    @cached_property
    def _publisher(self) -> str:
        return f"{self.publication.root}#publisher"
