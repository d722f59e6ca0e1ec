"""The small axis gathers what would overlap, loses nothing, and writes its scale where there is room."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.language import language
from timeline.site.drawing import story_lanes, ticks
from timeline.site.drawing.story_lanes import MOST, Item, Labels, gathered
from timeline.values.bilingual import LANGUAGES, LanguageCode

NOON = datetime(2024, 3, 5, 12, tzinfo=UTC)
LABELS = Labels({1: "Alpha", 2: "Beta"}, "minute unknown")
WIDE = story_lanes.SIZES[0]


def item(minutes: float = 0, shape: str = "triangle", lane: int = 1, length: int | None = None) -> Item:
    """Return an item so many minutes after noon."""
    start = NOON + timedelta(minutes=minutes)
    return Item(start, start + timedelta(minutes=length or 0), shape, lane, "Title", f"#m{minutes}", minutes=length)


def drawn(items: list[Item], code: LanguageCode = "en", hours: int = 2) -> ET.Element:
    """Draw items of some hours from noon on, and return the widest drawing."""
    svgs = story_lanes.draw(items, NOON, NOON + timedelta(hours=hours), LABELS, language(code))
    return ET.fromstring(f"<all>{svgs}</all>")[0]


def starts(svg: ET.Element, kind: str) -> list[float]:
    """Return the x at which each path of a class begins."""
    paths = (path.get("d", "") for path in svg.iter("path") if path.get("class") == kind)
    return [float(path[1:].split()[0].rstrip("L")) for path in paths]


@given(st.lists(st.floats(0, 1000), max_size=60), st.floats(6, 20))
def test_gathered(places: list[float], pitch: float) -> None:
    """Everything is in one column, columns are a pitch apart, and what has room stays where it is."""
    items = [(x, Item(NOON, NOON, "triangle", 1, "", str(n))) for n, x in enumerate(places)]
    columns = gathered(items, pitch)
    assert sorted(one.href for _, column in columns for one in column) == sorted(one.href for _, one in items)
    xs = sorted(x for x, _ in columns)
    assert [] == [(a, b) for a, b in pairwise(xs) if b - a < pitch - 1e-6]
    lone = [x for x in places if all(abs(x - other) >= pitch for other in places if other is not x)]
    assert set() == set(lone) - set(xs) if len(set(places)) == len(places) else True


def test_high_stacks() -> None:
    """More marks in one place than a stack may hold become a number, which leads to the first of them."""
    svg = drawn([item(30 + n / 60) for n in range(MOST + 1)])
    (link,) = svg.iter("a")
    assert (["4"], "#m30.0") == (
        [text.text for text in svg.iter("text") if text.get("class") == "num"],
        link.get("href"),
    )
    assert MOST == len(list(drawn([item(30 + n / 60) for n in range(MOST)]).iter("a")))


def test_lengths_on_the_scale() -> None:
    """Where the scale shows hours, an outage is as long as it was: an hour of two is half of the room."""
    (bar,) = drawn([item(30, "bar", 1, 60)]).iter("rect")
    room = WIDE.width - 2 * WIDE.inset
    assert (WIDE.inset + room / 4, room / 2) == (float(bar.get("x", "")), float(bar.get("width", "")))


def test_unknown_lengths() -> None:
    """An outage of unknown length is dashed and of one height, whatever the scale."""
    for hours in (2, 20000):
        svg = drawn([item(30, "bar", 1)], hours=hours)
        assert ([], 1) == (starts(svg, "solid"), len(starts(svg, "unknown")))


@pytest.mark.parametrize("lane", [0, 1, 2])
def test_mirrored(lane: int) -> None:
    """In Arabic everything stands as far from the right as it stands from the left in English."""
    items = [item(minutes, lane=lane) for minutes in (0, 7, 55, 56, 120)]
    xs = {code: starts(drawn(items, code), "solid") for code in LANGUAGES}
    assert [WIDE.width] * 5 == [round(left + right) for left, right in zip(xs["en"], xs["ar"], strict=True)]
    assert xs["en"] == sorted(xs["en"])


@given(
    st.datetimes(datetime(2007, 1, 1), datetime(2026, 12, 31)),  # noqa: DTZ001 - the zone is added below
    st.integers(60, 20 * 366 * 86400),
    st.integers(2, 14),
)
def test_scale(first: datetime, seconds: int, most: int) -> None:
    """Labels lie on the scale, in order, and have the room that they ask for, but for a month's few days less."""
    begin = first.replace(tzinfo=UTC, second=0, microsecond=0)
    end = begin + timedelta(seconds=seconds)
    found = [at for at, _ in ticks.scale(begin, end, seconds / most, language("en"))]
    assert (sorted(found), []) == (found, [at for at in found if not begin <= at <= end])
    gaps = [(after - before).total_seconds() for before, after in pairwise(found)]
    assert [] == [gap for gap in gaps if gap < seconds / most * 0.75]


@pytest.mark.parametrize(
    ("hours", "labels"),
    [
        (2, ["12:00", "12:30", "13:00", "13:30", "14:00"]),
        (48, ["12:00", "6\N{NO-BREAK SPACE}Mar", "12:00", "7\N{NO-BREAK SPACE}Mar", "12:00"]),
        (24 * 100, ["Apr 2024", "May 2024", "Jun 2024"]),
        (24 * 366 * 4, ["2025", "2026", "2027", "2028"]),
    ],
)
def test_labels(hours: int, labels: list[str]) -> None:
    """A scale says hours, days, months or years, whichever fit; where a day begins it says which."""
    end = NOON + timedelta(hours=hours)
    assert labels == [text for _, text in ticks.scale(NOON, end, hours * 3600 / 5, language("en"))]
