"""What a site says of itself, as ``mkdocs.yml`` declares it."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import field, fields
from pathlib import Path
from typing import Annotated, Any, Literal, Self, TypeAlias

from pydantic import AfterValidator, ConfigDict, Field
from pydantic.dataclasses import dataclass

from timeline.chronicle.comparing import Sort
from timeline.chronicle.completeness import ASKED
from timeline.chronicle.eras import Era
from timeline.reading.diagnostics import Diagnostic, closest
from timeline.reading.reader import Mapping, Node, Sequence, read
from timeline.reading.source import Place, Source
from timeline.reading.validation import validate
from timeline.site.colours import Colour, Token
from timeline.values.bilingual import LanguageCode
from timeline.values.fields import Count, Day, Id, Link, Prose, refuse

PLUGIN = "timeline"


def _share(name: str) -> str:
    if name not in ASKED:
        raise refuse("M106", found=name, allowed=tuple(ASKED), mend=closest(name, ASKED))
    return name


ShareName: TypeAlias = Annotated[str, AfterValidator(_share)]

# More would hide the axis that they are to explain.
MOST_NOTES = 5

_MOST_BYTES = 1024 * 1024
_CONFIG = ConfigDict(extra="forbid")

Category: TypeAlias = Literal["zero", "one", "two", "few", "many", "other"]


class WrongSettings(ValueError):
    """The settings are not right; ``diagnostics`` say where and why."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("; ".join(f"{one.place}: {one.code}" for one in self.diagnostics))


@dataclass(frozen=True, kw_only=True, config=_CONFIG)
class Wording:
    """A text of the site in each of its languages."""

    ar: Prose | None = None
    en: Prose | None = None

    def in_language(self, code: LanguageCode) -> str:
        """Return the text in one language, which is empty where the site does not speak it."""
        return getattr(self, code) or ""


@dataclass(frozen=True, kw_only=True, config=_CONFIG)
class Deck:
    """The line under the site's name in each language, by the plural category of the number in it."""

    ar: dict[Category, Prose] = field(default_factory=dict)
    en: dict[Category, Prose] = field(default_factory=dict)

    def in_language(self, code: LanguageCode) -> dict[str, str]:
        """Return the forms in one language."""
        forms: dict[Category, str] = getattr(self, code)
        return {str(category): text for category, text in forms.items()}


@dataclass(frozen=True, kw_only=True, config=_CONFIG)
class NoteChoice:
    """An entry that the axis of all years names, and in which words; without any its title, where that is short."""

    event: Id
    text: Wording | None = None


@dataclass(frozen=True, kw_only=True, config=_CONFIG)
class EraChoice:
    """An era of a company: without ``begins`` it reaches back to the first entry, without ``ends`` it goes on.

    ``short`` is its name where there is room for one word.
    """

    id: Id
    name: Wording
    company: Id
    begins: Day | None = None
    ends: Day | None = None
    short: Wording | None = None

    @property
    def era(self) -> Era:
        """The era itself, without its name."""
        return Era(self.id, self.company, self.begins, self.ends)


@dataclass(frozen=True, kw_only=True, config=_CONFIG)
class PairChoice:
    """Two companies, platforms, eras or outages that have a page on which they stand side by side."""

    sort: Sort
    first: Id
    second: Id

    @property
    def keys(self) -> tuple[str, str]:
        """What names the two among all that can be compared."""
        return f"{self.sort}/{self.first}", f"{self.sort}/{self.second}"


@dataclass(frozen=True, kw_only=True, config=_CONFIG)
class Lost:
    """What a site says at an address that leads nowhere, in place of the program's own words."""

    title: Wording
    deck: Wording


@dataclass(frozen=True, kw_only=True, config=_CONFIG)
class Messenger:
    """A service by which people send links to each other: its name, and the address that a text is added to."""

    name: Wording
    address: Link


@dataclass(frozen=True, kw_only=True, config=_CONFIG)
class License:
    """Under which licence the record may be used: its name, its identifier in the list of SPDX, and its address."""

    name: Prose
    identifier: Annotated[str, Field(pattern=r"^[A-Za-z0-9.+-]+$")]
    url: Link


