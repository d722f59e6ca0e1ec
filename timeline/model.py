"""The model of an event file, declared once: it validates a file and gives its JSON Schema.

An event is what one file says. Whether an id exists, and what events say of each other, is a matter
of the rules, which see the whole record.
"""

import re
from typing import Annotated, Any, Literal, Self, TypeAlias

from pydantic import ConfigDict, Field, TypeAdapter, model_validator
from pydantic.dataclasses import dataclass
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core.core_schema import NullableSchema, WithDefaultSchema

from timeline.fields import Count, Date, Day, Id, LanguageTag, Link, Prose, refuse
from timeline.text import ARABIC_LETTER
from timeline.when import Duration, Moment

LanguageCode: TypeAlias = Literal["ar", "en"]
LANGUAGES: tuple[LanguageCode, ...] = ("ar", "en")

MAX_QUOTED_WORDS = 40

_CONFIG = ConfigDict(extra="forbid", use_attribute_docstrings=True)
_QUOTED = re.compile(r"“[^”]*”|«[^»]*»|\([^)]*\)")

Symptom: TypeAlias = Literal[
    "login", "feed", "posting", "messages", "media", "links", "api", "web",
    "app", "search", "live", "accounts", "dns", "other",
]  # fmt: skip
RelationType: TypeAlias = Literal["responds-to", "caused-by", "part-of", "corrects", "same-as"]
Status: TypeAlias = Literal["confirmed", "reported", "disputed", "debunked"]
Basis: TypeAlias = Literal["official", "tracker", "third-party", "press-estimate"]
Evidence: TypeAlias = Literal["report", "measurement", "statement", "post", "fact-check", "court-record", "analysis"]


def _check_languages(arabic: str, english: str) -> None:
    if arabic == english:
        raise refuse("T108", at=("ar",), found=arabic)
    if not ARABIC_LETTER.search(arabic):
        raise refuse("T109", at=("ar",), found=arabic)
    if ARABIC_LETTER.search(english) and ARABIC_LETTER.search(_QUOTED.sub("", english)):
        raise refuse("T110", at=("en",), found=english)


@dataclass(frozen=True, slots=True, config=_CONFIG)
class Bilingual:
    """A text in both languages of the site, each written for its own readers."""

    ar: Prose
    en: Prose

    @model_validator(mode="after")
    def _languages_fit(self) -> Self:
        _check_languages(self.ar, self.en)
        return self

    def in_language(self, code: LanguageCode) -> str:
        """Return the text in one language."""
        return self.ar if code == "ar" else self.en


