"""The command as a person runs it, with a clock that stands still."""

from pathlib import Path

from click.testing import CliRunner, Result

from tests.golden import NOW
from timeline.cli import main


def run(*arguments: str | Path, **variables: str) -> Result:
    """Run the command."""
    environment = {"SOURCE_DATE_EPOCH": NOW, "TIMELINE_LANGUAGE": ""} | variables
    return CliRunner(env=environment).invoke(main, [str(argument) for argument in arguments])
