"""What can be told of an event whose file has mistakes: the ids and keys that stand where they belong."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from timeline.reading.files import CheckedFile
from timeline.reading.reader import Plain, Step
from timeline.reading.source import Span

Path = tuple[Step, ...]
Written = tuple[str, Path]
Mention = tuple[str, str, Path]

# Where an event names an entry of the vocabulary, and where one of its sources; ``*`` is any item of a list or mapping.
MENTIONS = {
    "kind": "kinds",
    "people.*": "people",
    "tags.*": "tags",
    "outage.company": "companies",
    "outage.services.*": "platforms",
    "outage.reports.*.service": "platforms",
    "outage.reports.*.tracker": "publishers",
    "move.by.*": "actors",
    "move.to.*": "actors",
    "move.on": "platforms",
    "quotes.*.speaker": "actors",
    "quotes.*.on": "platforms",
    "misattributed.*.attributed_to": "actors",
    "sources.*.publisher": "publishers",
    "sources.*.via": "publishers",
    "sources.*.origin": "publishers",
}
CITATIONS = (
    "facts.*.sources.*",
    "outage.reports.*.source",
    "outage.cause.sources.*",
    "quotes.*.source",
    "misattributed.*.source",
)


@dataclass(frozen=True)
class HalfFile(CheckedFile):
    """A file whose form can be read, though it says no sound event."""

    def mentions(self) -> Iterator[Mention]:
        """List what stands where an id of the vocabulary belongs: the table, the text, and where it stands."""
        for pattern, table in MENTIONS.items():
            yield from ((table, found, path) for found, path in self.texts_at(pattern))

    def mention_at(self, span: Span) -> Mention | None:
        """Return what is mentioned at a place of the file."""
        return self._by_span.get(span)

    @cached_property
    def _by_span(self) -> dict[Span, Mention]:
        return {self.place(*mention[2]).span: mention for mention in self.mentions()}

    def citations(self) -> Iterator[Written]:
        """List what stands where the key of a source belongs, and where."""
        for pattern in CITATIONS:
            yield from self.texts_at(pattern)

    def relations(self) -> Iterator[Written]:
        """List what stands where a relation names an event, and where."""
        yield from self.texts_at("relations.*.event")

    def defined(self) -> list[str]:
        """List the keys of the sources, or nothing where there are none that could be read."""
        sources = self.plain.get("sources")
        return list(sources) if isinstance(sources, dict) else []

    def texts_at(self, pattern: str) -> Iterator[Written]:
        """List the texts that stand at the places of a pattern, and where."""
        yield from _texts(self.plain, tuple(pattern.split(".")), ())


def _texts(node: Plain, steps: tuple[str, ...], path: Path) -> Iterator[Written]:
    if not steps:
        if isinstance(node, str):
            yield node, path
    elif steps[0] == "*" and isinstance(node, list):
        for i, item in enumerate(node):
            yield from _texts(item, steps[1:], (*path, i))
    elif isinstance(node, dict):
        for key in node if steps[0] == "*" else {steps[0]} & node.keys():
            yield from _texts(node[key], steps[1:], (*path, key))
