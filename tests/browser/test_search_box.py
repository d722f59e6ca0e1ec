"""The search box in the header of every page: by keys, by touch, by ear, without script, and before it is used."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.access import EVERYTHING, violations
from tests.browser.conftest import Open
from tests.browser.looks import DESK, PAINTED, PHONE
from tests.browser.samples import every_look
from tests.browser.searching import (
    NOTHING,
    QUERIES,
    active,
    ask,
    ask_for_nothing,
    field,
    focused,
    hits,
    options,
    turn,
)
from tests.built import Site
from timeline.language import language
from timeline.values.bilingual import LANGUAGES, LanguageCode

every_language = pytest.mark.parametrize("code", LANGUAGES)

STARTED = "events/2024-04-09-lumora-login-outage/"


def searched(watched_requests: list[str]) -> list[str]:
    """Return what was asked for below the site's folder of the search."""
    return [url for url in watched_requests if "/data/search/" in urlsplit(url).path]


@every_language
def test_on_every_page(site: Site, code: LanguageCode) -> None:
    """Every page of a language but its frames has one search box, named in its language, leading to the timeline."""
    for page in site.pages.values():
        if page.language != code or page.path.startswith("embed/"):
            continue
        (box,) = page.all("form", role="search")
        (entry,) = box.iter("input")
        wanted = ("search", "q", language(code).word("shell.search"))
        assert wanted == tuple(entry.get(name) for name in ("type", "name", "aria-label")), page.path
        (address,) = (link.address for link in page.links if link.element is box)
        assert site.page(code, "timeline/").address == address


@every_language
def test_by_keys(opened: Open, code: str) -> None:
    """A slash leads to the box, arrows to a result, and Enter to its page, whose heading is what the result said."""
    watched = opened(viewport=DESK)
    watched.go(f"{code}/about/")
    page = ask(watched, QUERIES[code])
    assert (True, "") == (focused(page), active(page))
    title = hits(page).nth(1).locator(".title").inner_text()
    texts = options(page).all_text_contents()
    for _ in range(1 + next(place for place, text in enumerate(texts) if title in text)):
        page.keyboard.press("ArrowDown")
    assert title in active(page)
    page.keyboard.press("Enter")
    page.wait_for_url("**/events/**")
    assert title == page.locator("h1").inner_text().replace("\n", " ")
    assert f"/timeline/{code}/events/" in page.url
    assert [] == watched.troubles


def test_ends_of_the_list(opened: Open) -> None:
    """Home and End lead to the first and the last option, and beyond both is the field."""
    watched = opened(viewport=DESK)
    watched.go("en/about/")
    page = ask(watched, QUERIES["en"])
    texts = options(page).all_text_contents()
    steps = ["ArrowUp", "ArrowDown", "ArrowDown", "End", "Home", "ArrowUp", "ArrowDown", "ArrowLeft"]
    seen = []
    for key in steps:
        page.keyboard.press(key)
        seen.append(active(page))
    assert [texts[-1], "", texts[0], texts[-1], texts[0], "", texts[0], ""] == seen
    assert (QUERIES["en"], True) == (field(page).input_value(), focused(page))


@pytest.mark.parametrize("key", ["Control+k", "Meta+k"])
def test_key_with_control(opened: Open, key: str) -> None:
    """Ctrl-K and Cmd-K lead to the box, from a field too."""
    watched = opened(viewport=DESK)
    page = watched.go("en/timeline/")
    page.locator(".timeline .query").focus()
    page.keyboard.press(key)
    assert focused(page)


def test_slash_in_a_field(opened: Open) -> None:
    """Who types a slash into a field gets a slash."""
    watched = opened(viewport=DESK)
    page = watched.go("en/timeline/")
    page.locator(".timeline .query").focus()
    page.keyboard.press("/")
    assert ("/", False) == (page.locator(".timeline .query").input_value(), focused(page))
    turn_with_keys(page, "ظ", "Slash")
    assert not focused(page)


def turn_with_keys(page: Page, key: str, code: str, *, control: bool = False) -> None:
    """Press a key as a keyboard with another layout does."""
    page.evaluate(
        "init => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {bubbles: true, ...init}))",
        {"key": key, "code": code, "ctrlKey": control},
    )


