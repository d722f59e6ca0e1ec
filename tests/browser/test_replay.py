"""The replay in a reader's hands: it plays, steps, is moved by mouse and by keys, and says where it is."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.access import COLOURS, EVERYTHING, violations
from tests.browser.looks import still
from tests.browser.watched import Watched, shifts
from timeline.language import language
from timeline.material.icons import INTERFACE, drawing
from timeline.values.bilingual import LANGUAGES, LanguageCode

Open = Callable[..., Watched]

PATH = "stories/nine-april-2024/replay/"
EVENT = "events/2024-04-09-lumora-login-outage/"
CLOCKS = ["15:00", "15:17", "15:35", "15:52", "15:58", "16:12", "16:15", "17:07", "17:19"]

every_language = pytest.mark.parametrize("code", LANGUAGES)

# So little the words of a line may move aside when their font comes.
FONTS = 0.001


@pytest.fixture
def replay(opened: Open) -> Callable[..., Page]:
    """A function that opens the replay of a language, on a clock that stands still."""

    def open_replay(code: str, fragment: str = "", **options: Any) -> Page:
        watched = opened(timezone_id="Asia/Riyadh", **{"viewport": {"width": 1280, "height": 900}} | options)
        still(watched.page)
        watched.go(f"{code}/{PATH}{fragment}")
        assert [] == watched.troubles
        return watched.page

    return open_replay


def clock(page: Page) -> str:
    """Return the time that the replay shows."""
    return page.locator(".now time").inner_text()


def present(page: Page) -> list[str]:
    """Return the times of the cards that are framed."""
    return page.locator(".turn.here .when time").all_inner_texts()


def press(page: Page, *names: str) -> None:
    """Press buttons by what they do."""
    for name in names:
        page.locator(f"[data-do={name}]").click()


@every_language
def test_nothing_starts_by_itself(replay: Callable[..., Page], code: LanguageCode) -> None:
    """At first the replay stands at its first moment, and stays there."""
    page = replay(code)
    page.clock.run_for(10_000)
    assert ("15:00", ["15:00"], len(CLOCKS) - 1) == (clock(page), present(page), page.locator(".turn.ahead").count())
    assert language(code).word("replay.play") == page.locator("[data-do=play]").inner_text().strip()


@every_language
def test_play_and_pause(replay: Callable[..., Page], code: LanguageCode) -> None:
    """Played, each moment stays for two to four seconds and the next one comes; paused, time stands; it ends."""
    page = replay(code)
    press(page, "play")
    assert language(code).word("replay.pause") == page.locator("[data-do=play]").inner_text().strip()
    page.clock.run_for(1_900)
    assert "15:00" == clock(page)
    page.clock.run_for(3_500)
    assert ("15:17", ["15:17"]) == (clock(page), present(page))
    press(page, "play")
    page.clock.run_for(15_000)
    assert "15:17" == clock(page)
    press(page, "play")
    page.clock.run_for(len(CLOCKS) * 5_500)
    assert ("17:19", ["17:19"], 0) == (clock(page), present(page), page.locator(".turn.ahead").count())
    assert language(code).word("replay.play") == page.locator("[data-do=play]").inner_text().strip()
    press(page, "play")
    page.clock.run_for(1_000)
    assert "15:00" == clock(page)


def test_speed(replay: Callable[..., Page]) -> None:
    """At twice the speed more moments come in the same time; it can be chosen before and while it plays."""
    reached = []
    for before, after in (("1", "1"), ("2", "2"), ("1", "3")):
        page = replay("ar")
        speed = page.locator(".speed select")
        assert "1" == speed.input_value()
        speed.select_option(before)
        press(page, "play")
        page.clock.run_for(4_000)
        speed.select_option(after)
        page.clock.run_for(8_000)
        reached.append(CLOCKS.index(present(page)[0]))
    assert reached[0] < reached[1]
    assert reached[0] < reached[2]


@every_language
def test_gap(replay: Callable[..., Page], code: LanguageCode) -> None:
    """Between two moments it is said how much later the next one comes, and the clock runs through the minutes."""
    page = replay(code)
    press(page, "play")
    seen = []
    for _ in range(60):
        page.clock.run_for(100)
        seen.append((clock(page), page.locator(".now .gap").inner_text()))
    said = {text for _, text in seen if text}
    word = language(code).word("distance.exact").format(length=language(code).counted("distance.minute", 17))
    assert word in said
    assert {"15:00", "15:17"} < {time for time, _ in seen}
    assert "" == next(text for time, text in seen if time == "15:00")


@every_language
def test_steps(replay: Callable[..., Page], code: LanguageCode) -> None:
    """Each step leads to the next moment, and back the same way; at the ends it stays."""
    page = replay(code)
    seen = [clock(page)]
    for _ in CLOCKS:
        press(page, "step")
        seen.append(clock(page))
    assert [*CLOCKS, CLOCKS[-1]] == seen
    for _ in CLOCKS:
        press(page, "back")
        seen.append(clock(page))
    assert [*CLOCKS[-2::-1], CLOCKS[0]] == seen[-len(CLOCKS) :]


def test_step_from_between(replay: Callable[..., Page]) -> None:
    """Between two moments a step back leads to the one that was, and forward to the one that will be."""
    page = replay("ar", "#t=16:00")
    assert ("16:00", ["15:58"]) == (clock(page), present(page))
    press(page, "back")
    assert "15:58" == clock(page)
    press(page, "step", "back", "back")
    assert "15:52" == clock(page)


@every_language
def test_keys(replay: Callable[..., Page], code: LanguageCode) -> None:
    """The arrow to where time goes steps forward, the other one back; Home and End lead to the ends; space plays."""
    page = replay(code)
    later, earlier = ("ArrowLeft", "ArrowRight") if code == "ar" else ("ArrowRight", "ArrowLeft")
    page.locator("[data-do=step]").focus()
    found = []
    for key in (later, later, earlier, "End", earlier, "Home"):
        page.keyboard.press(key)
        found.append(clock(page))
    assert ["15:17", "15:35", "15:17", "17:19", "17:07", "15:00"] == found
    page.locator(".lanes a").first.focus()
    page.keyboard.press("Space")
    page.clock.run_for(4_800)
    page.keyboard.press("Space")
    assert "15:00" < clock(page) <= "15:17"


def test_keys_elsewhere(replay: Callable[..., Page]) -> None:
    """Keys that are pressed outside the replay are not its own."""
    page = replay("ar")
    page.locator("header a").first.focus()
    for key in ("ArrowLeft", "ArrowRight", "End", "Space"):
        page.keyboard.press(key)
    page.clock.run_for(3_000)
    assert "15:00" == clock(page)


@every_language
def test_scrubber(replay: Callable[..., Page], code: LanguageCode) -> None:
    """The scrubber leads to every minute, by mouse and by key, runs as the language does, and says the time."""
    page = replay(code)
    scrubber = page.locator("input[type=range]")
    box = scrubber.bounding_box()
    assert box is not None
    share = 0.25 if code == "en" else 0.75
    page.mouse.click(box["x"] + box["width"] * share, box["y"] + box["height"] / 2)
    assert "15:30" <= clock(page) <= "15:39"
    before = clock(page)
    page.keyboard.press("ArrowLeft" if code == "ar" else "ArrowRight")
    assert int(before[3:]) + 1 == int(clock(page)[3:])
    assert f"{clock(page)} {language(code).word('time.utc')}" == scrubber.get_attribute("aria-valuetext")
    page.keyboard.press("End")
    assert "17:19" == clock(page)


@every_language
def test_playhead(replay: Callable[..., Page], code: LanguageCode) -> None:
    """The line on the strip stands where the scrubber's handle does, from the right to the left in Arabic."""
    for width in (360, 800, 1280):
        xs = []
        for fragment in ("#t=15:00", "#t=17:19"):
            page = replay(code, fragment, viewport={"width": width, "height": 900})
            head, scrub = (page.locator(one).bounding_box() for one in (".head", "input[type=range]"))
            assert head
            assert scrub
            edge = scrub["x"] + 12 if (code == "en") == (fragment == "#t=15:00") else scrub["x"] + scrub["width"] - 12
            along = head["x"] if code == "en" else head["x"] + head["width"]
            assert abs(along - edge) < 2, (width, fragment)
            xs.append(along)
        assert (code == "en") == (xs[0] < xs[1])


