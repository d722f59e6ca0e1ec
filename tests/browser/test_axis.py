"""The axis at work: by keyboard alone, by pointer, by touch, in both directions, and as the address remembers it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from devtools.chromium import hosted
from devtools.events import write_record
from tests import direct
from tests.browser.access import EVERYTHING, violations
from tests.browser.conftest import Open
from tests.browser.looks import still
from tests.browser.samples import every_look
from tests.browser.watched import Watched
from tests.built import Site, built, copy_inputs
from timeline.language import language
from timeline.values.bilingual import LANGUAGES, LanguageCode

every_language = pytest.mark.parametrize("code", LANGUAGES)

DESK = {"width": 1280, "height": 1000}
PHONE = {"width": 360, "height": 740}
TABLET = {"width": 768, "height": 1024}

# A year, a month and a day in which much happened, and what the addresses of them say.
YEAR, MONTH, DAY = "#from=2023&to=2024", "#from=2023-07&to=2023-08", "#from=2024-04-09&to=2024-04-10"

LATER = {"en": "ArrowRight", "ar": "ArrowLeft"}
EARLIER = {"en": "ArrowLeft", "ar": "ArrowRight"}

EVENTS, ELEMENTS = 1000, 1500


def desk(opened: Open, **options: object) -> Watched:
    """Open a window at a desk in which nothing is animated."""
    return opened(viewport=DESK, reduced_motion="reduce", **options)


def said(page: Page) -> str:
    """Return what the axis says of itself."""
    return page.locator(".axis [role=status]").inner_text()


def pressed(page: Page) -> str | None:
    """Return the level that is shown; between all years and a year it has no name."""
    level: str | None = page.evaluate("document.querySelector('.levels [aria-pressed=true]')?.dataset.level ?? null")
    return level


def focused(page: Page) -> Locator:
    """Return what has the keyboard."""
    return page.locator(":focus")


def into_axis(page: Page) -> None:
    """Press Tab until the keyboard is in the drawing."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.drawn svg') !== null"):
            break
    expect(page.locator(".drawn svg a:focus")).to_have_count(1)
    expect(page.locator(".tip")).to_be_visible()  # so the entries are there


def restored(watched: Watched, code: str, fragment: str) -> Page:
    """Open the home page as an address remembers it."""
    page = watched.go(f"{code}/{fragment}")
    expect(page.locator(".closer a").first).to_be_visible()
    return page


def marks(page: Page) -> list[str]:
    """Return where the marks lead that are drawn closer, in order of time."""
    found: list[str] = page.evaluate("[...document.querySelectorAll('.closer a')].map(one => one.getAttribute('href'))")
    return found


def middle(element: Locator) -> tuple[float, float]:
    """Return the middle of an element."""
    box = element.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def requested(watched: Watched) -> list[str]:
    """Return what of the axis was asked for that is not needed to read the page."""
    return [one for one in watched.requests if re.search(r"/axis/(?!state)[\w-]+\.js(on)?$", one)]


@every_language
def test_nothing_is_fetched_before_use(opened: Open, code: LanguageCode) -> None:
    """The entries and the program that draws them are asked for when the reader turns to the axis, and once."""
    watched = desk(opened)
    page = watched.go(f"{code}/")
    assert [] == requested(watched)
    page.mouse.move(*middle(page.locator(".drawn")))
    expect(page.locator(".closer")).to_have_count(1)
    watched.settle()
    assert 1 == sum(one.endswith(f"/axis/{code}.json") for one in watched.requests)
    page.locator("[data-level=day]").click()
    watched.settle()
    assert len(set(requested(watched))) == len(requested(watched))
    assert [] == watched.troubles


@every_language
def test_keyboard_alone(opened: Open, site: Site, code: LanguageCode) -> None:
    """By keyboard a reader comes to the axis with one stop, goes along it, zooms in to a day and opens an entry."""
    watched = desk(opened)
    page = watched.go(f"{code}/")
    into_axis(page)
    page.keyboard.press("Home")
    first, second = (entry.event.title.in_language(code) for entry in site.chronicle.entries[:2])
    expect(focused(page)).to_have_attribute("aria-label", re.compile(re.escape(first)))
    page.keyboard.press(LATER[code])
    expect(focused(page)).to_have_attribute("aria-label", re.compile(re.escape(second)))
    page.keyboard.press(EARLIER[code])
    expect(focused(page)).to_have_attribute("aria-label", re.compile(re.escape(first)))
    for _ in range(12):
        if pressed(page) == "day":
            break
        page.keyboard.press("+")
    assert "day" == pressed(page)
    expect(focused(page)).to_have_attribute("aria-label", re.compile(re.escape(first)))
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{code}/events/{site.chronicle.entries[0].id}/")
    assert [] == watched.troubles