@pytest.mark.parametrize(("key", "code", "control"), [("ظ", "Slash", False), ("ن", "KeyK", True)])
def test_keys_of_an_arabic_keyboard(opened: Open, key: str, code: str, control: bool) -> None:
    """On a keyboard that writes Arabic the same keys lead to the box."""
    page = opened(viewport=DESK).go("ar/about/")
    turn_with_keys(page, key, code, control=control)
    assert focused(page)


def test_slash_switched_off(opened: Open) -> None:
    """Who does not want the slash to be a key can switch it off, for good, and on again."""
    watched = opened(viewport=DESK)
    watched.go("en/about/")
    page = turn(watched)
    page.locator(".answers .keys button").click()
    watched.go("en/method/")
    page.keyboard.press("/")
    assert not focused(page)
    page.keyboard.press("Control+k")
    button = page.locator(".answers .keys button")
    expect(button).to_have_attribute("aria-pressed", "true")
    button.click()
    watched.go("en/about/")
    page.keyboard.press("/")
    assert focused(page)


@every_language
def test_escape(opened: Open, code: str) -> None:
    """Escape closes the list, then clears the field, which offers ways in, then leads back to where the reader was."""
    watched = opened(viewport=DESK)
    watched.go(f"{code}/about/")
    link = watched.page.locator("main a").first
    link.focus()
    page = ask(watched, QUERIES[code])
    seen = []
    for _ in range(3):
        page.keyboard.press("Escape")
        expanded = field(page).get_attribute("aria-expanded")
        seen.append((page.locator("#search-results").is_visible(), expanded, field(page).input_value(), focused(page)))
    assert [(False, "false", QUERIES[code], True), (True, "true", "", True), (False, "false", "", False)] == seen
    assert link.evaluate("one => one === document.activeElement")


def test_far_down_the_page(opened: Open) -> None:
    """A reader who is far down a page stays there: the box comes to the reader."""
    watched = opened(viewport=DESK)
    watched.go("en/codes/")
    watched.page.evaluate("scrollTo(0, 900)")
    page = turn(watched)
    box = field(page).bounding_box()
    assert box
    assert (900, True) == (page.evaluate("scrollY"), 0 <= box["y"] < 100)


@every_language
def test_leaving_by_tab(opened: Open, code: str) -> None:
    """Tab leads on to the next control and Shift-Tab back to the one before, and either closes the box."""
    watched = opened(viewport=DESK)
    watched.go(f"{code}/about/")
    for key, left in (("Shift+Tab", ".bar .places li:last-child a"), ("Tab", ".bar .other")):
        page = ask(watched, QUERIES[code])
        page.locator(".answers .keys").evaluate("one => one.remove()")
        page.keyboard.press(key)
        assert page.locator(left).evaluate("one => one === document.activeElement")
        assert (False, "false") == (page.locator(".answers").is_visible(), field(page).get_attribute("aria-expanded"))
        watched.go(f"{code}/about/")


@every_language
def test_all_results(opened: Open, code: str) -> None:
    """The last line leads to the timeline with the same query, and so does Enter without a choice."""
    watched = opened(viewport=DESK)
    for keys in (("End",), ("ArrowDown", "End"), ()):
        watched.go(f"{code}/about/")
        page = ask(watched, QUERIES[code])
        for key in keys:
            page.keyboard.press(key)
        page.keyboard.press("Enter")
        page.wait_for_url("**/timeline/**q=*")
        address = urlsplit(page.url)
        assert (f"/timeline/{code}/timeline/", [QUERIES[code]]) == (address.path, parse_qs(address.query)["q"])
        watched.settle()


@every_language
@pytest.mark.parametrize("asked", ["2024-04-09", "@odinvance", "glimmer", "attack"])
def test_announced(opened: Open, code: LanguageCode, asked: str) -> None:
    """How many results there are is said politely, in the form that the number asks for."""
    watched = opened(viewport=DESK)
    watched.go(f"{code}/about/")
    page = ask(watched, asked)
    ids = page.evaluate(
        "async query => (await (await own('search/browser/client.js')).matches(query)).ids.length",
        asked,
    )
    said = page.locator(".bar .search [role=status]")
    expect(said).to_have_text(language(code).counted("search.found", ids))
    assert 0 < hits(page).count() <= ids


