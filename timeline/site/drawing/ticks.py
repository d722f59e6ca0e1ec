"""The scale under a small axis: round instants, as many as fit, each with its label.

How far apart they may be stands in ``ticks.json``, from which the axis's script takes it too.
"""

import calendar
import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from timeline.language import Language

# Seconds.
_MINUTE, _DAY, _MONTH, _YEAR = 60, 86400, 2629800, 31557600


@cache
def steps() -> dict[str, list[int]]:
    """Return, by unit from fine to coarse, how many of it two neighbours may be apart."""
    found: dict[str, list[int]] = json.loads((Path(__file__).parent / "ticks.json").read_bytes())
    return found


def scale(first: datetime, last: datetime, least: float, language: Language) -> Iterator[tuple[datetime, str]]:
    """Yield round instants between two others, at least so many seconds apart, with what is written under them."""
    for unit, length, found, label in (
        ("minutes", _MINUTE, _minutes, _clock),
        ("days", _DAY, _days, _day),
        ("months", _MONTH, _months, _month),
        ("years", _YEAR, _years, _year),
    ):
        step = next((number for number in steps()[unit] if number * length >= least), 0)
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
