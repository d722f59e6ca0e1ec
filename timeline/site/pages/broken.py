"""The report of a record that is broken while it is edited: above the page of the file, and a line above all others."""

from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from timeline.checking import catalogue
from timeline.language import Language
from timeline.reading.diagnostics import Diagnostic
from timeline.record import story
from timeline.site.parts.html import render
from timeline.site.parts.page import Page


def path_of(problem: Diagnostic) -> str:
    """Return the address of the page that a problem's file makes; what makes none is reported on the home page."""
    folder, _, file = problem.place.source.name.rpartition("/")
    parts = folder.split("/")
    if not file.endswith(".yml") or parts[1:2] == ["vocabulary"]:
        return ""
    return f"{'stories' if parts[1:2] == [story.FOLDER] else 'events'}/{file.removesuffix('.yml')}/"


def notice(problems: Iterable[Diagnostic], language: Language, path: str) -> str:
    """Return what stands above a page: the report of its own file, or a line that names the files with errors."""
    home = "../" * path.count("/")
    own = [_shown(problem, language) for problem in problems if path_of(problem) == path]
    others = {problem.place.source.name: f"{home}{path_of(problem)}" or "./" for problem in problems}
    return render("report.html", language, problems=own, files=others, home=home)


def line(text: str) -> str:
    """Return a line above a page that says what is wrong beside the record."""
    return str(Markup('<p class="wrap report" role="status">{}</p>').format(text))


def page(language: Language, path: str) -> Page:
    """Return the page of a file that has never been sound: nothing but what the notice says."""
    return Page(path, "report", language.word("report.title"), language.word("report.description"), str)


def _shown(problem: Diagnostic, language: Language) -> dict[str, Any]:
    words = catalogue.wording(problem, language.code)
    return {
        "place": str(problem.place),
        "level": words.level,
        "code": problem.code,
        "message": words.message,
        "excerpt": "\n".join(problem.place.excerpt()).rstrip(),
        "mends": [line for line in (words.suggestion, words.allowed, words.hint) if line],
    }
