"""Our own search's files: the built site, and the index of any other record or vocabulary."""

import shutil
import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from operator import contains
from pathlib import Path
from typing import TypeAlias

from benchmarks.search.queries import Query
from devtools.measure import run
from timeline.building import manifest
from timeline.chronicle.chronicle import Chronicle
from timeline.language import languages
from timeline.record.vocabulary import Entry, Vocabulary
from timeline.search.index.lexicon import TABLES, Lexicon
from timeline.search.normaliser import Normaliser, specification
from timeline.site.data import search

Folded: TypeAlias = tuple[str, ...]


def build_site(root: Path, folder: Path) -> Path:
    """Build the site of a repository in a folder and return where it stands."""
    for part in ("events", "site_src"):
        shutil.copytree(root / part, folder / part)
    shutil.copy(root / "mkdocs.yml", folder)
    run([sys.executable, "-m", "timeline", "build"], folder)
    return folder / "site"


def files(site: Path) -> str:
    """Return the folder of a site's scripts and of what they read, by its path in the site."""
    return f"{manifest.folders(site)[0]}/"


def write_index(chronicle: Chronicle, folder: Path) -> None:
    """Write the search's files of a chronicle, as a build does."""
    for artifact in search.artifacts(chronicle, languages()):
        path = folder / artifact.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(artifact.content)


class Spellings:
    """The aliases and handles of a vocabulary, told apart as the search tells words apart."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._normaliser = Normaliser(specification(), Lexicon())

    def folded(self, text: str) -> Folded:
        """Return the words of a text as the search writes them."""
        return tuple(next(iter(self._normaliser.forms(raw)), raw) for raw in self._normaliser.split(text))

    def all(self) -> Iterator[tuple[str, str, str]]:
        """Yield each alias and each handle with its table and the id of its entry."""
        for table in TABLES:
            for key, entry in self._vocabulary.table(table).items():
                yield from ((table, key, text) for text in (*entry.aliases, *entry.handles.values()))

    def standing_in(self, text: str) -> list[str]:
        """Return the aliases and handles, names left aside, that stand in a text with or without clitics."""
        words = [set(self._normaliser.forms(raw)) for raw in self._normaliser.split(text)]
        return [spelling for spelling, folded in self._beside_names.items() if _stands(folded, words)]

    @cached_property
    def _beside_names(self) -> dict[str, Folded]:
        entries = [entry for table in TABLES for entry in self._vocabulary.table(table).values()]
        names = {self.folded(name) for entry in entries for name in (entry.name.ar, entry.name.en)}
        folded = {spelling: self.folded(spelling) for _, _, spelling in self.all()}
        return {spelling: words for spelling, words in folded.items() if words not in names}

    def without(self, aliases: Iterable[str]) -> Vocabulary:
        """Return the vocabulary without some spellings, however they are written there."""
        gone = {self.folded(alias) for alias in aliases}
        tables = {
            table: {key: self._bare(entry, gone) for key, entry in self._vocabulary.table(table).items()}
            for table in TABLES
        }
        return replace(self._vocabulary, **tables)  # type: ignore[arg-type]

    def _bare(self, entry: Entry, gone: Collection[Folded]) -> Entry:
        aliases = tuple(alias for alias in entry.aliases if self.folded(alias) not in gone)
        handles = {where: handle for where, handle in entry.handles.items() if self.folded(handle) not in gone}
        same = len(aliases) == len(entry.aliases) and len(handles) == len(entry.handles)
        return entry if same else replace(entry, aliases=aliases, handles=handles)

    def batches(self, queries: Iterable[Query]) -> list[list[Query]]:
        """Group queries by their aliases, such that no entry lacks more than one spelling in a group."""
        entries: dict[Folded, set[tuple[str, str]]] = {}
        for table, key, text in self.all():
            entries.setdefault(self.folded(text), set()).add((table, key))
        batches: list[_Batch] = []
        for query in queries:
            alias = self.folded(query.alias or "")
            meant = entries.get(alias, set())
            batch = next((one for one in batches if alias in one.aliases or not meant & one.entries), None)
            if batch is None:
                batch = _Batch()
                batches.append(batch)
            batch.aliases.add(alias)
            batch.entries |= meant
            batch.queries.append(query)
        return [batch.queries for batch in batches]


def _stands(spelling: Folded, words: Sequence[Collection[str]]) -> bool:
    size = len(spelling)
    starts = range(len(words) - size + 1) if size else ()
    return any(all(map(contains, words[at : at + size], spelling)) for at in starts)


@dataclass(slots=True)
class _Batch:
    """Aliases that are taken out together, the entries that have them, and the queries that rest on them."""

    aliases: set[Folded] = field(default_factory=set)
    entries: set[tuple[str, str]] = field(default_factory=set)
    queries: list[Query] = field(default_factory=list)
