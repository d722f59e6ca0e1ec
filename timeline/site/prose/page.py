"""A page that was written by hand, in Markdown: rendered elsewhere, finished here as every page is."""

from dataclasses import dataclass

from timeline.language import Language
from timeline.material.styles import TYPESET
from timeline.site.parts.html import isolated
from timeline.site.parts.page import Artifact, Page
from timeline.site.parts.scripts import words
from timeline.site.prose.annotations import annotated
from timeline.site.prose.finishing import finished
from timeline.site.prose.sheet import sheet

# What of a page the script makes better.
_SCRIPTED = ("<pre", "tabbed-set")


@dataclass(frozen=True)
class Prose:
    """A page by hand, and the style sheet that it asks for, by its path below the styles of the build."""

    page: Page
    sheet: Artifact


def prose_page(path: str, title: str, description: str, html: str, language: Language) -> Prose:
    """Return a page that was written by hand and rendered elsewhere."""
    content = finished(annotated(html), language)
    style = sheet(content, language.direction)
    scripted = any(part in content for part in _SCRIPTED)
    said = words(language, "typeset") if scripted else ""
    body = f'<article class="wrap prose {TYPESET}">\n<h1>{isolated(title, language)}</h1>\n{content}\n{said}</article>'
    files = (style.path, "typeset.js") if scripted else (style.path,)
    return Prose(Page(path, "prose", title, description, lambda: body, path, files), style)
