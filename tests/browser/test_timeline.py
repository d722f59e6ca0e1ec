"""The timeline's filters, order and views, each number counted anew here from the chronicle."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests import direct
from tests.browser.access import EVERYTHING, violations
from tests.browser.looks import DESK, PHONE, middle, still
from tests.browser.samples import every_look
from tests.browser.watched import Watched, shifts
from tests.built import Site
from timeline.chronicle import figures
from timeline.chronicle.chronicle import Entry
from timeline.chronicle.eras import eras_of
from timeline.language import language
from timeline.values.bilingual import LANGUAGES, LanguageCode

Open = Callable[..., Watched]
Choice = tuple[str, str]

every_language = pytest.mark.parametrize("code", LANGUAGES)

# The pause after which a count is announced, and some more.
ANNOUNCED = 800

SHOWN = """[...document.querySelectorAll('.timeline .row')].filter(row => row.checkVisibility())
    .map(row => row.querySelector('.title').href.split('/').at(-2))"""
NUMBERS = """Object.fromEntries([...document.querySelectorAll('.choices input[type=checkbox]')].map(box =>
    [`${box.name}=${box.value}`, Number(box.parentElement.querySelector('b').textContent)]))"""
YEARS = """Object.fromEntries([...document.querySelectorAll('datalist option')]
    .map(one => [one.value, Number(/\\((\\d+)\\)/.exec(one.textContent)[1])]))"""
CHECKED = "[...document.querySelectorAll('.choices :checked[type=checkbox]')].map(box => `${box.name}=${box.value}`)"
CHIPS = "[...document.querySelectorAll('.chips button')].map(chip => chip.firstChild.textContent)"

# What a search answers, in the order of rank; any query finds it.
FOUND = ("2024-04-09-lumora-login-outage", "2024-04-09-vance-hedgehogs", "2021-10-11-lumora-route-outage")


# The eras of the site, as its settings say.
ERAS = [choice.era for choice in direct.settings().eras]


@dataclass(frozen=True)
class Asked:
    """What a reader asks for: choices by group, and a stretch of years."""

    choices: tuple[Choice, ...] = ()
    first: str = "0000"
    last: str = "9999"
    only: frozenset[str] | None = None
    groups: dict[str, set[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for group, value in self.choices:
            self.groups.setdefault(group, set()).add(value)

    def shows(self, entry: Entry, but: str = "") -> bool:
        """Say whether an entry is what is asked for, or would be if one group did not count."""
        met = values(entry)
        groups = all(group == but or chosen & met[group] for group, chosen in self.groups.items())
        years = but == "years" or self.first <= entry.year <= self.last
        return groups and years and (self.only is None or entry.id in self.only)

    @property
    def query(self) -> str:
        """The address that asks for the choices."""
        return "&".join(f"{group}={value}" for group, value in self.choices)


def values(entry: Entry) -> dict[str, set[str]]:
    """Return what an entry is, by group."""
    event = entry.event
    return {
        "kind": {event.kind},
        "company": set(entry.companies),
        "failed": set(entry.failed),
        "place": set(entry.places),
        "era": set(eras_of(entry, ERAS)),
        "country": set(entry.event.outage.countries) if entry.event.outage else set(),
        "person": set(entry.people),
        "tag": set(event.tags),
        "status": {event.status},
    }


def wanted_ids(site: Site, asked: Asked) -> list[str]:
    """Return the entries that should be shown, newest first."""
    return [entry.id for entry in reversed(site.chronicle.entries) if asked.shows(entry)]


def wanted_numbers(site: Site, asked: Asked) -> dict[str, int]:
    """Count what should stand beside each choice: how many it would show with all other groups as they are."""
    counted: Counter[str] = Counter()
    for entry in site.chronicle.entries:
        for group, found in values(entry).items():
            if asked.shows(entry, but=group):
                kept = found & {"debunked"} if entry.event.is_debunked else found
                counted.update(f"{group}={value}" for value in kept)
    return dict(counted)


def text_of_result(site: Site, code: LanguageCode, asked: Asked) -> str:
    """Say how many entries are shown, in words."""
    own = language(code)
    shown = [entry for entry in site.chronicle.entries if asked.shows(entry)]
    held, total = sum(not entry.event.is_debunked for entry in shown), len(site.chronicle.held)
    if not shown:
        return own.word("timeline.nothing")
    entries = own.counted("count.entries", total)
    if held < total:
        entries = own.counted("timeline.some", total, shown=own.number(held))
    if held == len(shown):
        return entries
    claims = own.counted("timeline.debunked", len(shown) - held)
    return own.word("timeline.and").format(entries=entries, debunked=claims) if held else claims


def press(page: Page, choices: Iterable[Choice]) -> None:
    """Choose, or take back, what a reader can see and press, after opening what is folded away."""
    folded = page.locator(".all[aria-expanded=false]:visible")
    while folded.count():
        folded.first.click()
    for group, value in choices:
        page.locator(f"label:has(input[name={group}][value='{value}'])").click()


def query_of(page: Page) -> dict[str, list[str]]:
    """Return what the address asks for."""
    return parse_qs(urlsplit(page.url).query)


def answered(watched: Watched, ids: Iterable[str] = FOUND) -> None:
    """Let a search find the same entries for every query."""
    answer = {"ids": list(ids), "part": False, "lacking": [], "near": [], "changed": [], "keys": ""}
    body = (
        f"addEventListener('message', ({{data: {{number}}}}) => postMessage({{number, answer: {json.dumps(answer)}}}))"
    )
    watched.page.route(
        "**/assets/*/search/browser/worker.js", lambda route: route.fulfill(body=body, content_type="text/javascript")
    )


COMBINED = (
    Asked((("kind", "jab"),)),
    Asked((("kind", "jab"), ("kind", "reply"))),
    Asked(
        (("kind", "jab"), ("kind", "reply"), ("company", "quillby"), ("status", "reported"), ("status", "confirmed"))
    ),
    Asked((("failed", "wavechat"), ("tag", "login"), ("company", "lumora"))),
    Asked((("person", "odin-vance"), ("person", "selma-brandt"), ("tag", "rowing-race"), ("status", "debunked"))),
    Asked((("status", "debunked"),)),
    Asked((("kind", "analysis"), ("tag", "hedgehogs"))),
)


@every_language
@pytest.mark.parametrize("asked", COMBINED, ids=lambda asked: asked.query)
def test_filters_combine(site: Site, opened: Open, code: LanguageCode, asked: Asked) -> None:
    """Within a group any choice is enough, between groups all must be met, and all numbers follow."""
    page = opened(viewport=DESK).go(f"{code}/timeline/")
    press(page, asked.choices)
    assert wanted_ids(site, asked) == page.evaluate(SHOWN)
    numbers: dict[str, int] = page.evaluate(NUMBERS)
    assert wanted_numbers(site, asked) == {one: number for one, number in numbers.items() if number}
    assert text_of_result(site, code, asked) == page.locator(".count").inner_text()


@every_language
def test_years_combine(site: Site, opened: Open, code: LanguageCode) -> None:
    """A stretch of years combines with the rest; the numbers of the years tell what another stretch would show."""
    page = opened(viewport=DESK).go(f"{code}/timeline/?company=quillby")
    page.locator("input[name=from]").fill("2023")
    page.locator("input[name=to]").fill("2024")
    page.locator("input[name=to]").press("Enter")
    asked = Asked((("company", "quillby"),), "2023", "2024")
    assert wanted_ids(site, asked) == page.evaluate(SHOWN)
    numbers: dict[str, int] = page.evaluate(NUMBERS)
    assert wanted_numbers(site, asked) == {one: number for one, number in numbers.items() if number}
    years = Counter(entry.year for entry in site.chronicle.held if asked.shows(entry, but="years"))
    found: dict[str, int] = page.evaluate(YEARS)
    assert years == Counter(found)
    assert {"from": ["2023"], "to": ["2024"], "company": ["quillby"]} == query_of(page)


@every_language
def test_counts_of_months(site: Site, opened: Open, code: LanguageCode) -> None:
    """Each month that is shown says how many of its entries are shown, and each day is named once."""
    page = opened(viewport=DESK).go(f"{code}/timeline/?kind=jab&kind=reply&status=reported&status=debunked")
    months: list[tuple[int, str]] = page.evaluate(
        """[...document.querySelectorAll('.month')].filter(month => month.checkVisibility()).map(month => [
            [...month.querySelectorAll('.row')].filter(row => row.checkVisibility() &&
                !row.querySelector('.mark').getAttribute('aria-label').includes(debunked)).length,
            month.querySelector('h3 span').textContent])""".replace(
            "debunked", repr(language(code).word("status.debunked.name"))
        )
    )
    assert [language(code).counted("count.entries", held) for held, _ in months] == [said for _, said in months]
    days: list[list[str]] = page.evaluate(
        """[...document.querySelectorAll('.month')].filter(month => month.checkVisibility()).map(month =>
            [...month.querySelectorAll('.row')].filter(row => row.checkVisibility())
                .map(row => row.querySelector('.day'))
                .filter(day => getComputedStyle(day).visibility === 'visible').map(day => day.textContent))"""
    )
    assert [] == [named for named in days if len(named) != len(set(named))]
    assert 3 < len(days)


@every_language
def test_address(site: Site, opened: Open, code: LanguageCode) -> None:
    """What is chosen stands in the address, comes back from it, and each step can be gone back and forward."""
    watched = opened(viewport=DESK)
    page = watched.go(f"{code}/timeline/")
    steps = [Asked(), Asked((("kind", "jab"),)), Asked((("kind", "jab"), ("tag", "rowing-race")))]
    press(page, [("kind", "jab")])
    press(page, [("tag", "rowing-race")])
    assert {"kind": ["jab"], "tag": ["rowing-race"]} == query_of(page)
    page.reload()
    assert ["kind=jab", "tag=rowing-race"] == page.evaluate(CHECKED)
    assert wanted_ids(site, steps[2]) == page.evaluate(SHOWN)
    for asked in (steps[1], steps[0]):
        page.go_back()
        assert wanted_ids(site, asked) == page.evaluate(SHOWN)
    assert ({}, []) == (query_of(page), page.evaluate(CHECKED))
    page.go_forward()
    assert (wanted_ids(site, steps[1]), ["kind=jab"]) == (page.evaluate(SHOWN), page.evaluate(CHECKED))
    assert [] == watched.troubles


@every_language
def test_other_language(site: Site, opened: Open, code: LanguageCode) -> None:
    """The other language's page shows the same entries."""
    page = opened(viewport=DESK).go(f"{code}/timeline/?kind=jab&sort=oldest")
    page.locator("header a.other").click()
    page.wait_for_url("**/en/timeline/?*" if code == "ar" else "**/ar/timeline/?*")
    assert wanted_ids(site, Asked((("kind", "jab"),)))[::-1] == page.evaluate(SHOWN)


