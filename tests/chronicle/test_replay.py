"""A day of a story is replayed from what its events' files say; on the site it is a table in both languages."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import pytest

from tests.built import Page, Site, below, text_of
from tests.plain import File
from tests.records import JAB, OUTAGE, changed, event, laid, outage, story
from timeline.checking.result import check
from timeline.chronicle.chronicle import Chronicle, compile_chronicle
from timeline.chronicle.replay import LEAST, Replay, replay_of, states
from timeline.language import language
from timeline.values.bilingual import LANGUAGES, LanguageCode

ALPHA, BEN = "2024-03-05-alpha-outage", "2024-03-05-ben-mocks"
TALE = "stories/lights.yml"

SPOKEN = """\
move: {by: [ann-example], on: betanet}
quotes:
  - id: q
    speaker: ann-example
    on: betanet
    at: 2024-03-05T15:30Z
    lang: en
    text: We know of it
    translation: {ar: نعلم بذلك}
    source: daily
"""
FALSE = """\
doubt: {en: It is false, ar: هذا زائف}
"""

every_language = pytest.mark.parametrize("code", LANGUAGES)


def chronicle_of(folder: Path, files: Mapping[str, str] | None = None, *events: str) -> Chronicle:
    """Return the chronicle of the tests' record with files added or changed, and a story of its two events and more."""
    checked = check(laid(folder, {**(files or {}), TALE: story(ALPHA, BEN, *events)}))
    assert () == checked.errors
    return compile_chronicle(checked.record)


def replayed(chronicle: Chronicle) -> Replay:
    """Return the replay of the only story."""
    replay = replay_of(chronicle.stories[0])
    assert replay is not None
    return replay


def told(replay: Replay) -> list[tuple[str, str, list[str]]]:
    """List the moments of a replay: the time, whose it is, and which moments of outages they are."""
    return [(f"{t.moment.start:%H:%M}", t.entry.id, [mark for mark, _ in t.marks]) for t in replay.turns]


def test_moments(tmp_path: Path) -> None:
    """Moments are starts, acknowledgements, ends and quotations, in order; words said at a start are that start."""
    wanted = [
        ("15:00", ALPHA, ["started"]),
        ("15:30", ALPHA, ["acknowledged"]),
        ("16:00", BEN, []),
        ("17:00", ALPHA, ["resolved"]),
    ]
    assert wanted == told(replayed(chronicle_of(tmp_path)))


def test_too_few(tmp_path: Path) -> None:
    """With fewer minutes than four there is no replay."""
    files = {OUTAGE: changed(OUTAGE, ("  acknowledged: 2024-03-05T15:30Z\n", ""))}
    assert (4, None) == (LEAST, replay_of(chronicle_of(tmp_path, files).stories[0]))


def test_days_are_no_moments(tmp_path: Path) -> None:
    """What is known to the day is told apart from the replay, and what is of another day is not told there."""
    files = {f"2024/{one}.yml": event(one[:10]) for one in ("2024-03-05-on-the-day", "2024-03-06-later")}
    replay = replayed(chronicle_of(tmp_path, files, *(Path(path).stem for path in files)))
    assert (4, ["2024-03-05-on-the-day"]) == (len(replay.turns), [entry.id for entry in replay.untold])


def test_facts_with_a_minute(tmp_path: Path) -> None:
    """A fact that has a minute of its own is a moment."""
    text = changed(
        OUTAGE, ("    sources: [daily, weekly]\n", "    sources: [daily, weekly]\n    at: 2024-03-05T15:17Z\n")
    )
    found = [turn for turn in replayed(chronicle_of(tmp_path, {OUTAGE: text})).turns if turn.fact]
    assert ["15:17"] == [f"{turn.moment.start:%H:%M}" for turn in found]


