"""How complete a chronicle is: how many of its events have what a reader may ask for, and which ones lack it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from timeline.chronicle.chronicle import Chronicle, Entry
from timeline.chronicle.figures import Figure, count, counts
from timeline.record.event import Event
from timeline.values.bilingual import LANGUAGES, LanguageCode
from timeline.values.dates import Precision

# The key of the events that are no company's.
NO_COMPANY = ""  # no company has such an id

_Asked = Callable[[Event], bool]


@dataclass(frozen=True, slots=True)
class Share:
    """Those of some events that have something, and those that lack it."""

    having: Figure
    lacking: Figure

    @property
    def of(self) -> int:
        """The number of events that could have it."""
        return len(self.having.entries) + len(self.lacking.entries)

    @property
    def percent(self) -> float | None:
        """How many of a hundred have it, if any could; all but all of them are never rounded to all."""
        if not self.of:
            return None
        exact = 100 * self.having.value / self.of
        return min(round(exact, 1), 99.9) if self.lacking.entries else exact


@dataclass(frozen=True, slots=True)
class Coverage:
    """The events of a chronicle counted in several ways, and the shares of them; what was debunked stands apart."""

    held: Figure
    debunked: Figure
    by: dict[str, dict[str, Figure]]
    shares: dict[str, Share]


@dataclass(frozen=True, slots=True)
class Lack:
    """What an event lacks: by the name of what is asked for, and how many of its parts lack it."""

    name: str
    number: int
    weight: float


@dataclass(frozen=True, slots=True)
class Weakness:
    """An entry that could be better borne out, and what it lacks, the heaviest first."""

    entry: Entry
    lacks: tuple[Lack, ...]

    @property
    def weight(self) -> float:
        """How heavy all that it lacks is together."""
        return sum(lack.weight for lack in self.lacks)


def coverage(chronicle: Chronicle) -> Coverage:
    """Work out how complete a chronicle is."""
    by = {
        "year": counts(chronicle, lambda entry: entry.year),
        "kind": _most_first(counts(chronicle, lambda entry: entry.event.kind)),
        "company": _most_first(counts(chronicle, lambda entry: entry.company or NO_COMPANY)),
        "status": _most_first(counts(chronicle, lambda entry: entry.event.status)),
    }
    return Coverage(count(chronicle.held), count(chronicle.debunked), by, shares(chronicle.held))


def shares(entries: Iterable[Entry]) -> dict[str, Share]:
    """Return what share of some events has each of the things that are asked for."""
    listed = tuple(entries)
    return {name: _share(listed, *asked) for name, asked in ASKED.items()}


def weakest(chronicle: Chronicle, most: int) -> list[Weakness]:
    """Return the entries whose evidence is the weakest, the weakest of all first, and of equal ones the newest.

    What was debunked is left out: what it lacks is said by those who showed it to be false.
    """
    found = [Weakness(entry, tuple(_lacks(entry.event))) for entry in reversed(chronicle.held)]
    return sorted((one for one in found if one.lacks), key=lambda one: -one.weight)[:most]


def data(found: Coverage) -> dict[str, Any]:
    """Return a coverage as plain data, with the ids of the events that lack something."""
    return {
        "events": found.held.value,
        "debunked": found.debunked.value,
        "by": {name: {key: one.value for key, one in groups.items()} for name, groups in found.by.items()},
        "shares": {
            name: {
                "having": share.having.value,
                "of": share.of,
                "percent": share.percent,
                "lacking": [entry.id for entry in share.lacking.entries],
            }
            for name, share in found.shares.items()
        },
    }


def _share(entries: Iterable[Entry], could: _Asked, has: _Asked) -> Share:
    asked = [entry for entry in entries if could(entry.event)]
    return Share(count(e for e in asked if has(e.event)), count(e for e in asked if not has(e.event)))


def _most_first(groups: dict[str, Figure]) -> dict[str, Figure]:
    return dict(sorted(groups.items(), key=lambda group: (-group[1].value, group[0])))


def _lacks(event: Event) -> Iterator[Lack]:
    weighed = ((name, weight, parts(event)) for name, (weight, parts) in _WEIGHED.items())
    found = (Lack(name, sum(lacks), weight * sum(lacks) / len(lacks)) for name, weight, lacks in weighed if any(lacks))
    yield from sorted(found, key=lambda lack: -lack.weight)


def _always(_: Event) -> bool:
    return True


def _is_outage(event: Event) -> bool:
    return event.outage is not None


def _quotes(event: Event) -> bool:
    return bool(event.quotes)


def _two_origins(event: Event) -> bool:
    return len({source.root for source in event.sources.values()}) >= 2


def _own_words(event: Event) -> bool:
    return any(source.evidence in ("post", "statement") for source in event.sources.values())


def _in_language(code: LanguageCode) -> _Asked:
    return lambda event: any(source.lang.partition("-")[0] == code for source in event.sources.values())


def _timed(event: Event) -> bool:
    return event.when.started.precision is Precision.MINUTE


def _quotes_timed(event: Event) -> bool:
    return all(quote.at and quote.at.precision is Precision.MINUTE for quote in event.quotes)


def _acknowledged(event: Event) -> bool:
    return event.when.acknowledged is not None or event.when.unacknowledged


def _archived(event: Event) -> bool:
    return any(source.archive for source in event.sources.values())


def _measured(event: Event) -> bool:
    return event.when.duration is not None


def _translated(event: Event) -> bool:
    return all(
        code in quote.translation or code == quote.lang.partition("-")[0]
        for quote in event.quotes
        for code in LANGUAGES
    )


# For each thing that is asked for: which events could have it, and whether one does. What stands behind the dot
# fills the blank of its words.
ASKED: dict[str, tuple[_Asked, _Asked]] = {
    "origins": (_always, _two_origins),
    "primary": (_always, _own_words),
    **{f"language.{code}": (_always, _in_language(code)) for code in LANGUAGES},
    **{f"outage_language.{code}": (_is_outage, _in_language(code)) for code in LANGUAGES},
    "archived": (_always, _archived),
    "minute": (_always, _timed),
    "length": (_is_outage, _measured),
    "acknowledged": (_is_outage, _acknowledged),
    "said": (_quotes, _quotes_timed),
    "quotation": (_always, _quotes),
    "translated": (_quotes, _translated),
}

_Parts = Callable[[Event], list[bool]]


def _whole(name: str) -> _Parts:
    """Return whether an event lacks what a share asks for, as its only part; none where it could not have it."""

    def parts(event: Event) -> list[bool]:
        could, has = ASKED[name]
        return [not has(event)] if could(event) else []

    return parts


# What makes evidence weak: how heavy it is, and which parts of an event lack it. Where some parts have it and others do
# not, it weighs as much less.
_WEIGHED: dict[str, tuple[float, _Parts]] = {
    "origins": (4, _whole("origins")),
    "archived": (3, lambda event: [not source.archive for source in event.sources.values()]),
    "reported": (2, lambda event: [event.status == "reported"]),
    **{f"language.{code}": (2, _whole(f"language.{code}")) for code in LANGUAGES},
    "length": (2, _whole("length")),
    "primary": (1, _whole("primary")),
    "minute": (1, _whole("minute")),
    "said": (1, lambda event: [not (q.at and q.at.precision is Precision.MINUTE) for q in event.quotes]),
}
