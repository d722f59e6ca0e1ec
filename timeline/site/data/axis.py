"""The entries of the axis for the script that draws any part of it: one file a language, fetched at first use.

An entry is a row: its id, its start in minutes since 1970 (UTC), how many minutes wide what is known of its start is
(0 where the minute is known), its length in minutes (none where it is not known), its lane, the place of its kind
among the kinds, its title, the marks of doubt about it, the first of its words, the number of the row that it
answers, and its company where that has no lane. What is missing at a row's end is left out.
"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from timeline.chronicle.chronicle import ANSWERS, Chronicle, Entry
from timeline.chronicle.sides import NEITHER, company_name, sides
from timeline.language import Language
from timeline.site.drawing import marks, scales, ticks
from timeline.site.drawing.axis.bands import Band, bands
from timeline.site.parts.briefs import lane_of_mark
from timeline.site.parts.html import foreign
from timeline.site.parts.page import Artifact
from timeline.site.parts.quotation import first_words
from timeline.site.settings import Settings
from timeline.values.dates import Moment, Precision

MINUTE = 60
FIRST_WORDS = 60
MONTHS = range(1, 13)

# Marks of doubt, added up: about the time, about the truth of the time, about the length.
ABOUT, UNCERTAIN, LENGTH_ABOUT = 1, 2, 4


def file(chronicle: Chronicle, language: Language, settings: Settings) -> Artifact:
    """Return the file of a language."""
    content = json.dumps(_content(chronicle, language, settings), ensure_ascii=False, separators=(",", ":"))
    return Artifact(f"axis/{language.code}.json", content.encode())


def _content(chronicle: Chronicle, language: Language, settings: Settings) -> dict[str, Any]:
    years = [int(year) for year in chronicle.years]
    return {
        "from": _minutes(datetime(min(years), 1, 1, tzinfo=UTC)) if years else 0,
        "to": _minutes(datetime(max(years) + 1, 1, 1, tzinfo=UTC)) if years else 0,
        "foreign": foreign(language),
        "scale": [scales.LOW, scales.HIGH],
        "guides": scales.GUIDES,
        "ticks": ticks.steps(),
        "eras": [
            [band.lane, band.name, *_stretch(band)] for band in bands(settings.eras, chronicle.vocabulary, language)
        ],
        "lanes": list(_lanes(chronicle, language)),
        "kinds": list(_kinds(chronicle, language)),
        "shapes": marks.shapes(),
        "months": [language.month(datetime(2000, month, 1, tzinfo=UTC)) for month in MONTHS],
        "short": [language.short_month(datetime(2000, month, 1, tzinfo=UTC)) for month in MONTHS],
        "rows": list(_rows(chronicle, language, frozenset(settings.unquoted))),
    }


def _lanes(chronicle: Chronicle, language: Language) -> Iterator[str]:
    """Yield what each lane is called: first that of neither side, then those of the two that face each other."""
    yield language.word("home.legend.third")
    yield from (side.name for side in sides(chronicle.vocabulary, language.code))


def _kinds(chronicle: Chronicle, language: Language) -> Iterator[list[str]]:
    """Yield the name of each kind and the shape of what it does, and then those of what was debunked."""
    for kind in chronicle.vocabulary.kinds.values():
        yield [kind.name.in_language(language.code), marks.ROLES[kind.role]]
    yield [language.word("status.debunked.name"), marks.STRUCK]


def _rows(chronicle: Chronicle, language: Language, unquoted: frozenset[str]) -> Iterator[list[Any]]:
    numbered = {entry.id: number for number, entry in enumerate(chronicle.entries, 1)}
    kinds = {kind: place for place, kind in enumerate(chronicle.vocabulary.kinds)}
    for entry in chronicle.entries:
        event, when = entry.event, entry.event.when
        lane = lane_of_mark(entry, chronicle)
        answered = next((link.entry for link in chronicle.relations(entry) if link.type == ANSWERS), None)
        row = [
            entry.id,
            _minutes(when.started.start),
            _width(when.started),
            when.duration.minutes if when.duration else None,
            lane,
            len(kinds) if event.is_debunked else kinds[event.kind],
            event.title.in_language(language.code),
            _doubt(entry),
            None if unquoted.intersection(event.tags) else first_words(entry, language, FIRST_WORDS) or None,
            numbered[answered.id] if answered else 0,
            company_name(entry.company, chronicle.vocabulary, language.code) if lane == NEITHER else "",
        ]
        while not row[-1]:
            row.pop()
        yield row


def _minutes(moment: datetime) -> int:
    return int(moment.timestamp()) // MINUTE


def _width(moment: Moment) -> int:
    return 0 if moment.precision is Precision.MINUTE else _minutes(moment.end) - _minutes(moment.start)


def _doubt(entry: Entry) -> int:
    when = entry.event.when
    length = LENGTH_ABOUT if when.duration and not when.duration.exact else 0
    return when.started.approximate * ABOUT + when.started.uncertain * UNCERTAIN + length


def _stretch(band: Band) -> tuple[int | None, int | None]:
    """Return when an era begins and ends, in minutes since 1970; what is open has none."""
    begins, ends = band.era.begins, band.era.ends
    return _minutes(begins.start) if begins else None, _minutes(ends.start) if ends else None
