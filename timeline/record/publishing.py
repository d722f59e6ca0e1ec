"""Who publishes at an address: as the record's sources say, and its vocabulary."""

from collections import Counter
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from timeline.record.event import SourceEntry
from timeline.record.vocabulary import Publisher
from timeline.values import posts
from timeline.values.links import host
from timeline.values.text import to_id


def place(address: str) -> str:
    """Return the part of a checked address that tells its publisher: its host and, of a post, the account."""
    return "/".join(part for part in (host(address), account(address)) if part)


def account(address: str) -> str:
    """Return the account, in lower case, that a checked address of a post names; of any other address nothing."""
    return urlsplit(address).path.split("/")[1].removeprefix("@").lower() if posts.is_post(address) else ""


class Publishers:
    """The publishers of a record by the places where they publish: as its sources say, and its vocabulary."""

    def __init__(self, publishers: Mapping[str, Publisher], sources: Iterable[SourceEntry]) -> None:
        counts: dict[str, Counter[str]] = {}
        for source in sources:
            reader = source.via or source.publisher  # who publishes at the address
            if reader in publishers:
                counts.setdefault(place(source.url), Counter())[reader] += 1
        self._accounts = publishers.keys()
        self._places = {where: found.most_common(1)[0][0] for where, found in counts.items()}
        for name, publisher in publishers.items():
            self._places |= dict.fromkeys(publisher.domain, name)

    def of(self, address: str) -> str | None:
        """Return the publisher at a checked address, by its host or one that it is part of, if the record knows it."""
        whole = place(address)
        if account(address):
            made = proposed_id(address)  # which names the account and the network, so that no other is meant
            return self._places.get(whole) or (made if made in self._accounts else None)
        labels = whole.split(".")
        wider = (".".join(labels[first:]) for first in range(len(labels) - 1))
        return next((self._places[one] for one in wider if one in self._places), None)


def proposed_id(address: str) -> str:
    """Return an id for a publisher that the record does not know yet."""
    first, _, account = place(address).partition("/")
    labels = first.split(".")
    # A name under two letters of a country, such as co.uk, has its own name one label further to the left.
    last = -3 if len(labels) > 2 and len(labels[-1]) == 2 and len(labels[-2]) <= 3 else -2
    name = labels[last] if len(labels) >= -last else labels[0]
    return to_id(f"{account}-on-{name}" if account else name) or "publisher"


def whole_id(address: str) -> str:
    """Return an id for a publisher whose shorter one is another's."""
    return to_id(place(address)) or "publisher"
