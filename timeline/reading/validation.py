"""Trees become typed values: pydantic's errors turn into diagnostics with a code and a place."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from typing import Any, TypeVar, get_args, get_type_hints

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from timeline.reading.diagnostics import Diagnostic, closest, more
from timeline.reading.reader import Mapping, Step
from timeline.reading.source import Place, Source, Span
from timeline.values.text import to_ids

T = TypeVar("T")
Path = tuple[Step, ...]

_SHAPES = {
    "string_type": "text",
    "dataclass_type": "mapping",
    "dict_type": "mapping",
    "tuple_type": "list",
    "list_type": "list",
}

# A missing field has the code of what it leaves unsaid, where that is more than a hole in the file.
_MISSING = {
    "ar": "T107",
    "en": "T107",
    "speaker": "Q101",
    "lang": "Q102",
    "source": "Q103",
    "sources": "S101",
}
_OF_QUOTES = ("speaker", "lang", "source")

# More problems of one file than a person mends at once.
MOST = 200


@cache
def _adapter(model: type[T]) -> TypeAdapter[T]:
    return TypeAdapter(model)


def validate(model: type[T], tree: Mapping, source: Source) -> tuple[T | None, list[Diagnostic]]:
    """Validate a tree against a model: the value, or all that keeps it from being one.

    Of more than ``MOST`` problems the rest is only counted, in a problem of its own (F112).
    """
    try:
        return _adapter(model).validate_python(tree.plain), []  # type: ignore[arg-type] # a class is hashable
    except ValidationError as error:
        every = [detail for detail in error.errors(include_url=False) if not _is_echo(detail)]
        errors = every[:MOST]
        found = [_diagnostic(detail, model, tree, source) for detail in errors]
        meant = {(d.suggestion, detail["loc"][:-1]) for d, detail in zip(found, errors, strict=True)}
        # A misspelt key also leaves a hole where the right one should be: one mistake, one message.
        shown = [
            diagnostic
            for diagnostic, detail in zip(found, errors, strict=True)
            if detail["type"] != "missing" or (detail["loc"][-1], detail["loc"][:-1]) not in meant
        ]
        return None, [*shown, *more(source, len(every) - len(errors))]


def unexplained(found: list[Diagnostic], before: list[Diagnostic]) -> list[Diagnostic]:
    """Leave out what a mistake in the file's form, at the same place, already explains."""
    spans = sorted(diagnostic.place.span for diagnostic in before)
    starts = [span.start for span in spans]
    reach = [0, *accumulate((max(span.end, span.start + 1) for span in spans), max)]
    return [d for d in found if reach[bisect_right(starts, d.place.span.start)] <= d.place.span.start]


def _is_echo(detail: ErrorDetails) -> bool:
    """A list whose items are wrong is also called too short; only an empty one is."""
    return detail["type"] == "too_short" and bool(detail["input"])


def _is_about_key(detail: ErrorDetails) -> bool:
    """Say whether an error is about a mapping's key; pydantic's mark for it can also be a field's name in a file."""
    return detail["loc"][1:][-1:] == ("[key]",) and detail["type"] != "unexpected_keyword_argument"


