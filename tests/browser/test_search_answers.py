"""What the search box shows: marks that tear no word apart, and nothing that runs or leads away, whatever it is."""

import json
from collections.abc import Callable
from itertools import cycle
from typing import Any

import pytest
from playwright.sync_api import Page, Route

from tests import hostile
from tests.browser.conftest import Open
from tests.browser.looks import DESK
from tests.browser.searching import QUERIES, ask, field, hits, options, turn
from tests.browser.watched import PAINTED
from tests.built import Site
from timeline.language import language
from timeline.site.parts.html import foreign, runs
from timeline.values.bilingual import LANGUAGES, LanguageCode

every_language = pytest.mark.parametrize("code", LANGUAGES)

Answer = Callable[[Route], None]

# Addresses that lead to no page of the site's language.
ASTRAY = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "https://example.com/",
    "//example.com/",
    "\\\\example.com\\",
    "/elsewhere/",
    "../../elsewhere/",
    "..\\..\\elsewhere/",
    "%2e%2e/%2e%2e/elsewhere/",
    "blob:https://example.com/x",
    "http://[",
)

TYPED = (
    "<img src=x onerror=alert(1)>",
    '"><script>alert(1)</script>',
    "' onfocus='alert(1)",
    "\u202eتلاعب abc\u202c \u2067x",
    "javascript:alert(1)",
    "{query} {count} ${1} $& %s \\",
    "قنفذ" * 200,
    "«“'\"‘`",
    "\0\ud7ff\uffff",
)


def altered(**changes: Any) -> Answer:
    """Return an answer with cards that say something else; a field with several values takes one after another."""
    values = {name: cycle(value) for name, value in changes.items()}

    def answer(route: Route) -> None:
        cards = route.fetch().json()
        for card in cards:
            card |= {name: next(value) for name, value in values.items()}
        route.fulfill(body=json.dumps(cards), content_type="application/json")

    return answer


@every_language
def test_addresses_astray(opened: Open, code: str) -> None:
    """A result that would lead anywhere but to a page of the site in its language is shown, but is no link."""
    watched = opened(viewport=DESK)
    watched.context.route("**/cards/*.json", altered(path=ASTRAY))
    for query in (QUERIES[code], "2024", "vance", "glimmer"):
        watched.go(f"{code}/about/")
        page = ask(watched, query)
        assert 0 < hits(page).count()
        assert 0 == page.locator("#search-results .hit[href]").count()
        before = page.url
        for _ in range(1 + page.locator("#search-results .way").count()):
            page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        hits(page).last.click(force=True)
        page.evaluate(PAINTED)
        watched.settle()
        assert before == page.url
    assert [] == watched.troubles


def test_addresses_that_are_linked(opened: Open) -> None:
    """Every result leads to the page of its event, in the language of the page."""
    watched = opened(viewport=DESK)
    watched.go("ar/about/")
    page = ask(watched, "2024")
    found = hits(page).evaluate_all("all => all.map(one => one.href)")
    assert [] == [one for one in found if "/timeline/ar/events/2024-" not in one]


def test_hostile_cards(opened: Open) -> None:
    """Whatever a card says is shown as text; no colour, shape or state of doubt that is unknown does harm."""
    texts = hostile.own()
    watched = opened(viewport=DESK)
    changes = {"title": texts, "texts": [texts[at : at + 3] for at in range(0, 60, 3)]}
    changes |= dict.fromkeys(("date", "iso", "kind", "company", "shape", "status"), texts)
    changes["lane"] = [3, "__proto__", "constructor"]
    watched.context.route("**/cards/*.json", altered(**changes))
    for query in ("2024", "2023", "lumora", "outage"):
        watched.go("en/about/")
        page = ask(watched, query)
        assert 0 < hits(page).count()
        assert (
            0
            == page.locator("#search-results :is(script, img, iframe, style, form, input, link, base, object)").count()
        )
    assert [] == watched.troubles


