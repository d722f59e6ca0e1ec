"""The page of an event: what its file says, with what others say of it."""

from collections.abc import Iterable, Iterator
from typing import Any, get_args

from markupsafe import Markup, escape

from timeline.chronicle.chronicle import ANSWERS, Entry, Link
from timeline.chronicle.sides import company_name, lane_of
from timeline.language import Language
from timeline.record import citations
from timeline.record.event import Cause, Event, Quote, Status
from timeline.site.drawing.lengths import Lengths
from timeline.site.drawing.reports import ReportLines
from timeline.site.pages.replay import path_of, replayed
from timeline.site.parts import scripts, sources
from timeline.site.parts.briefs import Brief, Rows, where
from timeline.site.parts.contents import contents, folded
from timeline.site.parts.elapsed import same_day
from timeline.site.parts.framing import framed
from timeline.site.parts.html import cited, environment, isolated, macro, minute, numbered, utc
from timeline.site.parts.names import Names
from timeline.site.parts.page import Page
from timeline.site.parts.quotation import credit, quoted
from timeline.site.parts.taking import Taking
from timeline.site.parts.threads import Threads
from timeline.site.parts.within_story import places
from timeline.site.publication import Publication, last_change
from timeline.values import posts
from timeline.values.dates import Duration, Moment, Precision, parse_day

HOME = "../../"

# Of a long history the newest part; a link leads to all of it.
MOST_CHANGES = 12

FILES = ("event.js", "take.js", "clocks.js")  # times of day are told in the reader's own time too
# The sections of words that they say, by whether there is a time of day.
SECTIONS = {False: ("take",), True: ("take", "zone", "time")}


