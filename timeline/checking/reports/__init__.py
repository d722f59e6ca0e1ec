"""A list of diagnostics becomes text for one reader: a person, a workflow, a viewer of results, a program."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from timeline.checking.reports import github, json, places, sarif, text
from timeline.checking.reports.places import Locate
from timeline.reading.diagnostics import Diagnostic
from timeline.values.bilingual import LanguageCode


class Format(NamedTuple):
    """A form of the report, and how it names files."""

    render: Callable[[Sequence[Diagnostic], LanguageCode, Locate], str]
    locate: Callable[[Path], Locate]


FORMATS: dict[str, Format] = {
    "text": Format(text.render, places.from_here),
    "json": Format(json.render, places.from_here),
    "github": Format(github.render, places.from_repository),
    "sarif": Format(sarif.render, places.from_repository),
}


def report(form: str, diagnostics: Sequence[Diagnostic], language: LanguageCode, root: Path) -> str:
    """Write the problems of the record at ``root`` in one of the forms."""
    written = FORMATS[form]
    return written.render(diagnostics, language, written.locate(root.resolve().parent))
