"""Bytes become a tree of nodes with their places, or diagnostics: the only module that knows YAML.

Only a plain part of YAML 1.1 is read: one document of mappings, lists and texts. Every scalar is text
until a field of the model parses it, so ``no``, ``12:30`` and ``1.10`` stay what was written. libyaml's
event stream is used because it is fast, is not recursive and carries a mark on every event; composing
nodes with it is not safe on deep nesting.
"""

import codecs
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from timeline.reading.diagnostics import Diagnostic, Related
from timeline.reading.source import Place, Source, Span
from timeline.reading.syntax import SPACE_OF_PRINT, in_quotes, mistake
from timeline.values.text import Flaw, codepoint, flaws, normal_word, suspicious

MAX_BYTES = 64 * 1024
MAX_DEPTH = 16

_LONE_RETURN = re.compile("\r(?!\n)")
_LINE_ENDS = re.compile("[\x85\u2028\u2029]")  # YAML 1.1 also ends lines here
_UNMERGED = re.compile(r"^(?:<{7}|\|{7}|>{7})(?: .*)?$", re.MULTILINE)
_CUT_OFF = re.compile(r"[ \t]+(?P<note>#[^\r\n]*)")
_TAG = re.compile(r"![^\s,\[\]{}]*")

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"
Step: TypeAlias = "str | int"


@dataclass(slots=True)
class Text:
    """A scalar, always as text."""

    span: Span
    value: str

    @property
    def plain(self) -> Plain:
        """The text itself."""
        return self.value


@dataclass(slots=True)
class Sequence:
    """A list of nodes."""

    span: Span
    items: "list[Node]"

    @property
    def plain(self) -> Plain:
        """The list without places."""
        return [item.plain for item in self.items]


@dataclass(slots=True)
class Mapping:
    """A mapping of keys, each with its own place, to nodes."""

    span: Span
    keys: dict[str, Span]
    values: "dict[str, Node]"

    @property
    def plain(self) -> Plain:
        """The mapping without places."""
        return {key: node.plain for key, node in self.values.items()}

    def span_of(self, path: tuple[Step, ...], *, key: bool = False) -> Span:
        """Return the place of the node at ``path``, or of the nearest node above it that exists.

        With ``key`` the place is that of the last step's key instead of its value.
        """
        node: Node = self
        span = self.span
        for step in path:
            if isinstance(node, Mapping) and step in node.values:
                span = node.keys[str(step)]
                node = node.values[str(step)]
            elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
                node = node.items[step]
                span = node.span
            else:
                return span
        return span if key else node.span


Node: TypeAlias = Text | Sequence | Mapping


class _Refusal(Exception):
    """Ends the reading of a file at a mistake that leaves no tree to go on with."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        self.diagnostic = diagnostic


def read(name: str, data: bytes, limit: int = MAX_BYTES) -> tuple[Source, Mapping | None, list[Diagnostic]]:
    """Read one file's bytes: its source, its tree if it has one, and what is wrong with it."""
    try:
        source = _decode(name, data, limit)
    except _Refusal as refusal:
        return refusal.diagnostic.place.source, None, [refusal.diagnostic]
    problems = list(_raw_flaws(source))
    if unmerged := _UNMERGED.search(source.text):  # all else that is wrong follows from it
        return source, None, [Diagnostic("Y115", Place(source, Span(*unmerged.span())), {"found": unmerged.group()})]
    builder = _Builder(source, problems)
    try:
        return source, builder.build(), problems
    except _Refusal as refusal:
        return source, None, [*problems, refusal.diagnostic]


def read_path(path: Path, name: str, limit: int = MAX_BYTES) -> tuple[Source, Mapping | None, list[Diagnostic]]:
    """Read the file at ``path``, which messages call ``name``, never more than ``limit`` bytes of it."""
    with path.open("rb") as file:
        return read(name, file.read(limit + 1), limit)


def _decode(name: str, data: bytes, limit: int) -> Source:
    if len(data) > limit:
        source = Source(name, data[:200].decode("utf-8", "replace"))
        raise _refusal(source, "F101", 0, 0, limit=f"{limit // 1024} KiB")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in data[:4]:
        raise _refusal(Source(name, ""), "F103", 0, 0)
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return Source(name, data.decode("utf-8"))
    except UnicodeDecodeError as error:
        source = Source(name, data.decode("utf-8", "replace"))
        # Every undecodable byte became one replacement character, so the first one is the place.
        offset = len(data[: error.start].decode("utf-8"))
        raise _refusal(source, "F102", offset, offset + 1, found=f"0x{data[error.start]:02X}") from None


def _refusal(source: Source, code: str, start: int, end: int, **values: str) -> _Refusal:
    return _Refusal(Diagnostic(code, Place(source, Span(start, end)), values))


def _raw_flaws(source: Source) -> Iterator[Diagnostic]:
    if lone := _LONE_RETURN.search(source.text):
        yield Diagnostic("Y112", Place(source, Span(*lone.span())))
    if space := SPACE_OF_PRINT.search(source.text):
        yield Diagnostic("Y116", Place(source, Span(*space.span("space"))), {"found": codepoint(space["space"][0])})
    if suspicious(source.text):
        for flaw in flaws(source.text):
            yield _flawed(flaw, source.text, Place(source, Span(flaw.offset, flaw.offset + 1)))


def _flawed(flaw: Flaw, text: str, place: Place) -> Diagnostic:
    mend = normal_word(text, flaw.offset) if flaw.code == "T106" else None
    return Diagnostic(flaw.code, place, {"found": codepoint(flaw.character)}, suggestion=mend)


