"""The record's own data: complete in both languages, one spelling for each name, and nobody's notes left in a text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.built import ROOT
from timeline.editing.files import with_layouts
from timeline.editing.formatting import formatted

EVENTS = ROOT / "events"
LANGUAGES = {"ar", "en"}

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
    """The record has at least 250 events, and at least three outages of X."""
    outages = [event["outage"]["company"] for event in events.values() if event["kind"] == "outage"]
    assert (True, True) == (len(events) >= 250, outages.count("x") >= 3)


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


def test_canonical_form() -> None:
    """Every event file and story is in the form that timeline format writes."""
    laid_out = list(with_layouts(EVENTS))
    assert len(laid_out) > 300
    assert [] == [
        file.name
        for file, layout in laid_out
        if file.path.read_text("utf-8") != formatted(file.name, file.path.read_bytes(), layout)
    ]
