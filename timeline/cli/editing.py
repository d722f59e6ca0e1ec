"""The commands that write files of the record, or compare them."""

import sys
from pathlib import Path

import click

from timeline.cli.options import EVENTS, LANGUAGE
from timeline.cli.program import Command
from timeline.editing import changes, files
from timeline.editing.formatting import NotWritable, formatted
from timeline.editing.history import Repository
from timeline.editing.style import Layout
from timeline.language import Language, of_commands
from timeline.reading.files import FoundFile
from timeline.values.bilingual import LanguageCode


@click.command("format", cls=Command)
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@EVENTS
@LANGUAGE
@click.option("--check", "only_compare", is_flag=True)
@click.pass_obj
def format_(language: LanguageCode, *, paths: tuple[Path, ...], events: Path, only_compare: bool) -> None:
    """Put event files and stories into canonical form."""
    words, roots = of_commands(language), [path.resolve() for path in paths] or [events]
    changed = refused = 0
    for file, layout in files.with_layouts(events):
        if any(file.path.is_relative_to(root) for root in roots):
            text = _in_form(file, layout, words)
            refused += text is None
            if text is not None and text.encode() != file.path.read_bytes():
                changed += 1
                click.echo(file.name)
                if not only_compare:
                    files.replace(file.path, text)
    counted = words.counted("count.files", changed)
    click.echo(words.word("format.would" if only_compare else "format.done").format(files=counted), err=True)
    sys.exit(1 if refused or (changed and only_compare) else 0)


def _in_form(file: FoundFile, layout: Layout, words: Language) -> str | None:
    """Return a file's canonical form, or say why it has none."""
    try:
        return formatted(file.name, file.path.read_bytes(), layout)
    except NotWritable as refusal:
        key = "format.unreadable" if refusal.problems else "format.refused"
        name = words.quoted(file.name, 1000)
        click.echo(words.word(key).format(file=name, command=words.quoted("timeline check")), err=True)
        return None


@click.command(cls=Command)
@click.argument("base", default="main")
@EVENTS
@LANGUAGE
@click.option("--format", "form", type=click.Choice(["text", "markdown"]), default="text", show_default=True)
@click.pass_obj
def diff(language: LanguageCode, *, base: str, events: Path, form: str) -> None:
    """Say what is new, changed and gone since a revision."""
    repository = Repository(events)
    found = changes.changes(repository.changed(repository.base(base)))
    click.echo((changes.text if form == "text" else changes.markdown)(found, of_commands(language)), nl=False)


COMMANDS = (format_, diff)
