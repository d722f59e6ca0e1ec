"""``timeline new``: asks a few things, and writes a file that says by itself what is missing."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from timeline.cli.completing import ids
from timeline.cli.options import EVENTS, LANGUAGE
from timeline.cli.program import Command
from timeline.editing import laying
from timeline.editing.forms import answers as answers_of
from timeline.editing.laying import PUBLISHERS, lay, publishers
from timeline.editing.proposals import Answers, Desk, Proposal, checked, moment, named
from timeline.language import Language, of_commands
from timeline.language.messages import Refusal
from timeline.record.record import load, reference_time
from timeline.values.bilingual import LanguageCode

FALSE = "debunked"


@click.command(cls=Command)
@EVENTS
@LANGUAGE
@click.option("--from", "form_file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--kind", shell_complete=ids("kinds"))
@click.option("--source", "addresses", multiple=True)
@click.option("--when")
@click.option("--title-en")
@click.option("--title-ar")
@click.option("--company", shell_complete=ids("companies"))
@click.option("--services", shell_complete=ids("platforms"))
@click.option("--by", shell_complete=ids("people", "companies"))
@click.option("--to", shell_complete=ids("people", "companies"))
@click.option("--on", "place", shell_complete=ids("platforms"))
@click.option("--answers")
@click.option("--false", "false", is_flag=True)
@click.option("--id", "name")
@click.option("--add-publishers", is_flag=True)
@click.pass_obj
def new(
    language: LanguageCode,
    /,
    *,
    events: Path,
    form_file: Path | None,
    name: str | None,
    add_publishers: bool,
    **given: Any,
) -> None:
    """Begin a new event."""
    words = of_commands(language)
    record, _ = load(events)
    desk = Desk(record, f"{reference_time():%Y-%m-%d}")
    if form_file:
        asked = answers_of(form_file.read_text("utf-8"), kind=given["kind"] or "", false=bool(given["false"]))
    else:
        asked = _Questions(desk, words, given).answers()
    proposal = desk.propose(asked)
    proposal = named(proposal, name) if name else proposal
    written = lay(proposal, events, words)
    if add_publishers:
        laying.add_publishers(proposal, events)
    _tell(written, proposal, events, words, added=add_publishers)


def _tell(name: str, proposal: Proposal, events: Path, words: Language, *, added: bool) -> None:
    """Say what was written and what is left to do."""
    click.echo(name)
    for known in proposal.alike:
        click.echo(words.word("new.alike").format(event=words.quoted(known)), err=True)
    if proposal.publishers:
        table = words.quoted(f"{events.name}/{PUBLISHERS}", 1000)
        click.echo(words.word("new.added" if added else "new.paste").format(file=table), err=True)
        click.echo("" if added else publishers(proposal), err=True, nl=False)
    click.echo(words.word("new.next").format(command=words.quoted(f"timeline check {name}", 1000)), err=True)


class _Questions:
    """Asks what no option said, each thing once and again while the answer names nothing that there is."""

    def __init__(self, desk: Desk, words: Language, given: dict[str, Any]) -> None:
        self.desk = desk
        self.words = words
        self.given = given

    def answers(self) -> Answers:
        """Ask, at most eight things."""
        false = bool(self.given["false"])
        kinds = [*self.desk.record.vocabulary.kinds]
        kind = self._ask("kind", self._kind, kinds=", ".join([*kinds, FALSE]))
        if kind == FALSE:
            false, self.given["kind"] = True, ""
            kind = self._ask(
                "kind", self.desk.kinds.id, key="claim", kinds=", ".join(self.desk.record.vocabulary.kinds)
            )
        addresses = self._addresses()
        rest = {
            "when": self._ask("when", moment, self.desk.when(addresses)),
            "title_en": self._ask("title_en"),
            "title_ar": self._ask("title_ar"),
        }
        if not false:
            rest |= self._outage() if self.desk.role(kind) == "outage" else self._move(addresses)
        return Answers(kind=kind, addresses=addresses, false=false, answers=self.given["answers"] or "", **rest)

    def _kind(self, text: str) -> str:
        return FALSE if text.strip() == FALSE else self.desk.kinds.id(text)

    def _addresses(self) -> tuple[str, ...]:
        given = tuple(self.given["addresses"]) or tuple(self._ask("addresses", self._each).split())
        return tuple(map(checked, given))

    def _each(self, text: str) -> str:
        return " ".join(map(checked, text.split()))

    def _outage(self) -> dict[str, str]:
        return {
            "company": self._ask("company", self.desk.companies.id),
            "services": self._ask("services", self._all(self.desk.places.ids)),
        }

    def _move(self, addresses: tuple[str, ...]) -> dict[str, str]:
        return {
            "by": self._ask("by", self._all(self.desk.actors.ids), self.desk.speaker(addresses)),
            "to": self._ask("to", self._all(self.desk.actors.ids), none=True),
            "place": self._ask("place", self.desk.places.id, self.desk.place(addresses)),
        }

    @staticmethod
    def _all(ids: Callable[[str], tuple[str, ...]]) -> Callable[[str], str]:
        return lambda text: ", ".join(ids(text))

    def _ask(
        self,
        name: str,
        read: Callable[[str], str] = str.strip,
        proposed: str = "",
        *,
        key: str = "",
        none: bool = False,
        **values: str,
    ) -> str:
        """Return what an option says, or ask until the answer can be read; a proposal stands as it is."""
        if self.given[name]:
            return read(self.given[name])
        question = self.words.word(f"new.ask.{key or name}").format(**values)
        while True:
            text = click.prompt(question, default=proposed if proposed or none else None, show_default=bool(proposed))
            try:
                return read(text) if text.strip() or not none else ""
            except Refusal as refusal:
                click.echo(refusal.said(self.words.code), err=True)


COMMANDS = (new,)