def _diagnostic(detail: ErrorDetails, model: type[Any], tree: Mapping, source: Source) -> Diagnostic:
    context = dict(detail.get("ctx", {}))
    kind = detail["type"]
    at_key = _is_about_key(detail)
    path = detail["loc"][:-1] if at_key else (*detail["loc"], *context.pop("at", ()))
    if kind == "missing":
        return _missing(path, tree, source)
    if kind == "unexpected_keyword_argument":
        return _unexpected(path, model, tree, source)
    place = Place(source, tree.span_of(path, key=kind == "M105" or at_key))
    if not isinstance(detail["input"], str) and kind in ("literal_error", "bool_type", "int_type"):
        kind = "string_type"
    elif isinstance(detail["input"], str) and not detail["input"].strip():
        kind = "too_short"  # nothing was written behind the field's colon
    if kind == "literal_error":
        allowed = tuple(part.strip("'") for part in context["expected"].replace(" or ", ", ").split(", "))
        found = str(detail["input"])
        return Diagnostic("M106", place, {"found": found}, allowed, closest(found, allowed))
    if kind in _SHAPES:
        return _misshapen(kind, detail["input"], place, tuple(fields_at(model, path)))
    if kind in ("too_short", "string_too_short"):
        field = next((step for step in reversed(path) if isinstance(step, str)), "")
        return Diagnostic("S101" if field == "sources" else "M103", place, {"field": field})
    if kind in ("greater_than_equal", "less_than_equal", "too_long"):
        limit = f"≥ {context['ge']}" if "ge" in context else f"≤ {context.get('le', context.get('max_length'))}"
        return Diagnostic("M106", place, {"found": str(context.get("actual_length", detail["input"]))}, (limit,))
    if kind in ("bool_parsing", "bool_type"):
        return Diagnostic("M106", place, {"found": str(detail["input"])}, ("true", "false"))
    mend, allowed = context.pop("mend", None), context.pop("allowed", ())
    return Diagnostic(kind, place, {"field": str(path[-1]), **context}, allowed, suggestion=mend)


def _misshapen(kind: str, found: Any, place: Place, fields: tuple[str, ...]) -> Diagnostic:
    items = to_ids(found) if _SHAPES[kind] == "list" and isinstance(found, str) else None
    allowed = fields if kind == "dataclass_type" else ()
    return Diagnostic("M111", place, {"expected": _SHAPES[kind]}, allowed, f"[{items}]" if items else None)


def _missing(path: Path, tree: Mapping, source: Source) -> Diagnostic:
    name = str(path[-1])
    code = _MISSING.get(name, "M101")
    if name in _OF_QUOTES and path[0] not in ("quotes", "misattributed"):
        code = "M101"
    span = tree.span_of(path[:-1], key=len(path) > 1 and isinstance(path[-2], str))
    if len(path) == 1 or isinstance(path[-2], int):
        span = span._replace(end=min(span.end, span.start + 1))
    return Diagnostic(code, Place(source, span), {"field": name})


def _unexpected(path: Path, model: type[Any], tree: Mapping, source: Source) -> Diagnostic:
    allowed = tuple(fields_at(model, path[:-1]))
    found = str(path[-1])
    place = Place(source, tree.span_of(path, key=True))
    if whole := _grouped(source.text, place.span):
        written = source.text[whole.start : whole.end]
        return Diagnostic("M108", Place(source, whole), {"found": written}, suggestion=written.replace(",", ""))
    return Diagnostic("M102", place, {"found": found}, allowed, closest(found, allowed))


def _grouped(text: str, span: Span) -> Span | None:
    """Return the place of a number with commas, whose thousands YAML takes for the name of a field."""
    before = re.search("[0-9]{1,3}(?:,[0-9]{3}){0,3},$", text[max(0, span.start - 16) : span.start])
    after = re.match("[0-9]{3}(?:,[0-9]{3}){0,3}(?![0-9])", text[span.start : span.start + 16])
    return Span(span.start - len(before.group()), span.start + after.end()) if before and after else None


def fields_at(model: type[Any], path: Path) -> Iterator[str]:
    """Name the fields that the model allows at a path, in their order."""
    kind: Any = model
    for step in path:
        kind = _inner(kind, step)
    yield from getattr(_dataclass_in(kind), "__dataclass_fields__", {})


def _inner(kind: Any, step: Step) -> Any:
    """Find the type of one step below a type, through Optional, Annotated, tuple and dict."""
    model = _dataclass_in(kind)
    if isinstance(step, str) and model is not None and step in model.__dataclass_fields__:
        return get_type_hints(model)[step]
    return _dataclass_in(kind)


def _dataclass_in(kind: Any) -> Any:
    if isinstance(kind, type) and hasattr(kind, "__dataclass_fields__"):  # pydantic's validators are dataclasses too
        return kind
    return next((found for part in get_args(kind) if (found := _dataclass_in(part)) is not None), None)
