"""No id of a company or a kind changes a drawing: a browser paints the same marks in the same colours."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page

from devtools.chromium import hosted
from tests.browser.watched import LOOKS, PAINTED, Watched
from tests.built import built
from tests.every_shape import lay
from timeline.values.bilingual import LANGUAGES

# A name for each company and kind that is a class of the style sheets, a word of the program, or a shape.
RENAMED = {
    "alpha": "card", "beta": "bar", "gamma": "third", "outage": "line", "jab": "row", "reply": "mark",
    "statement": "outage", "k-house": "lane-1", "k-square": "jab", "k-ring": "struck",
}  # fmt: skip
NAMING = {"kind", "company", "by", "to", "speaker"}

VIEWS = (
    "", "#from=2024-02&to=2024-09", "#from=2024-03-05&to=2024-03-06", "events/2024-03-05-alpha-outage/",
    "stories/lights/", "stories/lights/replay/", "figures/", "years/2024/", "kinds/", "platforms/",
)  # fmt: skip

# How each piece of each drawing that is shown is painted; what has neither stroke nor fill shows nothing.
MARKS = """() => [...document.querySelectorAll('svg:not(.name svg, .tools svg, .badge svg)')].flatMap((svg) =>
  svg.getClientRects().length ? [...svg.querySelectorAll('path, rect, circle')]
    .filter((piece) => !piece.closest('defs'))
    .map((piece) => [svg, piece, getComputedStyle(piece)])
    .filter(([, , style]) => style.display !== 'none' && style.visibility === 'visible')
    .filter(([, , style]) => ![style.fill, style.stroke].every((paint) => /none|rgba\\(.*, 0\\)/.test(paint)))
    .map(([svg, piece, style]) => [svg.getAttribute('class'), style.fill, style.stroke].join(' | ')) : [])"""
EDGES = """() => [...document.querySelectorAll('.tag, .turn, .quote, .sides p, .minutes li')].map((one) =>
  [one.localName, getComputedStyle(one).getPropertyValue('--co')].join(' | '))"""


def rename(root: Path) -> None:
    """Give companies and kinds other ids wherever one is meant; names of files stay what they are."""
    for path in root.rglob("*.yml"):
        content = yaml.load(path.read_text("utf-8"), yaml.CBaseLoader)  # noqa: S506 - types nothing
        if path.stem in ("companies", "kinds"):
            content = {RENAMED.get(key, key): value for key, value in content.items()}
        path.write_text(json.dumps(_renamed(content), ensure_ascii=False), "utf-8")


def _renamed(value: Any, field: str = "") -> Any:
    if isinstance(value, dict):
        return {key: _renamed(inner, key) for key, inner in value.items()}
    if isinstance(value, list):
        return [_renamed(inner, field) for inner in value]
    return RENAMED.get(value, value) if field in NAMING else value


def painted(browser: Browser, site: Path) -> dict[str, Counter[str]]:
    """Open every view in both languages and count what is painted how."""
    found: dict[str, Counter[str]] = {}
    with hosted(site) as address:
        context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
        window = Watched(context, address)
        for code in LANGUAGES:
            for view in VIEWS:
                window.page.goto("about:blank")
                page = window.go(f"{code}/{view}")
                if "#" in view:
                    page.locator(".closer svg a").first.wait_for()
                found[f"{code}/{view}"] = _at_rest(page)
        assert [] == window.troubles
        context.close()
    return found


def _at_rest(page: Page) -> Counter[str]:
    """Count what is painted once three paintings are alike: words are laid out anew when their font is there."""
    counted: list[Counter[str]] = []
    while len(counted) < 3 or counted[-3:] != [counted[-1]] * 3:
        assert len(counted) < LOOKS
        page.evaluate(PAINTED)
        counted.append(Counter([*page.evaluate(MARKS), *page.evaluate(EDGES)]))
    return counted[-1]


@pytest.fixture(scope="module")
def views(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Counter[str]]]:
    """What is painted of a record, and of the same with other ids."""
    found = []
    for renamed in (False, True):
        folder = tmp_path_factory.mktemp("record")
        root = lay(folder / "in")
        if renamed:
            rename(root)
        built(folder / "in", folder / "www" / "timeline")
        found.append(painted(browser, folder / "www"))
    return found


def test_other_ids_same_drawings(views: list[dict[str, Counter[str]]]) -> None:
    """Every mark, line and edge has the stroke and the fill that it has under other ids."""
    plain, renamed = views
    assert plain == renamed


def test_both_directions(views: list[dict[str, Counter[str]]]) -> None:
    """Arabic pages paint as many pieces as English ones, each way the same, but for lines that lead to words.

    Which words have room, and so their lines in the colour of the ink, follows from how long they are.
    """
    for view in VIEWS:
        english, arabic = (own(views[1][f"{code}/{view}"]) for code in ("en", "ar"))
        assert 1 < len(english)
        assert english == arabic, view


def own(pieces: Counter[str]) -> Counter[str]:
    """Return what is painted of the record itself: all but what is painted in the colour of the ink alone."""
    return Counter({piece: number for piece, number in pieces.items() if not piece.endswith(f"none | {INK}")})


INK = "rgb(20, 24, 27)"


def test_both_lanes_have_their_colours(views: list[dict[str, Counter[str]]]) -> None:
    """In every drawing of the two sides each of them has something in its own colour."""
    for view, pieces in views[1].items():
        if view.endswith("/platforms/"):
            continue
        for colour in ("rgb(31, 107, 58)", "rgb(122, 46, 140)"):
            assert [one for one in pieces if colour in one] or view.endswith("/kinds/"), (view, colour)


def test_turns_have_their_colours(views: list[dict[str, Counter[str]]]) -> None:
    """In an exchange and in a replay what either side does has the side's colour."""
    for view in ("events/2024-03-05-alpha-outage/", "stories/lights/replay/"):
        for code in LANGUAGES:
            found = {piece.removeprefix("li | ") for piece in views[1][f"{code}/{view}"] if piece.startswith("li | ")}
            assert {"#1f6b3a", "#7a2e8c"} <= found, view
