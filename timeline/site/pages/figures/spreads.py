"""The sections on how long something took: each a chart of both sides on one scale, and a table by ranges of length."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from timeline.chronicle.figures import Figure, Measure, Spread
from timeline.chronicle.sides import Side
from timeline.site.drawing.charts.distribution import Lane, columns, distribution
from timeline.site.pages.figures.listing import BLANK, Cell, Line, Listing, Section, Table

# Where the ranges of the tables begin, in minutes.
BOUNDS = (0, 30, 60, 120, 240, 720)


@dataclass(frozen=True, slots=True)
class Subject:
    """What took its time: the section's name, both sides' figures, and how one event was measured."""

    id: str
    spreads: Mapping[Side, Spread]
    measure: Measure


def resolve(listing: Listing, sides: tuple[Side, Side]) -> Section:
    """Return the section on how long outages took to be resolved."""
    return section(listing, lengths(listing, sides))


def lengths(listing: Listing, sides: Sequence[Side]) -> Subject:
    """Return the lengths of companies' outages."""
    found = {side: listing.outages(side.company).lengths for side in sides}
    return Subject("resolve", found, lambda entry: entry.event.when.duration)


def acknowledge(listing: Listing, sides: tuple[Side, Side]) -> Section:
    """Return the section on how long it took until outages were admitted."""
    found = {side: listing.outages(side.company).to_acknowledge for side in sides}
    return section(listing, Subject("acknowledge", found, lambda entry: entry.event.when.time_to_acknowledge))


def section(listing: Listing, subject: Subject) -> Section:
    """Return a section: every event that was timed is a mark; the table has all, those that were not among them."""
    one, two = (_lane(listing, subject, side, spread) for side, spread in subject.spreads.items())
    chart, method = None, listing.word(f"{subject.id}.method")
    if one.marks or two.marks:
        chart = partial(distribution, subject.id, (one, two), listing.short, listing.language)
        method = f"{method} {listing.word('columns' if columns((one, two)).gathered else 'marks')}"
    return Section(subject.id, listing.word(f"{subject.id}.title"), method, (table(listing, subject),), chart)


def table(listing: Listing, subject: Subject) -> Table:
    """Return the table of a section: the known lengths by ranges, the rest by what is missing, and the median."""
    spreads = subject.spreads.items()
    lines = [
        (name, [_cell(listing, subject, side, (key, name), one.between(low, high)) for side, one in spreads])
        for key, name, low, high in _ranges(listing)
    ]
    for reason in dict.fromkeys(reason for _, spread in spreads for reason in spread.rest):
        name = listing.word(f"{subject.id}.{reason}")
        lines.append((name, [missing(listing, subject, side, reason) for side, _ in spreads]))
    lines.append((listing.word("median"), [median(listing, subject, side) for side, _ in spreads]))
    head = (listing.word("length"), *(side.name for side, _ in spreads))
    return Table(head, tuple(Line(name, tuple(cells)) for name, cells in lines))


def known(listing: Listing, subject: Subject, side: Side, shown: str = "") -> Cell:
    """Write how many lengths are known of one side, or something else about these."""
    return _cell(listing, subject, side, ("known", listing.word("lists.known")), subject.spreads[side].counted, shown)


def missing(listing: Listing, subject: Subject, side: Side, reason: str) -> Cell:
    """Write how many lengths of one side are not known for a reason."""
    name = listing.word(f"{subject.id}.{reason}")
    return _cell(listing, subject, side, (reason, name), subject.spreads[side].rest.get(reason))


def median(listing: Listing, subject: Subject, side: Side) -> Cell:
    """Write the median of one side, with all known lengths behind it."""
    figure = subject.spreads[side].median
    if figure is None:
        return BLANK
    return _cell(listing, subject, side, ("known", listing.word("lists.known")), figure, listing.length(figure))


def _cell(
    listing: Listing, subject: Subject, side: Side, part: tuple[str, str], figure: Figure | None, shown: str = ""
) -> Cell:
    """Write a figure of one side; ``part`` is the key and the name of what is counted."""
    key, name = part
    listed = listing.language.word("separator").join((side.name, name))
    title = listing.word("list", section=listing.word(f"{subject.id}.title"), part=listed)
    return listing.cell(f"{subject.id}-{key}-{side.company}", title, figure, shown, listing.timed(subject.measure))


def _lane(listing: Listing, subject: Subject, side: Side, spread: Spread) -> Lane:
    marks = [listing.mark(entry, length) for entry, length in spread.known]
    of = sum(figure.value for figure in spread.rest.values()) + len(marks)
    number = listing.language.number
    counted = listing.word("of", known=number(len(marks)), all=number(of)) if marks else listing.word("none_found")
    middle = spread.median
    written = listing.word("median_of", length=listing.length(middle)) if middle else ""
    return Lane(side, marks, counted, middle.value if middle else None, written)


def _ranges(listing: Listing) -> Iterator[tuple[str, str, int, float]]:
    """Yield the key and the name of each range, where it begins and where it ends."""
    minutes = listing.language.minutes
    for low, high in zip(BOUNDS, (*BOUNDS[1:], math.inf), strict=True):
        if high == math.inf:
            name = listing.word("ranges.over", low=minutes(low))
        else:
            key, until = "between" if low else "under", minutes(high, governed=True)
            name = listing.word(f"ranges.{key}", low=minutes(low, governed=True), high=until)
        yield f"from-{low}", name, low, high
