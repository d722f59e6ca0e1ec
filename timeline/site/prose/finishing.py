"""What Markdown made, finished as every page of the site is: by language and direction, for keys, and from one origin.

Pages may hold no style of their own and fetch nothing from elsewhere, what scrolls is reached by keys, and
what Markdown says by itself is said in the language of the page.
"""

import re
from html import escape, unescape

from timeline.language import Language
from timeline.site.parts.html import isolated
from timeline.site.prose.tags import TAG, end_of, name_of

_OUTGOING = re.compile(r'<a (?:[a-z-]+="[^"]*" )*href="https?://[^"]*"')
_APART = frozenset({"bdi", "code", "pre", "kbd"})
_ALIGNED = re.compile(r' style="text-align: (left|center|right);"')
_SIDES = {"left": "start", "center": "center", "right": "end"}
_EMOJI = re.compile(r'<img alt="([^"]*)" class="twemoji" src="https?:[^>]*>')
_LINE = re.compile(r'<a id="(__codelineno[\w-]*)" name="[^"]*"(?: href="[^"]*")?></a>')
_TASK = re.compile(r'<input type="checkbox" disabled( checked)?/>')
_BACK = re.compile(r'(class="footnote-backref" href="[^"]*" )title="[^"]*"')
_CODE = re.compile(r"<pre>(<span></span>)?<code>")
_SCROLLED = '<div class="md-typeset__scrollwrap" tabindex="0"><div class="md-typeset__table">'
_UNTITLED = re.compile(r'(<div class="admonition ([a-z]+)[^"]*">\s*<p class="admonition-title">)([A-Z][a-z]+)(?=</p>)')
_UNTITLED_DETAILS = re.compile(r'(<details class="([a-z]+)[^"]*"[^>]*>\s*<summary>)([A-Z][a-z]+)(?=</summary>)')


def finished(html: str, language: Language, *, tooltips: bool = False) -> str:
    """Return the content of a page, as Markdown made it, with all that a page of the site has."""
    if tooltips:
        html = html.replace("<abbr ", '<abbr tabindex="0" ')  # a finger cannot hover
    for rewrite in (_rewritten, _titled, _set_apart):
        html = rewrite(html, language)
    return _boxed(_OUTGOING.sub(r'\g<0> rel="noopener noreferrer external"', html))


def _boxed(html: str) -> str:
    """Put tables into two boxes, as Material's script does, of which the outer one scrolls."""
    for table in reversed([found.start() for found in re.finditer("<table>", html)]):
        end = end_of(html, table)
        html = f"{html[:table]}{_SCROLLED}{html[table:end]}</div></div>{html[end:]}"
    return html


def _rewritten(html: str, language: Language) -> str:
    """Put what any page may hold in place of what only Material's own pages may."""
    html = _ALIGNED.sub(lambda found: f' class="at-{_SIDES[found[1]]}"', html)
    html = _EMOJI.sub(r"\1", html)  # from a content delivery network otherwise
    html = _LINE.sub(r'<span id="\1"></span>', html)
    html = _CODE.sub(r'<pre dir="ltr">\1<code tabindex="0">', html).replace("<pre>", '<pre dir="ltr">')
    html = _BACK.sub(rf'\1aria-label="{escape(language.word("prose.back"))}"', html)
    states = {" checked": language.word("prose.done"), None: language.word("prose.undone")}
    return _TASK.sub(lambda task: f'{task[0][:-2]} aria-label="{escape(states[task[1]])}">', html)


def _titled(html: str, language: Language) -> str:
    """Give admonitions that have no title of their own one in the page's language."""

    def title(found: re.Match[str]) -> str:
        word = language.words.get(f"prose.admonition.{found[2]}") if found[3].lower() == found[2] else None
        return f"{found[1]}{escape(word) if word else found[3]}"

    return _UNTITLED_DETAILS.sub(title, _UNTITLED.sub(title, html))


def _set_apart(html: str, language: Language) -> str:
    """Isolate what runs against the direction of the text, as event texts have it; code is isolated already."""
    parts: list[str] = []
    depth = 0
    for piece in TAG.split(html):
        if name_of(piece) in _APART:
            depth += -1 if piece.startswith("</") else 1
        is_text = depth == 0 and not piece.startswith("<")
        parts.append(isolated(unescape(piece), language) if is_text else piece)
    return "".join(parts)
