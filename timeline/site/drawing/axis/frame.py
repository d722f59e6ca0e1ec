"""What a drawing of the axis stands on: its lines, its scales and its texts."""

from dataclasses import dataclass

from timeline.language import Language
from timeline.site.drawing.axis.notes import Placed
from timeline.site.drawing.axis.sizes import Size
from timeline.site.drawing.canvas import Canvas
from timeline.site.drawing.marks import number, style_of
from timeline.site.drawing.scales import GUIDES, tall

# From one line of a note to the next.
LINE = 17

# Lanes' names in the face of headings, in CSS pixels; Arabic ones are larger.
NAME = {"ltr": 22, "rtl": 24}


@dataclass(frozen=True, slots=True)
class Labels:
    """The texts of an axis: each lane's name, short name and count; and the hours by guide."""

    lanes: dict[int, tuple[str, str, str]]
    hours: dict[str, str]


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

    def texts(self) -> None:
        """Write the lanes' names and counts, the hours and, where nothing else has them, the years."""
        size = self.size
        self._lanes()
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

    def _lanes(self) -> None:
        size = self.size
        places = {1: size.upper + 24, 0: size.upper + size.strip / 2 + 7, 2: size.lower - 12}
        for lane, y in places.items():
            name, short, counted = self.labels.lanes[lane]
            kind = f"name {style_of(lane)}" if lane else "name ink"
            own = short if size.years else name
            self.named(self.root, own, counted, 2, y, (kind, "head", NAME[self.language.direction]))
