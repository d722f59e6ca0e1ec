"""The description of the documents: OpenAPI 3.1, and the JSON Schema of each (draft 2020-12)."""

import json
from collections.abc import Iterator
from typing import Any

from pydantic import TypeAdapter

from timeline.record.schema import WithoutNull
from timeline.site.data.api import shapes
from timeline.site.data.api.documents import DOCUMENTS, FOLDER
from timeline.site.parts.page import Artifact
from timeline.site.publication import Publication

DIALECT = "https://json-schema.org/draft/2020-12/schema"

# What has one file each, by the name of its schema: the folder, what stands in the file's name, and the shape.
MANY: dict[str, tuple[str, str, Any]] = {
    "event": ("events", "id", shapes.Event),
    "year": ("years", "year", DOCUMENTS["events"]),
}


def artifacts(publication: Publication) -> Iterator[Artifact]:
    """Yield the description of all documents and the schema of each."""
    yield Artifact(f"{FOLDER}/openapi.json", _json(_described(publication)))
    for name, schema in schemas().items():
        identified = {"$id": f"{publication.root}{FOLDER}/schemas/{name}.json"} if publication.url else {}
        yield Artifact(f"{FOLDER}/schemas/{name}.json", _json({"$schema": DIALECT, **identified, **schema}))


def schemas() -> dict[str, dict[str, Any]]:
    """Return the JSON Schema of each document by its name."""
    return {
        name: TypeAdapter(kind).json_schema(mode="serialization", schema_generator=WithoutNull)
        for name, kind in _kinds().items()
    }


def shared_schemas(template: str = "#/$defs/{model}") -> tuple[dict[str, dict[str, Any]], dict[str, Any]]:
    """Return the same without repetition: what each document is, and the shapes that they have in common, by name."""
    adapters = [(name, "serialization", TypeAdapter(kind)) for name, kind in _kinds().items()]
    made, definitions = TypeAdapter.json_schemas(
        adapters,  # type: ignore[arg-type] # the mode is a literal
        ref_template=template,
        schema_generator=WithoutNull,
    )
    return {name: made[name, "serialization"] for name, _, _ in adapters}, definitions.get("$defs", {})


def _kinds() -> dict[str, Any]:
    return DOCUMENTS | {name: kind for name, (_, _, kind) in MANY.items()}


def _described(publication: Publication) -> dict[str, Any]:
    schema, shapes_ = shared_schemas("#/components/schemas/{model}")
    paths = {f"/{name}.json": _operation(name, schema[name]) for name in DOCUMENTS}
    for name, (folder, part, _) in MANY.items():
        paths[f"/{folder}/{{{part}}}.json"] = _operation(name, schema[name], part)
    license_ = publication.settings.license
    licensed = {"license": {"name": license_.name, "url": license_.url}} if license_ else {}
    return {
        "openapi": "3.1.0",
        "info": {"title": _title(publication), "version": "1", **licensed},
        "servers": [{"url": f"{publication.root}{FOLDER}" if publication.url else "."}],
        "paths": paths,
        "components": {"schemas": shapes_},
    }


def _title(publication: Publication) -> str:
    names = (publication.settings.name.in_language(own.code) for own in publication.languages)
    return " · ".join(names)


def _operation(name: str, schema: dict[str, Any], part: str = "") -> dict[str, Any]:
    content = {"application/json": {"schema": schema}}
    operation: dict[str, Any] = {
        "operationId": name,
        "responses": {"200": {"description": schema.get("description", name), "content": content}},
    }
    if part:
        text = {"type": "string"}
        operation["parameters"] = [{"name": part, "in": "path", "required": True, "schema": text}]
    return {"get": operation}


def _json(document: dict[str, Any]) -> bytes:
    return json.dumps(document, ensure_ascii=False).encode()
