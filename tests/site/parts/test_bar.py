"""The bar of a page carries as many places of the navigation as fit, and the menu all of them."""

import pytest

from tests.built import Site
from timeline.site.parts.bar import WINDOWS, fitting, tiers
from timeline.values.bilingual import LANGUAGES, LanguageCode


def test_few_places_fit() -> None:
    """Where there are few places all of them stand in the bar, from the narrower window on."""
    assert (3, 3) == fitting("Name", ["One", "Two", "Six"])


def test_no_more_than_fit() -> None:
    """However many there are, no more of them stand in the bar than in a wider window, and not all of many."""
    narrow, wide = fitting("Name", ["A place of the navigation"] * 20)
    assert 0 < narrow < wide < 20


def test_long_name() -> None:
    """A name that fills the bar leaves the menu alone."""
    assert (0,) * len(WINDOWS) == fitting("name " * 40, ["One"])


def test_languages_alike() -> None:
    """In all languages the same places stand in the bar: those that fit in each."""
    assert ("", "wide", "in-menu", "in-menu") == tiers([(2, 4), (1, 2)], 4)


@pytest.mark.parametrize("code", LANGUAGES)
def test_menu_has_all(site: Site, code: LanguageCode) -> None:
    """The menu has every place, and the bar the first of them."""
    page = site.page(code, "")
    bar, menu = ([link.get("href") for link in nav.iter("a")] for nav in (page.first("nav"), page.first("details")))
    assert menu[: len(bar)] == bar
    assert 3 <= len(bar) < len(menu)
