"""The ``timeline`` command."""

import json
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from timeline import __version__
from timeline.building import progress
from timeline.checking import catalogue, reports
from timeline.checking.result import Checked
from timeline.checking.result import check as check_record
from timeline.chronicle import completeness
from timeline.chronicle.chronicle import compile_chronicle
from timeline.cli import completing, editing, github, new, outcome, web
from timeline.cli.options import EVENTS, LANGUAGE, OTHER_EVENTS
from timeline.cli.program import Program
from timeline.editing import editors
from timeline.language import of_commands
from timeline.language.messages import Refusal
from timeline.reading.diagnostics import Diagnostic
from timeline.record.vocabulary import load_vocabulary
from timeline.values.bilingual import LanguageCode


@click.group(cls=Program, name="timeline", context_settings={"help_option_names": ["-h", "--help"]})
@LANGUAGE
@click.version_option(__version__, message=f"timeline {__version__}")
def main() -> None:
    """Check a record of events and build its site."""


@main.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path, resolve_path=True), default=Path())
@LANGUAGE
@click.pass_obj
def init(language: LanguageCode, folder: Path) -> None:
    """Write a record and its site to begin with."""
    from timeline.starter.write import write

    words = of_commands(language)
    try:
        files = words.counted("count.files", write(folder))
    except OSError as error:
        raise Refusal("refused.not_begun", path=error.filename, reason=error.strerror) from None
    click.echo(words.word("begun").format(files=files, folder=words.quoted(str(folder), 1000)))
    click.echo("".join(f"  {step}\n" for step in _next(folder)), nl=False)


def _next(folder: Path) -> Iterator[str]:
    """Yield what to type after the files have been written, as a shell reads it."""
    if folder != Path.cwd():
        yield shlex.join(["cd", str(folder)])
    yield from ("timeline check", "timeline serve")


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@EVENTS
@LANGUAGE
@click.option("--format", "form", type=click.Choice(list(reports.FORMATS)), default="text", show_default=True)
@click.pass_obj
def check(language: LanguageCode, paths: tuple[Path, ...], events: Path, form: str) -> None:
    """Check the whole record, or report only on some paths in it."""
    checked = check_record(events, progress.shown)
    outside = [path for path in paths if not path.resolve().is_relative_to(events.resolve())]
    if outside:
        raise click.UsageError(Refusal("refused.outside", path=outside[0], folder=events).said(language))
    if paths:
        checked = checked.only(lambda problem: _is_about(problem, paths, events))
    click.echo(reports.report(form, checked.problems, language, events), nl=False)
    click.echo(_summary(checked, language), err=True)
    sys.exit(1 if checked.errors else 0)


def _summary(checked: Checked, language: LanguageCode) -> str:
    words = of_commands(language)
    sizes = {"events": checked.record.files, "errors": checked.errors, "warnings": checked.warnings}
    return words.word("summary").format(**{name: words.counted(f"count.{name}", len(x)) for name, x in sizes.items()})


def _is_about(diagnostic: Diagnostic, paths: tuple[Path, ...], events: Path) -> bool:
    file = (events.resolve().parent / diagnostic.place.source.name).resolve()
    return any(file == path.resolve() or file.is_relative_to(path.resolve()) for path in paths)


@main.command()
@click.argument("code", shell_complete=completing.codes)
@LANGUAGE
@click.pass_obj
def explain(language: LanguageCode, code: str) -> None:
    """Say what a CODE means, with a bad and a good example."""
    try:
        click.echo(catalogue.explanation(code.upper(), language))
    except KeyError:
        nearest = catalogue.closest_code(code.upper())
        refusal = Refusal("refused.no_code_but" if nearest else "refused.no_code", code=code, mend=nearest)
        raise click.UsageError(refusal.said(language)) from None


@main.command()
@click.argument("file", type=click.Choice(list(editors.FILES)), default="event")
@OTHER_EVENTS
@LANGUAGE
def schema(file: str, events: Path | None) -> None:
    """Print the JSON Schema of one sort of file."""
    vocabulary = load_vocabulary(events)[0] if events else None
    click.echo(editors.document(file, vocabulary), nl=False)


@main.command()
@EVENTS
@LANGUAGE
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_obj
def stats(language: LanguageCode, events: Path, form: str) -> None:
    """Count the record's events and say how complete they are."""
    from timeline.language import language as named
    from timeline.site.pages import completeness as tables  # templates are slow to load

    checked = check_record(events, progress.shown)
    if checked.errors:
        raise Refusal("refused.unsound", errors=len(checked.errors), command="timeline check")
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
)


@main.command()
@_CONFIG
@OTHER_EVENTS
@LANGUAGE
@click.option("--site-dir", type=click.Path(file_okay=False, path_type=Path))
def build(config_file: Path, events: Path | None, site_dir: Path | None) -> None:
    """Check the record and build the site, in both languages."""
    from timeline.building.mkdocs import commands  # only these three commands need MkDocs, which is slow to load

    built = commands.build(config_file, events, site_dir)
    for line in outcome.lines(built):
        click.echo(line, err=True)
    click.echo(built.folder)


@main.command()
@_CONFIG
@OTHER_EVENTS
@LANGUAGE
@click.option("--address", metavar="HOST:PORT")
def serve(config_file: Path, events: Path | None, address: str | None) -> None:
    """Serve the site here and build it again whenever an event changes."""
    from timeline.building.mkdocs import commands

    commands.serve(config_file, events, address)


@main.command()
@_CONFIG
@OTHER_EVENTS
@LANGUAGE
@click.option("--format", "form", type=click.Choice(["markdown"]), default="markdown", show_default=True)
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("export"),
    show_default=True,
)
@click.pass_obj
def export(language: LanguageCode, config_file: Path, events: Path | None, form: str, output: Path) -> None:
    """Write the same pages as plain Markdown with HTML, for another builder."""
    from timeline.building import export as exports

    count = exports.export(config_file, events, output)
    words = of_commands(language)
    pages = words.counted("count.pages", count)
    click.echo(words.word("exported").format(pages=pages, folder=words.quoted(str(output), 1000)))


for _command in (*editing.COMMANDS, *new.COMMANDS, *web.COMMANDS, *github.COMMANDS):
    main.add_command(_command)
