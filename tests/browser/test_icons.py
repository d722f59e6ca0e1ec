"""Icons of the interface are Material's, in the colour of their words, and seen where colours are the system's own."""

import pytest

from tests.browser.conftest import Open
from tests.built import PACKAGE
from timeline.language import language
from timeline.material.icons import INTERFACE, drawing
from timeline.site.assets import COMMENTS, tightened
from timeline.values.bilingual import LANGUAGES, LanguageCode

every_language = pytest.mark.parametrize("code", LANGUAGES)

EVENT = "events/2024-04-09-lumora-login-outage/"

# What has an icon: the side that it stands on, and which one where words run from left to right and the other way.
ICONS = {
    ".take .link": ("::before", "copy", "copy"),
    ".take .copy-cite": ("::before", "copy", "copy"),
    ".take .share": ("::before", "share", "share"),
    ".take .save": ("::before", "download", "download"),
    ".sources a[rel~=external]": ("::after", "external", "external"),
    ".pager .prev .small": ("::before", "previous", "next"),
    ".pager .next .small": ("::after", "next", "previous"),
}

DRAWN = """([selector, side]) => {
    const of = getComputedStyle(document.querySelector(selector), side);
    return [of.maskImage, of.backgroundColor, of.color, of.content];
}"""

RULES = """texts => texts.map(text => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return [...sheet.cssRules].map(rule => rule.cssText).join("\\n").replace(/\\s*([,>~])\\s*/g, "$1");
})"""


# The same on the page of figures.
IN_FIGURES = {".take [type='text/csv']": ("::before", "download", "download")}


@every_language
def test_icons(opened: Open, code: LanguageCode) -> None:
    """Each control, pager and way out has its icon, in the colour of its words, and nothing that is read aloud."""
    watched = opened()
    for path, icons in ((EVENT, ICONS), ("figures/", IN_FIGURES)):
        watched.go(f"{code}/{path}")
        for selector, (side, *names) in icons.items():
            mask, ground, colour, content = watched.page.evaluate(DRAWN, [selector, side])
            _, shapes = drawing(INTERFACE[names[language(code).direction == "rtl"]])
            assert (True, colour, '""') == (str(shapes).replace('"', "'") in mask, ground, content), selector


@every_language
@pytest.mark.parametrize("path", ["timeline/", "figures/", EVENT])
def test_beside_words(opened: Open, code: LanguageCode, path: str) -> None:
    """An icon stands on the line of its words, and no control is higher or lower than a finger needs."""
    page = opened(viewport={"width": 1280, "height": 800}).go(f"{code}/{path}")
    controls = "[...document.querySelectorAll('.take :is(a, button, summary)')].filter((one) => one.checkVisibility())"
    assert {40} == set(page.evaluate(f"{controls}.map((one) => one.offsetHeight)"))


def test_in_forced_colours(opened: Open) -> None:
    """Where the system sets the colours, an icon is drawn in that of texts."""
    watched = opened(forced_colors="active", color_scheme="dark")
    watched.go(f"en/{EVENT}")
    ink = watched.page.evaluate("getComputedStyle(document.querySelector('h1')).color")
    for selector, (side, *_) in ICONS.items():
        assert ink == watched.page.evaluate(DRAWN, [selector, side])[1], selector


def test_spaces_mean_nothing(opened: Open) -> None:
    """A browser reads the same rules in a style sheet as it is written and as it is published."""
    watched = opened()
    watched.go("en/")
    for path in sorted((PACKAGE / "site" / "styles").glob("*.css")):
        text = path.read_text("utf-8")
        written, published = watched.page.evaluate(RULES, [COMMENTS.sub("", text), tightened(text)])
        assert written == published, path.name
        assert len(written) > 100