@every_language
def test_keys_move_zoom_and_leave(opened: Open, code: LanguageCode) -> None:
    """At the edge an arrow goes on to the next entry, with Shift it moves the time; − zooms out, Escape leaves."""
    page = restored(desk(opened), code, DAY)
    into_axis(page)
    page.keyboard.press("Home")
    expect(page.locator(".axis [role=status]")).to_contain_text("2019")
    page.keyboard.press(LATER[code])
    expect(focused(page)).to_have_attribute("aria-label", re.compile("2019-11|November 2019|نوفمبر"))
    page.keyboard.press(f"Shift+{LATER[code]}")
    before = said(page)
    for _ in range(10):
        page.keyboard.press("-")
    assert "all" == pressed(page)
    expect(page.locator(".axis [role=status]")).not_to_have_text(before)
    page.keyboard.press("Escape")
    expect(focused(page)).to_have_attribute("data-level", "all")
    expect(page.locator(".tip")).to_be_hidden()


@every_language
def test_up_and_down(opened: Open, code: LanguageCode) -> None:
    """Up and down go to marks that stand higher and lower, from the one side's lane to the other's."""
    page = restored(desk(opened), code, YEAR)
    into_axis(page)
    for key, way in (("ArrowDown", 1), ("ArrowUp", -1)):
        drawn = page.locator(":focus :is(path, rect)").first
        heights = [middle(drawn)[1]]
        for _ in range(20):
            page.keyboard.press(key)
            heights.append(middle(drawn)[1])
        assert sorted(heights, reverse=way < 0) == heights
        lane = page.locator(f".closer .line.{'lane-2' if way > 0 else 'lane-1'}")
        assert (heights[-1] - middle(lane)[1]) * way > 0


@every_language
def test_pointer(opened: Open, code: LanguageCode) -> None:
    """By pointer a counted mark lists, a drag moves the time, buttons choose the level, and a mark opens its entry."""
    watched = desk(opened)
    page = watched.go(f"{code}/")
    page.locator(".axis-wide a[data-span]").first.click()
    page.locator("dialog.listed button.button").click()
    expect(page.locator(".closer a").first).to_be_visible()
    assert pressed(page) in ("year", "month")
    page.locator("[data-level=month]").click()
    assert "month" == pressed(page)
    before = page.url
    x, y = middle(page.locator(".drawn"))
    page.mouse.move(x, y + 40)
    page.mouse.down()
    page.mouse.move(x + 150, y + 40, steps=5)
    page.mouse.up()
    expect(page).not_to_have_url(before)
    expect(page.locator(".closer a").first).to_be_visible()
    mark = page.locator(".closer a[href*='/events/']").first
    target = mark.get_attribute("href")
    page.mouse.click(*middle(mark))
    page.wait_for_url(target or "")
    assert [] == watched.troubles


@every_language
def test_drag_moves_what_is_drawn(opened: Open, code: LanguageCode) -> None:
    """What is drawn goes with the pointer: pulled to the left, English shows later times and Arabic earlier ones."""
    page = restored(desk(opened), code, MONTH)
    x, y = middle(page.locator(".drawn"))
    page.mouse.move(x, y + 45)
    page.mouse.down()
    page.mouse.move(x - 200, y + 45, steps=5)
    page.mouse.up()
    page.wait_for_url(re.compile("#from=2023-0[67]-"))
    assert ("2023-07" if code == "en" else "2023-06") in page.url.partition("&")[0]


