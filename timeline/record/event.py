"""The model of an event file, declared once: it validates a file and gives its JSON Schema.

An event is what one file says. Whether an id exists, and what events say of each other, is a matter
of the rules, which see the whole record.
"""

from typing import Annotated, Literal, Self, TypeAlias

from pydantic import ConfigDict, Field, model_validator
from pydantic.dataclasses import dataclass

from timeline.values.bilingual import LANGUAGES, Bilingual, LanguageCode
from timeline.values.dates import Duration, Moment
from timeline.values.fields import Code, Count, Countries, Date, Day, Id, Ids, LanguageTag, Link, Prose, refuse

MAX_QUOTED_WORDS = 40

_CONFIG = ConfigDict(extra="forbid", use_attribute_docstrings=True)

Symptom: TypeAlias = Literal[
    "login", "feed", "posting", "messages", "media", "links", "api", "web",
    "app", "search", "live", "accounts", "dns", "other",
]  # fmt: skip
RelationType: TypeAlias = Literal["responds-to", "caused-by", "part-of", "corrects", "same-as"]
Status: TypeAlias = Literal["confirmed", "reported", "disputed", "debunked"]
Basis: TypeAlias = Literal["official", "tracker", "third-party", "press-estimate"]
Evidence: TypeAlias = Literal["report", "measurement", "statement", "post", "fact-check", "court-record", "analysis"]