@pytest.mark.parametrize(("code", "typed"), [*zip(cycle(LANGUAGES), TYPED)])
def test_hostile_queries(opened: Open, code: str, typed: str) -> None:
    """Whatever is typed is text: nothing runs, nothing is fetched from elsewhere, and it is shown as it is."""
    watched = opened(viewport=DESK)
    watched.go(f"{code}/about/")
    page = turn(watched)
    page.keyboard.insert_text(typed)
    page.locator(".answers .none, #search-results .hit").first.wait_for()
    shown = field(page).input_value()
    assert len(shown) <= 200
    assert 0 == page.locator(".answers :is(script, img, iframe, style)").count()
    if page.locator(".answers .none").count():
        assert shown.strip() == page.locator(".answers .none bdi").text_content()
    page.keyboard.press("Enter")
    page.wait_for_url("**/timeline/**q=*")
    watched.settle()
    assert [] == watched.troubles


# A worker that finds nothing.
NEAR = """
const none = { ways: [], partly: { total: 0, hits: [], lacking: [] }, changed: [], keys: "", total: 0, hits: [] };
addEventListener("message", ({ data: { number, query } }) => {
  postMessage({ number, answer: { ...none, query, near: query === "a" ? ["<b>", "قنفذ"] : [] } });
});
"""


def test_nearly_right(opened: Open) -> None:
    """If nothing is found but something is near, it is offered as a button, which searches for it."""
    watched = opened(viewport=DESK)
    watched.context.route(
        "**/search/browser/worker.js", lambda one: one.fulfill(body=NEAR, content_type="text/javascript")
    )
    watched.go("en/about/")
    page = turn(watched)
    page.keyboard.insert_text("a")
    buttons = page.locator(".answers .near button")
    buttons.first.wait_for()
    assert ["<b>", "قنفذ"] == buttons.all_text_contents()
    buttons.nth(1).click()
    page.locator(".answers .near").wait_for(state="detached")
    assert "قنفذ" == field(page).input_value()


MARKS = """all => all.map(mark => {
    const text = mark.closest('.title, .passage').textContent;
    const range = document.createRange();
    range.setStart(mark.closest('.title, .passage'), 0);
    range.setEndBefore(mark);
    const from = range.toString().length;
    const word = /[\\p{L}\\p{M}\\p{N}]/u;
    const torn = word.test(text[from - 1] ?? '') || word.test(text[from + mark.textContent.length] ?? '');
    return [mark.textContent, torn && !mark.closest('bdi')];
})"""


@pytest.mark.parametrize("query", ["بالعطل", "العطل", "عطل", "لفانس", "التهكم", "بمحركات"])
def test_marks_on_arabic_words(opened: Open, query: str) -> None:
    """A mark covers the whole word that the text has, with what is written together with it."""
    watched = opened(viewport=DESK)
    watched.go("ar/about/")
    page = ask(watched, query)
    marks = page.locator("#search-results mark").evaluate_all(MARKS)
    assert marks
    assert [] == [text for text, torn in marks if torn]


def test_marks_with_clitics(opened: Open) -> None:
    """Words are marked with the clitics that they are written with in the text."""
    watched = opened(viewport=DESK)
    watched.go("ar/about/")
    page = ask(watched, "عطل")
    texts = page.locator("#search-results mark").all_text_contents()
    assert [] != [text for text in texts if text.startswith(("بال", "وال", "ال", "لل", "بع", "لع", "وع"))]


WRITE = """async ([segments, pattern]) => {
    const { write } = await own('search/browser/marked.js');
    const place = document.createElement('p');
    place.style.cssText = 'position: absolute; inset: 0; width: 4000px; white-space: nowrap';
    document.body.append(place);
    write(place, segments, new RegExp(pattern, 'g'));
    const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (let at = 0; at < node.length; at += 1) {
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + 1);
            const box = range.getBoundingClientRect();
            found.push(box.left + box.width / 2);
        }
    }
    const apart = [...place.querySelectorAll('bdi')].map(one => one.textContent);
    const marks = [...place.querySelectorAll('mark')].map(one => one.textContent).join('');
    const [text, width] = [place.textContent, place.scrollWidth];
    place.remove();
    return { found, apart, text, marks };
}"""


