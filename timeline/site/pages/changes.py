"""What changed lately: the entries that were added and the corrections that were made, the newest day first."""

from itertools import groupby
from typing import Any

from timeline.chronicle.chronicle import Chronicle, Entry
from timeline.language import Language
from timeline.record.event import Correction
from timeline.site.parts.briefs import Rows
from timeline.site.parts.html import render
from timeline.site.parts.page import Page
from timeline.values.dates import Moment

PATH = "changes/"
HOME = "../"

# So many days are shown, and so many new entries of one day; the rest is counted.
MOST_DAYS = 30
MOST_OF_A_DAY = 40

Change = tuple[Moment, Entry, Correction | None]


def page(chronicle: Chronicle, language: Language, rows: Rows, *, fed: bool) -> Page:
    """Return the page of what changed lately; ``fed`` says that there is a feed of it."""
    title, description = language.word("changes.title"), language.word("changes.description")
    return Page(
        PATH, "changes", title, description,
        lambda: render("changes.html", language, home=HOME, fed=fed, days=_days(chronicle, language, rows)), PATH,
    )  # fmt: skip


def _days(chronicle: Chronicle, language: Language, rows: Rows) -> list[dict[str, Any]]:
    changes = sorted(_changes(chronicle), key=lambda change: change[0].sort_key, reverse=True)
    by_day = [(moment, list(listed)) for moment, listed in groupby(changes, key=lambda change: change[0])]
    return [_day(moment, listed, language, rows) for moment, listed in by_day[:MOST_DAYS]]


def _changes(chronicle: Chronicle) -> list[Change]:
    """List every addition and every correction, the entries of one day in the order of what they tell, newest first."""
    changes: list[Change] = []
    for entry in reversed(chronicle.entries):
        changes.append((entry.event.added, entry, None))
        changes += ((correction.on, entry, correction) for correction in entry.event.corrections)
    return changes


def _day(moment: Moment, changes: list[Change], language: Language, rows: Rows) -> dict[str, Any]:
    added = [entry for _, entry, correction in changes if correction is None]
    shown = added[:MOST_OF_A_DAY]
    return {
        "date": language.date(moment),
        "iso": str(moment),
        "counted": language.counted("count.entries", len(added)) if added else "",
        "corrections": [
            {"brief": rows.brief(entry), "text": correction.in_language(language.code)}
            for _, entry, correction in changes
            if correction
        ],
        "added": [rows.row(entry, HOME, entry.year) for entry in shown],
        "more": language.counted("changes.more", len(added) - len(shown)) if len(added) > len(shown) else "",
    }