@dataclass(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class When:
    """When an event happened or began and, for an outage, when it was acknowledged and resolved."""

    started: Date
    """When it happened or began, in EDTF: 2024, 2024-03, 2024-03-05 or 2024-03-05T15:00Z, then ~ or ? if need be."""
    acknowledged: Date | None = None
    """When the company admitted the outage."""
    unacknowledged: bool = False
    """Whether somebody looked for an admission by the company and found that there is none."""
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
        if self.acknowledged and self.unacknowledged:
            raise refuse("D113", at=("unacknowledged",), found=str(self.acknowledged))
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
    """The platform that was reported, as platforms.yml has it."""
    tracker: Id
    """Who counts, as publishers.yml has it: downdetector …"""
    measure: Literal["peak", "total", "reading"]
    """The highest reading, a sum over hours, or the counter as it stood at some moment."""
    count: Count
    qualifier: Literal["about", "more-than", "nearly", "at-least"] | None = None
    """How the source hedges the figure."""
    source: Id
    """The key of the source that prints it."""


@dataclass(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class Cause:
    """Why an outage happened, and who says so."""

    status: Literal["unknown", "stated", "alleged", "established"]
    """Unknown; stated by the company; alleged by somebody; established independently."""
    text: Bilingual | None = None
    sources: Ids = ()
    """The keys of the sources that say so; needed beside `text`."""


@dataclass(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class Outage:
    """What failed: whose services, how widely, and by which signs."""

    company: Id
    """Whose services failed, as companies.yml has it."""
    services: Annotated[Ids, Field(min_length=1)]
    """What failed, as platforms.yml has it."""
    scope: Literal["global", "regional", "partial", "unknown"]
    """How widely it failed."""
    countries: Countries = ()
    """Where it was felt, as far as the sources name countries (ISO 3166-1 alpha-2): EG, SA …"""
    symptoms: tuple[Symptom, ...] = ()
    """What did not work."""
    reports: tuple[Reports, ...] = ()
    """Figures of user reports; where outlets disagree, one for each."""
    cause: Cause | None = None


@dataclass(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class Move:
    """Who did something, to or about whom, and where."""

    by: Annotated[Ids, Field(min_length=1)]
    """Who made the move: people and companies of the vocabulary."""
    to: Ids = ()
    """About whom or to whom."""
    on: Id
    """Where: a platform or venue of platforms.yml."""


@dataclass(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class Fact(Bilingual):
    """One fact, in both languages, on the sources it stands on."""

    sources: Annotated[Ids, Field(min_length=1)]
    """The keys of the sources that say so."""
    contentious: bool = False
    """An insult, an accusation, a cause: then two publishers are needed."""
    at: Date | None = None
    """When it happened, if it has a minute of its own that readers can follow; most facts have none."""
    doubt: Bilingual | None = None
    """Who says otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class Words:
    """Somebody's words in the original language, with this record's translation."""

    lang: LanguageTag
    """The language in which it was said (BCP 47): en, ar, fr …"""
    text: Prose
    """The words themselves, without quotation marks, 40 at most."""
    translation: dict[LanguageCode, Prose] = Field(default_factory=dict)
    """Our translation into the languages of the site that are not `lang`."""
    source: Id
    """The key of the source that has the words."""

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
    """A short name within the event."""
    speaker: Id
    """Who said it: a person or company of the vocabulary."""
    on: Id
    """Where it was said: a platform or venue of platforms.yml."""
    at: Date | None = None
    """When it was said, as finely as the source has it."""
    state: Literal["live", "deleted", "unknown"] = "unknown"
    """Whether the post can still be seen."""


@dataclass(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class Misattributed(Words):
    """Words that were never said by the one they were attributed to."""

    attributed_to: Id
    """Whose words they were said to be."""


@dataclass(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class Relation:
    """How this event stands to another one; the inverse is derived."""

    type: RelationType
    """What this event is to the other one."""
    event: Id
    """The id of the other event: its file without .yml."""


@dataclass(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class SourceEntry:
    """A page that facts stand on, as it was read."""

    url: Link
    """The address of the page that was read."""
    headline: Prose | None = None
    """The headline, verbatim, where it is known."""
    description: Bilingual | None = None
    """Our own few words on what the page is."""
    publisher: Id
    """Who published it, as publishers.yml has it."""
    origin: Id | None = None
    """The publisher whose text the page carries, where that is another one: an agency …"""
    via: Id | None = None
    """The publisher of the reprint that was read."""
    evidence: Evidence = "report"
    """What sort of evidence the page is."""
    lang: LanguageTag
    """The language of the page (BCP 47)."""
    published: Day | None = None
    """The day of publication, as finely as it is known."""
    archive: Link | None = None
    """The address of an archived copy."""
    gone: Day | None = None
    """The day on which the page was found missing."""

    @property
    def root(self) -> str:
        """The publisher whose work the page is, whoever carries it."""
        return self.origin or self.publisher


@dataclass(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class Correction(Bilingual):
    """What was put right in an entry after it was published, in both languages."""

    on: Day
    """The day of the correction."""


@dataclass(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class Event:
    """One happening of the record: an outage, or a move of one side towards the other."""

    kind: Id
    """What happened, as kinds.yml has it."""
    title: Bilingual
    """A headline of at most 90 characters or so."""
    summary: Bilingual
    """One or two sentences in own words."""
    when: When
    outage: Outage | None = None
    move: Move | None = None
    people: Ids = ()
    """Others concerned; makers, targets and speakers need not be named again."""
    tags: Ids = ()
    """Subjects, as tags.yml has them."""
    facts: Annotated[tuple[Fact, ...], Field(min_length=1)]
    """What happened, one fact a paragraph."""
    quotes: tuple[Quote, ...] = ()
    misattributed: tuple[Misattributed, ...] = ()
    relations: tuple[Relation, ...] = ()
    status: Status
    """Confirmed by two publishers; reported by one; disputed; debunked."""
    doubt: Bilingual | None = None
    """What is disputed, or how it was shown to be false and by whom."""
    added: Day
    """The day on which this file was added."""
    corrections: tuple[Correction, ...] = ()
    """What was put right since, the oldest first; a mere misprint needs none."""
    sources: Annotated[dict[Id, SourceEntry], Field(min_length=1)]
    """The pages that the facts stand on, by a short key."""
    aliases: Ids = ()
    """Former ids of this event; each becomes a redirect."""
    accepted: dict[Code, Prose] = Field(default_factory=dict)
    """Warnings that are right to stay, by code, each with the reason."""

    @model_validator(mode="after")
    def _status_explained(self) -> Self:
        if self.misattributed and not self.is_debunked:
            raise refuse("M105", at=("misattributed",), found="misattributed", needs="status: debunked")
        if self.status in ("disputed", "debunked") and not self.doubt:
            raise refuse("S105" if self.status == "disputed" else "S106", at=("status",))
        return self

    @property
    def is_debunked(self) -> bool:
        """Whether the event is a claim that was shown to be false."""
        return self.status == "debunked"

    @property
    def updated(self) -> Moment:
        """The day of the last correction or, without one, the day on which the file was added."""
        if not self.corrections:
            return self.added
        return max((self.added, *(one.on for one in self.corrections)), key=lambda moment: moment.sort_key)
