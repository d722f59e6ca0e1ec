"""What is taken away, read back form by form and laid beside the chronicle, letter for letter."""

import csv
import io
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import feedparser
import icalendar
import vobject
from pydantic import TypeAdapter

from tests.built import parse, text_of
from timeline.chronicle.chronicle import Chronicle, Entry
from timeline.record.event import Event
from timeline.site.data.feeds.items import RIGHT_TO_LEFT_MARK
from timeline.values.bilingual import LANGUAGES, LanguageCode

Files = dict[str, bytes]

TABLES = ("events", "outages", "quotations", "sources")

# Fields that have another name in what is published: standard terms, and none that YAML 1.1 takes for something else.
RENAMED = {
    "when", "on", "at", "lang", "services", "service", "quotes", "misattributed", "translation", "aliases",
    *LANGUAGES,
}  # fmt: skip


def rows(content: bytes) -> list[dict[str, str]]:
    """Read a table as a program does that follows RFC 4180."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def as_written(cell: str) -> str:
    """Return a cell's text without the apostrophe that keeps a spreadsheet from running it."""
    return cell.removeprefix("'")


def asked(files: Files, question: str) -> list[tuple[Any, ...]]:
    """Ask the database."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(files["data/record.sqlite"])
        return database.execute(question).fetchall()


def events_of(files: Files) -> dict[str, dict[str, Any]]:
    """Return every form that has whole events, each as its events by id."""
    read = {path: json.loads(content) for path, content in files.items() if path.startswith("api/v1/")}
    years = (events for path, events in read.items() if path.startswith("api/v1/years/"))
    lines = (json.loads(line) for line in files["data/events.jsonl"].splitlines())
    return {
        "together": read["api/v1/events.json"],
        "alone": {path.split("/")[-1][:-5]: one for path, one in read.items() if path.startswith("api/v1/events/")},
        "by year": {one: event for year in years for one, event in year.items()},
        "lines": {event["id"]: event for event in lines},
    }


def titles_of(files: Files, code: LanguageCode) -> dict[str, dict[str, str]]:
    """Return every form that has titles in one language, each as its titles by the event's id."""
    table = rows(files["data/events.csv"])
    database = asked(files, f"SELECT id, title_{code} FROM events")  # noqa: S608 - the languages are the project's own
    return {
        "Atom": {_id(one.link): _unmarked(one.title) for one in _entries(files, f"{code}/feed.xml")},
        "JSON Feed": {_id(one["url"]): _unmarked(one["title"]) for one in items(files, code)},
        "table": {row["id"]: as_written(row[f"title_{code}"]) for row in table},
        "database": dict(database),
    }


def calendars_of(files: Files, code: LanguageCode) -> dict[str, dict[str, str]]:
    """Return the titles of outages and moves in a language's calendars by id, as two programs read them."""
    contents = [files[f"{code}/calendars/{name}.ics"].decode() for name in ("outages", "moves")]
    events = [event for content in contents for event in icalendar.Calendar.from_ical(content).walk("VEVENT")]
    others = [event for content in contents for event in vobject.readOne(content).contents.get("vevent", [])]
    return {
        "icalendar": {_id(str(one["url"])): str(one["summary"]) for one in events},
        "vobject": {_id(one.url.value): one.summary.value for one in others},
    }


def items(files: Files, code: LanguageCode) -> Iterator[dict[str, Any]]:
    """Yield the items of a language's JSON feed and its further pages."""
    for content in _parts(files, f"{code}/feed.json"):
        yield from json.loads(content)["items"]


def _entries(files: Files, path: str) -> Iterator[Any]:
    for content in _parts(files, path):
        yield from feedparser.parse(content, sanitize_html=False).entries


def _parts(files: Files, path: str) -> Iterator[bytes]:
    """Yield a feed with all its archives or further pages."""
    stem, _, suffix = path.rpartition(".")
    yield files[path]
    yield from (files[one] for one in files if one.startswith(f"{stem}-") and one.endswith(f".{suffix}"))


