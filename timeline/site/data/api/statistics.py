"""The record, counted, in the shape in which it is published."""

from collections.abc import Callable
from typing import Any

from timeline.chronicle import figures
from timeline.chronicle.chronicle import Chronicle, Entry
from timeline.site.data.api import whole


def counted(chronicle: Chronicle) -> whole.Statistics:
    """Count a chronicle."""
    return whole.Statistics(
        entries=len(chronicle.held),
        debunked=len(chronicle.debunked),
        by_year=_counts(chronicle, lambda entry: entry.year),
        by_kind=_counts(chronicle, lambda entry: entry.event.kind),
        by_status=_counts(chronicle, lambda entry: entry.event.status),
        companies={
            one: _company(chronicle, one)
            for one in chronicle.vocabulary.companies
            if figures.outages(chronicle, one).all.entries
        },
    )


def _counts(chronicle: Chronicle, key: Callable[[Entry], Any]) -> dict[str, int]:
    return {name: len(figure.entries) for name, figure in figures.counts(chronicle, key).items()}


def _company(chronicle: Chronicle, company: str) -> whole.CompanyFigures:
    counted = figures.outages(chronicle, company)
    median = counted.median_minutes
    by_year = figures.outages_by_year(chronicle, company)
    return whole.CompanyFigures(
        outages=len(counted.all.entries),
        of_known_length=len(counted.known.entries),
        minutes=int(counted.total_minutes.value),
        median_minutes=median.value if median else None,
        acknowledged=sum(entry.event.when.acknowledged is not None for entry in counted.all.entries),
        by_year={year: len(of_year.all.entries) for year, of_year in by_year.items()},
    )