@every_language
def test_address(replay: Callable[..., Page], code: LanguageCode) -> None:
    """The position stands in the address, and an address leads to its position; what is no minute of it does not."""
    page = replay(code)
    press(page, "step", "step", "step")
    assert page.url.endswith(f"{PATH}#t=15:52")
    page.evaluate("location.hash = '#t=16:12'")
    page.wait_for_function("document.querySelector('.now time').textContent === '16:12'")
    for wrong in ("#t=12:00", "#t=99:99", "#t=<b>", "#main"):
        assert "15:00" == clock(replay(code, wrong)), wrong


def test_an_address_moves_nothing(replay: Callable[..., Page]) -> None:
    """Who comes by an address sees the top of the page first."""
    assert 0 == replay("ar", "#t=17:19").evaluate("scrollY")


@every_language
def test_states(replay: Callable[..., Page], code: LanguageCode) -> None:
    """It says how long a company has been down, about where its start is; and that it works, before and after."""
    page = replay(code, "#t=16:12")
    own = language(code)
    length = own.word("duration.about").format(length=own.minutes(72, governed=True))
    down = own.word("replay.down").format(length=length)
    works = own.word("replay.working")
    states = page.locator(".sides span")
    assert [down, works] == states.all_inner_texts()
    page.locator("input[type=range]").focus()
    page.keyboard.press("End")
    assert [works, works] == states.all_inner_texts()


