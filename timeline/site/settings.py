"""What a site says of itself, as ``mkdocs.yml`` declares it."""

from dataclasses import field
from typing import Annotated, Any, Self, TypeAlias

from pydantic import AfterValidator, ConfigDict, Field, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass

from timeline.chronicle.completeness import ASKED
from timeline.record.vocabulary import Name
from timeline.site.colours import Colour, Token
from timeline.values.bilingual import LanguageCode
from timeline.values.fields import Id, Link, Prose

_CONFIG = ConfigDict(extra="forbid")


def _share(name: str) -> str:
    if name not in ASKED:
        raise ValueError(f"must be one of {', '.join(ASKED)}")
    return name


ShareName: TypeAlias = Annotated[str, AfterValidator(_share)]

# More would hide the axis that they are to explain.
MOST_NOTES = 5


class WrongSettings(ValueError):
    """The options are not right; the message says which, a line each."""


@dataclass(frozen=True, kw_only=True, config=_CONFIG)
class NoteChoice:
    """An entry that the axis of all years names, and in which words; without any its title, where that is short."""

    event: Id
    text: Name | None = None


@dataclass(frozen=True, kw_only=True, config=_CONFIG)
class Lost:
    """What a site says at an address that leads nowhere, in place of the program's own words."""

    title: Name
    deck: Name


@dataclass(frozen=True, kw_only=True, config=_CONFIG)
class Settings:
    """The site's own texts, by language, and its choices.

    ``deck`` has the plural forms of the line under the name, with ``{count}`` for the number of outages.
    """

    name: Name
    deck: dict[LanguageCode, dict[str, Prose]]
    description: Name
    disclaimer: Name
    repository: Link
    branch: Prose = "main"
    lead: Id | None = None
    lead_kicker: Name | None = None
    notes: Annotated[tuple[NoteChoice, ...], Field(max_length=MOST_NOTES)] = ()
    places: tuple[Prose, ...] = ()
    footer: tuple[Prose, ...] = ()
    titles: dict[Prose, Name] = field(default_factory=dict)
    targets: dict[ShareName, Annotated[int, Field(ge=0, le=100)]] = field(default_factory=dict)
    """What share of the entries, in per cent, shall have something: beside what the page of completeness counts."""
    colours: dict[Token, Colour] = field(default_factory=dict)
    between: Name | None = None
    """What the axis calls the moves between the two sides; ``between_short`` is for narrow windows."""
    between_short: Name | None = None
    lost: Lost | None = None

    @property
    def suggestion(self) -> str:
        """The address of the form by which readers suggest an event."""
        return f"{self.repository.rstrip('/')}/issues/new?template=event.yml"

    @classmethod
    def read(cls, options: dict[str, Any]) -> Self:
        """Check the options; raises WrongSettings, with the path of everything that is wrong."""
        try:
            settings: Self = TypeAdapter(cls).validate_python(options)
        except ValidationError as error:
            lines = (f"  {'.'.join(map(str, detail['loc']))}: {detail['msg']}" for detail in error.errors())
            message = "The option `site` of the plugin in mkdocs.yml is not right:"
            raise WrongSettings("\n".join((message, *lines))) from None
        return settings
