"""The commands that GitHub's workflows run; what comes from a form or a branch reaches them as a file."""

import json
import sys
from pathlib import Path

import click

from timeline.checking.reports import places, report
from timeline.checking.result import check
from timeline.cli.options import EVENTS, LANGUAGE
from timeline.cli.program import Command
from timeline.editing import changes, issues, remarks
from timeline.editing.history import Repository
from timeline.editing.remarks import Remarks
from timeline.language import of_commands
from timeline.language.messages import Refusal
from timeline.record.record import reference_time
from timeline.values.bilingual import LanguageCode

_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command("github-check", cls=Command)
@click.argument("base", default="main")
@EVENTS
@LANGUAGE
@click.option("--site-url", default="")
@click.option("--summary", type=_FILE, envvar="GITHUB_STEP_SUMMARY")
@click.option("--sarif", type=_FILE)
@click.pass_obj
def github_check(
    language: LanguageCode, *, base: str, events: Path, site_url: str, summary: Path | None, sarif: Path | None
) -> None:
    """Check the record and remark on a pull request."""
    repository, checked = Repository(events), check(events)
    pairs = list(repository.changed(repository.base(base)))
    said = Remarks(checked.problems, frozenset(pair.name for pair in pairs), site_url)
    click.echo(said.commands(places.from_repository(events.parent)), nl=False)
    if summary:
        with summary.open("a", encoding="utf-8") as file:
            file.write(said.summary(changes.changes(pairs)))
    if sarif:
        sarif.write_text(report("sarif", checked.problems, language, events), "utf-8")
    sys.exit(1 if checked.errors else 0)


@click.command("github-draft", cls=Command)
@EVENTS
@LANGUAGE
@click.option("--payload", type=click.Path(exists=True, dir_okay=False, path_type=Path), envvar="GITHUB_EVENT_PATH",
              required=True)  # fmt: skip
@click.option("--output", type=click.Path(file_okay=False, path_type=Path), required=True)
@click.pass_obj
def github_draft(language: LanguageCode, *, events: Path, payload: Path, output: Path) -> None:
    """Make a branch's file of a filled issue form."""
    output.mkdir(parents=True, exist_ok=True)
    issue = issues.Issue.read(json.loads(payload.read_text("utf-8")))
    try:
        made = issues.drafted(issue, events, f"{reference_time():%Y-%m-%d}", of_commands(language))
    except Refusal as refusal:
        (output / "refused.md").write_text(issues.refused(refusal), "utf-8")
        return
    for name, text in (("branch", made.branch), ("title", made.title), ("body.md", made.body)):
        (output / name).write_text(text, "utf-8")


@click.command("github-pages", cls=Command)
@click.argument("base", default="main")
@EVENTS
@LANGUAGE
@click.option("--artifact", required=True)
@click.option("--summary", type=_FILE, envvar="GITHUB_STEP_SUMMARY", required=True)
def github_pages(*, base: str, events: Path, artifact: str, summary: Path) -> None:
    """Say where the built site is, and which of its pages a branch changes."""
    repository = Repository(events)
    pairs = repository.changed(repository.base(base))
    with summary.open("a", encoding="utf-8") as file:
        file.write(remarks.pages(pairs, artifact))


COMMANDS = (github_check, github_draft, github_pages)
