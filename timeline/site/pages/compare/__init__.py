"""The pages of comparisons: a table of all that can be compared, and two things side by side.

The pairs that the settings name have pages of their own; any other two are set side by side by a script, from the same
answers.
"""

import json
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from timeline.chronicle.chronicle import Chronicle
from timeline.chronicle.comparing import SORTS, Compared, comparable, course
from timeline.language import Language
from timeline.site.drawing.course import Course, Flag, courses
from timeline.site.pages.compare.answers import OF_MANY, OF_ONE, Answers, Column
from timeline.site.parts import scripts
from timeline.site.parts.briefs import Rows
from timeline.site.parts.html import render
from timeline.site.parts.page import Artifact, Page
from timeline.site.parts.replay_cards import Cards
from timeline.site.settings import PairChoice, Settings
from timeline.values.dates import Duration

PLACE = "compare/"
HOME = "../"
PAIR_HOME = "../../"


class ComparePages:
    """Writes the comparisons of a chronicle in one language."""

    def __init__(self, chronicle: Chronicle, language: Language, settings: Settings, rows: Rows) -> None:
        self.chronicle, self.language, self.settings = chronicle, language, settings
        self._found = comparable(chronicle, [choice.era for choice in settings.eras])
        self._answers = Answers(chronicle, language, settings.eras, HOME)
        self._cards = Cards(chronicle, language, rows, PAIR_HOME)

    def pages(self) -> Iterator[Page]:
        """Yield the page on which anything is compared, and one for each pair of the settings."""
        if not self._found:
            return
        word = self.language.word
        yield Page(
            PLACE, "compare", word("compare.title"), word("compare.description"),
            lambda: render("compare.html", self.language, **self._context()), PLACE, ("compare.css", "compare.js"),
        )  # fmt: skip
        yield from (self._pair(pair) for pair in self._pairs())

    def file(self) -> Artifact:
        """Return what the script reads: every thing that can be compared, with its answers."""
        columns = [self._answers.column(one).data() for one in self._found.values()]
        content = json.dumps({"columns": columns}, ensure_ascii=False, separators=(",", ":"))
        return Artifact(f"compare/{self.language.code}.json", content.encode())

    def _pairs(self) -> list[PairChoice]:
        return [pair for pair in self.settings.pairs if set(pair.keys) <= self._found.keys()]

    def _context(self) -> dict[str, Any]:
        columns = [self._answers.column(one) for one in self._found.values()]
        groups = {sort: [column for column in columns if column.sort == sort] for sort in SORTS}
        return {
            "home": HOME,
            "groups": {sort: listed for sort, listed in groups.items() if len(listed) > 1},
            "pairs": [{"path": _path(pair), "title": self._title(pair)} for pair in self._pairs()],
            "questions": self._questions(OF_MANY),
            "words": scripts.words(self.language, "compare") + scripts.data("asked", {
                "many": self._questions(OF_MANY), "one": self._questions(OF_ONE),
            }),
        }  # fmt: skip

    def _questions(self, keys: tuple[str, ...]) -> list[str]:
        return [self.language.word(f"compare.asked.{key}") for key in keys]

    def _title(self, pair: PairChoice) -> str:
        names = (self._named(self._found[key]) for key in pair.keys)
        first, second = names
        return self.language.word("compare.pair").format(first=first, second=self.language.attached(second))

    def _named(self, one: Compared) -> str:
        if one.sort == "outage":
            return self.language.date(one.entries[0].event.when.started)
        return self._answers.name(one)

    def _pair(self, pair: PairChoice) -> Page:
        title = self._title(pair)
        description = self.language.word("compare.pair_description").format(title=title)
        return Page(
            _path(pair), "compare-pair", title, description,
            lambda: render("compare_pair.html", self.language, **self._pair_context(pair)), PLACE, ("compare.css",),
        )  # fmt: skip

    def _pair_context(self, pair: PairChoice) -> dict[str, Any]:
        both = [self._found[key] for key in pair.keys]
        one, other = (self._answers.column(each) for each in both)
        asked = OF_ONE if pair.sort == "outage" else OF_MANY
        drawn, listed = self._courses(both) if pair.sort == "outage" else (Markup(""), [])
        return {
            "home": PAIR_HOME,
            "title": self._title(pair),
            "columns": (one, other),
            "rows": list(zip(self._questions(asked), one.answers, other.answers, strict=True)),
            "years": list(_years(one, other)),
            "drawn": drawn,
            "courses": listed,
        }

    def _courses(self, both: list[Compared]) -> tuple[Markup, list[dict[str, Any]]]:
        """Draw the courses of two outages, and list what their numbers are."""
        made, listed = [], []
        for one in both:
            (entry,) = one.entries
            when, steps = entry.event.when, course(entry, self.chronicle)
            cards = [self._cards.card(step.turn) for step in steps]
            lanes = [self._cards.rows.brief(step.turn.entry).lane for step in steps]
            flags = [Flag(s.minutes, str(n), lane) for n, (s, lane) in enumerate(zip(steps, lanes, strict=True), 1)]
            column = self._answers.column(one)
            admitted = when.time_to_acknowledge
            length = column.answers[OF_ONE.index("length")].shown
            known = when.duration.minutes if when.duration else None
            made.append(
                Course(column.lane, self._named(one), known, length, admitted.minutes if admitted else None, flags)
            )
            after = [self._after(step.minutes) for step in steps]
            moments = [{"after": a, "lane": n, **card} for a, n, card in zip(after, lanes, cards, strict=True)]
            listed.append({"column": column, "moments": moments})
        return courses(made, self._short, self.language), listed

    def _after(self, minutes: int) -> str:
        return f"+{self.language.minutes(minutes)}" if minutes else self.language.word("compare.begins")

    def _short(self, minutes: int) -> str:
        return self.language.minutes(minutes) if minutes else "0"


def _minutes(duration: Duration | None) -> int | None:
    return duration.minutes if duration else None


def _path(pair: PairChoice) -> str:
    return f"{PLACE}{pair.first}--{pair.second}/"


def _years(one: Column, other: Column) -> Iterator[dict[str, Any]]:
    """Yield the years in which either had an outage, with what each had."""
    found = [{year.year: year for year in column.years} for column in (one, other)]
    for name in sorted({*found[0], *found[1]}):
        yield {"year": name, "cells": [years.get(name) for years in found]}
