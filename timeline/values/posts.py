"""When a post was published, as the number in its own address says.

Some networks number their posts by time: the bits above the lowest few count the milliseconds since a day of the
network's own. ``posts.json`` lists the networks of which that is sure, and from when on: by whole digits or by a
code that is a number too. Where a network gives the number to a draft, or gave it before it opened, it is not there.
"""

import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache, reduce
from importlib.resources import files
from urllib.parse import urlsplit

from timeline.values.dates import Moment, Precision
from timeline.values.links import host

_START = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Network:
    """How a network's addresses hold a number, and how the number holds a time."""

    hosts: frozenset[str]
    path: "re.Pattern[str]"
    """The path of a post's address, with the number as its group."""
    digits: str
    shift: int
    """How many of the lowest bits say nothing of time."""
    epoch: int
    """Milliseconds since 1970 at which the network's time begins."""
    since: datetime
    """From when on the number is the time of publication."""

    def published(self, number: str) -> datetime | None:
        """Return the second (UTC) that a number stands for, where that is sure."""
        value = reduce(lambda found, digit: found * len(self.digits) + self.digits.index(digit), number, 0)
        milliseconds = (value >> self.shift) + self.epoch
        moment = _START + timedelta(seconds=milliseconds // 1000)
        return moment if moment >= self.since else None


@cache
def _networks() -> dict[str, Network]:
    """Return the networks by the hosts of their addresses."""
    found = json.loads((files("timeline.values") / "posts.json").read_bytes())
    networks = (
        Network(
            frozenset(one["hosts"]),
            re.compile(one["path"], re.ASCII),
            one["digits"],
            one["shift"],
            one["epoch"],
            datetime.fromisoformat(one["since"]),
        )
        for one in found
    )
    return {name: network for network in networks for name in network.hosts}


def published(address: str) -> datetime | None:
    """Return the second (UTC) in which a post was published, if a checked address is a post's and its number says."""
    network = _networks().get(host(address))
    match = network.path.fullmatch(urlsplit(address).path) if network else None
    return network.published(match[1]) if network and match else None


def hosts(address: str) -> frozenset[str]:
    """Return all hosts of the network on which a post stands; of an address that is no post's none."""
    return _networks()[host(address)].hosts if is_post(address) else frozenset()


def minute(address: str) -> Moment | None:
    """Return the minute in which a post was published, if a checked address is a post's and its number says."""
    second = published(address)
    return Moment(second.replace(second=0), Precision.MINUTE) if second else None


def names_no_post(address: str) -> bool:
    """Say whether a checked address is on such a network, but of an account or a page and no post."""
    return host(address) in _networks() and not is_post(address)


def is_post(address: str) -> bool:
    """Say whether a checked address is that of a post on a network whose addresses are known here."""
    network = _networks().get(host(address))
    return network is not None and network.path.fullmatch(urlsplit(address).path) is not None
