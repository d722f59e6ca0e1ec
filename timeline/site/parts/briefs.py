"""An entry in few words, for the many places that name it."""

from dataclasses import dataclass

from markupsafe import Markup

from timeline.chronicle.chronicle import Chronicle, Entry
from timeline.chronicle.sides import NEITHER, company_name, lane_of
from timeline.language import Language
from timeline.site.drawing import marks
from timeline.site.parts.html import isolated, macro
from timeline.values.dates import Precision


@dataclass(frozen=True, slots=True)
class Brief:
    """What other pages show of an entry; every page shows the same.

    ``shape`` and ``lane`` say how its mark is drawn: as its kind has it and in its company's colour, but a debunked
    claim has a shape of its own and nobody's colour, for nobody made that move.
    """

    path: str
    title: str
    headline: Markup
    status: str
    kind: str
    company: str
    shape: str
    lane: int
    mark: Markup
    iso: str
    day: str
    facts: str


class Rows:
    """Makes the briefs of a chronicle's entries and the rows of lists, each of them once."""

    def __init__(self, chronicle: Chronicle, language: Language) -> None:
        self._chronicle, self._language = chronicle, language
        self._row = macro("row", language)
        self._briefs: dict[str, Brief] = {}
        self._marks: dict[tuple[str, int, str], Markup] = {}
        self._rows: dict[tuple[str, str, str], Markup] = {}

    def brief(self, entry: Entry) -> Brief:
        """Return what other pages show of an entry."""
        if entry.id not in self._briefs:
            self._briefs[entry.id] = self._make(entry)
        return self._briefs[entry.id]

    def row(self, entry: Entry, home: str, day: str) -> Markup:
        """Return the inside of a list item, with links for a page that reaches the language's home by ``home``."""
        key = (entry.id, home, day)
        if key not in self._rows:
            self._rows[key] = self._row(self.brief(entry), home, day)
        return self._rows[key]

    def _make(self, entry: Entry) -> Brief:
        event, language, vocabulary = entry.event, self._language, self._chronicle.vocabulary
        kind = self._kind(entry)
        shape, lane = shape_of(entry, self._chronicle), lane_of_mark(entry, self._chronicle)
        company = company_name(entry.company, vocabulary, language.code)
        title = event.title.in_language(language.code)
        moment = event.when.started
        return Brief(
            f"events/{entry.id}/",
            title,
            isolated(title, language),
            event.status,
            kind,
            company,
            shape,
            lane,
            self._mark(shape, lane, f"{kind}{language.word('separator')}{company}" if lane else kind),
            iso(entry),
            str(moment.start.day) if moment.precision >= Precision.DAY else "",
            self._facts(entry, kind),
        )

    def _mark(self, shape: str, lane: int, label: str) -> Markup:
        key = (shape, lane, label)
        if key not in self._marks:
            self._marks[key] = marks.in_list(shape, lane, label)
        return self._marks[key]

    def _kind(self, entry: Entry) -> str:
        if entry.event.is_debunked:
            return self._language.word("status.debunked.name")
        return self._chronicle.vocabulary.kinds[entry.event.kind].name.in_language(self._language.code)

    def _facts(self, entry: Entry, kind: str) -> str:
        """Name platforms and length of an outage, or where a move was made."""
        event, word = entry.event, self._language.word
        if event.outage:
            duration = event.when.duration
            length = self._language.duration(duration) if duration else word("event.length_unknown")
            return f"{word('separator').join(map(self._platform, event.outage.services))} · {length}"
        if event.move:
            return where(event.move.on, self._chronicle, self._language)
        return "" if event.is_debunked else kind  # a debunked claim has a badge that says so

    def _platform(self, one: str) -> str:
        return self._chronicle.vocabulary.platforms[one].name.in_language(self._language.code)


def where(platform: str, chronicle: Chronicle, language: Language) -> str:
    """Say where something was said: ``on`` a platform; a venue, which belongs to no company, is named alone."""
    known = chronicle.vocabulary.platforms[platform]
    name = known.name.in_language(language.code)
    return language.word("event.on_platform").format(platform=name) if known.company else name


def iso(entry: Entry) -> str:
    """Return the start of an entry as HTML's ``datetime`` takes it: without marks of doubt."""
    return str(entry.event.when.started).rstrip("~?%")


def shape_of(entry: Entry, chronicle: Chronicle) -> str:
    """Return the shape of an entry's mark."""
    return marks.STRUCK if entry.event.is_debunked else chronicle.vocabulary.kinds[entry.event.kind].shape


def lane_of_mark(entry: Entry, chronicle: Chronicle) -> int:
    """Return the lane in whose colour an entry is shown."""
    return NEITHER if entry.event.is_debunked else lane_of(entry.company, chronicle.vocabulary)
