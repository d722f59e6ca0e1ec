"""What can be framed: events, quotations, stories, replays, figures and the axis."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from timeline.chronicle.chronicle import Chronicle, Entry, Tale
from timeline.chronicle.replay import replay_of
from timeline.chronicle.sides import lane_of
from timeline.language import Language
from timeline.record.event import Quote
from timeline.site.drawing.axis import overview
from timeline.site.drawing.lengths import Lengths
from timeline.site.drawing.small_axis import SmallAxis
from timeline.site.embeds.frames import Frame
from timeline.site.pages import figures
from timeline.site.pages.figures.listing import FOLDER as FIGURES
from timeline.site.pages.figures.listing import Section
from timeline.site.pages.replay import ReplayPages, path_of
from timeline.site.parts import scripts, sources
from timeline.site.parts.briefs import Rows
from timeline.site.parts.framing import AXIS, framed
from timeline.site.parts.html import minute, render
from timeline.site.parts.quotation import credit, quoted
from timeline.site.publication import Publication
from timeline.values.dates import Precision


class Embeds:
    """Makes the frames of one language."""

    def __init__(self, publication: Publication, language: Language, rows: Rows) -> None:
        self.publication, self.language, self.rows = publication, language, rows
        self.chronicle: Chronicle = publication.chronicle
        self._lengths = Lengths(self.chronicle, language)
        self._axis = SmallAxis(self.chronicle, language, rows)

    def all(self) -> Iterator[Frame]:
        """Yield every frame."""
        for entry in self.chronicle.entries:
            yield self._event(entry)
            yield from (self._quote(entry, quote) for quote in entry.event.quotes)
        yield from self._stories()
        yield from map(self._figure, figures.sections(self.publication, self.language))
        yield self._whole_axis()

    def _event(self, entry: Entry) -> Frame:
        event = entry.event
        title = event.title.in_language(self.language.code)
        path = f"events/{entry.id}/"
        return Frame(path, path, framed(event), title, partial(self._render, "embed_event.html", self._shown, entry))

    def _shown(self, entry: Entry) -> dict[str, Any]:
        event = entry.event
        started = event.when.started
        return {
            "brief": self.rows.brief(entry),
            "event": event,
            "date": self.language.date(started),
            "clock": minute(started, self.language) if started.precision is Precision.MINUTE else "",
            "strip": self._lengths.strip(entry),
            "strip_text": self._lengths.sentence(entry) if event.outage and event.when.duration else "",
            "summary": event.summary.in_language(self.language.code),
            "counted": sources.counted(event, self.language),
        }

    def _quote(self, entry: Entry, quote: Quote) -> Frame:
        said = credit(quote, self.chronicle, self.language)
        of, name = f"events/{entry.id}/", f"q-{quote.id}"
        body = partial(self._render, "embed_quote.html", self._said, quote)
        return Frame(f"{of}{name}/", of, "quote", said, body, fragment=f"#{name}")

    def _said(self, quote: Quote) -> dict[str, Any]:
        vocabulary = self.chronicle.vocabulary
        return {
            "lane": lane_of(vocabulary.side_of(quote.speaker), vocabulary),
            "fragment": f"#q-{quote.id}",
            "credit": credit(quote, self.chronicle, self.language),
            "said_in": quote.lang,
            **{key: value for key, value in quoted(quote, self.language).items() if key != "lang"},
        }

    def _stories(self) -> Iterator[Frame]:
        replays = ReplayPages(self.chronicle, self.language, self.rows, self._axis)
        for tale in self.chronicle.stories:
            path, title = path_of(tale), tale.story.title.in_language(self.language.code)
            body = partial(self._render, "embed_story.html", self._told, tale)
            yield Frame(path, path, "story", title, body, ("story.css",))
            if replay := replay_of(tale):
                page = replays.page(replay)
                yield Frame(page.path, page.path, "replay", page.title, page.body, page.files)

    def _told(self, tale: Tale) -> dict[str, Any]:
        return {
            "title": tale.story.title.in_language(self.language.code),
            "span": self.language.span(tale.first.event.when.started, tale.last.event.when.started),
            "counted": self.language.counted("count.entries", len(tale.entries)),
            "axis": self._axis.of_story(tale),
        }

    def _figure(self, section: Section) -> Frame:
        body = partial(self._render, "embed_figure.html", lambda one: {"section": one}, section)
        path, fragment = f"{FIGURES}{section.id}/", f"#{section.id}"
        return Frame(path, FIGURES, "figure", section.title, body, ("figures.css",), fragment)

    def _whole_axis(self) -> Frame:
        files = ("axis.css", "axis.js")
        title = self.language.word("zoom.axis")
        return Frame(AXIS, "", "axis", title, partial(self._render, "embed_axis.html", self._drawn, None), files)

    def _drawn(self, _: None) -> dict[str, Any]:
        settings = self.publication.settings
        return {
            **overview.context(self.chronicle, self.language, settings, self.rows),
            "words": scripts.words(self.language, *overview.SPOKEN),
        }

    def _render(self, template: str, context: Any, of: Any) -> str:
        return render(template, self.language, home="", **context(of))
