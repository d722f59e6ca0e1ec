"""A date in a form of people's own is read where it has one meaning, and only there."""

import pytest

from timeline.values import dates
from timeline.values.written_dates import standard


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("2023-07-08", "8 July 2023"),
        ("2023-07-10", "July 10, 2023"),
        ("2023-09-01", "1st Sept. 2023"),
        ("2023-07-08", "2023-7-8"),
        ("2023-07-08", "2023/7/8"),
        ("2023-07-08", "8 يوليو 2023"),
        ("2023-07-08", "8 يوليو/تموز 2023"),
        ("2023-11-08", "8 تشرين الثاني 2023"),
        ("2023-01-08T15:00-05:00", "2023-01-08 15:00 EST"),
        ("2023-12-08T15:00-05:00", "2023-12-08 15:00 EST"),
        ("2023-07-08T09:00-04:00", "July 8, 2023, 9:00 EDT"),
        ("2023-07-08T15:00Z", "2023-07-08 15:00 GMT"),
        ("2023-07-08T15:00+03:00", "2023-07-08 15:00 +03:00"),
    ],
)
def test_one_meaning(expected: str, text: str) -> None:
    """A name of a month, the year first or a zone that is one leave no doubt."""
    assert expected == standard(text)


@pytest.mark.parametrize(
    "text",
    [
        "07/08/2023",
        "8.7.2023",
        "8 July",
        "July 2023, 8",
        "2023-07-08 15:00 EST",
        "2023-01-08 15:00 EDT",
        "2023-03-12 15:00 EST",
        "2023-01-08 15:00 CST",
        "2023-01-08 15:00 IST",
        "2023-01-08 3:00",
        "yesterday",
        "8 July 2023" + " " * 100,
    ],
)
def test_more_than_one(text: str) -> None:
    """Day and month in digits alone, a zone of another season or of several names and a time of no zone leave doubt."""
    assert standard(text) is None


@pytest.mark.parametrize("text", ["30 February 2023", "2023-13-8", "8 July 1023", "2023-07-08 25:00 UTC"])
def test_no_day(text: str) -> None:
    """What is no day on a calendar is offered as none."""
    with pytest.raises(dates.DateError) as caught:
        dates.parse(text)
    assert ("D101", None) == (caught.value.code, caught.value.hint)


def test_of_a_day() -> None:
    """Where a day belongs, a day is offered."""
    with pytest.raises(dates.DateError) as caught:
        dates.parse_day("8 July 2023, 15:00 UTC")
    assert "2023-07-08" == caught.value.hint


def test_digits_of_arabic() -> None:
    """A date in Arabic words and digits is read as well."""
    with pytest.raises(dates.DateError) as caught:
        dates.parse("٨ يوليو ٢٠٢٣")
    assert ("D108", "2023-07-08") == (caught.value.code, caught.value.hint)
