"""What a page with a script of its own needs: the tags in its head, and the words that the script says.

Pages work without script; a script only adds to what stands there. It finds its words in the page, because the
policy of the site lets it run nothing that the page carries.
"""

import json
from typing import Any

from markupsafe import Markup

from timeline.language import Language


def head(home: str, *names: str) -> str:
    """Return the tags that load style sheets and modules, for a page that reaches its language's home by ``home``."""
    return "".join(_tag(f"{home}../assets/site", name) for name in names)


def _tag(folder: str, name: str) -> str:
    if name.endswith(".css"):
        return f'<link rel="stylesheet" href="{folder}/styles/{name}">'
    return f'<script type="module" src="{folder}/scripts/{name}"></script>'


def words(language: Language, *sections: str) -> Markup:
    """Return sections of the interface's words as data that ``words.js`` reads."""
    return data("words", {section: language.section(section) for section in sections})


def data(name: str, value: Any) -> Markup:
    """Return JSON inside a page, under an id; no text in it can end the element that holds it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return Markup('<script type="application/json" id="{}">{}</script>').format(name, Markup(text))  # noqa: S704 - as above
