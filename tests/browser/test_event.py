"""The page of an event folds what is long, for readers who can unfold it."""

import pytest

from tests.browser.conftest import Open
from tests.browser.looks import PHONE
from tests.browser.watched import Watched
from timeline.values.bilingual import LANGUAGES

EVENT = "events/2024-04-09-lumora-login-outage/"

every_language = pytest.mark.parametrize("code", LANGUAGES)

# An element in a fold has a place in the page, so that it can be searched; whether it is drawn is another question.
DRAWN = "element => element.checkVisibility({contentVisibilityAuto: true})"


def facts(watched: Watched) -> list[bool]:
    """Say of each fact whether it is drawn."""
    return [one.evaluate(DRAWN) for one in watched.page.locator("#what .fact").all()]


@every_language
def test_folded(opened: Open, code: str) -> None:
    """Four facts are drawn; a touch shows the rest, and another one folds it again."""
    watched = opened(viewport=PHONE)
    watched.go(f"{code}/{EVENT}")
    assert [True] * 4 + [False] * 2 == facts(watched)
    watched.page.locator("#what summary").click()
    assert [True] * 6 == facts(watched)
    watched.page.locator("#what summary").click()
    assert [True] * 4 + [False] * 2 == facts(watched)


def test_whole_without_script(opened: Open) -> None:
    """Without script nothing is folded, and nothing offers to unfold."""
    watched = opened(java_script_enabled=False)
    watched.go(f"en/{EVENT}")
    drawn = [one.bounding_box() for one in watched.page.locator("#what .fact").all()]
    assert (True, False) == (
        all(box and box["height"] for box in drawn),
        watched.page.locator("#what summary").is_visible(),
    )


def test_whole_on_paper(opened: Open) -> None:
    """On paper every fact and every figure is printed."""
    watched = opened()
    watched.go(f"en/{EVENT}")
    watched.page.emulate_media(media="print")
    assert [True] * 6 == facts(watched)
    figures = watched.page.locator("#reports td.num")
    assert [True] * 4 == [one.evaluate(DRAWN) for one in figures.all()]


def test_sections_in_reach(opened: Open) -> None:
    """Each link of a long page brings its section to the top."""
    watched = opened(viewport=PHONE)
    watched.go(f"ar/{EVENT}")
    links = watched.page.locator(".on-page a")
    for link in links.all():
        link.click()
        section = watched.page.locator(link.get_attribute("href") or "nowhere")
        top = section.evaluate("element => element.getBoundingClientRect().top")
        assert -1 <= top < PHONE["height"] - 40, section
    assert 3 < links.count()