@every_language
def test_announced(site: Site, opened: Open, code: LanguageCode) -> None:
    """A screen reader is told how many entries are left, once after several quick changes."""
    watched = opened(viewport=DESK)
    still(watched.page)
    page = watched.go(f"{code}/timeline/")
    page.clock.run_for(ANNOUNCED)
    page.evaluate(
        """() => { window.told = []; const status = document.querySelector('.timeline [role=status]');
            new MutationObserver(() => told.push(status.textContent)).observe(status, {childList: true}); }"""
    )
    page.evaluate("['jab', 'reply', 'truce'].forEach(kind => document.querySelector(`[value=${kind}]`).click())")
    page.clock.run_for(ANNOUNCED)
    asked = Asked((("kind", "jab"), ("kind", "reply"), ("kind", "truce")))
    assert [text_of_result(site, code, asked)] == page.evaluate("told")


@every_language
def test_order(site: Site, opened: Open, code: LanguageCode) -> None:
    """The list runs either way; which one stands in the address."""
    page = opened(viewport=DESK).go(f"{code}/timeline/")
    own, everything = language(code), wanted_ids(site, Asked())
    page.get_by_text(own.word("timeline.oldest"), exact=True).click()
    assert (everything[::-1], {"sort": ["oldest"]}) == (page.evaluate(SHOWN), query_of(page))
    years: list[str] = page.evaluate("[...document.querySelectorAll('.of-year h2 a')].map(a => a.textContent)")
    assert sorted(years) == years
    page.get_by_text(own.word("timeline.newest"), exact=True).click()
    assert (everything, {}) == (page.evaluate(SHOWN), query_of(page))


