"""The report for a program: a JSON list of objects."""

import json
from collections.abc import Sequence
from typing import Any

from timeline.checking import catalogue
from timeline.reading.diagnostics import Diagnostic
from timeline.reading.source import Place
from timeline.values.bilingual import LanguageCode


def render(diagnostics: Sequence[Diagnostic], language: LanguageCode) -> str:
    """Write the diagnostics as JSON, one object each, positions counted from 1; what is not ASCII is escaped."""
    return json.dumps([_object(diagnostic, language) for diagnostic in diagnostics], indent=2) + "\n"


def _object(diagnostic: Diagnostic, language: LanguageCode) -> dict[str, Any]:
    words = catalogue.wording(diagnostic, language)
    roles = catalogue.phrases(language).roles
    return {
        "code": diagnostic.code,
        "level": catalogue.level(diagnostic),
        "message": words.message,
        "hint": words.hint,
        "suggestion": diagnostic.suggestion,
        "allowed": list(diagnostic.allowed),
        **_place(diagnostic.place),
        "related": [{"message": roles[related.role], **_place(related.place)} for related in diagnostic.related],
    }


def _place(place: Place) -> dict[str, Any]:
    (line, column), (end_line, end_column) = place.start, place.end
    return {"file": place.source.name, "line": line, "column": column, "endLine": end_line, "endColumn": end_column}
