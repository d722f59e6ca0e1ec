"""The published JSON is what its schemas and the committed promise say."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate as validate_openapi

from tests import direct
from tests.site.data import published
from timeline.chronicle.chronicle import Chronicle
from timeline.site.data.api import openapi
from timeline.site.data.api.documents import DOCUMENTS

PROMISED = Path(__file__).parents[3] / "schema" / "api-v1.json"
BASE = "api/v1"

Files = dict[str, bytes]


@pytest.fixture(scope="module")
def files(chronicle: Chronicle) -> Files:
    """What is published of the site's record."""
    return published.files(chronicle)


def read(files: Files, name: str) -> Any:
    """Read a document."""
    return json.loads(files[f"{BASE}/{name}.json"])


def documents(files: Files) -> dict[str, list[Any]]:
    """Return every document by the name of its schema."""
    found = {name: [read(files, name)] for name in DOCUMENTS}
    found["event"] = [json.loads(content) for path, content in files.items() if path.startswith(f"{BASE}/events/")]
    found["year"] = [json.loads(content) for path, content in files.items() if path.startswith(f"{BASE}/years/")]
    return found


def test_documents_are_what_their_schemas_say(files: Files) -> None:
    """A validator of its own accepts every document under the schema that lies beside it."""
    for name, listed in documents(files).items():
        schema = read(files, f"schemas/{name}")
        Draft202012Validator.check_schema(schema)
        validator = Draft202012Validator(schema)
        assert listed
        assert [] == [error.message for document in listed for error in validator.iter_errors(document)]


def test_schemas_are_strict(files: Files) -> None:
    """A schema refuses a field that it does not name and a document without one that it needs."""
    (first, *_), validator = documents(files)["event"], Draft202012Validator(read(files, "schemas/event"))
    assert not validator.is_valid(first | {"unheard": 1})
    assert not validator.is_valid({key: value for key, value in first.items() if key != "started"})


def test_openapi(files: Files) -> None:
    """The description is valid OpenAPI, and each of its addresses leads to a document."""
    described = read(files, "openapi")
    validate_openapi(described)
    (server,) = described["servers"]
    assert f"{published.ADDRESS}{BASE}" == server["url"]
    examples = {"{id}": next(iter(read(files, "events"))), "{year}": next(iter(read(files, "index")["years"]))}
    for path in described["paths"]:
        for blank, value in examples.items():
            path = path.replace(blank, value)  # noqa: PLW2901 - the address with its blanks filled
        assert f"{BASE}{path}" in files


def test_index_leads_everywhere(files: Files) -> None:
    """Every address in the index is that of a document."""
    index = read(files, "index")
    addresses = [*index["documents"].values(), *index["years"].values()]
    assert {True} == {address.removeprefix(published.ADDRESS) in files for address in addresses}
    assert ("CC-BY-4.0", "1", published.ADDRESS) == (index["license"], index["format"], index["home"])


def test_version(chronicle: Chronicle) -> None:
    """The version is the same for the same events, and another where one word of one event is another."""
    event = {"kind": "statement", "when": {"started": "2024-03-05"}}
    one, other = ({"2024-03-05-a": _said(event, text)} for text in ("this", "that"))
    versions = [read(published.files(direct.chronicle_of(made)), "index")["version"] for made in (one, one, other)]
    assert (versions[0], True) == (versions[1], versions[0] != versions[2])


def _said(event: dict[str, Any], text: str) -> dict[str, Any]:
    said = {"ar": f"ن {text}", "en": text}
    return event | {
        "title": said, "summary": said, "move": {"by": ["ann-example"], "on": "betanet"}, "status": "reported",
        "facts": [{**said, "sources": ["a"]}], "added": "2024-03-06",
        "sources": {"a": {"url": "https://daily.example/", "publisher": "daily-example", "lang": "en"}},
    }  # fmt: skip


def test_ids_are_explained(files: Files) -> None:
    """Every id that an event names is in the published vocabulary or among the events."""
    known = read(files, "vocabulary")
    events = read(files, "events")
    for event in events.values():
        assert event["kind"] in known["kinds"]
        assert set(event["people"]) <= known["people"].keys()
        assert set(event["companies"]) <= known["companies"].keys()
        assert set(event["platforms"]) <= known["platforms"].keys()
        assert set(event["tags"]) <= known["tags"].keys()
        assert {source["publisher"] for source in event["sources"].values()} <= known["publishers"].keys()
        assert {relation["event"] for relation in event["relations"]} <= events.keys()


def test_names_are_no_trap(files: Files) -> None:
    """No field has a name that a reader of YAML 1.1 takes for something else than a text."""
    names = {name for one in documents(files).values() for name in _names(one)}
    assert {"id", "place", "said"} <= names
    assert names == {name for name in names if yaml.safe_load(name) == name}


def _names(value: Any) -> set[str]:
    if isinstance(value, dict):
        return {key for key in value if not key[:1].isdigit()}.union(*map(_names, value.values()))
    return set().union(*map(_names, value)) if isinstance(value, list) else set()


def test_the_promise() -> None:
    """The shapes are those that were promised; who changes one changes the committed file too, and sees it."""
    documents, shared = openapi.shared_schemas()
    assert json.loads(PROMISED.read_text("utf-8")) == {"documents": documents, "$defs": shared}


def test_without_an_address(chronicle: Chronicle) -> None:
    """A site whose address is not known has its data, with paths below its root, and no feeds that would need one."""
    files = published.files(chronicle, url="")
    assert {"api", "data"} == {path.partition("/")[0] for path in files}
    event = next(iter(read(files, "events").values()))
    assert {"ar": f"ar/events/{event['id']}/", "en": f"en/events/{event['id']}/"} == event["addresses"]
