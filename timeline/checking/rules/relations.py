"""Relations lead to events that exist, to no event back to itself, and never to something later."""

from collections import deque
from collections.abc import Iterator

from timeline.reading.diagnostics import Diagnostic, Guesses, Related
from timeline.reading.files import CheckedFile
from timeline.reading.reader import Step
from timeline.record.event import Relation
from timeline.record.record import EventFile, Record

# These say what came first: an answer, an effect and a correction are not older than what they follow.
FOLLOWING = ("responds-to", "caused-by", "corrects")

# A circle of more events than these is not shown step by step.
MOST_SHOWN = 20


def check(file: EventFile, record: Record) -> Iterator[Diagnostic]:
    """Check each relation of an event by itself, then the circles that begin at it."""
    guesses = Guesses()
    for i, relation in enumerate(file.event.relations):
        target = record.aliases.get(relation.event, relation.event)
        yield from nowhere(file, relation.event, ("relations", i, "event"), record, guesses)
        if target != file.id and target in record.files:
            yield from _in_time(file, i, relation, record.files[target])
    yield from _circles(file, record)


def nowhere(
    file: CheckedFile, named: str, path: tuple[Step, ...], record: Record, guesses: Guesses
) -> Iterator[Diagnostic]:
    """Report a relation that leads to no event, or back to its own."""
    target = record.aliases.get(named, named)
    if target == file.id:
        yield file.problem("R102", *path, found=target)
    elif target not in record.files and target not in record.unreadable:
        yield file.problem("R101", *path, suggestion=guesses.closest(target, record.files), found=target)


def _in_time(file: EventFile, index: int, relation: Relation, target: EventFile) -> Iterator[Diagnostic]:
    own, other = file.event.when.started, target.event.when.started
    if relation.type in FOLLOWING and own.certainly_before(other):
        yield file.problem(
            "R104",
            "relations",
            index,
            "event",
            related=[Related(target.place("when", "started"), "later")],
            found=target.id,
            own=str(own),
            other=str(other),
        )


def _circles(file: EventFile, record: Record) -> Iterator[Diagnostic]:
    """Report a circle of one type of relation at its first event by id, naming the whole way round."""
    for i, relation in enumerate(file.event.relations):
        way = _way_back(file.id, relation, record)
        if len(way) > 1:
            related = [Related(record.files[step].place("relations", key=True), "circle") for step in way[1:MOST_SHOWN]]
            shown = " → ".join([*way, file.id])
            yield file.problem("R103", "relations", i, "event", related=related, found=shown)


def _way_back(start: str, first: Relation, record: Record) -> list[str]:
    """Find the shortest way from a relation's target back to its event along the same type.

    It leads over greater ids only, so that each circle is found from its first event, and a long chain of answers,
    whose ids begin with their dates, is not walked again from each of its events.
    """
    came_from: dict[str, str] = {}
    steps = deque([(start, record.aliases.get(first.event, first.event))])
    while steps:
        before, here = steps.popleft()
        if here == start:
            return _steps_to(before, came_from)
        if here < start or here in came_from or here not in record.files:
            continue
        came_from[here] = before
        relations = record.files[here].event.relations
        following = (record.aliases.get(r.event, r.event) for r in relations if r.type == first.type)
        steps += ((here, step) for step in following if step != here)
    return []


def _steps_to(last: str, came_from: dict[str, str]) -> list[str]:
    way = [last]
    while way[-1] in came_from:
        way.append(came_from[way[-1]])
    return way[::-1]
