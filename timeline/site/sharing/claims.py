"""The picture of a claim that was shown to be false: the stamp across it, and who showed it."""

from timeline.chronicle.chronicle import Entry
from timeline.language import direction
from timeline.site.drawing import marks
from timeline.site.parts.quotation import quoted
from timeline.site.sharing.lanes import Lanes, sentences
from timeline.site.sharing.sheet import HEIGHT, MARGIN, SMALL, WIDTH, Sheet
from timeline.site.sharing.typesetting import FAMILIES, drawable, fitted, width
from timeline.site.sharing.words import LEADING

FRAME = 28

# The stamp is free of all else: its middle, and the angle against the direction of reading.
STAMP_X, STAMP_Y, ANGLE = 850, 398, 6
SIZES = (64.0, 58, 52, 46, 40, 36, 32)


def draw(entry: Entry, lanes: Lanes) -> Sheet:
    """Return the picture of a claim that was debunked."""
    sheet, language = lanes.sheet(), lanes.language
    box = f"M{FRAME} {FRAME}h{WIDTH - 2 * FRAME}v{HEIGHT - 2 * FRAME}h-{WIDTH - 2 * FRAME}z"
    sheet.path(box, "none", stroke=sheet.colour("edge"), stroke_width="4", stroke_dasharray="12 8")
    sheet.mark(marks.STRUCK, MARGIN + 16, 88, 16, lane=0, way=marks.UP)
    sheet.text(MARGIN + 48, 100, language.word("status.debunked.name"), ("bold", 34))
    _claimed(sheet, entry, lanes)
    _stamp(sheet, _verdict(entry, lanes))
    lines = _circumstances(entry, lanes)
    y = HEIGHT - 70 - 40 * (len(lines) - 1)
    for at, text in enumerate(lines):
        sheet.text(MARGIN, y + 40 * at, text, ("text", SMALL), fill=sheet.colour("ink-2"))
    lanes.foot(sheet, HEIGHT - 62)
    return sheet


def _verdict(entry: Entry, lanes: Lanes) -> str:
    return lanes.language.word("share.never" if entry.event.misattributed else "status.debunked.name")


def _claimed(sheet: Sheet, entry: Entry, lanes: Lanes) -> None:
    language, event = lanes.language, entry.event
    words = event.misattributed[0] if event.misattributed else None
    own = quoted(words, language) if words else {"text": event.title.in_language(language.code), "translation": ""}
    text, original = (own["translation"], own["text"]) if own["translation"] else (own["text"], "")
    leading = LEADING[language.direction]
    made = fitted(text, "text", SIZES, (WIDTH - 2 * MARGIN, 150 if original else 190), leading)
    after = sheet.lines(MARGIN, 176, made, sheet.colour("ink-2"))
    if original and words:
        second = fitted(original, "text", (30, 26), (WIDTH - 2 * MARGIN, 76), 1.3)
        rtl = direction(words.lang) == "rtl"
        sheet.original(after - made.step + made.size * 0.4 + 38, second, sheet.colour("ink-2"), rtl=rtl)


def _stamp(sheet: Sheet, verdict: str) -> None:
    size = next((s for s in (116, 100, 84, 68) if width(drawable(verdict), "head", s) <= 500), 60)
    across, high = width(drawable(verdict), "head", size) + 84, size * 1.5
    x, turn = sheet.x(STAMP_X), ANGLE if sheet.mirrored else -ANGLE
    ink, ground = sheet.colour("ink"), sheet.colour("bg")
    outer = f"M{-across / 2:.1f} {-high / 2:.1f}h{across:.1f}v{high:.1f}h{-across:.1f}z"
    inner = f"M{-across / 2 + 10:.1f} {-high / 2 + 10:.1f}h{across - 20:.1f}v{high - 20:.1f}h{20 - across:.1f}z"
    shown = f"\u202b{drawable(verdict)}\u202c" if sheet.mirrored else drawable(verdict)
    sheet.parts.append(
        f'<g transform="translate({x:.1f} {STAMP_Y}) rotate({turn})">'
        f'<path d="{outer}" fill="{ground}" stroke="{ink}" stroke-width="5"/>'
        f'<path d="{inner}" fill="none" stroke="{ink}" stroke-width="3"/>'
        f'<text x="0" y="{size * 0.3:.1f}" text-anchor="middle" font-family="{FAMILIES["head"]}" '
        f'font-size="{size}" fill="{ink}">{shown}</text></g>'
    )


def _circumstances(entry: Entry, lanes: Lanes) -> list[str]:
    """Say to whom the words were attributed, when the claim was made, and who checked it."""
    language, event = lanes.language, entry.event
    actor = lanes.chronicle.vocabulary.actor(event.misattributed[0].attributed_to) if event.misattributed else None
    lines = [language.word("share.attributed").format(name=actor.name.in_language(language.code))] if actor else []
    lines.append(language.date(event.when.started))
    checks = [source.publisher for source in event.sources.values() if source.evidence == "fact-check"]
    if checks:
        name = lanes.chronicle.vocabulary.publishers[checks[0]].name.in_language(language.code)
        lines.append(language.word("share.checked").format(name=name))
    return lines


def said(entry: Entry, lanes: Lanes) -> str:
    """Say what the picture of a false claim says, the verdict first: such texts are cut and copied."""
    language, event = lanes.language, entry.event
    own = quoted(event.misattributed[0], language) if event.misattributed else None
    text = (own["translation"] or own["text"]) if own else event.title.in_language(language.code)
    return sentences((_verdict(entry, lanes), text, *_circumstances(entry, lanes)))
