"""The numbers of a chronicle by year, as a table that several pages show."""

from collections import Counter
from typing import Any

from timeline.chronicle.chronicle import Chronicle
from timeline.language import Language
from timeline.site.parts.briefs import company_name


def sides(chronicle: Chronicle) -> list[str]:
    """Return the companies that have a lane, in the order of lanes."""
    companies = chronicle.vocabulary.companies
    return sorted((one for one in companies if companies[one].lane), key=lambda one: companies[one].lane or 0)


def by_year(chronicle: Chronicle, language: Language) -> dict[str, Any]:
    """Count outages by side and moves, newest year first."""
    outages = Counter((e.year, e.event.outage.company) for e in chronicle.held if e.event.outage)
    moves = Counter(e.year for e in chronicle.held if not e.event.outage)
    shown = sides(chronicle)
    lines = [
        {
            "year": year,
            "outages": [language.number(outages[year, side]) for side in shown],
            "moves": language.number(moves[year]),
        }
        for year in reversed(chronicle.years)
    ]
    return {"sides": [company_name(side, chronicle, language) for side in shown], "lines": lines}
