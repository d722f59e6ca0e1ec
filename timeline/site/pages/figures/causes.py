"""The section on causes: who says why outages happened, with the words of the record beside each."""

from typing import get_args, get_type_hints

from timeline.chronicle.chronicle import Entry
from timeline.chronicle.figures import count
from timeline.chronicle.sides import Side
from timeline.record.event import Cause
from timeline.site.pages.figures.listing import Cell, Line, Listing, Section, Table

CAUSES = "causes"

# By whom a cause is known, the surest first; of what has no cause nobody has said anything.
STATUSES = tuple(reversed(get_args(get_type_hints(Cause)["status"])))


def section(listing: Listing, sides: tuple[Side, Side]) -> Section:
    """Return the section: how many outages have a cause that is established, stated, alleged, or unknown."""
    title = listing.word("causes.title")
    lines = tuple(
        Line(listing.word(f"causes.{status}"), tuple(_cell(listing, title, status, side) for side in sides))
        for status in STATUSES
    )
    head = (listing.word("causes.cause"), *(side.name for side in sides))
    return Section(CAUSES, title, listing.word("causes.method"), (Table(head, lines, folded=False),))


def _cell(listing: Listing, title: str, status: str, side: Side) -> Cell:
    part = listing.language.word("separator").join((side.name, listing.word(f"causes.{status}")))
    found = count(entry for entry in listing.outages(side.company).all.entries if _status(entry) == status)

    def note(entry: Entry) -> str:
        return " · ".join((listing.language.date(entry.event.when.started), _words(listing, entry))).rstrip(" ·")

    return listing.cell(f"{CAUSES}-{status}-{side.company}", listing.word("list", section=title, part=part), found,
                        note=note)  # fmt: skip


def _status(entry: Entry) -> str:
    cause = entry.event.outage.cause if entry.event.outage else None
    return cause.status if cause else "unknown"


def _words(listing: Listing, entry: Entry) -> str:
    cause = entry.event.outage.cause if entry.event.outage else None
    return cause.text.in_language(listing.language.code) if cause and cause.text else ""
