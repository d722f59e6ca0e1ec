"""What the record finds of two sides: how often each was down, what the other made of it, and when that was last."""

from collections.abc import Iterable
from dataclasses import dataclass

from timeline.chronicle.chronicle import Chronicle, Entry
from timeline.chronicle.figures import outages
from timeline.chronicle.mockery import Mockery, time_to_mock
from timeline.chronicle.sides import facing


@dataclass(frozen=True, slots=True)
class Finding:
    """The outages of a side, oldest first, and those of them that the other side mocked."""

    company: str
    rival: str
    outages: tuple[Entry, ...]
    mocked: tuple[Mockery, ...]

    @property
    def soonest(self) -> Mockery | None:
        """The outage that was mocked within the shortest time that is known."""
        return min((one for one in self.mocked if one.wait), key=_minutes, default=None)


@dataclass(frozen=True, slots=True)
class Last:
    """The newest of some outages, and the newest jab at any of them; either may be missing."""

    outage: Entry | None
    jab: Entry | None


def findings(chronicle: Chronicle) -> tuple[Finding, ...]:
    """Return what the record finds of the two sides, in the order of lanes; without two there is nothing to find."""
    companies = tuple(facing(chronicle.vocabulary).values())
    if len(companies) < 2:
        return ()
    mocked = time_to_mock(chronicle)
    pairs = (companies, companies[::-1])
    return tuple(_finding(chronicle, company, rival, mocked) for company, rival in pairs)


def last(failed: Iterable[Entry], mocked: Iterable[Mockery]) -> Last:
    """Return when some things were last down, and when one of their outages was last mocked, of all that were."""
    listed = set(failed)
    down = sorted((entry for entry in listed if entry.event.outage and not entry.event.is_debunked), key=_start)
    jabs = (jab for one in mocked if one.outage in listed for jab in one.jabs)
    return Last(down[-1] if down else None, max(jabs, key=_start, default=None))


def _finding(chronicle: Chronicle, company: str, rival: str, mocked: Iterable[Mockery]) -> Finding:
    own = outages(chronicle, company).all.entries
    return Finding(company, rival, own, tuple(one for one in mocked if one.outage in own))


def _minutes(one: Mockery) -> int:
    return one.wait.minutes if one.wait else 0


def _start(entry: Entry) -> tuple[object, str]:
    return entry.event.when.started.sort_key, entry.id
