"""Every class of a style sheet is one that some page, drawing or script has; no colour stands outside its table."""

import re
from pathlib import Path

import pytest

from tests.built import PACKAGE, Site
from timeline.site.assets import JOINED

STYLES = sorted((PACKAGE / "site" / "styles").glob("*.css"))

# What pages written by hand may have, whether or not one has it today.
OF_MARKDOWN = {"admonition", "admonition-title", "bug", "edit-page", "failure"}

# Colours of paper, and of shapes that are cut out of something else.
BLACK_AND_WHITE = {"#fff", "#000", "#333", "#666", "#bbb"}

_COMMENT = re.compile(r"/\*.*?\*/|url\([^)]*\)", re.DOTALL)
_SELECTOR = re.compile(r"([^{}]+)\{")
_CLASS = re.compile(r"\.([a-z][\w-]*)")
_STRING = re.compile(r"""["'`]([^"'`\n]*)["'`]""")

every_sheet = pytest.mark.parametrize("path", STYLES, ids=lambda path: path.stem)


@pytest.fixture(scope="module")
def used(site: Site) -> set[str]:
    """Every class of the built pages, and every word that stands in a text of a script, a template or a drawing."""
    found = {word for page in site.pages.values() for one in page.tree.iter() for word in one.get("class", "").split()}
    for path in (*PACKAGE.rglob("*.js"), *PACKAGE.rglob("*.html"), *(PACKAGE / "site").rglob("*.py")):
        found |= {word for text in _STRING.findall(path.read_text("utf-8")) for word in re.split(r"[\s.#:>(),]+", text)}
    return found


@every_sheet
def test_no_dead_selector(used: set[str], path: Path) -> None:
    """A class that nothing has is not styled."""
    text = _COMMENT.sub("", path.read_text("utf-8"))
    named = {one for selector in _SELECTOR.findall(text) for one in _CLASS.findall(selector)}
    assert set() == named - used - OF_MARKDOWN


@every_sheet
def test_colours_have_names(path: Path) -> None:
    """A colour is asked for by its name, so that a site can set it and the dark one is never forgotten."""
    text = _COMMENT.sub("", path.read_text("utf-8"))
    found = set(re.findall(r"#[0-9a-fA-F]{3,8}\b(?=[^{}]*[;}])|\b(?:rgb|hsl)a?\([^)]*\)", text))
    assert set() == (found - BLACK_AND_WHITE if path.stem == "print" else found)


@every_sheet
def test_names_that_safari_knows(path: Path) -> None:
    """What Safari knows under its own name alone is said under that name too."""
    text = _COMMENT.sub("", path.read_text("utf-8"))
    for name in ("user-select", "text-size-adjust"):
        own, safari = (re.findall(rf"(?<![\w-]){kind}{name}:([^;]+);", text) for kind in ("", "-webkit-"))
        assert own == safari


def test_joined_sheets() -> None:
    """The sheets of every page are joined, each once; all others are asked for by the pages that need them."""
    names = {path.stem for path in STYLES}
    assert len(JOINED) == len(set(JOINED))
    of_some = {"axis", "codes", "compare", "coverage", "down", "embed", "figures", "look", "quotes", "replay"}
    assert of_some | {"search", "story", "telling", "timeline", "typeset"} == names - set(JOINED)
