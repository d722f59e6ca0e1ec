"""The eras of either side as bands outside its outages, each with its name where there is room for it."""

from collections.abc import Iterable
from dataclasses import dataclass

from timeline.chronicle.eras import Era
from timeline.chronicle.sides import NEITHER, lane_of
from timeline.language import Language
from timeline.record.vocabulary import Vocabulary
from timeline.site.drawing.axis.items import year_of
from timeline.site.drawing.letters import room_of
from timeline.site.settings import EraChoice

# Pixels: the height of a band, between it and the bars, and between its edge and its name.
HEIGHT, AWAY, INSET = 18, 2, 7

# The line on which a name hangs that finds no room in its band.
LINE = 16


@dataclass(frozen=True, slots=True)
class Band:
    """An era of a lane; ``since`` is its name with the day on which it began, ``short`` one word."""

    lane: int
    name: str
    since: str
    era: Era
    short: str = ""

    @property
    def begins(self) -> float | None:
        """When it begins, as a decimal year; without one it reaches back to the first entry."""
        return year_of(self.era.begins.start) if self.era.begins else None

    @property
    def ends(self) -> float | None:
        """When it ends, as a decimal year; without one it goes on."""
        return year_of(self.era.ends.start) if self.era.ends else None

    def stretch(self, years: range) -> tuple[float, float]:
        """Return the part of it that lies within some years."""
        first, last = float(years.start), float(years.stop)
        begins = first if self.begins is None else min(max(self.begins, first), last)
        return begins, last if self.ends is None else min(max(self.ends, begins), last)

    def fitting(self, width: float) -> str:
        """Return the longest form of its name that fits; nothing where none does."""
        return next((text for text in (self.since, self.name) if room_of(text, "strong") + 2 * INSET <= width), "")


def bands(choices: Iterable[EraChoice], vocabulary: Vocabulary, language: Language) -> list[Band]:
    """Return the eras of companies that have a lane, in the order in which the site has them."""
    placed = ((lane_of(choice.company, vocabulary), choice) for choice in choices)
    return [_band(lane, choice, language) for lane, choice in placed if lane != NEITHER]


def _band(lane: int, choice: EraChoice, language: Language) -> Band:
    name = choice.name.in_language(language.code)
    short = choice.short.in_language(language.code) if choice.short else name
    era = choice.era
    if era.begins is None:
        return Band(lane, name, name, era, short)
    day = f"{language.day(era.begins.start)} {era.begins.start.year}"
    return Band(lane, name, language.word("era.since").format(name=name, date=day), era, short)
