"""What must be settled before anything is written: the record is checked, the options and folders are sound."""

import logging
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.utils import CountHandler

from timeline.building import progress
from timeline.building.mkdocs.job import Job
from timeline.building.site import Broken
from timeline.building.staging import Staging
from timeline.checking import reports
from timeline.checking.result import check
from timeline.chronicle.chronicle import compile_chronicle
from timeline.messages import Refusal, asked
from timeline.site.settings import Settings, WrongSettings
from timeline.values.bilingual import LanguageCode

log = logging.getLogger("mkdocs.plugins.timeline")


class Options(Protocol):
    """The plugin's options, as far as a plan needs them."""

    events: str
    assets: str
    languages: list[LanguageCode]
    site: dict[str, object]


def plan(config: MkDocsConfig, options: Options, staging: Staging, *, serving: bool) -> Job:
    """Check everything and return the job; raises Refusal where nothing may be built."""
    _refuse_links([Path(config.docs_dir), Path(options.assets), Path(config.theme.dirs[0])])
    settings = _settings(options.site)
    if not config.use_directory_urls:
        raise Refusal("refused.flat", setting="use_directory_urls: false", option="--no-directory-urls")
    checked = check(Path(options.events), progress.shown)
    record, errors = checked.record, checked.errors
    click.echo(
        reports.report("text", errors, asked(), Path(options.events)), err=True, nl=False
    )  # `timeline check` shows the warnings
    if errors and not serving:
        raise Refusal("refused.kept", errors=len(errors))
    if settings.lead and settings.lead not in record.files and not errors:
        log.info("No event has the id of the home page's lead, %s.", settings.lead)
    for note in settings.notes:
        if note.event not in record.files and not errors:
            log.info("No event has the id of a note on the axis, %s.", note.event)
    broken = Broken(errors, tuple(_paths(staging.target))) if errors else None
    staging.open()
    return Job(
        options.languages[0],
        staging,
        compile_chronicle(record.without_events() if errors else record),
        settings,
        broken,
        serving,
        config.config_file_path,
        config.site_url,
        config.strict,
    )


def _settings(site: dict[str, object]) -> Settings:
    try:
        return Settings.read(site)
    except WrongSettings as error:
        raise Abort(str(error)) from None


def _refuse_links(folders: Iterable[Path]) -> None:
    """MkDocs publishes what a symbolic link points to, wherever that is; so there must be none."""
    for folder in folders:
        for path in (folder, *folder.rglob("*")):
            if path.is_symlink():
                raise Refusal("refused.linked", path=path)


def _paths(site: Path) -> Iterator[str]:
    """List the pages that the old site has in any language, for a report that shows at each of them."""
    found = {path.parent.relative_to(site).parts[1:] for path in site.glob("*/**/index.html")}
    yield from sorted({"/".join((*parts, "")) if parts else "" for parts in found} - {""})


def warned() -> bool:
    """Say whether MkDocs has warned of something in this build; it counts only when all is published."""
    handlers = logging.getLogger("mkdocs").handlers
    return any(handler.get_counts() for handler in handlers if isinstance(handler, CountHandler))