@dataclass(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class When:
    """When an event happened or began and, for an outage, when it was acknowledged and resolved."""

    started: Date
    """When it happened or began, in EDTF: 2024, 2024-03, 2024-03-05 or 2024-03-05T15:00Z, then ~ or ? if need be."""
    acknowledged: Date | None = None
    """When the company admitted the outage."""
    resolved: Date | None = None
    """When service was back."""
    basis: Basis | None = None
    """How the end is known; required beside `resolved`."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        for name, code in (("resolved", "D105"), ("acknowledged", "D111")):
            moment: Moment | None = getattr(self, name)
            if moment and moment.certainly_before(self.started):
                raise refuse(code, at=(name,), found=str(moment), start=str(self.started))
        if self.resolved and not self.basis:
            raise refuse("M104", at=("resolved",), field="basis")
        return self

    @property
    def duration(self) -> Duration | None:
        """From start to end, where both are known to the minute."""
        return Duration.between(self.started, self.resolved)

    @property
    def time_to_acknowledge(self) -> Duration | None:
        """From start to acknowledgement, where both are known to the minute."""
        return Duration.between(self.started, self.acknowledged)


@dataclass(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class Reports:
    """A figure of user reports, which are not people affected; a peak and a total are different things."""

    service: Id
    tracker: Id
    measure: Literal["peak", "total"]
    count: Count
    qualifier: Literal["about", "more-than", "nearly", "at-least"] | None = None
    source: Id


@dataclass(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class Cause:
    """Why an outage happened, and who says so."""

    status: Literal["unknown", "stated", "alleged", "established"]
    text: Bilingual | None = None
    sources: tuple[Id, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class Outage:
    """What failed: whose services, how widely, and by which signs."""

    company: Id
    services: Annotated[tuple[Id, ...], Field(min_length=1)]
    scope: Literal["global", "regional", "partial", "unknown"]
    symptoms: tuple[Symptom, ...] = ()
    reports: tuple[Reports, ...] = ()
    cause: Cause | None = None


@dataclass(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class Move:
    """Who did something, to or about whom, and where."""

    by: Annotated[tuple[Id, ...], Field(min_length=1)]
    to: tuple[Id, ...] = ()
    on: Id


@dataclass(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class Fact(Bilingual):
    """One fact, in both languages, on the sources it stands on."""

    sources: Annotated[tuple[Id, ...], Field(min_length=1)]
    contentious: bool = False
    """An insult, an accusation, a cause: then two publishers are needed."""
    doubt: Bilingual | None = None
    """Who says otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class Words:
    """Somebody's words in the original language, with this record's translation."""

    lang: LanguageTag
    text: Prose
    translation: dict[LanguageCode, Prose] = Field(default_factory=dict)
    source: Id

    @model_validator(mode="after")
    def _translated(self) -> Self:
        original = self.lang.partition("-")[0]
        for code in LANGUAGES:
            if (code in self.translation) == (code == original):
                raise refuse("Q105" if code == original else "Q104", at=("translation",), found=code)
        if len(self.text.split()) > MAX_QUOTED_WORDS:
            words = str(len(self.text.split()))
            raise refuse("Q106", at=("text",), found=words, limit=str(MAX_QUOTED_WORDS))
        return self


@dataclass(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class Quote(Words):
    """Words that somebody said, verbatim."""

    id: Id
    speaker: Id
    on: Id
    at: Date | None = None
    state: Literal["live", "deleted", "unknown"] = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class Misattributed(Words):
    """Words that were never said by the one they were attributed to."""

    attributed_to: Id


@dataclass(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class Relation:
    """How this event stands to another one; the inverse is derived."""

    type: RelationType
    event: Id


@dataclass(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class SourceEntry:
    """A page that facts stand on, as it was read."""

    url: Link
    headline: Prose | None = None
    """The headline, verbatim, where it is known."""
    description: Bilingual | None = None
    """Our own few words on what the page is."""
    publisher: Id
    via: Id | None = None
    """The publisher of the reprint that was read."""
    evidence: Evidence = "report"
    lang: LanguageTag
    published: Day | None = None
    archive: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class Event:
    """One happening of the record: an outage, or a move of one side towards the other."""

    kind: Id
    title: Bilingual
    summary: Bilingual
    when: When
    outage: Outage | None = None
    move: Move | None = None
    people: tuple[Id, ...] = ()
    tags: tuple[Id, ...] = ()
    facts: Annotated[tuple[Fact, ...], Field(min_length=1)]
    quotes: tuple[Quote, ...] = ()
    misattributed: tuple[Misattributed, ...] = ()
    relations: tuple[Relation, ...] = ()
    status: Status
    doubt: Bilingual | None = None
    added: Day
    sources: Annotated[dict[Id, SourceEntry], Field(min_length=1)]
    aliases: tuple[Id, ...] = ()

    @model_validator(mode="after")
    def _status_explained(self) -> Self:
        if self.misattributed and not self.is_debunked:
            raise refuse("M105", at=("misattributed",), found="misattributed", needs="status: debunked")
        if self.status in ("disputed", "debunked") and not self.doubt:
            raise refuse("S105" if self.status == "disputed" else "S106", at=("status",))
        return self

    @property
    def is_outage(self) -> bool:
        """Whether the event is an outage."""
        return self.kind == "outage"

    @property
    def is_debunked(self) -> bool:
        """Whether the event is a claim that was shown to be false."""
        return self.status == "debunked"


class _WithoutNull(GenerateJsonSchema):
    """What is optional is left out of a file; written but empty it is a mistake."""

    def nullable_schema(self, schema: NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: WithDefaultSchema) -> JsonSchemaValue:
        made = super().default_schema(schema)
        return {key: value for key, value in made.items() if (key, value) != ("default", None)}


def json_schema(model: type = Event) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a file that says an event, or what another model has."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": model.__name__,
        **TypeAdapter(model).json_schema(schema_generator=_WithoutNull),
    }
