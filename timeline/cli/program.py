"""A command that speaks: its help and click's own words come in the language asked for, its output is UTF-8."""

import errno
import gettext
import os
import sys
from collections.abc import Sequence
from importlib.resources import as_file, files
from itertools import pairwise
from typing import Any

import click

from timeline.language import Language, of_commands
from timeline.language.messages import VARIABLE, Refusal, asked, use_utf8
from timeline.values.bilingual import LANGUAGES, LanguageCode

# What ``sysexits.h`` calls an error of input or output.
UNWRITABLE = 74

# The name of click's words among the catalogues of gettext.
_DOMAIN = "click"


class Command(click.Command):
    """A command whose usage and help speak the language asked for."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option that asks for help; click words it once and for all."""
        option = super().get_help_option(ctx)
        if option:
            option.help = of_commands(asked()).word("options.help")
        return option

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write how the command is called, which runs from left to right in every language."""
        start, end = ("\u2066", "\u2069") if of_commands(asked()).direction == "rtl" else ("", "")
        formatter.write_usage(start + ctx.command_path, " ".join(self.collect_usage_pieces(ctx)) + end)


class Program(Command, click.Group):
    """The whole command: it learns first in which language it is asked, then reads the rest."""

    command_class = Command

    def main(self, args: Sequence[str] | None = None, *others: Any, **more: Any) -> Any:
        """Run the command; a full disk ends it with one line, a closed pipe without a word."""
        use_utf8()
        try:
            return super().main(args, *others, **more)
        except OSError as error:
            if error.errno not in (errno.ENOSPC, errno.EDQUOT, errno.EIO):
                raise
            _silence(sys.stdout)
            click.echo(of_commands(asked()).word("refused.unwritable").format(reason=error.strerror), err=True)
            sys.exit(UNWRITABLE)

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Put all words in their places before anything is read, for reading can end in a message or in help."""
        code = wanted(args)
        speak(self, of_commands(code))
        return super().make_context(info_name, args, parent, obj=code, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Run what was asked for; a refusal ends it with its message."""
        try:
            return super().invoke(ctx)
        except Refusal as refusal:
            raise click.ClickException(refusal.said(ctx.obj)) from None


def wanted(args: Sequence[str]) -> LanguageCode:
    """Return the language that the arguments ask for, wherever in them, or else the environment."""
    values = dict(pairwise(args))
    given = [values.get("--language"), *(arg.partition("=")[2] for arg in args if arg.startswith("--language="))]
    return next((code for code in LANGUAGES if code in given), asked())


def speak(program: click.Group, words: Language) -> None:
    """Give a command and those below it their help in one language, and have click speak it too."""
    # The plugin of MkDocs and the other language's process ask the environment; so does gettext.
    os.environ[VARIABLE] = os.environ["LANGUAGE"] = words.code
    with as_file(files("timeline") / "locale") as folder:
        gettext.bindtextdomain(_DOMAIN, folder)
    gettext.textdomain(_DOMAIN)
    program.subcommand_metavar = words.word("usage.command")
    for command in (program, *program.commands.values()):
        command.help = words.word(f"commands.{command.name}")
        command.options_metavar = words.word("usage.options")
        for parameter in command.params:
            _name(parameter, words)


def _name(parameter: click.Parameter, words: Language) -> None:
    parameter.help = words.word(f"options.{parameter.name}")
    if isinstance(parameter, click.Argument):
        parameter.metavar = words.word(f"usage.{parameter.name}")
    if isinstance(parameter.type, click.types.StringParamType):
        parameter.type.name = words.word("types.text")
    if isinstance(parameter.type, click.Path):
        parameter.type.name = words.word(f"types.{_sort(parameter.type)}")


def _sort(path: click.Path) -> str:
    if path.file_okay and path.dir_okay:
        return "path"
    return "file" if path.file_okay else "directory"


def _silence(stream: Any) -> None:
    """Have what is left of a stream go nowhere, or Python tries to write it once more as it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
