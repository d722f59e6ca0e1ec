"""An era is a stretch of one company's time: it holds what began in it, and nothing of another company."""

import pytest

from tests.records import laid
from timeline.checking.result import check
from timeline.chronicle.chronicle import Chronicle, compile_chronicle
from timeline.chronicle.eras import Era, eras_of
from timeline.values.dates import parse


@pytest.fixture(scope="module")
def chronicle(tmp_path_factory: pytest.TempPathFactory) -> Chronicle:
    """The tests' record: both events are of 5 March 2024."""
    return compile_chronicle(check(laid(tmp_path_factory.mktemp("record"))).record)


@pytest.mark.parametrize(
    ("held", "begins", "ends"),
    [
        (True, None, None),
        (True, "2024-03-05", None),
        (True, None, "2024-03-06"),
        (False, None, "2024-03-05"),
        (False, "2024-03-06", None),
        (True, "2024-03-05", "2024-03-06"),
    ],
)
def test_stretch(chronicle: Chronicle, held: bool, begins: str | None, ends: str | None) -> None:
    """An era begins with its first day and ends before its last; without one it reaches as far as the record."""
    era = Era("old", "alpha", parse(begins) if begins else None, parse(ends) if ends else None)
    outage = next(entry for entry in chronicle.entries if entry.event.outage)
    assert ("old",) * held == eras_of(outage, [era])


def test_another_company(chronicle: Chronicle) -> None:
    """An outage is of no era of a company whose services did not fail."""
    outage = next(entry for entry in chronicle.entries if entry.event.outage)
    assert () == eras_of(outage, [Era("new", "beta", None, None)])


@pytest.mark.parametrize(
    ("rate", "begins", "ends", "until"),
    [
        (1.0, None, None, "2025-03-07"),
        (0.5, "2023-03-05", None, "2025-03-05"),
        (1.0, "2024-01-01", "2025-01-01", "2030-01-01"),
        (None, "2024-03-01", None, "2024-12-31"),
        (None, "2024-03-01", "2024-12-31", "2030-01-01"),
        (0.0, "2025-01-01", None, "2027-01-01"),
    ],
)
def test_how_often(chronicle: Chronicle, rate: float | None, begins: str | None, ends: str | None, until: str) -> None:
    """How many a year counts from the first day or outage to the end; of less than a year it says nothing."""
    era = Era("old", "alpha", parse(begins) if begins else None, parse(ends) if ends else None)
    outages = [entry for entry in chronicle.entries if entry.event.outage]
    found = era.a_year(outages, parse(until))
    assert rate == (None if found is None else round(found, 1))
