"""Style sheets say nothing that a browser in use does not understand, or that means something else where it stands."""

import re

import pytest

from tests.built import PACKAGE, Site

STYLES = sorted((PACKAGE / "site" / "styles").glob("*.css"))

_COMMENT = re.compile(r"/\*.*?\*/|url\([^)]*\)", re.DOTALL)
_SHORTHAND = re.compile(r"text-decoration:([^;}]*)")
_SELECTOR = re.compile(r"([^{}]+)\{")


def text(name: str) -> str:
    """Return a sheet without its comments."""
    return _COMMENT.sub("", (PACKAGE / "site" / "styles" / name).read_text("utf-8"))


@pytest.mark.parametrize("name", [path.name for path in STYLES])
def test_lines_below_words(name: str) -> None:
    """What is underlined is so in Safari before 26.2 too, which takes one value in the shorthand and ignores more."""
    assert [] == [value for value in _SHORTHAND.findall(text(name)) if 1 != len(value.split())]


def test_body_is_no_component(site: Site) -> None:
    """No class of a page's body is one that a style sheet knows, for it would lay out the whole page as that part."""
    styled = {
        name
        for path in STYLES
        for selector in _SELECTOR.findall(text(path.name))
        for name in re.findall(r"\.([a-z][\w-]*)", selector)
    }
    bodies = {name for page in site.pages.values() for name in page.first("body").get("class", "").split()}
    assert (True, set()) == (10 < len(bodies), bodies & styled)
