"""What the check of a record gives: the record and its problems, sorted into errors and warnings in one place."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import Self

from timeline.checking import catalogue, rules
from timeline.checking.mends import mended
from timeline.reading.diagnostics import MORE, Diagnostic, more, ordered
from timeline.reading.kept import Kept
from timeline.record.record import Progress, Record, load

# The problems of a file that are shown: more are not mended at once, and would bury those of other files.
MOST_SHOWN = 100


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


def check(root: Path, progress: Progress = iter, kept: Kept | None = None) -> Checked:
    """Read the record at ``root``, but for what is ``kept`` of another time, and check all of it."""
    record, problems = load(root, progress, kept)
    found = ordered(unaccepted([*mended(problems, record), *rules.apply(record, kept=kept)], record))
    by_file = groupby(found, key=lambda problem: problem.place.source.name)
    return Checked(record, tuple(problem for _, group in by_file for problem in shortened(list(group))))


def unaccepted(problems: Iterable[Diagnostic], record: Record) -> Iterator[Diagnostic]:
    """Yield the problems but for the warnings that a file accepts, then what a file accepts without being warned."""
    accepting = {file.source.name: file for file in record.files.values() if file.event.accepted}
    met: set[tuple[str, str]] = set()
    for problem in problems:
        file = accepting.get(problem.place.source.name)
        if file and problem.code in file.event.accepted and catalogue.level(problem) == "warning":
            met.add((file.id, problem.code))
        else:
            yield problem
    for file in accepting.values():
        for code in file.event.accepted:
            if (file.id, code) not in met:
                yield file.problem("M114", "accepted", code, key=True, found=code)


def shortened(problems: list[Diagnostic]) -> list[Diagnostic]:
    """Return the problems of one file as far as they are shown: errors before warnings, and how many are left."""
    shown = [problem for problem in problems if problem.code != MORE]
    if len(problems) == len(shown) <= MOST_SHOWN:
        return problems
    left = sum(int(problem.values["found"]) for problem in problems if problem.code == MORE)
    kept = sorted(shown, key=lambda problem: catalogue.level(problem) != "error")[:MOST_SHOWN]
    return [*ordered(kept), *more(shown[0].place.source, left + len(shown) - len(kept))]
