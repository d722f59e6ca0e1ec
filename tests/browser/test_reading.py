"""A reader's way through the site: its direction, its switches, its menu, with script and without."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page

from tests import direct
from tests.browser.looks import DESK, PHONE, middle
from tests.browser.samples import samples
from tests.browser.watched import Watched
from tests.built import Site
from timeline.language import language
from timeline.values.bilingual import LANGUAGES, LanguageCode

Open = Callable[..., Watched]

every_language = pytest.mark.parametrize("code", LANGUAGES)
with_and_without = pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])


def background(page: Page) -> str:
    """Return the colour behind a page."""
    found: str = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    return found


def is_dark(colour: str) -> bool:
    """Say whether a colour is nearer to black than to white."""
    return sum(int(part) for part in colour.removeprefix("rgb(").removesuffix(")").split(",")) < 3 * 128


@every_language
def test_direction_of_the_axis(site: Site, opened: Open, code: LanguageCode) -> None:
    """Time runs as the language does: in Arabic the first year stands right of the last, in English left of it."""
    page = opened(viewport=DESK).go(f"{code}/")
    first, *_, last = site.chronicle.years
    years = [page.locator(f'main nav a[href="years/{year}/"]').locator("visible=true").first for year in (first, last)]
    assert ("rtl" if middle(years[0]) > middle(years[1]) else "ltr") == language(code).direction


@every_language
def test_direction_of_the_drawing(site: Site, opened: Open, code: LanguageCode) -> None:
    """The oldest outage of the axis stands where its language begins."""
    page = opened(viewport=DESK).go(f"{code}/")
    outages = [entry.id for entry in site.chronicle.held if entry.event.outage and entry.company == "lumora"]
    drawn = [page.locator(f'svg a[href$="{one}/"]').locator("visible=true").first for one in (outages[0], outages[-1])]
    assert ("rtl" if middle(drawn[0]) > middle(drawn[1]) else "ltr") == language(code).direction


@every_language
def test_direction_of_the_header(opened: Open, code: LanguageCode) -> None:
    """The site's name stands at the side where the language begins, and the tools at the other."""
    page = opened(viewport=DESK).go(f"{code}/")
    name, switch = page.locator("header a").first, page.locator("header a[hreflang]")
    right = middle(name) > DESK["width"] / 2
    assert (right, not right) == (language(code).direction == "rtl", middle(switch) > DESK["width"] / 2)


