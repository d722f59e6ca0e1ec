"""A story is followed while it is read; quotations are narrowed by what the address says; nothing needs the script."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.watched import Watched
from tests.built import Site
from timeline.language import language
from timeline.values.bilingual import LANGUAGES, LanguageCode

Open = Callable[..., Watched]

every_language = pytest.mark.parametrize("code", LANGUAGES)

RACE = "stories/rowing-race/"
DUCK = "2023-08-13-vance-she-is-a-duck"

# Brings an entry to the first third of the window, as who reads on would.
READ = """id => { const step = document.getElementById(id);
  scrollTo({top: scrollY + step.getBoundingClientRect().top - 100, behavior: 'instant'}); }"""


@every_language
def test_contents_follow(opened: Open, code: str) -> None:
    """Beside a story the entry and the chapter that one reads are marked, and the counters stand at that entry."""
    watched = opened(viewport={"width": 1280, "height": 700})
    page = watched.go(f"{code}/{RACE}")
    page.evaluate(READ, DUCK)
    expect(page.locator(".contents svg a[aria-current]")).to_have_attribute("href", f"#{DUCK}")
    expect(page.locator(".contents li > a[aria-current]")).to_have_attribute("href", "#chapter-2")
    expect(page.locator(".contents dd").first).to_have_text("62")
    assert [] == watched.troubles


@every_language
def test_progress_on_phones(opened: Open, code: str) -> None:
    """On a phone a line says which chapter one is in, how far, and what the counter stands at; it stays in sight."""
    watched = opened(viewport={"width": 390, "height": 800})
    page = watched.go(f"{code}/{RACE}")
    page.evaluate(READ, DUCK)
    progress = page.locator(".progress")
    expect(progress).to_contain_text("2/3")
    expect(progress).to_contain_text("62")
    expect(page.locator(".segment.done")).to_have_count(1)
    box = progress.bounding_box()
    assert box is not None
    assert (0, True) == (round(box["y"]), box["height"] <= 48)


def test_story_without_script(opened: Open) -> None:
    """Without script the strip is a figure at the top, and the chapters are a list of links."""
    page = opened(java_script_enabled=False, viewport={"width": 1280, "height": 800}).go(f"en/{RACE}")
    assert page.locator("figure.strip svg >> visible=true").count() == 1
    page.locator(".contents li > a").last.click()
    assert page.url.endswith("#chapter-3")


@every_language
def test_place_in_a_story(opened: Open, code: str) -> None:
    """From a story's entry one goes on within the story, from the top of each page, also without script."""
    for enabled in (True, False):
        page = opened(java_script_enabled=enabled, viewport={"width": 1280, "height": 700}).go(f"{code}/{RACE}")
        page.locator(f"[id='{DUCK}'] a.day").click()
        page.wait_for_url(f"**/{DUCK}/#in-rowing-race")
        assert 0 == page.evaluate("scrollY")
        page.locator(".pager >> visible=true").locator(".next").click()
        page.wait_for_url("**/2023-11-03-brandt-wrist-surgery/#in-rowing-race")
        assert 1 == page.locator(".pager >> visible=true").count()


def test_pager_without_a_story(opened: Open) -> None:
    """Who did not come from a story sees the entries before and after at the company."""
    page = opened().go(f"en/events/{DUCK}/")
    assert "" == (page.locator(".pager >> visible=true").get_attribute("id") or "")


@every_language
def test_narrowed(opened: Open, code: LanguageCode) -> None:
    """Quotations are narrowed by a choice, counted, and kept in the address; the other language opens at the same."""
    page = opened().go(f"{code}/quotes/")
    page.locator(".sift select[name=speaker]").select_option("selma-brandt")
    shown = page.locator("figure.quote >> visible=true")
    number = shown.count()
    expect(page.locator(".sift output")).to_have_text(language(code).counted("quotes.count", number))
    assert {"selma-brandt"} == set(shown.evaluate_all("all => all.map(one => one.dataset.speaker)"))
    assert page.url.endswith("?speaker=selma-brandt")
    page.locator(".bar a.other").click()
    page.wait_for_url("**/quotes/?speaker=selma-brandt")
    expect(page.locator("figure.quote >> visible=true")).to_have_count(number)


