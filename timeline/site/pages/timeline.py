"""The timeline: every entry of the record on one page, newest first, which a script narrows and orders.

Each choice of a filter has a number, which is its place on the page. The page tells the script the choices that each
of its rows meets by these numbers, so that the script reads no names and works nothing out of texts.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from timeline.chronicle.chronicle import Chronicle, Entry
from timeline.chronicle.figures import outages_among
from timeline.language import Language
from timeline.site.parts import scripts
from timeline.site.parts.briefs import Rows
from timeline.site.parts.by_date import Groups
from timeline.site.parts.facets import facets
from timeline.site.parts.hours import hours
from timeline.site.parts.html import render, runs
from timeline.site.parts.page import Artifact, Page
from timeline.site.parts.taking import Taking
from timeline.values.dates import Duration

PLACE = "timeline/"
HOME = "../"
LISTS = ("years", "kinds", "platforms", "countries", "people", "tags")

# Of a long group so many choices are shown at first.
FIRST = 8

# Which years are shown stands among the facets, behind this one.
YEARS, BEFORE = "years", "era"

FILES = ("timeline.css", "take.js", "timeline.js")


class TimelinePage:
    """Writes the timeline of a chronicle in one language."""

    def __init__(self, chronicle: Chronicle, language: Language, rows: Rows, taking: Taking) -> None:
        self.chronicle, self.language, self._taking = chronicle, language, taking
        self.settings = settings = taking.publication.settings
        self._groups = Groups(language, rows, HOME)
        self.facets = tuple(facets(chronicle, language, settings))

    def page(self) -> Page:
        """Return the page."""
        title, description = self.language.word("timeline.title"), self.language.word("timeline.description")
        return Page(PLACE, "timeline", title, description, self._body, PLACE, FILES)

    def _body(self) -> str:
        years = list(self._years())
        shown = [entry for year in years for month in year["months"] for entry in month["entries"]]
        return render(
            "timeline.html", self.language, home=HOME, lists=LISTS, groups=list(self._filters()), first=FIRST,
            years=years, counted=self._counted(), lasted=self._lasted(), missing=self.settings.suggestion,
            words=scripts.words(self.language, "timeline", "count", "duration", "reading", "take"),
            taken=self._taking.page(PLACE.rstrip("/"), self.language.word("timeline.title"), PLACE),
            data=scripts.data("entries", self._met(shown)) + scripts.data("lengths", self._lengths(shown)),
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

    def _lasted(self) -> dict[str, str] | None:
        """Say how long all outages lasted together, as the script does of those that are shown."""
        outages = outages_among(self.chronicle.held)
        if not (median := outages.median_minutes):
            return None
        longest, length = max(outages.lengths.known, key=lambda known: known[1].minutes)
        written = self.language.duration
        text = self.language.word("timeline.known").format(
            outages=self.language.counted("count.outages", outages.all.value),
            known=self.language.number(outages.known.value),
            share=self.language.number(round(100 * outages.known.value / outages.all.value)),
            total=hours(outages.total_minutes, self.language),
            median=written(Duration(round(median.value), median.exact)),
        )
        title = longest.event.title.in_language(self.language.code)
        return {"text": text, "path": f"events/{longest.id}/", "longest": written(length), "title": title}

    @cached_property
    def _choices(self) -> dict[str, dict[str, int]]:
        """The choices of each facet and how many entries meet them."""
        return {facet.name: facet.numbers(self.chronicle) for facet in self.facets}

    def _filters(self) -> Iterator[dict[str, Any]]:
        for facet in self.facets:
            choices = [
                {"id": one, "name": facet.label(one), "number": self.language.number(number), "none": not number}
                for one, number in self._choices[facet.name].items()
            ]
            yield {"name": facet.name, "choices": choices, "number": self.language.number(len(choices))}
            if facet.name == BEFORE:
                yield {"name": YEARS, "years": list(self._year_choices())}

    def _year_choices(self) -> Iterator[tuple[str, str]]:
        counted = Counter(entry.year for entry in self.chronicle.held)
        for year in reversed(self.chronicle.years):
            yield year, self.language.number(counted[year])

    def _lengths(self, entries: Iterable[Entry]) -> list[list[int | bool] | int]:
        """Return of each outage its length in minutes and whether it is exact, or -1; 0 for what is none."""
        return [_length(entry) for entry in entries]

    def _met(self, entries: Iterable[Entry]) -> list[list[int]]:
        """Return the choices that each row meets, by their places on the page."""
        places = {(name, one): n for n, (name, one) in enumerate(self._places())}
        return [[places[facet.name, one] for facet in self.facets for one in facet.ids(entry)] for entry in entries]

    def _places(self) -> Iterator[tuple[str, str]]:
        return ((name, one) for name, choices in self._choices.items() for one in choices)


def _length(entry: Entry) -> list[int | bool] | int:
    if not entry.event.outage or entry.event.is_debunked:
        return 0
    duration = entry.event.when.duration
    return [duration.minutes, duration.exact] if duration else -1


def details(chronicle: Chronicle, language: Language) -> Artifact:
    """Return what the full view adds to each row: how many sources, and the first fact cut as ``runs`` does."""
    shown = {
        entry.id: [len(entry.event.sources), *runs(entry.event.facts[0].in_language(language.code), language)]
        for entry in chronicle.entries
    }
    content = json.dumps(shown, ensure_ascii=False, separators=(",", ":"))
    return Artifact(f"timeline/{language.code}.json", content.encode())
