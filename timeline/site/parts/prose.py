"""A page that was written by hand, in Markdown: rendered elsewhere, finished here as every page is."""

import re
from html import unescape

from timeline.language import Language
from timeline.site.parts.html import isolated
from timeline.site.parts.page import Page

# What Markdown makes: its attributes hold no ">".
_TAG = re.compile(r"(<[^>]*>)")
_NAME = re.compile(r"</?([a-z][a-z0-9]*)")
_OUTGOING = re.compile(r'<a href="https?://[^"]*"')
_APART = frozenset({"bdi", "code", "pre"})


def prose_page(path: str, title: str, description: str, html: str, language: Language) -> Page:
    """Return a page that was written by hand and rendered elsewhere."""
    finished = _OUTGOING.sub(r'\g<0> rel="noopener noreferrer external"', _set_apart(html, language))
    finished = finished.replace("<pre>", '<pre tabindex="0" dir="ltr">')  # what scrolls is reached by keys too
    body = f'<article class="wrap prose">\n<h1>{isolated(title, language)}</h1>\n{finished}\n</article>'
    return Page(path, "prose", title, description, lambda: body, path)


def _set_apart(html: str, language: Language) -> str:
    """Isolate what runs against the direction of the text, as event texts have it; code is isolated already."""
    parts: list[str] = []
    depth = 0
    for piece in _TAG.split(html):
        name = _NAME.match(piece)
        if name and name[1] in _APART:
            depth += -1 if piece.startswith("</") else 1
        is_text = depth == 0 and not piece.startswith("<")
        parts.append(isolated(unescape(piece), language) if is_text else piece)
    return "".join(parts)
