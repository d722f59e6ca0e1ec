"""HTML from templates: one environment, in which everything is escaped and nothing may be undefined.

The few pieces that every page repeats a hundred times (a text with its foreign words set apart, a clock, the
numbers of sources) are made here by hand, from escaped parts; all else is made by templates.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PackageLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from timeline.language import Language
from timeline.material.icons import icon
from timeline.site.drawing import marks
from timeline.site.parts.references import json_text, tex
from timeline.values.dates import Moment
from timeline.values.links import href

_LATIN = r"A-Za-z\u00c0-\u024f"
_WORD = rf"(?=[0-9&@#.'’/_+-]{{0,40}}[{_LATIN}])[@#]?[{_LATIN}0-9](?:[{_LATIN}0-9&@.'’/_+-]*[{_LATIN}0-9])?"
_DATE = r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?"  # between Arabic words it would be read from its end
# What runs against the direction of a page's text is set apart, or its neighbours change places.
_FOREIGN = {
    "ar": (re.compile(rf"{_WORD}(?:[ \u00a0](?:{_WORD}|[0-9]+(?:\.[0-9]+)*(?![0-9]|[:,.][0-9])))*|{_DATE}"), "ltr"),
    "en": (re.compile("[\u0620-\u06ff]+(?:[ \u060c]+[\u0620-\u06ff]+)*"), "rtl"),
}


def isolated(text: str, language: Language) -> Markup:
    """Escape a text of a page and set apart what is written the other way (UAX #9, HTML's ``bdi``)."""
    pattern, direction = _FOREIGN[language.code]
    if isinstance(text, Markup):  # a word of the interface with its blanks filled, escaped already
        text = text.unescape()
    text = language.held(text)
    if pattern.search(text) is None:
        return escape(text)
    parts: list[str] = []
    at = 0
    for match in pattern.finditer(text):
        parts += (escape(text[at : match.start()]), f'<bdi dir="{direction}">{escape(match.group())}</bdi>')
        at = match.end()
    return Markup("".join((*parts, escape(text[at:]))))  # noqa: S704 - every part is escaped above


def runs(text: str, language: Language) -> list[str]:
    """Cut a text of a page where its direction changes: every second piece runs against the page's own."""
    pattern, _ = _FOREIGN[language.code]
    pieces: list[str] = []
    at = 0
    for match in pattern.finditer(text):
        pieces += (text[at : match.start()], match.group())
        at = match.end()
    return [*pieces, text[at:]]


def foreign(language: Language) -> str:
    """Return the expression for what runs against a language's direction, which JavaScript reads in the same way."""
    return _FOREIGN[language.code][0].pattern


def cited(text: str, numbers: Iterable[int], language: Language) -> Markup:
    """Isolate a text and put the numbers of its sources behind it, on one line with its last word."""
    pattern, _ = _FOREIGN[language.code]
    text = language.held(text)
    at = text.rfind(" ") + 1
    run = max((match.start() for match in pattern.finditer(text) if match.end() > at), default=at)
    first, last = text[: min(at, run)], text[min(at, run) :]
    pieces = (isolated(first, language), '<span class="nb">', isolated(last, language), *_sources(numbers, language))
    return Markup("".join((*pieces, "</span>")))  # noqa: S704 - every part is escaped above


def items(rows: Iterable[tuple[Markup, bool]]) -> Markup:
    """Return rows as the items of a list; each says whether its day is that of the row above."""
    made = (f'<li class="row{" same" if same else ""}">{row}</li>' for row, same in rows)
    return Markup("".join(made))  # noqa: S704 - rows are HTML already


def numbered(numbers: Iterable[int], language: Language) -> Markup:
    """Return the numbers of sources, as links to the list of sources."""
    return Markup("".join(_sources(numbers, language)))  # noqa: S704 - every part is escaped below


def _sources(numbers: Iterable[int], language: Language) -> list[str]:
    word = escape(language.word("event.source"))
    return [f'<a class="src" href="#s-{n:d}"><span class="vh">{word} </span>{n:d}</a>' for n in numbers]


@lru_cache(maxsize=1 << 16)
def clock(moment: Moment) -> Markup:
    """Write a time of day, which runs from left to right in every language."""
    start = moment.start
    shown = f"{start.hour:02}:{start.minute:02}"
    return Markup(f'<time class="clock" datetime="{start.date().isoformat()}T{shown}Z">{shown}</time>')  # noqa: S704


def minute(moment: Moment, language: Language) -> Markup:
    """Write a time of day with the doubt about it."""
    about = f"{escape(language.word('time.about'))} " if moment.approximate else ""
    uncertain = f" ({escape(language.word('time.uncertain'))})" if moment.uncertain else ""
    return Markup(f"{about}{clock(moment)}{uncertain}")  # noqa: S704 - every part is escaped


def utc(language: Language) -> Markup:
    """Name the clock that times are given by; a script names the reader's own where that is shown."""
    return Markup('<span class="utc">{}</span>').format(language.word("time.utc"))


@cache
def environment(language: Language) -> Environment:
    """Return the environment of one language's pages."""
    made = Environment(
        loader=PackageLoader("timeline.site"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters["prose"] = partial(isolated, language=language)
    made.filters["numbered"] = partial(numbered, language=language)
    made.filters |= {"href": href, "tex": tex, "json_text": json_text}
    made.globals |= {
        "icon": icon,
        "lang": language,
        "mark": marks.in_list,
        "utc": utc(language),
        "w": {key: escape(text) for key, text in language.words.items()},
    }
    return made


def render(template: str, language: Language, **context: Any) -> str:
    """Render one of the package's templates for a language."""
    return environment(language).get_template(template).render(**context)


def shell_template(language: Language, overrides: Path | None) -> Template:
    """Return the template around a page; ``main.html`` in a site's folder may extend ``shell.html``, the package's."""
    made = environment(language)
    if overrides is not None and made.loader is not None:
        made = made.overlay(loader=ChoiceLoader([made.loader, FileSystemLoader(overrides)]))
    return made.select_template(["main.html", "shell.html"])


def macro(name: str, language: Language) -> Any:
    """Return one of the pieces that pages share, as a function that returns its HTML."""
    return getattr(environment(language).get_template("parts.html").module, name)
