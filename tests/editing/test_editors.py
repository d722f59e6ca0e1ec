"""In an editor: ids are offered with their names, mistakes are underlined where they are, and nothing that is right."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.editing import lsp
from tests.golden import RECORD
from tests.records import JAB, OUTAGE, changed
from timeline.checking.rules.vocabulary import mentions
from timeline.editing.editors import TABLES, document, editor_schema
from timeline.record.event import Event
from timeline.record.record import load
from timeline.record.schema import json_schema
from timeline.record.vocabulary import load_vocabulary

MODELINE = "# yaml-language-server: $schema=../../schema/event.schema.json\n"

# Fields that hold an id which no table has: names within the file, and other events.
OWN = {
    *(("Event", "aliases"), ("Quote", "id"), ("Quote", "source"), ("Misattributed", "source"), ("Reports", "source")),
    *(("Fact", "sources"), ("Cause", "sources"), ("Relation", "event")),
}

needs_node = pytest.mark.skipif(
    lsp.NODE is None or not lsp.SERVER.exists(), reason="yaml-language-server needs Node.js and `npm ci`"
)


def test_every_id_has_its_table() -> None:
    """Every field of the model that holds an id is known to hold that of a table, or one of the file's own."""
    schema = json_schema()
    properties = {name: part["properties"] for name, part in schema["$defs"].items()} | {"Event": schema["properties"]}
    pattern = properties["Event"]["kind"]["pattern"]
    found = {
        (name, field)
        for name, fields in properties.items()
        for field, said in fields.items()
        if pattern in (said.get("pattern"), said.get("items", {}).get("pattern"))
    }
    assert found == TABLES.keys() | OWN
    assert not TABLES.keys() & OWN


def test_same_tables_as_the_check() -> None:
    """A field offers ids of the tables in which the check looks for them."""
    record = load(RECORD)[0]
    known = {"actors": ("companies", "people")}
    for file in record.files.values():
        for table, _, path in mentions(file.event):
            field = next(str(step) for step in reversed(path) if isinstance(step, str))
            assert known.get(table, (table,)) in {tables for (_, name), tables in TABLES.items() if name == field}


@pytest.fixture(scope="module")
def schema() -> Any:
    """The schema with the vocabulary of the tests' record."""
    return editor_schema(Event, load_vocabulary(RECORD)[0])


@pytest.mark.parametrize(
    ("path", "changes"),
    [
        (JAB, ("kind: jab", "kind: joke")),
        (JAB, ("on: betanet", "on: nowhere")),
        (OUTAGE, ("company: alpha", "company: gamma")),
        (JAB, ("status: reported", "status: disputed")),
        (JAB, ("kind: jab", "kind: outage")),
        (OUTAGE, ("kind: outage", "kind: jab")),
        (OUTAGE, ("  basis: official\n", "")),
        (JAB, ("  started: 2024-03-05T16:00Z\n", "  started: 2024-03-05T16:00Z\n  unacknowledged: true\n")),
    ],
)  # fmt: skip
def test_refused(schema: Any, path: str, changes: tuple[str, str]) -> None:
    """What one field asks of another is a condition of the schema, and ids of small tables are the only ones."""
    from timeline.reading.reader import read

    validator = Draft202012Validator(schema)
    assert _errors(validator, read("a", changed(path).encode())[1]) == []
    assert _errors(validator, read("a", changed(path, changes).encode())[1])


def test_answers(schema: Any) -> None:
    """An answer has a move, or says at least what it answers, as the check wants it."""
    from timeline.reading.reader import read

    validator = Draft202012Validator(schema)
    move = "move:\n  by: [ben-example]\n  to: [alpha]\n  on: betanet\n"
    without = changed(JAB, ("kind: jab", "kind: reply"), (move, ""))
    assert _errors(validator, read("a", without.encode())[1]) == []
    alone = without.replace("responds-to", "part-of")
    assert any("move" in error for error in _errors(validator, read("a", alone.encode())[1]))


