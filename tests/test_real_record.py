"""The record's own data: complete in both languages, one spelling for each name, and nobody's notes left in a text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml

from tests.built import ROOT
from tests.editing import lsp
from tests.normalising import plain
from tests.site.data import published
from tests.site.data.test_schemas import faulty_feeds
from tests.site.data.test_take_away import assert_letter_for_letter, assert_same_events
from tests.site.parts.test_references import assert_cited
from tests.site.test_linked_data import assert_told
from timeline.checking.result import check
from timeline.chronicle.chronicle import Chronicle, compile_chronicle
from timeline.editing.files import with_layouts
from timeline.editing.formatting import formatted
from timeline.values.bilingual import LanguageCode

EVENTS = ROOT / "events"
LANGUAGES = {"ar", "en"}
SOME = sorted(EVENTS.glob("[0-9]*/*.yml"))[::20]

# What events name; the other tables only lend words to the search.
TABLES = ("companies", "kinds", "people", "platforms", "publishers", "tags")

ARABIC = re.compile("[\u0620-\u064a\u0671-\u06d3]")
ARABIC_WORD = re.compile(f"{ARABIC.pattern}+")
VOWELS = re.compile("[\u064b-\u065f\u0670]")
QUOTED = re.compile(r"“[^”]*”|«[^»]*»|\([^)]*\)")

# What a text in Arabic may hold of another script: Latin words and figures, with the marks between two of them.
_WORD = r"[@#$]?[A-Za-zÀ-ɏ0-9][A-Za-zÀ-ɏ0-9’'&@.:/%_+-]*"
FOREIGN_RUN = re.compile(rf"(?:{_WORD}[ ,;:?!…“”()]+)*{_WORD}(?:[?!](?=[»)]))?")

# What somebody or something was called then, or is called in full or for short, is no other spelling of a name.
OTHER_NAMES = {"تويتر", "أوكيولوس", "زوك", "شركة", "منصة", "بلاتفورمز", "شات"}

# Spellings that readers type and that are ordinary words as well.
ORDINARY = {"ليكون"}

# Latin letters and abbreviations that are meant as such, though there is a name in Arabic too.
LETTERS = {"X", "API"}

NOTES = re.compile(
    r"reprint seen|re-?check|item.level|\[\d+\]|not opened|fact.base|\bexcerpts?\b|source_check|\bTODO\b|\bFIXME\b"
    r"|\bdigests?\b|[(\[]\s*وصف|[(\[]description",
    re.IGNORECASE,
)

# Hosts that hold a page for those who make it, or somebody's passing copy of it.
NOT_PUBLIC = re.compile(
    r"(?:^|[.-])(?:staging|stage|stg|preview|preprod|prod|dev|test|beta|uat|adops|seo|translate|webcache)\d*[.-]"
    r"|\.translate\.goog$|\.googleusercontent\.com$"
)

# Words whose first letter is the letter waw itself; before any other word it means “and”.
OWN_WAW = re.compile(
    "و[\u064b-\u0652]?(?:صف|رد|جد|قع|قّع|اجه|ضع|ضّح|اصل|فق|صل|افق|عد|دّع|ثّق|زّع|كالة|زير|زارة|سائل|سيلة|اتساب|اشنطن|ايت)"
)

UNGROUPED = re.compile(r"(?<![\w.,:/#@-])\d{4,}(?![\w:])")
EPISODES = {"2255"}

POST = re.compile(r"//(?:x|twitter)\.com/\w+/status/(\d+)$")
# The first post whose number tells its time; older ones were merely counted.
FIRST_TIMED_POST = 29_700_859_247
POSTS_SINCE = 1_288_834_974_657

# What stands behind a page: those of one origin count once, and copies count as nobody's.
STANDING = {"primary", "agency", "newsroom", "measurement", "fact-checker", "court", "trade", "local"}

ITEM = re.compile(r"`(20[0-9a-z-]+)`")
LINK = re.compile(r"\((20[0-9]{2}/[0-9a-z-]+\.yml)\)")


@dataclass(frozen=True)
class Text:
    """A text of the record: where it stands, its language, and whether it is in somebody else's words."""

    file: str
    path: tuple[str, ...]
    lang: str
    text: str
    verbatim: bool = False

    @property
    def place(self) -> str:
        """The file, and the way to the text in it."""
        return f"{self.file}: {'.'.join(self.path)}"