@every_language
def test_direction_of_text(opened: Open, code: LanguageCode) -> None:
    """A heading begins at the side where its language begins, and a quotation at that of its own."""
    page = opened(viewport=DESK).go(f"{code}/events/2024-04-09-vance-engines-are-running/")
    sides = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll('h1, blockquote p')].map(one => {
            const range = document.createRange(); range.selectNodeContents(one);
            const text = range.getClientRects()[0], box = one.getBoundingClientRect();
            const start = Math.abs(text.left - box.left) < 2, end = Math.abs(text.right - box.right) < 2;
            const lang = one.closest('[lang]').lang;
            const side = start && !end ? 'ltr' : end && !start ? 'rtl' : getComputedStyle(one).direction;
            return [`${one.localName} ${lang}`, side];
        }))"""
    )
    wanted = {f"h1 {code}": language(code).direction, "p en": "ltr"} | ({"p ar": "rtl"} if code == "ar" else {})
    assert wanted == sides


@with_and_without
@every_language
def test_language_switch(site: Site, opened: Open, code: LanguageCode, script: bool) -> None:
    """The switch leads from a page to the same page in the other language, and back."""
    watched = opened(java_script_enabled=script)
    for path in list(samples(site, code).values())[::8]:
        watched.go(path)
        watched.page.locator("header a[hreflang]").click()
        watched.settle()
        other = "en" if code == "ar" else "ar"
        assert f"{watched.address}{other}/{path.partition('/')[2]}" == watched.page.url
        assert other == watched.page.locator("html").get_attribute("lang")
        watched.page.locator("header a[hreflang]").click()
        watched.settle()
        assert watched.address + path == watched.page.url
    assert [] == watched.troubles


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_theme_switch(opened: Open, scheme: str) -> None:
    """The button turns light to dark and back, is remembered on every page, and says how it stands."""
    watched = opened(color_scheme=scheme)
    page = watched.go("en/")
    button = page.locator("header button")
    before = (is_dark(background(page)), button.get_attribute("aria-pressed"))
    assert (scheme == "dark", str(scheme == "dark").lower()) == before
    button.click()
    after = (is_dark(background(page)), button.get_attribute("aria-pressed"))
    assert (scheme != "dark", str(scheme != "dark").lower()) == after
    for path in ("en/", "ar/figures/", ""):
        page = watched.go(path)
        assert (scheme != "dark") == is_dark(background(page)), path
    page.locator("header button").click()
    assert (scheme == "dark") == is_dark(background(watched.go("en/years/")))
    assert [] == watched.troubles


def test_theme_follows_the_system(opened: Open) -> None:
    """A reader who has chosen nothing gets what the system says, also when that changes."""
    page = opened(color_scheme="light").go("en/")
    page.emulate_media(color_scheme="dark")
    assert (True, "true") == (is_dark(background(page)), page.locator("header button").get_attribute("aria-pressed"))


def test_theme_without_storage(opened: Open) -> None:
    """Where nothing may be remembered the button works for the page."""
    watched = opened(color_scheme="light")
    closed = "{ get() { throw new Error('closed') } }"
    watched.context.add_init_script(f"Object.defineProperty(window, 'localStorage', {closed})")
    page = watched.go("en/")
    page.locator("header button").click()
    assert (True, []) == (is_dark(background(page)), watched.troubles)


def test_no_theme_switch_without_script(opened: Open) -> None:
    """Without script there is no button that would do nothing."""
    assert not opened(java_script_enabled=False).go("en/").locator("header button").is_visible()


APART = """() => {
  const within = [...document.querySelectorAll(".bar :is(.name, .places li, .tools > *)")];
  const boxes = within.map((one) => one.getBoundingClientRect()).filter(({ width }) => width).sort((a, b) => a.x - b.x);
  return boxes.slice(1).every(({ x, width, height }, place) => boxes[place].right <= x && width >= 40 && height <= 64)
    && boxes[0].x >= 0 && boxes[boxes.length - 1].right <= innerWidth;
}"""


@every_language
def test_bar_has_room(opened: Open, code: LanguageCode) -> None:
    """Nothing in the bar lies on anything else, whatever the window, and on a wide one places stand in it."""
    page = opened().go(f"{code}/quotes/")
    for width in (320, 390, 799, 800, 999, 1000, 1199, 1200, 1280, 1600):
        page.set_viewport_size({"width": width, "height": 600})
        assert page.evaluate(APART), width
        assert (width >= 1000) == page.locator(".places a").first.is_visible()


@with_and_without
@every_language
def test_menu(opened: Open, code: LanguageCode, script: bool) -> None:
    """On a phone the menu opens, shows every place, and leads there; without script too."""
    watched = opened(viewport=PHONE, java_script_enabled=script)
    page = watched.go(f"{code}/about/")
    menu = page.locator("header details")
    links = menu.locator("a")
    assert not links.first.is_visible()
    menu.locator("summary").click()
    assert [True] * links.count() == [links.nth(n).is_visible() for n in range(links.count())]
    assert 5 <= links.count()
    menu.locator("a", has_text=language(code).word("places.figures")).click()
    watched.settle()
    assert f"{watched.address}{code}/figures/" == page.url


@every_language
def test_content_without_script(site: Site, opened: Open, code: LanguageCode) -> None:
    """A script only adds: every line that a page shows without it is shown with it too.

    But for the replay's table, and for the dates in whose place it says how many days ago that was. A reference goes
    on with the day on which the page was read, and facts after the fourth are folded until they are asked for. Of
    the page of quotations a browser lays out only what is near the window.
    """
    with_script, without = opened(viewport=DESK), opened(viewport=DESK, java_script_enabled=False)
    for path in (path for path in samples(site, code).values() if not path.endswith(("/replay/", "/quotes/"))):
        with_script.go(path).evaluate("for (const rest of document.querySelectorAll('details.rest')) rest.open = true")
        without.go(path)
        texts = [watched.page.locator("main").inner_text() for watched in (with_script, without)]
        lines = [{line.strip() for line in text.splitlines()} for text in texts]
        dates = without.page.locator(".last li:has(time[data-since])").all_inner_texts()
        rest = lines[1] - lines[0] - {date.strip() for date in dates}
        assert [] == [line for line in rest if not any(one.startswith(line.rstrip(".")) for one in lines[0])], path
        assert 40 < len(texts[1])


@every_language
def test_details_without_script(opened: Open, code: LanguageCode) -> None:
    """What is folded away opens without script: the table beside the axis, and the events behind a figure."""
    page = opened(java_script_enabled=False, viewport=DESK).go(f"{code}/")
    table = page.locator("main details table")
    assert not table.is_visible()
    page.locator("main details:has(table) > summary").click()
    assert table.is_visible()


@every_language
def test_keyboard(opened: Open, code: LanguageCode) -> None:
    """The first key leads to the link past the header, and that to the content."""
    page = opened(viewport=DESK).go(f"{code}/years/")
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert (language(code).word("shell.skip"), True) == (skip.inner_text(), skip.is_visible())
    page.keyboard.press("Enter")
    assert "main" == page.evaluate("document.activeElement.localName")


@every_language
def test_source_numbers(opened: Open, code: LanguageCode) -> None:
    """Without script a source's number leads to the source, and the source stands in the window then."""
    page = opened(viewport=DESK, java_script_enabled=False).go(f"{code}/events/2024-04-09-lumora-login-outage/")
    number = page.locator("main a[href^='#s-']").first
    fragment = number.get_attribute("href")
    number.click()
    target = page.locator(f"main {fragment}")
    box = target.bounding_box()
    assert box is not None
    assert 0 <= box["y"] <= DESK["height"]


