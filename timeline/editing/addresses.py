"""What the record knows of an address: who publishes there, and which events stand on the same page."""

import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlencode, urlsplit

from timeline.record.event import SourceEntry
from timeline.record.record import Record
from timeline.values import posts
from timeline.values.links import host
from timeline.values.text import to_id

_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|igshid|igsh|mc_[ce]id|ref_src|ref_url|s|t|si", re.IGNORECASE)
_COPY = re.compile(r"https?://web\.archive\.org/web/[^/]+/(?=https?:)")
_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])(?:[/-]?(0[1-9]|[12]\d|3[01]))?(?!\d)")


def page(address: str) -> str:
    """Return what a checked address has in common with every other address of the same page."""
    parts = urlsplit(_COPY.sub("", address))
    query = urlencode([(name, value) for name, value in parse_qsl(parts.query) if not _TRACKING.fullmatch(name)])
    return f"{parts.netloc.lower().removeprefix('www.').removeprefix('m.')}{parts.path.rstrip('/')}?{query}"


def place(address: str) -> str:
    """Return the part of a checked address that tells its publisher: its host and, of a post, the account."""
    return "/".join(part for part in (host(address), account(address)) if part)


def account(address: str) -> str:
    """Return the account, in lower case, that a checked address of a post names; of any other address nothing."""
    return urlsplit(address).path.split("/")[1].removeprefix("@").lower() if posts.is_post(address) else ""


def _reader(source: SourceEntry) -> str:
    """Return the publisher at whose address a source was read."""
    return source.via or source.publisher


class Publishers:
    """The publishers of a record by the places where they publish: as its sources say, and its vocabulary."""

    def __init__(self, record: Record) -> None:
        counts: dict[str, Counter[str]] = {}
        for file in record.files.values():
            for source in file.event.sources.values():
                counts.setdefault(place(source.url), Counter())[_reader(source)] += 1
        self._accounts = record.vocabulary.publishers.keys()
        self._places = {where: found.most_common(1)[0][0] for where, found in counts.items()}
        for name, publisher in record.vocabulary.publishers.items():
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


def published(address: str) -> str | None:
    """Return the day, or month, that stands in a checked address, or that the number of a post gives."""
    if found := posts.published(address):
        return f"{found:%Y-%m-%d}"
    match = _DATE.search(urlsplit(address).path)
    return "-".join(part for part in match.groups() if part) if match else None


def on_the_same_page(address: str, record: Record) -> Iterator[str]:
    """Yield the ids of the events that have a source at the page of a checked address."""
    wanted = page(address)
    for id_, file in record.files.items():
        if any(page(source.url) == wanted for source in file.event.sources.values()):
            yield id_
