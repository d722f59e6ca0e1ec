"""An entry as feeds have it: a name that never changes, its dates, its title and all that it says."""

import unicodedata
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup, escape

from timeline.chronicle.chronicle import Entry
from timeline.language import Language, direction
from timeline.record.event import Event, Words
from timeline.site.publication import Publication
from timeline.values.links import href

# Sets a title that begins in letters of the other direction right to left, where a program would guess from them.
RIGHT_TO_LEFT_MARK = "\u200f"


@dataclass(frozen=True)
class Item:
    """One entry of a feed, in one language."""

    entry: Entry
    language: Language
    publication: Publication

    @property
    def id(self) -> str:
        """A name that stays when the entry is renamed or the site moves."""
        return self.publication.lasting_name(self.entry, self.language)

    @property
    def address(self) -> str:
        """The entry's page."""
        return self.publication.address(self.language, f"events/{self.entry.id}/")

    @property
    def explained(self) -> str:
        """The page that says what the fields of this program's own mean."""
        return self.publication.address(self.language, "data/")

    @cached_property
    def title(self) -> str:
        """The title, marked where it would be set in the wrong direction."""
        title = self.entry.event.title.in_language(self.language.code)
        begins = next((kind for char in title if (kind := unicodedata.bidirectional(char)) in ("L", "R", "AL")), "")
        wrong = self.language.direction == "rtl" and begins == "L"
        return RIGHT_TO_LEFT_MARK + title if wrong else title

    @property
    def summary(self) -> str:
        """The summary."""
        return self.entry.event.summary.in_language(self.language.code)

    @property
    def published(self) -> str:
        """When the entry was added (RFC 3339)."""
        return f"{self.entry.event.added.start:%Y-%m-%dT%H:%M:%SZ}"

    @property
    def updated(self) -> str:
        """When the entry was corrected last, or added (RFC 3339)."""
        return f"{self.entry.event.updated.start:%Y-%m-%dT%H:%M:%SZ}"

    @property
    def happened(self) -> str:
        """When it happened, as finely as it is known (EDTF)."""
        return str(self.entry.event.when.started)

    @cached_property
    def categories(self) -> tuple[tuple[str, str, str], ...]:
        """The kind and the tags of the entry: the list that each is in, its id and its name."""
        vocabulary, code, address = self.publication.chronicle.vocabulary, self.language.code, self.publication.address
        kind, kinds, tags = self.entry.event.kind, address(self.language, "kinds/"), address(self.language, "tags/")
        named = [(kinds, kind, vocabulary.kinds[kind].name)]
        named += [(tags, tag, vocabulary.tags[tag].name) for tag in self.entry.event.tags]
        return tuple((scheme, term, name.in_language(code)) for scheme, term, name in named)

    @cached_property
    def content(self) -> str:
        """All that the entry says, as HTML that stands by itself."""
        event, code = self.entry.event, self.language.code
        parts = [Markup("<p><b>{}</b></p>").format(self.language.date(event.when.started)), _paragraph(self.summary)]
        if event.doubt:
            parts.append(_paragraph(event.doubt.in_language(code)))
        facts = [Markup("<li>{}</li>").format(fact.in_language(code)) for fact in event.facts]
        parts += [Markup("<ul>"), *facts, Markup("</ul>")]
        parts += [self._words(words) for words in (*event.quotes, *event.misattributed)]
        parts += [Markup("<ul>"), *self._sources(event), Markup("</ul>")]
        inner = Markup("").join(parts)
        return str(Markup('<div lang="{}" dir="{}">{}</div>').format(code, self.language.direction, inner))

    def _words(self, words: Words) -> Markup:
        said = Markup('<blockquote lang="{}" dir="{}"><p>{}</p></blockquote>')
        original = said.format(words.lang, direction(words.lang), words.text)
        translation = words.translation.get(self.language.code)
        own = said.format(self.language.code, self.language.direction, translation) if translation else Markup("")
        never = _paragraph(self.language.word("event.never")) if not hasattr(words, "speaker") else Markup("")
        return never + original + own

    def _sources(self, event: Event) -> list[Markup]:
        publishers, code = self.publication.chronicle.vocabulary.publishers, self.language.code
        line = Markup('<li><a href="{}">{}</a></li>')
        return [
            line.format(Markup(escape(href(source.url))), publishers[source.publisher].name.in_language(code))  # noqa: S704
            for source in event.sources.values()
        ]


def _paragraph(text: str) -> Markup:
    return Markup("<p>{}</p>").format(text)
