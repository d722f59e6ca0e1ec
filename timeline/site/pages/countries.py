"""The page of countries from which outages were reported, each with its outages."""

from collections.abc import Iterator
from typing import Any

from timeline.chronicle.chronicle import Chronicle, Entry
from timeline.language import Language
from timeline.site.parts.briefs import Rows
from timeline.site.parts.by_date import Groups
from timeline.site.parts.html import render
from timeline.site.parts.page import Page
from timeline.values.dates import Precision

PATH = "countries/"
HOME = "../"


def by_country(chronicle: Chronicle) -> dict[str, tuple[Entry, ...]]:
    """Return the outages that name a country, by its code (ISO 3166-1 alpha-2), the most often named first."""
    found: dict[str, list[Entry]] = {}
    for entry in chronicle.held:
        for code in entry.event.outage.countries if entry.event.outage else ():
            found.setdefault(code, []).append(entry)
    return {code: tuple(found[code]) for code in sorted(found, key=lambda code: (-len(found[code]), code))}


def page(chronicle: Chronicle, language: Language, rows: Rows) -> Page:
    """Return the page of countries."""
    title, description = language.word("countries.title"), language.word("countries.description")
    return Page(
        PATH, "countries", title, description,
        lambda: render(
            "countries.html", language, home=HOME, countries=list(_countries(chronicle, language, rows))
        ),
        "timeline/",
    )  # fmt: skip


def _countries(chronicle: Chronicle, language: Language, rows: Rows) -> Iterator[dict[str, Any]]:
    groups = Groups(language, rows, HOME)

    def day(entry: Entry) -> str:
        moment = entry.event.when.started
        short = f"{language.day(moment.start)} {moment.start:%Y}"
        return short if moment.precision >= Precision.DAY else language.date(moment)

    for code, entries in by_country(chronicle).items():
        yield {
            "code": code,
            "name": language.country(code),
            "number": language.number(len(entries)),
            "counted": language.counted("count.outages", len(entries)),
            "rows": groups.rows(reversed(entries), day),
        }
