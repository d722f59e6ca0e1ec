"""The two companies that face each other: each has a lane, 1 or 2, and whatever belongs to neither is in lane 0."""

from dataclasses import dataclass

from timeline.record.vocabulary import Vocabulary
from timeline.values.bilingual import LanguageCode

NEITHER = 0


@dataclass(frozen=True, slots=True)
class Side:
    """A company as one language shows it: its lane, its id and its name; a company that faces nobody is in lane 0."""

    lane: int
    company: str
    name: str


def facing(vocabulary: Vocabulary) -> dict[int, str]:
    """Return the companies that have a lane, by lane, in the order of lanes."""
    lanes = {lane: key for key, company in vocabulary.companies.items() if (lane := company.lane)}
    return dict(sorted(lanes.items()))


def sides(vocabulary: Vocabulary, code: LanguageCode) -> tuple[Side, ...]:
    """Return the companies that have a lane as one language names them, in the order of lanes."""
    return tuple(side_of(company, vocabulary, code) for company in facing(vocabulary).values())


def side_of(company: str, vocabulary: Vocabulary, code: LanguageCode) -> Side:
    """Return any company as one language shows it."""
    return Side(lane_of(company, vocabulary), company, company_name(company, vocabulary, code))


def lane_of(company: str | None, vocabulary: Vocabulary) -> int:
    """Return the lane of a company: 1 or 2, and 0 for all that face nobody."""
    known = vocabulary.companies.get(company or "")
    return (known.lane or NEITHER) if known else NEITHER


def company_name(company: str | None, vocabulary: Vocabulary, code: LanguageCode) -> str:
    """Name a company; where there is none, return nothing."""
    known = vocabulary.companies.get(company or "")
    return known.name.in_language(code) if known else ""