def test_said_and_acknowledged_at_once(tmp_path: Path) -> None:
    """What a company says in the minute of its acknowledgement is that acknowledgement; what the rival says is not."""
    ann = "2024-03-05-ann-admits"
    files = {
        f"2024/{ann}.yml": event("2024-03-05T15:30Z", SPOKEN),
        JAB: changed(JAB, ("started: 2024-03-05T16:00Z", "started: 2024-03-05T17:00Z")),
    }
    found = told(replayed(chronicle_of(tmp_path, files, ann)))
    wanted = [("15:30", ann, ["acknowledged"]), ("16:00", BEN, []), ("17:00", ALPHA, ["resolved"]), ("17:00", BEN, [])]
    assert wanted == found[1:]


def test_debunked_is_no_moment(tmp_path: Path) -> None:
    """What was debunked did not happen, so it is neither a moment nor left out."""
    text = event("2024-03-05T16:30Z", FALSE).replace("status: reported", "status: debunked")
    chronicle = chronicle_of(tmp_path, {"2024/2024-03-05-false.yml": text}, "2024-03-05-false")
    replay = replayed(chronicle)
    assert (True, 4, ()) == (chronicle.by_id["2024-03-05-false"].event.is_debunked, len(replay.turns), replay.untold)


def test_fullest_day(tmp_path: Path) -> None:
    """Of a story of many days the fullest one is replayed, past midnight if need be."""
    minutes = ("2024-03-08T23:00Z", "2024-03-08T23:50Z", "2024-03-09T00:10Z", "2024-03-09T00:20Z", "2024-03-09T00:30Z")
    files = {f"2024/{at[:10]}-at-{n}.yml": event(at) for n, at in enumerate(minutes)}
    replay = replayed(chronicle_of(tmp_path, files, *(Path(path).stem for path in files)))
    assert (5, 90) == (len(replay.turns), replay.minutes)


def stood(chronicle: Chronicle, company: str) -> list[tuple[str, str]]:
    """List how a company stood through the replay, and from when on."""
    return [(f"{state.at:%H:%M}", state.name) for state in states(replayed(chronicle), company, chronicle)]


def test_states(tmp_path: Path) -> None:
    """A company is down from the start of its outage to its end; the other one, which has none, is working."""
    chronicle = chronicle_of(tmp_path)
    assert ([("15:00", "down"), ("17:00", "working")], [("15:00", "working")]) == (
        stood(chronicle, "alpha"),
        stood(chronicle, "beta"),
    )


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (outage("2024-03-05", company="beta", services="[betanet]"), [("15:00", "unknown")]),
        (outage("2024-03-05T15:45Z", company="beta", services="[betanet]"), [("15:00", "working"), ("15:45", "open")]),
        (outage("2024-03-04", company="beta", services="[betanet]"), [("15:00", "working")]),
        (
            outage("2024-03-05T15:45Z", company="beta", services="[betanet]")
            .replace("scope: global", "scope: partial")
            .replace("15:45Z\n", "15:45Z\n  resolved: 2024-03-05T15:50Z\n  basis: official\n"),
            [("15:00", "working"), ("15:45", "partly"), ("15:50", "working")],
        ),
    ],
    ids=["day", "no end", "day before", "partial"],
)
def test_states_by_the_whole_record(tmp_path: Path, text: str, wanted: list[tuple[str, str]]) -> None:
    """An outage outside the story counts too; where its minutes are not known, neither is the state."""
    assert wanted == stood(chronicle_of(tmp_path, {f"2024/{_id(text)}.yml": text}), "beta")


def _id(text: str) -> str:
    found = re.search(r"started: (\S{10})", text)
    assert found
    return f"{found[1]}-beta"


def minutes_of(file: File) -> Iterator[datetime]:
    """Yield every minute that an event's file knows."""
    if file["status"] == "debunked":
        return
    times = [file["when"].get(key, "") for key in ("started", "acknowledged", "resolved")]
    times += [one.get("at", "") for key in ("quotes", "facts") for one in file.get(key, [])]
    yield from (datetime.fromisoformat(time.rstrip("~?%")) for time in times if "T" in time)