@every_language
def test_full_view(site: Site, opened: Open, code: LanguageCode) -> None:
    """The full view shows each entry's first fact and the number of its sources, which are fetched only then."""
    watched = opened(viewport=DESK)
    page = watched.go(f"{code}/timeline/?kind=jab")
    details = f"timeline/{code}.json"
    assert [] == [one for one in watched.requests if one.endswith(details)]
    page.get_by_text(language(code).word("timeline.full"), exact=True).click()
    page.locator(".row:not([hidden]) .whole").first.wait_for()
    assert ({"kind": ["jab"], "view": ["full"]}, 1) == (
        query_of(page),
        sum(one.endswith(details) for one in watched.requests),
    )
    found: list[list[str]] = page.evaluate(
        """[...document.querySelectorAll('.row:not([hidden]) .whole')].map(one =>
            [...one.children].map(part => part.textContent))"""
    )
    entries = [site.chronicle.by_id[one].event for one in wanted_ids(site, Asked((("kind", "jab"),)))]
    counted = language(code).counted
    assert [
        [event.facts[0].in_language(code), counted("count.sources", len(event.sources))] for event in entries
    ] == found
    page.get_by_text(language(code).word("timeline.compact"), exact=True).click()
    assert not page.locator(".whole").first.is_visible()


