"""The site of the real record: the story that it grew from, row by row, what it promises, and what it weighs.

With ``test_real_record`` this is all that depends on the record: whoever corrects an event looks here.
"""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from mkdocs.config import load_config
from playwright.sync_api import Browser

from devtools.chromium import hosted
from tests.asking import Asked
from tests.browser.asking import by_filter, by_search, said
from tests.browser.searching import ask, hits
from tests.browser.watched import Watched
from tests.built import ROOT, Page, Site, below, built, copy_project, once, parse, text_of
from tests.plain import read_files
from timeline.checking.result import check
from timeline.chronicle.chronicle import compile_chronicle
from timeline.language import language
from timeline.site.settings import EraChoice, Settings
from timeline.values.bilingual import LANGUAGES, LanguageCode


@dataclass(frozen=True)
class Row:
    """One line of the story: its events, and what their pages must say between them."""

    events: tuple[str, ...]
    quotes: tuple[str, ...]
    words: dict[LanguageCode, tuple[str, ...]]


ROWS = {
    "the outage of 5 March 2024": Row(
        ("2024-03-05-meta-login-outage",),
        (),
        {
            "en": ("Facebook", "Instagram", "Threads", "Messenger", "password was refused", "550,000", "17:19"),
            "ar": ("فيسبوك", "إنستغرام", "ثريدز", "ماسنجر", "كلمات المرور", "550,000", "17:19"),
        },
    ),
    "our servers are working": Row(
        ("2024-03-05-musk-our-servers-are-working",),
        ("If you’re reading this post, it’s because our servers are working",),
        {"en": ("Musk", "on X"), "ar": ("ماسك", "خوادمنا تعمل", "على إكس")},
    ),
    "the penguins": Row(
        ("2024-03-05-musk-penguins-meme",),
        (),
        {"en": ("penguins", "salute", "leader"), "ar": ("بطاريق", "التحية", "لقائدها")},
    ),
    "Andy Stone, twice": Row(
        ("2024-03-05-andy-stone-aware", "2024-03-05-andy-stone-resolved"),
        ("We’re aware people are having trouble accessing our services.", "as quickly as possible", "apologize"),
        {"en": ("Andy Stone", "15:52", "17:19"), "ar": ("آندي ستون", "15:52", "17:19", "نعتذر")},
    ),
    "the challenge and the first answers": Row(
        ("2023-06-21-musk-up-for-cage-match", "2023-06-21-zuckerberg-send-me-location"),
        ("I’m up for a cage match if he is lol", "Send Me Location"),
        {"en": ("cage match",), "ar": ("القفص", "أرسل لي الموقع")},
    ),
    "time to move on": Row(
        ("2023-08-13-zuckerberg-time-to-move-on",),
        ("I think we can all agree Elon isn’t serious and it’s time to move on. I offered a real date.",),
        {
            "en": ("on Threads", "not confirmed", "surgery", "practice round", "back yard"),
            "ar": ("ثريدز", "لم يؤكد", "جراحة", "جولة تدريبية", "الفناء الخلفي"),
        },
    ),
    "a chicken": Row(
        ("2023-08-13-musk-zuck-is-a-chicken",), ("Zuck is a chicken",), {"en": ("on X",), "ar": ("على إكس", "الدجاجة")}
    ),
    "the false posts of 5 March 2024": Row(
        ("2024-03-05-debunked-chill-guys-parody", "2024-03-05-debunked-let-them-in"),
        ("Chill guys. Wait few minutes everything will be solved", "To je zato što sam ih pustio unutra"),
        {"en": ("parody", "AFP Fact Check"), "ar": ("حساب ساخر", "فرانس برس")},
    ),
}

# What the page of the three readings must link, for each reading the events that speak for it.
READINGS = (
    "2024-03-05-musk-our-servers-are-working",
    "2023-08-06-zuckerberg-ready-today",
    "2024-03-05-andy-stone-aware",
)

# The stories that the record promises its readers.
PROMISED = {
    "cage-fight", "five-march-2024", "four-october-2021", "day-threads-opened", "community-notes",
    "ten-march-2025", "ai-quarrel", "fakes-and-parodies", "the-thaw",
}  # fmt: skip

