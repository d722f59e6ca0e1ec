"""The vocabulary of a record: what its ids mean, in both languages.

A vocabulary is a folder of files, one for each kind of thing; each file maps ids to entries.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Annotated, Literal, Self, TypeAlias

from pydantic import ConfigDict, Field, model_validator
from pydantic.dataclasses import dataclass as model

from timeline.reading.diagnostics import Diagnostic, Guesses, closest
from timeline.reading.kept import Kept
from timeline.reading.leftovers import is_leftover
from timeline.reading.reader import Mapping, read_path
from timeline.reading.source import Place, Source, Span
from timeline.reading.validation import unexplained, validate
from timeline.values.bilingual import Bilingual, LanguageCode
from timeline.values.fields import Count, Hosts, Id, LanguageTag, Prose, refuse

FOLDER = "vocabulary"
MAX_BYTES = 1024 * 1024

_CONFIG = ConfigDict(extra="forbid")

PublisherType: TypeAlias = Literal[
    "primary", "agency", "newsroom", "measurement", "fact-checker", "court",
    "trade", "local", "blog", "copier", "party",
]  # fmt: skip
# What the mark of a kind can look like, and what a kind does in the story.
Shape: TypeAlias = Literal[
    "bar", "triangle", "open-triangle", "chevron", "double-chevron",
    "house", "open-house", "ring", "barred-ring", "square",
]  # fmt: skip
Role: TypeAlias = Literal["outage", "jab", "answer", "challenge", "move"]


@model(frozen=True, slots=True, config=_CONFIG)
class Name:
    """A proper name in both languages; it may be written alike in both."""

    ar: Prose
    en: Prose

    def in_language(self, code: LanguageCode) -> str:
        """Return the name in one language."""
        return str(getattr(self, code))


@model(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class Named:
    """What every entry has: a name, the spellings that readers type, and accounts by platform."""

    name: Name
    about: Bilingual | None = None
    aliases: tuple[Prose, ...] = ()
    handles: dict[Id, Prose] = Field(default_factory=dict)
    domain: Hosts = ()


@model(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class Person(Named):
    """A person, with the company whose side the person stands on, if any."""

    company: Id | None = None


@model(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class Company(Named):
    """A company; the two that face each other have a lane, 1 and 2."""

    lane: Annotated[Count, Field(ge=1, le=2)] | None = None


@model(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class Platform(Named):
    """A service of a company, or a venue, which belongs to none."""

    company: Id | None = None
    since: Count | None = None


@model(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class Publisher(Named):
    """Who publishes sources; a publisher that is a party to the story names its company.

    ``type`` says what weight its pages have: ``primary`` speaks for itself, ``copier`` carries others' texts,
    ``party`` writes for a state or a party line.
    """

    company: Id | None = None
    lang: LanguageTag | None = None
    type: PublisherType | None = None


@model(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class Tag(Named):
    """A subject that events share."""


@model(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class Kind(Named):
    """A kind of event: how its mark is drawn, what it does in the story, its counted forms by CLDR plural category.

    An outage is drawn by its length, as a bar; nothing else is drawn as one.
    """

    shape: Shape
    role: Role
    plural: dict[LanguageCode, dict[str, Prose]]

    @model_validator(mode="after")
    def _drawn_as_what_it_is(self) -> Self:
        if self.is_outage and self.shape != "bar":
            raise refuse("M106", at=("shape",), found=self.shape, allowed=("bar",))
        if self.shape == "bar" and not self.is_outage:
            raise refuse("M106", at=("role",), found=self.role, allowed=("outage",))
        return self

    @property
    def is_outage(self) -> bool:
        """Whether events of this kind are outages."""
        return self.role == "outage"

    @property
    def is_jab(self) -> bool:
        """Whether events of this kind mock or attack the other side."""
        return self.role == "jab"


@model(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class Concept(Named):
    """What readers look for and texts say in other words: a name, and the words for it as aliases."""


@model(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class Month(Named):
    """A month of the year with what it is called in different countries; ``ordinary`` are names that mean more."""

    number: Annotated[Count, Field(ge=1, le=12)]
    ordinary: tuple[Prose, ...] = ()


Entry: TypeAlias = Person | Company | Platform | Publisher | Tag | Kind | Concept | Month


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All entries by kind of thing and id."""

    people: dict[str, Person] = field(default_factory=dict)
    companies: dict[str, Company] = field(default_factory=dict)
    platforms: dict[str, Platform] = field(default_factory=dict)
    publishers: dict[str, Publisher] = field(default_factory=dict)
    tags: dict[str, Tag] = field(default_factory=dict)
    kinds: dict[str, Kind] = field(default_factory=dict)
    concepts: dict[str, Concept] = field(default_factory=dict)
    months: dict[str, Month] = field(default_factory=dict)
    unreadable: frozenset[str] = frozenset()
    """The tables that could not be read, so that nobody knows what is missing from them."""

    def table(self, name: str) -> dict[str, Entry]:
        """Return one table by its name."""
        table: dict[str, Entry] = getattr(self, name)
        return table

    def side_of(self, who: str) -> str | None:
        """Return the company on whose side a person or company stands."""
        if who in self.companies:
            return who
        person = self.people.get(who)
        return person.company if person else None

    def actor(self, who: str) -> Person | Company | None:
        """Return the person or company with an id."""
        return self.people.get(who) or self.companies.get(who)