@every_language
def test_full_view_that_does_not_come(site: Site, opened: Open, code: LanguageCode) -> None:
    """If the rest of the full view cannot be fetched the page says so, and shows what it has."""
    watched = opened(viewport=DESK)
    watched.page.route(f"**/timeline/{code}.json", lambda route: route.fulfill(status=500, body=""))
    page = watched.go(f"{code}/timeline/?view=full")
    expect(page.locator(".count")).to_contain_text(language(code).word("timeline.unread"))
    assert wanted_ids(site, Asked()) == page.evaluate(SHOWN)


@every_language
def test_chips(site: Site, opened: Open, code: LanguageCode) -> None:
    """Everything that is chosen stands as a chip that takes it back; one button takes back all."""
    page = opened(viewport=DESK).go(f"{code}/timeline/?kind=jab&company=quillby&from=2023&to=2024")
    own, names = language(code), site.chronicle.vocabulary
    wanted = [
        names.kinds["jab"].name.in_language(code),
        names.companies["quillby"].name.in_language(code),
        own.word("timeline.since").format(year="2023"),
        own.word("timeline.until").format(year="2024"),
    ]
    assert wanted == page.evaluate(CHIPS)
    page.get_by_role("button", name=own.word("timeline.remove").format(name=wanted[0])).click()
    assert wanted[1:] == page.evaluate(CHIPS)
    assert wanted_ids(site, Asked((("company", "quillby"),), "2023", "2024")) == page.evaluate(SHOWN)
    page.get_by_role("button", name=own.word("timeline.clear")).click()
    assert ([], {}) == (page.evaluate(CHIPS), query_of(page))
    assert wanted_ids(site, Asked()) == page.evaluate(SHOWN)
    assert not page.locator(".clear").is_visible()


