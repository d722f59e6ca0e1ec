"""Readers who set their own colours, contrast, spacing, size or stillness lose nothing."""

from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from tests.browser.access import violations
from tests.browser.looks import DESK, PAINTED
from tests.browser.samples import every_look, samples
from tests.browser.test_pages import OPEN, overflow, widest
from tests.browser.watched import Watched
from tests.built import Site
from timeline.site.pages.redirects import MOVED
from timeline.values.bilingual import LANGUAGES

Open = Callable[..., Watched]

REPLAY = "stories/nine-april-2024/replay/"
RICH = ("", "timeline/", "figures/", "events/2024-04-09-lumora-login-outage/", REPLAY, "samples/")

# The contrast that WCAG asks for at its highest level, which axe asks for only when told to.
ENHANCED = {"runOnly": {"type": "rule", "values": ["color-contrast-enhanced"]}, "resultTypes": ["violations"]}

# Which elements with a state look the same in both of its values, by what a reader with few colours can see.
# The button of the theme is left out: the whole page shows how it stands.
SAME = """() => {
  const seen = ["color", "backgroundColor", "borderTopColor", "borderTopStyle", "borderTopWidth", "outlineStyle",
    "outlineColor", "outlineWidth", "fontWeight", "textDecorationLine", "opacity", "display", "transform"];
  const look = (one) => [one, ...one.querySelectorAll("*"), one.nextElementSibling].filter(Boolean)
    .map((each) => seen.map((name) => getComputedStyle(each)[name]).join());
  const turned = (one, name) => {
    const before = look(one).join("\\n"), was = one.getAttribute(name);
    one.setAttribute(name, was === "true" ? "false" : "true");
    const after = look(one).join("\\n");
    one.setAttribute(name, was);
    return before !== after;
  };
  const chosen = (one) => {
    const before = look(one).join("\\n");
    const group = [...document.getElementsByName(one.name)].map((each) => [each, each.checked]);
    one.checked = !one.checked;
    const after = look(one).join("\\n");
    for (const [each, was] of group) each.checked = was;
    return before !== after;
  };
  const shown = (selector) => [...document.querySelectorAll(selector)].filter((one) => one.getClientRects().length);
  return [
    ...shown("[aria-pressed]:not(.theme)").filter((one) => !turned(one, "aria-pressed")),
    ...shown("[type=radio], [type=checkbox]")
      .filter((one) => getComputedStyle(one).appearance === "none" && !chosen(one)),
  ].map((one) => one.outerHTML.slice(0, 120));
}"""

# What WCAG 1.4.12 lets a reader set; letters that join are not set apart, as it says.
SPACING = """(joined) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; word-spacing: 0.16em !important;
    letter-spacing: ${joined ? 0 : 0.12}em !important } p { margin-block-end: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}"""

# Words that are cut off: they are wider or higher than what they stand in, which shows nothing beyond its edge.
CUT = """() => [...document.querySelectorAll('body *')].filter((one) => {
  const style = getComputedStyle(one);
  return /hidden|clip/.test(style.overflow) && one.checkVisibility() && one.innerText?.trim()
    && one.clientWidth > 1 && !one.closest('.vh') // what is for the ear alone
    && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1);
}).map((one) => one.outerHTML.slice(0, 120))"""

# The part of the window's height that what does not scroll away covers.
STUCK = """() => Math.max(0, ...[...document.querySelectorAll('body *')]
  .filter((one) => /sticky|fixed/.test(getComputedStyle(one).position) && one.checkVisibility())
  .filter((one) => one.getBoundingClientRect().width > innerWidth / 2)
  .map((one) => one.getBoundingClientRect().height / innerHeight))"""

# What moves by itself, or slides from one look to another, longer than an eye can see.
MOVING = """() => [...document.querySelectorAll('*')].filter((one) => {
  const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(one);
  const longest = Math.max(...`${transitionDuration},${animationDuration}`.split(',').map(parseFloat));
  return longest > 0.02 || scrollBehavior === 'smooth';
}).map((one) => one.outerHTML.slice(0, 80))"""

# Addresses that are printed and touch the words before them.
GLUED = """() => [...document.querySelectorAll('main a[href^=http]')].filter((link) => {
  const before = link.previousElementSibling;
  if (!before || !link.checkVisibility() || !getComputedStyle(link, '::after').content.includes('http')) return false;
  const [end, start] = [[...before.getClientRects()].at(-1), link.getClientRects()[0]];
  const apart = Math.max(start.left - end.right, end.left - start.right);
  return apart < 2 && Math.min(end.bottom, start.bottom) - Math.max(end.top, start.top) > 4;
}).map((link) => link.parentElement.innerHTML.slice(0, 200))"""

# Headings that may be torn, or the last line of a sheet.
TORN = """() => [...document.querySelectorAll('main :is(h1, h2, h3)')].filter((heading) => {
  const { breakInside, breakAfter } = getComputedStyle(heading);
  return heading.checkVisibility() && [breakInside, breakAfter].some((one) => one !== 'avoid');
}).map((heading) => heading.outerHTML.slice(0, 100))"""

