"""The pictures of what many entries are: the site, its figures, a story, a person, a company, a platform."""

import math
from collections import Counter
from collections.abc import Sequence

from timeline.chronicle.chronicle import Entry, Tale
from timeline.chronicle.figures import outages, outages_by_year
from timeline.chronicle.sides import facing, lane_of
from timeline.site.parts.briefs import lane_of_mark, shape_of
from timeline.site.parts.hours import hours
from timeline.site.sharing.lanes import LINE, ROOM, TINT, Lanes, line, sentences
from timeline.site.sharing.sheet import HEIGHT, MARGIN, SMALL, WIDTH, Sheet
from timeline.site.sharing.typesetting import fitted
from timeline.site.sharing.words import LEADING, sizes
from timeline.values.dates import Precision

UPPER, LOWER = 420, 500

# How far apart the two sides' numbers stand, and how small the words beside them become.
APART, LEAST = 555, 18


def story(tale: Tale, lanes: Lanes) -> Sheet:
    """Return the picture of a story: its title over its strip, entry by entry."""
    sheet, language = lanes.sheet(), lanes.language
    title, counted = tale.story.title.in_language(language.code), language.counted("count.entries", len(tale.entries))
    years = _years(tale.entries, lanes)
    sheet.text(MARGIN, 90, language.word("share.story"), ("bold", 34))
    sheet.text(WIDTH - MARGIN, 90, f"{years} · {counted}", ("text", 34), fill=sheet.colour("ink-2"), side="end")
    made = fitted(title, "head", sizes(language.direction)[1:6], (ROOM, 218), LEADING[language.direction])
    sheet.lines(MARGIN, 176 if len(made.lines) > 1 else 214, made)
    _strip(sheet, tale, lanes)
    lanes.foot(sheet)
    return sheet


def story_said(tale: Tale, lanes: Lanes) -> str:
    """Say what the picture of a story says."""
    code, counted = lanes.language.code, lanes.language.counted("count.entries", len(tale.entries))
    teaser = tale.story.teaser.in_language(code) if tale.story.teaser else ""
    head = f"{tale.story.title.in_language(code)} · {_years(tale.entries, lanes)} · {counted}"
    return sentences((head, teaser))


def _strip(sheet: Sheet, tale: Tale, lanes: Lanes) -> None:
    """Draw an entry a step, each in its lane; chapters are parted."""
    upper, lower = 322, 524
    line(sheet, upper - LINE, LINE, 1)
    line(sheet, lower, LINE, 2)
    step = ROOM / len(tale.entries)
    r, rows = min(15.0, step * 0.36), {1: upper + 36, 2: lower - 36, 0: (upper + lower) / 2}
    begins = {chapter.begins for chapter in tale.story.chapters[1:]}
    for at, entry in enumerate(tale.entries):
        x, lane = MARGIN + (at + 0.5) * step, lane_of_mark(entry, lanes.chronicle)
        if entry.id in begins:
            data = f"M{sheet.x(MARGIN + at * step):.1f} {upper + 8}V{lower - 8}"
            sheet.path(data, "none", stroke=sheet.colour("edge"), stroke_width="2", stroke_dasharray="2 5")
        sheet.mark(shape_of(entry, lanes.chronicle), x, rows[lane], r, lane=lane)


def subject(table: str, one: str, lanes: Lanes) -> Sheet:
    """Return the picture of a person, a company, a platform or another subject: its name over its entries by year."""
    sheet, language, chronicle = lanes.sheet(), lanes.language, lanes.chronicle
    term, entries = chronicle.vocabulary.table(table)[one], getattr(chronicle, table).get(one, ())
    held = [entry for entry in entries if not entry.event.is_debunked]
    name, counted = term.name.in_language(language.code), language.counted("count.entries", len(held))
    lane = lane_of(one if table == "companies" else getattr(term, "company", None), chronicle.vocabulary)
    lanes.edges(sheet, lane)
    if held:
        sheet.text(MARGIN, 96, f"{_years(held, lanes)} · {counted}", ("text", 34), fill=sheet.colour("ink-2"))
    made = fitted(name, "head", sizes(language.direction), (ROOM, 150), LEADING[language.direction])
    after = sheet.lines(MARGIN, 200, made)
    about = term.about.in_language(language.code) if term.about else ""
    if about:
        set_ = fitted(about, "text", (36, 32, 28), (ROOM, 100), 1.35)
        sheet.lines(MARGIN, after - made.step + made.size * 0.35 + 46, set_, sheet.colour("ink-2"))
    _by_year(sheet, held, lanes, lane or _most_lane(held, lanes))
    lanes.foot(sheet)
    return sheet


def subject_said(table: str, one: str, lanes: Lanes) -> str:
    """Say what the picture of a subject says."""
    language, term = lanes.language, lanes.chronicle.vocabulary.table(table)[one]
    held = [e for e in getattr(lanes.chronicle, table).get(one, ()) if not e.event.is_debunked]
    about = term.about.in_language(language.code) if term.about else ""
    counted = language.counted("count.entries", len(held))
    return sentences((f"{term.name.in_language(language.code)} · {counted}", about))


def _by_year(sheet: Sheet, entries: Sequence[Entry], lanes: Lanes, lane: int) -> None:
    """Draw a bar a year of the record, as high as the year has entries."""
    every = sorted(int(year) for year in lanes.chronicle.years)
    if not entries or not every:
        return
    counted = Counter(int(entry.year) for entry in entries)
    years, floor, tallest = range(every[0], every[-1] + 1), HEIGHT - 96, 190
    step, most = ROOM / len(years), max(counted.values())
    wide = min(step - 4, 60)
    for at, year in enumerate(years):
        if counted[year]:
            x, high = MARGIN + at * step + (step - wide) / 2, max(counted[year] / most * tallest, 6)
            sheet.rectangle(x, floor - high, wide, high, sheet.of_lane(lane))
    sheet.rectangle(MARGIN, floor, ROOM, 3, sheet.colour("edge"))


