"""What a site says of itself, as ``mkdocs.yml`` declares it."""

from dataclasses import field
from typing import Any, Self

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass

from timeline.fields import Id, Link, Prose
from timeline.model import LanguageCode
from timeline.vocabulary import Name

_CONFIG = ConfigDict(extra="forbid")


class WrongSettings(ValueError):
    """The options are not right; the message says which, a line each."""


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
    places: tuple[Prose, ...] = ()
    footer: tuple[Prose, ...] = ()
    titles: dict[Prose, Name] = field(default_factory=dict)

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
