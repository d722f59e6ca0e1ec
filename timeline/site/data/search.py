"""The search's files: a dictionary in blocks, cards of the events in each language, and what a search begins with.

What it begins with is one file for each language, so that it comes in one round: the manifest, the lexicon, the ways,
and what the box says. All else lies in a folder that is named after what it holds. So a browser that still keeps the
manifest of an earlier site asks for files which are gone, and learns of it; it never takes the numbers of one edition
for those of another.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any, TypeAlias

from timeline.chronicle.chronicle import Chronicle, Entry
from timeline.chronicle.sides import company_name
from timeline.language import Language
from timeline.search.index.documents import passages
from timeline.search.index.lexicon import Lexicon, other_names
from timeline.search.index.postings import Postings, blocks, written_size
from timeline.search.index.spellings import Spellings
from timeline.search.index.weighing import Weighing
from timeline.search.normaliser import Normaliser, specification
from timeline.site.data.ways import ways
from timeline.site.parts.briefs import iso, lane_of_mark, shape_of
from timeline.site.parts.page import Artifact
from timeline.site.settings import EraChoice
from timeline.values.bilingual import LanguageCode

FOLDER = "search"
CARDS = 1  # events of a file of cards: few of those that stand next to each other answer one query
IDS = 500  # ids of a file of ids
TIES = frozenset({"responds-to", "caused-by"})  # what an event can be to others whose words it is found by
LARGEST = 1200  # characters of a block: less than a kilobyte on the wire

File: TypeAlias = tuple[str, bytes]
Pairs: TypeAlias = Sequence[tuple[str, Any]]
Marks: TypeAlias = Callable[[Iterable[str]], str]


def artifacts(
    chronicle: Chronicle,
    shown: Sequence[Language],
    boxes: Mapping[LanguageCode, Any] | None = None,
    eras: Sequence[EraChoice] = (),
) -> Iterator[Artifact]:
    """Yield all files of the search, with what it shows in the languages of a site and what its ``boxes`` say."""
    spec, lexicon = specification(), Lexicon.of(chronicle.vocabulary)
    edition = Edition()
    edition.write_cards(chronicle, shown)
    edition.write(chronicle, lexicon, Normaliser(spec, lexicon))
    yield from edition.artifacts()
    start = {"manifest": edition.manifest}
    start["lexicon"] = {"spec": spec, "lexicon": lexicon.as_data(), "others": other_names()}
    for own in shown:
        parts = {"ways": ways(chronicle, shown, own, eras), "box": (boxes or {}).get(own.code)}
        yield Artifact(f"{FOLDER}/start-{own.code}.json", _json(start | parts))


def _json(content: Any) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


class Edition:
    """The files that belong together, and how their lists were cut."""

    def __init__(self) -> None:
        self._files: dict[str, bytes] = {}
        self._manifest: dict[str, Any] = {"cards": CARDS, "ids": IDS, "lists": {}}

    @property
    def name(self) -> str:
        """The name of the folder, after what the files hold."""
        known = sha256()
        for name, content in self._files.items():
            known.update(f"{name}:{len(content)}:".encode() + content)
        return known.hexdigest()[:12]

    @property
    def manifest(self) -> dict[str, Any]:
        """What says where the files are."""
        return {"edition": self.name} | self._manifest

    def artifacts(self) -> Iterator[Artifact]:
        """Yield the files."""
        folder = self.name
        for name, content in self._files.items():
            yield Artifact(f"{FOLDER}/{folder}/{name}.json", content)

    def write_cards(self, chronicle: Chronicle, shown: Sequence[Language]) -> None:
        """Write what the results show, in each of the site's languages."""
        self._manifest["languages"] = [own.code for own in shown]
        for own in shown:
            self._parts(f"{own.code}/cards", [_card(entry, chronicle, own) for entry in chronicle.entries], CARDS)

    def write(self, chronicle: Chronicle, lexicon: Lexicon, normaliser: Normaliser) -> None:
        """Write what a query is looked up in."""
        self._manifest["events"] = len(chronicle.entries)
        self._parts("ids", [entry.id for entry in chronicle.entries], IDS)
        weighing, postings = Weighing(normaliser, chronicle.vocabulary.people), Postings()
        for number, entry in enumerate(chronicle.entries):
            others = (link.entry for link in chronicle.relations(entry) if link.type in TIES)
            postings.add(number, weighing.weights(entry, others))
        raws = weighing.raws | _named(lexicon, normaliser)
        spellings = Spellings(normaliser, raws, postings.count, weighing.alike)
        self._list("terms", list(postings.sorted()), spellings.marks)
        for name in ("words", "endings", "frames", "sounds"):
            self._list(name, getattr(spellings, name))

    def _parts(self, name: str, items: Sequence[Any], number: int) -> None:
        for part, start in enumerate(range(0, len(items), number)):
            self._files[f"{name}/{part}"] = _json(items[start : start + number])

    def _list(self, name: str, pairs: Pairs, marks: Marks | None = None) -> None:
        """Write a sorted list in blocks, of which the manifest has how each begins, perhaps with marks on its keys."""
        firsts: list[str] = []
        before = ""
        for number, block in enumerate(blocks(pairs, written_size, LARGEST)):
            keys, values = zip(*block, strict=True)
            content = {"keys": keys, "values": values} | ({"marks": marks(keys)} if marks else {})
            self._files[f"{name}/{number}"] = _json(content)
            firsts.append(_beginning(keys[0], before))
            before = keys[-1]
        self._manifest["lists"][name] = firsts


def _beginning(key: str, before: str) -> str:
    """Return so much of a key as tells it from the one before it in a sorted list."""
    return next(key[:end] for end in range(1, len(key) + 1) if key[:end] > before)


def _named(lexicon: Lexicon, normaliser: Normaliser) -> set[str]:
    """Return the words of all names and aliases, which readers mistype like any other word."""
    tables = (*lexicon.entries.values(), lexicon.months)
    entries = (spellings for table in tables for spellings in table.values())
    return {raw for spellings in entries for spelling in spellings for raw in normaliser.split(spelling)}


def _card(entry: Entry, chronicle: Chronicle, language: Language) -> dict[str, Any]:
    """Return what a result shows of an event, and the texts that a passage is taken from."""
    event, code = entry.event, language.code
    kind = chronicle.vocabulary.kinds[event.kind].name.in_language(code)
    return {
        "id": entry.id,
        "path": f"events/{entry.id}/",
        "iso": iso(entry),
        "date": language.date(event.when.started),
        "kind": language.word("status.debunked.name") if event.is_debunked else kind,
        "company": company_name(entry.company, chronicle.vocabulary, code),
        "shape": shape_of(entry, chronicle),
        "lane": lane_of_mark(entry, chronicle),
        "status": event.status,
        "title": event.title.in_language(code),
        "texts": list(passages(event, code)),
    }
