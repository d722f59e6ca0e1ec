"""The timeline: every entry of the record on one page, newest first, which a script narrows and orders.

Each choice of a filter has a number, which is its place on the page. The page tells the script the choices that each
of its rows meets by these numbers, so that the script reads no names and works nothing out of texts.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, get_args

from timeline.chronicle.chronicle import Chronicle, Entry
from timeline.language import Language
from timeline.record.event import Status
from timeline.site.parts import scripts
from timeline.site.parts.briefs import Rows
from timeline.site.parts.by_date import Groups
from timeline.site.parts.html import render, runs
from timeline.site.parts.page import Artifact, Page
from timeline.site.settings import Settings

PLACE = "timeline/"
HOME = "../"
LISTS = ("years", "kinds", "platforms", "people", "tags")

# Of a long group so many choices are shown at first.
FIRST = 8
YEARS, STATUS, COUNTRY = "years", "status", "country"


@dataclass(frozen=True, slots=True)
class Filter:
    """What entries are told apart by: the ids that an entry has of it, and the table that names them."""

    ids: Callable[[Entry], Iterable[str]]
    table: str = ""


# The groups of choices in the order of the page; the years, which are no ids, stand among them.
FILTERS = {
    "kind": Filter(lambda entry: (entry.event.kind,), "kinds"),
    "company": Filter(lambda entry: entry.companies, "companies"),
    YEARS: Filter(lambda entry: ()),
    STATUS: Filter(lambda entry: (entry.event.status,)),
    "failed": Filter(lambda entry: entry.failed, "platforms"),
    "place": Filter(lambda entry: entry.places, "platforms"),
    COUNTRY: Filter(lambda entry: entry.event.outage.countries if entry.event.outage else ()),
    "person": Filter(lambda entry: entry.people, "people"),
    "tag": Filter(lambda entry: entry.event.tags, "tags"),
}

FILES = ("timeline.css", "timeline.js")


class TimelinePage:
    """Writes the timeline of a chronicle in one language."""

    def __init__(self, chronicle: Chronicle, language: Language, settings: Settings, rows: Rows) -> None:
        self.chronicle, self.language, self.settings = chronicle, language, settings
        self._groups = Groups(language, rows, HOME)

    def page(self) -> Page:
        """Return the page."""
        title, description = self.language.word("timeline.title"), self.language.word("timeline.description")
        return Page(PLACE, "timeline", title, description, self._body, PLACE, FILES)

    def _body(self) -> str:
        years = list(self._years())
        shown = [entry for year in years for month in year["months"] for entry in month["entries"]]
        return render(
            "timeline.html", self.language, home=HOME, lists=LISTS, groups=list(self._filters()), first=FIRST,
            years=years, counted=self._counted(), missing=self.settings.suggestion,
            words=scripts.words(self.language, "timeline", "count"), data=scripts.data("entries", self._met(shown)),
        )  # fmt: skip

    def _years(self) -> Iterator[dict[str, Any]]:
        for year in reversed(self.chronicle.years):
            entries = self.chronicle.years[year]
            of_year = self.language.word("timeline.of_year").format(entries=self._groups.counted(entries))
            yield {"name": year, "counted": of_year, "months": list(self._groups.months(reversed(entries)))}

    def _counted(self) -> str:
        """Count what the page shows; what was debunked is counted apart."""
        held, debunked = self._groups.counted(self.chronicle.held), len(self.chronicle.debunked)
        if not debunked:
            return held
        claims = self.language.counted("timeline.debunked", debunked)
        return self.language.word("timeline.and").format(entries=held, debunked=claims)

    @cached_property
    def _choices(self) -> dict[str, dict[str, int]]:
        """The choices of each group and how many entries meet them, most first."""
        return {name: self._numbers(one) for name, one in FILTERS.items() if name != YEARS}

    def _numbers(self, one: Filter) -> dict[str, int]:
        found = Counter(each for entry in self.chronicle.held for each in one.ids(entry))
        # A choice that only debunked claims meet stays, and so does that of the debunked themselves.
        found.update({each: 0 for entry in self.chronicle.debunked for each in one.ids(entry)})
        if one is FILTERS[STATUS]:
            found["debunked"] = len(self.chronicle.debunked)
            return {status: found[status] for status in get_args(Status)}
        return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))

    def _filters(self) -> Iterator[dict[str, Any]]:
        for name in FILTERS:
            if name == YEARS:
                yield {"name": name, "years": list(self._year_choices())}
                continue
            choices = [
                {"id": one, "name": self._name(name, one), "number": self.language.number(number), "none": not number}
                for one, number in self._choices[name].items()
            ]
            yield {"name": name, "choices": choices, "number": self.language.number(len(choices))}

    def _year_choices(self) -> Iterator[tuple[str, str]]:
        counted = Counter(entry.year for entry in self.chronicle.held)
        for year in reversed(self.chronicle.years):
            yield year, self.language.number(counted[year])

    def _name(self, group: str, one: str) -> str:
        if group == STATUS:
            return self.language.word(f"status.{one}.name")
        if group == COUNTRY:
            return self.language.country(one)
        return self.chronicle.vocabulary.table(FILTERS[group].table)[one].name.in_language(self.language.code)

    def _met(self, entries: Iterable[Entry]) -> list[list[int]]:
        """Return the choices that each row meets, by their places on the page."""
        places = {(name, one): n for n, (name, one) in enumerate(self._places())}
        filters = [(name, FILTERS[name].ids) for name in self._choices]
        return [[places[name, one] for name, ids in filters for one in ids(entry)] for entry in entries]

    def _places(self) -> Iterator[tuple[str, str]]:
        return ((name, one) for name, choices in self._choices.items() for one in choices)


def details(chronicle: Chronicle, language: Language) -> Artifact:
    """Return what the full view adds to each row: how many sources, and the first fact cut as ``runs`` does."""
    shown = {
        entry.id: [len(entry.event.sources), *runs(entry.event.facts[0].in_language(language.code), language)]
        for entry in chronicle.entries
    }
    content = json.dumps(shown, ensure_ascii=False, separators=(",", ":"))
    return Artifact(f"timeline/{language.code}.json", content.encode())
