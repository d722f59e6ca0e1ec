"""What the check of a record gives: the record and its problems, sorted into errors and warnings in one place."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Self

from timeline.checking import catalogue, rules
from timeline.reading.diagnostics import Diagnostic, ordered
from timeline.record.record import Progress, Record, load


@dataclass(frozen=True)
class Checked:
    """A record and all that is wrong with it, by file and place."""

    record: Record
    problems: tuple[Diagnostic, ...]

    @cached_property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The problems that keep a record from being published."""
        return tuple(problem for problem in self.problems if catalogue.level(problem) == "error")

    @cached_property
    def warnings(self) -> tuple[Diagnostic, ...]:
        """The problems that a person has to judge."""
        return tuple(problem for problem in self.problems if catalogue.level(problem) == "warning")

    def only(self, wanted: Callable[[Diagnostic], bool]) -> Self:
        """Return the same with some of the problems."""
        return replace(self, problems=tuple(problem for problem in self.problems if wanted(problem)))


def check(root: Path, progress: Progress = iter) -> Checked:
    """Read the record at ``root`` and check all of it."""
    record, problems = load(root, progress)
    return Checked(record, tuple(ordered([*problems, *rules.apply(record)])))
