"""The report of a broken record, which stands in for its pages while it is being edited."""

from collections.abc import Iterable

from timeline.checking.reports import text
from timeline.language import Language
from timeline.reading.diagnostics import Diagnostic
from timeline.site.parts.html import render
from timeline.site.parts.page import Page


def report(diagnostics: Iterable[Diagnostic], language: Language, path: str = "") -> Page:
    """Return the page that stands in for a page of a record with errors, while it is being edited."""
    title, description = language.word("report.title"), language.word("report.description")
    shape = f"report-{path.count('/')}"
    return Page(path, shape, title, description, lambda: report_body(diagnostics, language))


def report_body(diagnostics: Iterable[Diagnostic], language: Language) -> str:
    """Return the report of a check as HTML."""
    return render("report.html", language, text=text.render(list(diagnostics), language.code))