# What only a screen can do.
ON_SCREEN = """() => [...document.querySelectorAll('main :is(nav, button, input, select, .take)')].filter((one) => {
  return one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && one.offsetHeight > 1;
}).map((one) => one.outerHTML.slice(0, 100))"""


@pytest.mark.parametrize("path", ["", "timeline/", REPLAY, "figures/", "quotes/", "compare/", "stories/rowing-race/"])
def test_states_in_forced_colours(opened: Open, path: str) -> None:
    """What is pressed or chosen looks otherwise than what is not where the reader's system sets all colours."""
    page = opened(viewport=DESK, forced_colors="active").go(f"en/{path}")
    assert [] == page.evaluate(SAME)


def test_replay_in_forced_colours(opened: Open) -> None:
    """The present card of a replay is framed otherwise than all others, and the slider has a track."""
    page = opened(viewport=DESK, forced_colors="active").go(f"en/{REPLAY}")
    outlines = page.evaluate(
        """() => [...document.querySelectorAll('.turn')].map((turn) => {
            const { outlineStyle, outlineColor } = getComputedStyle(turn.querySelector('.card'));
            return [turn.classList.contains('here'), outlineStyle + outlineColor];
        })"""
    )
    here, others = ({look for is_here, look in outlines if is_here == wanted} for wanted in (True, False))
    assert (1, set()) == (len(here), here & others)
    picture = Image.open(BytesIO(page.locator(".scrub input").screenshot())).convert("L")
    row = [picture.getpixel((x, picture.height // 2)) for x in range(picture.width)]
    assert 0.9 < sum(value != picture.getpixel((picture.width // 2, 1)) for value in row) / len(row)


@every_look
def test_contrast(opened: Open, code: str, scheme: str, width: int) -> None:
    """A reader who asks for more contrast gets what WCAG asks for at its highest level."""
    window = opened(viewport={"width": width, "height": 800}, color_scheme=scheme, contrast="more")
    found = {path: violations(window.go(f"{code}/{path}"), ENHANCED) for path in RICH}
    assert {} == {path: wrong for path, wrong in found.items() if wrong}


@dataclass
class Needs:
    """What a page of each type loses, by what a reader needs, in one visit to each."""

    spacing: dict[str, list[str]] = field(default_factory=dict)
    zoomed: dict[str, float] = field(default_factory=dict)
    stillness: dict[str, list[str]] = field(default_factory=dict)
    paper: dict[str, list[str]] = field(default_factory=dict)

    def visit(self, page: Page, path: str) -> None:
        """Ask a page for everything that it loses."""
        self.stillness[path] = page.evaluate(MOVING)
        for zoom in (2, 4):
            page.set_viewport_size({"width": DESK["width"] // zoom, "height": DESK["height"] // zoom})
            page.evaluate("() => scrollTo(0, 2000)")
            page.evaluate(PAINTED)
            self.zoomed[f"{path} {zoom}"] = page.evaluate(STUCK)
        page.emulate_media(media="print")
        self.paper[path] = [wrong for one in (GLUED, TORN, ON_SCREEN) for wrong in page.evaluate(one)]
        page.emulate_media(media="screen")
        page.evaluate(SPACING, path.startswith("ar/"))
        page.evaluate(OPEN, True)
        for width in (390, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            self.spacing[f"{path} {width}"] = [*page.evaluate(CUT), *([widest(page)] if overflow(page) > 0 else [])]


@pytest.fixture(scope="module")
def needs(browser: Browser, address: str, site: Site) -> Needs:
    """What the pages of either language lose."""
    found = Needs()
    context = browser.new_context(reduced_motion="reduce")
    window = Watched(context, address)
    for code in LANGUAGES:
        for path in (path for path in samples(site, code).values() if site.pages[path].shape != MOVED):
            window.page.set_viewport_size({"width": DESK["width"], "height": DESK["height"]})
            found.visit(window.go(path), path)
    context.close()
    return found


def test_text_spacing(needs: Needs) -> None:
    """With the spacing of text that WCAG 1.4.12 allows nothing is cut off and no page slides sideways."""
    assert {} == {place: lost for place, lost in needs.spacing.items() if lost}


def test_zoom(needs: Needs) -> None:
    """At 200 % and 400 % what does not scroll away covers a third of the window at most."""
    assert {} == {place: part for place, part in needs.zoomed.items() if part > 1 / 3}


def test_reduced_motion(needs: Needs) -> None:
    """Nothing slides, fades or scrolls by itself for a reader who asked for no motion."""
    assert {} == {place: moving for place, moving in needs.stillness.items() if moving}


def test_print(needs: Needs) -> None:
    """On paper addresses stand apart, headings stay whole and above what follows, and nothing needs a screen."""
    assert {} == {place: wrong for place, wrong in needs.paper.items() if wrong}
