"""Progress of long work: a bar on a terminal, nothing in a pipe."""

import multiprocessing
import sys
from collections.abc import Iterable
from types import TracebackType
from typing import Self, TypeVar

import click

from timeline.language import of_commands
from timeline.language.messages import asked

T = TypeVar("T")


def shown(items: Iterable[T]) -> Iterable[T]:
    """Yield items, and show on a terminal how many of them are done."""
    if not sys.stderr.isatty():
        yield from items
        return
    with click.progressbar(items, label=of_commands(asked()).word("progress.reading"), file=sys.stderr) as bar:
        yield from bar


class Bar:
    """One bar for what several processes do together, each of which counts what it has done."""

    def __init__(self, label: str, length: int) -> None:
        self._done = multiprocessing.Value("i", 0)
        self._bar = click.progressbar(length=length, label=label, file=sys.stderr) if sys.stderr.isatty() else None

    def __enter__(self) -> Self:
        if self._bar:
            self._bar.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar:
            self.draw()
            self._bar.__exit__(kind, error, trace)

    def counting(self, items: Iterable[T]) -> Iterable[T]:
        """Yield items, and count each when it is done."""
        for item in items:
            yield item
            with self._done.get_lock():
                self._done.value += 1

    def drawing(self, items: Iterable[T]) -> Iterable[T]:
        """Yield items that are not counted, and show after each what others have done."""
        for item in items:
            yield item
            self.draw()

    def draw(self) -> None:
        """Show how much is done by now."""
        if self._bar:
            self._bar.update(self._done.value - self._bar.pos)
