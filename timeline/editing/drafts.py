"""A new event as a file to fill in: what is known stands in it, what is not is a blank with a note above it.

A blank is a field without a value, so that the check names every one that was left.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from timeline.editing import scalars
from timeline.language import Language
from timeline.values import posts
from timeline.values.text import to_id

_MODELINE = "# yaml-language-server: $schema=../../schema/event.schema.json"
_TITLE_WORDS = 6


@dataclass(frozen=True, slots=True)
class DraftSource:
    """A source of a new event, as far as its address tells."""

    key: str
    url: str
    publisher: str = ""
    lang: str = ""
    published: str = ""
    post: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A new event, as far as it is known; ``role`` is what events of its kind do in the story."""

    kind: str
    role: str = "move"
    name: str = ""
    false: bool = False
    started: str = ""
    title_en: str = ""
    title_ar: str = ""
    company: str = ""
    services: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    on: str = ""
    answers: str = ""
    status: str = "reported"
    added: str = ""
    sources: tuple[DraftSource, ...] = ()

    @property
    def id(self) -> str:
        """The id that was chosen, or the one that date and English title make."""
        if self.name:
            return self.name
        words = (to_id(self.title_en) or "").split("-")[:_TITLE_WORDS]
        day = self.started.rstrip("~?%")[:10]
        return "-".join(part for part in (day, *(["debunked"] if self.false else []), *words) if part)

    @property
    def folder(self) -> str:
        """The folder of its year."""
        return self.started[:4]


def written(draft: Draft, words: Language, *, modeline: bool = True) -> str:
    """Return the text of a new event's file, with its notes in one language."""
    return "\n".join(([_MODELINE] if modeline else []) + _Sheet(draft, words).rows()) + "\n"


class _Sheet:
    """Writes the fields of a draft, in the order of the record."""

    def __init__(self, draft: Draft, words: Language) -> None:
        self.draft = draft
        self.words = words

    def rows(self) -> list[str]:
        """Write all lines."""
        draft = self.draft
        said = not draft.false and draft.role != "outage"
        return [
            *self._note("file"),
            _field("kind", draft.kind),
            *self._note("title"),
            "title:",
            _field("  en", draft.title_en),
            _field("  ar", draft.title_ar),
            *self._note("summary"),
            *_both("summary:"),
            *self._when(),
            *(self._outage() if draft.role == "outage" else ()),
            *(self._move() if said else ()),
            *self._note("tags"),
            *self._note("facts"),
            "facts:",
            "  - en:",
            "    ar:",
            _list("    sources", (source.key for source in draft.sources)),
            *(self._words() if said else ()),
            *(self._misattributed() if draft.false else ()),
            *(self._answer() if draft.role == "answer" and not draft.false else ()),
            *self._note("status"),
            _field("status", "debunked" if draft.false else draft.status),
            *([*self._note("doubt"), *_both("doubt:")] if draft.false else ()),
            _field("added", draft.added),
            "sources:",
            *(row for source in draft.sources for row in self._source(source)),
        ]

    def _note(self, key: str, indent: str = "") -> list[str]:
        return [f"{indent}# {row}" for row in self.words.word(f"draft.{key}").split("\n")]

    def _when(self) -> list[str]:
        more = self._note("resolved", "  ") if self.draft.role == "outage" and not self.draft.false else []
        return [*self._note("when"), "when:", _field("  started", self.draft.started), *more]

    def _outage(self) -> list[str]:
        return [
            "outage:",
            _field("  company", self.draft.company),
            _list("  services", self.draft.services),
            *self._note("scope", "  "),
            "  scope:",
            *self._note("outage", "  "),
        ]

    def _move(self) -> list[str]:
        draft = self.draft
        return [
            *self._note("move"),
            "move:",
            _list("  by", draft.by),
            *([_list("  to", draft.to)] if draft.to else ()),
            _field("  on", draft.on),
        ]

    def _words(self) -> list[str]:
        """Write a quotation: to be filled in where a post is cited, else as a note."""
        post = next((source for source in self.draft.sources if source.post), None)
        if post is None:
            return self._note("quotes_wanted")
        return [
            *self._note("quotes"),
            "quotes:",
            "  - id:",
            _field("    speaker", self.draft.by[0] if self.draft.by else ""),
            _field("    on", self.draft.on),
            _field("    at", str(posts.minute(post.url) or self.draft.started)),
            "    lang:",
            "    text:",
            *self._note("translation", "    "),
            "    translation:",
            "      ar:",
            _field("    source", post.key),
        ]

    def _misattributed(self) -> list[str]:
        return self._note("misattributed")

    def _answer(self) -> list[str]:
        return [
            *self._note("relations"),
            "relations:",
            "  - type: responds-to",
            _field("    event", self.draft.answers),
        ]

    def _source(self, source: DraftSource) -> list[str]:
        return [
            f"  {source.key}:",
            _field("    url", source.url),
            *([] if source.post else [*self._note("headline", "    "), "    headline:"]),
            *([] if source.publisher else self._note("publisher", "    ")),
            _field("    publisher", source.publisher),
            *([_field("    evidence", "post")] if source.post else ()),
            *([] if source.lang else self._note("lang", "    ")),
            _field("    lang", source.lang),
            *([_field("    published", source.published)] if source.published else self._note("published", "    ")),
        ]


def _field(name: str, value: str) -> str:
    return f"{name}: {scalars.line(value, text=False)}" if value else f"{name}:"


def _list(name: str, values: Iterable[str]) -> str:
    written_values = ", ".join(scalars.line(value, in_flow=True, text=False) for value in values)
    return f"{name}: [{written_values}]" if written_values else f"{name}:"


def _both(name: str) -> list[str]:
    return [name, "  en:", "  ar:"]
