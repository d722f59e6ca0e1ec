"""Dates keep the precision in which they are known, and what is no date is refused with a mend."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import ANYTHING, HOSTILE
from timeline.values.dates import (
    EARLIEST_YEAR,
    LATEST_YEAR,
    DateError,
    Duration,
    Moment,
    Precision,
    latest_allowed,
    parse,
    parse_day,
)

doubts = st.sampled_from(["", "~", "?", "%"])
days = st.dates(datetime(EARLIEST_YEAR, 1, 1, tzinfo=UTC).date(), datetime(LATEST_YEAR, 12, 31, tzinfo=UTC).date())
clocks = st.times().map(lambda time: f"{time:%H:%M}")


def at_precision(written: str, length: int) -> str:
    """Return the first part of a written day."""
    return written[:length]


# Every written form of a date in UTC.
texts = st.builds(
    "{}{}".format,
    st.one_of(
        st.builds(at_precision, days.map(str), st.sampled_from([4, 7, 10])), st.builds("{}T{}Z".format, days, clocks)
    ),
    doubts,
)
moments = texts.map(parse)

# Times with a zone, away from the first and last New Year of the calendar, where the zone decides.
zoned = st.builds(
    "{}T{}{}{}".format,
    st.dates(datetime(1991, 1, 1, tzinfo=UTC).date(), datetime(9997, 12, 31, tzinfo=UTC).date()),
    clocks,
    st.sampled_from([f"{hour:+03}:{quarter}" for hour in range(-11, 14) for quarter in ("00", "15", "30", "45")]),
    doubts,
)


def refusal(text: str) -> tuple[str, str | None]:
    """Return code and mend of a text that is no date."""
    with pytest.raises(DateError) as caught:
        parse(text)
    return caught.value.code, caught.value.hint


@given(texts)
def test_round_trip(text: str) -> None:
    """Any date comes back as it was written."""
    assert text == str(parse(text))


@given(zoned)
def test_round_trip_of_zones(text: str) -> None:
    """A time with a zone comes back as the same time in UTC."""
    moment = parse(text)
    assert moment == parse(str(moment))
    assert moment.start == datetime.fromisoformat(text.rstrip("~?%"))


@given(ANYTHING | HOSTILE | st.from_regex(r"[0-9]{4}(-[0-9]{2}){0,2}(T[0-9:]{1,8}[Z+-]?[0-9:]{0,5})?[~?%]?\n?"))
def test_any_text(text: str) -> None:
    """Any text is a date within the calendar, which comes back as it is, or is refused."""
    try:
        moment = parse(text)
    except DateError:
        return
    assert EARLIEST_YEAR <= moment.start.year <= LATEST_YEAR
    assert moment == parse(str(moment))


@given(moments)
def test_start_before_end(moment: Moment) -> None:
    """A moment begins before it ends."""
    assert moment.start < moment.end


@given(moments, moments, moments)
def test_certainly_before_is_a_strict_order(one: Moment, two: Moment, three: Moment) -> None:
    """Nothing is before itself, of two at most one is before the other, and what is before one is before the next."""
    assert not one.certainly_before(one)
    assert not (one.certainly_before(two) and two.certainly_before(one))
    if one.certainly_before(two) and two.certainly_before(three):
        assert one.certainly_before(three)


@given(moments, moments)
def test_order_is_total(one: Moment, two: Moment) -> None:
    """Of any two dates one is sorted first, unless they begin together and are equally fine; it agrees with before."""
    assert (one.sort_key < two.sort_key) + (two.sort_key < one.sort_key) + (one.sort_key == two.sort_key) == 1
    assert (one.sort_key == two.sort_key) == ((one.start, one.precision) == (two.start, two.precision))
    if one.certainly_before(two):
        assert one.sort_key < two.sort_key


def test_coarser_comes_first() -> None:
    """Of dates that begin together the coarser comes first."""
    texts = ["2024", "2024-01", "2024-01-01", "2024-01-01T00:00Z"]
    assert texts == [str(m) for m in sorted(map(parse, reversed(texts)), key=lambda moment: moment.sort_key)]


@pytest.mark.parametrize(
    ("precision", "end", "text"),
    [
        (Precision.YEAR, "2025-01-01T00:00", "2024"),
        (Precision.MONTH, "2024-03-01T00:00", "2024-02"),
        (Precision.DAY, "2024-03-01T00:00", "2024-02-29"),
        (Precision.MINUTE, "2025-01-01T00:00", "2024-12-31T23:59Z"),
    ],
)
def test_precision(precision: Precision, end: str, text: str) -> None:
    """A date is as long as it is imprecise."""
    assert (precision, f"{end}+00:00") == (parse(text).precision, parse(text).end.isoformat(timespec="minutes"))


@pytest.mark.parametrize(
    ("approximate", "uncertain", "mark"),
    [(False, False, ""), (True, False, "~"), (False, True, "?"), (True, True, "%")],
)
def test_doubt(approximate: bool, uncertain: bool, mark: str) -> None:
    """A mark behind a date says whether it is approximate, uncertain or both; without one it is exact."""
    moment = parse(f"2024-03{mark}")
    assert (approximate, uncertain, not mark) == (moment.approximate, moment.uncertain, moment.exact)


def test_zone() -> None:
    """A time is kept in UTC, and so may lie on another day."""
    assert "2024-03-04T23:30Z" == str(parse("2024-03-05T01:00+01:30"))


@pytest.mark.parametrize(
    ("code", "hint", "text"),
    [
        ("D101", None, "yesterday"),
        ("D101", "2024-03-05", "2024-3-5"),
        ("D101", None, "05/03/2024"),
        ("D101", None, "2024-W10"),
        ("D101", None, "20240305"),
        ("D101", None, "2024T12:00Z"),
        ("D101", None, "2024-03-05\n"),
        ("D101", "2024-03-05T15:00Z", "2024-03-05 15:00Z"),
        ("D101", None, "0" * 5000),
        ("D102", None, "2023-02-29"),
        ("D102", None, "2024-04-31"),
        ("D102", None, "2024-03-00"),
        ("D103", None, "2024-00"),
        ("D103", None, "2024-13-45"),
        ("D104", "2024-03-05T15:00Z", "2024-03-05T15:00:59Z"),
        ("D104", "2024-03-05T15:00+03:00~", "2024-03-05T15:00:59.5+03:00~"),
        ("D104", None, "2024-03-05T15:00:59"),
        ("D106", None, "2024-03-05T15:00"),
        ("D107", None, "9999"),
        ("D107", None, "9998-12-31T23:30-01:00"),
        ("D108", "2024-03-05", "٢٠٢٤-٠٣-٠٥"),
        ("D108", "2024-03-05", "٢٠٢٤/٠٣/٠٥"),
        ("D109", None, "2024-03-05T24:00Z"),
        ("D109", None, "2024-03-05T15:60Z"),
        ("D109", None, "2024-03-05T15:00+15:00"),
        ("D109", None, "2024-03-05T15:00+01:60"),
        ("D110", None, "1989"),
        ("D110", None, "0000-01-01"),
        ("D110", None, "1990-01-01T00:30+01:00"),
    ],
)
def test_refused(code: str, hint: str | None, text: str) -> None:
    """What is no date says why, and how it could be one."""
    assert (code, hint) == refusal(text)


def test_day() -> None:
    """A day is a date without a time; a time is cut off in its mend."""
    assert parse("2024-03-05?") == parse_day("2024-03-05?")
    with pytest.raises(DateError) as caught:
        parse_day("2024-03-05T23:30-01:00")
    assert ("D104", "2024-03-06") == (caught.value.code, caught.value.hint)


@pytest.mark.parametrize(
    ("duration", "start", "end"),
    [
        (Duration(120, exact=True), "2024-03-05T15:00Z", "2024-03-05T17:00Z"),
        (Duration(120, exact=False), "2024-03-05T15:00Z~", "2024-03-05T17:00Z"),
        (Duration(120, exact=False), "2024-03-05T15:00Z", "2024-03-05T17:00Z?"),
        (Duration(0, exact=True), "2024-03-05T15:00Z", "2024-03-05T16:00+01:00"),
        (Duration(1440, exact=True), "2024-03-05T15:00Z", "2024-03-06T15:00Z"),
        (None, "2024-03-05", "2024-03-05T17:00Z"),
        (None, "2024-03-05T15:00Z", "2024-03-05"),
    ],
)
def test_duration(duration: Duration | None, start: str, end: str) -> None:
    """A duration is known where both ends are known to the minute, and exact where both are."""
    assert duration == Duration.between(parse(start), parse(end))


def test_duration_without_an_end() -> None:
    """What has not ended has no duration."""
    assert None is Duration.between(parse("2024-03-05T15:00Z"), None)


def test_latest_allowed() -> None:
    """It can be tomorrow already, somewhere."""
    now = datetime(2024, 3, 5, 15, tzinfo=UTC)
    assert now + timedelta(days=1) == latest_allowed(now)
