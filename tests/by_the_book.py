"""What tests of the reader compare with: another reader of YAML, and the places that a file has."""

import yaml

from timeline.reading.diagnostics import Diagnostic
from timeline.reading.reader import Plain


def by_the_book(text: str) -> "Plain | None":
    """Read a text with PyYAML's own reader of nothing but texts, where that one can read it."""
    try:
        value: Plain = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - it makes nothing but texts
    except yaml.YAMLError:
        return None
    return value


def is_inside(diagnostic: Diagnostic) -> bool:
    """Say whether a diagnostic has lines and columns within its file, the end of a line included."""
    lines = diagnostic.place.source.text.split("\n")
    positions = (diagnostic.place.start, diagnostic.place.end)
    return all(1 <= p.line <= len(lines) and 1 <= p.column <= len(lines[p.line - 1]) + 1 for p in positions)
