"""Every figure counts what it says, names the events behind it, and counts nothing that was debunked."""

import math
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.records import event, laid, outage
from timeline.checking.result import check
from timeline.chronicle import figures as statistics
from timeline.chronicle.chronicle import Chronicle, compile_chronicle
from timeline.chronicle.figures import NONE, UNKNOWN

ALPHA = "2024-03-05-alpha-outage"  # two hours, acknowledged after half an hour


def ended(start: str, end: str, acknowledged: str = "") -> str:
    """Return an outage of Alpha with its end."""
    more = f"\n  acknowledged: {acknowledged}" if acknowledged else ""
    return outage(f"{start}{more}\n  resolved: {end}\n  basis: tracker")


@pytest.fixture(scope="module")
def chronicle(tmp_path_factory: pytest.TempPathFactory) -> Chronicle:
    """A chronicle of outages whose lengths are known, half known and unknown, and of one that never was."""
    doubt = "doubt: {en: It is false, ar: هذا زائف}\n"
    files = {
        "2024/2024-01-01-short.yml": ended("2024-01-01T10:00Z", "2024-01-01T10:30Z", "2024-01-01T10:10Z"),
        "2024/2024-01-02-about.yml": ended("2024-01-02T10:00Z~", "2024-01-02T20:00Z"),
        "2024/2024-01-03-day.yml": ended("2024-01-03T10:00Z", "2024-01-03"),
        "2024/2024-01-04-open.yml": outage("2024-01-04T10:00Z"),
        "2024/2024-01-05-false.yml": outage("2024-01-05T10:00Z", doubt).replace("status: reported", "status: debunked"),
        "2024/2024-01-06-word.yml": event("2024-01-06"),
        "2024/2024-01-07-beta.yml": outage("2024-01-07", company="beta", services="[betanet]"),
    }
    checked = check(laid(tmp_path_factory.mktemp("figures"), files))
    assert () == checked.errors
    return compile_chronicle(checked.record)


def shown(figures: Mapping[str, statistics.Figure]) -> dict[str, tuple[float, list[str]]]:
    """Return figures with the ids of the events behind them."""
    return {name: behind(figure) for name, figure in figures.items()}


def behind(figure: statistics.Figure | None) -> tuple[float, list[str]]:
    """Return a figure and the ids of the events behind it."""
    assert figure is not None
    return figure.value, [entry.id for entry in figure.entries]


def test_outages(chronicle: Chronicle) -> None:
    """All outages of a company are counted, and those whose length is known among them."""
    figures = statistics.outages(chronicle, "alpha")
    known = ["2024-01-01-short", "2024-01-02-about", ALPHA]
    assert (5, [*known[:2], "2024-01-03-day", "2024-01-04-open", ALPHA]) == behind(figures.all)
    assert (3, known) == behind(figures.known)


def test_lengths(chronicle: Chronicle) -> None:
    """Sum and median are taken over the known lengths, an approximate one among them."""
    figures = statistics.outages(chronicle, "alpha")
    known = ["2024-01-01-short", "2024-01-02-about", ALPHA]
    assert (30 + 600 + 120, known) == behind(figures.total_minutes)
    assert (120, known) == behind(figures.median_minutes)
    assert ((10 + 30) / 2, ["2024-01-01-short", ALPHA]) == behind(figures.median_to_acknowledge)


def test_exactness(chronicle: Chronicle) -> None:
    """What is worked out from an approximate length is approximate; a number of events is exact."""
    figures = statistics.outages(chronicle, "alpha")
    assert (True, False) == (figures.all.exact, figures.total_minutes.exact)
    assert figures.median_minutes
    assert figures.median_to_acknowledge
    assert (False, True) == (figures.median_minutes.exact, figures.median_to_acknowledge.exact)


def test_what_is_missing(chronicle: Chronicle) -> None:
    """Outages without a length are counted by what is missing, and with the others they are all."""
    figures = statistics.outages(chronicle, "alpha")
    assert {UNKNOWN: (2, ["2024-01-03-day", "2024-01-04-open"])} == shown(figures.lengths.rest)
    assert {NONE: 3} == {reason: figure.value for reason, figure in figures.to_acknowledge.rest.items()}


def test_acknowledged_on_a_day(tmp_path: Path) -> None:
    """An admission whose minute is unknown is another thing than none."""
    files = {"2024/2024-02-01-day.yml": outage("2024-02-01T10:00Z\n  acknowledged: 2024-02-01")}
    figures = statistics.outages(compile_chronicle(check(laid(tmp_path, files)).record), "alpha")
    assert {UNKNOWN: (1, ["2024-02-01-day"])} == shown(figures.to_acknowledge.rest)


def test_ranges(chronicle: Chronicle) -> None:
    """A range begins with its first minute and ends before its last one; ranges that follow each other hold all."""
    lengths = statistics.outages(chronicle, "alpha").lengths
    assert (1, ["2024-01-01-short"]) == behind(lengths.between(30, 120))
    assert [1, 1, 1] == [lengths.between(low, high).value for low, high in [(0, 120), (120, 121), (121, math.inf)]]


def test_by_year(tmp_path: Path) -> None:
    """An outage is counted in the year in which it began, to the end."""
    files = {"2023/2023-12-31-eve.yml": ended("2023-12-31T23:30Z", "2024-01-01T00:30Z")}
    found = statistics.outages_by_year(compile_chronicle(check(laid(tmp_path, files)).record), "alpha")
    assert {"2023": 60, "2024": 120} == {year: figures.total_minutes.value for year, figures in found.items()}


def test_unknown_lengths(chronicle: Chronicle) -> None:
    """Where no length is known there is no median, and the sum is of nothing."""
    figures = statistics.outages(chronicle, "beta")
    assert (1, ["2024-01-07-beta"]) == behind(figures.all)
    assert (0, []) == behind(figures.known) == behind(figures.total_minutes)
    assert (None, None) == (figures.median_minutes, figures.median_to_acknowledge)


def test_nobody(chronicle: Chronicle) -> None:
    """Who has no outages has a figure that says so."""
    assert (0, []) == behind(statistics.outages(chronicle, "gamma").all)


def test_counts(chronicle: Chronicle) -> None:
    """Counts are in order of first appearance; what has no key and what was debunked is left out."""
    kinds = statistics.counts(chronicle, lambda entry: entry.event.kind)
    assert [("outage", 6), ("statement", 1), ("jab", 1)] == [(name, figure.value) for name, figure in kinds.items()]
    companies = statistics.counts(chronicle, lambda entry: entry.company)
    assert {"alpha": 5, "beta": 2} == {name: figure.value for name, figure in companies.items()}


def test_figures_hold_no_false_claim(chronicle: Chronicle) -> None:
    """Nothing that was debunked stands behind any figure."""
    figures = statistics.counts(chronicle, lambda entry: entry.year)
    assert not {entry for figure in figures.values() for entry in figure.entries} & {*chronicle.debunked}


def test_count() -> None:
    """A count of nothing is nought."""
    assert statistics.Figure(0, ()) == statistics.count([])


def test_order_of_the_record(tmp_path: Path) -> None:
    """The figures of the tests' own record are what a reader counts in it."""
    record = check(laid(tmp_path)).record
    figures = statistics.outages(compile_chronicle(record), "alpha")
    assert (120, [ALPHA]) == behind(figures.median_minutes)
