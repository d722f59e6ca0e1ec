"""On this day: every entry whose day is known, by the day of the year.

The page is the same whenever it is built; which day is today only the reader's browser knows. For it there is a
small file for each month, which holds so many entries of a day at most that it does not grow with the record.
"""

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import groupby
from typing import Any

from markupsafe import Markup

from timeline.chronicle.chronicle import Chronicle, Entry
from timeline.language import Language
from timeline.site.parts import scripts
from timeline.site.parts.briefs import Rows
from timeline.site.parts.html import render
from timeline.site.parts.page import Artifact, Page
from timeline.values.dates import Precision

PLACE = "on-this-day/"
HOME = "../"
MOST_OF_A_DAY = 5
MONTHS = range(1, 13)


def page(chronicle: Chronicle, language: Language, rows: Rows) -> Page:
    """Return the page of all days of the year on which something happened."""
    title, description = language.word("days.title"), language.word("days.description")
    return Page(
        PLACE, "days", title, description,
        lambda: render("days.html", language, home=HOME, months=list(_months(chronicle, language, rows)),
                       data=_data(language)),
        PLACE, ("days.js",),
    )  # fmt: skip


def files(chronicle: Chronicle, language: Language) -> Iterator[Artifact]:
    """Yield a file for each month of the year, with its days' newest entries."""
    by_month = dict(_by(_dated(chronicle), lambda start: start.month))
    for month in MONTHS:
        days = {
            f"{day:02}": [_said(entry, language) for entry in reversed(listed[-MOST_OF_A_DAY:])]
            for day, listed in _by(by_month.get(month, ()), lambda start: start.day)
        }
        content = json.dumps(days, ensure_ascii=False, separators=(",", ":"))
        yield Artifact(f"days/{language.code}/{month:02}.json", content.encode())


def _said(entry: Entry, language: Language) -> dict[str, str]:
    title, date = entry.event.title.in_language(language.code), language.date(entry.event.when.started)
    return {"path": f"events/{entry.id}/", "title": title, "date": date}


def _data(language: Language) -> Markup:
    names = [language.month(datetime(2000, month, 1, tzinfo=UTC)) for month in MONTHS]
    return scripts.words(language, "days", "count") + scripts.data("month-names", names)


def _months(chronicle: Chronicle, language: Language, rows: Rows) -> Iterator[dict[str, Any]]:
    for month, entries in _by(_dated(chronicle), lambda start: start.month):
        days = [_day(language, rows, listed) for _, listed in _by(entries, lambda start: start.day)]
        name = language.month(entries[0].event.when.started.start)
        yield {"id": f"{month:02}", "name": name, "counted": _counted(entries, language), "days": days}


def _day(language: Language, rows: Rows, entries: Sequence[Entry]) -> dict[str, Any]:
    start = entries[0].event.when.started.start
    return {
        "id": f"{start:%m-%d}",
        "name": language.held(f"{start.day} {language.month(start)}"),
        "rows": [rows.row(entry, HOME, entry.year) for entry in reversed(entries)],
    }


def _counted(entries: Sequence[Entry], language: Language) -> str:
    """Count entries in words; what was debunked is listed, but counted nowhere."""
    return language.counted("count.entries", sum(not entry.event.is_debunked for entry in entries))


def _dated(chronicle: Chronicle) -> list[Entry]:
    """Return the entries whose day is known for certain, in the order of the year and then of time."""
    known = (entry for entry in chronicle.entries if _certain(entry))
    return sorted(known, key=_day_of_year)


def _day_of_year(entry: Entry) -> tuple[int, int, tuple[object, ...]]:
    started = entry.event.when.started
    return started.start.month, started.start.day, started.sort_key


def _certain(entry: Entry) -> bool:
    moment = entry.event.when.started
    vague = moment.precision is Precision.DAY and (moment.approximate or moment.uncertain)
    return moment.precision >= Precision.DAY and not vague


def _by(entries: Sequence[Entry], part: Any) -> Iterator[tuple[int, list[Entry]]]:
    def of(entry: Entry) -> int:
        start: datetime = entry.event.when.started.start
        number: int = part(start)
        return number

    for number, listed in groupby(entries, key=of):
        yield number, list(listed)
