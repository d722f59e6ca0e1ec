"""The page of claims that were shown to be false."""

from timeline.chronicle.chronicle import Chronicle
from timeline.language import Language
from timeline.site.parts.briefs import Rows
from timeline.site.parts.html import render
from timeline.site.parts.page import Page
from timeline.site.parts.quotation import quoted

HOME = "../"


def page(chronicle: Chronicle, language: Language, rows: Rows) -> Page:
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
