"""The options that many commands have; what they mean stands in the catalogue of the commands, by their names."""

from pathlib import Path

import click

from timeline.language.messages import VARIABLE
from timeline.values.bilingual import LANGUAGES

EVENTS = click.option(
    "--events",
    type=click.Path(exists=True, file_okay=False, path_type=Path, resolve_path=True),  # its name stands in messages
    default=Path("events"),
    show_default=True,
)
LANGUAGE = click.option(
    "--language", type=click.Choice(LANGUAGES), default="en", show_default=True, envvar=VARIABLE, expose_value=False
)
OTHER_EVENTS = click.option("--events", type=click.Path(exists=True, file_okay=False, path_type=Path))