@every_language
def test_keyboard(site: Site, opened: Open, code: LanguageCode) -> None:
    """Keys alone fold the filters open on a phone, choose, take back and change the order, with the focus kept."""
    page = opened(viewport=PHONE).go(f"{code}/timeline/")
    tab_to(page, ".fold")
    page.keyboard.press("Enter")
    tab_to(page, "[value=jab]")
    page.keyboard.press("Space")
    assert wanted_ids(site, Asked((("kind", "jab"),))) == page.evaluate(SHOWN)
    badge = page.locator(".fold .chosen")
    said = (badge.locator("b").inner_text(), badge.locator(".vh").text_content())
    assert ("1", language(code).counted("timeline.chosen", 1)) == said
    tab_to(page, "[name=sort]:checked")
    page.keyboard.press("ArrowDown")
    assert {"kind": ["jab"], "sort": ["oldest"]} == query_of(page)
    tab_to(page, ".chips button")
    page.keyboard.press("Enter")
    assert {"sort": ["oldest"]} == query_of(page)
    assert page.evaluate("document.activeElement.classList.contains('result')")


@every_language
def test_way_out(site: Site, opened: Open, code: LanguageCode) -> None:
    """On a phone a button in sight of all filters says how many entries they leave, and leads to these."""
    page = opened(viewport=PHONE).go(f"{code}/timeline/")
    page.locator(".fold").click()
    way = page.locator(".way-out .show")
    for value in ("outage", "quillby"):
        page.locator(f".filters [value={value}]").first.check()
        box = way.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= PHONE["height"]
    left = wanted_ids(site, Asked((("kind", "outage"), ("company", "quillby"))))
    expect(way).to_have_text(language(code).counted("timeline.show", len(left)))
    way.click()
    assert not page.locator(".choices").is_visible()
    assert page.evaluate("document.activeElement.classList.contains('result')")
    top = page.evaluate("document.querySelector('.result').getBoundingClientRect().top")
    assert 0 <= top < PHONE["height"] / 4


@every_language
def test_escape_folds(opened: Open, code: LanguageCode) -> None:
    """Escape folds the filters on a phone and gives the focus back to their button; what was chosen stays."""
    page = opened(viewport=PHONE).go(f"{code}/timeline/")
    page.locator(".fold").click()
    page.locator("[value=jab]").check()
    page.keyboard.press("Escape")
    assert not page.locator(".choices").is_visible()
    assert page.evaluate("document.activeElement.classList.contains('fold')")
    assert {"kind": ["jab"]} == query_of(page)


def test_no_way_out_at_a_desk(opened: Open) -> None:
    """Where the filters stand beside the list, nothing leads away from them."""
    page = opened(viewport=DESK).go("en/timeline/?kind=jab")
    assert (False, False) == (page.locator(".way-out").is_visible(), page.locator(".fold").is_visible())


def tab_to(page: Page, selector: str) -> None:
    """Press the tabulator until an element has the focus, which then can be seen."""
    for _ in range(120):
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            ring = "getComputedStyle(document.activeElement.matches('.vh') ? document.activeElement.nextElementSibling"
            assert "3px" == page.evaluate(f"{ring} : document.activeElement).outlineWidth")
            return
        page.keyboard.press("Tab")
    pytest.fail(f"no key leads to {selector}")