def _id(address: str) -> str:
    return address.rstrip("/").rpartition("/")[2]


def _unmarked(title: str) -> str:
    return title.removeprefix(RIGHT_TO_LEFT_MARK)


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


def _plain(event: Event) -> Any:
    """Return what an event's file says, without what it says to the check alone."""
    return json.loads(TypeAdapter(Event).dump_json(event, exclude_defaults=True, exclude={"accepted"}))


def unsaid(chronicle: Chronicle, files: Files, code: LanguageCode) -> dict[str, set[str]]:
    """Return the facts and quotations of each event that a language's JSON feed does not have."""
    missing = {}
    for item in items(files, code):
        entry = chronicle.by_id[_id(item["url"])]
        shown = {text_of(element) for element in parse(item["content_html"]).iter()}
        missing[entry.id] = _wanted(entry, code) - shown
    return {one: each for one, each in missing.items() if each}


def _wanted(entry: Entry, code: LanguageCode) -> set[str]:
    event = entry.event
    translated = {quote.translation[code] for quote in event.quotes if code in quote.translation}
    return {fact.in_language(code) for fact in event.facts} | {quote.text for quote in event.quotes} | translated


def different_rows(files: Files) -> dict[str, list[Any]]:
    """Return what the tables say of titles, summaries, quotations and headlines, and the JSON does not."""
    events = json.loads(files["api/v1/events.json"])
    table = rows(files["data/events.csv"])
    fields = [(field, code) for field in ("title", "summary") for code in LANGUAGES]
    said = {(row["id"], field, code, as_written(row[f"{field}_{code}"])) for row in table for field, code in fields}
    quoted = {(row["event"], row["id"], as_written(row["text"])) for row in rows(files["data/quotations.csv"])}
    read = {(row["event"], row["key"], as_written(row["headline"])) for row in rows(files["data/sources.csv"])}
    wanted = (
        {(one, field, code, own[field][code]) for one, own in events.items() for field, code in fields},
        {(one, quote["id"], quote["text"]) for one, own in events.items() for quote in own["quotations"]},
        {(one, key, s.get("headline", "")) for one, own in events.items() for key, s in own["sources"].items()},
    )
    return _differences(dict(zip(("events", "quotations", "sources"), (said, quoted, read), strict=True)), wanted)


def _differences(found: dict[str, set[Any]], wanted: tuple[set[Any], ...]) -> dict[str, list[Any]]:
    differing = {name: sorted(each ^ other) for (name, each), other in zip(found.items(), wanted, strict=True)}
    return {name: each for name, each in differing.items() if each}


# The database has no truth values.
TRUTH = {"true": "1", "false": "0"}


def differing_tables(files: Files) -> list[str]:
    """Return the tables whose rows are not those of the database."""
    return [name for name in TABLES if _rows_of_table(files, name) != _rows_of_database(files, name)]


def _rows_of_table(files: Files, name: str) -> list[tuple[str, ...]]:
    truths = {column for column, kind in _columns(files, name).items() if kind == "boolean"}
    found = (row.items() for row in rows(files[f"data/{name}.csv"]))
    return sorted(tuple(TRUTH.get(c, c) if name in truths else as_written(c) for name, c in row) for row in found)


def _columns(files: Files, name: str) -> dict[str, str]:
    """Return the columns of a table, with their types, as the Data Package has them."""
    (table,) = (one for one in json.loads(files["data/datapackage.json"])["resources"] if one["name"] == name)
    return {field["name"]: field["type"] for field in table["schema"]["fields"]}


def _rows_of_database(files: Files, name: str) -> list[tuple[str, ...]]:
    columns = ", ".join(_columns(files, name))
    found = asked(files, f'SELECT {columns} FROM "{name}"')  # noqa: S608 - the names are the project's own
    return sorted(tuple("" if cell is None else str(cell) for cell in row) for row in found)