def named(paths: Iterable[Path]) -> dict[str, Any]:
    """Read files, giving no value a type, by their paths in the record."""
    read = {path: yaml.load(path.read_text("utf-8"), yaml.BaseLoader) for path in sorted(paths)}  # noqa: S506
    return {path.relative_to(EVENTS).as_posix(): tree for path, tree in read.items()}


def texts_of(file: str, path: tuple[str, ...], node: Any) -> Iterator[Text]:
    """Yield the texts below a node of a file."""
    children = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in children:
        here = (*path, str(key))
        if not isinstance(value, str):
            yield from texts_of(file, here, value)
        elif key in LANGUAGES:
            yield Text(file, here, str(key), value)
        elif key in ("text", "headline"):
            yield Text(file, here, node["lang"], value, verbatim=True)


def said(node: Any) -> Iterator[tuple[set[str], set[str]]]:
    """Yield, for whatever a tree says, the languages that are needed and those that are there."""
    children: Iterable[Any] = node if isinstance(node, list) else ()
    if isinstance(node, dict):
        if "text" in node and "lang" in node:
            yield LANGUAGES - {node["lang"].partition("-")[0]}, set(node.get("translation", ()))
        elif LANGUAGES & node.keys():
            yield LANGUAGES, LANGUAGES & node.keys()
        children = (child for key, child in node.items() if key != "translation")
    for child in children:
        yield from said(child)


def bare(text: str) -> str:
    """Return a text without vowel marks, which make no other spelling."""
    return VOWELS.sub("", text)


@pytest.fixture(scope="module")
def events() -> dict[str, Any]:
    """Every event file by its path in the record."""
    return named(EVENTS.glob("[0-9]*/*.yml"))


@pytest.fixture(scope="module")
def publishers() -> dict[str, Any]:
    """Every publisher of the vocabulary by its id."""
    return dict(named([EVENTS / "vocabulary" / "publishers.yml"])["vocabulary/publishers.yml"])


@pytest.fixture(scope="module")
def outages(events: dict[str, Any]) -> dict[str, Any]:
    """Every outage by its path in the record."""
    return {file: event for file, event in events.items() if event["kind"] == "outage"}


@pytest.fixture(scope="module")
def stories() -> dict[str, Any]:
    """Every story by its id."""
    return {Path(file).stem: story for file, story in named(EVENTS.glob("stories/*.yml")).items()}


@pytest.fixture(scope="module")
def entries() -> list[dict[str, Any]]:
    """Every entry of the vocabulary that is somebody's or something's name; subjects go by many ordinary words."""
    tables = named((EVENTS / "vocabulary").glob("p*.yml")) | named((EVENTS / "vocabulary").glob("companies.yml"))
    return [entry for table in tables.values() for entry in table.values()]


@pytest.fixture(scope="module")
def texts() -> list[Text]:
    """Every text of events, stories and the vocabulary that readers see."""
    return [text for file, tree in named(EVENTS.glob("*/*.yml")).items() for text in texts_of(file, (), tree)]


@pytest.fixture(scope="module")
def arabic(texts: list[Text]) -> list[Text]:
    """What the record itself says in Arabic."""
    return [text for text in texts if text.lang == "ar" and not text.verbatim]


def test_enough_events(events: dict[str, Any]) -> None:
    """The record has at least 310 events, and at least three outages of X."""
    outages = [event["outage"]["company"] for event in events.values() if event["kind"] == "outage"]
    assert (True, True) == (len(events) >= 310, outages.count("x") >= 3)