def minutes(tale: File, files: dict[str, File]) -> list[datetime]:
    """Return the minutes of a story's fullest day, in order."""
    known = sorted({minute for one in tale["events"] for minute in minutes_of(files[one])})
    days = [[one for one in known if start <= one < start + timedelta(days=1)] for start in known]
    return max(days, key=len, default=[])


def replays(site: Site, stories: dict[str, File], code: str) -> dict[str, Page]:
    """Return the pages of replays by the ids of their stories."""
    found = ((one, f"{code}/stories/{one}/replay/") for one in stories)
    return {one: site.pages[path] for one, path in found if path in site.pages}


def plain(element: ET.Element) -> str:
    """Return all text in an element, with even white space."""
    return " ".join(text_of(element).split())


def rows(page: Page) -> list[ET.Element]:
    """Return the rows of a replay's table, without its head."""
    return list(next(page.main.iter("tbody")).iter("tr"))


def turns(page: Page) -> list[ET.Element]:
    """Return the cards in the lanes."""
    return [item for item in page.main.iter("li") if item.get("data-at") is not None]


def stamps(elements: list[ET.Element]) -> list[str]:
    """Return the first time of each element, as programs read it."""
    return [next(element.iter("time")).get("datetime", "") for element in elements]


@every_language
def test_which_stories(site: Site, stories: dict[str, File], by_any_id: dict[str, File], code: LanguageCode) -> None:
    """Stories with four minutes of one day have a replay, linked from them and leading back; no other story has."""
    found = replays(site, stories, code)
    assert {one for one, tale in stories.items() if len(minutes(tale, by_any_id)) >= LEAST} == set(found)
    assert {"nine-april-2024"} <= set(found)
    for one in stories:
        linked = site.page(code, f"stories/{one}/").linked
        assert (one in found) == (f"{code}/stories/{one}/replay/" in linked)
    assert [] == [one for one, page in found.items() if f"{code}/stories/{one}/" not in page.linked]


@every_language
def test_table(site: Site, stories: dict[str, File], by_any_id: dict[str, File], code: LanguageCode) -> None:
    """The table has every minute, in order, with a side and words; the lanes say the same in the same order."""
    sides = [site.chronicle.vocabulary.companies[one].name.in_language(code) for one in ("lumora", "quillby")]
    for one, page in replays(site, stories, code).items():
        wanted = [f"{minute:%Y-%m-%dT%H:%MZ}" for minute in minutes(stories[one], by_any_id)]
        assert wanted == list(dict.fromkeys(stamps(rows(page)))), one
        assert (stamps(rows(page)), sorted(stamps(rows(page)))) == (stamps(turns(page)), stamps(rows(page)))
        for row, turn in zip(rows(page), turns(page), strict=True):
            _, side, what = (plain(cell) for cell in row)
            assert side in [*sides, language(code).word("replay.third")]
            card = " ".join(plain(part) for part in turn.iter("p") if part.get("class") != "when")
            assert (True, words(what)) == (len(what) > 20, words(card))


def words(text: str) -> list[str]:
    """Return the words of a text, in order."""
    return re.findall(r"\w+", text)


@every_language
def test_everything_is_told(
    site: Site, stories: dict[str, File], by_any_id: dict[str, File], code: LanguageCode
) -> None:
    """Of each quotation and fact with a minute the words are there, of other moments the headline; with a link."""
    for one, page in replays(site, stories, code).items():
        text = " ".join(plain(row) for row in rows(page))
        for own in map(by_any_id.__getitem__, stories[one]["events"]):
            said = [quote for quote in own.get("quotes", []) if inside(quote.get("at", ""), page)]
            wanted = [quote.get("translation", {}).get(code, quote["text"]) for quote in said]
            wanted += [fact[code] for fact in own["facts"] if inside(fact.get("at", ""), page)]
            if not said and inside(own["when"]["started"], page):
                wanted.append(own["title"][code])
            assert [] == [words for words in wanted if " ".join(words.split()) not in text]
        told = {below(urljoin(page.address, a.get("href", ""))) for row in rows(page) for a in row.iter("a")}
        own_pages = {f"{code}/events/{site.chronicle.moved.get(name, name)}/" for name in stories[one]["events"]}
        assert set() == {address.partition("#")[0] for address in told} - own_pages


