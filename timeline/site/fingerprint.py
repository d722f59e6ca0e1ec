"""A name for what a build makes for browsers, known before that is made: from program, settings and record."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from pydantic import TypeAdapter

from timeline.chronicle.chronicle import Chronicle
from timeline.record.event import Event
from timeline.record.story import Story
from timeline.record.vocabulary import Vocabulary
from timeline.site.settings import Settings

PACKAGE = Path(__file__).parent.parent

NO_SIGNS: Mapping[str, str] = MappingProxyType({})

_EVENTS, _STORIES = TypeAdapter(dict[str, Event]), TypeAdapter(list[Story])
_VOCABULARY, _SETTINGS = TypeAdapter(Vocabulary), TypeAdapter(Settings)


def fingerprint(chronicle: Chronicle, settings: Settings, signs: Mapping[str, str] = NO_SIGNS) -> str:
    """Return a name that is another one as soon as a script, a style or what they read could be another one.

    ``signs`` are the icons that a site has in place of the program's.
    """
    parts = (*_parts(chronicle, settings), json.dumps(dict(signs), sort_keys=True).encode())
    return _digest(b"".join(hashlib.sha256(part).digest() for part in parts))


def _parts(chronicle: Chronicle, settings: Settings) -> Iterator[bytes]:
    yield _program().encode()
    yield _EVENTS.dump_json({entry.id: entry.event for entry in chronicle.entries})
    yield _STORIES.dump_json([tale.story for tale in chronicle.stories])
    yield _VOCABULARY.dump_json(chronicle.vocabulary, warnings=False)  # of a list where a tuple is declared
    yield _SETTINGS.dump_json(settings, warnings=False)


@cache
def _program() -> str:
    """Return the digest of all files of the package, from which follows what they write."""
    files = (path for path in sorted(PACKAGE.rglob("*")) if path.is_file() and "__pycache__" not in path.parts)
    return _digest(b"".join(hashlib.sha256(path.read_bytes()).digest() for path in files))


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
