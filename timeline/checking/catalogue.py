"""The catalogue of codes: what each diagnostic says and means, in both languages, with a bad and a good example.

Each code is a file in ``timeline/checking/codes``. The messages of a check, ``timeline explain`` and the page of codes
all come from there.
"""

import re
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal, TypeAlias, TypeVar

from pydantic import ConfigDict, Field
from pydantic.dataclasses import dataclass as model

from timeline.language import language as spoken
from timeline.reading.diagnostics import Diagnostic, Level, closest
from timeline.reading.reader import read
from timeline.reading.validation import validate
from timeline.values.bilingual import Bilingual, LanguageCode
from timeline.values.fields import Prose
from timeline.values.text import visible

ExampleKind: TypeAlias = Literal["fragment", "file", "name", "bytes"]

MAX_ALLOWED = 20

# Letters that are taken for digits.
_MISREAD = str.maketrans("OILSB", "01158")

# What is to be copied is shown whole.
_LONGEST = {"entry": 200}

T = TypeVar("T")

_CONFIG = ConfigDict(extra="forbid")


@model(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class Code:
    """What one code says: ``message`` has blanks for a diagnostic's values.

    ``example`` tells what ``bad`` and ``good`` are: some lines of an event file, a whole file, a file's name
    below the record's folder, or bytes written with Python's escapes.
    """

    level: Level
    title: Bilingual
    message: Bilingual
    hint: Bilingual
    why: Bilingual
    example: ExampleKind = "fragment"
    bad: str = Field(min_length=1)
    good: str = Field(min_length=1)


@model(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class Phrases:
    """The words that stand around a diagnostic's message."""

    levels: dict[Level, Prose]
    roles: dict[str, Prose]
    shapes: dict[str, Prose]
    join: str
    allowed: Prose
    suggestion: Prose
    hint: Prose
    bad: Prose
    good: Prose


@dataclass(frozen=True, slots=True)
class Wording:
    """A diagnostic in one language."""

    level: str
    message: str
    hint: str
    allowed: str | None
    suggestion: str | None


@cache
def code(name: str) -> Code:
    """Return what a code says; raises KeyError for a code that does not exist."""
    if name not in names():
        raise KeyError(name)
    path = files("timeline.checking") / "codes" / f"{name}.yml"
    return _read(f"codes/{name}.yml", path.read_bytes(), Code)


@cache
def names() -> tuple[str, ...]:
    """List all codes, in order."""
    found = (path.name for path in (files("timeline.checking") / "codes").iterdir() if path.name.endswith(".yml"))
    return tuple(sorted(name.removesuffix(".yml") for name in found))


@cache
def phrases(language: LanguageCode) -> Phrases:
    """Return the words around messages in one language."""
    path = files("timeline") / "locale" / f"check.{language}.yml"
    return _read(f"locale/check.{language}.yml", path.read_bytes(), Phrases)


def _read(name: str, data: bytes, kind: type[T]) -> T:
    source, tree, problems = read(name, data)
    value = None
    if tree is not None:
        value, more = validate(kind, tree, source)
        problems += more
    if value is None:
        raise ValueError("; ".join(f"{p.place} {p.code} {dict(p.values)}" for p in problems))
    return value


def level(diagnostic: Diagnostic) -> Level:
    """Say whether a diagnostic is an error or a warning."""
    return code(diagnostic.code).level


def wording(diagnostic: Diagnostic, language: LanguageCode) -> Wording:
    """Put a diagnostic into words; what stood in the file is made visible and harmless."""
    entry, words = code(diagnostic.code), phrases(language)
    quoted = spoken(language).quoted
    values = {name: quoted(value, _LONGEST.get(name, 80)) for name, value in diagnostic.values.items()}
    if "expected" in values:
        values["expected"] = words.shapes[diagnostic.values["expected"]]
    mend = quoted(diagnostic.suggestion or "", 200)
    near = nearest(diagnostic)
    listed = [*(visible(value) for value in near), *["…"][: len(diagnostic.allowed) - len(near)]]
    allowed = words.join.join(listed)
    return Wording(
        words.levels[entry.level],
        entry.message.in_language(language).format(**values),
        entry.hint.in_language(language).format(**values),
        words.allowed.format(found=allowed) if near else None,
        words.suggestion.format(found=mend) if diagnostic.suggestion else None,
    )


def nearest(diagnostic: Diagnostic) -> tuple[str, ...]:
    """List what is allowed; of a list too long to read, only what is near to what was found."""
    if len(diagnostic.allowed) <= MAX_ALLOWED:
        return diagnostic.allowed
    return _near(diagnostic.values.get("found", ""), diagnostic.allowed)


@lru_cache
def _near(found: str, allowed: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(get_close_matches(found, allowed, n=MAX_ALLOWED // 2, cutoff=0.5)))


def explanation(name: str, language: LanguageCode) -> str:
    """Explain a code: title, meaning, mend, and an example of each kind."""
    entry, words = code(name), phrases(language)
    title = f"{name}: {entry.title.in_language(language)} ({words.levels[entry.level]})"
    hint = re.sub(r"\{\w+\}", "…", entry.hint.in_language(language))  # here there is nothing to fill the blanks
    paragraphs = [title, entry.why.in_language(language), hint]
    for label, example in ((words.bad, entry.bad), (words.good, entry.good)):
        shown = "\n".join(f"    {line}".rstrip() for line in example.rstrip().split("\n"))
        paragraphs.append(f"{label}:\n\n{shown}")
    return "\n\n".join(paragraphs)


def closest_code(name: str) -> str | None:
    """Return the code whose name is nearest to one that does not exist."""
    digits = name[:1] + name[1:].translate(_MISREAD)
    if digits in names():
        return digits
    nearest = closest(name, [known.lower() for known in names()])
    return nearest.upper() if nearest else None
