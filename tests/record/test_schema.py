"""The JSON Schema says to an editor what the check says, as far as a schema can."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from tests.built import EVENTS
from tests.golden import BAD, RECORD, cases
from timeline.cli import main
from timeline.editing.editors import editor_schema
from timeline.record.event import Event
from timeline.record.vocabulary import load_vocabulary

ROOT = Path(__file__).parent.parent.parent
SCHEMAS = {kind: ROOT / "schema" / f"{kind}.schema.json" for kind in ("event", "story")}

# What can be seen in a field alone: its shape, its name, its spelling. The rest needs a calendar or the whole record.
SEEN = {
    "D101", "D104", "D106",
    "L101", "L102", "L104",
    "M101", "M102", "M106", "M107", "M108", "M110", "M111",
    "Q101", "Q102", "Q103", "T107",
}  # fmt: skip


class CoreSchema(yaml.CSafeLoader):
    """Reads YAML 1.2 as editors do: text but for numbers, true and false, and nothing."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 - PyYAML's own attribute


CoreSchema.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"(?:true|false)$"), ["t", "f"])
CoreSchema.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"[0-9]+$"), list("0123456789"))
CoreSchema.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"(?:null|~|)$"), ["n", "~", ""])


def read(path: Path) -> Any:
    """Read a file as an editor does."""
    return yaml.load(path.read_text("utf-8"), CoreSchema)  # noqa: S506 - a safe loader


def events(root: Path) -> list[Path]:
    """List a record's event files, in order."""
    return sorted(path for path in root.rglob("*.yml") if not {"vocabulary", "stories"} & set(path.parts))


def stories(root: Path) -> list[Path]:
    """List a record's stories, in order."""
    return sorted(root.glob("stories/*.yml"))


def closed(schema: Any) -> Any:
    """Return a schema without the ids that are offered where others are let through: those may be last week's."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    if "anyOf" in schema:
        return {**schema, "anyOf": schema["anyOf"][1:]}
    return {key: closed(part) for key, part in schema.items()}


@pytest.fixture(scope="module", params=[EVENTS, RECORD], ids=["large", "small"])
def record(request: pytest.FixtureRequest) -> Path:
    """The records of the tests."""
    root: Path = request.param
    return root


@pytest.mark.parametrize("kind", SCHEMAS)
def test_schema_is_committed(kind: str) -> None:
    """The schemas in the repository are what ``timeline schema`` prints for its record, but for the newest ids."""
    printed = CliRunner().invoke(main, ["schema", kind, "--events", str(ROOT / "events")]).stdout
    assert closed(json.loads(printed)) == closed(json.loads(SCHEMAS[kind].read_text("utf-8")))


def test_schema_of_no_record() -> None:
    """Without a record the schema of events is printed if nothing else is asked for, and every id is let through."""
    printed = CliRunner().invoke(main, ["schema"]).stdout
    assert editor_schema(Event) == json.loads(printed)


@pytest.mark.parametrize("kind", SCHEMAS)
def test_schema_is_a_schema(kind: str) -> None:
    """A schema is itself valid by its draft."""
    Draft202012Validator.check_schema(json.loads(SCHEMAS[kind].read_text("utf-8")))


def test_accepts_events(record: Path) -> None:
    """Every event of a record is accepted by the schema that has the record's own ids."""
    validator = Draft202012Validator(editor_schema(Event, load_vocabulary(record)[0]))
    assert [] == [
        f"{path.name}: {error.json_path}: {error.message}"
        for path in events(record)
        for error in validator.iter_errors(read(path))
    ]


def test_accepts_stories() -> None:
    """Every story of the record is accepted."""
    validator = Draft202012Validator(json.loads(SCHEMAS["story"].read_text("utf-8")))
    found = stories(EVENTS)
    assert found
    assert [] == [path.name for path in found if not validator.is_valid(read(path))]


@pytest.mark.parametrize("case", [case for case in cases(BAD) if case.name[:4] in SEEN], ids=lambda case: case.name)
def test_refuses_mistakes(case: Path) -> None:
    """A mistake that can be seen in a field alone is refused, in an event and in a story."""
    of_events = Draft202012Validator(editor_schema(Event))
    of_stories = Draft202012Validator(json.loads(SCHEMAS["story"].read_text("utf-8")))
    assert [] == [path for path in events(case / "events") if of_events.is_valid(read(path))]
    assert [] == [path for path in stories(case / "events") if of_stories.is_valid(read(path))]
