"""The picture of a move: the words that were said as a card on their maker's line, or else its title."""

from timeline.chronicle.chronicle import Entry
from timeline.chronicle.sides import company_name
from timeline.language import direction
from timeline.record.event import Quote, Words
from timeline.site.parts.briefs import shape_of, where
from timeline.site.parts.quotation import quoted
from timeline.site.sharing.lanes import LINE, ROOM, Lanes, sentences
from timeline.site.sharing.sheet import HEIGHT, MARGIN, SMALL, Sheet
from timeline.site.sharing.typesetting import Set, fitted
from timeline.values.dates import Duration, Moment, Precision

SIZES = (128.0, 104, 92, 84, 74, 66, 58, 50, 44, 38, 34)

# Arabic letters are larger than Latin ones of the same size of type, and stand less close to the line above.
ARABIC, LEADING = 0.83, {"rtl": 1.36, "ltr": 1.16}

# How long before and behind an outage its bar begins and ends on the other edge, in shares of the picture.
BAR_FROM, BAR_TO = 150, 1050


def draw(entry: Entry, lanes: Lanes) -> Sheet:
    """Return the picture of a move."""
    sheet, lane = lanes.sheet(), lanes.lane(entry)
    lanes.edges(sheet, lane)
    mocked = _mocked(entry, lanes)
    if mocked:
        _outage(sheet, mocked, entry, lanes)
    quote = entry.event.quotes[0] if entry.event.quotes else None
    top, bottom = (118 if mocked else 96 if lane == 1 else 58), (HEIGHT - 190 if lane == 2 else HEIGHT - 160)
    if lane:
        y = 22 + 30 if lane == 1 else HEIGHT - 22 - 30
        sheet.mark(shape_of(entry, lanes.chronicle), MARGIN + 30, y, 30, lane=lane)
    if quote:
        _quotation(sheet, quote, (top, bottom), lanes)
    else:
        _title(sheet, entry, (top, bottom), lanes)
    _who(sheet, entry, quote, bottom + 64, lanes)
    lanes.foot(sheet, HEIGHT - 74 if lane == 2 else HEIGHT - 44)
    return sheet


def sizes(language_direction: str) -> tuple[float, ...]:
    """Return the sizes of words in a language's script."""
    return tuple(round(size * ARABIC) for size in SIZES) if language_direction == "rtl" else SIZES


def _quotation(sheet: Sheet, words: Words, room: tuple[float, float], lanes: Lanes) -> None:
    own, language = quoted(words, lanes.language), lanes.language
    top, bottom = room
    text, original = (own["translation"], own["text"]) if own["translation"] else (own["text"], "")
    second = _second(original) if original else None
    high = bottom - top - (second.height + 26 if second else 0)
    made = fitted(text, "head", sizes(language.direction), (ROOM, high), LEADING[language.direction])
    y = top + (high - made.height) / 2 + made.size * 0.82
    after = sheet.lines(MARGIN, y, made)
    if second:
        rtl = direction(words.lang) == "rtl"
        sheet.original(after - made.step + made.size * 0.38 + 40, second, sheet.colour("ink-2"), rtl=rtl)


def _second(original: str) -> Set:
    return fitted(original, "text", (32, 28, 26, 24), (ROOM, 136), 1.3)


def _title(sheet: Sheet, entry: Entry, room: tuple[float, float], lanes: Lanes) -> None:
    language, (top, bottom) = lanes.language, room
    kind = lanes.chronicle.vocabulary.kinds[entry.event.kind].name.in_language(language.code)
    sheet.text(MARGIN + (90 if lanes.lane(entry) == 1 else 0), top + 10, kind, ("bold", 34))
    title = entry.event.title.in_language(language.code)
    made = fitted(title, "head", sizes(language.direction)[2:], (ROOM, bottom - top - 60), LEADING[language.direction])
    sheet.lines(MARGIN, top + 60 + (bottom - top - 60 - made.height) / 2 + made.size * 0.72, made)


