"""How readers write the names of what the vocabulary has: in either language, as aliases, as accounts, as ids."""

import re
from collections.abc import Mapping

from timeline.record.vocabulary import Entry
from timeline.values.bilingual import LANGUAGES

# What stands between the items of a list that somebody writes as a text, in either script.
BETWEEN = re.compile(r"\s*[,،;؛\n]\s*")


def ids_by_spelling(entries: Mapping[str, Entry]) -> dict[str, str]:
    """Map every folded spelling of some entries to the id of the entry; an id is always its own."""
    ids: dict[str, str] = {}
    for known, entry in entries.items():
        spellings = (*entry.handles.values(), *entry.aliases, *(entry.name.in_language(code) for code in LANGUAGES))
        ids |= {folded(spelling): known for spelling in spellings}
    return ids | {folded(known): known for known in entries}


def folded(text: str) -> str:
    """Return a name without what does not tell it from others: case, spaces, hyphens, the sign of an account."""
    return re.sub(r"[\s@_-]+", " ", text.casefold()).strip()