def inside(time: str, page: Page) -> bool:
    """Say whether a time is a minute between the first and the last of a replay."""
    first, *_, last = stamps(rows(page))
    return "T" in time and first <= time.rstrip("~?%") <= last


NINE_APRIL = {
    "15:00": "lumora", "15:17": "lumora", "15:35": "lumora", "15:52": "lumora", "15:58": "quillby",
    "16:12": "quillby", "16:15": "quillby", "17:07": "lumora", "17:19": "lumora",
}  # fmt: skip


@every_language
def test_nine_april(site: Site, stories: dict[str, File], code: LanguageCode) -> None:
    """Outage, status page, reports, the spokeswoman, Quill, Vance, hedgehogs, the status page again, and the end."""
    page = replays(site, stories, code)["nine-april-2024"]
    names = site.chronicle.vocabulary.companies
    wanted = [(clock, names[side].name.in_language(code)) for clock, side in NINE_APRIL.items()]
    found = [(stamp[11:16], plain(list(row)[1])) for stamp, row in zip(stamps(rows(page)), rows(page), strict=True)]
    assert wanted == found
    told = {
        "en": ("status page", "reports", "on Quill", "hedgehogs"),
        "ar": ("صفحة الحالة", "البلاغات", "على كويل", "قنافذ"),
    }
    text = plain(page.main)
    assert [] == [one for one in told[code] if one not in text]
    assert [] == [one for one in ("time_to_acknowledge", "duration") if length(site, one, code) not in text]


def length(site: Site, name: str, code: LanguageCode) -> str:
    """Write a length of the outage of 9 April, with spaces of one kind."""
    when = site.chronicle.by_id["2024-04-09-lumora-login-outage"].event.when
    return " ".join(language(code).duration(getattr(when, name)).split())


def test_waits(site: Site, stories: dict[str, File]) -> None:
    """Under each time stands the wait since the one before, about where one of the two is."""
    waits = {
        "en": "about +17 min|+18 min|+17 min|about +6 min|about +14 min|about +3 min|about +52 min|+12 min",
        "ar": "بعد نحو 17 د|بعد 18 د|بعد 17 د|بعد نحو 6 د|بعد نحو 14 د|بعد نحو 3 د|بعد نحو 52 د|بعد 12 د",
    }
    for code, wanted in waits.items():
        cards = turns(replays(site, stories, code)["nine-april-2024"])
        times = [next(part for part in card.iter("p") if part.get("class") == "when") for card in cards]
        assert wanted.split("|") == [plain(list(time.iter("span"))[-1]) for time in times[1:]]


@every_language
def test_data_for_the_script(site: Site, stories: dict[str, File], code: LanguageCode) -> None:
    """The script is told when the day begins, how long it is, and how each company stood."""
    page = replays(site, stories, code)["nine-april-2024"]
    found = json.loads(text_of(page.first("script", id="replay")))
    lumora = [{"at": 0, "name": "down", "since": 0, "exact": False}, {"at": 139, "name": "working"}]
    assert {
        "start": "2024-04-09T15:00Z",
        "minutes": 139,
        "states": {"1": lumora, "2": [{"at": 0, "name": "working"}]},
    } == found
    said = json.loads(text_of(page.first("script", id="words")))
    assert language(code).section("replay") == said["replay"]


@every_language
def test_ways_to_the_replay(site: Site, code: LanguageCode) -> None:
    """The home page's lead and the pages of the moments lead to the replay; pages of what has no minute do not."""
    path = f"{code}/stories/nine-april-2024/replay/"
    told = {"2024-04-09-lumora-login-outage", "2024-04-09-vance-engines-are-running", "2024-04-09-lind-resolved"}
    silent = {"2024-04-09-faro-testing", "2024-04-09-debunked-open-the-door"}
    assert path in site.page(code, "").linked
    assert told == {one for one in told | silent if path in site.event(code, one).linked}
