"""An exchange is read as it was: who said what where, in which order, and how long the other side took."""

from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import pytest

from tests.built import Page, Site, below, text_of
from timeline.language import language
from timeline.site.parts.elapsed import waited
from timeline.values.bilingual import LANGUAGES, LanguageCode
from timeline.values.dates import parse

OUTAGE = "2024-04-09-lumora-login-outage"
FIGHT = "2023-08-13-vance-she-is-a-duck"

every_language = pytest.mark.parametrize("code", LANGUAGES)


def plain(element: ET.Element) -> str:
    """Return all text in an element, with even white space."""
    return " ".join(text_of(element).split())


def turns(page: Page) -> list[ET.Element]:
    """Return the turns of a page's exchange, in order."""
    return [item for item in page.main.iter("li") if "turn" in item.get("class", "").split()]


def entry_of(page: Page, turn: ET.Element) -> str:
    """Return the entry that a turn leads to; the page's own leads nowhere."""
    found = [below(urljoin(page.address, a.get("href", ""))).split("/")[2] for a in turn.iter("a")]
    return found[0] if found else page.path.split("/")[2]


@every_language
@pytest.mark.parametrize("event", [OUTAGE, FIGHT])
def test_each_on_its_platform(site: Site, files: dict[str, Any], event: str, code: LanguageCode) -> None:
    """A turn gives the words of whoever made the move, and says on which platform; without words, its headline."""
    page = site.event(code, event)
    names = site.chronicle.vocabulary
    assert 5 < len(turns(page))
    for turn in turns(page):
        file = files[entry_of(page, turn)]
        said = [quote for quote in file.get("quotes", []) if quote["speaker"] in file.get("move", {}).get("by", [])]
        wanted = [file["title"][code]]
        if said and file["status"] != "debunked":
            platform = names.platforms[said[0]["on"]].name.in_language(code)
            actor = names.actor(said[0]["speaker"])
            assert actor
            wanted = [actor.name.in_language(code), said[0].get("translation", {}).get(code, said[0]["text"]), platform]
        elif "move" in file:
            wanted.append(names.platforms[file["move"]["on"]].name.in_language(code))
        assert [] == [one for one in wanted if " ".join(one.split()) not in plain(turn)], turn.get("class")


@every_language
def test_order_and_sides(site: Site, files: dict[str, Any], code: LanguageCode) -> None:
    """Turns stand in the order of time, each on its company's side, wherever it was said."""
    page = site.event(code, OUTAGE)
    started = [files[entry_of(page, turn)]["when"]["started"] for turn in turns(page)]
    assert [at[:10] for at in started] == sorted(at[:10] for at in started)
    sides = {entry_of(page, turn): turn.get("class", "").split()[1] for turn in turns(page)}
    assert ("lane-1", "lane-2") == (sides["2024-04-09-lind-aware"], sides["2024-04-09-vance-engines-are-running"])


@every_language
def test_own_turn(site: Site, code: LanguageCode) -> None:
    """The page's own turn is marked, and is no link to itself."""
    page = site.event(code, OUTAGE)
    (own,) = (turn for turn in turns(page) if "here" in turn.get("class", "").split())
    assert [] == list(own.iter("a"))


@pytest.mark.parametrize(
    ("before", "after", "english", "arabic"),
    [
        ("2024-03-05T15:00Z", "2024-03-05T15:52Z", "+52\u00a0min", "بعد 52\u00a0د"),
        ("2024-03-05T15:00Z~", "2024-03-05T15:01Z", "about\u00a0+1\u00a0min", "بعد نحو\u00a01\u00a0د"),
        ("2024-03-05T15:00Z", "2024-03-05T18:05Z", "+3\u00a0h 5\u00a0min", "بعد 3\u00a0س و5\u00a0د"),
        ("2024-03-05T23:50Z", "2024-03-06T00:10Z", "+20\u00a0min", "بعد 20\u00a0د"),
        ("2024-03-05T15:00Z", "2024-03-05T15:00Z", "", ""),
        ("2024-03-05", "2024-03-05T15:00Z", "", ""),
        ("2024-03-05", "2024-03-06", "the next day", "في اليوم التالي"),
        ("2024-03-05T15:00Z", "2024-03-07T15:00Z", "2 days later", "بعد يومين"),
        ("2024-03-05", "2024-03-08", "3 days later", "بعد 3 أيام"),
        ("2024-03-05", "2024-03-16", "11 days later", "بعد 11 يومًا"),
        ("2023-08-13", "2024-03-05", "about\u00a07 months later", "بعد نحو\u00a07 أشهر"),
        ("2017-09-02", "2023-06-21", "about\u00a06 years later", "بعد نحو\u00a06 سنوات"),
        ("2024-03", "2024-03-16", "", ""),
    ],
)
def test_waits(before: str, after: str, english: str, arabic: str) -> None:
    """Waits are said in minutes, days, months or years, about where they are; nothing is said of what is not known."""
    found = [waited(parse(before), parse(after), language(code)) for code in ("en", "ar")]
    assert [english, arabic] == found


@every_language
def test_waits_in_a_thread(site: Site, code: LanguageCode) -> None:
    """Under the time of an answer stands how long it took."""
    page = site.event(code, "2024-04-09-vance-engines-are-running")
    (own,) = (turn for turn in turns(page) if "here" in turn.get("class", "").split())
    time = next(part for part in own.iter("p") if part.get("class") == "when")
    assert {"en": "16:12 about +14 min", "ar": "16:12 بعد نحو 14 د"}[code] == plain(time)