@every_language
def test_long_groups(site: Site, opened: Open, code: LanguageCode) -> None:
    """Of a long group the first choices are shown, the rest at a press; what is chosen there stays to be seen."""
    *_, last = site.page(code, "timeline/").all("input", name="person")
    page = opened(viewport=DESK).go(f"{code}/timeline/?person={last.get('value')}")
    group = page.locator("fieldset[data-group=person]")
    visible = group.locator("label:visible")
    assert (9, True) == (visible.count(), group.locator("label").last.is_visible())
    button = group.locator("button")
    button.click()
    assert (group.locator("label").count(), "true") == (visible.count(), button.get_attribute("aria-expanded"))
    button.click()
    assert (9, "false") == (visible.count(), button.get_attribute("aria-expanded"))


@every_language
def test_a_choice_of_none(opened: Open, code: LanguageCode) -> None:
    """A choice that nothing would meet stays, with a dashed box, and can be chosen; then nothing is found."""
    page = opened(viewport=DESK).go(f"{code}/timeline/?kind=truce")
    box = page.locator("[name=status][value=disputed]")
    assert "dashed" == box.evaluate("box => getComputedStyle(box).borderTopStyle")
    box.check()
    assert [] == page.evaluate(SHOWN)
    assert language(code).word("timeline.nothing") == page.locator(".count").inner_text()
    assert page.locator(".nothing a").is_visible()


HOSTILE = (
    "kind=<img src=x onerror=alert(1)>&from=abc",
    "kind=__proto__&company=constructor&tag=toString",
    "from=2024-01-32&to=99999&sort=<script>alert(1)</script>&view=javascript:alert(1)",
    "kind=jab'\"]&status=%00&person=%E2%80%AE&from=-1&to=1e3",
    "kind=%&view=%FF&sort",
    "kind=" + "jab," * 3000,
    "from[]=2024&kind[]=jab",
)


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_address(site: Site, opened: Open, query: str) -> None:
    """An address that asks for what does not exist changes nothing and runs nothing."""
    watched = opened(viewport=DESK)
    page = watched.go(f"en/timeline/?{quote(query, safe='=&%[]')}")
    assert wanted_ids(site, Asked()) == page.evaluate(SHOWN)
    assert ([], [], []) == (page.evaluate(CHIPS), page.evaluate(CHECKED), watched.troubles)
    press(page, [("kind", "jab")])
    assert {"kind": ["jab"]} == query_of(page)


def test_hostile_query(opened: Open) -> None:
    """A query that looks like a program is a text like any other, wherever it is shown."""
    watched = opened(viewport=DESK)
    answered(watched)
    text = "<img src=x onerror=alert(1)>\"'"
    page = watched.go(f"en/timeline/?q={quote(text)}")
    page.locator(".found .row").first.wait_for()
    assert text == page.locator("input.query").input_value()
    assert [] == watched.troubles


def test_years_in_the_wrong_order(site: Site, opened: Open) -> None:
    """Two years are a stretch, whichever comes first."""
    page = opened(viewport=DESK).go("en/timeline/?from=2024&to=2022")
    assert wanted_ids(site, Asked((), "2022", "2024")) == page.evaluate(SHOWN)


