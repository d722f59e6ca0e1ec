"""What pictures share: the two lines of the companies, the bars of all outages, the foot with the site's name."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from timeline.chronicle.chronicle import Chronicle, Entry
from timeline.chronicle.sides import Side, lane_of, sides
from timeline.language import Language
from timeline.site.colours import whole
from timeline.site.drawing.marks import number
from timeline.site.publication import Publication
from timeline.site.sharing.sheet import HEIGHT, MARGIN, WIDTH, Sheet
from timeline.site.sharing.typesetting import drawable, width

LINE = 8
ROOM = WIDTH - 2 * MARGIN

# The other bars are tints: context, never the only mark.
TINT = 0.38
STRIPE, GAP = 6, 4

# With what a sentence can end, before the marks behind a quotation too.
ENDS, CLOSING = ".!?؟…", "”»"

# So many bars stand side by side at most; of more, each stands for its neighbours too.
MOST_BARS = 120


@dataclass(frozen=True)
class Lanes:
    """What the pictures of one language are drawn from."""

    publication: Publication
    language: Language

    @property
    def chronicle(self) -> Chronicle:
        """The chronicle that the pictures are of."""
        return self.publication.chronicle

    @property
    def name(self) -> str:
        """The site's name."""
        return self.publication.settings.name.in_language(self.language.code)

    @cached_property
    def sides(self) -> tuple[Side, ...]:
        """The two companies that face each other."""
        return sides(self.chronicle.vocabulary, self.language.code)

    def lane(self, entry: Entry) -> int:
        """Return the lane that an entry stands in."""
        return lane_of(entry.company, self.chronicle.vocabulary)

    def sheet(self) -> Sheet:
        """Return an empty picture."""
        return Sheet(self.language, whole(self.publication.settings.colours))

    @cached_property
    def lengths(self) -> tuple[tuple[int, int], ...]:
        """The length in minutes and the lane of every outage whose length is known, the shortest first."""
        found = (
            (entry.event.when.duration.minutes, self.lane(entry))
            for entry in self.chronicle.held
            if entry.event.outage and entry.event.when.duration
        )
        return tuple(sorted(found))

    def rank(self, minutes: int) -> tuple[int, int]:
        """Return how many of the known lengths are shorter than some minutes, and how many longer."""
        known = [length for length, _ in self.lengths]
        return bisect_left(known, minutes), len(known) - bisect_right(known, minutes)

    def edges(self, sheet: Sheet, thick: int = 0) -> None:
        """Draw both companies' lines as the edges of a picture, that of one lane thick."""
        for lane, at_top in ((1, True), (2, False)):
            wide = 22 if lane == thick else LINE
            line(sheet, 0 if at_top else HEIGHT - wide, wide, lane)

    def foot(self, sheet: Sheet, y: float = HEIGHT - 44) -> None:
        """Write the site's name in the corner where reading ends, with its two lines before it."""
        size, gap = 36.0, 62.0
        begins = WIDTH - MARGIN - width(drawable(self.name), "head", size)
        for lane, up in ((1, 20), (2, 6)):
            for from_, wide in ((0, 26), (32, 18)) if lane == 1 else ((0, 36), (42, 8)):
                sheet.rectangle(begins - gap + from_, y - up - 2, wide, 7, sheet.of_lane(lane))
        sheet.text(begins, y, self.name, ("head", size))


def line(sheet: Sheet, y: float, wide: float, lane: int) -> None:
    """Draw a company's line across the picture; that of the second lane is striped, so that grey tells them apart."""
    if lane == 2 and wide > LINE:
        for at in range(3):
            sheet.rectangle(0, y + at * wide / 3, WIDTH, wide / 3 - 2, sheet.of_lane(lane))
    else:
        sheet.rectangle(0, y, WIDTH, wide, sheet.of_lane(lane))


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars that stand on a line or hang from it; ``way`` is -1 up and 1 down."""

    y: float
    way: int
    tallest: float
    room: float = ROOM

    def height(self, minutes: int, longest: int) -> float:
        """Return the height of a length, on a scale of logarithms."""
        share = math.log(max(minutes, 5) / 4) / math.log(max(longest, 10) / 4)
        return max(12.0, share * self.tallest)

    def draw(self, sheet: Sheet, lengths: tuple[tuple[int, int], ...], own: int | None, lane: int) -> None:
        """Draw lengths as bars from short to long; that at a place ``own`` is the one that the picture is of."""
        shown = _sampled(len(lengths), own)
        step = self.room / max(len(shown), 1)
        wide = max(step - max(2.0, step * 0.18), 1.5)
        longest = lengths[-1][0] if lengths else 0
        drawn: dict[int, list[str]] = {}
        for at, index in enumerate(shown):
            minutes, side = lengths[index]
            x, high = MARGIN + at * step, self.height(minutes, longest)
            if index == own:
                self._own(sheet, x - 2, wide + 4, high, lane)
            else:
                drawn.setdefault(side, []).extend(self._bar(sheet, x, wide, high, striped=side == 2))
        for side, paths in sorted(drawn.items()):
            sheet.path("".join(paths), sheet.of_lane(side, TINT))

    def _own(self, sheet: Sheet, x: float, wide: float, high: float, lane: int) -> None:
        sheet.path("".join(self._bar(sheet, x, wide, high, striped=False)), sheet.of_lane(lane))
        cap = self.y + self.way * (high + 6)
        sheet.rectangle(x - 1, min(cap, cap - self.way * 6), wide + 2, 6, sheet.colour("ink"))

    def _bar(self, sheet: Sheet, x: float, wide: float, high: float, *, striped: bool) -> list[str]:
        if not striped:
            return [sheet.bar(x, self.y, wide, self.way * high)]
        steps = range(0, int(high), STRIPE + GAP)
        return [sheet.bar(x, self.y + self.way * at, wide, self.way * min(STRIPE, high - at)) for at in steps]

    def unknown(self, sheet: Sheet, lane: int) -> None:
        """Draw two dashed lines apart from the others: an outage whose length is not known has no rank among them."""
        colour, high = sheet.of_lane(lane), self.tallest * 0.62
        for x in (WIDTH - MARGIN - 34, WIDTH - MARGIN - 10):
            data = f"M{number(sheet.x(x))} {number(self.y)}v{number(self.way * high)}"
            sheet.path(data, "none", stroke=colour, stroke_width="9", stroke_dasharray="16 10")


def _sampled(number_: int, own: int | None) -> list[int]:
    if number_ <= MOST_BARS:
        return list(range(number_))
    chosen = {round(at * (number_ - 1) / (MOST_BARS - 1)) for at in range(MOST_BARS)}
    return sorted(chosen | ({own} if own is not None else set()))


def sentences(parts: Iterable[str]) -> str:
    """Return texts as sentences, for who cannot see a picture; what has an end of its own gets no other one."""
    found = (part for part in parts if part)
    return " ".join(f"{part[0].upper()}{part[1:]}{'' if part.rstrip(CLOSING)[-1:] in ENDS else '.'}" for part in found)
