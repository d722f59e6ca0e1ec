"""What is settled before anything is written: options and folders are sound, and so is the record."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import click
from jinja2 import TemplateError

from timeline.building import progress
from timeline.building.history import history_of
from timeline.building.names import names_nothing
from timeline.building.site import Site
from timeline.checking import catalogue, reports
from timeline.checking.result import Checked, check
from timeline.chronicle.chronicle import compile_chronicle
from timeline.language.messages import Refusal, asked, message
from timeline.reading.diagnostics import Diagnostic
from timeline.reading.kept import Kept
from timeline.record.record import Record
from timeline.site.look import PLAIN, Look
from timeline.site.parts.page import Page
from timeline.site.settings import Settings, WrongSettings, place
from timeline.values.bilingual import LANGUAGES, LanguageCode

# Says "no" where a build shall not take the time for pictures, whatever the settings say.
SWITCH = "TIMELINE_PICTURES"

# What is kept from build to build, beside the configuration.
_KEPT = ".cache"

Warn: TypeAlias = Callable[[str], None]


@dataclass(frozen=True)
class Options:
    """What the configuration says of a build; ``pages`` are those by hand, ``overrides`` the shell's own blocks.

    ``guarded`` pages run nothing but the shell's own scripts; a server puts one of its own into them.
    """

    file: Path | None
    events: Path
    pages: Path
    assets: Path
    overrides: Path | None
    languages: Any
    site: dict[str, Any]
    url: str = ""
    guarded: bool = True
    look: Look = PLAIN

    def where(self, *path: str | int) -> str:
        """Return the place of one of the site's settings, as messages name it."""
        return str(place(self.site, self.file, path))

    @property
    def kept(self) -> Path:
        """The folder of what is kept from build to build; all of it may be removed at any time."""
        return (self.file.parent if self.file else Path()) / _KEPT

    @property
    def folders(self) -> list[Path]:
        """The folders that are read, as far as they are there."""
        return [one for one in (self.events, self.pages, self.assets, self.overrides) if one and one.is_dir()]


def prepare(options: Options, target: Path, warn: Warn) -> tuple[Site, Checked]:
    """Check all that a site is made of, and return both; raises Refusal where nothing may be built."""
    codes, settings = settled(options, target)
    checked = checked_record(options.events)
    if checked.errors:
        raise Refusal("refused.kept", errors=len(checked.errors))
    site = site_of(options, codes, settings, checked.record)
    warn_of_names(site, options, warn)
    return site, checked


def settled(options: Options, target: Path) -> tuple[tuple[LanguageCode, ...], Settings]:
    """Check options and folders, and return the languages and the settings; raises Refusal."""
    codes = _languages(options.languages)
    _check_folders(options, target)
    return codes, _settings(options, codes)


def site_of(options: Options, codes: tuple[LanguageCode, ...], settings: Settings, record: Record) -> Site:
    """Put a site together of what is sound; raises Refusal where its parts do not fit."""
    site = Site(
        compile_chronicle(record),
        settings,
        options.url,
        codes,
        options.assets if options.assets.is_dir() else None,
        options.overrides,
        frozenset(_by_hand(options.pages, codes)),
        options.guarded,
        album=_album(options, settings),
        history=history_of(options.events),
        look=options.look,
    )
    _try_shells(site)
    _refuse_doubles(site)
    return site


def _album(options: Options, settings: Settings) -> Path | None:
    """Return the folder in which pictures are kept; who reads what a server shows waits for none."""
    wanted = options.guarded and settings.pictures and options.url and os.environ.get(SWITCH) != "no"
    return options.kept / "pictures" if wanted else None


def warn_of_names(site: Site, options: Options, warn: Warn) -> None:
    """Warn of the settings that name what is not there."""
    for warning in names_nothing(site, options.where):
        warn(warning)


def _languages(named: Any) -> tuple[LanguageCode, ...]:
    codes = tuple(code for code in LANGUAGES if isinstance(named, list) and code in named)
    if not codes or len(codes) != len(named):
        raise Refusal("refused.languages", value=named, allowed=", ".join(LANGUAGES))
    return tuple(sorted(codes, key=named.index))


def _check_folders(options: Options, target: Path) -> None:
    if not options.events.is_dir():
        raise Refusal("refused.no_events", folder=options.events)
    for folder in options.folders:
        if target.resolve().is_relative_to(folder.resolve()):
            raise Refusal("refused.within", folder=target, source=folder)
        if folder != options.events:  # the check of the record reports links in it
            _refuse_links(folder)


def _refuse_links(folder: Path) -> None:
    """What a symbolic link points to, wherever that is, would be published; so there must be none."""
    for path in (folder, *folder.rglob("*")):
        if path.is_symlink():
            raise Refusal("refused.linked", path=path)


def _settings(options: Options, codes: tuple[LanguageCode, ...]) -> Settings:
    try:
        settings = Settings.read(options.site, options.file)
    except WrongSettings as error:
        _print([line_of(one) for one in error.diagnostics])
        raise Refusal("refused.settings", errors=len(error.diagnostics)) from None
    unsaid = list(settings.unsaid(codes))
    if unsaid:
        _print([_said("wrong.unsaid", place=options.where(*path), field=".".join(map(str, path))) for path in unsaid])
        raise Refusal("refused.settings", errors=len(unsaid))
    return settings


def line_of(diagnostic: Diagnostic) -> str:
    """Say in one line what is wrong with a setting; hints are written for events."""
    words = catalogue.wording(diagnostic, asked())
    first = f"{diagnostic.place}: {words.level} {diagnostic.code}: {words.message}"
    return "; ".join(filter(None, (first, words.suggestion, words.allowed)))


def _said(key: str, **values: object) -> str:
    return message(asked(), key, **values)


def _print(lines: list[str]) -> None:
    click.echo("\n".join(lines), err=True)


def checked_record(events: Path, kept: Kept | None = None) -> Checked:
    """Check the record and print its errors in full; ``timeline check`` shows the warnings too."""
    checked = check(events, progress.shown if kept is None else iter, kept)
    click.echo(reports.report("text", checked.errors, asked(), events), err=True, nl=False)
    return checked


def _by_hand(pages: Path, codes: tuple[LanguageCode, ...]) -> Iterator[str]:
    """Yield the addresses of the pages in Markdown, as MkDocs gives them."""
    for code in codes:
        for path in sorted((pages / code).rglob("*.md")):
            relative = path.relative_to(pages)
            is_index = path.stem in ("index", "README")
            yield f"{(relative.parent if is_index else relative.with_suffix('')).as_posix()}/"


def _try_shells(site: Site) -> None:
    """Put the shells together; the site's own blocks can be wrong in any way that a template can."""
    try:
        for shell in site.shells.values():
            shell.html(Page("", "", site.settings.name.in_language(shell.language.code), "", str))
    except TemplateError as error:
        file, line = getattr(error, "name", None) or "main.html", getattr(error, "lineno", None)
        raise Refusal("refused.override", path=f"{file}:{line}" if line else file, reason=error.message) from None


def _refuse_doubles(site: Site) -> None:
    for code in site.codes:
        for page in site.pages[code]:
            if f"{code}/{page.path}" in site.by_hand:
                raise Refusal("refused.twice", path=f"{code}/{page.path}")
