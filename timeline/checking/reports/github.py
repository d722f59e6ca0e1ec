"""The report as GitHub workflow commands, which become annotations at the lines of a pull request.

A command ends at a line end and its properties at commas and colons, so all of these are escaped as GitHub's
own toolkit does: no text from a file can begin a command of its own.
"""

from collections.abc import Sequence

from timeline.checking import catalogue
from timeline.checking.reports.places import Locate
from timeline.reading.diagnostics import Diagnostic
from timeline.values.bilingual import LanguageCode
from timeline.values.text import visible

LONGEST_PATH = 1024


def render(diagnostics: Sequence[Diagnostic], language: LanguageCode, locate: Locate = str) -> str:
    """Write one workflow command for each diagnostic."""
    return "".join(annotation(diagnostic, said(diagnostic, language), locate) for diagnostic in diagnostics)


def said(diagnostic: Diagnostic, language: LanguageCode) -> str:
    """Put a diagnostic into the words of an annotation."""
    words = catalogue.wording(diagnostic, language)
    return "\n".join(part for part in (words.message, words.suggestion, words.allowed, words.hint) if part)


def annotation(diagnostic: Diagnostic, message: str, locate: Locate = str) -> str:
    """Write the workflow command that puts a message at the place of a diagnostic."""
    (line, column), (end_line, end_column) = diagnostic.place.start, diagnostic.place.end
    properties = {
        "file": visible(locate(diagnostic.place.source.name), LONGEST_PATH),
        "line": str(line),
        "endLine": str(end_line),
        "title": diagnostic.code,
    }
    if line == end_line:  # GitHub refuses columns on an annotation of several lines
        properties |= {"col": str(column), "endColumn": str(end_column)}
    return command(catalogue.level(diagnostic), message, **properties)


def command(level: str, message: str, **properties: str) -> str:
    """Write one workflow command."""
    shown = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{level} {shown}::{_data(message)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
