"""The JSON Schema of a model, for editors and for whoever writes files with another program."""

from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core.core_schema import NullableSchema, WithDefaultSchema

from timeline.record.event import Event


class WithoutNull(GenerateJsonSchema):
    """What is optional is left out, not written as nothing."""

    def nullable_schema(self, schema: NullableSchema) -> JsonSchemaValue:
        """Describe what may be left out as what it is where it is there."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: WithDefaultSchema) -> JsonSchemaValue:
        """Name no default where there is nothing."""
        made = super().default_schema(schema)
        return {key: value for key, value in made.items() if (key, value) != ("default", None)}


def json_schema(model: type = Event) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a file that says an event, or what another model has."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": model.__name__,
        **TypeAdapter(model).json_schema(schema_generator=WithoutNull),
    }
