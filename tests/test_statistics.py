"""Every figure counts what it says, names the events behind it, and counts nothing that was debunked."""

from pathlib import Path

import pytest

from tests.records import event, laid, outage
from timeline import rules, statistics
from timeline.chronicle import Chronicle, compile_chronicle

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
    record, problems = rules.check(laid(tmp_path_factory.mktemp("figures"), files))
    assert [] == problems
    return compile_chronicle(record)


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
    record, _ = rules.check(laid(tmp_path))
    figures = statistics.outages(compile_chronicle(record), "alpha")
    assert (120, [ALPHA]) == behind(figures.median_minutes)
