"""Progress of long work: a bar on a terminal, nothing in a pipe."""

import sys
from collections.abc import Iterable
from typing import TypeVar

import click

T = TypeVar("T")


def shown(items: Iterable[T]) -> Iterable[T]:
    """Yield items, and show on a terminal how many of them are done."""
    if not sys.stderr.isatty():
        yield from items
        return
    with click.progressbar(items, file=sys.stderr) as bar:
        yield from bar


class Counter:
    """A bar for work that calls back: it grows by one with each call, up to a length."""

    def __init__(self, length: int) -> None:
        self._bar = click.progressbar(length=length, file=sys.stderr) if sys.stderr.isatty() else None

    def count(self) -> None:
        """Note that one more is done."""
        if self._bar:
            self._bar.update(1)

    def finish(self) -> None:
        """End the bar's line."""
        if self._bar:
            self._bar.render_finish()
