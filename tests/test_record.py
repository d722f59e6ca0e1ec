"""The record's own files: complete in both languages, one spelling for each name, and nobody's notes left in a text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.built import ROOT

EVENTS = ROOT / "events"
LANGUAGES = {"ar", "en"}

# What a text in Arabic may hold of other scripts: Latin words, with the marks that stand between two of them.
_WORD = r"[@#$]?[A-Za-zÀ-ɏ0-9][A-Za-zÀ-ɏ0-9’'&@.:/%_+-]*"
LATIN_RUN = re.compile(rf"(?={_WORD}[^؀-ۿ]*)(?:{_WORD}[ ,;:?!…“”()]*)*{_WORD}(?:[?!](?=[»)]))?")
ARABIC = re.compile("[\u0620-\u064a\u0671-\u06d3]")
ARABIC_WORD = re.compile("[\u0620-\u064a\u0671-\u06d3]+")
VOWELS = re.compile("[\u064b-\u065f\u0670]")
QUOTED = re.compile(r"“[^”]*”|«[^»]*»|\([^)]*\)")

# Names that are no other spelling of today's, but what somebody or something was called then, or is called in full.
OTHER_NAMES = {"تويتر", "أوكيولوس", "شركة", "منصة", "بلاتفورمز", "شات"}

# Spellings that readers type and that are ordinary words as well.
ORDINARY = {"ليكون"}

NOTES = re.compile(
    r"reprint seen|re-?check|item.level|\bdigests?\b|\[\d+\]|not opened|fact.base|\bexcerpts?\b|source_check|researcher"
    r"|\b(?:TODO|FIXME)\b|[(\[]\s*وصف|\(description\)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Text:
    """A text of the record: where it stands, its language, and whether it is in its speaker's own words."""

    file: str
    path: tuple[str, ...]
    lang: str
    text: str
    verbatim: bool = False

    @property
    def place(self) -> str:
        """The file and the way to the text in it."""
        return f"{self.file}: {'.'.join(self.path)}"


def load(path: Path) -> Any:
    """Read a file without giving any value a type."""
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - types nothing


def named(paths: Iterator[Path]) -> dict[str, Any]:
    """Read files by their path in the record."""
    return {path.relative_to(EVENTS).as_posix(): load(path) for path in sorted(paths)}


@pytest.fixture(scope="module")
def events() -> dict[str, Any]:
    """Every event file by its path in the record."""
    return named(EVENTS.glob("[0-9]*/*.yml"))


@pytest.fixture(scope="module")
def vocabulary() -> dict[str, Any]:
    """Every file of the vocabulary by its path in the record."""
    return named((EVENTS / "vocabulary").glob("*.yml"))


@pytest.fixture(scope="module")
def texts(events: dict[str, Any], vocabulary: dict[str, Any]) -> list[Text]:
    """Every text of events, stories and the vocabulary that readers see."""
    files = events | named((EVENTS / "stories").glob("*.yml")) | vocabulary
    return [text for file, tree in files.items() for text in written(file, (), tree)]


@pytest.fixture(scope="module")
def arabic(texts: list[Text]) -> list[Text]:
    """What the record itself says in Arabic."""
    return [text for text in texts if text.lang == "ar" and not text.verbatim]


def written(file: str, path: tuple[str, ...], node: Any) -> Iterator[Text]:
    """Yield the texts below a node of a file."""
    for key, value in node.items() if isinstance(node, dict) else ():
        here = (*path, key)
        if isinstance(value, list):
            for number, one in enumerate(value):
                yield from written(file, (*here, str(number)), one)
        elif isinstance(value, dict):
            yield from written(file, here, value)
        elif key in LANGUAGES:
            yield Text(file, here, key, value)
        elif key in ("text", "headline"):
            yield Text(file, here, node["lang"], value, verbatim=True)


def mappings(node: Any) -> Iterator[dict[str, Any]]:
    """Yield every mapping of a tree."""
    if isinstance(node, dict):
        yield node
    children = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    for child in children:
        yield from mappings(child)


def bare(text: str) -> str:
    """Return a text without vowel marks, which are no spelling."""
    return VOWELS.sub("", text)


def rest(text: str) -> str:
    """Return what is Arabic in a text."""
    return LATIN_RUN.sub("x", text)


def test_enough_events(events: dict[str, Any]) -> None:
    """The record has at least 250 events, and at least three outages of X."""
    outages = [event["outage"]["company"] for event in events.values() if event["kind"] == "outage"]
    assert (True, True) == (len(events) >= 250, outages.count("x") >= 3)


