"""Charts show what they are given, each event once, the same from either side; an XML parser reads them back."""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from timeline.chronicle.sides import Side
from timeline.language import Language, language
from timeline.site.drawing import scales
from timeline.site.drawing.charts import matrix, years
from timeline.site.drawing.charts.chart import MOST, SIZES, Mark
from timeline.site.drawing.charts.distribution import Lane, distribution
from timeline.site.drawing.charts.waits import Wait, waits

SVG = "{http://www.w3.org/2000/svg}"
SIDES = (Side(1, "alpha", "Alpha"), Side(2, "beta", "Beta"))
LANGUAGES = (language("en"), language("ar"))
EN = LANGUAGES[0]

# What a piece of a drawing is filled with, by the class that says so.
FILLED = ("solid", "striped")

every_language = pytest.mark.parametrize("own", LANGUAGES, ids=lambda own: own.code)


def drawings(markup: str) -> list[ET.Element]:
    """Read the drawings of a chart."""
    return list(ET.fromstring(f"<charts>{markup}</charts>"))


def marks(*minutes: float | None, name: str = "event") -> list[Mark]:
    """Return marks of some lengths."""
    return [
        Mark(f"../events/{name}-{i}/", partial(str, f"{name} {i}"), "triangle", length)
        for i, length in enumerate(minutes)
    ]


def pieces(drawing: ET.Element, *styles: str) -> list[ET.Element]:
    """Return the pieces of a drawing of some classes, but for those that only define a pattern."""
    patterns = {piece for pattern in drawing.iter("pattern") for piece in pattern}
    return [one for one in drawing.iter() if one.get("class") in styles and one not in patterns]


def spans(boxes: Iterable[ET.Element]) -> list[tuple[float, float]]:
    """Return where boxes begin and end, from the left."""
    return sorted((float(box.get("x", "")), float(box.get("x", "")) + float(box.get("width", ""))) for box in boxes)


def starts(paths: Iterable[ET.Element]) -> list[float]:
    """Return the x with which paths begin."""
    return [float(re.findall(r"[-\d.]+", path.get("d", ""))[0]) for path in paths]


def texts(drawing: ET.Element) -> list[str]:
    """Return the texts of a drawing, in order."""
    return ["".join(text.itertext()) for text in drawing.iter("text")]


def cell(known: int, unknown: int, amount: float = 0, label: str = "") -> years.Cell:
    """Return a cell of a year with as many events."""
    listed = marks(*range(known), name="known") + marks(*[None] * unknown, name="unknown")
    return years.Cell(known, unknown, amount or known + unknown, label or str(known + unknown), "#here", lambda: listed)


def mirrored(left: Sequence[ET.Element], right: Sequence[ET.Element], width: float) -> bool:
    """Say whether boxes lie as far from one side as others from the other side."""
    turned = sorted((width - end, width - start) for start, end in spans(right))
    return all(
        math.isclose(a, b, abs_tol=0.11)
        for one, two in zip(spans(left), turned, strict=True)
        for a, b in zip(one, two, strict=True)
    )


@every_language
def test_boxes(own: Language) -> None:
    """One box stands for one event, dashed where its length is unknown, and none lies outside or over another."""
    found = [years.Year("2020", (cell(2, 1), cell(0, 4))), years.Year("2021", (cell(0, 0), cell(5, 0)))]
    for drawing in drawings(years.boxes("test", found, SIDES, own)):
        width = float(drawing.get("width", ""))
        for style, number in (("solid", 2), ("striped", 5), ("unknown", 5)):
            assert number == len(pieces(drawing, style))
        rows: dict[str, list[ET.Element]] = {}
        for box in pieces(drawing, *FILLED, "unknown"):
            rows.setdefault(str(int(float(box.get("y", "")))), []).append(box)
        assert [7, 5] == [len(boxes) for boxes in rows.values()]
        for boxes in rows.values():
            assert all(0 <= start < end <= width for start, end in spans(boxes))
            assert all(end <= start for (_, end), (start, _) in pairwise(spans(boxes)))
        assert {"Alpha", "Beta", "2020", "3", "4", "2021", "5"} == set(texts(drawing))


def test_known_boxes_stand_inside() -> None:
    """In each row the boxes of known length stand next to the year, those of unknown length behind them."""
    drawing = drawings(years.boxes("test", [years.Year("2020", (cell(2, 3), cell(2, 3)))], SIDES, EN))[0]
    solid, striped, dashed = (spans(pieces(drawing, style)) for style in ("solid", "striped", "unknown"))
    assert dashed[:3] < solid < striped < dashed[3:]


@pytest.mark.parametrize("draw", [years.boxes, years.bars])
def test_mirrored_years(draw: Callable[..., str]) -> None:
    """Where reading starts at the right, every box lies as far from the right as it else does from the left."""
    found = [years.Year("2020", (cell(2, 1), cell(1, 4))), years.Year("2021", (cell(3, 0), cell(5, 2)))]
    for left, right in zip(*(drawings(draw("test", found, SIDES, own)) for own in LANGUAGES), strict=True):
        one, two = (pieces(drawing, *FILLED) for drawing in (left, right))
        assert mirrored(one, two, float(left.get("width", "")))
        assert spans(one) != spans(two)