@dataclass(frozen=True, kw_only=True, config=_CONFIG)
class Settings:
    """The site's own texts, by language, and its choices.

    ``deck`` has the plural forms of the line under the name, with ``{count}`` for the number of outages.
    """

    name: Wording
    deck: Deck
    description: Wording
    disclaimer: Wording
    repository: Link
    branch: Prose = "main"
    headline: Wording | None = None
    """What stands at the head of the home page, where that is not the bare name: a name that quotes somebody …"""
    lead: Id | None = None
    lead_kicker: Wording | None = None
    notes: Annotated[tuple[NoteChoice, ...], Field(max_length=MOST_NOTES)] = ()
    places: tuple[Prose, ...] = ()
    footer: tuple[Prose, ...] = ()
    titles: dict[Prose, Wording] = field(default_factory=dict)
    colours: dict[Token, Colour] = field(default_factory=dict)
    between: Wording | None = None
    """What the axis calls the moves between the two sides."""
    lost: Lost | None = None
    eras: tuple[EraChoice, ...] = ()
    """What the time of a company is told apart by, in filters, figures and on the axis; in order of time."""
    unquoted: tuple[Id, ...] = ()
    """Tags whose entries are named by their titles alone where nobody asked for their words: on axes and in years."""
    pairs: tuple[PairChoice, ...] = ()
    """What has a page on which it is compared; any other two are compared by a script."""
    targets: dict[ShareName, Annotated[Count, Field(ge=0, le=100)]] = field(default_factory=dict)
    """What share of the entries, in per cent, shall have something: beside what the page of completeness counts."""
    pictures: bool = True
    """Whether a build makes the pictures that show where links are shared."""
    messengers: tuple[Messenger, ...] = ()
    """By what a phone offers to send a link, beside its own sharing."""
    offline: bool = True
    """Whether browsers keep what was read, and read it without a network."""
    license: License | None = None
    authority: Annotated[str, Field(pattern=r"^([a-z0-9.-]+,\d{4}(-\d{2}(-\d{2})?)?)?$")] = ""
    """A host and a day on which it was this site's (RFC 4151): what is named under it keeps its name if it moves."""

    @property
    def suggestion(self) -> str:
        """The address of the form by which readers suggest an event."""
        return f"{self.repository.rstrip('/')}/issues/new?template=event.yml"

    def unsaid(self, codes: Iterable[LanguageCode]) -> Iterator[tuple[str | int, ...]]:
        """Yield the path of every text that is missing in one of some languages."""
        texts: dict[tuple[str | int, ...], Any] = {(one.name,): getattr(self, one.name) for one in fields(self)}
        texts |= {("titles", path): title for path, title in self.titles.items()}
        texts |= {("notes", n, "text"): note.text for n, note in enumerate(self.notes)}
        texts |= {("eras", n, "name"): era.name for n, era in enumerate(self.eras)}
        texts |= {("eras", n, "short"): era.short for n, era in enumerate(self.eras)}
        texts |= {("messengers", n, "name"): one.name for n, one in enumerate(self.messengers)}
        texts |= {("lost", "title"): self.lost.title, ("lost", "deck"): self.lost.deck} if self.lost else {}
        for code in codes:
            yield from ((*at, code) for at, text in texts.items() if _is_silent(text, code))
            if self.deck.in_language(code) and "other" not in self.deck.in_language(code):
                yield ("deck", code, "other")

    @classmethod
    def read(cls, options: dict[str, Any], file: Path | None = None) -> Self:
        """Check the options; raises WrongSettings with the place, in the file if it says them, of all that is wrong."""
        source, tree, problems = _as_text(options, file)
        settings, more = validate(cls, tree, source) if tree else (None, [])
        if settings is None:
            raise WrongSettings((*problems, *more))
        return settings


def _is_silent(text: Any, code: LanguageCode) -> bool:
    return isinstance(text, Wording | Deck) and not text.in_language(code)


def place(options: dict[str, Any], file: Path | None, path: tuple[str | int, ...]) -> Place:
    """Return where an option stands."""
    source, tree, _ = _as_text(options, file)
    if tree is None:
        raise ValueError(f"{source.name} was readable before")
    return Place(source, tree.span_of(path))


def _as_text(options: dict[str, Any], file: Path | None) -> tuple[Source, Mapping | None, list[Diagnostic]]:
    """Return options as the file has them, or in a form of their own where it takes them from elsewhere."""
    data = json.dumps(options, ensure_ascii=False, default=str, indent=1).encode("utf-8", "surrogatepass")
    source, tree, problems = read(file.name if file else "mkdocs.yml", data, _MOST_BYTES)
    if file and tree:
        named, whole, _ = read(file.name, file.read_bytes(), _MOST_BYTES)
        own = _options_in(whole)
        if own is not None and own.plain == tree.plain:
            return named, own, []
    return source, tree, problems


def _options_in(tree: Node | None) -> Mapping | None:
    """Find the options of the plugin in ``mkdocs.yml``, where plugins are a list or a mapping."""
    plugins = tree.values.get("plugins") if isinstance(tree, Mapping) else None
    listed = plugins.items if isinstance(plugins, Sequence) else [plugins]
    named = (one.values.get(PLUGIN) for one in listed if isinstance(one, Mapping))
    plugin = next((one for one in named if isinstance(one, Mapping)), None)
    own = plugin.values.get("site") if plugin else None
    return own if isinstance(own, Mapping) else None
