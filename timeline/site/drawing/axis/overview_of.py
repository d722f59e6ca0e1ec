"""All that is drawn of the axis of all years, in whatever form."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from timeline.language import Language
from timeline.site.drawing.axis import frame
from timeline.site.drawing.axis.bands import Band
from timeline.site.drawing.axis.items import Item
from timeline.site.drawing.axis.notes import Note


@dataclass(frozen=True, slots=True)
class Overview:
    """All that the axis of all years shows.

    ``gathered`` and ``of_year`` say what a counted mark and a year hold, ``length`` writes minutes in short.
    """

    items: Sequence[Item]
    years: range
    notes: Sequence[Note]
    labels: frame.Labels
    gathered: Callable[[str, int, int], str]
    of_year: Callable[[int], str]
    language: Language
    bands: Sequence[Band] = ()
    length: Callable[[int], str] = str
