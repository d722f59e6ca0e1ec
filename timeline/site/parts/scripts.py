"""What a page with a script of its own carries for it: the words that the script says, and other data.

Pages work without script; a script only adds to what stands there. It finds its words in the page, because the
policy of the site lets it run nothing that the page carries.
"""

import json
from typing import Any

from markupsafe import Markup

from timeline.language import Language


def words(language: Language, *sections: str) -> Markup:
    """Return sections of the interface's words as data that ``words.js`` reads."""
    return data("words", {section: language.section(section) for section in sections})


def data(name: str, value: Any) -> Markup:
    """Return JSON inside a page, under an id; no text in it can end the element that holds it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return Markup('<script type="application/json" id="{}">{}</script>').format(name, Markup(text))  # noqa: S704 - as above