@every_language
def test_pasted_words(opened: Open, code: LanguageCode) -> None:
    """Pasted words are looked for among what was said and what was not; what is in neither is told so."""
    page = opened().go(f"{code}/quotes/")
    field, output = page.locator(".sift input"), page.locator(".sift output")
    field.fill("OUR ENGINES are running!")
    expect(page.locator("figure.quote >> visible=true")).to_have_count(1)
    field.fill("nobody ever wrote this anywhere")
    expect(output).to_have_text(language(code).word("quotes.unknown"))
    page.locator(".sift [type=reset]").click()
    expect(page.locator("figure.quote >> visible=true").first).to_be_visible()


@every_language
def test_any_two(opened: Open, code: LanguageCode) -> None:
    """Any two things are set side by side, and the address leads to the same two in the other language."""
    watched = opened()
    page = watched.go(f"{code}/compare/")
    page.locator("select[name=a]").select_option("platform/lumo")
    names = page.locator(".two-names h2")
    expect(names.first).to_have_class("lane-1")
    page.locator("select[name=b]").select_option("platform/quill")
    page.wait_for_url("**/compare/?a=platform%2Flumo&b=platform%2Fquill")
    answers = page.locator(".asked b").all_inner_texts()
    page.locator(".bar a.other").click()
    page.wait_for_url("**/compare/?a=platform%2Flumo&b=platform%2Fquill")
    expect(page.locator(".asked b").first).to_have_text(answers[0])
    assert [] == watched.troubles


def test_two_outages(opened: Open) -> None:
    """An outage is compared with an outage: who chooses the first sees another as the second."""
    page = opened().go("en/compare/")
    page.locator("select[name=a]").select_option("outage/2024-04-09-lumora-login-outage")
    expect(page.locator("select[name=b]")).to_have_value(re.compile("^outage/"))
    expect(page.locator(".asked h3").first).to_have_text(language("en").word("compare.asked.date"))


TALE = "rowing-race"
PAIR = ("2021-10-11-lumora-route-outage", "2024-04-09-lumora-login-outage")
NUMBER = re.compile(r"\d+\.?\d*")
COURSES = """() => ({
  drawn: [...document.querySelectorAll("#course svg")].map((svg) => svg.outerHTML),
  told: [...document.querySelectorAll(".two-courses > div")].map((one) => one.innerText),
  links: [...document.querySelectorAll(".two-courses a")].map(({ href }) => href),
})"""


def apart(courses: dict[str, list[str]]) -> tuple[dict[str, list[str]], list[float]]:
    """Take the numbers out of what courses say, and return both."""
    numbers = [float(one) for texts in courses.values() for text in texts for one in NUMBER.findall(text)]
    return {name: [NUMBER.sub("#", text) for text in texts] for name, texts in courses.items()}, numbers


@every_language
def test_courses_of_any_two(opened: Open, code: LanguageCode) -> None:
    """Any two outages are drawn and told from minute 0 as they are on the page of a pair."""
    watched = opened()
    page = watched.go(f"{code}/compare/{'--'.join(PAIR)}/")
    wanted, places = apart(page.evaluate(COURSES))
    page = watched.go(
        f"{code}/compare/?" + "&".join(f"{side}=outage/{one}" for side, one in zip("ab", PAIR, strict=True))
    )
    expect(page.locator("#course svg")).to_have_count(2)
    drawn, found = apart(page.evaluate(COURSES))
    assert wanted == drawn
    assert places == pytest.approx(found, abs=0.11)  # of what lies between two tenths each language chooses its own
    page.locator("select[name=a]").select_option("company/lumora")
    expect(page.locator("#course")).to_be_hidden()
    assert [] == watched.troubles


@every_language
def test_story_for_the_ear(site: Site, opened: Open, code: LanguageCode) -> None:
    """A screen reader meets a story's chapters as headings and each of its entries once, in order, by its title."""
    tale = next(one for one in site.chronicle.stories if one.id == TALE)
    tree = opened().go(f"{code}/stories/{TALE}/").locator(".read").aria_snapshot()
    named = re.findall(r"""^ *- '?(heading|link) "(.*)\"""", tree, re.MULTILINE)
    titles = [entry.event.title.in_language(code) for entry in tale.entries]
    chapters = [chapter.title.in_language(code) for chapter in tale.story.chapters]
    assert titles == [title for role, name in named if role == "link" for title in titles if name.endswith(title)]
    assert chapters == [name for role, name in named if role == "heading" and name in chapters]
