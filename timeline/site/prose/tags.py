"""The HTML that Markdown makes, looked at by its tags: it is well formed, and its attributes hold no ``>``."""

import re
from html.parser import HTMLParser

from timeline.material.styles import Used

TAG = re.compile(r"(<[^>]*>)")
_NAME = re.compile(r"<(/?)([a-z][a-z0-9]*)")


def name_of(piece: str) -> str:
    """Return the name of a tag's element; text and comments have none."""
    found = _NAME.match(piece)
    return found[2] if found else ""


def end_of(html: str, start: int) -> int:
    """Return where the element ends whose tag begins at a place, or the end of the text if it never does."""
    name, depth = name_of(html[start:]), 0
    for tag in re.finditer(rf"<(/?){name}\b[^>]*>", html[start:]):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return start + tag.end()
    return len(html)


def used(html: str) -> Used:
    """Return of what a piece of HTML is made."""
    found = _Inventory()
    found.feed(html)
    return Used(frozenset(found.elements), frozenset(found.classes), frozenset(found.attributes), found.tabs)


class _Inventory(HTMLParser):
    """Collects elements, classes and attributes, and counts the tabs of the largest set."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.classes: set[str] = set()
        self.attributes: set[str] = set()
        self.tabs = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        said = dict(attrs)
        self.elements.add(tag)
        self.attributes |= said.keys()
        self.classes |= set((said.get("class") or "").split())
        if tabs := said.get("data-tabs"):
            self.tabs = max(self.tabs, int(tabs.partition(":")[2]))