@every_language
def test_days(site: Site, opened: Open, code: LanguageCode) -> None:
    """A stretch may begin on a month or a day, and stands so in the address; what began before is not in it."""
    first = sorted(entry.event.when.started.start for entry in site.chronicle.held)[len(site.chronicle.held) // 2]
    for since in (f"{first:%Y-%m}", f"{first:%Y-%m-%d}"):
        page = opened(viewport=DESK).go(f"{code}/timeline/?from={since}")
        begins = {e.id for e in site.chronicle.entries if f"{e.event.when.started.start:%Y-%m-%d}" >= since}
        assert begins == set(page.evaluate(SHOWN))
        assert since == page.locator("input[name=from]").input_value()


@every_language
def test_no_date(site: Site, opened: Open, code: LanguageCode) -> None:
    """What is no date limits nothing, stays where it was typed, and is said beside the count."""
    page = opened(viewport=DESK).go(f"{code}/timeline/")
    page.locator("input[name=from]").fill("2022-13")
    page.locator("input[name=from]").press("Enter")
    assert language(code).word("timeline.no_date").format(text="2022-13") in page.locator(".count").inner_text()
    assert wanted_ids(site, Asked()) == page.evaluate(SHOWN)
    assert "2022-13" == page.locator("input[name=from]").input_value()


def test_digits_of_the_other_script(site: Site, opened: Open) -> None:
    """A year in Arabic digits is the year."""
    page = opened(viewport=DESK).go("ar/timeline/")
    page.locator("input[name=from]").fill("٢٠٢٤")
    page.locator("input[name=from]").press("Enter")
    assert wanted_ids(site, Asked((), "2024")) == page.evaluate(SHOWN)


@every_language
def test_lengths_of_what_is_shown(site: Site, opened: Open, code: LanguageCode) -> None:
    """Under the count stand how many outages are shown, how many of known length, and these together and at most."""
    page = opened(viewport=DESK).go(f"{code}/timeline/?company=quillby")
    own = language(code)
    counted = figures.outages_among(entry for entry in site.chronicle.held if "quillby" in entry.companies)
    said = page.locator(".lengths").inner_text()
    longest = max(counted.lengths.known, key=lambda known: known[1].minutes)[0]
    assert own.counted("count.outages", counted.all.value) in said
    assert f"{round(100 * counted.known.value / counted.all.value)}%" in said
    assert own.minutes(counted.total_minutes.value, governed=not counted.total_minutes.exact) in said
    assert page.locator(".lengths a").get_attribute("href").endswith(f"events/{longest.id}/")  # type: ignore[union-attr]
    page = opened(viewport=DESK).go(f"{code}/timeline/?kind=jab")
    assert not page.locator(".lengths").is_visible()


@every_language
def test_query(site: Site, opened: Open, code: LanguageCode) -> None:
    """A search stands in the address, orders by rank with whole dates, and combines with filters and with dates."""
    watched = opened(viewport=DESK)
    answered(watched)
    page = watched.go(f"{code}/timeline/")
    assert [] == [one for one in watched.requests if "/search/" in one]
    page.locator("input.query").fill("hedgehogs")
    page.locator(".found .row").first.wait_for()
    assert (list(FOUND), {"q": ["hedgehogs"]}) == (page.evaluate(SHOWN), query_of(page))
    dates = [language(code).date(site.chronicle.by_id[one].event.when.started) for one in FOUND]
    assert dates == page.locator(".found .day").all_inner_texts()
    press(page, [("kind", "outage")])
    asked = Asked((("kind", "outage"),), only=frozenset(FOUND))
    outages = wanted_ids(site, asked)
    assert outages == page.evaluate(SHOWN)
    numbers: dict[str, int] = page.evaluate(NUMBERS)
    assert wanted_numbers(site, asked) == {one: number for one, number in numbers.items() if number}
    page.get_by_text(language(code).word("timeline.oldest"), exact=True).click()
    assert (outages[::-1], {"q": ["hedgehogs"], "kind": ["outage"], "sort": ["oldest"]}) == (
        page.evaluate(SHOWN),
        query_of(page),
    )
    page.locator("input.query").fill("")
    page.wait_for_url(re.compile("timeline/[^q]*$"))
    assert wanted_ids(site, Asked((("kind", "outage"),)))[::-1] == page.evaluate(SHOWN)


def test_typing_is_one_step(opened: Open) -> None:
    """However long the reader types, one step back leads to where it began."""
    watched = opened(viewport=DESK)
    answered(watched)
    page = watched.go("en/timeline/?kind=jab")
    for text in ("hed", "hedgehog", "hedgehogs"):
        page.locator("input.query").fill(text)
        page.wait_for_url(f"**q={text}")
    page.go_back()
    assert ({"kind": ["jab"]}, "") == (query_of(page), page.locator("input.query").input_value())


def test_search_that_does_not_come(site: Site, opened: Open) -> None:
    """If the search cannot be fetched the page says so and shows the entries without it."""
    watched = opened(viewport=DESK)
    watched.page.route("**/assets/*/search/browser/search.js", lambda route: route.fulfill(status=500, body=""))
    page = watched.go("en/timeline/?q=hedgehogs&kind=jab")
    page.locator("html:not([data-asked])").wait_for()
    expect(page.locator(".count")).to_contain_text(language("en").word("timeline.unsearched"))
    assert wanted_ids(site, Asked((("kind", "jab"),))) == page.evaluate(SHOWN)


@every_language
@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("query", ["", "?kind=jab&from=2023&sort=oldest", "?view=full&status=debunked"])
def test_nothing_shifts(opened: Open, code: LanguageCode, viewport: dict[str, int], query: str) -> None:
    """The script moves nothing while the page loads, whatever it is asked for; fonts, which may, are left out."""
    watched = opened(viewport=viewport)
    watched.page.route("**/*.woff2", lambda route: route.abort())
    page = watched.go(f"{code}/timeline/{query}")
    assert [] == shifts(page)
    assert 0 < len(page.evaluate(SHOWN))


@every_look
def test_access(opened: Open, code: LanguageCode, scheme: str, width: int) -> None:
    """With all filters open, some chosen, and chips, axe-core finds nothing wrong."""
    window = opened(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = window.go(f"{code}/timeline/?kind=jab&person=odin-vance&view=full")
    if width < DESK["width"]:
        page.locator(".fold").click()
    press(page, [("company", "quillby")])
    expect(page.locator(".timeline [role=status]")).to_have_text(page.locator(".count").inner_text())
    # Where the way out lies over the filters, it hides a part of whatever is scrolled below it.
    page.locator(".result").evaluate("element => element.scrollIntoView()")
    assert [] == violations(page, EVERYTHING)


@every_language
def test_mirrored(opened: Open, code: LanguageCode) -> None:
    """The filters stand where the language begins, and in them the boxes before the names before the numbers."""
    page = opened(viewport=DESK).go(f"{code}/timeline/?q=")
    label = page.locator("label:has([value=jab])")
    order = [page.locator(".filters"), page.locator(".main")]
    within = [label.locator("input"), label.locator("span"), label.locator("b")]
    for row in (order, within):
        places = [middle(one) for one in row]
        assert sorted(places, reverse=language(code).direction == "rtl") == places


@every_language
@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
def test_without_script(site: Site, opened: Open, code: LanguageCode, viewport: dict[str, int]) -> None:
    """Without script every entry stands there, and no control that would do nothing."""
    page = opened(viewport=viewport, java_script_enabled=False).go(f"{code}/timeline/?kind=jab")
    assert page.locator(".row").first.is_visible()
    assert len(site.chronicle.entries) == page.locator(".timeline .row:not([hidden]) .title").count()
    for control in page.locator("main :is(input, button, select)").all():
        assert not control.is_visible()


def test_print(opened: Open) -> None:
    """On paper stands what is shown, without controls."""
    page = opened(viewport=DESK).go("en/timeline/?kind=jab")
    page.emulate_media(media="print")
    assert [False, False, True] == [page.locator(one).first.is_visible() for one in (".filters", ".chips", ".count")]
    assert re.search(r"\d", page.locator(".count").inner_text())


def test_date_in_its_order(opened: Open) -> None:
    """A day stands in a chip from its year to its day, in Arabic too."""
    page = opened(viewport=PHONE).go("ar/timeline/?from=2024-04-09")
    lefts = """chip => {
        const node = chip.firstChild, at = node.data.indexOf("2024");
        return [at, at + 5, at + 8].map((place) => {
            const range = document.createRange();
            range.setStart(node, place);
            range.setEnd(node, place + 1);
            return range.getBoundingClientRect().left;
        });
    }"""
    places = page.locator(".chips button").evaluate(lefts)
    assert sorted(places) == places