# A page of many sources, and those that have the whole record on them, with all that a first visit fetches.
EVENT = "events/2024-03-05-meta-login-outage/"
HEAVIEST = {EVENT: 190 * 1024, "": 280 * 1024, "timeline/": 280 * 1024}

# What servers do not compress again.
PACKED = (".woff2", ".png")

every_row = pytest.mark.parametrize("row", ROWS.values(), ids=ROWS.keys())
every_language = pytest.mark.parametrize("code", LANGUAGES)


@pytest.fixture(scope="module")
def served(shared: Path) -> Path:
    """A folder to be served, in which the site of the record stands where its address says."""
    inputs = once(shared / "real-inputs", lambda folder: copy_project(ROOT, folder, ROOT / "events"))
    return once(shared / "real-www", lambda folder: built(inputs, folder / "timeline"))


@pytest.fixture(scope="module")
def site(served: Path) -> Site:
    """The site of the record."""
    address = "https://our-servers-are-working.github.io/timeline/"
    return Site(served / "timeline", compile_chronicle(check(ROOT / "events").record), address)


def eras() -> tuple[EraChoice, ...]:
    """Return the eras that the settings name."""
    return Settings.read(load_config(config_file=str(ROOT / "mkdocs.yml")).plugins["timeline"].config["site"]).eras


def shown(pages: list[Page]) -> str:
    """Return the text of some pages' own content, with even white space."""
    return " ".join(" ".join(text_of(page.main).split()) for page in pages)


@every_language
@every_row
def test_row(site: Site, row: Row, code: LanguageCode) -> None:
    """A row of the story is on the site: its events, its words verbatim, and what happened."""
    text = shown([site.event(code, one) for one in row.events])
    assert [] == [words for words in (*row.quotes, *row.words[code]) if words not in text]


@every_language
@every_row
def test_row_is_found(site: Site, row: Row, code: LanguageCode) -> None:
    """A reader who knows only the year of a row's event finds it."""
    for one in row.events:
        year = site.page(code, f"years/{one[:4]}/")
        assert {site.event(code, one).path} <= year.linked
        assert {year.path} <= site.page(code, "years/").linked <= site.pages.keys()


@every_language
def test_false_posts_are_marked(site: Site, code: LanguageCode) -> None:
    """The false posts say that they are false on their own pages, and stand among what was never said."""
    own = language(code)
    for one in ROWS["the false posts of 5 March 2024"].events:
        page = site.event(code, one)
        assert own.word("status.debunked.name") in shown([page])
        assert {page.path} <= site.page(code, "debunked/").linked


@every_language
def test_three_readings(site: Site, code: LanguageCode) -> None:
    """The page of the three readings links the events that speak for each, and stands in the navigation."""
    page = site.page(code, "three-readings/")
    assert {site.event(code, one).path for one in READINGS} <= page.linked
    home = site.page(code, "").address
    links = (link for nav in site.page(code, "").first("header").iter("nav") for link in nav.iter("a"))
    places = {below(urljoin(home, link.get("href", "")), site.base) for link in links}
    assert page.path in places


def test_same_readings_in_both_languages(site: Site) -> None:
    """Both languages' readings rest on the same events."""
    linked = [
        {path.partition("/")[2] for path in site.page(code, "three-readings/").linked if "/events/" in path}
        for code in LANGUAGES
    ]
    assert 20 <= len(linked[0])
    assert linked[0] == linked[1]


def test_both_sides_go_down(site: Site) -> None:
    """The record holds at least twenty events, and at least three outages of either side."""
    held = site.chronicle.held
    outages = [entry.event.outage.company for entry in held if entry.event.outage]
    assert (True, True, True) == (len(held) >= 20, outages.count("x") >= 3, outages.count("meta") >= 3)