@every_language
def test_two_fingers(opened: Open, code: LanguageCode) -> None:
    """Two fingers that part zoom in on what is between them, and zoom out when they meet; the page does not zoom."""
    watched = opened(viewport=TABLET, has_touch=True, is_mobile=True, reduced_motion="reduce")
    page = watched.go(f"{code}/")
    page.locator(".drawn figure").scroll_into_view_if_needed()
    x, y = middle(page.locator(".drawn"))
    session = watched.context.new_cdp_session(page)

    def touch(kind: str, *apart: float) -> None:
        points = [{"x": x + side * half, "y": y, "id": int(side > 0)} for half in apart for side in (-1, 1)]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    touch("touchStart", 30)
    expect(page.locator(".closer")).to_have_count(1)  # the program is fetched by the first touch, and joins it
    for half in range(35, 125, 5):
        touch("touchMove", half)
    touch("touchEnd")
    expect(page.locator("[data-level=all]")).to_have_attribute("aria-pressed", "false")
    touch("touchStart", 120)
    for half in range(115, 15, -5):
        touch("touchMove", half)
    touch("touchEnd")
    expect(page.locator("[data-level=all]")).to_have_attribute("aria-pressed", "true")
    assert 1 == page.evaluate("visualViewport.scale")


def test_wheel(opened: Open) -> None:
    """The wheel alone scrolls the page; with Ctrl it zooms where the pointer is and the page stays where it is."""
    page = desk(opened).go("en/")
    page.mouse.move(*middle(page.locator(".drawn")))
    expect(page.locator(".closer")).to_have_count(1)
    page.mouse.wheel(0, 200)
    page.wait_for_function("() => scrollY > 100")
    assert "all" == pressed(page)
    before = page.evaluate("scrollY")
    page.keyboard.down("Control")
    page.mouse.wheel(0, -400)
    page.keyboard.up("Control")
    expect(page.locator(".closer a").first).to_be_visible()
    assert before == page.evaluate("scrollY")
    page.wait_for_url("**#from=*")


@every_language
def test_touch(opened: Open, site: Site, code: LanguageCode) -> None:
    """On a phone a finger on a year opens the list of its entries, from which one opens, and which Escape leaves."""
    watched = opened(viewport=PHONE, has_touch=True, is_mobile=True, reduced_motion="reduce")
    page = watched.go(f"{code}/")
    year = page.locator(".axis-narrow a[href='years/2023/']")
    year.scroll_into_view_if_needed()
    page.touchscreen.tap(*middle(year))
    listed = page.locator("dialog.listed[open]")
    expect(listed).to_be_visible()
    assert sum(entry.year == "2023" for entry in site.chronicle.entries) == listed.locator("li").count()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert [] == violations(page, EVERYTHING)
    page.keyboard.press("Escape")
    expect(listed).to_have_count(0)
    page.touchscreen.tap(*middle(year))
    entry = page.locator("dialog.listed[open] li a").first
    target = entry.get_attribute("href") or ""
    entry.tap()
    page.wait_for_url(target)


@every_language
def test_counted_marks_open_a_list(opened: Open, site: Site, code: LanguageCode) -> None:
    """A counted mark opens a list of as many entries as it says, which leads closer; focus comes back to the mark."""
    page = desk(opened).go(f"{code}/")
    counted = page.locator(".axis-wide a[data-of=moves]").first
    number = int(counted.locator(".num").text_content() or "")
    counted.focus()
    page.keyboard.press("Enter")
    listed = page.locator("dialog.listed[open]")
    expect(listed).to_be_visible()
    assert number == listed.locator("li").count()
    linked = [one.get_attribute("href") or "" for one in listed.locator("li a").all()]
    assert [] == [one for one in linked if site.chronicle.by_id[one.split("/")[-2]].event.outage]
    page.keyboard.press("Escape")
    expect(counted).to_be_focused()
    page.keyboard.press("Enter")
    listed.locator("button.button").click()
    expect(page.locator(".closer a").first).to_be_visible()


@every_language
def test_the_address_remembers(opened: Open, code: LanguageCode) -> None:
    """Range and filter stand in the address, come back on load, by the way back, and in the other language."""
    watched = desk(opened)
    page = restored(watched, code, f"{MONTH}&hide=lane-2,triangle")
    before = (marks(page), said(page), pressed(page))
    assert "month" == before[2]
    assert ["false"] * 2 == [
        page.locator(f"[data-token={token}] button").get_attribute("aria-pressed") for token in ("triangle", "lane-2")
    ]
    watched.go(f"{code}/about/")
    page.go_back()
    expect(page.locator(".closer a")).to_have_count(len(before[0]))
    expect(page.locator(".axis [role=status]")).to_have_text(before[1])
    assert before == (marks(page), said(page), pressed(page))
    page.locator("header a[hreflang]").click()
    expect(page.locator(".closer a")).to_have_count(len(before[0]))
    assert page.url.endswith("#from=2023-07&to=2023-08&hide=lane-2,triangle")
    assert [] == watched.troubles


