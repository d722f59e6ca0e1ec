"""Dates with their precision, as EDTF (ISO 8601-2:2019, levels 0 and 1) writes them: the only importer of dateutil.

A date is never filled up: ``2024-03`` stays a month. Written forms are ``YYYY``, ``YYYY-MM``, ``YYYY-MM-DD``
and ``YYYY-MM-DDTHH:MM`` with ``Z`` or an offset, followed by ``~`` (approximate), ``?`` (uncertain) or ``%`` (both).
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import IntEnum
from functools import lru_cache

from dateutil.parser import isoparse
from dateutil.relativedelta import relativedelta

from timeline.values.written_dates import standard

EARLIEST_YEAR = 1990
LATEST_YEAR = 9998  # so that a day behind every date is still a date

PATTERN = r"\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(Z|\+\d{2}:\d{2}|-(?!00:00)\d{2}:\d{2}))?)?)?[~?%]?"
DAY_PATTERN = r"\d{4}(-\d{2}(-\d{2})?)?"

_SHAPE = re.compile(
    r"(?P<date>(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?)"
    r"(?:T(?P<time>(?P<hour>\d{2}):(?P<minute>\d{2}))(?P<seconds>:\d{2}(?:[.,]\d+)?)?(?P<zone>Z|[+-]\d{2}:\d{2})?)?"
    r"(?P<doubt>[~?%])?",
    re.ASCII,
)
_WIDE_DIGITS = re.compile(r"[^\D0-9]")


class Precision(IntEnum):
    """How finely a date is known, coarsest first."""

    YEAR = 1
    MONTH = 2
    DAY = 3
    MINUTE = 4


_UNIT: dict[Precision, relativedelta | timedelta] = {
    Precision.YEAR: relativedelta(years=1),
    Precision.MONTH: relativedelta(months=1),
    Precision.DAY: timedelta(days=1),  # most moments are as fine as this, and a relativedelta is slow
    Precision.MINUTE: timedelta(minutes=1),
}


# How much of YYYY-MM-DDTHH:MM is written.
_LENGTH = {Precision.YEAR: 4, Precision.MONTH: 7, Precision.DAY: 10, Precision.MINUTE: 16}
_DOUBT = {(False, False): "", (True, False): "~", (False, True): "?", (True, True): "%"}


class DateError(ValueError):
    """A text is not a date; ``code`` is the diagnostic's code and ``hint`` a mended form, if there is one."""

    def __init__(self, code: str, hint: str | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.hint = hint


@dataclass(frozen=True, slots=True, order=False)
class Moment:
    """A point or stretch of time, in UTC, known to a precision, perhaps approximate or uncertain."""

    start: datetime
    precision: Precision
    approximate: bool = False
    uncertain: bool = False

    @property
    def end(self) -> datetime:
        """The first instant that no longer belongs to this moment."""
        return self.start + _UNIT[self.precision]

    @property
    def exact(self) -> bool:
        """Whether the moment is neither approximate nor uncertain."""
        return not (self.approximate or self.uncertain)

    @property
    def sort_key(self) -> tuple[datetime, int]:
        """Order by the first possible instant; of two that begin together the coarser comes first."""
        return (self.start, self.precision)

    def certainly_before(self, other: "Moment") -> bool:
        """Say whether every instant of this moment lies before every instant of the other."""
        return self.end <= other.start

    def __str__(self) -> str:
        whole = self.start.replace(tzinfo=None).isoformat(timespec="minutes")
        written = whole[: _LENGTH[self.precision]] + ("Z" if self.precision is Precision.MINUTE else "")
        return written + _DOUBT[self.approximate, self.uncertain]


@dataclass(frozen=True, slots=True)
class Duration:
    """The length between two moments, in whole minutes, and whether it is exact."""

    minutes: int
    exact: bool

    @classmethod
    def between(cls, start: Moment, end: Moment | None) -> "Duration | None":
        """Measure a duration; there is one only where both ends are known to the minute."""
        if end is None or min(start.precision, end.precision) < Precision.MINUTE:
            return None
        return cls(int((end.start - start.start).total_seconds() // 60), start.exact and end.exact)


@lru_cache(maxsize=1 << 16)
def parse(text: str) -> Moment:
    """Read a date; raises DateError with the code of what is wrong with it."""
    match = _SHAPE.fullmatch(text)
    if match is None:
        raise _not_a_date(text)
    if match["seconds"]:
        mend = text[: match.start("seconds")] + text[match.end("seconds") :]
        raise DateError("D104", mend if match["zone"] else None)
    if match["time"] and not match["day"]:
        raise DateError("D101")
    if match["time"] and (not match["zone"] or match["zone"] == "-00:00"):  # "-00:00" says that the zone is unknown
        raise DateError("D106")
    if match["time"] and not _on_a_clock(match):
        raise DateError("D109")
    return _moment(match)


def parse_day(text: str) -> Moment:
    """Read a date that can hold no time of day, such as the day when a source was published."""
    try:
        moment = parse(text)
    except DateError as error:
        raise DateError(error.code, error.hint and error.hint[:10]) from None
    if moment.precision is Precision.MINUTE:
        raise DateError("D104", str(moment)[:10])
    return moment


def _mend(text: str) -> str | None:
    """Return a date in the record's form for one in a form of people's own, if it has one meaning and there is one."""
    meant = text if _SHAPE.fullmatch(text) else standard(text)
    try:
        if meant:
            parse(meant)
    except DateError:
        return None
    return meant


def _on_a_clock(match: "re.Match[str]") -> bool:
    zone = match["zone"].replace("Z", "+00:00")
    offset = int(f"{zone[0]}1") * (int(zone[1:3]) * 60 + int(zone[4:]))
    known = -12 * 60 <= offset <= 14 * 60 and offset % 15 == 0 and int(zone[4:]) < 60
    return int(match["hour"]) < 24 and int(match["minute"]) < 60 and known


def _moment(match: "re.Match[str]") -> Moment:
    if match["month"] and not 1 <= int(match["month"]) <= 12:
        raise DateError("D103")
    _check_year(int(match["year"]))
    try:
        start = isoparse(match["date"] + (f"T{match['time']}{match['zone']}" if match["time"] else ""))
    except ValueError:
        raise DateError("D102") from None
    start = start.astimezone(UTC) if match["time"] else start.replace(tzinfo=UTC)
    _check_year(start.year)  # at New Year the zone decides
    precision = Precision(1 + sum(bool(match[part]) for part in ("month", "day", "time")))
    return Moment(start, precision, match["doubt"] in ("~", "%"), match["doubt"] in ("?", "%"))


def _check_year(year: int) -> None:
    if year < EARLIEST_YEAR:
        raise DateError("D110")
    if year > LATEST_YEAR:
        raise DateError("D107")


def _not_a_date(text: str) -> DateError:
    if len(text) <= 40 and _WIDE_DIGITS.search(text):
        ascii_form = _WIDE_DIGITS.sub(lambda digit: str(int(digit.group())), text)
        return DateError("D108", _mend(ascii_form))
    return DateError("D101", _mend(text))


def latest_allowed(now: datetime) -> datetime:
    """Return the last instant an event can have: a day after ``now``, for the zones ahead of UTC."""
    return now + timedelta(days=1)