@every_language
def test_said(replay: Callable[..., Page], code: LanguageCode) -> None:
    """Each moment is said once when it comes; the minutes between are not."""
    page = replay(code)
    status = page.locator("[role=status]")
    assert "" == status.inner_text()
    press(page, "step")
    said = status.inner_text()
    assert said.startswith(f"15:17 {language(code).word('time.utc')}. ")
    page.locator("input[type=range]").focus()
    page.keyboard.press("ArrowUp")
    assert (said, "15:18") == (status.inner_text(), clock(page))


@every_language
def test_time_zone(replay: Callable[..., Page], code: LanguageCode) -> None:
    """The reader's own time stands beside UTC, named by its city in the page's language."""
    cities = {"en": "Riyadh", "ar": "الرياض"}
    zone = replay(code, "#t=16:12").locator(".now .other").inner_text()
    own = language(code).word("zone.of_city").format(city=cities[code])
    assert language(code).word("zone.yours").format(clock="19:12", zone=own) == zone


@pytest.mark.parametrize(
    ("zone", "said"),
    [
        ("Asia/Riyadh", "18:00 to 20:19 your time (Riyadh)"),
        ("Asia/Tokyo", "00:00 to 02:19 the next day, your time (Tokyo)"),
        ("Pacific/Honolulu", "05:00 to 07:19 your time"),
        ("Africa/Abidjan", ""),
        ("Europe/Istanbul", "18:00 to 20:19 your time"),
        ("Asia/Kolkata", "20:30 to 22:49 your time"),
    ],
)
def test_time_zone_of_an_event(opened: Open, zone: str, said: str) -> None:
    """An event's page says the same of its times, with the next day where it is that; its clocks do as a hint."""
    page = opened(timezone_id=zone).go(f"en/{EVENT}")
    lines = page.locator(".when-line .zone .other").all_inner_texts()
    shown = lines[0] if lines else ""
    assert shown.startswith(said)
    assert bool(said) == bool(shown)
    hints = page.locator("#thread time.clock").evaluate_all("all => all.map(one => one.title)")
    assert [] == [hint for hint in hints if bool(said) != ("your time" in hint)]


@every_language
def test_time_zone_moves_nothing(opened: Open, code: LanguageCode) -> None:
    """On no page does the reader's own time push anything aside."""
    for width in (360, 1280):
        for path in ("", EVENT, PATH, "stories/nine-april-2024/"):
            watched = opened(timezone_id="Asia/Kuala_Lumpur", viewport={"width": width, "height": 800})
            moved = shifts(watched.go(f"{code}/{path}"))
            assert FONTS > sum(value for value, _ in moved), (width, path)


@every_language
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_shifts(opened: Open, code: LanguageCode, width: int) -> None:
    """While it plays, nothing on the page changes its place; what is to come keeps the room that it will take."""
    page = opened(viewport={"width": width, "height": 4200}, timezone_id="Asia/Riyadh").go(f"{code}/{PATH}")
    moved = shifts(page)
    tops = (
        "[...document.querySelectorAll('.turn, .sides, .desk')].map(one => Math.round(one.getBoundingClientRect().top))"
    )
    before = page.evaluate(tops)
    for _ in CLOCKS:
        press(page, "step")
        assert before == page.evaluate(tops)
    assert moved == shifts(page)


def test_reduced_motion(replay: Callable[..., Page]) -> None:
    """Where motion is not wanted nothing moves or fades, but the clock runs as for all others."""
    page = replay("ar", reduced_motion="reduce")
    press(page, "play")
    clocks, places = set(), set()
    for _ in range(55):
        page.clock.run_for(100)
        clocks.add(clock(page))
        places.add(page.locator(".player").evaluate("one => one.style.getPropertyValue('--at')"))
    assert (2, True) == (len(places), 4 < len(clocks))
    assert ["15:17"] == present(page)
    times = page.locator(".lanes .card").evaluate_all("all => all.map(one => getComputedStyle(one).transitionDuration)")
    assert set() == set(times) - {"0s", "1e-05s", "0.00001s"}
    assert "0" != page.locator(".player").evaluate("one => one.style.getPropertyValue('--at')")


