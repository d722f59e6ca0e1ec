"""Scripts draw marks as the build draws them: in marks.js as in marks.py."""

import html

import pytest

from tests.browser.conftest import Open
from timeline.site.drawing.marks import DOWN, LIST_RADIUS, UP, in_list, mark, shapes

DRAWN = """async ([shapes, places]) => {
  const { mark } = await own("site/drawing/marks.js");
  return places.map(([shape, ...place]) => mark(shapes[shape], ...place));
}"""
LISTED = """async ([shapes, shape, lane]) => {
  const { inList } = await own("site/drawing/marks.js");
  return inList(shapes, shape, lane).outerHTML;
}"""


def test_twins(opened: Open) -> None:
    """Every shape, at any place and size, either way up, has the same paths in both."""
    window = opened(bypass_csp=True)
    page = window.go("")
    places = [(shape, 7.31, 103.0, r, way) for shape in shapes() for r in (4.6, LIST_RADIUS) for way in (UP, DOWN)]
    wanted = [[list(piece) for piece in mark(*place)] for place in places]
    assert wanted == page.evaluate(DRAWN, [shapes(), places])


@pytest.mark.parametrize("lane", [0, 1, 2])
def test_lists(opened: Open, lane: int) -> None:
    """In a line of text too a script makes what the build makes."""
    page = opened(bypass_csp=True).go("")
    for shape in shapes():
        made = (
            page.evaluate(LISTED, [shapes(), shape, lane]).replace(' aria-hidden="true"', "").replace("></path>", "/>")
        )
        assert in_list(shape, lane).replace(' aria-hidden="true"', "") == html.unescape(made), shape