def _most_lane(entries: Sequence[Entry], lanes: Lanes) -> int:
    counted = Counter(lanes.lane(entry) for entry in entries)
    return max((1, 2, 0), key=lambda lane: counted[lane])


def home(lanes: Lanes, title: str, deck: str) -> Sheet:
    """Return the picture of the site: a title and a sentence over all outages on one axis of time."""
    sheet, language = lanes.sheet(), lanes.language
    made = fitted(title, "head", sizes(language.direction)[1:6], (ROOM, 170), LEADING[language.direction])
    after = sheet.lines(MARGIN, 128, made)
    set_ = fitted(deck, "text", (36, 32), (820, 120), 1.32)
    sheet.lines(MARGIN, after - made.step + made.size * 0.35 + 52, set_)
    _axis(sheet, lanes)
    x = float(MARGIN)
    for side in lanes.sides:
        failed = outages(lanes.chronicle, side.company).all.entries
        text = language.word("home.lane_count").format(
            company=side.name, outages=language.counted("count.outages", len(failed))
        )
        sheet.text(x, (UPPER + LOWER) / 2 + 14, text, ("bold", 34), fill=sheet.of_lane(side.lane))
        x += sheet.after(text, "bold", 34, 44)
    return sheet


def _axis(sheet: Sheet, lanes: Lanes) -> None:
    """Draw every outage of both sides at its time, as high as it was long, a low dashed one where that is not known."""
    line(sheet, UPPER - LINE, LINE, 1)
    line(sheet, LOWER, LINE, 2)
    dated = [e for e in lanes.chronicle.held if e.event.outage and e.event.when.started.precision >= Precision.DAY]
    if not dated:
        return
    first, last = dated[0].event.when.started.start, dated[-1].event.when.started.start
    span = (last - first).total_seconds() or 1
    longest = lanes.lengths[-1][0] if lanes.lengths else 10
    for entry in dated:
        if not (lane := lanes.lane(entry)):
            continue
        x = MARGIN + (ROOM - 6) * (entry.event.when.started.start - first).total_seconds() / span
        way, base, length = (
            (-1, UPPER - LINE, 118) if lane == 1 else (1, LOWER + LINE, 106),
            0,
            entry.event.when.duration,
        )
        direction_, y, tallest = way
        share = math.log(max(length.minutes, 5) / 4) / math.log(max(longest, 10) / 4) if length else 0.3
        colour = sheet.of_lane(lane) if length else sheet.of_lane(lane, TINT)
        sheet.rectangle(x, y + base, 6, direction_ * max(12, share * tallest), colour)


def figures(lanes: Lanes) -> Sheet:
    """Return the picture of the figures: how often each side failed, year by year, and for how long together."""
    sheet, language = lanes.sheet(), lanes.language
    sheet.text(MARGIN, 92, language.word("figures.title"), ("bold", 34))
    for at, side in enumerate(lanes.sides):
        counted = outages(lanes.chronicle, side.company)
        number, x = language.number(len(counted.all.entries)), MARGIN + at * APART
        sheet.text(x, 220, number, ("head", 140), fill=sheet.of_lane(side.lane))
        after = x + sheet.after(number, "head", 140, 22)
        sheet.text(after, 168, side.name, ("bold", 36))
        known = language.word("share.known").format(length=hours(counted.total_minutes, language))
        room = (APART - (after - x) - 36, SMALL)
        sheet.lines(after, 216, fitted(known, "text", tuple(range(SMALL, LEAST - 1, -1)), room, 1))
    _years_of_both(sheet, lanes)
    lanes.foot(sheet, HEIGHT - 36)
    return sheet


def figures_said(lanes: Lanes) -> str:
    """Say what the picture of the figures says."""
    language = lanes.language
    counted = (
        language.word("home.lane_count").format(
            company=side.name,
            outages=language.counted("count.outages", len(outages(lanes.chronicle, side.company).all.entries)),
        )
        for side in lanes.sides
    )
    return sentences((" · ".join((language.word("figures.title"), *counted)),))


def _years_of_both(sheet: Sheet, lanes: Lanes) -> None:
    """Draw the outages of both sides by year: those of the first lane above the middle, those of the second below."""
    companies = facing(lanes.chronicle.vocabulary)
    years_of = {lane: outages_by_year(lanes.chronicle, company) for lane, company in companies.items()}
    counted = {lane: {year: len(one.all.entries) for year, one in found.items()} for lane, found in years_of.items()}
    years = sorted({int(year) for one in counted.values() for year in one})
    if not years:
        return
    span = range(years[0], years[-1] + 1)
    step, most, middle = ROOM / len(span), max(max(one.values(), default=1) for one in counted.values()), 420
    for lane, one in counted.items():
        for at, year in enumerate(span):
            if high := one.get(str(year), 0) / most * 120:
                y, way = (middle - 6, -1) if lane == 1 else (middle + 6, 1)
                sheet.rectangle(MARGIN + at * step + 3, y, step - 6, way * high, sheet.of_lane(lane))


def _years(entries: Sequence[Entry], lanes: Lanes) -> str:
    years = sorted({entry.year for entry in entries})
    first, last = years[0], years[-1]
    return first if first == last else lanes.language.word("share.years").format(first=first, last=last)
