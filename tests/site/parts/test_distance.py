"""How long after one entry of a story the next one came is told in minutes, in days, or not at all."""

import pytest

from timeline.language import language
from timeline.site.parts.distance import distance, stem
from timeline.values.dates import parse


@pytest.mark.parametrize(
    ("before", "after", "english", "arabic"),
    [
        ("2024-03-05T15:00Z", "2024-03-05T15:52Z", "52 minutes later", "بعد 52 دقيقة"),
        ("2024-03-05T15:00Z", "2024-03-05T15:01Z", "1 minute later", "بعد دقيقة"),
        ("2024-03-05T15:00Z~", "2024-03-05T17:00Z", "about\u00a02 hours later", "بعد نحو\u00a0ساعتين"),
        ("2024-03-05T23:00Z", "2024-03-06T01:00Z", "2 hours later", "بعد ساعتين"),
        ("2024-03-05", "2024-03-06", "the next day", "في اليوم التالي"),
        ("2024-03-05", "2024-03-07T10:00Z", "2 days later", "بعد يومين"),
        ("2024-03-05", "2024-03-24", "19 days later", "بعد 19 يومًا"),
        ("2024-03-05T15:00Z", "2024-06-13T15:00Z", "100 days later", "بعد 100 يوم"),
        ("2024-03-05", "2024-03-05", "", ""),
        ("2024-03-05", "2024-04", "", ""),
        ("2024-03-06", "2024-03-05", "", ""),
    ],
)
def test_distance(before: str, after: str, english: str, arabic: str) -> None:
    """Below a day the minutes are told where both are known; days are counted by the calendar."""
    moments = parse(before), parse(after)
    assert (english, arabic) == (distance(*moments, language("en")), distance(*moments, language("ar")))


def test_beginning() -> None:
    """What comes first comes after nothing."""
    assert "" == distance(None, parse("2024-03-05"), language("en"))


def test_stem() -> None:
    """The longer the distance, the longer the stem, up to a longest one."""
    days = ["2024-03-05", "2024-03-06", "2024-03-09", "2024-04-20", "2026-03-05"]
    stems = [stem(parse("2024-03-05"), parse(day)) for day in days]
    assert (sorted(stems), 1, 5) == (stems, stems[0], stems[-1])