def sources(events: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield every source with its event's file and its key."""
    for file, event in events.items():
        for key, source in event["sources"].items():
            yield file, key, source


def percent(some: Iterable[Any], of: Iterable[Any]) -> float:
    """Say how many of a hundred some are."""
    return round(100 * len(list(some)) / len(list(of)), 1)


def to_the_minute(date: str | None) -> bool:
    """Say whether a date has a minute."""
    return "T" in (date or "")


def minute_of(url: str) -> str | None:
    """Return the minute that the number of a post tells, if the address is a post's and its number tells one."""
    found = POST.search(url)
    if not found or (number := int(found[1])) < FIRST_TIMED_POST:
        return None
    return datetime.fromtimestamp(((number >> 22) + POSTS_SINCE) / 1000, UTC).strftime("%Y-%m-%dT%H:%MZ")


def test_enough_posts(events: dict[str, Any], publishers: dict[str, Any]) -> None:
    """At least 90 sources are the posts themselves, by those who speak for themselves."""
    posts = [one for _, _, one in sources(events) if one.get("evidence") == "post"]
    assert 90 <= len([one for one in posts if publishers[one["publisher"]]["type"] == "primary"])


def test_minutes_of_quotations(events: dict[str, Any]) -> None:
    """At least 60 of 100 quotations on X have their minute."""
    quotes = [quote for event in events.values() for quote in event.get("quotes", ()) if quote["on"] == "x"]
    assert 60 <= percent((quote for quote in quotes if to_the_minute(quote.get("at"))), quotes)


def test_arabic_sources(events: dict[str, Any]) -> None:
    """At least 55 of 100 events have a source in Arabic."""
    having = {file for file, _, source in sources(events) if source["lang"].partition("-")[0] == "ar"}
    assert 55 <= percent(having, events)


def test_known_ends(outages: dict[str, Any]) -> None:
    """At least 65 of 100 outages have an end, and 20 the hour of the company's admission."""
    when = [event["when"] for event in outages.values()]
    assert 65 <= percent((one for one in when if "resolved" in one), when)
    assert 20 <= percent((one for one in when if to_the_minute(one.get("acknowledged"))), when)


def test_public_addresses(events: dict[str, Any]) -> None:
    """No address is a test host's, a preview's, a translation's or a cache's."""
    hosts = ((file, urlsplit(source["url"]).hostname or "") for file, _, source in sources(events))
    assert [] == [f"{file}: {host}" for file, host in hosts if NOT_PUBLIC.search(host)]


def test_hosts_that_are_not_public() -> None:
    """A host for those who make a page is told from one for its readers."""
    never = ["dev.adweek.com", "staging.example.com", "www-test.example.com", "seo.misbar.com", "a.translate.goog"]
    public = ["developersarena.com", "thenextweb.com", "machineherald-io.pages.dev", "web.archive.org", "itweb.co.za"]
    assert (never, []) == ([h for h in never if NOT_PUBLIC.search(h)], [h for h in public if NOT_PUBLIC.search(h)])


def test_publishers(events: dict[str, Any], publishers: dict[str, Any]) -> None:
    """Every publisher is of a type and is used, and none stands under two ids."""
    roles = {one[role] for _, _, one in sources(events) for role in ("publisher", "origin", "via") if role in one}
    trackers = {one["tracker"] for event in events.values() for one in event.get("outage", {}).get("reports", ())}
    assert ([], set()) == (
        [one for one, entry in publishers.items() if "type" not in entry],
        publishers.keys() - roles - trackers,
    )
    names = [re.sub(r"\W", "", entry["name"]["en"]).lower() for entry in publishers.values()]
    assert [] == [name for name in names if names.count(name) > 1]


def test_confirmed_by_two_origins(events: dict[str, Any], publishers: dict[str, Any]) -> None:
    """What is confirmed rests on two origins that are no copies, and one of them has a newsroom or the like."""
    for file, event in events.items():
        if event["status"] == "confirmed":
            origins = {source.get("origin", source["publisher"]) for source in event["sources"].values()}
            types = [publishers[origin]["type"] for origin in origins]
            assert (True, True) == (len(types) - types.count("copier") >= 2, bool(STANDING.intersection(types))), file


def test_minutes_of_posts(events: dict[str, Any]) -> None:
    """What a post said has the minute, and its source the day, that the post's own number tells."""
    told = {(file, key): minute for file, key, one in sources(events) if (minute := minute_of(one["url"]))}
    assert 100 < len(told)
    assert [] == [
        place for place, minute in told.items() if events[place[0]]["sources"][place[1]]["published"] != minute[:10]
    ]
    said_at = [
        (file, quote["id"], quote.get("at", "").rstrip("~?%"), told[file, quote["source"]])
        for file, event in events.items()
        for quote in event.get("quotes", ())
        if (file, quote["source"]) in told
    ]
    assert 80 < len(said_at)
    assert [] == [one for one in said_at if one[2] != one[3]]
    noted = [
        (file, fact["at"].rstrip("~?%"), told[file, fact["sources"][0]])
        for file, event in events.items()
        for fact in event["facts"]
        if "at" in fact and len(fact["sources"]) == 1 and (file, fact["sources"][0]) in told
    ]
    assert [] == [one for one in noted if one[1] != one[2]]


def test_stories(stories: dict[str, Any], events: dict[str, Any]) -> None:
    """Every story says what it is and runs in order of time; a long one has chapters, and one is the first to read."""
    days = {Path(file).stem: event["when"]["started"].rstrip("~?%") for file, event in events.items()}
    assert [] == [story for story, one in stories.items() if one.get("teaser", {}).keys() != LANGUAGES]
    assert [] == [
        story for story, one in stories.items() if len(one["events"]) > 12 and len(one.get("chapters", ())) < 3
    ]
    assert 1 == len([story for story, one in stories.items() if one.get("start_here") == "true"])
    steps = [(story, *pair) for story, one in stories.items() for pair in pairwise(one["events"])]
    assert [] == [step for step in steps if days[step[2]] < days[step[1]][: len(days[step[2]])]]


def test_both_languages(events: dict[str, Any], texts: list[Text]) -> None:
    """Whatever an event says it says in both languages, and words said in another language are translated."""
    assert [] == [text.place for text in texts if not text.text.strip()]
    assert [] == [(file, there) for file, event in events.items() for wanted, there in said(event) if wanted != there]


def test_descriptions() -> None:
    """Every entry that events name is described in both languages, in Arabic with Arabic letters."""
    tables = named(EVENTS / "vocabulary" / f"{table}.yml" for table in TABLES)
    described = {
        f"{file}: {one}": entry.get("about", {}) for file, table in tables.items() for one, entry in table.items()
    }
    assert 800 < len(described)
    assert [] == [place for place, about in described.items() if about.keys() != LANGUAGES]
    assert [] == [place for place, about in described.items() if not ARABIC.search(about["ar"])]


def test_arabic_is_arabic(arabic: list[Text]) -> None:
    """Every text in Arabic has Arabic letters; a name alone may be written as its owner writes it."""
    assert [] == [text.place for text in arabic if "name" not in text.path and not ARABIC.search(text.text)]


def test_english_is_english(texts: list[Text]) -> None:
    """No text in English has Arabic letters outside what it quotes."""
    english = [text for text in texts if text.lang == "en" and not text.verbatim]
    assert [] == [text.place for text in english if ARABIC.search(QUOTED.sub("", text.text))]


def other_spellings(entries: list[dict[str, Any]]) -> dict[str, str]:
    """Return each spelling in Arabic that is not the record's, with the record's own."""
    own = {word for entry in entries for word in ARABIC_WORD.findall(bare(entry["name"]["ar"]))} | OTHER_NAMES
    return {
        spelling: entry["name"]["ar"]
        for entry in entries
        for spelling in map(bare, entry.get("aliases", ()))
        if ARABIC.search(spelling) and spelling not in ORDINARY and not set(ARABIC_WORD.findall(spelling)) <= own
    }


def in_prose(spelling: str) -> re.Pattern[str]:
    """Return what finds a name as a whole word, with whatever Arabic writes together with it."""
    forms = {spelling, f"ال{spelling}", f"لل{spelling.removeprefix('ال')}"}
    either = "|".join(map(re.escape, sorted(forms)))
    return re.compile(f"(?<!{ARABIC.pattern})[وف]?[بكل]?(?:{either})(?!{ARABIC.pattern})")


def test_names_with_their_clitics() -> None:
    """A name is found with what Arabic writes together with it, and not as a part of another word."""
    wanted = ["انستغرام", "والانستغرام", "بانستغرام", "للانستغرام", "فلانستغرام"]
    found = in_prose("انستغرام").findall(f"{' '.join(wanted)} انستغرامي مانستغرام إنستغرام")
    assert (wanted, []) == (found, in_prose("الفيسبوك").findall("فيسبوك وفيسبوك لفيسبوك"))
    assert ["للفيسبوك", "بالفيسبوك"] == in_prose("الفيسبوك").findall("للفيسبوك وفيسبوك، بالفيسبوك.")


def test_one_spelling(arabic: list[Text], entries: list[dict[str, Any]]) -> None:
    """Every name is spelt in Arabic as the vocabulary has it, and in no other way that readers may type."""
    others = {in_prose(spelling): own for spelling, own in other_spellings(entries).items()}
    assert 100 < len(others)
    prose = [(text.place, bare(text.text)) for text in arabic]
    found = ((place, match, own) for place, text in prose for one, own in others.items() if (match := one.search(text)))
    assert [] == [f"{place}: {match.group()} for {own}" for place, match, own in found]


def test_arabic_names(arabic: list[Text], entries: list[dict[str, Any]]) -> None:
    """What has a name in Arabic is not called by its English one in Arabic prose."""
    named = {entry["name"]["en"]: entry["name"]["ar"] for entry in entries if entry["name"]["en"] not in LETTERS}
    own = {english: name for english, name in named.items() if ARABIC.search(name) and english not in name}
    pattern = re.compile(rf"(?<![\w@#./-])(?:{'|'.join(map(re.escape, own))})(?![\w@/-]|\.\w)", re.ASCII)
    found = ((text.place, match.group()) for text in arabic if (match := pattern.search(text.text)))
    assert [] == [f"{place}: {name} for {own[name]}" for place, name in found if "name" not in place]


def test_distinct_addresses(events: dict[str, Any]) -> None:
    """No event names the same address twice."""
    for file, event in events.items():
        addresses = [re.sub(r"^https?://(www\.)?|[/#]+$", "", source["url"]) for source in event["sources"].values()]
        assert len(addresses) == len(set(addresses)), file


def test_short_quotations(texts: list[Text]) -> None:
    """No quotation has more than 40 words."""
    assert [] == [text.place for text in texts if text.verbatim and len(text.text.split()) > 40]


def test_short_titles(texts: list[Text]) -> None:
    """No title has more than 100 characters."""
    assert [] == [text.place for text in texts if text.path[0] == "title" and len(text.text) > 100]


def test_answers_come_later(events: dict[str, Any]) -> None:
    """What answers something is later than it, or of the same day, as far as either date goes."""
    days = {Path(file).stem: event["when"]["started"].rstrip("~?%")[:10] for file, event in events.items()}
    answers = [
        (days[Path(file).stem], days[relation["event"]], file)
        for file, event in events.items()
        for relation in event.get("relations", ())
        if relation["type"] == "responds-to"
    ]
    assert 50 < len(answers)
    assert [] == [file for answer, target, file in answers if answer < target[: len(answer)]]


def test_no_notes_left(texts: list[Text]) -> None:
    """No note of those who made the record is left in what readers see."""
    found = ((text.place, match.group()) for text in texts if (match := NOTES.search(text.text)))
    assert [] == list(found)


@pytest.mark.parametrize(
    ("what", "pattern"),
    {
        "a comma, semicolon or question mark that is not Arabic": "[,;?]",
        "straight or English quotation marks": "[\"“”‘’']",
        "two full stops": r"\.\.",
        "a space before a mark": r"\s[،؛؟.:!»)](?:\s|$)",
        "no space behind a mark": r"[،؛؟](?=[^\s»)])",
        "tanwin on the alif instead of before it": "\u0627\u064b",
        "digits other than 0-9": "[\u0660-\u0669\u06f0-\u06f9]",
        "letters of Persian": "[\u06a9\u06cc\u06be\u06d2]",
        "a letter drawn long": "\u0640(?=[\u0620-\u064a])",
        "two spaces": "  ",
    }.items(),
)
def test_arabic_type(arabic: list[Text], what: str, pattern: str) -> None:
    """What is Arabic is set as Arabic is: its own marks, in their own places, and one kind of digits."""
    shown = ((text.place, FOREIGN_RUN.sub("x", text.text)) for text in arabic)
    found = ((place, match) for place, text in shown if (match := re.search(pattern, text)))
    marked = [f"{place}: {match.string[max(0, match.start() - 20) : match.end() + 20]}" for place, match in found]
    assert ([], what) == (marked, what)


def test_no_dangling_and(events: dict[str, Any]) -> None:
    """No fact in Arabic begins with an “and” that hangs on what stood before it."""
    heads = [(file, fact["ar"]) for file, event in events.items() for fact in event["facts"]]
    assert [] == [place for place in heads if place[1].startswith("و") and not OWN_WAW.match(place[1])]


def test_grouped_numbers(texts: list[Text]) -> None:
    """Numbers of four digits and more are grouped in both languages; years and the numbers of episodes are not."""
    own = ((text.place, number) for text in texts if not text.verbatim for number in UNGROUPED.findall(text.text))
    assert [] == [(place, n) for place, n in own if not 1900 <= int(n) <= 2099 and n not in EPISODES]


def test_left_out(events: dict[str, Any]) -> None:
    """What was left out is listed alike in both languages, and where it went into an event, that event is there."""
    listed = (EVENTS / "LEFT-OUT.md").read_text("utf-8")
    english, arabic = (
        [f(part) for f in (ITEM.findall, LINK.findall)] for part in listed.split('<div dir="rtl" lang="ar">')
    )
    assert english == arabic
    items, links = english
    assert (5 < len(items), set()) == (True, set(links) - events.keys())


def test_marks_are_pairs(texts: list[Text]) -> None:
    """Every quotation mark and bracket that is opened is closed."""
    own = [text for text in texts if not text.verbatim]
    found = [text.place for text in own for a, b in ("«»", "“”", "()") if text.text.count(a) != text.text.count(b)]
    assert [] == found


@pytest.mark.parametrize(("kind", "pattern"), [("event", "[0-9]*/*.yml"), ("story", "stories/*.yml")])
def test_files_name_their_schema(kind: str, pattern: str) -> None:
    """Every file tells editors in its first line where its schema is."""
    first = f"# yaml-language-server: $schema=../../schema/{kind}.schema.json\n"
    assert [] == [path.name for path in EVENTS.glob(pattern) if not path.read_text("utf-8").startswith(first)]


def test_canonical_form() -> None:
    """Every event file and story is in the form that timeline format writes."""
    laid_out = list(with_layouts(EVENTS))
    assert len(laid_out) > 300
    assert [] == [
        file.name
        for file, layout in laid_out
        if file.path.read_text("utf-8") != formatted(file.name, file.path.read_bytes(), layout)
    ]


@pytest.mark.skipif(
    lsp.NODE is None or not lsp.SERVER.exists(), reason="yaml-language-server needs Node.js and `npm ci`"
)
def test_no_false_alarm_in_an_editor() -> None:
    """An editor underlines nothing in the files of the record, of which every twentieth is opened."""
    with lsp.editor(ROOT) as editor:
        opened = {path: editor.open(path.read_text("utf-8"), path.relative_to(ROOT).as_posix())[1] for path in SOME}
    assert len(opened) > 10
    assert [] == [(path.name, one["message"]) for path, found in opened.items() for one in found]


def queries() -> list[dict[str, Any]]:
    """Return the queries by which the search is measured."""
    folder = ROOT / "benchmarks" / "search" / "queries"
    return [query for path in sorted(folder.glob("*.yml")) for query in yaml.safe_load(path.read_text("utf-8"))]


def test_queries_have_their_events(events: dict[str, Any]) -> None:
    """Every event that a query of the benchmark wants is in the record, under its id or as a former one."""
    known = {Path(file).stem for file in events} | {
        one for event in events.values() for one in event.get("aliases", ())
    }
    assert [] == [(query["query"], one) for query in queries() for one in query["find"] if one not in known]


def folded(text: str) -> list[str]:
    """Return the words of a text as the search writes them."""
    return [next(iter(plain().forms(raw)), raw) for raw in plain().split(text)]


def test_queries_have_their_aliases() -> None:
    """The alias that a query of the benchmark rests on stands in the vocabulary."""
    entries = [entry for table in named((EVENTS / "vocabulary").glob("*.yml")).values() for entry in table.values()]
    spellings = [(*entry.get("aliases", ()), *entry.get("handles", {}).values()) for entry in entries]
    known = [folded(spelling) for listed in spellings for spelling in listed]
    rested = [query["alias"] for query in queries() if "alias" in query]
    assert 10 < len(rested)
    assert [] == [alias for alias in rested if folded(alias) not in known]


@pytest.fixture(scope="module")
def chronicle() -> Chronicle:
    """The record, in order."""
    return compile_chronicle(check(EVENTS).record)


def test_taken_away(chronicle: Chronicle) -> None:
    """Every form that is taken away has every event of the record, and says its texts letter for letter."""
    files = published.files(chronicle)
    assert_same_events(chronicle, files)
    assert_letter_for_letter(chronicle, files)
    assert {} == faulty_feeds(files)


def test_told_to_machines(chronicle: Chronicle) -> None:
    """Pages tell machines every title and quotation of the record letter for letter."""
    assert_told(chronicle)


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_cited(chronicle: Chronicle, code: LanguageCode) -> None:
    """Every title of the record comes back letter for letter out of every form in which it is cited."""
    assert_cited((entry.event.title.in_language(code) for entry in chronicle.entries), code)
