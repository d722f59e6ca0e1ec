"""The records that are searched: the real one, and generated ones in few words or in the words of the real one."""

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from benchmarks.inputs import write_inputs
from benchmarks.search.queries import Query
from devtools.events import Words
from timeline.checking.result import check
from timeline.chronicle.chronicle import Chronicle, compile_chronicle
from timeline.values.bilingual import LANGUAGES, LanguageCode

_WORDS = {"ar": re.compile("[\u0621-\u063a\u0641-\u064a]{2,}"), "en": re.compile("[A-Za-z]{2,}")}


def read(events: Path) -> Chronicle:
    """Read a record; ends the program where it has errors."""
    checked = check(events)
    if checked.errors:
        raise SystemExit(f"The record in {events} is not clean: {checked.errors[0]}")
    return compile_chronicle(checked.record)


def few_words(folder: Path, number: int) -> Chronicle:
    """Write a record whose texts have few different words, with all that a build reads, and read it."""
    return read(write_inputs(folder, number))


def own_words(folder: Path, number: int, real: Chronicle, vocabulary: Path) -> Chronicle:
    """Write and read a record in the words of the real one, each as often as there, with its vocabulary as well."""
    events = write_inputs(folder, number, drawn_from(real))
    _add_vocabulary(events / "vocabulary", vocabulary)
    return read(events)


def titled(chronicle: Chronicle, number: int) -> list[Query]:
    """Return queries of three words that stand together in a title, of events all over the chronicle."""
    found: list[Query] = []
    for place, entry in enumerate(chronicle.entries[:: len(chronicle.entries) // number][:number]):
        code = LANGUAGES[place % len(LANGUAGES)]
        words = " ".join(entry.event.title.in_language(code).split()[3:6])
        found.append(Query(words, "titles", (entry.id,), "tuning", set="arabic" if code == "ar" else "english"))
    return found


def drawn_from(chronicle: Chronicle) -> Words:
    """Return every word of the texts of a chronicle by language, as often as it stands there."""
    return {code: _WORDS[code].findall(" ".join(_texts(chronicle, code))) for code in LANGUAGES}


def _texts(chronicle: Chronicle, code: LanguageCode) -> Iterator[str]:
    for entry in chronicle.entries:
        event = entry.event
        yield from (text.in_language(code) for text in (event.title, event.summary, *event.facts))


def _add_vocabulary(own: Path, other: Path) -> None:
    """Add the entries of another vocabulary to one, which keeps its own; only its own companies have lanes."""
    for path in other.glob("*.yml"):
        here = own / path.name
        entries = yaml.safe_load(path.read_text(encoding="utf-8"))
        for entry in entries.values():
            entry.pop("lane", None)
        kept = yaml.safe_load(here.read_text(encoding="utf-8")) if here.exists() else {}
        here.write_text(yaml.safe_dump({**entries, **kept}, allow_unicode=True), encoding="utf-8")