_MODELS: dict[str, type] = {
    "people": Person,
    "companies": Company,
    "platforms": Platform,
    "publishers": Publisher,
    "tags": Tag,
    "kinds": Kind,
    "concepts": Concept,
    "months": Month,
}
TABLES = tuple(_MODELS)

# Only the search reads these; a record without them has none.
OPTIONAL = frozenset(["concepts", "months"])


def closed(root: Path) -> Diagnostic | None:
    """Say why a folder cannot be read as a record, if so: nobody may look into it, or it has no vocabulary."""
    folder = root / FOLDER
    for path, name in ((root, root.name), (folder, f"{root.name}/{FOLDER}")):
        try:
            with os.scandir(path):
                pass
        except OSError as error:
            if path is folder and not isinstance(error, PermissionError):
                break
            return Diagnostic("F113", _beginning(name), {"found": name})
    if folder.is_dir() and not folder.is_symlink():
        return None
    return Diagnostic("F116", _beginning(root.name), {"found": root.name or str(root)})


def _beginning(name: str) -> Place:
    return Place(Source(name, ""), Span(0, 0))


def load_vocabulary(root: Path, kept: Kept | None = None) -> tuple[Vocabulary, list[Diagnostic]]:
    """Read the vocabulary of the record at ``root``, and what is wrong with it; what is ``kept`` is not read again."""
    kept = Kept() if kept is None else kept
    read = {table: kept.of(root / FOLDER / f"{table}.yml", partial(_load_table, root, table)) for table in TABLES}
    tables = {table: loaded.entries for table, loaded in read.items() if loaded.entries is not None}
    strays = list(_strays(root))
    meant = {problem.suggestion for problem in strays}
    problems = [problem for table, loaded in read.items() for problem in loaded.problems if f"{table}.yml" not in meant]
    problems += strays
    if "companies" in tables:
        problems += (problem for loaded in read.values() for problem in loaded.strangers(tables["companies"]))
        problems += read["companies"].shared_lanes()
    unreadable = frozenset(TABLES) - tables.keys()
    return Vocabulary(**tables, unreadable=unreadable), problems  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class _Table:
    """One file of the vocabulary: its entries, if they could be read, and what is wrong with it."""

    source: Source
    tree: Mapping | None
    entries: dict[str, Entry] | None
    problems: list[Diagnostic]

    def strangers(self, companies: Iterable[str]) -> Iterator[Diagnostic]:
        """Report the entries that name a company which is none."""
        known, guesses = sorted(companies), Guesses()
        for key, entry in (self.entries or {}).items():
            found = getattr(entry, "company", None)
            if self.tree and found and found not in known:
                place = Place(self.source, self.tree.span_of((key, "company")))
                yield Diagnostic("V103", place, {"found": found}, tuple(known), guesses.closest(found, known))

    def shared_lanes(self) -> Iterator[Diagnostic]:
        """Report the companies that have the lane of another one."""
        owners: dict[int, str] = {}
        for key, entry in (self.entries or {}).items():
            lane = entry.lane if isinstance(entry, Company) else None
            if self.tree and lane and owners.setdefault(lane, key) != key:
                place = Place(self.source, self.tree.span_of((key, "lane")))
                yield Diagnostic("V112", place, {"found": str(lane), "other": owners[lane]})


def _load_table(root: Path, table: str) -> _Table:
    name = f"{root.name}/{FOLDER}/{table}.yml"
    path = root / FOLDER / f"{table}.yml"
    if table in OPTIONAL and not os.path.lexists(path):
        return _Table(Source(name, ""), None, {}, [])
    if os.path.islink(path) or not os.path.isfile(path):  # noqa: PTH113, PTH114 - these never raise
        return _unread(name, "F109")
    try:
        source, tree, problems = read_path(path, name, limit=MAX_BYTES)
    except OSError:
        return _unread(name, "F113")
    if tree is None:
        return _Table(source, None, None, problems)
    entries, found = validate(dict[Id, _MODELS[table]], tree, source)  # type: ignore[valid-type]
    return _Table(source, tree, entries, [*problems, *unexplained(found, problems)])


def _unread(name: str, code: str) -> _Table:
    place = _beginning(name)
    return _Table(place.source, None, None, [Diagnostic(code, place, {"found": name})])


def _strays(root: Path) -> Iterator[Diagnostic]:
    """Report what lies in the vocabulary's folder and is no table of it; notes in Markdown may."""
    known = [f"{table}.yml" for table in TABLES]
    for path in sorted((root / FOLDER).iterdir()):
        if path.name in known or path.suffix == ".md" or is_leftover(path.name):
            continue
        place = _beginning(f"{root.name}/{FOLDER}/{path.name}")
        if path.is_symlink():
            yield Diagnostic("F104", place)
        else:
            yield Diagnostic("F115", place, {"found": path.name}, tuple(known), closest(path.name, known))
