"""Readers see times by their own clock if they want to, on every page; UTC is what they see first."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.looks import DESK, PHONE
from tests.built import Site
from timeline.language import language
from timeline.values.bilingual import LANGUAGES, LanguageCode
from timeline.values.dates import Precision, parse

EVENT = "events/2024-04-09-lumora-login-outage/"
MOVE = "2024-04-09-vance-engines-are-running"
REPLAY = "stories/nine-april-2024/replay/"
STORY = "stories/nine-april-2024/"

every_language = pytest.mark.parametrize("code", LANGUAGES)
every_page = pytest.mark.parametrize("path", ["", EVENT, STORY, REPLAY])


# What an address shows of the axis: some hours of a day, that day, and the next one.
HOURS, DAY, NEXT = (
    "#from=2024-04-09T14:00Z&to=2024-04-09T20:00Z",
    "#from=2024-04-09&to=2024-04-10",
    "#from=2024-04-10&to=2024-04-11",
)


def times(page: Page) -> list[tuple[str, str]]:
    """Return the instant of every clock that can be seen, and what it shows."""
    found: list[list[str]] = (
        page.locator("time.clock")
        .locator("visible=true")
        .evaluate_all("all => all.map(one => [one.dateTime, one.textContent])")
    )
    return [(instant, shown) for instant, shown in found]


def choose(page: Page, clock: str) -> None:
    """Turn the switch."""
    page.locator(f".clocks button[value={clock}]").locator("visible=true").first.click()


def hours_later(shown: str, hours: int) -> str:
    """Return a time of day some hours later."""
    return f"{(int(shown[:2]) + hours) % 24:02}:{shown[3:5]}"


@every_language
@every_page
def test_all_clocks(opened: Open, code: LanguageCode, path: str) -> None:
    """One touch shows every clock of a page, and the name of its zone, by the reader's own; another goes back."""
    page = opened(timezone_id="Asia/Riyadh", viewport=PHONE).go(f"{code}/{path}")
    before, utc = times(page), language(code).word("time.utc")
    own = language(code).word("zone.of_city").format(city={"ar": "الرياض", "en": "Riyadh"}[code])
    assert all(shown == instant[11:16] for instant, shown in before)
    choose(page, "own")
    assert [hours_later(shown, 3) for _, shown in before] == [shown for _, shown in times(page)]
    assert {own} == set(page.locator(".utc").all_text_contents())
    choose(page, "utc")
    assert before == times(page)
    assert {utc} == set(page.locator(".utc").all_text_contents())


@every_language
def test_remembered(opened: Open, code: LanguageCode) -> None:
    """What was chosen on one page holds on the next ones, until it is chosen otherwise."""
    watched = opened(timezone_id="Asia/Riyadh")
    choose(watched.go(f"{code}/{EVENT}"), "own")
    page = watched.go(f"{code}/{STORY}")
    pressed = page.locator(".clocks button[aria-pressed=true]")
    assert "own" == pressed.get_attribute("value")
    assert all(hours_later(instant[11:16], 3) == shown for instant, shown in times(page))
    choose(page, "utc")
    assert "utc" == watched.go(f"{code}/{EVENT}").locator(".clocks button[aria-pressed=true]").get_attribute("value")


@every_language
def test_another_day(opened: Open, code: LanguageCode) -> None:
    """Where a reader's clock has passed midnight it is said, for the page names the day of UTC."""
    page = opened(timezone_id="Asia/Tokyo").go(f"{code}/{EVENT}")
    choose(page, "own")
    line = page.locator(".when-line").inner_text()
    assert f"00:00 {language(code).word('zone.next')}" in re.sub(r"\s+", " ", line)
    choose(page, "utc")
    assert language(code).word("zone.next") not in page.locator("main").inner_text()


@every_page
@every_language
def test_in_utc(opened: Open, code: LanguageCode, path: str) -> None:
    """Readers whose clock is UTC see no switch and no second time, and no room is kept for them."""
    page = opened(timezone_id="UTC").go(f"{code}/{path}")
    assert 0 == page.locator(".clocks").count()
    assert [] == page.locator(".zone").locator("visible=true").all()


@every_language
def test_drawing(opened: Open, code: LanguageCode) -> None:
    """The scale below a day's drawing shows the same clock as the page."""
    page = opened(timezone_id="Asia/Riyadh").go(f"{code}/{REPLAY}")
    ticks = page.locator("svg text[data-instant]").locator("visible=true")
    before = ticks.all_text_contents()
    choose(page, "own")
    assert [hours_later(shown, 3) for shown in before] == ticks.all_text_contents()
    assert 2 < len(before)


