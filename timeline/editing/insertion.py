"""One field is written into a file, and every other byte of it stays as it is."""

import codecs

from timeline.editing import scalars, style
from timeline.editing.formatting import NotWritable
from timeline.editing.style import Layout
from timeline.reading.reader import Mapping, Node, Plain, Step, Text, read
from timeline.reading.source import Source


def with_field(name: str, data: bytes, path: tuple[Step, ...], field: str, value: str, layout: Layout) -> bytes:
    """Return a file in which the mapping at ``path`` has a field: at its place in the order, or with another value.

    Raises NotWritable where the file cannot be read, has no such mapping, or would say anything else besides.
    """
    source, tree, problems = read(name, data)
    node = _at(tree, path) if tree else None
    if tree is None or problems or not isinstance(node, Mapping) or not node.values:
        raise NotWritable(problems)
    text = _written(source, node, _rank(layout, path), field, value)
    after = (codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b"") + text.encode()
    _, again, more = read(name, after)
    if again is None or more or again.plain != _expected(tree.plain, path, field, value):
        raise NotWritable(more)
    return after


def _at(tree: Node, path: tuple[Step, ...]) -> Node | None:
    node: Node | None = tree
    for step in path:
        if isinstance(node, Mapping):
            node = node.values.get(str(step))
        elif node is not None and not isinstance(node, Text) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            return None
    return node


def _rank(layout: Layout, path: tuple[Step, ...]) -> dict[str, int]:
    steps: style.Path = ()
    for step in path:
        steps = (*steps, "-") if isinstance(step, int) else style.below(steps, step)
    return {field: place for place, field in enumerate(style.order(layout, steps))}


def _written(source: Source, node: Mapping, rank: dict[str, int], field: str, value: str) -> str:
    """Write the field into the text: over its value, or behind the last of the fields that come before it."""
    text = source.text
    in_flow = text[node.span.start] == "{"
    written = scalars.line(value, in_flow=in_flow, text=False)
    if field in node.values:
        span = node.values[field].span
        return text[: span.start] + written + text[span.start + len(text[span.start : span.end].rstrip()) :]
    last = len(rank)
    before = [key for key in node.values if rank.get(key, last) < rank.get(field, last)] or list(node.values)[:1]
    if in_flow:
        at = node.values[before[-1]].span.end
        return f"{text[:at]}, {field}: {written}{text[at:]}"
    end = node.values[before[-1]].span.end
    end = len(text[:end].rstrip())
    line_end = text.find("\n", end)
    at = len(text) if line_end == -1 else line_end
    stop = "\r\n" if text[:at].endswith("\r") else "\n"
    at -= len(stop) - 1
    indent = " " * (source.position(node.keys[before[-1]].start).column - 1)
    return f"{text[:at]}{stop}{indent}{field}: {written}{text[at:]}"


def _expected(plain: Plain, path: tuple[Step, ...], field: str, value: str) -> Plain:
    """Return what a file says with the field in it."""
    if not path and isinstance(plain, dict):
        return {**plain, field: value}
    step, *rest = path
    if isinstance(plain, dict):
        return {**plain, str(step): _expected(plain[str(step)], tuple(rest), field, value)}
    return [_expected(item, tuple(rest), field, value) if place == step else item for place, item in enumerate(plain)]
