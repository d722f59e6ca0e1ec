"""An entry in few words, for the many places that name it."""

from dataclasses import dataclass

from markupsafe import Markup

from timeline.chronicle.chronicle import Chronicle, Entry
from timeline.language import Language
from timeline.site.parts.html import isolated, macro
from timeline.values.dates import Precision

THIRD = "third"


@dataclass(frozen=True, slots=True)
class Brief:
    """What other pages show of an entry; every page shows the same.

    ``shape`` and ``side`` say how its mark is drawn: its kind and its company's colour, but a debunked claim has
    a shape of its own and nobody's colour, for nobody made that move.
    """

    path: str
    title: str
    headline: Markup
    status: str
    kind: str
    company: str
    shape: str
    side: str
    mark: Markup
    iso: str
    day: str
    facts: str


class Rows:
    """Makes the briefs of a chronicle's entries and the rows of lists, each of them once."""

    def __init__(self, chronicle: Chronicle, language: Language) -> None:
        self._chronicle, self._language = chronicle, language
        self._row, self._drawn = macro("row", language), macro("drawn", language)
        self._briefs: dict[str, Brief] = {}
        self._marks: dict[tuple[str, str, str], Markup] = {}
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
        event, language = entry.event, self._language
        kind = self._kind(entry)
        shape = "debunked" if event.is_debunked else event.kind
        side = THIRD if event.is_debunked else side_of(entry.company, self._chronicle)
        company = company_name(entry.company, self._chronicle, language)
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
            side,
            self._mark(shape, side, kind if side == THIRD else f"{kind}{language.word('separator')}{company}"),
            iso(entry),
            str(moment.start.day) if moment.precision >= Precision.DAY else "",
            self._facts(entry, kind),
        )

    def _mark(self, shape: str, side: str, label: str) -> Markup:
        key = (shape, side, label)
        if key not in self._marks:
            company = self._chronicle.vocabulary.companies.get(side)
            self._marks[key] = self._drawn(shape, side, company.lane if company else None, label)
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


def side_of(company: str | None, chronicle: Chronicle) -> str:
    """Return the company if it is one of the two that face each other, else a name for all others."""
    known = chronicle.vocabulary.companies.get(company or "")
    return company if company and known and known.lane else THIRD


def company_name(company: str | None, chronicle: Chronicle, language: Language) -> str:
    """Name a company, or nothing."""
    known = chronicle.vocabulary.companies.get(company or "")
    return known.name.in_language(language.code) if known else ""