def test_replay_goes_on(opened: Open) -> None:
    """What a replay says while it runs is by the clock that was chosen; its address stays what it is for everybody."""
    page = opened(timezone_id="Asia/Riyadh").go(f"en/{REPLAY}#t=16:12")
    choose(page, "own")
    slider = page.locator("input[type=range]")
    assert ("19:12", "19:12 your time (Riyadh)") == (
        page.locator(".now time").inner_text(),
        slider.get_attribute("aria-valuetext"),
    )
    slider.press("ArrowUp")
    assert "19:13" == page.locator(".now time").inner_text()
    assert page.url.endswith("#t=16:13")
    assert "16:13 UTC" == page.locator(".now .other").inner_text()


def closer(opened: Open, zone: str, path: str) -> Page:
    """Open the home page with a part of its axis drawn closer."""
    window = opened(timezone_id=zone, viewport=DESK, reduced_motion="reduce")
    page = window.go(path)
    expect(page.locator(".closer a").first).to_be_visible()
    return page


def drawn(page: Page) -> list[tuple[float, str]]:
    """Return the clocks below the axis, each with its place."""
    ticks: list[list[float | str]] = page.evaluate("""() => [...document.querySelectorAll('.closer text.soft')]
        .filter(tick => /^\\d\\d:\\d\\d$/.test(tick.textContent))
        .map(tick => [Number(tick.getAttribute('x')), tick.textContent])""")
    return [(float(x), str(text)) for x, text in ticks]


def called(page: Page) -> str:
    """Return the name of the mark of an entry whose minute is known, and a place of it."""
    name: str = page.locator(f".closer a[href*='{MOVE}']").get_attribute("aria-label") or ""
    return name


@every_language
def test_axis(opened: Open, code: LanguageCode) -> None:
    """Where the axis shows hours, these and the times of its marks are by the clock that was chosen; nothing moves."""
    page = closer(opened, "Asia/Riyadh", f"{code}/{HOURS}")
    utc, before = language(code).word("time.utc"), drawn(page)
    own = language(code).word("zone.of_city").format(city={"ar": "الرياض", "en": "Riyadh"}[code])
    assert "16:12" in called(page)
    assert utc in called(page)
    choose(page, "own")
    assert [(x, hours_later(shown, 3)) for x, shown in before] == drawn(page)
    assert "19:12" in called(page)
    assert own in called(page)
    expect(page.locator(".axis [role=status]")).to_contain_text(own)
    assert utc not in page.locator(".drawn").inner_html()
    assert page.url.endswith(HOURS)
    choose(page, "utc")
    assert before == drawn(page)
    assert utc in called(page)


@every_language
def test_axis_of_another_day(opened: Open, site: Site, code: LanguageCode) -> None:
    """A day of the axis is one of the chosen clock: minutes may fall on the next, what has only a day does not."""
    page = closer(opened, "Asia/Tokyo", f"{code}/{DAY}")
    status, mark = page.locator(".axis [role=status]"), page.locator(f".closer a[href*='{MOVE}']")
    moments = [entry.event.when.started for entry in site.chronicle.held]
    of_day = [moment for moment in moments if str(moment).startswith("2024-04-09")]
    timed = [moment for moment in of_day if moment.precision is Precision.MINUTE]

    def says(day: str, number: int) -> None:
        expect(status).to_have_text(
            re.compile(rf"{re.escape(language(code).date(parse(day)))}\D+{number}\D+{len(moments)}\D+")
        )

    says("2024-04-09", len(of_day))
    choose(page, "own")
    says("2024-04-09", len(of_day) - len(timed))
    expect(mark).to_have_count(0)
    page.evaluate(f"location.hash = '{NEXT}'")
    says("2024-04-10", len(timed))
    assert language(code).date(parse("2024-04-10")) in called(page)


@pytest.mark.parametrize("path", [EVENT, STORY])
def test_no_memory(opened: Open, path: str) -> None:
    """Where a browser lets nothing be kept, the switch works for the page."""
    watched = opened(timezone_id="Asia/Riyadh")
    watched.context.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('no') }})")
    page = watched.go(f"en/{path}")
    choose(page, "own")
    assert "own" == page.locator(".clocks button[aria-pressed=true]").get_attribute("value")
