"""Writes the page of the commands in each language from the help that the commands themselves give.

``python -m devtools.commands`` writes the pages anew; a test holds them to the help.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import click

from timeline.cli import main as program
from timeline.cli.program import speak
from timeline.language import Language, of_commands
from timeline.values.bilingual import LANGUAGES

PAGES = Path(__file__).parent.parent / "site_src" / "pages"

# What stands above the commands, and the heads of the tables.
FRAMES = {
    "en": (
        "Commands",
        "What the program can be asked to do on the command line, as it says itself with --help.",
        """Every command says the same with `--help`. With `--language ar`, or `TIMELINE_LANGUAGE=ar` in the
environment, it speaks Arabic. In a clone the program is `.venv/bin/timeline`.

Shells complete commands, options, codes and ids once they are told how, for good in their own settings:

{shells}""",
        ("option", "what it does", "usually"),
    ),
    "ar": (
        "أوامر البرنامج",
        "ما يمكن طلبه من البرنامج في سطر الأوامر، كما يذكره بنفسه مع ‎--help‎.",
        """يذكر كل أمر ذلك بنفسه إذا أُضيف إليه `--help`. وليتكلم بالعربية أضف `--language ar`، أو اضبط المتغير
`TIMELINE_LANGUAGE=ar` في بيئتك. والبرنامج في النسخة المحلية هو `.venv/bin/timeline`.

وتُكمل الصدفة الأوامر والخيارات والرموز والمعرّفات بعد أن تُخبَر بذلك، ويدوم هذا إذا كُتب في إعداداتها:

{shells}""",
        ("الخيار", "ما يفعله", "المعتاد"),
    ),
}

SHELLS = """```sh
eval "$(_TIMELINE_COMPLETE=bash_source timeline)"    # bash
eval "$(_TIMELINE_COMPLETE=zsh_source timeline)"     # zsh
_TIMELINE_COMPLETE=fish_source timeline | source     # fish
```"""


def page(words: Language) -> str:
    """Return the page of the commands in one language."""
    speak(program, words)
    title, description, above, heads = FRAMES[words.code]
    rows = [f"---\ntitle: {title}\ndescription: {description}\n---\n\n{above.format(shells=SHELLS)}\n"]
    for name in sorted(program.commands):
        rows += _command(name, program.commands[name], heads)
    return "\n".join(rows)


def _command(name: str, command: click.Command, heads: tuple[str, str, str]) -> Iterator[str]:
    """Write one command: what it does, what it takes, its options."""
    context = click.Context(command, info_name=f"timeline {name}")
    yield f"## `timeline {name}`\n"
    yield f"{_shown(command.help or '')}\n"
    options = [one for one in command.get_params(context) if isinstance(one, click.Option) and "--help" not in one.opts]
    if options:
        yield f"| {' | '.join(heads)} |\n| --- | --- | --- |"
        yield from (f"| {_label(one)} | {_shown(one.help or '')} | {_default(one, context)} |" for one in options)
        yield ""


def _label(option: click.Option) -> str:
    values = option.type.choices if isinstance(option.type, click.Choice) else ()
    return f"`{option.opts[-1]}`" + (f" ({', '.join(f'`{value}`' for value in values)})" if values else "")


def _default(option: click.Option, context: click.Context) -> str:
    default = option.get_default(context) if option.show_default else None
    return f"`{default}`" if default is not None else ""


def _shown(text: str) -> str:
    """Write a help text as Markdown: what is typed as code."""
    return re.sub(r"(?<![\w`])(--[a-z][a-z-]*|[\w.-]+\.(?:yml|md)\b)", r"`\1`", text).replace("|", "\\|")


def main() -> None:
    """Write the pages."""
    for code in LANGUAGES:
        (PAGES / code / "commands.md").write_text(page(of_commands(code)), "utf-8")


if __name__ == "__main__":
    main()