@pytest.mark.parametrize(
    "fragment", ["#from=2024&to=2023", "#from=x&to=y", "#hide=nothing", "#main", "#from=%3Cb%3E&to=9"]
)
def test_strange_addresses(opened: Open, fragment: str) -> None:
    """What is no range and no name of the legend leaves the axis as it is."""
    watched = desk(opened)
    page = watched.go(f"en/{fragment}")
    expect(page.locator(".axis-wide a").first).to_be_visible()
    assert ("all", 0) == (pressed(page), page.locator(".closer a").count())
    assert [] == watched.troubles


@every_language
def test_mirrored(opened: Open, code: LanguageCode) -> None:
    """Closer too, time runs as the language does: marks, divisions, names of the lanes, and arrows of buttons."""
    page = restored(desk(opened), code, DAY)
    rightwards = language(code).direction == "ltr"
    wanted = ["2024-04-09-quill-we-know-why", "2024-04-09-vance-engines-are-running"]
    places = [middle(page.locator(f".closer a[href*='{one}']"))[0] for one in wanted]
    assert rightwards == (places[0] < places[1])
    clocks = [middle(page.locator(".closer text", has_text=hour).first)[0] for hour in ("03:00", "21:00")]
    assert rightwards == (clocks[0] < clocks[1])
    lane = middle(page.locator(".closer .era-name").first)[0]
    assert rightwards == (lane < DESK["width"] / 2)
    buttons = [page.locator(f"[data-move='{way}']") for way in (-1, 1)]
    assert ("←", "→") == tuple(one.inner_text() for one in (buttons if rightwards else reversed(buttons)))
    assert rightwards == (middle(buttons[0])[0] < middle(buttons[1])[0])


@every_language
def test_filter(opened: Open, site: Site, code: LanguageCode) -> None:
    """A name of the legend hides what it stands for at every level; with all shown the page's own drawing is back."""
    page = desk(opened).go(f"{code}/")
    held = len(site.chronicle.held)
    outages = page.locator("[data-token=bar] button")
    assert "true" == outages.get_attribute("aria-pressed")
    outages.click()
    unknown = page.locator("[data-token=unknown] button")
    unknown.click()
    expect(outages).to_have_attribute("aria-pressed", "false")
    moves = sum(entry.event.outage is None for entry in site.chronicle.held)
    expect(page.locator(".axis [role=status]")).to_contain_text(re.compile(rf"{moves}.*{held}|{held}.*{moves}"))
    expect(page.locator(".closer :is(.bar, .striped)")).to_have_count(0)
    page.locator("[data-level=year]").click()
    expect(page.locator(".closer :is(.bar, .striped)")).to_have_count(0)
    page.locator("[data-level=all]").click()
    outages.click()
    unknown.click()
    expect(page.locator(".closer")).to_be_hidden()
    expect(page.locator(".axis-wide a").first).to_be_visible()
    page.wait_for_url(f"**/{code}/")


@every_language
def test_tooltip_by_keyboard(opened: Open, site: Site, code: LanguageCode) -> None:
    """What has the keyboard is told beside it: date, title, kind, company and length; Escape takes it away."""
    page = restored(desk(opened), code, DAY)
    into_axis(page)
    entry = site.chronicle.by_id["2024-04-09-lumora-login-outage"]
    for _ in range(15):
        if entry.id in (focused(page).get_attribute("href") or ""):
            break
        page.keyboard.press(EARLIER[code])
    told = page.locator(".tip").inner_text().replace("\u00a0", " ")
    duration = entry.event.when.duration
    assert duration is not None
    own = language(code)
    kind = site.chronicle.vocabulary.kinds["outage"].name.in_language(code)
    company = site.chronicle.vocabulary.companies["lumora"].name.in_language(code)
    for wanted in (
        own.date(entry.event.when.started).replace("\u00a0", " "),
        "15:00",
        entry.event.title.in_language(code),
        kind,
        company,
    ):
        assert wanted in told
    assert " ".join(own.duration(duration).split()) in told
    page.keyboard.press("Escape")
    expect(page.locator(".tip")).to_be_hidden()


