"""The picture of an outage: its bar among those of all outages, and its length in words."""

from timeline.chronicle.chronicle import Entry
from timeline.chronicle.sides import company_name
from timeline.site.drawing import marks
from timeline.site.sharing.lanes import LINE, Bars, Lanes, line, sentences
from timeline.site.sharing.sheet import HEIGHT, MARGIN, SMALL, WIDTH, Sheet
from timeline.site.sharing.typesetting import fitted, width
from timeline.values.dates import Duration

# Where the line of each lane is: that of the first has the bars above it, that of the second below.
FLOOR, CEILING = 552, 78


def draw(entry: Entry, lanes: Lanes) -> Sheet:
    """Return the picture of an outage."""
    sheet, lane = lanes.sheet(), lanes.lane(entry)
    hangs = lane == 2
    duration, lengths = entry.event.when.duration, lanes.lengths
    bars = Bars(CEILING if hangs else FLOOR, 1 if hangs else -1, 300, WIDTH - 2 * MARGIN - (0 if duration else 110))
    own = lanes.rank(duration.minutes)[0] if duration else None
    bars.draw(sheet, lengths, own if own is not None and own < len(lengths) else None, lane)
    if duration is None:
        bars.unknown(sheet, lane)
    line(sheet, CEILING - LINE if hangs else FLOOR, LINE, lane or 0)
    top = 352 if hangs else 60
    _words(sheet, entry, lanes, top)
    _foot(sheet, entry, lanes, 50 if hangs else HEIGHT - 28)
    return sheet


def _words(sheet: Sheet, entry: Entry, lanes: Lanes, y: float) -> None:
    language, lane, event = lanes.language, lanes.lane(entry), entry.event
    sheet.mark(marks.BAR, MARGIN + 10, y + 10, 15, lane=lane)
    kind = lanes.chronicle.vocabulary.kinds[event.kind].name.in_language(language.code)
    x = MARGIN + 40.0
    sheet.text(x, y + 22, kind, ("bold", 34))
    x += sheet.after(kind, "bold", 34)
    company = company_name(entry.company, lanes.chronicle.vocabulary, language.code)
    sheet.text(x, y + 22, company, ("bold", 34), fill=sheet.of_lane(lane))
    date, after = language.date(event.when.started), x + sheet.after(company, "bold", 34, 28)
    sheet.text(after, y + 22, date, ("text", 34), fill=sheet.colour("ink-2"))
    base = y + 132
    _length(sheet, event.when.duration, lanes, base)
    about = fitted(_what(entry, lanes), "text", (36, 32, 28), (620 if event.when.duration else 760, 96), 1.3)
    sheet.lines(MARGIN, base + 62, about)


def _length(sheet: Sheet, duration: Duration | None, lanes: Lanes, y: float) -> None:
    language = lanes.language
    if duration is None:
        sheet.text(MARGIN, y, language.word("event.length_unknown"), ("head", 100))
        return
    x, shown = float(MARGIN), language.minutes(duration.minutes, governed=not duration.exact)
    if not duration.exact:
        about = language.word("time.about")
        sheet.text(x, y, about, ("head", 54))
        x += sheet.after(about, "head", 54, 20)
    sizes = [size for size in (132, 112, 96, 80) if x + width(shown, "head", size) <= WIDTH - MARGIN]
    sheet.text(x, y, shown, ("head", sizes[0] if sizes else 72))


def _what(entry: Entry, lanes: Lanes) -> str:
    """Name what failed; where the length is not known, the title says more."""
    event, code = entry.event, lanes.language.code
    if event.when.duration is None:
        return event.title.in_language(code)
    return _services(entry, lanes)


def _services(entry: Entry, lanes: Lanes) -> str:
    platforms, code = lanes.chronicle.vocabulary.platforms, lanes.language.code
    services = entry.event.outage.services if entry.event.outage else ()
    return lanes.language.word("separator").join(platforms[one].name.in_language(code) for one in services)


def _foot(sheet: Sheet, entry: Entry, lanes: Lanes, y: float) -> None:
    sheet.text(MARGIN, y, _rank(entry, lanes), ("text", SMALL), fill=sheet.colour("ink-2"))
    lanes.foot(sheet, y)


def _rank(entry: Entry, lanes: Lanes) -> str:
    language, every, duration = lanes.language, len(lanes.lengths), entry.event.when.duration
    if duration is None:
        return language.counted("share.apart", every) if every else ""
    shorter, longer = lanes.rank(duration.minutes)
    if every < 2:
        return ""
    if not longer:
        return language.counted("share.longest", every)
    return language.counted("share.longer", every, shorter=language.number(shorter))


def said(entry: Entry, lanes: Lanes) -> str:
    """Say what the picture of an outage says, in its order."""
    language, duration = lanes.language, entry.event.when.duration
    company = company_name(entry.company, lanes.chronicle.vocabulary, language.code)
    length = language.duration(duration) if duration else language.word("event.length_unknown")
    head = language.word("share.outage").format(company=company, date=language.date(entry.event.when.started))
    return sentences((f"{head}: {length}", _what(entry, lanes), _rank(entry, lanes)))
