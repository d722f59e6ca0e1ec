"""Annotations of code: a number in it leads to the item of the list below that explains it.

Material lets a script open them in boxes; as links they work without one, on paper and by keys.
"""

import re
from collections.abc import Iterator

from timeline.site.prose.tags import end_of

_BLOCK = re.compile(r'<div class="(?:[\w-]+ )?highlight[^"]*">')
_LIST = re.compile(r"\s*<ol>")
_MARK = re.compile(r'<span class="c\w*">([^<]*?)\((\d+)\)(!?)([^<]*)</span>')
_ITEM = re.compile(r"<(/?)(li|ol|ul)>")


def annotated(html: str) -> str:
    """Return the HTML of a page in which numbers in comments of code are tied to the list behind it."""
    parts: list[str] = []
    at = number = 0
    for block in _BLOCK.finditer(html):
        end = end_of(html, block.start())
        follows = _LIST.match(html, end)
        if follows is None or block.start() < at or not _MARK.search(html, block.start(), end):
            continue
        number += 1
        stop = end_of(html, follows.end() - len("<ol>"))
        parts += (html[at : block.start()], _marked(html[block.start() : end], number))
        parts += _explained(html[follows.end() : stop], number)
        at = stop
    return "".join((*parts, html[at:]))


def _marked(code: str, block: int) -> str:
    """Put links in place of the numbers; with ``!`` what begins the comment goes too."""

    def link(found: re.Match[str]) -> str:
        before = f'<span class="c1">{found[1]}</span>' if found[1].strip() and not found[3] else ""
        return f'{before}<a class="annotated" href="#__annotation_{block}_{found[2]}">{found[2]}</a>'

    return _MARK.sub(link, code)


def _explained(items: str, block: int) -> Iterator[str]:
    """Yield the list with an address for each of its items, but not for those of lists within it."""
    yield '\n<ol class="annotations">'
    at = depth = number = 0
    for tag in _ITEM.finditer(items):
        if tag[2] != "li":
            depth += -1 if tag[1] else 1
        elif depth == 0 and not tag[1]:
            number += 1
            yield items[at : tag.start()]
            yield f'<li id="__annotation_{block}_{number}">'
            at = tag.end()
    yield items[at:]