@every_look
def test_access(opened: Open, code: LanguageCode, scheme: str, width: int) -> None:
    """With the list open, with nothing found, and with what can be typed, nothing is wrong; the parts have names."""
    watched = opened(viewport={"width": width, "height": 800}, color_scheme=scheme)
    watched.go(f"{code}/about/")
    page = ask(watched, QUERIES[code])
    page.keyboard.press("ArrowDown")
    word = language(code).word
    box = page.get_by_role("combobox", name=word("shell.search"), expanded=True)
    assert ("search-results", "list", "search-results-0") == tuple(
        box.get_attribute(f"aria-{name}") for name in ("controls", "autocomplete", "activedescendant")
    )
    listed = page.get_by_role("listbox", name=word("search.results"))
    assert 1 == listed.get_by_role("option", selected=True).count()
    assert [] == violations(page, EVERYTHING)
    field(page).fill(NOTHING[code])
    page.locator(".answers .none").wait_for()
    assert [] == violations(page, EVERYTHING)
    field(page).fill("")
    page.locator(".answers .none").wait_for(state="detached")
    assert [] == violations(page, EVERYTHING)


@every_language
def test_fetched_by_use(opened: Open, code: str) -> None:
    """A pointer on the box fetches the program, and the focus the index."""
    watched = opened(viewport=DESK)
    watched.go(f"{code}/{STARTED}")
    with watched.page.expect_event("requestfinished", lambda request: request.url.endswith("search.js")):
        watched.page.locator(".bar .search").hover()
    watched.settle()
    assert [] == searched(watched.requests)
    ask(watched, QUERIES[code])
    assert 3 < len(searched(watched.requests))
    assert [] == watched.troubles


# A worker that answers "slow" after what is asked behind it, and everything else at once.
STUB = """
const none = { ways: [], partly: { total: 0, hits: [], lacking: [] }, changed: [], keys: "", total: 0, hits: [] };
const late = [];
const slow = new Promise((asked) => {
  addEventListener("message", ({ data: { number, query } }) => {
    const answer = () => postMessage({ number, answer: { ...none, query, near: [`near ${query}`] } });
    if (query === "slow") { late.push(answer); asked(); return; }
    answer();
    while (query && late.length) late.pop()();
  });
});
globalThis.slowWasAsked = slow;
"""


def test_newest_wins(opened: Open) -> None:
    """An answer that comes late, to a question that is no longer asked, is not shown."""
    watched = opened(viewport=DESK)

    def answer(route: Route) -> None:
        route.fulfill(body=STUB, content_type="text/javascript")

    watched.context.route("**/assets/*/search/browser/worker.js", answer)
    watched.go("en/about/")
    page = turn(watched)
    field(page).fill("slow")
    page.workers[0].evaluate("slowWasAsked")
    field(page).fill("fast")
    page.locator(".answers .near button").wait_for()
    page.evaluate(PAINTED)
    assert ["near fast"] == page.locator(".answers .near button").all_text_contents()


@every_language
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_without_script(opened: Open, code: LanguageCode, size: dict[str, int]) -> None:
    """Without script a link stands for the box, with its name, and leads to the lists by year."""
    page = opened(viewport=size, java_script_enabled=False).go(f"{code}/{STARTED}")
    assert not field(page).is_visible()
    link = page.get_by_role("link", name=language(code).word("shell.search"))
    box = link.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 40
    link.click()
    assert page.url.endswith(f"/timeline/{code}/years/")


