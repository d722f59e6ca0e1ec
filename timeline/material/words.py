"""Words of the interface in more than sixty languages, as Material has them: for what our own catalogues leave out."""

import json
import re
from collections.abc import Mapping
from functools import cache

from timeline.material.place import NoMaterial, text

# Words of our catalogue that Material has too, by their keys in both.
SAME = {
    "shell.skip": "action.skip",
    "shell.search": "search",
    "shell.search_short": "search.placeholder",
    "shell.places": "nav",
    "typeset.copy": "clipboard.copy",
    "typeset.copied": "clipboard.copied",
    "prose.edit": "action.edit",
    "prose.contents": "toc",
    "prose.previous": "footer.previous",
    "prose.next": "footer.next",
}

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z]+)?")
_WORDS = re.compile(r"\{\{ (\{.*\})\[key\] \}\}", re.DOTALL)


@cache
def words(code: str) -> Mapping[str, str]:
    """Return what Material says in a language (BCP 47), by the keys of our catalogue."""
    if _LANGUAGE.fullmatch(code) is None:
        return {}
    try:
        found = _WORDS.search(text(f"partials/languages/{code}.html"))
    except NoMaterial:
        return {}
    theirs = json.loads(found[1]) if found else {}
    return {ours: theirs[key] for ours, key in SAME.items() if theirs.get(key)}