def _errors(validator: Draft202012Validator, tree: Any) -> list[str]:
    """Return what is refused but for numbers, which are texts to our reader."""
    return [error.message for error in validator.iter_errors(tree.plain) if "'integer'" not in error.message]


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[lsp.Editor]:
    """An editor over a folder that has the schema of the tests' record."""
    folder = tmp_path_factory.mktemp("editor")
    (folder / "schema").mkdir()
    text = document("event", load_vocabulary(RECORD)[0])
    (folder / "schema" / "event.schema.json").write_text(text, "utf-8")
    with lsp.editor(folder) as found:
        yield found


@needs_node
@pytest.mark.parametrize("path", sorted(RECORD.glob("[0-9]*/*.yml")), ids=lambda path: path.stem)
def test_no_false_alarm(editor: lsp.Editor, path: Path) -> None:
    """Nothing is underlined in a sound file."""
    assert [] == editor.open(MODELINE + path.read_text("utf-8"))[1]


@needs_node
@pytest.mark.parametrize(
    ("line", "said", "path", "changes"),
    [
        ("kind: joke", "outage", JAB, ("kind: jab", "kind: joke")),
        ("  on: nowhere", "alphagram", JAB, ("  on: betanet", "  on: nowhere")),
        ("statsu: reported", "statsu", JAB, ("status: reported", "statsu: reported")),
        ("  started: yesterday", "A date: 2024", JAB, ("started: 2024-03-05T16:00Z", "started: yesterday")),
        ("    url: www.a.example", "A whole address", JAB, ("https://daily.example/ben-mocks", "www.a.example")),
        ("kind: outage", "outage", JAB, ("kind: jab", "kind: outage")),
    ],
)  # fmt: skip
def test_red_line(editor: lsp.Editor, line: str, said: str, path: str, changes: tuple[str, str]) -> None:
    """A mistake is underlined in its line, with words that say what belongs there."""
    text = MODELINE + changed(path, changes)
    found = [(text.split("\n")[one["range"]["start"]["line"]], one["message"]) for one in editor.open(text)[1]]
    assert [True] == [said in message for place, message in found if place == line][:1], found


@needs_node
@pytest.mark.parametrize(
    ("offered", "name", "text"),
    [
        ("jab", "Jab · تهكّم", "kind: |\n"),
        ("ben-example", "Ben Example · بن إكزامبل", "kind: jab\nmove:\n  by:\n    - |\n"),
        ("alphagram", "Alphagram · ألفاغرام", "kind: outage\noutage:\n  services:\n    - |\n"),
        ("mockery", "Mockery · سخرية", "kind: jab\ntags:\n  - |\n"),
        ("daily-example", "Daily Example · ديلي إكزامبل", "kind: jab\nsources:\n  a:\n    publisher: |\n"),
        ("confirmed", "", "kind: jab\nstatus: |\n"),
    ],
)
def test_completion(editor: lsp.Editor, offered: str, name: str, text: str) -> None:
    """At each field the ids of its table are offered, with their names in both languages."""
    found = {item["label"]: _words(item) for item in editor.completed(MODELINE + text)}
    assert offered in found
    assert name in found[offered]


def _words(item: lsp.Item) -> str:
    said = item.get("documentation", "")
    return str(said["value"]) if isinstance(said, dict) else str(said)


@needs_node
def test_fields_are_offered(editor: lsp.Editor) -> None:
    """Fields are offered by their names."""
    assert {"title", "when", "sources"} <= {item["label"] for item in editor.completed(f"{MODELINE}kind: jab\n|\n")}


def test_small_enough() -> None:
    """The names of publishers stand in the schema once, however many fields hold one."""
    assert 1 == document("event", load_vocabulary(RECORD)[0]).count("ديلي إكزامبل")
    assert json.loads(document("event")) == editor_schema(Event)