@every_language
def test_tooltip_by_pointer(opened: Open, code: LanguageCode) -> None:
    """A mark that is pointed at is told; the pointer can go over to what is told, and away from it."""
    page = restored(desk(opened), code, YEAR)
    still(page)
    mark = page.locator(".closer a[href*='/events/2023-07']").last
    page.mouse.move(*middle(mark))
    page.clock.run_for(1000)
    tip = page.locator(".tip")
    expect(tip).to_be_visible()
    expect(tip.locator("a")).to_have_attribute("href", mark.get_attribute("href") or "")
    page.mouse.move(*middle(tip.locator("a")))
    page.clock.run_for(1000)
    expect(tip).to_be_visible()
    page.mouse.move(5, 5)
    page.clock.run_for(1000)
    expect(tip).to_be_hidden()


@every_language
def test_later_and_earlier(opened: Open, code: LanguageCode) -> None:
    """From a day the buttons lead to the next one that has entries, and back; at the edge of time no further."""
    page = restored(desk(opened), code, DAY)
    page.locator("[data-move='1']").click()
    expect(page.locator(".closer a").first).to_be_visible()
    page.wait_for_url(re.compile("#from=2024-06-20"))
    page.locator("[data-move='-1']").click()
    page.wait_for_url(re.compile(f"{DAY}$"))
    page.locator("[data-level=all]").click()
    expect(page.locator("[data-move='1']")).to_be_disabled()
    expect(page.locator("[data-zoom=out]")).to_be_disabled()


@every_language
def test_announced(opened: Open, site: Site, code: LanguageCode) -> None:
    """A live region says the range and how many entries are in it."""
    page = desk(opened).go(f"{code}/")
    status = page.locator(".axis [role=status]")
    held = site.chronicle.held
    assert str(len(held)) in status.inner_text()
    page.evaluate(f"location.hash = '{YEAR}'")
    inside = sum(entry.year == "2023" for entry in held)
    expect(status).to_have_text(re.compile(rf"2023\D+{inside}\D+{len(held)}"))


@every_look
def test_nothing_is_wrong_closer(opened: Open, code: LanguageCode, scheme: str, width: int) -> None:
    """axe-core finds nothing wrong with any level, with a filter, or with a tooltip open."""
    viewport = {"width": max(width, TABLET["width"]), "height": 900}
    watched = opened(viewport=viewport, color_scheme=scheme, reduced_motion="reduce")
    for fragment in (YEAR, f"{MONTH}&hide=triangle", DAY, "#hide=open-triangle"):
        page = restored(watched, code, fragment)
        page.locator(".closer a").last.focus()
        assert [] == violations(page, EVERYTHING), fragment
        watched.go("404.html")  # another document, so that the next fragment is loaded and not only followed
    watched.troubles.clear()


def test_live_but_untouched(opened: Open) -> None:
    """The drawing of all years is operable as soon as there is a script, and nothing is wrong with it either."""
    for viewport in (DESK, PHONE):
        page = opened(viewport=viewport).go("en/")
        expect(page.locator(".axis.live")).to_have_count(1)
        assert [] == violations(page, EVERYTHING)


@every_language
def test_without_script(opened: Open, code: LanguageCode) -> None:
    """Without script there are the drawing, its links and its legend, and neither buttons nor their room."""
    page = opened(viewport=DESK, java_script_enabled=False).go(f"{code}/")
    assert page.locator(".axis-wide a").first.is_visible()
    assert 0 == page.locator(".axis button").locator("visible=true").count()
    box = page.locator(".levels").bounding_box()
    assert box is None or box["height"] == 0
    assert page.locator(".legend li").first.is_visible()


