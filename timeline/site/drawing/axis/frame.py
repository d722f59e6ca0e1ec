"""What a drawing of the axis stands on: its lines, its scales and its texts."""

from dataclasses import dataclass, field
from typing import NamedTuple

from timeline.language import Language
from timeline.site.drawing.axis import bands
from timeline.site.drawing.axis.bands import Band
from timeline.site.drawing.axis.notes import Placed
from timeline.site.drawing.axis.sizes import Size
from timeline.site.drawing.canvas import Canvas
from timeline.site.drawing.letters import room_of
from timeline.site.drawing.marks import BAR, STRIPED_BAR, UP, number, style_of
from timeline.site.drawing.scales import GUIDES, tall

# From one line of a note to the next.
LINE = 17

# Lanes' names in the face of headings, in CSS pixels; Arabic ones are larger.
NAME = {"ltr": 22, "rtl": 24}


# A mark that is explained: its half-size, and how far its text is from its middle and from the next one.
SIGN, BESIDE, APART = 5, 11, 16


class Sign(NamedTuple):
    """A mark that is explained beside a lane: its shape, whose colour it has, and what it means."""

    shape: str
    lane: int
    text: str

    @property
    def width(self) -> float:
        """How wide it is with its text."""
        return 2 * SIGN + BESIDE + room_of(self.text)


@dataclass(frozen=True, slots=True)
class Labels:
    """The texts of an axis: each lane's name and count; the hours by guide; what is explained by lane."""

    lanes: dict[int, tuple[str, str]]
    hours: dict[str, str]
    signs: dict[int, list[Sign]] = field(default_factory=dict)

    def room(self, lane: int) -> float:
        """Return how far the explanations of a lane reach from the beginning."""
        return sum(sign.width + APART for sign in self.signs.get(lane, ()))


def height(minutes: float, size: Size) -> float:
    """Return the height of an outage's bar."""
    return tall(minutes, size.bars)


def hangs(band: Band, size: Size, years: range) -> bool:
    """Say whether the name of an era finds no room in its band."""
    begins, ends = band.stretch(years)
    width = (ends - begins) * size.width / len(years)
    return ends > begins and not band.fitting(width)


class Ground(Canvas):
    """A drawing of the axis, with what is drawn in it whatever the record holds."""

    def __init__(self, size: Size, years: range, labels: Labels, language: Language) -> None:
        lines = f"{size.upper} {size.lower}"
        super().__init__(f"axis-{size.name}", size.width, language, data_lines=lines)
        self.size, self.years, self.labels = size, years, labels
        self.finish(size.height)

    def along(self, time: float) -> float:
        """Return how far from the beginning a time lies."""
        return (time - self.years.start) * self.size.width / len(self.years)

    def grid(self) -> None:
        """Draw a line for each year and for some lengths."""
        size = self.size
        years = range(self.years.start, self.years.stop + 1)
        uprights = (f"M{number(self.x(self.along(year)))} {size.top}V{size.foot}" for year in years)
        self.path(self.root, "grid", "".join(uprights))
        levels = [height(minutes, size) for minutes in GUIDES.values()]
        lines = (f"M0 {number(size.upper - v)}H{size.width}M0 {number(size.lower + v)}H{size.width}" for v in levels)
        self.path(self.root, "guide", "".join(lines))

    def band(self, band: Band) -> None:
        """Draw an era outside the bars of its lane, and a line where it begins."""
        start, end = (self.along(time) for time in band.stretch(self.years))
        if end <= start:
            return
        group, top = self.group(band.lane), self._band_top(band.lane)
        self.box(
            group,
            "era" if band.begins is not None or band.ends is None else "era first",
            start,
            top,
            end - start,
            bands.HEIGHT,
        )
        if band.begins is not None and band.begins > self.years.start:
            self.upright(self.root, "pin", start, top - 2, top + bands.HEIGHT + 2)

    def band_name(self, band: Band) -> None:
        """Write the name of an era into its band, or outside where that has no room."""
        start, end = (self.along(time) for time in band.stretch(self.years))
        if end <= start:
            return
        top, style = self._band_top(band.lane), f"era-name {style_of(band.lane)}"
        if name := band.fitting(end - start):
            self.text(self.root, style, start + bands.INSET, top + 13.5, name)
            return
        style = f"{style} outside"
        outside = top - 5 if band.lane == 1 else top + bands.HEIGHT + 14
        back = end > room_of(band.since, "strong")
        self.text(self.root, style, end if back else start, outside, band.since, "end" if back else "start")

    def _band_top(self, lane: int) -> float:
        size = self.size
        return size.upper - size.bars - bands.AWAY - bands.HEIGHT if lane == 1 else size.foot + bands.AWAY

    def texts(self, explained: frozenset[int]) -> None:
        """Write lanes' names and counts, some explanations, and the hours."""
        size = self.size
        self._lanes(explained)
        for key, minutes in GUIDES.items():
            length = height(minutes, size)
            edge = length > size.bars - 8  # the longest is written inside of its guide, the others on it
            for y in (size.upper - length + (11 if edge else 4.5), size.lower + length + (-3 if edge else 4.5)):
                self.text(self.root, "soft", 0, y, self.labels.hours[key])

    def note(self, placed: Placed, length: float, *, dashed: bool) -> None:
        """Write a note and draw its pin, from the tip of what it names."""
        size, note = self.size, placed.note
        lines = [(name, text) for name, text in (("strong", note.head), ("soft", note.line)) if text]
        first = 15.0 if note.above else size.foot + size.below + 22
        ends = (5.0, first + 6 + LINE * (len(lines) - 1)) if note.above else (first + 18.0, first - 13)
        tip = size.upper - length - 2 if note.above else size.lower + length + 2
        self.upright(self.root, "pin-dash" if dashed else "pin", placed.along, ends[placed.across], tip)
        for place, (name, text) in enumerate(lines):
            anchor = "end" if placed.backwards else "start"
            self.text(self.root, name, placed.text, first + LINE * place, text, anchor)

    def _lanes(self, explained: frozenset[int]) -> None:
        size = self.size
        middle = size.upper + size.strip / 2 + (-3 if 0 in explained else 7)
        places = {1: size.upper + 24, 0: middle, 2: size.lower - (32 if 2 in explained else 12)}
        for lane, y in places.items():
            if lane in explained:
                self._signs(self.labels.signs[lane], y + 20)
            name, counted = self.labels.lanes[lane]
            kind = f"name {style_of(lane)}" if lane else "name ink"
            self.named(self.root, name, counted, 2, y, (kind, "head", NAME[self.language.direction]))

    def _signs(self, signs: list[Sign], y: float) -> None:
        """Explain marks on a line, each in its colour."""
        along = 2.0
        for sign in signs:
            group = self.group(sign.lane)
            shape = STRIPED_BAR if sign.shape == BAR and sign.lane == 2 else sign.shape
            self.mark(group, shape, along + SIGN, y - 4.5, SIGN, UP)
            self.text(self.root, "soft", along + SIGN + BESIDE, y, sign.text)
            along += sign.width + APART
