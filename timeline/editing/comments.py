"""The comments of a file, and the entry that each of them belongs to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from timeline.reading.reader import Mapping, Node, Sequence, Text
from timeline.reading.source import Source, Span

_COMMENT = re.compile(r"#[^\r\n]*")
_EMPTY_LINE = re.compile(r"[^\n]*\n[ \t\r]*\n")
_FOR_EDITORS = re.compile(r"#\s*yaml-language-server\b")

Key = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A field of a mapping or an item of a list: where it begins, and its steps from the root."""

    start: int
    column: int
    key: Key
    node: Node


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment: where it begins, its column, and whether it stands in a line of its own."""

    start: int
    column: int
    text: str
    alone: bool


@dataclass(slots=True)
class Comments:
    """All comments of a file: at its head and foot, before an entry and behind one."""

    head: list[str] = field(default_factory=list)
    foot: list[str] = field(default_factory=list)
    before: dict[Key, list[str]] = field(default_factory=dict)
    behind: dict[Key, list[str]] = field(default_factory=dict)

    def within(self, key: Key) -> bool:
        """Say whether a comment stands at an entry below a key."""
        return any(len(other) > len(key) and other[: len(key)] == key for other in (*self.before, *self.behind))


def entries(node: Node, source: Source, key: Key = ()) -> Iterator[Entry]:
    """Yield every entry below a node, in the order of the file; an outer one before what it holds."""
    if isinstance(node, Text):
        return
    parts: list[tuple[str | int, int, Node]]
    if isinstance(node, Mapping):
        parts = [(name, node.keys[name].start, value) for name, value in node.values.items()]
    else:
        parts = [(place, item.span.start, item) for place, item in enumerate(node.items)]
    for step, start, value in parts:
        yield Entry(start, source.position(start).column, (*key, step), value)
        yield from entries(value, source, (*key, step))


def _texts(node: Node) -> Iterator[Span]:
    """Yield the places of all texts, keys among them, in the order of the file."""
    if isinstance(node, Text):
        yield node.span
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _texts(item)
    else:
        for name, value in node.values.items():
            yield node.keys[name]
            yield from _texts(value)


def found(tree: Node, source: Source) -> Iterator[Comment]:
    """Yield every comment of a file; between its texts a ``#`` cannot be anything else."""
    at = 0
    for span in (*_texts(tree), Span(len(source.text), len(source.text))):
        yield from _between(source, at, span.start)
        text = source.text[span.start : span.end]
        if text[:1] in ("|", ">"):
            yield from _between(source, span.start, span.start + len(text.partition("\n")[0]))
        at = max(at, span.start + len(text.rstrip()))


def _between(source: Source, start: int, end: int) -> Iterator[Comment]:
    for match in _COMMENT.finditer(source.text, start, end):
        line, column = source.position(match.start())
        before = source.line(line)[: column - 1]
        yield Comment(match.start(), column, match.group().rstrip(), not before.strip(" -\t"))


def gather(tree: Node, source: Source) -> Comments:
    """Give every comment to the entry that it belongs to."""
    known = list(entries(tree, source))
    comments, written = Comments(), list(found(tree, source))
    top = _head(written, known, source)
    comments.head += [comment.text for comment in written[:top]]
    for comment in written[top:]:
        following = next((entry for entry in known if entry.start > comment.start), None)
        earlier = [entry for entry in known if entry.start < comment.start]
        if earlier and not comment.alone:
            _add(comments.before, _outermost(comment, earlier), comment)
        elif following and (not earlier or comment.column <= following.column):
            _add(comments.before, following.key, comment)
        elif owner := _last_at(comment, earlier):
            _add(comments.behind, owner.key, comment)
        else:
            comments.foot.append(comment.text)
    return comments


def _head(written: list[Comment], known: list[Entry], source: Source) -> int:
    """Count the comments about the file as a whole: those for editors, and those with an empty line below."""
    first = known[0].start if known else len(source.text)
    whole = (
        number
        for number, comment in enumerate(written, start=1)
        if comment.start < first and (_FOR_EDITORS.match(comment.text) or _EMPTY_LINE.match(source.text, comment.start))
    )
    return max(whole, default=0)


def _add(where: dict[Key, list[str]], key: Key, comment: Comment) -> None:
    where.setdefault(key, []).append(comment.text)


def _outermost(comment: Comment, earlier: list[Entry]) -> Key:
    """Return the entry that ends in a comment's line: the outermost of those that stand in one line with it."""
    last = earlier[-1]
    around = [entry for entry in earlier if last.key[: len(entry.key)] == entry.key]
    closed = [entry for entry in around if entry.start < comment.start and _is_flow_before(entry, comment)]
    return closed[0].key if closed else last.key


def _is_flow_before(entry: Entry, comment: Comment) -> bool:
    return not isinstance(entry.node, Text) and entry.node.span.end <= comment.start


def _last_at(comment: Comment, earlier: list[Entry]) -> Entry | None:
    """Return the entry at whose depth a comment stands behind it; at the foot of a file none."""
    last = earlier[-1]
    around = [entry for entry in earlier if last.key[: len(entry.key)] == entry.key and entry.column > 1]
    return next((entry for entry in reversed(around) if entry.column <= comment.column), None)
