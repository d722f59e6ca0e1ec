"""What a shell offers while a command is typed: codes of messages and ids of the record, each with its name."""

from collections.abc import Callable
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from timeline.checking import catalogue
from timeline.language.messages import asked
from timeline.record.vocabulary import load_vocabulary

Complete = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]


def codes(_: click.Context, __: click.Parameter, begun: str) -> list[CompletionItem]:
    """Offer the codes of messages, with their titles."""
    found = (name for name in catalogue.names() if name.startswith(begun.upper()))
    return [CompletionItem(name, help=catalogue.code(name).title.in_language(asked())) for name in found]


def ids(*tables: str) -> Complete:
    """Offer the ids of some tables of the vocabulary, after the last comma of what was begun."""

    def complete(ctx: click.Context, _: click.Parameter, begun: str) -> list[CompletionItem]:
        before, comma, last = begun.rpartition(",")
        vocabulary, _problems = load_vocabulary(ctx.params.get("events") or Path("events"))
        entries = {name: entry for table in tables for name, entry in vocabulary.table(table).items()}
        return [
            CompletionItem(f"{before}{comma}{name}", help=entry.name.in_language(asked()))
            for name, entry in sorted(entries.items())
            if name.startswith(last.strip())
        ]

    return complete
