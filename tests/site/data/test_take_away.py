"""All that is taken away says the same: which events there are, and every text of theirs, letter for letter."""

import csv
import io
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import feedparser
import pytest
import vobject
from pydantic import TypeAdapter

from tests import direct, hostile
from tests.site.data import published
from timeline.chronicle.chronicle import Chronicle
from timeline.record.event import Event
from timeline.values.bilingual import LANGUAGES

Files = dict[str, bytes]


@pytest.fixture(scope="module")
def files(chronicle: Chronicle) -> Files:
    """What is published of the site's record."""
    return published.files(chronicle)


def rows(content: bytes) -> list[dict[str, str]]:
    """Read a table as a program does that follows RFC 4180."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def addressed(content: bytes) -> set[str]:
    """Return the ids in the addresses that a feed's or a calendar's entries lead to."""
    if content.startswith(b"BEGIN:VCALENDAR"):
        found = [event.url.value for event in vobject.readOne(content.decode()).vevent_list]
    elif content.startswith(b"{"):
        found = [item["url"] for item in json.loads(content)["items"]]
    else:
        found = [entry.link for entry in feedparser.parse(content).entries]
    return {address.rstrip("/").rpartition("/")[2] for address in found}


def gathered(files: Files, path: str) -> set[str]:
    """Return the ids in a feed with all its archives or further pages."""
    stem, _, suffix = path.rpartition(".")
    parts = [one for one in files if one.startswith(stem) and one.endswith(suffix)]
    return set().union(*(addressed(files[one]) for one in parts if one == path or one[len(stem)] == "-"))


def test_same_events_everywhere(files: Files, chronicle: Chronicle) -> None:
    """Every form has the same events; the calendars leave out only what did not happen."""
    every = {entry.id for entry in chronicle.entries}
    happened = {entry.id for entry in chronicle.held}
    by_year = [json.loads(content).keys() for path, content in files.items() if path.startswith("api/v1/years/")]
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(files["data/record.sqlite"])
        asked = {one for (one,) in database.execute("SELECT id FROM events")}
    forms = {
        "together": set(json.loads(files["api/v1/events.json"])),
        "alone": {path.split("/")[-1][:-5] for path in files if path.startswith("api/v1/events/")},
        "by year": set().union(*by_year),
        "changes": {change["event"] for change in json.loads(files["api/v1/changes.json"])},
        "lines": {json.loads(line)["id"] for line in files["data/events.jsonl"].splitlines()},
        "table": {row["id"] for row in rows(files["data/events.csv"])},
        "database": asked,
        **{f"{code} {form}": gathered(files, f"{code}/feed.{form}") for code in LANGUAGES for form in ("xml", "json")},
    }
    assert dict.fromkeys(forms, every) == forms
    for code in LANGUAGES:
        outages, moves = (addressed(files[f"{code}/calendars/{name}.ics"]) for name in ("outages", "moves"))
        assert (happened, set()) == (outages | moves, outages & moves)


def texts(value: Any) -> Iterator[str]:
    """Yield every text in a piece of data, keys too."""
    if isinstance(value, dict):
        yield from (str(key) for key in value)
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from texts(one)
    elif isinstance(value, str):
        yield value


def lost(chronicle: Chronicle, files: Files) -> dict[str, set[str]]:
    """Return the texts of each event's file that its published form does not have."""
    found = json.loads(files["api/v1/events.json"])
    said = {entry.id: set(texts(_plain(entry.event))) - RENAMED for entry in chronicle.entries}
    wanted = {one: {chronicle.moved.get(text, text) for text in each} for one, each in said.items()}
    missing = {one: each - set(texts(found[one])) for one, each in wanted.items()}
    return {one: each for one, each in missing.items() if each}


# Fields that have another name in what is published: standard terms, and none that YAML 1.1 takes for something else.
RENAMED = {
    "when", "on", "at", "lang", "services", "service", "quotes", "misattributed", "translation", "aliases",
    *LANGUAGES,
}  # fmt: skip