@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
@every_language
def test_nothing_moves(opened: Open, code: LanguageCode, viewport: dict[str, int]) -> None:
    """When the script comes, when a year is shown or listed and when all years are back, nothing on the page moves."""
    watched = opened(viewport=viewport)
    watched.page.add_init_script(
        """window.moved = []; new PerformanceObserver(list => {
            for (const one of list.getEntries()) for (const { node } of one.sources) if (node) {
                const element = node.nodeType === 1 ? node : node.parentElement;
                moved.push([one.value, element.outerHTML.slice(0, 80)]);
            }
        }).observe({ type: "layout-shift", buffered: true });"""
    )
    page = watched.go(f"{code}/")
    expect(page.locator(".axis.live")).to_have_count(1)
    height = page.evaluate("document.documentElement.scrollHeight")
    if viewport is PHONE:
        page.locator(".axis-narrow a").last.click()
        expect(page.locator("dialog.listed[open]")).to_be_visible()
        page.keyboard.press("Escape")
    else:
        page.locator("[data-level=year]").click()
        expect(page.locator(".closer a").first).to_be_visible()
        assert height == page.evaluate("document.documentElement.scrollHeight")
        page.locator("[data-level=all]").click()
        expect(page.locator(".closer")).to_be_hidden()
    assert height == page.evaluate("document.documentElement.scrollHeight")
    assert [] == page.evaluate("moved")


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_motion(opened: Open, motion: str) -> None:
    """A zoom is drawn in steps, or at once for a reader who asked for no motion."""
    watched = opened(viewport=DESK, reduced_motion=motion)
    page = restored(watched, "en", YEAR)
    page.evaluate(
        """() => { window.drawn = 0; const svg = document.querySelector('.closer svg');
            new MutationObserver(list => { drawn += list.some(one => one.removedNodes.length); })
                .observe(svg, { childList: true }); }"""
    )
    still(page)
    page.locator("[data-level=month]").click()
    for _ in range(20):
        page.clock.run_for(50)
    page.wait_for_url(re.compile(r"#from=2023-\d\d&"))
    assert (motion == "reduce") == (page.evaluate("drawn") == 1)