def test_in_view(replay: Callable[..., Page]) -> None:
    """A step brings its card into view, under the controls and not behind them."""
    page = replay("ar", viewport={"width": 360, "height": 640})
    for name in ("step", "step", "step", "step", "step", "step", "step", "step", "back"):
        press(page, name)
        card, desk = (page.locator(one).bounding_box() for one in (".turn.here .card", ".desk"))
        assert card
        assert desk
        assert desk["y"] + desk["height"] <= card["y"] + 1 <= 640 - 24


@pytest.mark.parametrize("size", [{"width": 320, "height": 256}, {"width": 390, "height": 800}], ids=str)
def test_controls_in_sight(replay: Callable[..., Page], size: dict[str, int]) -> None:
    """While it plays the controls stay in the window, and the present card has room beside them, however low it is."""
    page = replay("ar", viewport=size)
    press(page, "step", "step", "step", "step")
    play, desk = (page.locator(one).bounding_box() for one in ("[data-do=play]", ".desk"))
    assert play
    assert desk
    assert 0 <= play["y"] <= size["height"] - play["height"]
    assert desk["height"] < size["height"] / 2
    top = page.locator(".turn.here .card").evaluate("one => one.getBoundingClientRect().top")
    assert top < size["height"]


@every_language
def test_two_lanes(replay: Callable[..., Page], code: LanguageCode) -> None:
    """At a desk one company's cards stand where the language begins, the other's opposite; on a phone all alike."""
    page = replay(code)
    one, other = (page.locator(f".turn.{side} .card").first.bounding_box() for side in ("lane-1", "lane-2"))
    assert one
    assert other
    assert (code == "en") == (one["x"] < other["x"])
    phone = replay(code, viewport={"width": 360, "height": 800})
    boxes = [phone.locator(f".turn.{side} .card").first.bounding_box() for side in ("lane-1", "lane-2")]
    assert 1 == len({box["x"] for box in boxes if box})


ARROW = "([selector, side]) => getComputedStyle(document.querySelector(selector), side).maskImage"


@every_language
def test_arrows_of_buttons(replay: Callable[..., Page], code: LanguageCode) -> None:
    """The arrow of the next step points where time goes, and that of the last one the other way."""
    page = replay(code)
    masks = [
        page.evaluate(ARROW, [f"[data-do={name}]", side]) for name, side in (("step", "::after"), ("back", "::before"))
    ]
    names = ("next", "previous") if language(code).direction == "ltr" else ("previous", "next")
    shapes = [str(drawing(INTERFACE[name])[1]).replace('"', "'") for name in names]
    assert [True, True] == [shape in mask for shape, mask in zip(shapes, masks, strict=True)]


def rows(page: Page) -> list[str]:
    """Return the times in the table, as far as they are shown."""
    return [text.split()[-1] for text in page.locator(".same tbody time").all_inner_texts() if text]


@every_language
def test_without_script(opened: Open, code: LanguageCode) -> None:
    """Without script there is the table, and nothing to press."""
    page = opened(java_script_enabled=False).go(f"{code}/{PATH}")
    assert (CLOCKS, False, 0) == (
        rows(page),
        page.locator(".player").is_visible(),
        page.locator("main :is(button, input, select):visible").count(),
    )
    assert page.get_by_role("heading", name=language(code).word("replay.minutes")).is_visible()


@every_language
def test_on_paper(replay: Callable[..., Page], code: LanguageCode) -> None:
    """On paper there is the table, whatever was on the screen."""
    page = replay(code, "#t=16:12")
    assert not page.locator(".same table").is_visible()
    page.emulate_media(media="print")
    assert (CLOCKS, False) == (rows(page), page.locator(".player").is_visible())


@every_language
def test_table_beside_the_lanes(replay: Callable[..., Page], code: LanguageCode) -> None:
    """The same as a table is one press away, and says whether it is open."""
    page = replay(code)
    button = page.get_by_role("button", name=language(code).word("home.as_table"))
    assert "false" == button.get_attribute("aria-expanded")
    button.click()
    assert ("true", CLOCKS) == (button.get_attribute("aria-expanded"), rows(page))


@every_language
@pytest.mark.parametrize("width", [360, 1280])
def test_access(opened: Open, code: LanguageCode, width: int) -> None:
    """Nothing is wrong with it half-way, in the light and, as to colours, in the dark; nothing in it is too small."""
    for scheme, options in (("light", EVERYTHING), ("dark", COLOURS)):
        page = opened(viewport={"width": width, "height": 800}, color_scheme=scheme).go(f"{code}/{PATH}#t=16:12")
        page.locator(".fold").click()
        assert [] == violations(page, options)
    sizes = page.locator(".player :is(button, select, input)").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().height)"
    )
    assert [] == [height for height in sizes if height < 40]