class _Builder:
    """Turns libyaml's stream of events into nodes, without recursion."""

    def __init__(self, source: Source, problems: list[Diagnostic]) -> None:
        self.source = source
        self.problems = problems
        self._raw = tuple(problems)  # one for each code at most
        # Only an escape can bring in what the raw text did not have; an isolate may end in another text.
        self._careful = re.search("[\\\\\u2066-\u2069]", source.text) is not None
        self._open: list[Sequence | Mapping] = []
        self._keys: list[Text | None] = []
        self._root: Node | None = None
        self._documents = 0

    def build(self) -> Mapping | None:
        """Read the whole document; a refusal is raised only where nothing more can be read."""
        take: dict[type[yaml.Event], Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._start,
            yaml.SequenceStartEvent: self._start,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }
        try:
            for event in yaml.parse(self.source.text, Loader=yaml.CLoader):
                if handle := take.get(type(event)):
                    handle(event)
        except yaml.MarkedYAMLError as error:
            raise self._syntax(error) from None
        except yaml.YAMLError:  # a character that YAML itself does not allow: the text's own check has named its place
            raise _Refusal(self.problems.pop()) from None
        if self._root is None or self._root.plain == "":
            raise _refusal(self.source, "Y108", 0, 0)
        if not isinstance(self._root, Mapping):
            raise _refusal(self.source, "Y109", self._root.span.start, self._root.span.start + 1)
        return self._root

    def _alias(self, event: yaml.AliasEvent) -> None:
        self._report("Y103", _span(event), found=f"*{event.anchor}")
        self._place(Text(_span(event), ""))

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1:
            raise _refusal(self.source, "Y107", *_span(event))
        if event.version or event.tags:
            self._report("Y113", _span(event))

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        span = _span(event)
        if event.anchor or event.tag:
            self._decorations(event, event.anchor, event.tag)
        if event.value and not event.style and (cut := _CUT_OFF.match(self.source.text, span.end)):
            self._cut_off(Span(*cut.span("note")), cut["note"])
        if self._careful and suspicious(event.value):
            known = {p.code for p in self._raw if span.start <= p.place.span.start < span.end}
            for flaw in flaws(event.value):
                if flaw.code not in known:
                    self.problems.append(_flawed(flaw, event.value, Place(self.source, span)))
        self._place(Text(span, event.value))

    def _cut_off(self, span: Span, note: str) -> None:
        mend = in_quotes(self.source.text, span.start) if note[1:2].strip() else None  # "# so" is a note, "#1" is none
        self.problems.append(Diagnostic("Y114", Place(self.source, span), {"found": note}, suggestion=mend))

    def _start(self, event: "yaml.MappingStartEvent | yaml.SequenceStartEvent") -> None:
        span = _span(event)
        if len(self._open) >= MAX_DEPTH:
            raise _refusal(self.source, "Y106", span.start, span.start + 1, limit=str(MAX_DEPTH))
        self._decorations(event, event.anchor, event.tag)
        mapping = isinstance(event, yaml.MappingStartEvent)
        node = Mapping(span, {}, {}) if mapping else Sequence(span, [])
        self._place(node)
        self._open.append(node)
        self._keys.append(None)

    def _end(self, event: yaml.CollectionEndEvent) -> None:
        node = self._open.pop()
        self._keys.pop()
        end = _span(event).end
        while end > node.span.end and self.source.text[end - 1].isspace():
            end -= 1  # a block ends where its last line does, not where the next one begins
        node.span = Span(node.span.start, end)

    def _place(self, node: Node) -> None:
        if not self._open:
            self._root = node
            return
        parent = self._open[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
        elif self._keys[-1] is None:
            self._keys[-1] = self._key(parent, node)
        else:
            key, self._keys[-1] = self._keys[-1], None
            if key.value not in parent.values:
                parent.keys[key.value], parent.values[key.value] = key.span, node

    def _key(self, parent: Mapping, node: Node) -> Text:
        if not isinstance(node, Text):
            self._report("Y110", Span(node.span.start, node.span.start + 1))
            return Text(node.span, f"\0{node.span.start}")
        if node.value == "<<":
            self._report("Y105", node.span)
        elif node.value in parent.keys:
            first = Related(Place(self.source, parent.keys[node.value]), "first")
            self._report("Y102", node.span, first, found=node.value)
        return node

    def _decorations(self, event: yaml.Event, anchor: str | None, tag: str | None) -> None:
        if anchor:
            self._report("Y103", _span(event), found=f"&{anchor}")
        if tag:
            written = _TAG.search(self.source.text, _span(event).start)
            span, found = (Span(*written.span()), written.group()) if written else (_span(event), tag)
            self._report("Y104", span, found=found)

    def _report(self, code: str, span: Span, *related: Related, **values: str) -> None:
        self.problems.append(Diagnostic(code, Place(self.source, span), values, related=related))

    def _syntax(self, error: yaml.MarkedYAMLError) -> _Refusal:
        if _LINE_ENDS.search(self.source.text):  # refused already, and they mislead what comes after them
            return _Refusal(self.problems.pop())
        if follows := next((problem for problem in self.problems if problem.code == "Y116"), None):
            self.problems.remove(follows)  # what such a space makes of a line is not its own mistake
            return _Refusal(follows)
        text = self.source.text
        found = mistake(text, error)
        line_end = found.start + len(text[found.start :].split("\n", 1)[0].rstrip("\r"))
        place = Place(self.source, Span(found.start, min(found.end, line_end)))
        return _Refusal(Diagnostic(found.code, place, {"found": found.found}, suggestion=found.mend))


def _span(event: yaml.Event) -> Span:
    return Span(event.start_mark.index, event.end_mark.index)  # type: ignore[union-attr] # the parser marks every event
