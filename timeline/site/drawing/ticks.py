"""The scale under a small axis: round instants, as many as fit, each with its label."""

import calendar
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

from timeline.language import Language

_MINUTE, _HOUR, _DAY, _MONTH, _YEAR = 60, 3600, 86400, 2629800, 31557600

# The steps from fine to coarse: their length in seconds, and how many of the unit they are.
_MINUTES = tuple((n * _MINUTE, n) for n in (5, 10, 15, 30, 60, 120, 180, 360, 720))
_DAYS = tuple((n * _DAY, n) for n in (1, 2, 5, 10))
_MONTHS = tuple((n * _MONTH, n) for n in (1, 2, 3, 6))
_YEARS = tuple((n * _YEAR, n) for n in (1, 2, 5, 10))


def scale(first: datetime, last: datetime, least: float, language: Language) -> Iterator[tuple[datetime, str]]:
    """Yield round instants between two others, at least so many seconds apart, with what is written under them."""
    for units, found, label in (
        (_MINUTES, _minutes, _clock),
        (_DAYS, _days, _day),
        (_MONTHS, _months, _month),
        (_YEARS, _years, _year),
    ):
        step = next((n for seconds, n in units if seconds >= least), 0)
        if step:
            instants = (one for one in found(first, last, step) if first <= one <= last)
            yield from ((one, label(one, language)) for one in instants)
            return


def _minutes(first: datetime, last: datetime, step: int) -> Iterator[datetime]:
    at = first.replace(hour=0, minute=0)
    while at <= last:
        yield at
        at += timedelta(minutes=step)


def _days(first: datetime, last: datetime, step: int) -> Iterator[datetime]:
    """Yield days; of a month those that are a step apart from its first, but none that crowds the next month's."""
    at = first.replace(hour=0, minute=0)
    while at <= last:
        left = calendar.monthrange(at.year, at.month)[1] - at.day + 1
        if at.day == 1 or ((at.day - 1) % step == 0 and left >= 0.8 * step):
            yield at
        at += timedelta(days=1)


def _months(first: datetime, last: datetime, step: int) -> Iterator[datetime]:
    for year in range(first.year, last.year + 1):
        yield from (datetime(year, month, 1, tzinfo=UTC) for month in range(1, 13, step))


def _years(first: datetime, last: datetime, step: int) -> Iterator[datetime]:
    start = first.year - first.year % step
    yield from (datetime(year, 1, 1, tzinfo=UTC) for year in range(start, last.year + 1, step))


_Label = Callable[[datetime, Language], str]


def _clock(instant: datetime, language: Language) -> str:
    return f"{instant:%H:%M}" if instant.hour or instant.minute else language.day(instant)


def _day(instant: datetime, language: Language) -> str:
    return language.day(instant)


def _month(instant: datetime, language: Language) -> str:
    return f"{language.short_month(instant)} {instant.year}"


def _year(instant: datetime, _language: Language) -> str:
    return str(instant.year)
