"""A file of the record in its canonical form: the order of fields, quotation marks, indents, and no more than that.

The form says the same and keeps every comment: it is read back and compared before anybody gets it. There is no
second YAML library: a file is taken apart by the record's own reader, so that both mean the same by a file, and
a library that keeps comments ties them to what stands before them and not to the field that they are about.
"""

from collections import Counter

from timeline.editing import scalars, style
from timeline.editing.comments import Comments, Key, found, gather
from timeline.editing.style import Layout, Path
from timeline.reading.diagnostics import Diagnostic
from timeline.reading.reader import Mapping, Node, Sequence, Text, read
from timeline.reading.source import Source

_STEP = "  "


class NotWritable(Exception):
    """A file cannot be put into canonical form; ``problems`` are what its reader found, if that is why."""

    def __init__(self, problems: list[Diagnostic]) -> None:
        super().__init__()
        self.problems = problems


def formatted(name: str, data: bytes, layout: Layout) -> str:
    """Return a file in canonical form; raises NotWritable where its reader refuses it or it would not stay the same."""
    source, tree, problems = read(name, data)
    if tree is None or problems:
        raise NotWritable(problems)
    text = _Writer(source, gather(tree, source), layout).file(tree)
    if not _same(tree, source, text):
        raise NotWritable([])
    return text


def _same(tree: Mapping, source: Source, text: str) -> bool:
    """Say whether a text says what a tree says, comments and all."""
    other, again, problems = read(source.name, text.encode())
    if again is None or problems or again.plain != tree.plain:
        return False
    before, after = (Counter(comment.text for comment in found(*one)) for one in ((tree, source), (again, other)))
    return before == after


class _Writer:
    """Writes nodes as lines, each with the comments that belong to it."""

    def __init__(self, source: Source, comments: Comments, layout: Layout) -> None:
        self.source = source
        self.comments = comments
        self.layout = layout

    def file(self, tree: Mapping) -> str:
        """Write a whole file."""
        rows = [*self.comments.head, *(self._mapping(tree, (), ()) or ["{}"]), *self.comments.foot]
        return "\n".join(rows) + "\n"

    def _mapping(self, node: Mapping, path: Path, key: Key) -> list[str]:
        rank = {name: place for place, name in enumerate(style.order(self.layout, path))}
        names = sorted(node.values, key=lambda name: rank.get(name, len(rank)))
        return [row for name in names for row in self._field(name, node.values[name], path, (*key, name))]

    def _field(self, name: str, node: Node, path: Path, key: Key) -> list[str]:
        label = scalars.line(name, text=False) + ":"
        rows = self._value(node, style.below(path, name), key)
        if isinstance(node, Text) or self._is_flow(node, style.below(path, name), key):
            first, *rest = rows
            rows = [f"{label} {first}".rstrip(" "), *rest]
        else:
            rows = [label, *(_STEP + row for row in rows)]
        return [*self.comments.before.get(key, ()), *rows, *self.comments.behind.get(key, ())]

    def _value(self, node: Node, path: Path, key: Key) -> list[str]:
        if isinstance(node, Text):
            return self._text(node, path)
        if self._is_flow(node, path, key):
            return [self._flow(node, path)]
        return self._mapping(node, path, key) if isinstance(node, Mapping) else self._sequence(node, path, key)

    def _text(self, node: Text, path: Path) -> list[str]:
        if node.span.start == node.span.end:
            return [""]
        first, *rest = scalars.lines(node, self.source.text, text=style.is_text(path))
        return [first, *((_STEP + row).rstrip() for row in rest)]

    def _sequence(self, node: Sequence, path: Path, key: Key) -> list[str]:
        return [row for place, item in enumerate(node.items) for row in self._item(item, path, (*key, place))]

    def _item(self, node: Node, path: Path, key: Key) -> list[str]:
        rows = self._value(node, (*path, "-"), key)
        begin = next((place for place, row in enumerate(rows) if not row.startswith("#")), 0)
        above, (first, *rest) = rows[:begin], rows[begin:]
        inside = [f"- {first or scalars.quoted(first)}", *((_STEP + row).rstrip() for row in rest)]
        return [*self.comments.before.get(key, ()), *above, *inside, *self.comments.behind.get(key, ())]

    def _is_flow(self, node: Node, path: Path, key: Key) -> bool:
        """Say whether a list or mapping is written in one line; one that holds a comment or a list cannot be."""
        if isinstance(node, Text) or self.comments.within(key):
            return False
        parts = node.items if isinstance(node, Sequence) else list(node.values.values())
        return not parts or (style.in_one_line(path) and all(isinstance(part, Text) for part in parts))

    def _flow(self, node: Mapping | Sequence, path: Path) -> str:
        if isinstance(node, Sequence):
            return f"[{', '.join(self._inline(item, (*path, '-')) for item in node.items)}]"
        rank = {name: place for place, name in enumerate(style.order(self.layout, path))}
        names = sorted(node.values, key=lambda name: rank.get(name, len(rank)))
        parts = (
            f"{scalars.line(name, in_flow=True, text=False)}: " + self._inline(node.values[name], (*path, name))
            for name in names
        )
        return "{" + ", ".join(parts) + "}"

    def _inline(self, node: Node, path: Path) -> str:
        if not isinstance(node, Text):
            raise TypeError(node)
        return scalars.line(node.value, in_flow=True, text=style.is_text(path))