def test_both_languages(texts: list[Text], events: dict[str, Any]) -> None:
    """Every text of an event stands in both languages, and words said in another language are translated."""
    assert [] == [text.place for text in texts if not text.text.strip()]
    for file, event in events.items():
        for node in mappings(event):
            if LANGUAGES & node.keys():
                wanted = LANGUAGES - {node["lang"]} if "lang" in node else LANGUAGES
                assert wanted <= node.keys() or "text" in event, file
        for words in (*event.get("quotes", ()), *event.get("misattributed", ())):
            assert LANGUAGES - {words["lang"].partition("-")[0]} == words["translation"].keys(), file


def test_arabic_is_arabic(arabic: list[Text]) -> None:
    """Every text in Arabic has Arabic letters; a name alone may be written as its owner writes it."""
    assert [] == [text.place for text in arabic if "name" not in text.path and not ARABIC.search(text.text)]


def test_english_is_english(texts: list[Text]) -> None:
    """No text in English has Arabic letters outside what it quotes."""
    english = (text for text in texts if text.lang == "en" and not text.verbatim)
    assert [] == [text.place for text in english if ARABIC.search(QUOTED.sub("", text.text))]


def other_spellings(vocabulary: dict[str, Any]) -> dict[str, str]:
    """Return each spelling in Arabic that is not the record's, with the record's own."""
    entries = [entry for table in vocabulary.values() for entry in table.values()]
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


def test_one_spelling(arabic: list[Text], vocabulary: dict[str, Any]) -> None:
    """Every name is spelt in Arabic as the vocabulary has it, and in no other way that readers may type."""
    others = {in_prose(spelling): own for spelling, own in other_spellings(vocabulary).items()}
    assert 100 < len(others)
    prose = [(text.place, bare(text.text)) for text in arabic]
    found = ((place, match, own) for place, text in prose for one, own in others.items() if (match := one.search(text)))
    assert [] == [f"{place}: {match.group()} for {own}" for place, match, own in found]


def test_distinct_addresses(events: dict[str, Any]) -> None:
    """No event names the same address twice."""
    for file, event in events.items():
        addresses = [re.sub(r"^https?://(www\.)?|[/#]+$", "", source["url"]) for source in event["sources"].values()]
        assert sorted(set(addresses)) == sorted(addresses), file


def test_short_quotations(texts: list[Text]) -> None:
    """No quotation has more than 40 words."""
    assert [] == [text.place for text in texts if text.verbatim and len(text.text.split()) > 40]


def test_short_titles(texts: list[Text]) -> None:
    """No title has more than 100 characters."""
    assert [] == [text.place for text in texts if text.path[0] == "title" and len(text.text) > 100]


def test_answers_come_later(events: dict[str, Any]) -> None:
    """What answers something is later than it, or of the same day, as far as either date goes."""
    days = {Path(file).stem: event["when"]["started"].rstrip("~?%")[:10] for file, event in events.items()}
    for file, event in events.items():
        for relation in event.get("relations", ()):
            if relation["type"] == "responds-to":
                answer, target = days[Path(file).stem], days[relation["event"]]
                known = min(len(answer), len(target))
                assert target[:known] <= answer[:known], file


def test_no_notes_left(texts: list[Text]) -> None:
    """No note of those who made the record is left in what readers see."""
    noted = ((text.place, match.group()) for text in texts if (match := NOTES.search(text.text)))
    assert [] == list(noted)


@pytest.mark.parametrize(
    ("what", "pattern"),
    [
        ("a comma, semicolon or question mark that is not Arabic", "[,;?]"),
        ("straight or English quotation marks", "[\"“”‘]"),
        ("two full stops", r"\.\."),
        ("a space before a mark, or none behind it", r"\s[،؛؟.:!](?:\s|$)|[،؛؟](?=[^\s»)])"),
        ("tanwin on the alif instead of before it", "\u0627\u064b"),
        ("digits other than 0-9", "[\u0660-\u0669\u06f0-\u06f9]"),
        ("letters of Persian", "[\u06a9\u06cc\u06be\u06d2]"),
        ("a letter drawn long", "\u0640(?=[\u0620-\u064a])"),
        ("two spaces", "  "),
    ],
)
def test_arabic_type(arabic: list[Text], what: str, pattern: str) -> None:
    """What is Arabic is set as Arabic is: its own marks, in their own places, and one kind of digits."""
    found = [(text.place, match) for text in arabic if (match := re.search(pattern, rest(text.text)))]
    assert [] == [f"{place}: {match.string[max(0, match.start() - 20) : match.end() + 20]}" for place, match in found], what


def test_quotation_marks_are_pairs(texts: list[Text]) -> None:
    """Every quotation mark that is opened is closed."""
    pairs = (("«", "»"), ("“", "”"), ("(", ")"))
    own = [text for text in texts if not text.verbatim]
    assert [] == [text.place for text in own for a, b in pairs if text.text.count(a) != text.text.count(b)]
