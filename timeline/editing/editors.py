"""The JSON Schema as an editor wants it: the ids of a record with their names, conditions, and messages in words.

Ids of tables that seldom change are the only ones allowed; where entries are added all the time, ids are offered and
others are let through, so that a schema that was written last week does not call a new publisher wrong.
"""

import json
from collections.abc import Iterable
from typing import Any

from timeline.checking.rules import sections
from timeline.language import of_commands
from timeline.record.event import Event
from timeline.record.schema import json_schema
from timeline.record.story import Story
from timeline.record.vocabulary import Vocabulary
from timeline.values import dates, links
from timeline.values.bilingual import LANGUAGES
from timeline.values.fields import COUNTRY, LANGUAGE
from timeline.values.text import ID

# What a schema can be written for, by the name that the command calls it.
FILES: dict[str, type] = {"event": Event, "story": Story}

Schema = dict[str, Any]

_ACTORS = ("companies", "people")

# The tables whose ids a field holds, by the field's place in the schema.
TABLES: dict[tuple[str, str], tuple[str, ...]] = {
    ("Event", "kind"): ("kinds",),
    ("Event", "people"): ("people",),
    ("Event", "tags"): ("tags",),
    ("Outage", "company"): ("companies",),
    ("Outage", "services"): ("platforms",),
    ("Reports", "service"): ("platforms",),
    ("Reports", "tracker"): ("publishers",),
    ("Move", "by"): _ACTORS,
    ("Move", "to"): _ACTORS,
    ("Move", "on"): ("platforms",),
    ("Quote", "speaker"): _ACTORS,
    ("Quote", "on"): ("platforms",),
    ("Misattributed", "attributed_to"): _ACTORS,
    ("SourceEntry", "publisher"): ("publishers",),
    ("SourceEntry", "origin"): ("publishers",),
    ("SourceEntry", "via"): ("publishers",),
}

CLOSED = frozenset({"kinds", "companies", "platforms"})

# What each pattern asks for, as the catalogue of the commands says it, and an example of it.
_PATTERNS = {
    f"^{ID.pattern}$": ("id", "login-outage"),
    f"^{links.PATTERN}$": ("address", "https://www.reuters.com/technology/"),
    f"^{dates.PATTERN}$": ("date", "2024-03-05T15:00Z"),
    f"^{dates.DAY_PATTERN}[~?%]?$": ("day", "2024-03-05"),
    f"^{LANGUAGE.pattern}$": ("language", "en"),
    f"^{COUNTRY.pattern}$": ("country", "EG"),
}

# Who answers from outside the vocabulary says at least what is answered.
_ANSWERING = {"properties": {"relations": {"contains": {"properties": {"type": {"const": "responds-to"}}}}}}
_OF_OUTAGES = ("acknowledged", "unacknowledged", "resolved", "basis")


def editor_schema(model: type, vocabulary: Vocabulary | None = None) -> Schema:
    """Return the JSON Schema of a model with messages in words and, of events, with a record's ids and conditions."""
    schema = json_schema(model)
    _word(schema)
    if model is Event:
        schema["allOf"] = list(_conditions(vocabulary))
        if vocabulary:
            _offer(schema, vocabulary)
    return schema


def document(file: str, vocabulary: Vocabulary | None = None) -> str:
    """Return the schema of one of the files as a file has it, with a line's end."""
    return json.dumps(editor_schema(FILES[file], vocabulary), ensure_ascii=False, indent=2) + "\n"


def _said(key: str) -> str:
    return " · ".join(of_commands(code).word(f"schema.{key}") for code in reversed(LANGUAGES))


def _word(schema: Any) -> None:
    """Add to every pattern what it asks for."""
    if isinstance(schema, list):
        for part in schema:
            _word(part)
    elif isinstance(schema, dict):
        if (pattern := schema.get("pattern")) in _PATTERNS:
            key, example = _PATTERNS[pattern]
            schema |= {"patternErrorMessage": _said(key), "examples": [example]}
        for part in list(schema.values()):
            _word(part)


def _offer(schema: Schema, vocabulary: Vocabulary) -> None:
    """Put the ids of the record at the fields that hold them."""
    for (name, field), tables in TABLES.items():
        properties = (schema if name == "Event" else schema["$defs"][name])["properties"]
        place = properties[field]["items"] if properties[field].get("type") == "array" else properties[field]
        free = {key: place.pop(key) for key in ("type", "pattern", "patternErrorMessage", "examples")}
        named = f"one-of-{'-or-'.join(tables)}"
        schema["$defs"].setdefault(named, _enumerated(vocabulary, tables, free))
        place["$ref"] = f"#/$defs/{named}"


def _enumerated(vocabulary: Vocabulary, tables: Iterable[str], free: Schema) -> Schema:
    entries = {name: entry for table in tables for name, entry in sorted(vocabulary.table(table).items())}
    names = [" · ".join(entry.name.in_language(code) for code in reversed(LANGUAGES)) for entry in entries.values()]
    known = {"enum": list(entries), "enumDescriptions": names}
    if CLOSED.issuperset(tables):
        return {"type": "string", **known}
    return {"anyOf": [{"type": "string", **known}, free]}


def _conditions(vocabulary: Vocabulary | None) -> Iterable[Schema]:
    """Yield what one field asks of the others."""
    doubtful = {"properties": {"status": {"enum": ["disputed", "debunked"]}}, "required": ["status"]}
    false = {"properties": {"status": {"const": "debunked"}}, "required": ["status"]}
    yield {"if": doubtful, "then": {"required": ["doubt"]}}
    yield {"if": {"required": ["misattributed"]}, "then": false}
    yield {"if": {"properties": {"when": {"required": ["resolved"]}}}, "then": _when(["basis"], ())}
    if vocabulary:
        outages = [name for name, kind in vocabulary.kinds.items() if kind.is_outage]
        moving = [name for name, kind in vocabulary.kinds.items() if kind.role in sections.MOVING]
        answering = [name for name, kind in vocabulary.kinds.items() if kind.role == "answer"]
        others = {"properties": {"outage": False, **_when([], _OF_OUTAGES)["properties"]}}
        yield {"if": _kind(outages), "then": {"required": ["outage"], "properties": {"move": False}}, "else": others}
        outside = {"allOf": [_kind(answering), {"required": ["relations"], **_ANSWERING}]}
        yield {"if": {"allOf": [_kind(moving), {"not": {"anyOf": [false, outside]}}]}, "then": {"required": ["move"]}}


def _kind(names: list[str]) -> Schema:
    return {"properties": {"kind": {"enum": names}}, "required": ["kind"]}


def _when(needed: list[str], refused: Iterable[str]) -> Schema:
    return {"properties": {"when": {"required": needed, "properties": dict.fromkeys(refused, False)}}}
