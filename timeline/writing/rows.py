"""An entry in few words, for the many lists that it stands in."""

from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from timeline.chronicle import Chronicle, Entry
from timeline.language import Language
from timeline.when import Precision
from timeline.writing.html import environment

THIRD = "third"


@dataclass(frozen=True)
class Brief:
    """What a list shows of an entry; every list that shows it shows the same."""

    entry: Entry
    chronicle: Chronicle
    language: Language

    @property
    def id(self) -> str:
        """The entry's id."""
        return self.entry.id

    @property
    def path(self) -> str:
        """The page's path below the language's folder."""
        return f"events/{self.entry.id}/"

    @property
    def title(self) -> str:
        """The headline."""
        return self.entry.event.title.in_language(self.language.code)

    @property
    def status(self) -> str:
        """The status of the entry."""
        return self.entry.event.status

    @property
    def shape(self) -> str:
        """The shape of the entry's mark: its kind, but for debunked claims."""
        return "debunked" if self.entry.event.is_debunked else self.entry.event.kind

    @property
    def side(self) -> str:
        """The company whose colour the mark has; nobody made a debunked move."""
        return THIRD if self.entry.event.is_debunked else side_of(self.entry.company, self.chronicle)

    @property
    def lane(self) -> int | None:
        """The lane of the side, 1 or 2, if it has one."""
        company = self.chronicle.vocabulary.companies.get(self.side)
        return company.lane if company else None

    @property
    def label(self) -> str:
        """What is read aloud for the mark: kind and company."""
        names = [self.kind, self.company] if self.side != THIRD else [self.kind]
        return self.language.word("separator").join(name for name in names if name)

    @property
    def kind(self) -> str:
        """The name of the entry's kind."""
        if self.entry.event.is_debunked:
            return self.language.word("status.debunked.name")
        return self.chronicle.vocabulary.kinds[self.entry.event.kind].name.in_language(self.language.code)

    @property
    def company(self) -> str:
        """The name of the entry's company, or nothing."""
        return company_name(self.entry.company, self.chronicle, self.language)

    @property
    def iso(self) -> str:
        """The date for machines, as HTML's ``datetime`` takes it."""
        return iso(self.entry)

    @property
    def day(self) -> str:
        """The day of the month, or nothing where the day is not known."""
        moment = self.entry.event.when.started
        return str(moment.start.day) if moment.precision >= Precision.DAY else ""

    @cached_property
    def facts(self) -> str:
        """Platforms and length of an outage, or where a move was made."""
        event, word = self.entry.event, self.language.word
        if event.outage:
            duration = event.when.duration
            length = self.language.duration(duration) if duration else word("event.length_unknown")
            return f"{word('separator').join(self._platforms(event.outage.services))} · {length}"
        if event.move:
            return word("event.on_platform").format(platform=self._platforms([event.move.on])[0])
        return self.kind

    def _platforms(self, ids: "tuple[str, ...] | list[str]") -> list[str]:
        platforms = self.chronicle.vocabulary.platforms
        return [platforms[one].name.in_language(self.language.code) for one in ids]


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


class Rows:
    """Makes the rows of lists; a row is rendered once for each depth of page and language."""

    def __init__(self, chronicle: Chronicle, language: Language) -> None:
        self._chronicle, self._language = chronicle, language
        self._macro = environment(language).get_template("parts.html").module.row  # type: ignore[attr-defined]
        self._made: dict[tuple[str, str], str] = {}

    def brief(self, entry: Entry) -> Brief:
        """Return what a list shows of an entry."""
        return Brief(entry, self._chronicle, self._language)

    def row(self, entry: Entry, home: str, day: str) -> Markup:
        """Return the inside of a list item, with links for a page that reaches the language's home by ``home``."""
        key = (entry.id, home + day)
        if key not in self._made:
            self._made[key] = str(self._macro(self.brief(entry), home, day))
        return Markup(self._made[key])  # noqa: S704 - rendered with escaping