def written(page: Page, segments: list[list[Any]], code: LanguageCode) -> dict[str, Any]:
    """Write a text with marks into a page and return what stands there, with the place of each character."""
    found: dict[str, Any] = page.evaluate(WRITE, [segments, foreign(language(code))])
    return found


def order(places: list[float]) -> list[int]:
    """Return the characters by their places, from left to right."""
    return sorted(range(len(places)), key=lambda at: round(places[at]))


SENTENCE = "قال ماسك إن Meta Threads تعطلت بالكامل في 2024-03-05 (نحو 2.5 ساعة) «هنا»."


@pytest.mark.parametrize(
    "marked", ["ماسك", "إن Meta", "Threads تعطلت", "لكام", "عطل", "2024-03", "(نحو 2.5", "ساعة) «", SENTENCE]
)
def test_marks_keep_the_order(opened: Open, marked: str) -> None:
    """A mark in the middle of a sentence, of a word or across a change of direction moves no character."""
    page = opened(viewport=DESK).go("ar/about/")
    before, after = SENTENCE.split(marked)
    plain = written(page, [[SENTENCE, False]], "ar")
    found = written(page, [[before, False], [marked, True], [after, False]], "ar")
    assert (SENTENCE, marked) == (found["text"], found["marks"])
    assert order(plain["found"]) == order(found["found"])
    assert plain["apart"] == found["apart"]


APART = """async ([texts, pattern]) => {
    const { write } = await own('search/browser/marked.js');
    return texts.map(text => {
        const place = write(document.createElement('p'), [[text, false]], new RegExp(pattern, 'g'));
        return place.dir ? [text] : [...place.querySelectorAll('bdi')].map(one => one.textContent);
    });
}"""


@every_language
def test_directions_as_elsewhere(opened: Open, site: Site, code: LanguageCode) -> None:
    """The box sets apart the same runs of a text as every other page does."""
    page = opened(viewport=DESK).go(f"{code}/about/")
    own = language(code)
    events = [entry.event for entry in site.chronicle.entries]
    texts = [text.in_language(code) for event in events for text in (event.title, event.summary, *event.facts)]
    texts += ["Meta و @finkd قالا: «نعم» في 2024-03-05", "He said «نعم، ولا» — twice (لا)", "AT&T 5.2, v1.0.1 ميتا"]
    wanted = [runs(text, own)[1::2] for text in texts]
    assert wanted == page.evaluate(APART, [texts, foreign(own)])


@every_language
def test_drawn_as_elsewhere(opened: Open, code: LanguageCode) -> None:
    """A result has the mark, the date, the title and the badge that the event has on the timeline's page."""
    watched = opened(viewport=DESK)
    row = "one => one.querySelector('.mark').innerHTML + [...one.querySelectorAll('.mark')].map(m => m.classList[1])"
    for query in ("outage", "jab", "open the door", "2021", "truce", "policy"):
        page = watched.go(f"{code}/timeline/")
        rows = {
            one["href"]: one
            for one in page.locator(".row").evaluate_all(
                f"all => all.map(one => ({{href: one.querySelector('.title').href, drawn: ({row})(one), "
                "title: one.querySelector('.title').textContent, badge: one.querySelector('.badge')?.innerHTML}))"
            )
        }
        ask(watched, query)
        for one in hits(page).evaluate_all(
            f"all => all.map(one => ({{href: one.href, drawn: ({row})(one), "
            "title: one.querySelector('.title').textContent, badge: one.querySelector('.badge')?.innerHTML}))"
        ):
            assert rows[one["href"]] == one


def test_options_are_announced_whole(opened: Open) -> None:
    """What is read aloud of a result is its title, date, kind and company, and its passage."""
    watched = opened(viewport=DESK)
    watched.go("en/about/")
    page = ask(watched, "lumora outage 2021")
    first = hits(page).first
    parts = [first.locator(one).first.inner_text() for one in (".title", ".about time", ".passage")]
    assert [] == [part for part in parts if not part.strip()]
    assert page.get_by_role("option", name=parts[0]).count() >= 1
    assert options(page).last.get_attribute("href")
