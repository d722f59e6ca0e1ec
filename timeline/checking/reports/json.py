"""The report for a program: a JSON list of objects."""

import json
from collections.abc import Sequence
from typing import Any

from timeline.checking import catalogue
from timeline.checking.reports.places import Locate
from timeline.reading.diagnostics import Diagnostic
from timeline.reading.source import Place
from timeline.values.bilingual import LanguageCode
from timeline.values.text import encodable

# A mend is a line, or an address at most.
LONGEST_MEND = 2048


def render(diagnostics: Sequence[Diagnostic], language: LanguageCode, locate: Locate = str) -> str:
    """Write the diagnostics as JSON, one object each, positions counted from 1; of a long list what is nearest."""
    objects = [_object(diagnostic, language, locate) for diagnostic in diagnostics]
    return json.dumps(objects, ensure_ascii=False, indent=2) + "\n"


def _object(diagnostic: Diagnostic, language: LanguageCode, locate: Locate) -> dict[str, Any]:
    words = catalogue.wording(diagnostic, language)
    roles = catalogue.phrases(language).roles
    return {
        "code": diagnostic.code,
        "level": catalogue.level(diagnostic),
        "message": words.message,
        "hint": words.hint,
        "suggestion": diagnostic.suggestion and encodable(diagnostic.suggestion[:LONGEST_MEND]),
        "allowed": [encodable(value) for value in catalogue.nearest(diagnostic)],
        **_place(diagnostic.place, locate),
        "related": [
            {"message": roles[related.role], **_place(related.place, locate)} for related in diagnostic.related
        ],
    }


def _place(place: Place, locate: Locate) -> dict[str, Any]:
    (line, column), (end_line, end_column) = place.start, place.end
    file = encodable(locate(place.source.name))
    return {"file": file, "line": line, "column": column, "endLine": end_line, "endColumn": end_column}