def test_many_in_a_year() -> None:
    """Too many events for boxes are bars whose lengths are as their numbers, and the page does not grow with them."""
    few, many = (
        drawings(years.boxes("test", [years.Year("2020", (cell(n, n), cell(2 * n, 0)))], SIDES, EN)) for n in (9, 900)
    )
    for drawing in few + many:
        solid, striped, dashed = (spans(pieces(drawing, style)) for style in ("solid", "striped", "unknown"))
        assert [1, 1, 1] == [len(solid), len(striped), len(dashed)]
        lengths = [end - start for start, end in (solid[0], striped[0])]
        assert math.isclose(2 * lengths[0], lengths[1], abs_tol=0.3)
    assert [len(ET.tostring(a)) for a in few] == pytest.approx([len(ET.tostring(a)) for a in many], abs=40)


@every_language
def test_bars(own: Language) -> None:
    """Bars are as long as what is known; an open end without a length of its own says that there is more."""
    found = [
        years.Year("2020", (cell(1, 0, 60), cell(1, 2, 30))),
        years.Year("2021", (cell(0, 1, 0, "unknown"), cell(0, 0))),
    ]
    for drawing in drawings(years.bars("test", found, SIDES, own)):
        (one,), (two,) = (spans(pieces(drawing, style)) for style in FILLED)
        assert math.isclose((one[1] - one[0]) / 2, two[1] - two[0], abs_tol=0.2)
        assert 2 == len(pieces(drawing, "unknown"))
        assert "unknown" in texts(drawing)