@with_and_without
@every_language
def test_former_id(site: Site, opened: Open, code: LanguageCode, script: bool) -> None:
    """Whoever follows an old address comes to the entry that it has become."""
    watched = opened(java_script_enabled=script)
    former, entry = next(iter(site.chronicle.moved.items()))
    watched.page.goto(f"{watched.address}{code}/events/{former}/")
    watched.page.wait_for_url(f"**/{code}/events/{entry}/")
    assert [] == watched.troubles


def test_root(opened: Open) -> None:
    """From the root each language is one step away."""
    watched = opened()
    for code in LANGUAGES:
        page = watched.go("")
        page.locator(f"main a[hreflang={code}]").click()
        watched.settle()
        assert f"{watched.address}{code}/" == page.url


def test_lost(opened: Open) -> None:
    """A reader who is lost, at any depth, sees a whole page and finds the way to either language."""
    watched, lost = opened(), direct.settings().lost
    assert lost
    for path in ("nowhere", "ar/events/nothing/", "en/a/b/c/d.html"):
        page = watched.go(path)
        for code in LANGUAGES:
            assert page.get_by_text(lost.title.in_language(code)).is_visible()
        assert "rgb(255, 255, 255)" != background(page)
        page.locator("main a[hreflang=ar]").click()
        watched.settle()
        assert f"{watched.address}ar/" == page.url


@pytest.mark.parametrize("base", ["", "deep/er/base/"])
def test_lost_elsewhere(site: Site, browser: Browser, base: str) -> None:
    """The page for what is not there has its styles wherever the site is moved to, at the root and below any path."""
    with browser.new_context(base_url="https://moved.example/") as context:
        page = context.new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text) if "Content Security" in message.text else None)
        lost = (site.root / "404.html").read_text("utf-8")
        page.route(
            "**/*",
            lambda route: (
                route.fulfill(body=lost, content_type="text/html")
                if route.request.is_navigation_request()
                else route.abort()
            ),
        )
        page.goto(f"{base}ar/events/nothing/")
        assert "rgb(255, 255, 255)" != background(page)
        assert page.locator("main a.button").first.bounding_box()["height"] >= 24  # type: ignore[index]
        assert [] == said


@pytest.mark.parametrize("code", LANGUAGES)
def test_opened_as_a_file(site: Site, opened: Open, browser: Browser, code: LanguageCode) -> None:
    """A page that is opened as a file says what cannot work and how it does; a page from a server says nothing."""
    assert not opened().go(f"{code}/years/").locator(".unserved").is_visible()
    with browser.new_context() as context:
        page = context.new_page()
        page.goto((site.root / code / "years/index.html").as_uri())
        note = page.locator(".unserved")
        assert note.is_visible()
        assert language(code).word("shell.unserved") in note.inner_text()
        assert "python3 -m http.server" in note.inner_text()
        assert "rgb(255, 255, 255)" != background(page)


@pytest.mark.parametrize(("code", "other"), [("ar", "en"), ("en", "ar")])
def test_nearest_name(opened: Open, site: Site, code: LanguageCode, other: LanguageCode) -> None:
    """Whoever comes by a name that is nearly one of an entry is offered that entry, by its title, and a search."""
    page = opened().go(f"{code}/events/2024-04-09-lumora-logins-outage/")
    entry = site.chronicle.by_id["2024-04-09-lumora-login-outage"]
    for own in (code, other):
        link = page.locator(f"section[lang={own}] .nearest a")
        link.wait_for()
        assert entry.event.title.in_language(own) == link.inner_text()
    page.locator(f"section[lang={code}] .nearest a").click()
    page.wait_for_url(f"**/{code}/events/{entry.id}/")


def test_no_nearest_name(opened: Open) -> None:
    """What is like no name at all is offered nothing; the search leads to the timeline."""
    page = opened().go("en/events/nothing-like-that/")
    assert 0 == page.locator(".nearest").locator("visible=true").count()
    field = page.locator("section[lang=en] input")
    field.fill("lumora")
    field.press("Enter")
    page.wait_for_url("**/en/timeline/?q=lumora")
