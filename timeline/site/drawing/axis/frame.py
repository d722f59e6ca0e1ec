"""What a drawing of the axis stands on: its lines, its scales and its texts."""

from dataclasses import dataclass, field
from typing import NamedTuple

from timeline.language import Language
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
    """The texts of an axis: each lane's name, short name and count; the hours by guide; what is explained by lane."""

    lanes: dict[int, tuple[str, str, str]]
    hours: dict[str, str]
    signs: dict[int, list[Sign]] = field(default_factory=dict)

    def room(self, lane: int) -> float:
        """Return how far the explanations of a lane reach from the beginning."""
        return sum(sign.width + APART for sign in self.signs.get(lane, ()))


def height(minutes: float, size: Size) -> float:
    """Return the height of an outage's bar."""
    return tall(minutes, size.bars)


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

    def texts(self, explained: frozenset[int]) -> None:
        """Write lanes' names and counts, some explanations, the hours and, where nothing else has them, the years."""
        size = self.size
        self._lanes(explained)
        for key, minutes in GUIDES.items():
            for y in (size.upper - height(minutes, size) - 3, size.lower + height(minutes, size) - 4):
                self.text(self.root, "soft", 0, y, self.labels.hours[key])
        if size.years:
            for year in range(self.years.start + -self.years.start % 5, self.years.stop, 5):
                self.text(self.root, "soft", self.along(year + 0.5), size.foot + size.bottom - 5, str(year), "middle")

    def note(self, placed: Placed, length: float, *, dashed: bool) -> None:
        """Write a note and draw its pin, from the tip of what it names."""
        size, note = self.size, placed.note
        lines = [(name, text) for name, text in (("strong", note.head), ("soft", note.line)) if text]
        first = 15.0 if note.above else size.foot + 22
        ends = (5.0, first + 6 + LINE * (len(lines) - 1)) if note.above else (size.foot + 40.0, first - 13)
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
            name, short, counted = self.labels.lanes[lane]
            kind = f"name {style_of(lane)}" if lane else "name ink"
            own = short if size.years else name
            self.named(self.root, own, counted, 2, y, (kind, "head", NAME[self.language.direction]))

    def _signs(self, signs: list[Sign], y: float) -> None:
        """Explain marks on a line, each in its colour."""
        along = 2.0
        for sign in signs:
            group = self.group(sign.lane)
            shape = STRIPED_BAR if sign.shape == BAR and sign.lane == 2 else sign.shape
            self.mark(group, shape, along + SIGN, y - 4.5, SIGN, UP)
            self.text(self.root, "soft", along + SIGN + BESIDE, y, sign.text)
            along += sign.width + APART
