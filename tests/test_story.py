"""The story that the record grew from is found on the built site, in both languages, row by row."""

from dataclasses import dataclass
from urllib.parse import urljoin

import pytest

from tests.built import Page, Site, below, text_of
from timeline.language import language
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

every_row = pytest.mark.parametrize("row", ROWS.values(), ids=ROWS.keys())
every_language = pytest.mark.parametrize("code", LANGUAGES)


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
    navigation = next(site.page(code, "").first("header").iter("nav"))
    places = {below(urljoin(site.page(code, "").address, a.get("href", ""))) for a in navigation.iter("a")}
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
