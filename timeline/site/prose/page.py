"""A page that was written by hand, in Markdown: rendered elsewhere, finished here as every page is."""

from dataclasses import dataclass

from markupsafe import escape

from timeline.language import Language
from timeline.material.styles import TYPESET
from timeline.site.look import Look
from timeline.site.parts.html import isolated
from timeline.site.parts.page import Artifact, Page
from timeline.site.parts.scripts import words
from timeline.site.prose.annotations import annotated
from timeline.site.prose.finishing import finished
from timeline.site.prose.sheet import sheet

# What the script adds, by the feature that asks for it and by what must be on the page.
_SCRIPTED = {"content.code.copy": "<pre", "content.tabs.link": "tabbed-set"}


@dataclass(frozen=True)
class Rendered:
    """What Markdown made of a page by hand; ``edit`` is the address at which its file is edited, if there is one."""

    path: str
    title: str
    description: str
    html: str
    edit: str = ""


@dataclass(frozen=True)
class Prose:
    """A page by hand, and the style sheet that it asks for, by its path below the styles of the build."""

    page: Page
    sheet: Artifact


def prose_page(made: Rendered, language: Language, look: Look) -> Prose:
    """Return a page that was written by hand and rendered elsewhere."""
    html = annotated(made.html) if "content.code.annotate" in look.features else made.html
    content = finished(html, language, tooltips="content.tooltips" in look.features) + _edit(made, language, look)
    style = sheet(content, language.direction, look)
    scripted = [feature for feature, part in _SCRIPTED.items() if feature in look.features and part in content]
    data = f' data-features="{" ".join(scripted)}"' if scripted else ""
    body = (
        f'<article class="wrap prose {TYPESET}"{data}>\n<h1>{isolated(made.title, language)}</h1>\n'
        f"{content}\n{words(language, 'typeset') if scripted else ''}</article>"
    )
    files = (style.path, *(("typeset.js",) if scripted else ()))
    page = Page(made.path, "prose", made.title, made.description, lambda: body, made.path, files)
    return Prose(page, style)


def _edit(made: Rendered, language: Language, look: Look) -> str:
    """Return the link by which the page is edited, if the site wants one."""
    if not (made.edit and look.edit) or "content.action.edit" not in look.features:
        return ""
    word = escape(language.word("prose.edit"))
    link = f'<a href="{escape(made.edit)}" rel="noopener noreferrer external">{word}</a>'
    return f'\n<p class="edit-page"><span class="twemoji">{look.icon("edit")}</span> {link}</p>'
