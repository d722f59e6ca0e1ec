"""What the record knows of the page at an address: which events stand on it, and when it was published."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlencode, urlsplit

from timeline.record.record import Record
from timeline.values import posts

_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|igshid|igsh|mc_[ce]id|ref_src|ref_url|s|t|si", re.IGNORECASE)
_COPY = re.compile(r"https?://web\.archive\.org/web/[^/]+/(?=https?:)")
_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])(?:[/-]?(0[1-9]|[12]\d|3[01]))?(?!\d)")


def page(address: str) -> str:
    """Return what a checked address has in common with every other address of the same page."""
    parts = urlsplit(_COPY.sub("", address))
    query = urlencode([(name, value) for name, value in parse_qsl(parts.query) if not _TRACKING.fullmatch(name)])
    return f"{parts.netloc.lower().removeprefix('www.').removeprefix('m.')}{parts.path.rstrip('/')}?{query}"


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
