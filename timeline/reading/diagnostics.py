"""A diagnostic is a value: a code, a place, what was found, what is allowed; a report is many of them.

What a code says, in which language, stands in the catalogue (``timeline/checking/codes``), not here: the same
diagnostic can be printed in Arabic and in English.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import partial
from typing import Literal, TypeAlias

from timeline.reading.source import Place, Source, Span

# The code of what stands for the problems of a file that are not shown.
MORE = "F112"

Level: TypeAlias = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that explains a diagnostic; ``role`` is a key of the catalogue's roles."""

    place: Place
    role: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing that is wrong at one place.

    ``values`` fill the blanks of the code's message; ``allowed`` lists what could stand there;
    ``suggestion`` is the allowed value that was probably meant.
    """

    code: str
    place: Place
    values: Mapping[str, str] = field(default_factory=dict)
    allowed: tuple[str, ...] = ()
    suggestion: str | None = None
    related: tuple[Related, ...] = ()

    @property
    def sort_key(self) -> tuple[str, int, str, tuple[tuple[str, str], ...]]:
        """Order by file, then by place, then by code; equal keys say the same thing twice."""
        return (self.place.source.name, self.place.span.start, self.code, tuple(self.values.items()))


def ordered(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Sort diagnostics for reading and drop repetitions."""
    return sorted({d.sort_key: d for d in diagnostics}.values(), key=lambda d: d.sort_key)


def more(source: Source, number: int) -> Iterator[Diagnostic]:
    """Yield the problem that stands for those of a file that are not shown, if there are any."""
    if number:
        yield Diagnostic(MORE, Place(source, Span(len(source.text), len(source.text))), {"found": str(number)})


class Guesses:
    """Finds what was probably meant, for the first mistakes of a file: to look for all of many would take long."""

    def __init__(self, most: int = 20) -> None:
        self._left = most

    def closest(self, found: str, allowed: Iterable[str]) -> str | None:
        """Return the nearest of what is allowed, until enough has been looked for."""
        return self.first(partial(closest, found, allowed))

    def first(self, *ways: Callable[[], str | None]) -> str | None:
        """Return what the first way of looking finds that finds anything, until enough has been looked for."""
        self._left -= 1
        return next((meant for way in ways if (meant := way())), None) if self._left >= 0 else None


def closest(found: str, allowed: Iterable[str]) -> str | None:
    """Return the allowed value that is nearest to what was found, if one is near enough."""
    matches = get_close_matches(found.lower(), list(allowed), n=1, cutoff=0.6)
    return matches[0] if matches else None
