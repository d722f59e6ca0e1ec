"""HTML from templates: one environment, in which everything is escaped and nothing may be undefined."""

import re
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from timeline.language import Language
from timeline.links import href

_LATIN = r"A-Za-z\u00c0-\u024f"
_WORD = rf"[@#]?[{_LATIN}](?:[{_LATIN}0-9&@.'’/_+-]*[{_LATIN}0-9])?"
# What runs against the direction of a page's text is set apart, or its neighbours change places.
_FOREIGN = {
    "ar": (re.compile(rf"{_WORD}(?:[ \u00a0]{_WORD})*"), "ltr"),
    "en": (re.compile("[\u0620-\u06ff]+(?:[ \u060c]+[\u0620-\u06ff]+)*"), "rtl"),
}


def isolated(text: str, language: Language) -> Markup:
    """Escape a text of a page and set apart what is written the other way (UAX #9, HTML's ``bdi``)."""
    pattern, direction = _FOREIGN[language.code]
    parts: list[str] = []
    at = 0
    for match in pattern.finditer(text):
        parts += (escape(text[at : match.start()]), f'<bdi dir="{direction}">{escape(match.group())}</bdi>')
        at = match.end()
    return Markup("".join((*parts, escape(text[at:]))))  # noqa: S704 - every part is escaped above


def ending(text: str, language: Language) -> tuple[str, str]:
    """Split a text before its last word, or before the last words that are set apart together."""
    pattern, _ = _FOREIGN[language.code]
    at = text.rfind(" ") + 1
    last = max((match.start() for match in pattern.finditer(text) if match.end() > at), default=at)
    at = min(at, last)
    return text[:at].rstrip(), text[at:]


@cache
def environment(language: Language) -> Environment:
    """Return the environment of one language's pages."""
    made = Environment(
        loader=PackageLoader("timeline.writing"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters |= {
        "prose": lambda text: isolated(text, language),
        "ending": lambda text: ending(text, language),
        "href": href,
    }
    made.globals |= {"lang": language, "word": language.word, "counted": language.counted}
    return made


def render(template: str, language: Language, **context: Any) -> str:
    """Render one of the package's templates for a language."""
    return environment(language).get_template(template).render(**context)
