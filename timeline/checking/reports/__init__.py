"""A list of diagnostics becomes text for one reader: a person, a workflow, a viewer of results, a program."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from timeline.checking.reports import github, json, sarif, text
from timeline.reading.diagnostics import Diagnostic
from timeline.values.bilingual import LanguageCode

Format: TypeAlias = Callable[[Sequence[Diagnostic], LanguageCode], str]

FORMATS: dict[str, Format] = {
    "text": text.render,
    "json": json.render,
    "github": github.render,
    "sarif": sarif.render,
}