def test_entries_that_do_not_come(opened: Open) -> None:
    """Where the entries cannot be loaded the axis says so and stays as it is, and its links lead on."""
    watched = desk(opened)
    watched.page.route("**/axis/en.json", lambda route: route.abort())
    page = watched.go("en/")
    page.locator("[data-level=year]").click()
    expect(page.locator(".axis [role=status]")).to_have_text(language("en").word("zoom.failed"))
    expect(page.locator(".axis-wide a").first).to_be_visible()
    page.unroute_all()
    page.locator("[data-level=year]").click()
    expect(page.locator(".closer a").first).to_be_visible()


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site of a thousand generated events."""
    folder = tmp_path_factory.mktemp("crowded")
    inputs = copy_inputs(folder / "inputs", write_record(folder, EVENTS))
    built(inputs, folder / "www" / "timeline")
    with hosted(Path(folder) / "www") as address:
        yield address


@pytest.mark.parametrize("viewport", [DESK, TABLET], ids=["desk", "tablet"])
def test_few_elements(crowded: str, browser: Browser, viewport: dict[str, int]) -> None:
    """A thousand events never need more than fifteen hundred elements: not all at once, not closer, not filtered."""
    context = browser.new_context(viewport=viewport, reduced_motion="reduce")  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{crowded}en/")
    count = "document.querySelectorAll('.axis *').length"
    found = {"all": page.evaluate(count)}
    page.locator("[data-token=small-diamond] button").click()
    expect(page.locator(".closer a").first).to_be_visible()
    found["filtered"] = page.evaluate(count)
    for zoom in range(6):
        page.locator("[data-zoom=in]").click()
        found[f"zoomed {zoom}"] = page.evaluate(count)
    page.locator("[data-level=all]").click()
    page.locator("[data-token=small-diamond] button").click()
    expect(page.locator(".closer")).to_be_hidden()
    found["back"] = page.evaluate(count)
    context.close()
    assert {} == {name: number for name, number in found.items() if number > ELEMENTS}
    assert 100 < min(found.values())


@every_language
def test_past_the_axis(opened: Open, code: LanguageCode) -> None:
    """A link leads past the axis, which the keyboard enters once, and past the years, which it enters once too."""
    page = desk(opened).go(f"{code}/")
    page.locator(".axis > .skip").focus()
    page.keyboard.press("Tab")
    expect(page.locator(".axis-wide a:focus")).to_have_count(1)
    page.keyboard.press("Tab")
    years = page.locator(".axis-years a")
    expect(years.last).to_be_focused()
    page.keyboard.press(EARLIER[code])
    expect(years.nth(-2)).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(".axis > .scale a")).to_be_focused()
    page.locator(".axis > .skip").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#after-axis")).to_be_focused()


def test_help_fits_the_device(opened: Open) -> None:
    """Who has no keys is told of none, and who has a wheel is told of it."""
    touched = opened(viewport=TABLET, has_touch=True, is_mobile=True).go("en/").locator("#axis-hint")
    assert "Ctrl" not in touched.inner_text()
    assert "fingers" in touched.inner_text()
    assert "Ctrl" in opened(viewport=DESK).go("en/").locator("#axis-hint").inner_text()


def heights(page: Page) -> dict[str, float]:
    """Return how tall each outage of known length stands that is drawn closer."""
    script = """[...document.querySelectorAll('.closer a:has(> :is(.bar, .striped))')].map(one =>
        [one.getAttribute('href').split('/').at(-2), one.querySelector('.bar, .striped').getBBox().height])"""
    return dict(page.evaluate(script))


@every_language
def test_lengths_keep_their_heights(opened: Open, site: Site, code: LanguageCode) -> None:
    """Down to the month an outage is as tall as it was long, and the longest of a side says when, how long and what."""
    own = language(code)
    for fragment in ("#from=2024&to=2025", "#from=2024-04&to=2024-05"):
        page = restored(desk(opened), code, fragment)
        found = heights(page)
        known = {one: duration for one in found if (duration := site.chronicle.by_id[one].event.when.duration)}
        order = sorted(found, key=lambda one: known[one].minutes)
        assert sorted(found.values()) == [found[one] for one in order]
        outage = site.chronicle.by_id["2024-04-09-lumora-login-outage"].event
        assert outage.when.duration is not None
        said = " ".join(page.locator(".closer .strong").all_text_contents())
        assert own.duration(outage.when.duration) in said
        assert own.day(outage.when.started.start).replace("\u00a0", " ") in said.replace("\u00a0", " ")


@every_language
def test_quotations_are_seen(opened: Open, code: LanguageCode) -> None:
    """In a month the moves carry the first of their words, as far as they fit, and none covers another."""
    page = restored(desk(opened), code, "#from=2024-04&to=2024-05")
    words = page.locator(".closer .words")
    assert 2 <= words.count()
    boxes = [box for box in (one.bounding_box() for one in words.all()) if box]
    for place, one in enumerate(boxes):
        for other in boxes[place + 1 :]:
            apart = one["x"] + one["width"] <= other["x"] or other["x"] + other["width"] <= one["x"]
            assert apart or abs(one["y"] - other["y"]) > 8


@every_language
def test_levels_land_where_something_happened(opened: Open, site: Site, code: LanguageCode) -> None:
    """Year, month and day lead to the newest entry, or to the mark that was pointed at last."""
    page = desk(opened).go(f"{code}/")
    newest = site.chronicle.held[-1].event.when.started.start
    for level, written in (("year", f"{newest:%Y}"), ("month", f"{newest:%Y-%m}"), ("day", f"{newest:%Y-%m-%d}")):
        page.locator(f"[data-level={level}]").click()
        page.wait_for_url(re.compile(f"#from={written}&"))
    page.locator("[data-level=all]").click()
    expect(page.locator(".closer")).to_be_hidden()
    page.mouse.move(*middle(page.locator(".axis-wide a[href*='2021-10-11-lumora']").first))
    expect(page.locator(".tip")).to_be_visible()
    page.locator("[data-level=day]").click()
    page.wait_for_url(re.compile("#from=2021-10-11&"))


@every_language
def test_eras_stay(opened: Open, code: LanguageCode) -> None:
    """Closer too the eras stand outside the outages of their side, with a line where one begins."""
    page = restored(desk(opened), code, "#from=2022&to=2023")
    assert 4 == page.locator(".closer rect.era").count()
    names = [one.name.in_language(code) for one in direct.settings().eras]
    assert set(page.locator(".closer .era-name").all_text_contents()) <= set(names)
    assert 2 <= page.locator(".closer .era-name").count()


@every_language
def test_what_a_link_shows_on_a_phone(opened: Open, code: LanguageCode) -> None:
    """A link to a stretch of time opens its year's list on a phone, where arrows go from year to year."""
    page = opened(viewport=PHONE, reduced_motion="reduce").go(f"{code}/{MONTH}")
    listed = page.locator("dialog.listed[open]")
    expect(listed.locator("h2")).to_contain_text("2023")
    page.keyboard.press("Escape")
    expect(listed).to_have_count(0)
    page.locator(".axis-narrow a[tabindex='0']").focus()
    for way in ("ArrowUp", "ArrowUp", "ArrowDown"):
        page.keyboard.press(way)
    years = [one.get_attribute("href") for one in page.locator(".axis-narrow a").all()]
    assert years[-2] == focused(page).get_attribute("href")
    page.keyboard.press("Enter")
    expect(listed).to_be_visible()
