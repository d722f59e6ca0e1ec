"""The ``timeline`` command."""

import json
import sys
from pathlib import Path

import click

from timeline import __version__
from timeline.building import progress
from timeline.checking import catalogue, reports
from timeline.checking.result import check as check_record
from timeline.chronicle import completeness
from timeline.chronicle.chronicle import compile_chronicle
from timeline.reading.diagnostics import Diagnostic
from timeline.record import event
from timeline.record.schema import json_schema
from timeline.record.story import Story
from timeline.values.bilingual import LANGUAGES, LanguageCode

_EVENTS = click.option(
    "--events",
    type=click.Path(exists=True, file_okay=False, path_type=Path, resolve_path=True),  # its name stands in messages
    default=Path("events"),
    show_default=True,
    help="The record's folder.",
)
_LANGUAGE = click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    default="en",
    show_default=True,
    envvar="TIMELINE_LANGUAGE",
    help="The language of messages.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def main() -> None:
    """Check a record of events and build its site, in Arabic and English."""


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@_EVENTS
@_LANGUAGE
@click.option("--format", "form", type=click.Choice(list(reports.FORMATS)), default="text", show_default=True)
def check(paths: tuple[Path, ...], events: Path, language: LanguageCode, form: str) -> None:
    """Check the whole record, or report only on PATHS in it.

    Exit status: 0 when there is no error, 1 when there is one, 2 when the command was used wrongly.
    """
    checked = check_record(events, progress.shown)
    outside = [path for path in paths if not path.resolve().is_relative_to(events.resolve())]
    if outside:
        raise click.UsageError(f"{outside[0]} is not below {events}; name the record's folder with --events")
    if paths:
        checked = checked.only(lambda problem: _is_about(problem, paths, events))
    click.echo(reports.FORMATS[form](checked.problems, language), nl=False)
    figures = len(checked.record.files), len(checked.errors), len(checked.warnings)
    click.echo(catalogue.summary(language, *figures), err=True)
    sys.exit(1 if checked.errors else 0)


def _is_about(diagnostic: Diagnostic, paths: tuple[Path, ...], events: Path) -> bool:
    file = (events.resolve().parent / diagnostic.place.source.name).resolve()
    return any(file == path.resolve() or file.is_relative_to(path.resolve()) for path in paths)


@main.command()
@click.argument("code")
@_LANGUAGE
def explain(code: str, language: LanguageCode) -> None:
    """Say what a CODE means, with a bad and a good example."""
    try:
        click.echo(catalogue.explanation(code.upper(), language))
    except KeyError:
        nearest = catalogue.closest_code(code.upper())
        raise click.UsageError(f"there is no code {code}" + (f"; did you mean {nearest}?" if nearest else "")) from None


_FILES = {"event": event.Event, "story": Story}


@main.command()
@click.argument("file", type=click.Choice(list(_FILES)), default="event")
def schema(file: str) -> None:
    """Print the JSON Schema of an event FILE, or of a story's."""
    click.echo(json.dumps(json_schema(_FILES[file]), ensure_ascii=False, indent=2))


@main.command()
@_EVENTS
@_LANGUAGE
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def stats(events: Path, language: LanguageCode, form: str) -> None:
    """Count the record's events and say how complete they are."""
    from timeline.language import language as named
    from timeline.site.pages import completeness as tables  # templates are slow to load

    checked = check_record(events, progress.shown)
    if checked.errors:
        raise click.ClickException(f"{len(checked.errors)} errors in the record; `timeline check` shows them.")
    chronicle = compile_chronicle(checked.record)
    if form == "json":
        click.echo(json.dumps(completeness.data(completeness.coverage(chronicle)), ensure_ascii=False, indent=2))
    else:
        click.echo(tables.text(chronicle, named(language)), nl=False)


_CONFIG = click.option(
    "--config-file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default=Path("mkdocs.yml"),
    show_default=True,
    help="The site's configuration.",
)
_OTHER_EVENTS = click.option(
    "--events", type=click.Path(exists=True, file_okay=False, path_type=Path), help="The record's folder."
)


@main.command()
@_CONFIG
@_OTHER_EVENTS
@click.option("--site-dir", type=click.Path(file_okay=False, path_type=Path), help="Where the site goes.")
def build(config_file: Path, events: Path | None, site_dir: Path | None) -> None:
    """Check the record and build the site, in both languages."""
    from timeline.building.mkdocs import commands  # only these three commands need MkDocs, which is slow to load

    try:
        click.echo(commands.build(config_file, events, site_dir))
    except commands.MkDocsException as error:
        error.show()
        sys.exit(1)


@main.command()
@_CONFIG
@_OTHER_EVENTS
@click.option("--address", metavar="HOST:PORT", help="Where to serve.")
def serve(config_file: Path, events: Path | None, address: str | None) -> None:
    """Serve the site here and build it again whenever an event changes."""
    from timeline.building.mkdocs import commands

    commands.serve(config_file, events, address)


@main.command()
@_CONFIG
@_EVENTS
@click.option("--format", "form", type=click.Choice(["markdown"]), default="markdown", show_default=True)
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("export"),
    show_default=True,
    help="Where the pages go.",
)
def export(config_file: Path, events: Path, form: str, output: Path) -> None:
    """Write the same pages as plain Markdown with HTML, for another builder."""
    from timeline.building import export as exports

    try:
        count = exports.export(config_file, events, output)
    except (exports.NotSound, exports.NotOurs, exports.WrongSettings) as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"{output}: {count}")
