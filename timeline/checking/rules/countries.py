"""Every country that an outage names is one (ISO 3166-1)."""

from collections.abc import Iterator

from timeline.language import countries
from timeline.reading.diagnostics import Diagnostic
from timeline.record.record import EventFile, Record


def check(file: EventFile, record: Record) -> Iterator[Diagnostic]:
    """Report the codes that belong to no country."""
    for i, code in enumerate(file.event.outage.countries if file.event.outage else ()):
        if code not in countries():
            yield file.problem("V110", "outage", "countries", i, found=code)
