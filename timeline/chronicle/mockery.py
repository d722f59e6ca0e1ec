"""Mockery between the two sides: how soon after an outage the rival mocked it, and on which platforms jabs stood."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from timeline.chronicle.chronicle import Chronicle, Entry
from timeline.chronicle.figures import NONE, UNKNOWN, Figure, Spread, count, spread
from timeline.chronicle.sides import lane_of
from timeline.record.event import RelationType
from timeline.values.dates import Duration, Precision

# What a jab can be to the outage that it mocks.
_TIES: frozenset[RelationType] = frozenset({"responds-to", "caused-by"})


@dataclass(frozen=True, slots=True)
class Mockery:
    """An outage that the rival's side mocked, with its jabs in order of time.

    ``first`` is the earliest jab whose minute is known, or else the earliest. ``wait`` is the time to mock: from the
    start of the outage to that jab, where both are known to the minute.
    """

    outage: Entry
    jabs: tuple[Entry, ...]
    first: Entry
    wait: Duration | None

    @property
    def perhaps_earlier(self) -> tuple[Entry, ...]:
        """The other jabs that may have come before the first one, for their minute is not known."""
        moment = self.first.event.when.started
        untimed = (jab for jab in self.jabs if jab.event.when.started.precision < Precision.MINUTE)
        return tuple(j for j in untimed if j is not self.first and not moment.certainly_before(j.event.when.started))

    @property
    def same_day(self) -> bool:
        """Whether the outage and the first jab are known to be of one day."""
        moments = (self.outage.event.when.started, self.first.event.when.started)
        return min(m.precision for m in moments) >= Precision.DAY and len({m.start.date() for m in moments}) == 1


def time_to_mock(chronicle: Chronicle) -> tuple[Mockery, ...]:
    """Return the outages of either side that the other one mocked, oldest first."""
    outages = (entry for entry in chronicle.held if entry.event.outage and _lane(chronicle, entry.event.outage.company))
    found = ((entry, tuple(_jabs_at(chronicle, entry))) for entry in outages)
    return tuple(_mockery(entry, jabs) for entry, jabs in found if jabs)


def waits(mocked: Mapping[Entry, Mockery], outages: Iterable[Entry]) -> Spread:
    """Spread some outages by how long the rival took to mock them; ``mocked`` has those that it did."""
    return spread(
        outages,
        lambda entry: mocked[entry].wait if entry in mocked else None,
        lambda entry: UNKNOWN if entry in mocked else NONE,
    )


def stages(chronicle: Chronicle) -> dict[tuple[str, str], Figure]:
    """Count the jabs of either side at the other by their maker's side and the platform or venue they were made on."""
    found: dict[tuple[str, str], list[Entry]] = {}
    for entry in chronicle.held:
        on = entry.event.move.on if entry.event.move else ""
        if on and _is_jab(chronicle, entry) and (side := _mocker(chronicle, entry)):
            found.setdefault((side, on), []).append(entry)
    return {key: count(entries) for key, entries in found.items()}


def exchanges(chronicle: Chronicle) -> dict[tuple[str, str], Figure]:
    """Count the jabs of either side at the other by their maker's side and the year."""
    found: dict[tuple[str, str], list[Entry]] = {}
    for entry in chronicle.held:
        if _is_jab(chronicle, entry) and (side := _mocker(chronicle, entry)):
            found.setdefault((side, entry.year), []).append(entry)
    return {key: count(entries) for key, entries in found.items()}


def jabs_at_outages(chronicle: Chronicle) -> dict[Entry, tuple[Entry, Duration | None]]:
    """Return each jab at an outage of the other side with that outage, and how long after its start it came."""
    found: dict[Entry, tuple[Entry, Duration | None]] = {}
    for one in time_to_mock(chronicle):
        start = one.outage.event.when.started
        found |= {jab: (one.outage, Duration.between(start, jab.event.when.started)) for jab in one.jabs}
    return found


def _mockery(outage: Entry, jabs: tuple[Entry, ...]) -> Mockery:
    start = outage.event.when.started
    timed = [(jab, wait) for jab in jabs if (wait := Duration.between(start, jab.event.when.started)) is not None]
    first, wait = min(timed, key=lambda pair: pair[1].minutes) if timed else (jabs[0], None)
    return Mockery(outage, jabs, first, wait)


def _jabs_at(chronicle: Chronicle, outage: Entry) -> Iterator[Entry]:
    down = outage.event.outage.company if outage.event.outage else ""
    for entry in dict.fromkeys(link.entry for link in chronicle.inverse(outage) if link.type in _TIES):
        is_jab = _is_jab(chronicle, entry) and not entry.event.is_debunked
        if is_jab and any(_face(chronicle, side, down) for side in _makers(chronicle, entry)):
            yield entry


def _mocker(chronicle: Chronicle, jab: Entry) -> str | None:
    """Return the side that made a jab at the other one, if it was one of the two at the other."""
    targets = [chronicle.vocabulary.side_of(who) for who in (jab.event.move.to if jab.event.move else ())]
    makers = _makers(chronicle, jab)
    return next((side for side in makers if any(_face(chronicle, side, other) for other in targets)), None)


def _makers(chronicle: Chronicle, jab: Entry) -> list[str]:
    sides = (chronicle.vocabulary.side_of(who) for who in (jab.event.move.by if jab.event.move else ()))
    return [side for side in sides if side]


def _face(chronicle: Chronicle, one: str, other: str | None) -> bool:
    lanes = {_lane(chronicle, one), _lane(chronicle, other)}
    return lanes == {1, 2}


def _lane(chronicle: Chronicle, company: str | None) -> int:
    return lane_of(company, chronicle.vocabulary)


def _is_jab(chronicle: Chronicle, entry: Entry) -> bool:
    return chronicle.vocabulary.kinds[entry.event.kind].is_jab