def _who(sheet: Sheet, entry: Entry, quote: Quote | None, y: float, lanes: Lanes) -> None:
    x = MARGIN + (90 if lanes.lane(entry) == 2 else 0)
    speaker, on = _speaker(entry, quote, lanes)
    sheet.text(x, y, speaker, ("bold", 36))
    if speaker:
        x_on = x + sheet.after(speaker, "bold", 36)
        sheet.text(x_on, y, on, ("text", 36), fill=sheet.colour("ink-2"))
    base = y + 44 if speaker else y
    sheet.text(x, base, _when(_at(entry, quote), lanes), ("text", SMALL), fill=sheet.colour("ink-2"))


def _speaker(entry: Entry, quote: Quote | None, lanes: Lanes) -> tuple[str, str]:
    code, chronicle, event = lanes.language.code, lanes.chronicle, entry.event
    if quote is None and event.move is None:
        return "", ""
    one, on = (quote.speaker, quote.on) if quote else (event.move.by[0], event.move.on) if event.move else ("", "")
    actor = chronicle.vocabulary.actor(one)
    return (actor.name.in_language(code) if actor else one), where(on, chronicle, lanes.language)


def _at(entry: Entry, quote: Quote | None) -> Moment:
    return quote.at if quote and quote.at else entry.event.when.started


def _when(moment: Moment, lanes: Lanes) -> str:
    language, date = lanes.language, lanes.language.date(moment)
    if moment.precision is not Precision.MINUTE:
        return date
    about = f"{language.word('time.about')} " if moment.approximate else ""
    return f"{date} · {about}{moment.start:%H:%M} {language.word('time.utc')}"


def _mocked(entry: Entry, lanes: Lanes) -> Entry | None:
    """Return the outage of the other side during which a move was made, where both are known to the minute."""
    own = entry.event.when.started
    for link in lanes.chronicle.relations(entry):
        other = link.entry.event
        wait, length = Duration.between(other.when.started, own), other.when.duration
        facing = {lanes.lane(entry), lanes.lane(link.entry)} == {1, 2}
        if other.outage and facing and wait and length and 0 <= wait.minutes <= length.minutes:
            return link.entry
    return None


def _note(mocked: Entry, entry: Entry, lanes: Lanes) -> str:
    """Say how far into an outage a move was made."""
    wait = Duration.between(mocked.event.when.started, entry.event.when.started)
    if wait is None:
        return ""
    company = company_name(mocked.company, lanes.chronicle.vocabulary, lanes.language.code)
    return lanes.language.word("share.into").format(wait=lanes.language.duration(wait, governed=True), company=company)


def _outage(sheet: Sheet, mocked: Entry, entry: Entry, lanes: Lanes) -> None:
    """Draw the other side's outage on its edge, with the move at its own minute."""
    lane, length = lanes.lane(mocked), mocked.event.when.duration
    wait = Duration.between(mocked.event.when.started, entry.event.when.started)
    if length is None or wait is None:
        return
    y, high = (LINE, 26) if lane == 1 else (HEIGHT - LINE - 26, 26)
    sheet.rectangle(BAR_FROM, y, BAR_TO - BAR_FROM, high, sheet.of_lane(lane))
    x = BAR_FROM + (BAR_TO - BAR_FROM) * wait.minutes / max(length.minutes, 1)
    sheet.mark(shape_of(entry, lanes.chronicle), x, y + 44 if lane == 1 else y - 18, 14, lane=lanes.lane(entry))
    base = y + 82 if lane == 1 else y - 50
    sheet.text(MARGIN, base, _note(mocked, entry, lanes), ("text", SMALL), fill=sheet.colour("ink-2"))


def said(entry: Entry, lanes: Lanes) -> str:
    """Say what the picture of a move says, in its order."""
    language, event = lanes.language, entry.event
    quote = event.quotes[0] if event.quotes else None
    if quote is None:
        return sentences((event.title.in_language(language.code), language.date(event.when.started)))
    own = quoted(quote, language)
    speaker, on = _speaker(entry, quote, lanes)
    said_ = language.word("share.said").format(
        speaker=speaker, on=on, when=_when(_at(entry, quote), lanes), words=own["translation"] or own["text"]
    )
    mocked = _mocked(entry, lanes)
    return sentences((said_, _note(mocked, entry, lanes) if mocked else ""))
