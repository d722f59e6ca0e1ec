"""Addresses are what they seem, lead somewhere safely, and stand once in an event."""

from collections.abc import Iterator

from timeline.reading.diagnostics import Diagnostic, Related
from timeline.record.record import EventFile, Record
from timeline.values.links import looks_like


def check(file: EventFile, record: Record) -> Iterator[Diagnostic]:
    """Report hosts that imitate known ones, unencrypted addresses without a copy, and repetitions."""
    seen: dict[str, str] = {}
    for key, source in file.event.sources.items():
        if imitated := looks_like(source.url, record.domains):
            yield file.problem("L106", "sources", key, "url", found=source.url, suggestion=imitated)
        if source.url.lower().startswith("http:") and not source.archive:
            mend = "https" + source.url[4:]
            yield file.problem("L110", "sources", key, "url", found=source.url, suggestion=mend)
        first = seen.setdefault(source.url, key)
        if first != key:
            related = [Related(file.place("sources", first, "url"), "first")]
            yield file.problem("L111", "sources", key, "url", related=related, found=source.url)
