"""Pages made straight from a record, without MkDocs, in the project's own shell."""

import json
from collections.abc import Collection, Iterator
from functools import cache
from typing import Any

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from tests.built import SITE_RECORD
from tests.golden import RECORD
from timeline.building.site import Site
from timeline.checking import catalogue, rules
from timeline.chronicle.chronicle import Chronicle, compile_chronicle
from timeline.reading.diagnostics import Diagnostic
from timeline.reading.reader import read
from timeline.reading.validation import validate
from timeline.record.event import Event
from timeline.record.record import EventFile, Record
from timeline.record.vocabulary import Vocabulary, load_vocabulary
from timeline.site.parts.page import Page
from timeline.site.parts.shell import Shell
from timeline.site.settings import Settings
from timeline.values.bilingual import LanguageCode


@cache
def configuration() -> MkDocsConfig:
    """Return the configuration of the tests' site."""
    return load_config(config_file=str(SITE_RECORD / "mkdocs.yml"))


@cache
def settings() -> Settings:
    """Return what the site says of itself."""
    return Settings.read(configuration().plugins["timeline"].config["site"])


@cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary of the tests' record."""
    found, problems = load_vocabulary(RECORD)
    assert [] == problems
    return found


# The site that was made last, for both languages and all pages of a record come from one.
_made: dict[bool, Site] = {}


def site(chronicle: Chronicle, *, guarded: bool = True) -> Site:
    """Return the project's site with a record; without ``guarded`` no policy stops anything that would run."""
    if guarded not in _made or _made[guarded].chronicle is not chronicle:
        _made[guarded] = Site(chronicle, settings(), configuration().site_url or "", guarded=guarded)
    return _made[guarded]


def shell(chronicle: Chronicle, code: LanguageCode) -> Shell:
    """Return what stands around the pages of a language."""
    return site(chronicle).shells[code]


def pages(chronicle: Chronicle, code: LanguageCode) -> tuple[Page, ...]:
    """Return every generated page of a language."""
    return site(chronicle).pages[code]


def html(
    chronicle: Chronicle, code: LanguageCode, *, guarded: bool = True, paths: Collection[str] | None = None
) -> Iterator[tuple[str, str]]:
    """Yield the path and the whole HTML of every page of a language that is made of the record, or of some paths."""
    made = site(chronicle, guarded=guarded)
    for page in made.pages[code]:
        if page.shape != "codes" and (paths is None or page.path in paths):
            yield page.path, made.shells[code].html(page)


def page(chronicle: Chronicle, code: LanguageCode, path: str, *, guarded: bool = True) -> str:
    """Return the whole HTML of one generated page."""
    made = site(chronicle, guarded=guarded)
    return made.shells[code].html(next(one for one in made.pages[code] if one.path == path))


def record_of(events: dict[str, dict[str, Any]], words: Vocabulary | None = None) -> tuple[Record, list[Diagnostic]]:
    """Check events as if they stood in files, for errors; JSON is YAML, and says any text without ambiguity."""
    files: dict[str, EventFile] = {}
    problems: list[Diagnostic] = []
    for one, event in events.items():
        data = json.dumps(event, ensure_ascii=False).encode("utf-8", "surrogatepass")
        source, tree, found = read(f"events/{one[:4]}/{one}.yml", data)
        problems += found
        if tree is not None:
            value, found = validate(Event, tree, source)
            problems += found
            if value is not None:
                files[one] = EventFile(id=one, folder=one[:4], source=source, event=value)
    record = Record(words or vocabulary(), files)
    return record, [problem for problem in (*problems, *rules.apply(record)) if catalogue.level(problem) == "error"]


def chronicle_of(events: dict[str, dict[str, Any]], words: Vocabulary | None = None) -> Chronicle:
    """Put events in order that have nothing wrong with them."""
    record, problems = record_of(events, words)
    assert [] == [(problem.code, problem.values) for problem in problems]
    return compile_chronicle(record)
