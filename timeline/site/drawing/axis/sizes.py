"""How large the axis is drawn: three sizes, and for each the rungs of detail that a growing record climbs down."""

from dataclasses import dataclass, replace

# The most elements that the drawing with a link for every mark may have.
BUDGET = 850

NOTE_ROOM = 32

# The room of a band of eras on either side, with the air around it.
BAND_ROOM = 22

# How many columns a year can have: some months each, or a part of a month.
COLUMNS_A_YEAR = (1, 2, 3, 4, 6, 12, 24, 48)


@dataclass(frozen=True, slots=True)
class Detail:
    """How many outages and moves of one column are drawn one by one, and how many plain columns make one."""

    outages: int
    moves: int
    wider: int = 1


@dataclass(frozen=True, slots=True)
class Size:
    """The measures of one drawing, in CSS pixels; the smaller ones are drawn again, not scaled.

    A ``linked`` drawing has a link for each mark; the others have one for each year, since their marks are small.
    """

    name: str
    width: int
    top: int
    bars: int
    strip: int
    bottom: int
    bar: float
    pitch: float
    mark: float
    columns_a_year: int
    details: tuple[Detail, ...]
    linked: bool
    above: int = 0
    below: int = 0

    def column(self, years: range) -> float:
        """Return the width of a column."""
        return self.width / len(years) / self.columns_a_year

    def gathered(self, years: range) -> float:
        """Return the width of the mark of many moves."""
        spread = min(self.column(years) * 2, 30)
        return spread if self.linked else max(19, min(22, spread))

    def with_notes(self, *, above: bool, below: bool) -> "Size":
        """Return the same with room for notes."""
        return replace(self, top=self.top + NOTE_ROOM * above, bottom=self.bottom + NOTE_ROOM * below)

    def with_bands(self, *, above: int, below: int) -> "Size":
        """Return the same with room for the eras of either lane; of those that hang outside there is a line more."""
        return replace(self, above=above, below=below, top=self.top + above, bottom=self.bottom + below)

    def spanning(self, years: range) -> "Size":
        """Return the same with as many columns a year as have room: a record of few years shows its marks in time."""
        room = self.width / len(years) / (3 * self.mark)
        fitting = (number for number in COLUMNS_A_YEAR if number <= room)
        return replace(self, columns_a_year=max(self.columns_a_year, *fitting))

    def wider(self, detail: Detail) -> "Size":
        """Return the same with the columns of a rung of detail."""
        return replace(self, columns_a_year=max(1, self.columns_a_year // detail.wider))

    @property
    def upper(self) -> int:
        """The y of the first lane's line."""
        return self.top + self.bars

    @property
    def lower(self) -> int:
        """The y of the second lane's line."""
        return self.upper + self.strip

    @property
    def foot(self) -> int:
        """The y where the second lane's longest bars end."""
        return self.lower + self.bars

    @property
    def height(self) -> int:
        """The height of the whole drawing."""
        return self.foot + self.bottom


# An outage that is not gathered hides none of its neighbours, so a small record shows every one of them.
ALL = 10**6
RUNGS = (Detail(ALL, 5), Detail(6, 5), Detail(3, 4), Detail(1, 2), Detail(1, 1, 2), Detail(1, 1, 4))

SIZES = (
    Size("wide", 1112, 18, 92, 166, 8, 4.4, 11, 4.6, 4, RUNGS, linked=True),
    Size("mid", 700, 18, 92, 156, 8, 3.2, 10, 4.2, 2, (Detail(ALL, 4),), linked=False),
)
