"""What every page offers to take along: links that send it, and how it is cited."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import Any

from markupsafe import Markup

from timeline.language import Language
from timeline.site.parts import scripts
from timeline.site.parts.framing import Framing
from timeline.site.parts.references import References
from timeline.site.parts.sending import Sender
from timeline.site.publication import Publication


@dataclass(frozen=True)
class Taking:
    """What the pages of one language offer."""

    publication: Publication
    language: Language

    def page(self, key: str, title: str, path: str, kind: str = "") -> dict[str, Any]:
        """Return what a page offers, for its template; ``key`` names the reference to it.

        A page of a ``kind`` that can be framed offers the line that does it.
        """
        return {
            "messengers": self._sender.links(title, path),
            "reference": self.references.to(key, title, path),
            "months": self.months,
            "embed": self.framing.line(path, title, kind) if kind else "",
        }

    @cached_property
    def framing(self) -> Framing:
        """How parts of pages are framed."""
        return Framing(self.publication, self.language)

    @cached_property
    def references(self) -> References:
        """References to pages of the language."""
        return References(self.publication, self.language)

    @cached_property
    def months(self) -> Markup:
        """The names of the months, with which a script writes the day on which a page is read."""
        names = [self.language.month(datetime(2000, month, 1, tzinfo=UTC)) for month in range(1, 13)]
        return scripts.data("month-names", names)

    @cached_property
    def _sender(self) -> Sender:
        settings = self.publication.settings
        return Sender(settings, self.language, self.publication.url)
