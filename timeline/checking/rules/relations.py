"""Relations lead to events that exist, to no event back to itself, and never to something later."""

from collections.abc import Iterator

from timeline.reading.diagnostics import Diagnostic, Related, closest
from timeline.record.event import Relation
from timeline.record.record import EventFile, Record

# These say what came first: an answer, an effect and a correction are not older than what they follow.
FOLLOWING = ("responds-to", "caused-by", "corrects")


def check(file: EventFile, record: Record) -> Iterator[Diagnostic]:
    """Check each relation of an event by itself, then the circles that begin at it."""
    for i, relation in enumerate(file.event.relations):
        target = record.aliases.get(relation.event, relation.event)
        if target == file.id:
            yield file.problem("R102", "relations", i, "event", found=target)
        elif target in record.files:
            yield from _in_time(file, i, relation, record.files[target])
        elif target not in record.unreadable:
            known = sorted(record.files)
            yield file.problem("R101", "relations", i, "event", suggestion=closest(target, known), found=target)
    yield from _circles(file, record)


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
            related = [Related(record.files[step].place("relations", key=True), "circle") for step in way[1:]]
            shown = " → ".join([*way, file.id])
            yield file.problem("R103", "relations", i, "event", related=related, found=shown)


def _way_back(start: str, first: Relation, record: Record) -> list[str]:
    """Find the shortest way from a relation's target back to its event along the same type.

    It leads over greater ids only, so that each circle is found from its first event, and a long chain of answers,
    whose ids begin with their dates, is not walked again from each of its events.
    """
    ways = [[start, record.aliases.get(first.event, first.event)]]
    seen = {start}
    while ways:
        way = ways.pop(0)
        if way[-1] == start:
            return way[:-1]
        if way[-1] < start or way[-1] in seen or way[-1] not in record.files:
            continue
        seen.add(way[-1])
        relations = record.files[way[-1]].event.relations
        following = (record.aliases.get(r.event, r.event) for r in relations if r.type == first.type)
        ways += [[*way, step] for step in following if step != way[-1]]
    return []
