"""The pages that are one of a kind: debunked claims, codes, moved entries, a broken record's report."""

from collections.abc import Iterable, Iterator
from functools import partial

from timeline import catalogue
from timeline.chronicle import Chronicle
from timeline.diagnostics import Diagnostic
from timeline.language import Language
from timeline.report import text
from timeline.writing.html import render
from timeline.writing.page import Page
from timeline.writing.quotation import quoted
from timeline.writing.rows import Rows

HOME = "../"
MOVED = "moved"  # the shape of pages that lead on to another one


def debunked(chronicle: Chronicle, language: Language, rows: Rows) -> Page:
    """Return the page of claims that were shown to be false."""
    claims = [
        {
            "brief": rows.brief(entry),
            "date": language.date(entry.event.when.started),
            "doubt": entry.event.doubt.in_language(language.code) if entry.event.doubt else "",
            "words": [quoted(words, language) for words in entry.event.misattributed],
        }
        for entry in reversed(chronicle.debunked)
    ]
    title, description = language.word("debunked.title"), language.word("debunked.description")
    return Page(
        "debunked/", "debunked", title, description,
        lambda: render("debunked.html", language, home=HOME, claims=claims), "debunked/",
    )  # fmt: skip


def codes(language: Language) -> Page:
    """Return the page of what the check says, made from the catalogue that the check itself speaks from."""
    title, description = language.word("codes.title"), language.word("codes.description")
    found = [(name, catalogue.code(name)) for name in catalogue.names()]
    listed = [
        {
            "name": name,
            "title": code.title.in_language(language.code),
            "why": code.why.in_language(language.code),
            "hint": code.hint.in_language(language.code),
            "bad": code.bad,
            "good": code.good,
        }
        for name, code in found
    ]
    return Page("codes/", "codes", title, description, lambda: render("codes.html", language, codes=listed), "codes/")


def moved(chronicle: Chronicle, language: Language) -> Iterator[Page]:
    """Yield a page for each former id, which leads to the entry that bears it now."""
    for former, now in chronicle.moved.items():
        title = chronicle.by_id[now].event.title.in_language(language.code)
        href = f"../{now}/"
        head = f'<meta http-equiv="refresh" content="0; url={href}"><meta name="robots" content="noindex">'
        body = render("moved.html", language, href=href, title=title)
        yield Page(f"events/{former}/", MOVED, title, language.word("moved.title"), partial(str, body), head=head)


def report(diagnostics: Iterable[Diagnostic], language: Language, path: str = "") -> Page:
    """Return the page that stands in for a page of a record with errors, while it is being edited."""
    title, description = language.word("report.title"), language.word("report.description")
    shape = f"report-{path.count('/')}"
    return Page(path, shape, title, description, lambda: report_body(diagnostics, language))


def report_body(diagnostics: Iterable[Diagnostic], language: Language) -> str:
    """Return the report of a check as HTML."""
    return render("report.html", language, text=text.render(list(diagnostics), language.code))
