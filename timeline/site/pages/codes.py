"""The page of what the check says, made from the catalogue that the check itself speaks from."""

from timeline.checking import catalogue
from timeline.language import Language
from timeline.site.parts.html import render
from timeline.site.parts.page import Page


def page(language: Language) -> Page:
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
    return Page(
        "codes/",
        "codes",
        title,
        description,
        lambda: render("codes.html", language, codes=listed),
        "codes/",
        ("codes.css",),
    )