def lanes(first: Sequence[float], second: Sequence[float]) -> tuple[Lane, Lane]:
    """Return lanes of marks of some minutes, with the middle one as median."""
    listed = (marks(*first, name="a"), marks(*second, name="b"))
    one, two = (
        Lane(side, found, f"{len(found)} known", sorted(values)[len(values) // 2] if values else None, "median")
        for side, found, values in zip(SIDES, listed, (first, second), strict=True)
    )
    return one, two


@every_language
def test_distribution(own: Language) -> None:
    """Each event is one mark, and of two marks the longer one lies farther along."""
    wide, narrow = drawings(distribution("test", lanes([30, 60, 240], [45, 45, 45, 600]), str, own))
    for drawing in (wide, narrow):
        assert [3, 4] == [len(pieces(drawing, style)) for style in ("solid", "hollow")]
        along = starts(pieces(drawing, "solid"))
        assert sorted(along, reverse=own.direction == "rtl") == along
        assert [2, "median", "median"] == [len(pieces(drawing, "pin")), *(t for t in texts(drawing) if t == "median")]
    assert [f"../events/a-{i}/" for i in range(3)] == [link.get("href") for link in wide.iter("a")][:3]
    assert [] == list(narrow.iter("a"))


def test_stacked() -> None:
    """Marks that would cover each other are stacked, away from the axis."""
    drawing = drawings(distribution("test", lanes([60] * 3, [60] * 3), str, EN))[0]
    for style, way in (("solid", -1), ("hollow", 1)):
        heights = [float(re.findall(r"[-\d.]+", one.get("d", ""))[1]) for one in pieces(drawing, style)]
        assert sorted(heights, reverse=way < 0) == heights
        assert 3 == len(set(heights))


def test_too_high_a_stack() -> None:
    """Stacks that would be too high become bars as high as their numbers, in every size alike."""
    for drawing in drawings(distribution("test", lanes([60] * 2 * MOST, [60] * MOST), str, EN)):
        heights = [float(one.get("height", "")) for one in pieces(drawing, *FILLED)]
        assert 2 == len(heights)
        assert math.isclose(heights[0], 2 * heights[1], abs_tol=0.2)


def test_nothing_known() -> None:
    """Where one side has no known length its lane is empty, and has no median."""
    drawing = drawings(distribution("test", lanes([60], []), str, EN))[0]
    assert [1, 0, 1] == [len(pieces(drawing, style)) for style in ("solid", "hollow", "pin")]


def test_logarithmic() -> None:
    """On a logarithmic scale twice as long is always equally far, and all lies on it."""
    scale = scales.logarithmic(21, 592, 10, 500)
    steps = [scale.at(2 * one) - scale.at(one) for one in (30, 60, 120, 240)]
    assert [steps[0]] * 4 == pytest.approx(steps)
    assert (10, 510) == (scale.at(scale.ticks[0]), scale.at(scale.ticks[-1]))
    assert (15, 1440) == (scale.ticks[0], scale.ticks[-1])


@pytest.mark.parametrize("minutes", [(0, 0), (1, 1), (5, 6), (700, 50_000), (10**7, 10**7)])
def test_any_length(minutes: tuple[int, int]) -> None:
    """Any two lengths have a scale, and what is longer than its end lies on its edge."""
    scale = scales.logarithmic(*minutes, 0, 100)
    assert 1 < len(scale.ticks)
    assert all(0 <= scale.at(one) <= 100 for one in minutes)
    assert scales.linear(minutes[1] or 1, 0, 100).at(minutes[1]) <= 100


@pytest.mark.parametrize("width", [328.0, 528.0])
@pytest.mark.parametrize("longest", [58, 600, 5000])
def test_labels_have_room(width: float, longest: int) -> None:
    """No two labels of an axis lie over each other, and the first and the last are among them."""
    for scale in (scales.logarithmic(10, longest, 0, width), scales.linear(longest, 0, width)):
        shown = list(scale.written(lambda tick: f"{tick} min"))
        assert {scale.ticks[0], scale.ticks[-1]} <= set(shown)
        assert all(scale.at(two) - scale.at(one) >= 30 for one, two in pairwise(shown))


def wait(minutes: float | None, text: str = "text") -> Wait:
    """Return a wait of the first side for the second."""
    return Wait(SIDES[0], SIDES[1], marks(minutes)[0], "heading", text)


@every_language
def test_waits(own: Language) -> None:
    """A known wait is a line of its length with a mark at its end, an unknown one a dotted line from side to side."""
    for drawing in drawings(waits("test", [wait(20), wait(None), wait(40)], str, "start", own)):
        bars = [end - start for start, end in spans(one for one in pieces(drawing, "solid") if one.tag == "rect")]
        assert math.isclose(2 * min(bars), max(bars), abs_tol=0.2)
        assert (2, 1) == (len(bars), len(pieces(drawing, "dotted")))
        assert 3 == texts(drawing).count("heading") == texts(drawing).count("text")


def test_no_scale_for_the_unknown() -> None:
    """Where no wait is known there is no scale, for it would say how long."""
    for drawing in drawings(waits("test", [wait(None)], str, "start", EN)):
        assert ["heading", "text"] == texts(drawing)
        assert [] == pieces(drawing, "solid", "grid")


def test_text_beside_or_below() -> None:
    """A text that does not fit beside its mark stands below the line."""
    short, long = (drawings(waits("test", [wait(30, text)], str, "s", EN))[1] for text in ("brief", "long " * 12))
    places = [next(t for t in one.iter("text") if t.text and t.text[:4] in ("brie", "long")) for one in (short, long)]
    assert float(places[0].get("x", "")) > 100 > float(places[1].get("x", ""))


@every_language
def test_matrix(own: Language) -> None:
    """A cell has as many marks as events, in its own column, and says its number as a link to them."""
    numbers = ((1, 0), (30, 2))
    rows = [
        matrix.Line(side, side.name, [matrix.Cell(marks(*[None] * n), str(n), f"#cell-{n}") for n in row])
        for side, row in zip(SIDES, numbers, strict=True)
    ]
    for drawing in drawings(matrix.matrix("test", ["here", "there"], rows, own)):
        half = float(drawing.get("width", "")) / 2
        found = Counter(x < half for x in starts(pieces(drawing, "solid")))
        assert {own.direction == "ltr": 31, own.direction == "rtl": 2} == found
        hrefs = [link.get("href", "") for link in drawing.iter("a")]
        assert ["#cell-1", "#cell-30", "#cell-2"] == [href for href in hrefs if href.startswith("#")]


def test_full_matrix() -> None:
    """Cells with too many marks have bars instead, as long as their numbers."""
    rows = [matrix.Line(side, "", [matrix.Cell(marks(*[None] * n), "", "") for n in (100, 50)]) for side in SIDES]
    assert matrix.gathers(rows)
    for drawing in drawings(matrix.matrix("test", ["here", "there"], rows, EN)):
        lengths = [end - start for start, end in spans(pieces(drawing, *FILLED))]
        assert 4 == len(lengths)
        assert math.isclose(2 * lengths[-1], lengths[0], abs_tol=0.2)


def test_patterns() -> None:
    """Each drawing has its own pattern of stripes, and names no other one's."""
    found = drawings(years.boxes("test", [years.Year("2020", (cell(1, 1), cell(1, 1)))], SIDES, EN))
    assert len(SIZES) == len(found) == len({one.get("id") for drawing in found for one in drawing.iter("pattern")})
    for drawing in found:
        own = {f"url(#{one.get('id')})" for one in drawing.iter("pattern")}
        assert own == {one.get("fill") for one in pieces(drawing, "striped")}


def test_titles() -> None:
    """In the large drawing each mark is a link with a name; the drawing itself is not read aloud, for its table is."""
    wide = drawings(years.boxes("test", [years.Year("2020", (cell(1, 0), cell(0, 1)))], SIDES, EN))[0]
    assert ["known 0", "unknown 0"] == [title.text for title in wide.iter("title")]
    assert {"-1"} == {link.get("tabindex") for link in wide.iter("a")}
    assert "true" == wide.get("aria-hidden")