@every_language
def test_on_a_phone(opened: Open, code: LanguageCode) -> None:
    """On a phone a button opens a field as wide as the window; nothing moves, and Escape leads back to the button."""
    watched = opened(viewport=PHONE, has_touch=True)
    page = watched.go(f"{code}/{STARTED}")
    button = page.get_by_role("button", name=language(code).word("shell.search"))
    box = button.bounding_box()
    assert box
    assert (False, True) == (field(page).is_visible(), min(box["width"], box["height"]) >= 40)
    heading = page.locator("h1").bounding_box()
    button.tap()
    assert (True, "true") == (focused(page), button.get_attribute("aria-expanded"))
    panel = page.locator("#search-box").bounding_box()
    assert panel
    assert (0, PHONE["width"]) == (panel["x"], panel["width"])
    assert heading == page.locator("h1").bounding_box()
    page.keyboard.insert_text(QUERIES[code])
    options(page).first.wait_for()
    assert PHONE["width"] == page.evaluate("document.documentElement.scrollWidth")
    for _ in range(3):
        page.keyboard.press("Escape")
    assert (False, "false") == (field(page).is_visible(), button.get_attribute("aria-expanded"))
    assert button.evaluate("one => one === document.activeElement")


def test_button_by_keys(opened: Open) -> None:
    """The button of a phone can be pressed as any button, opens and closes, and the menu gives way to the box."""
    page = opened(viewport=PHONE).go("en/about/")
    page.locator(".menu summary").click()
    button = page.get_by_role("button", name=language("en").word("shell.search"))
    for key in ("Enter", " "):
        button.focus()
        page.keyboard.press(key)
        assert (True, False) == (focused(page), page.locator(".menu nav").is_visible())
        button.click()
        assert not field(page).is_visible()


def test_print(opened: Open) -> None:
    """On paper there is no box, even if it was open."""
    watched = opened(viewport=DESK)
    watched.go("en/about/")
    page = ask(watched, QUERIES["en"])
    page.emulate_media(media="print")
    assert (False, False) == (field(page).is_visible(), hits(page).first.is_visible())


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("width", [320, 420, 640, 800, 1200])
def test_fits(opened: Open, code: str, width: int) -> None:
    """With the list open no window is too narrow, on the smallest phone and at twice the size of letters."""
    watched = opened(viewport={"width": width, "height": 700})
    watched.go(f"{code}/about/")
    page = ask(watched, QUERIES[code])
    assert width == page.evaluate("document.documentElement.scrollWidth")
    for one in (field(page), hits(page).first):
        box = one.bounding_box()
        assert box
        assert 0 <= box["x"] <= box["x"] + box["width"] <= width


@every_language
def test_no_network(opened: Open, address: str, code: LanguageCode) -> None:
    """If the search cannot be fetched the box says so and names the lists by year; later it is tried again."""
    watched = opened(viewport=DESK)
    page = watched.go(f"{code}/about/")
    watched.context.set_offline(True)
    page.keyboard.press("/")
    told = page.locator(".search .unread")
    expect(told).to_be_visible()
    assert language(code).word("shell.search_unread") in told.inner_text()
    assert f"{address}{code}/years/" == told.locator("a").evaluate("one => one.href")
    watched.context.set_offline(False)
    page.keyboard.press("Escape")
    field(page).blur()
    ask(watched, QUERIES[code])
    assert not told.is_visible()
    watched.context.set_offline(True)
    field(page).fill("قنافذ")
    expect(told).to_be_visible()
    assert 0 == options(page).count()
    watched.context.set_offline(False)
    field(page).fill(QUERIES[code])
    options(page).first.wait_for()
    assert not told.is_visible()


@every_language
def test_nothing_found(opened: Open, code: LanguageCode) -> None:
    """Where there is nothing the box says so aloud too, and leads to the form for an event that is missing."""
    watched = opened(viewport=DESK)
    watched.go(f"{code}/about/")
    page = ask_for_nothing(watched, NOTHING[code])
    said = language(code).word("search.nothing").format(query=NOTHING[code])
    assert (said, "false") == (page.locator(".answers .none").inner_text(), field(page).get_attribute("aria-expanded"))
    expect(page.locator(".bar .search [role=status]")).to_contain_text(said)
    address = urlsplit(page.locator(".answers .text a").get_attribute("href") or "")
    asked = parse_qs(address.query)
    assert ("https", True) == (address.scheme, address.path.endswith("/issues/new"))
    assert (["event.yml"], True) == (asked["template"], asked["title"][0].endswith(NOTHING[code]))
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.querySelector('.answers').contains(document.activeElement)")
    page.keyboard.press("Escape")
    assert focused(page)
