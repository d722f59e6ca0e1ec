"""The report as SARIF 2.1.0 (OASIS), which code-scanning viewers read."""

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from timeline import __version__
from timeline.checking import catalogue
from timeline.checking.reports.places import Locate
from timeline.reading.diagnostics import Diagnostic
from timeline.reading.source import Place
from timeline.values.bilingual import LanguageCode

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render(diagnostics: Sequence[Diagnostic], language: LanguageCode, locate: Locate = str) -> str:
    """Write one run with a rule for each code that occurs and a result for each diagnostic."""
    driver = {"name": "timeline", "version": __version__, "rules": _rules(diagnostics, language)}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(diagnostic, language, locate) for diagnostic in diagnostics],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rules(diagnostics: Sequence[Diagnostic], language: LanguageCode) -> list[dict[str, Any]]:
    codes = sorted({diagnostic.code for diagnostic in diagnostics})
    return [
        {
            "id": name,
            "shortDescription": {"text": catalogue.code(name).title.in_language(language)},
            "fullDescription": {"text": catalogue.code(name).why.in_language(language)},
        }
        for name in codes
    ]


def _result(diagnostic: Diagnostic, language: LanguageCode, locate: Locate) -> dict[str, Any]:
    words = catalogue.wording(diagnostic, language)
    roles = catalogue.phrases(language).roles
    message = " ".join(part for part in (words.message, words.suggestion, words.hint) if part)
    return {
        "ruleId": diagnostic.code,
        "level": catalogue.level(diagnostic),
        "message": {"text": message},
        "locations": [_location(diagnostic.place, locate)],
        "relatedLocations": [
            {"id": i, "message": {"text": roles[related.role]}, **_location(related.place, locate)}
            for i, related in enumerate(diagnostic.related)
        ],
    }


def _location(place: Place, locate: Locate) -> dict[str, Any]:
    (line, column), (end_line, end_column) = place.start, place.end
    region = {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}
    uri = quote(locate(place.source.name), errors="surrogateescape")
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}
