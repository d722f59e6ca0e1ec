"""The commands that ask other people's servers: whether pages are still there, and for archived copies of them."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import click

from timeline.cli.options import EVENTS, LANGUAGE
from timeline.cli.program import Command
from timeline.editing import linkcheck
from timeline.editing.archiving import Archive, Wanted, wanted
from timeline.editing.linkcheck import Found, Round
from timeline.editing.notebook import Notebook
from timeline.editing.web import Client
from timeline.language import Language, of_commands
from timeline.record.record import Record, load, reference_time
from timeline.values.bilingual import LanguageCode

_PAUSE = click.option("--pause", type=click.FloatRange(min=0), metavar="N", default=2.0, show_default=True)
_MOST = click.option("--most", type=click.IntRange(min=1), metavar="N")


def _notes(name: str) -> Callable[[Any], Any]:
    return click.option(
        "--notes", type=click.Path(dir_okay=False, path_type=Path), default=Path(".cache", name), show_default=True
    )


@click.command(cls=Command)
@EVENTS
@LANGUAGE
@_PAUSE
@_MOST
@_notes("links.jsonl")
@click.option(
    "--unjudged", type=click.Path(dir_okay=False, path_type=Path), default=Path("unjudged.yml"), show_default=True
)
@click.option("--mark-gone", is_flag=True)
@click.pass_obj
def links(
    language: LanguageCode, /, *, events: Path, pause: float, most: int | None, mark_gone: bool, **paths: Path
) -> None:
    """Ask whether the pages that the record stands on are still there."""
    words, today = of_commands(language), reference_time().date()
    record, _ = load(events)
    addresses = linkcheck.sources(record)
    notebook = Notebook(paths["notes"])
    turn = Round(Client(pause), notebook, today, linkcheck.unjudged(paths["unjudged"]))
    found = turn.run(addresses, most)
    notebook.keep(set(addresses))
    _tell(found, turn, words)
    if mark_gone:
        gone = [one for one in found if turn.for_good(one)]
        for name in linkcheck.mark(record, events, gone, f"{today}"):
            click.echo(name)


def _tell(found: Iterable[Found], turn: Round, words: Language) -> None:
    """Say what became of the pages that are not simply there, and count all of them."""
    counts: dict[str, int] = {}
    for one in found:
        counts[one.verdict] = counts.get(one.verdict, 0) + 1
        if one.verdict in ("gone", "moved", "silent"):
            key = "links.for_good" if turn.for_good(one) else f"links.{one.verdict}"
            said = words.word(key).format(address=words.quoted(one.address, 500), detail=words.quoted(one.detail, 500))
            where = words.word("diff.comma").join(words.quoted(name) for name, _ in one.sources)
            click.echo(f"{said} ({where})", err=True)
    for verdict, count in sorted(counts.items()):
        click.echo(words.word(f"links.counted.{verdict}").format(pages=words.counted("count.pages", count)), err=True)


@click.command(cls=Command)
@EVENTS
@LANGUAGE
@_PAUSE
@_MOST
@_notes("archive.jsonl")
@click.option("--save", is_flag=True)
@click.pass_obj
def archive(language: LanguageCode, *, events: Path, pause: float, most: int | None, notes: Path, save: bool) -> None:
    """Find archived copies of the sources that have none."""
    words, today = of_commands(language), f"{reference_time():%Y-%m-%d}"
    record, _ = load(events)
    notebook, asked = Notebook(notes), Archive(Client(pause))
    due = [one for one in wanted(record) if not any(note["day"] == today for note in notebook.of(one.source.url))]
    copies = 0
    for one in due[:most]:
        copy = asked.find(one.source) or (asked.ask_for(one.source) if save and one.source.gone is None else None)
        notebook.add(one.source.url, today, copy=copy)
        if copy:
            copies += 1
            click.echo(_written(record, events, one, copy))
    said = {"copies": words.counted("count.copies", copies), "sources": words.counted("count.sources", len(due[:most]))}
    click.echo(words.word("archive.done").format(**said), err=True)


def _written(record: Record, events: Path, one: Wanted, copy: str) -> str:
    return linkcheck.put(record, events, one.event, one.key, ("archive", copy))


COMMANDS = (links, archive)
