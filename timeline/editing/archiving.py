"""Archived copies of a record's pages: found at the Internet Archive's Wayback Machine, or asked for there."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote, urlencode

from timeline.editing.web import Answer, Client
from timeline.record.event import SourceEntry
from timeline.record.record import Record
from timeline.values import posts

AVAILABLE = "https://archive.org/wayback/available"
SAVE = "https://web.archive.org/save/"
COPIES = "https://web.archive.org/web/"

_COPY = re.compile(r"/web/(?P<time>\d{14})(?:[a-z]{2}_)?/(?P<address>https?:/.*)")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A source without a copy."""

    event: str
    key: str
    source: SourceEntry


def wanted(record: Record) -> Iterator[Wanted]:
    """Yield the sources that have no copy, those whose page is gone first; a copy of a post shows a log-in page."""
    found = [
        Wanted(name, key, source)
        for name, file in sorted(record.files.items())
        for key, source in file.event.sources.items()
        if source.archive is None and not posts.is_post(source.url)
    ]
    yield from sorted(found, key=lambda one: one.source.gone is None)


@dataclass(frozen=True, slots=True)
class Archive:
    """The Wayback Machine, by its two interfaces: is there a copy (JSON), and please make one."""

    client: Client
    available: str = AVAILABLE
    save: str = SAVE

    def find(self, source: SourceEntry) -> str | None:
        """Return the address of the copy that is nearest to the day of publication and no older than it."""
        day = source.published.start if source.published else None
        near = {"timestamp": f"{day:%Y%m%d}"} if day else {}
        answer = self.client.get(f"{self.available}?{urlencode({'url': source.url, **near})}")
        if answer.status != 200:
            return None
        try:
            closest = json.loads(answer.body)["archived_snapshots"]["closest"]
            time, status, there = closest["timestamp"], closest["status"], closest["available"]
        except (ValueError, KeyError, TypeError):
            return None
        if not there or status != "200" or not re.fullmatch(r"\d{14}", str(time), re.ASCII):
            return None
        if day and datetime.strptime(time, "%Y%m%d%H%M%S").replace(tzinfo=day.tzinfo) < day:
            return None
        return f"{COPIES}{time}/{source.url}"

    def ask_for(self, source: SourceEntry) -> str | None:
        """Have a copy made of a page that is still there, and return its address, if there is one at once."""
        answer = self.client.get(self.save + quote(source.url, safe=":/?=&%#~+,;@!'()*[]-._$"))
        found = self._made(answer) if answer.status == 200 else None
        return f"{COPIES}{found}/{source.url}" if found else None

    @staticmethod
    def _made(answer: Answer) -> str | None:
        for text in (answer.location, answer.url):
            if match := _COPY.search(text):
                return match["time"]
        return None
