"""The numbers of a chronicle by year, as a table that several pages show."""

from collections import Counter
from typing import Any

from timeline.chronicle.chronicle import Chronicle
from timeline.chronicle.sides import sides
from timeline.language import Language


def by_year(chronicle: Chronicle, language: Language) -> dict[str, Any]:
    """Count outages by side and moves, newest year first."""
    outages = Counter((e.year, e.event.outage.company) for e in chronicle.held if e.event.outage)
    moves = Counter(e.year for e in chronicle.held if not e.event.outage)
    shown = sides(chronicle.vocabulary, language.code)
    lines = [
        {
            "year": year,
            "outages": [language.number(outages[year, side.company]) for side in shown],
            "moves": language.number(moves[year]),
        }
        for year in reversed(chronicle.years)
    ]
    return {"sides": [side.name for side in shown], "lines": lines}