class EventPages:
    """Writes the pages of all events of a chronicle in one language."""

    def __init__(self, publication: Publication, language: Language, rows: Rows, taking: Taking) -> None:
        self.chronicle, self.settings, self._history = publication.chronicle, publication.settings, publication.history
        self.language, self.rows, self._taking, self._publication = language, rows, taking, publication
        chronicle = self.chronicle
        self._template = environment(language).get_template("event.html")
        badge = macro("badge", language)
        self._badges = {status: badge(status) for status in get_args(Status)}
        self._names = Names(chronicle, language, HOME)
        self._script_words = {has: scripts.words(language, *names) for has, names in SECTIONS.items()}
        self._reports = ReportLines(language, self._names)
        self._lengths = Lengths(chronicle, language)
        self._threads = Threads(chronicle, language, rows, self._names)

    def pages(self) -> Iterator[Page]:
        """Yield a page for each event."""
        for entry in self.chronicle.entries:
            yield self.page(entry)

    def page(self, entry: Entry) -> Page:
        """Return the page of one event."""
        code, event = self.language.code, entry.event
        return Page(
            f"events/{entry.id}/",
            "event",
            event.title.in_language(code),
            event.summary.in_language(code),
            lambda: self._template.render(self._context(entry)),
            "timeline/",
            FILES if self._has_clock(entry) else FILES[:-1],
            subject=entry,
            framed=True,
            modified=last_change([entry]),
            published=str(event.added).rstrip("~?%"),
        )

    def _has_clock(self, entry: Entry) -> bool:
        """Say whether the page of an entry gives a time of day."""
        when = entry.event.when
        own = (when.started, when.acknowledged, when.resolved, *(quote.at for quote in entry.event.quotes))
        exchange = (turn.event.when.started for turn in self.chronicle.thread(entry))
        return any(moment and moment.precision is Precision.MINUTE for moment in (*own, *exchange))

    def _context(self, entry: Entry) -> dict[str, Any]:
        return (told := self._told(entry)) | {"contents": contents(told, self.language)}

    def _told(self, entry: Entry) -> dict[str, Any]:
        event, code = entry.event, self.language.code
        brief = self.rows.brief(entry)
        numbers = citations.numbered(event)
        return {
            "home": HOME,
            "brief": brief,
            "badges": self._badges,
            "event": event,
            "summary": event.summary.in_language(code),
            "doubt": event.doubt.in_language(code) if event.doubt else "",
            **self._times(event),
            **self._glance(entry, numbers),
            "facts": [
                {
                    "text": cited(fact.in_language(code), (numbers[key] for key in fact.sources), self.language),
                    "doubt": fact.doubt.in_language(code) if fact.doubt else "",
                }
                for fact in event.facts
            ],
            **folded(len(event.facts), self.language),
            **self._reports.of(event, numbers),
            "strip": self._lengths.strip(entry),
            "strip_text": self._lengths.sentence(entry) if event.outage and event.when.duration else "",
            "quotes": [self._quote(entry.id, quote, event, numbers) for quote in event.quotes],
            "misattributed": list(self._misattributed(event, numbers)),
            "thread": list(self._threads.turns(entry)),
            "relations": list(self._relations(entry)),
            "sources": list(sources.listed(event, numbers, self.language, self._names.publisher)),
            "corrections": [
                {"date": self.language.date(one.on), "text": one.in_language(code)} for one in event.corrections
            ],
            **self._about(entry, brief),
            **self._stories(entry),
            "has_clock": self._has_clock(entry),
            "script_words": self._script_words[self._has_clock(entry)],
            **self._neighbours(entry),
        }

    def _times(self, event: Event) -> dict[str, Any]:
        when, word = event.when, self.language.word
        has_minute = when.started.precision is Precision.MINUTE
        date = self.language.date(when.started)
        if when.started.precision >= Precision.DAY:
            date = f"{self.language.weekday(when.started)} {date}"
        length = self.language.duration(when.duration) if when.duration else word("event.length_unknown")
        if when.duration and when.basis:
            length = f"{length} ({word(f'basis.{when.basis}')})"
        return {
            "date": date,
            "has_minute": has_minute,
            "clock_started": minute(when.started, self.language),
            "clock_resolved": minute(when.resolved, self.language) if when.resolved else "",
            "spans_day": has_minute and when.duration and when.resolved and same_day(when.started, when.resolved),
            "started": self._moment(when.started, when.started),
            "acknowledged": self._after(when.started, when.acknowledged, when.time_to_acknowledge),
            "resolved": self._after(when.started, when.resolved, when.duration),
            "length": length,
        }

    def _moment(self, moment: Moment, beside: Moment) -> Markup:
        """Write a moment as finely as it is known: the minute alone where the day stands beside it."""
        if moment.precision is not Precision.MINUTE:
            return escape(self.language.date(moment))
        shown = minute(moment, self.language)
        if same_day(moment, beside):
            return shown
        return Markup("{} {}").format(self.language.date(moment), shown)

    def _after(self, start: Moment, moment: Moment | None, duration: Duration | None) -> Markup | None:
        if moment is None:
            return None
        shown = self._moment(moment, start)
        if duration is None:
            return shown
        later = self.language.later(duration)
        return Markup("{}{}{}").format(shown, self.language.word("separator"), later)

    def _glance(self, entry: Entry, numbers: dict[str, int]) -> dict[str, Any]:
        event, names = entry.event, self._names
        outage, move = event.outage, event.move
        shown = {*move.by, *move.to} if move else set()
        cause = outage.cause if outage else None
        symptoms = [self.language.word(f"symptoms.{one}") for one in outage.symptoms] if outage else []
        return {
            "kind_href": f"{HOME}debunked/" if event.is_debunked else f"{HOME}kinds/{event.kind}/",
            "lane_href": f"{HOME}companies/{entry.company}/" if entry.company else "",
            "services": names.joined(map(names.platform, outage.services)) if outage else "",
            "countries": self._countries(outage.countries) if outage else "",
            "symptoms": self.language.word("separator").join(symptoms),
            "cause": self._cause(cause) if cause else "",
            "cause_numbers": [numbers[key] for key in cause.sources] if cause else [],
            "by": names.joined(map(names.actor, move.by)) if move else "",
            "to": names.joined(map(names.actor, move.to)) if move else "",
            "on": names.platform(move.on).link if move else "",
            "people": names.joined(names.actor(one) for one in entry.people if one not in shown),
            "tags": names.joined(map(names.tag, event.tags)),
            "sources_counted": sources.counted(event, self.language),
        }

    def _countries(self, codes: Iterable[str]) -> Markup:
        link = Markup('<a href="{}countries/#{}">{}</a>')
        named = (link.format(HOME, code, isolated(self.language.country(code), self.language)) for code in codes)
        return escape(self.language.word("separator")).join(named)

    def _cause(self, cause: Cause) -> str:
        """Say what is known of a cause, and on whose word; nothing where only that word is known."""
        if cause.text is None:
            return ""
        text = cause.text.in_language(self.language.code)
        return self.language.word(f"event.caused.{cause.status}").format(text=text)

    def _quote(self, one: str, quote: Quote, event: Event, numbers: dict[str, int]) -> dict[str, Any]:
        word, vocabulary = self.language.word, self.chronicle.vocabulary
        actor = vocabulary.actor(quote.speaker)
        return {
            "id": quote.id,
            "lane": lane_of(vocabulary.side_of(quote.speaker), vocabulary),
            "label": word("event.original").format(language=self.language.language_name(quote.lang)),
            **quoted(quote, self.language),
            "speaker": self._names.actor(quote.speaker).text,
            "about": actor.about.in_language(self.language.code) if actor and actor.about else "",
            "on": where(quote.on, self.chronicle, self.language),
            "at": self._said_at(quote.at),
            "credit": (said := credit(quote, self.chronicle, self.language)),
            "embed": self._taking.framing.line(f"events/{one}/q-{quote.id}/", said, "quote"),
            "proven": quote.at is not None and quote.at == posts.minute(event.sources[quote.source].url),
            "state": word(f"state.{quote.state}"),
            "numbers": numbered([numbers[quote.source]], self.language),
        }

    def _said_at(self, moment: Moment | None) -> Markup | str:
        if moment is None:
            return ""
        if moment.precision is not Precision.MINUTE:
            return self.language.date(moment)
        parts = (self.language.date(moment), self.language.word("separator"), minute(moment, self.language))
        return Markup("{}{}{} {}").format(*parts, utc(self.language))

    def _misattributed(self, event: Event, numbers: dict[str, int]) -> Iterator[dict[str, Any]]:
        for words in event.misattributed:
            name = self._names.actor(words.attributed_to).text
            yield {
                **quoted(words, self.language),
                "attributed": cited(
                    self.language.word("event.attributed").format(name=name), [numbers[words.source]], self.language
                ),
            }

    def _relations(self, entry: Entry) -> Iterator[dict[str, Any]]:
        """Yield the relations that are no answers, by type and direction; answers stand in the thread."""
        for direction_, links in (
            ("forward", self.chronicle.relations(entry)),
            ("backward", self.chronicle.inverse(entry)),
        ):
            for kind in dict.fromkeys(link.type for link in links if link.type != ANSWERS):
                yield {
                    "name": self.language.word(f"relations.{kind}.{direction_}"),
                    "rows": [self._dated_row(link) for link in links if link.type == kind],
                }

    def _dated_row(self, link: Link) -> Markup:
        started = link.entry.event.when.started
        day = self.language.day(started.start) if started.precision >= Precision.DAY else f"{started.start:%Y}"
        return self.rows.row(link.entry, HOME, day)

    def _about(self, entry: Entry, brief: Brief) -> dict[str, Any]:
        file = f"events/{entry.year}/{entry.id}.yml"
        repository, branch = self.settings.repository.rstrip("/"), self.settings.branch
        former = (f"events/{one[:4]}/{one}.yml" for one in entry.event.aliases)
        return {
            "taken": self._taking.page(entry.id, brief.title, brief.path, framed(entry.event)),
            "changes": list(self._changes(file, *former)),
            "links": {
                "mistake": self._publication.form("correction", entry),
                "edit": self._publication.file_to_edit(entry),
                "history": f"{repository}/commits/{branch}/{file}",
            },
        }

    def _changes(self, *files: str) -> Iterator[dict[str, str]]:
        """Yield what happened to an entry's file, under its former names too, the newest first."""
        changes = sorted((one for file in files for one in self._history.get(file, ())), key=lambda one: one.day)
        for change in reversed(changes[-MOST_CHANGES:]):
            yield {
                "iso": change.day,
                "date": self.language.date(parse_day(change.day)),
                "subject": change.subject,
                "href": f"{self.settings.repository.rstrip('/')}/commit/{change.commit}",
            }

    def _stories(self, entry: Entry) -> dict[str, Any]:
        tales = self.chronicle.told_in(entry)
        titles = ((path_of(tale), tale.story.title.in_language(self.language.code)) for tale in tales)
        return {
            "stories": [{"path": path, "title": title} for path, title in titles],
            "part_of": self.language.counted("stories.part_of", len(tales)),
            "replay": replayed(entry, self.chronicle),
            "within": list(places(entry, self.chronicle, self.language, self.rows)),
        }

    def _neighbours(self, entry: Entry) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for name, other in zip(("earlier", "later"), self.chronicle.neighbours(entry), strict=True):
            found[name] = self.rows.brief(other) if other else None
            company = company_name(entry.company, self.chronicle.vocabulary, self.language.code)
            label = self.language.word(f"event.{name}" if company else f"event.{name}_of_none").format(company=company)
            found[f"{name}_label"] = f"{label} · {self.language.date(other.event.when.started)}" if other else ""
        return found
