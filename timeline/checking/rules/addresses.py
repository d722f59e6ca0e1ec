"""Addresses are what they seem, lead somewhere safely, and stand once in an event."""

from collections.abc import Iterator

from timeline.reading.diagnostics import Diagnostic, Related
from timeline.record.record import EventFile, Record
from timeline.values.addresses import ended, is_copy, is_detour, page_of, straight, without_tracking
from timeline.values.links import looks_like


def _detours(file: EventFile, key: str, address: str) -> Iterator[Diagnostic]:
    clean = without_tracking(address)
    if clean != address:
        yield file.problem("L113", "sources", key, "url", found=address, suggestion=clean)
    if is_detour(address):
        yield file.problem("L114", "sources", key, "url", found=address, suggestion=straight(clean))
    if (whole := ended(address)) != address:
        yield file.problem("L116", "sources", key, "url", found=address, suggestion=whole)


def check(file: EventFile, record: Record) -> Iterator[Diagnostic]:
    """Report hosts that imitate known ones, unencrypted addresses without a copy, and repetitions."""
    seen: dict[str, str] = {}
    for key, source in file.event.sources.items():
        if imitated := looks_like(source.url, record.domains):
            yield file.problem("L106", "sources", key, "url", found=source.url, suggestion=imitated)
        if source.url.lower().startswith("http:") and not source.archive:
            mend = "https" + source.url[4:]
            yield file.problem("L110", "sources", key, "url", found=source.url, suggestion=mend)
        yield from _detours(file, key, source.url)
        if source.archive and not is_copy(source.archive, source.url):
            yield file.problem("L115", "sources", key, "archive", found=source.archive)
        first = seen.setdefault(page_of(source.url), key)
        if first != key:
            related = [Related(file.place("sources", first, "url"), "first")]
            yield file.problem("L111", "sources", key, "url", related=related, found=source.url)
