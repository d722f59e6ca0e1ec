"""How complete the record is, as a page and as the tables of a terminal."""

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, TypeAlias

from timeline.chronicle.chronicle import Chronicle
from timeline.chronicle.completeness import NO_COMPANY, Coverage, Lack, Share, Weakness, coverage, shares, weakest
from timeline.chronicle.sides import company_name
from timeline.language import Language
from timeline.site.parts.briefs import Rows
from timeline.site.parts.html import render
from timeline.site.parts.page import Page
from timeline.site.publication import Publication

PATH = "coverage/"

# So many entries are offered to be checked: enough for many helpers not to meet, and the weakest of any large record.
OFFERED = 24

_LEFT_OUT = "events/LEFT-OUT.md"

Cells: TypeAlias = tuple[str, ...]


def page(publication: Publication, language: Language, rows: Rows) -> Page:
    """Return the page that says what the record has and what it lacks, entry by entry."""
    chronicle, settings = publication.chronicle, publication.settings
    tables = _Tables(chronicle, language)
    title, description = language.word("coverage.title"), language.word("coverage.description")
    left_out = f"{settings.repository.rstrip('/')}/blob/{settings.branch}/{_LEFT_OUT}"

    def body() -> str:
        found = coverage(chronicle)
        context = {
            "counted": tables.counted(found),
            "offers": [_offer(one, publication, tables, rows) for one in weakest(chronicle, OFFERED)],
            "shares": list(tables.shares(found.shares)),
            "targets": {name: f"{language.number(target)}%" for name, target in settings.targets.items()},
            "missing": list(tables.missing(found.shares, rows)),
            "names": [tables.named("has", name) for name in found.shares],
            "groups": [tables.group(name, found) for name in found.by],
            "left_out": left_out,
        }
        return render("coverage.html", language, home="../", **context)

    return Page(PATH, "coverage", title, description, body, PATH, ("coverage.css", "offer.js"))


def _offer(weakness: Weakness, publication: Publication, tables: "_Tables", rows: Rows) -> dict[str, Any]:
    """Return what is said of an entry that somebody may check: why it is weak, what is asked, and where to do it."""
    entry = weakness.entry
    return {
        "brief": rows.brief(entry),
        "date": tables.language.date(entry.event.when.started),
        "lacks": [tables.asked(lack) for lack in weakness.lacks],
        "edit": publication.file_to_edit(entry),
        "form": publication.form("source", entry),
    }


def text(chronicle: Chronicle, language: Language) -> str:
    """Return the same figures as tables for a terminal."""
    found, tables, word = coverage(chronicle), _Tables(chronicle, language), language.word
    parts = [[tables.counted(found)]]
    for name, groups in found.by.items():
        counted = [(tables.label(name, key), language.number(one.value)) for key, one in groups.items()]
        parts.append(_aligned([(tables.column(name), word("figures.number")), *counted]))
    head = (word("coverage.what"), *(word(f"coverage.{column}") for column in ("having", "of", "percent")))
    parts.append(_aligned([head, *((line["name"], *line["cells"]) for line in tables.shares(found.shares))]))
    return "\n\n".join("\n".join(lines) for lines in parts) + "\n"


class _Tables:
    def __init__(self, chronicle: Chronicle, language: Language) -> None:
        self.chronicle, self.language = chronicle, language

    def counted(self, found: Coverage) -> str:
        held, apart = (self.language.counted("count.entries", one.value) for one in (found.held, found.debunked))
        return self.language.word("coverage.counted").format(entries=held, debunked=apart)

    def shares(self, found: dict[str, Share]) -> Iterator[dict[str, Any]]:
        for name, share in found.items():
            cells = (self.language.number(share.having.value), self.language.number(share.of), self._percent(share))
            yield {"id": name, "name": self.named("has", name), "cells": cells}

    def named(self, side: str, name: str) -> str:
        """Name a share, or what lacks it; what stands behind the dot of its id is a language."""
        key, _, tag = name.partition(".")
        words = self.language.word(f"coverage.{side}.{key}")
        return words.format(language=self.language.language_name(tag)) if tag else words

    def asked(self, lack: Lack) -> dict[str, str]:
        """Say what an entry lacks, and what is asked of whoever checks it."""
        key, _, tag = lack.name.partition(".")
        values = {"language": self.language.language_name(tag)} if tag else {}
        plain = self.language.words.get(f"coverage.weak.{key}")
        why = plain.format(**values) if plain else self.language.counted(f"coverage.weak_parts.{key}", lack.number)
        return {"why": why, "ask": self.language.word(f"coverage.asked.{key}").format(**values)}

    def missing(self, found: dict[str, Share], rows: Rows) -> Iterator[dict[str, Any]]:
        for name, share in found.items():
            if share.lacking.entries:
                yield {
                    "name": self.named("lacks", name),
                    "counted": self.language.counted("count.entries", share.lacking.value),
                    "years": [
                        {"year": year, "listed": [rows.brief(entry) for entry in listed]}
                        for year, listed in groupby(reversed(share.lacking.entries), key=lambda entry: entry.year)
                    ],
                }

    def group(self, name: str, found: Coverage) -> dict[str, Any]:
        lines = [
            {
                "name": self.label(name, key),
                "number": self.language.number(figure.value),
                "cells": [self._percent(share) for share in shares(figure.entries).values()],
            }
            for key, figure in found.by[name].items()
        ]
        return {"title": self.language.word(f"coverage.by_{name}"), "column": self.column(name), "lines": lines}

    def column(self, name: str) -> str:
        return self.language.word("home.year" if name == "year" else f"figures.{name}")

    def label(self, name: str, key: str) -> str:
        if name == "company":
            named = company_name(key, self.chronicle.vocabulary, self.language.code)
            return self.language.word("coverage.no_company") if key == NO_COMPANY else named
        if name == "kind":
            return self.chronicle.vocabulary.kinds[key].name.in_language(self.language.code)
        return self.language.word(f"status.{key}.name") if name == "status" else key

    def _percent(self, share: Share) -> str:
        return "–" if share.percent is None else f"{self.language.number(share.percent)}%"


def _aligned(lines: Iterable[Cells]) -> list[str]:
    """Set lines as columns: names at the start, numbers at the end of theirs."""
    by_column = enumerate(zip(*lines, strict=True))
    columns = [[_padded(cell, column, first=not i) for cell in column] for i, column in by_column]
    return ["  ".join(line) for line in zip(*columns, strict=True)]


def _padded(cell: str, column: Cells, *, first: bool) -> str:
    space = " " * (max(map(_width, column)) - _width(cell))
    return cell + space if first else space + cell


def _width(cell: str) -> int:
    """Return the columns of a terminal that a text takes: its vowel marks take none."""
    return sum(not unicodedata.combining(character) for character in cell)
