"""The pages of comparisons: a table of all that can be compared, and two things side by side.

The pairs that the settings name have pages of their own; any other two are set side by side by a script, from the same
answers.
"""

import json
from collections.abc import Iterator
from typing import Any

from timeline.chronicle.chronicle import Chronicle
from timeline.chronicle.comparing import SORTS, Compared, comparable
from timeline.language import Language
from timeline.site.drawing.course import courses
from timeline.site.pages.compare.answers import OF_MANY, OF_ONE, Answers, Column
from timeline.site.pages.compare.moments import Courses, Told
from timeline.site.parts import scripts
from timeline.site.parts.briefs import Rows
from timeline.site.parts.html import render
from timeline.site.parts.page import Artifact, Page
from timeline.site.settings import PairChoice, Settings

PLACE = "compare/"
HOME = "../"
PAIR_HOME = "../../"


class ComparePages:
    """Writes the comparisons of a chronicle in one language."""

    def __init__(self, chronicle: Chronicle, language: Language, settings: Settings, rows: Rows) -> None:
        self.chronicle, self.language, self.settings = chronicle, language, settings
        self._found = comparable(chronicle, [choice.era for choice in settings.eras])
        self._answers = Answers(chronicle, language, settings.eras, HOME)
        self._rows = rows

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

    def files(self) -> Iterator[Artifact]:
        """Yield what the script reads: all that can be compared with its answers, and the courses of outages."""
        columns = [self._answers.column(one).data() for one in self._found.values()]
        yield self._file("", {"columns": columns})
        outages = [entry for one in self._found.values() if one.sort == "outage" for entry in one.entries]
        yield self._file("courses/", Courses(self.chronicle, self.language, self._rows, "").data(outages))

    def _file(self, folder: str, content: dict[str, Any]) -> Artifact:
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        return Artifact(f"compare/{folder}{self.language.code}.json", text.encode())

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
            "words": scripts.words(self.language, "compare", "duration") + scripts.data("asked", {
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
        told = [self._told(one) for one in both] if pair.sort == "outage" else []
        return {
            "home": PAIR_HOME,
            "title": self._title(pair),
            "columns": (one, other),
            "rows": list(zip(self._questions(asked), one.answers, other.answers, strict=True)),
            "years": list(_years(one, other)),
            "drawn": courses([one.course for one in told], self._short, self.language) if told else "",
            "courses": told,
        }

    def _told(self, one: Compared) -> Told:
        (entry,) = one.entries
        return Courses(self.chronicle, self.language, self._rows, PAIR_HOME).of(entry)

    def _short(self, minutes: int) -> str:
        return self.language.minutes(minutes) if minutes else "0"


def _path(pair: PairChoice) -> str:
    return f"{PLACE}{pair.first}--{pair.second}/"


def _years(one: Column, other: Column) -> Iterator[dict[str, Any]]:
    """Yield the years in which either had an outage, with what each had."""
    found = [{year.year: year for year in column.years} for column in (one, other)]
    for name in sorted({*found[0], *found[1]}):
        yield {"year": name, "cells": [years.get(name) for years in found]}