def _plain(event: Event) -> Any:
    return json.loads(TypeAdapter(Event).dump_json(event, exclude_defaults=True))


def test_nothing_is_lost(files: Files, chronicle: Chronicle) -> None:
    """Every text of an event's file, dates and addresses too, is published letter for letter, but for former ids."""
    assert {} == lost(chronicle, files)


def test_tables_say_the_same(files: Files) -> None:
    """Title, summary, quotations and headlines stand in the tables as they stand in the JSON."""
    events = json.loads(files["api/v1/events.json"])
    for row in rows(files["data/events.csv"]):
        for code in LANGUAGES:
            own = events[row["id"]]
            wanted = (own["title"][code], own["summary"][code])
            assert wanted == (as_written(row[f"title_{code}"]), as_written(row[f"summary_{code}"]))
    said = [(row["event"], row["id"], as_written(row["text"])) for row in rows(files["data/quotations.csv"])]
    assert [(one, q["id"], q["text"]) for one, own in events.items() for q in own["quotations"]] == said
    read = {(row["event"], row["key"], as_written(row["headline"])) for row in rows(files["data/sources.csv"])}
    assert {
        (one, key, s.get("headline", "")) for one, own in events.items() for key, s in own["sources"].items()
    } == read


def as_written(cell: str) -> str:
    """Return a cell's text without the apostrophe that keeps a spreadsheet from running it."""
    return cell.removeprefix("'")


def test_database_says_what_the_tables_say(files: Files) -> None:
    """The database has the tables' rows and columns."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(files["data/record.sqlite"])
        for name in ("events", "outages", "quotations", "sources"):
            table = rows(files[f"data/{name}.csv"])
            found = database.execute(f'SELECT {", ".join(table[0])} FROM "{name}"').fetchall()  # noqa: S608 - own names
            wanted = [tuple(TRUTH.get(cell, as_written(cell)) for cell in row.values()) for row in table]
            assert sorted(wanted) == sorted(tuple("" if v is None else str(v) for v in row) for row in found)


# The database has no truth values.
TRUTH = {"true": "1", "false": "0"}


@pytest.mark.parametrize("written", [hostile.own(), pytest.param(hostile.corpora(), marks=pytest.mark.corpora)])
def test_hostile_texts(written: list[str]) -> None:
    """Texts made to break out come back letter for letter out of JSON, tables, feeds and calendars."""
    listed = hostile.fit(written)
    if not listed:
        pytest.skip(f"other people's hostile texts are not in {hostile.CORPORA}")
    stuffed = {f"2024-03-05-s{n}": hostile.stuffed(part) for n, part in enumerate(hostile.batches(listed))}
    titled = {f"2024-03-05-t{n}": hostile.titled(one, n) for n, one in enumerate(listed)}
    chronicle = direct.chronicle_of(stuffed | titled)
    files = published.files(chronicle)
    assert {} == lost(chronicle, files)
    test_tables_say_the_same(files)
    for code in LANGUAGES:
        wanted = {one: hostile.kept(event["title"][code]) for one, event in titled.items()}
        assert wanted == wanted | titles_in_feed(files, code)
        assert wanted.keys() <= titles_in_feed(files, code).keys()
        moves = vobject.readOne(files[f"{code}/calendars/moves.ics"].decode()).vevent_list
        assert sorted(event.summary.value for event in moves) == sorted(
            entry.event.title.in_language(code) for entry in chronicle.entries
        )


def titles_in_feed(files: Files, code: str) -> dict[str, str]:
    """Return the titles of the hostile events in a language's feed and its archives, by id."""
    found: dict[str, str] = {}
    for path, content in files.items():
        if path.startswith(f"{code}/feed") and path.endswith(".xml"):
            for entry in feedparser.parse(content, sanitize_html=False).entries:
                one = entry.link.rstrip("/").rpartition("/")[2]
                if "-t" in one:
                    found[one] = entry.title.removeprefix("\u200f")
    return found
