"""How a file of the record is laid out: the order of its fields, and which of them stand in one line.

A path names the fields above a value: ``-`` is any item of a list, ``*`` any key of a mapping of names.
"""

from typing import TypeAlias

Path: TypeAlias = tuple[str, ...]
Layout: TypeAlias = dict[str, str]

_TEXT = "en ar"
_ANY_KEY = frozenset({"sources"})

EVENT: Layout = {
    "": (
        "kind title summary when outage move people tags facts quotes misattributed relations "
        "status doubt added corrections sources aliases accepted"
    ),
    "title": _TEXT,
    "summary": _TEXT,
    "when": "started acknowledged unacknowledged resolved basis",
    "outage": "company services scope countries symptoms reports cause",
    "outage.reports.-": "service tracker measure count qualifier source",
    "outage.cause": "status text sources",
    "outage.cause.text": _TEXT,
    "move": "by to on",
    "facts.-": "en ar sources contentious at doubt",
    "facts.-.doubt": _TEXT,
    "quotes.-": "id speaker on at lang text translation source state",
    "quotes.-.translation": _TEXT,
    "misattributed.-": "attributed_to lang text translation source",
    "misattributed.-.translation": _TEXT,
    "relations.-": "type event",
    "doubt": _TEXT,
    "corrections.-": "on en ar",
    "sources.*": "url headline description publisher origin via evidence lang published archive gone",
    "sources.*.description": _TEXT,
}

STORY: Layout = {
    "": "title teaser introduction events chapters start_here counters",
    "title": _TEXT,
    "teaser": _TEXT,
    "introduction": _TEXT,
    "chapters.-": "title text begins",
    "chapters.-.title": _TEXT,
    "chapters.-.text": _TEXT,
    "counters.-": "label short counts since events",
    "counters.-.label": _TEXT,
    "counters.-.short": _TEXT,
}

_IN_ONE_LINE = frozenset({
    "outage.services", "outage.countries", "outage.symptoms", "outage.reports.-", "outage.cause.sources",
    "move.by", "move.to", "people", "tags", "facts.-.sources", "relations.-", "aliases",
})  # fmt: skip

# What an editor may take for a number or a yes, because the model does so too.
_NOT_TEXT = frozenset({"count", "contentious", "unacknowledged", "start_here", "started", "acknowledged", "resolved",
                       "at", "on", "published", "added", "gone"})  # fmt: skip


def below(path: Path, key: str) -> Path:
    """Return the path of a key of the mapping at a path."""
    return (*path, "*" if path and path[-1] in _ANY_KEY else key)


def order(layout: Layout, path: Path) -> list[str]:
    """Return the fields of the mapping at a path in their order; a mapping of names has none."""
    return layout.get(".".join(path), "").split()


def in_one_line(path: Path) -> bool:
    """Say whether the list or mapping at a path is written in one line."""
    return ".".join(path) in _IN_ONE_LINE


def is_text(path: Path) -> bool:
    """Say whether the value at a path is text, which no editor should take for anything else."""
    return not path or path[-1] not in _NOT_TEXT
