"""The pages that are one of a kind: debunked claims, figures, codes, moved entries, a broken record's report."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from timeline import catalogue, statistics
from timeline.chronicle import Chronicle, Entry
from timeline.diagnostics import Diagnostic
from timeline.language import Language
from timeline.report import text
from timeline.statistics import Figure
from timeline.writing.html import render
from timeline.writing.page import Page
from timeline.writing.quotation import quoted
from timeline.writing.rows import Rows, company_name
from timeline.writing.tables import by_year

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


def figures(chronicle: Chronicle, language: Language, rows: Rows) -> Page:
    """Return the page of figures, each with the entries behind it."""
    title, description = language.word("figures.title"), language.word("figures.description")
    return Page(
        "figures/", "figures", title, description,
        lambda: render("figures.html", language, home=HOME, **_Figures(chronicle, language, rows).context()),
        "figures/",
    )  # fmt: skip


class _Figures:
    def __init__(self, chronicle: Chronicle, language: Language, rows: Rows) -> None:
        self.chronicle, self.language, self.rows = chronicle, language, rows

    def context(self) -> dict[str, Any]:
        return {
            "companies": list(self._companies()),
            "counts": [
                self._counts("kind", lambda entry: entry.event.kind, self._kind),
                self._counts("status", lambda entry: entry.event.status, self._status),
            ],
            "table": by_year(self.chronicle, self.language),
        }

    def _companies(self) -> Iterator[dict[str, Any]]:
        companies = dict.fromkeys(e.event.outage.company for e in self.chronicle.held if e.event.outage)
        for company in companies:
            found = statistics.outages(self.chronicle, company)
            cells = [
                self._cell(found.all, self.language.number),
                self._cell(found.known, self.language.number),
                self._cell(found.total_minutes, self.language.minutes),
                self._cell(found.median_minutes, self.language.minutes),
                self._cell(found.median_to_acknowledge, self.language.minutes),
            ]
            yield {"id": company, "name": company_name(company, self.chronicle, self.language), "cells": cells}

    def _cell(self, figure: Figure | None, write: Callable[[float], str]) -> dict[str, Any]:
        if figure is None or not figure.entries:
            return {"shown": self.language.word("figures.none"), "listed": []}
        return {"shown": write(figure.value), "listed": [self.rows.brief(entry) for entry in figure.entries]}

    def _counts(self, name: str, key: Callable[[Entry], str | None], label: Callable[[str], str]) -> dict[str, Any]:
        found = statistics.counts(self.chronicle, key)
        lines = [
            {"name": label(one), **self._cell(figure, self.language.number)}
            for one, figure in sorted(found.items(), key=lambda item: (-item[1].value, item[0]))
        ]
        word = self.language.word
        return {"title": word(f"figures.by_{name}"), "column": word(f"figures.{name}"), "lines": lines}

    def _kind(self, one: str) -> str:
        return self.chronicle.vocabulary.kinds[one].name.in_language(self.language.code)

    def _status(self, one: str) -> str:
        return self.language.word(f"status.{one}.name")


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
