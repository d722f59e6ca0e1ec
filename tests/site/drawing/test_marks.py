"""There is a drawing for every shape that a kind can have, and it points where it is told to."""

import re
from typing import get_args
from xml.etree import ElementTree as ET

import pytest

from timeline.record.vocabulary import Shape
from timeline.site.drawing.marks import DOWN, STRIPED_BAR, STRUCK, UNKNOWN, UP, in_list, mark, shapes
from timeline.site.drawing.marks import LIST_BOX as BOX

every_shape = pytest.mark.parametrize("shape", shapes())


def heights(shape: str, way: int) -> list[float]:
    """Return the y of every point of a mark around 0 that is drawn with lines."""
    paths = " ".join(piece.path for piece in mark(shape, 0, 0, 10, way) if "a" not in piece.path)
    numbers = [float(number) for number in re.findall(r"-?[\d.]+", paths)]
    return numbers[1::2]


def test_every_shape() -> None:
    """Every shape that the vocabulary allows can be drawn, and what is drawn besides has a use of its own."""
    assert {
        STRIPED_BAR,
        STRUCK,
        UNKNOWN,
        "lane",
        "gathered",
        "diamond",
        "small-diamond",
        "dot",
        "open-dot",
    } == shapes().keys() - set(get_args(Shape))
    assert set(get_args(Shape)) <= shapes().keys()


@every_shape
def test_ways(shape: str) -> None:
    """A mark that points down is the one that points up, turned over."""
    assert sorted(-y + 0.0 for y in heights(shape, UP)) == sorted(heights(shape, DOWN))


def test_triangle_points_up() -> None:
    """The tip of a triangle lies above its foot, which is wider."""
    assert "M5 4L6 6 4 6z" == mark("triangle", 5, 5, 1, UP)[0].path


@every_shape
@pytest.mark.parametrize("lane", [0, 1, 2])
def test_in_list(shape: str, lane: int) -> None:
    """A mark in a line of text is whole SVG in its lane's colour, and stays inside of its box."""
    svg = ET.fromstring(in_list(shape, lane, 'a "label" <&>'))
    assert (f"mark lane-{lane}", 'a "label" <&>') == (svg.get("class"), svg.get("aria-label"))
    numbers = [
        float(n) for path in svg if "a" not in path.get("d", "") for n in re.findall(r"[\d.]+", path.get("d", ""))
    ]
    assert [] == [number for number in numbers if not 0 <= number <= BOX]


def test_second_lane_is_striped() -> None:
    """A bar of the second lane is striped, for those who see no colour; nobody else's is."""
    pieces = [in_list("bar", lane).count("z") for lane in (0, 1, 2)]
    assert [1, 1, 4] == pieces