@every_language
def test_promised_stories(code: LanguageCode) -> None:
    """The record has the stories that it promises, each with an introduction of 60 to 120 words."""
    stories = read_files(ROOT / "events", "stories/*.yml")
    assert set() == PROMISED - stories.keys()
    lengths = {one: len(file["introduction"][code].split()) for one, file in stories.items()}
    assert {} == {one: length for one, length in lengths.items() if not 60 <= length <= 120}


def test_article_that_frames(served: Path) -> None:
    """Every part of the record that the example article of the papers frames is there."""
    framed = [
        urlsplit(one.get("src", "")) for one in parse((ROOT / "docs/embedding.html").read_text("utf-8")).iter("iframe")
    ]
    assert [True] * 3 == [(served / one.path.lstrip("/") / "index.html").is_file() for one in framed]


@pytest.fixture(scope="module")
def window(served: Path, browser: Browser) -> Iterator[Watched]:
    """A window on the site."""
    with hosted(served) as address:
        yield Watched(browser.new_context(viewport={"width": 1280, "height": 800}), address)


@pytest.mark.browser
@every_language
@pytest.mark.parametrize("path", HEAVIEST, ids=lambda path: path or "home")
def test_first_visit(window: Watched, served: Path, code: LanguageCode, path: str) -> None:
    """The largest pages open without a word to the console, and weigh no more on the wire than they may."""
    window.requests.clear()
    window.go(f"{code}/{path}")
    found = {url: len(content(served, url)) for url in window.requests}
    assert ([], True) == (window.troubles, sum(found.values()) <= HEAVIEST[path]), found


def content(served: Path, url: str) -> bytes:
    """Return what a server that compresses sends for an address."""
    path = urlsplit(url).path.lstrip("/")
    data = (served / f"{path}index.html" if path.endswith("/") else served / path).read_bytes()
    return data if path.endswith(PACKED) else gzip.compress(data, 6)


@pytest.mark.browser
@pytest.mark.parametrize("code", LANGUAGES)
def test_longest_story_on_a_phone(window: Watched, code: LanguageCode) -> None:
    """The fight that never was, with all its entries and their words, is 9,000 pixels long on a phone at most."""
    window.page.set_viewport_size({"width": 390, "height": 844})
    window.go(f"{code}/stories/cage-fight/")
    window.page.evaluate("document.fonts.ready.then(() => true)")
    assert window.page.evaluate("document.documentElement.scrollHeight") <= 9000
    assert 390 == window.page.evaluate("document.documentElement.scrollWidth")


@every_language
def test_one_number(site: Site, code: LanguageCode) -> None:
    """Pages of companies and platforms, figures, comparisons, home page and statistics say the same number."""
    asked = Asked(site, code, eras())
    expected = asked.expected()
    for told in (asked.on_pages_of_subjects(), asked.in_figures(), asked.in_comparisons()):
        assert told == {name: expected[name] for name in told}
    for number in (asked.at_home(), asked.in_the_interface()):
        assert number == {name: expected[name].outages for name in number}
    assert expected.keys() == asked.on_pages_of_subjects().keys()


@pytest.mark.browser
@every_language
def test_one_number_of_filters(site: Site, window: Watched, code: LanguageCode) -> None:
    """So does the timeline, by a filter and to who asks the search."""
    asked = Asked(site, code, eras())
    expected, told, led = asked.expected(), by_filter(window, asked), by_search(window, asked)
    assert [] == [name for name, line in told.items() if not line.startswith(said(asked, expected[name]))]
    assert [] == [name for name, line in told.items() if expected[name].together not in line]
    assert {name: expected[name] for name in led} == {name: expected[one] for name, one in led.items()}


@pytest.mark.browser
@pytest.mark.parametrize("typed", ["تلغرام", "تليجرام", "تيليجرام"])
def test_spellings_of_other_names(window: Watched, typed: str) -> None:
    """A network that the record tells of is found by every spelling of its name, and the one that was read is named."""
    window.go("ar/about/")
    page = ask(window, f"{typed} ")
    told = page.locator(".answers .changed").inner_text()
    assert (True, True) == (typed in told, any(name in told for name in ("تيليغرام", "telegram")))
    assert hits(page).count() > 3
