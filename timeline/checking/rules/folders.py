"""An event's file lies in the folder of the year in which it began."""

from collections.abc import Iterator

from timeline.reading.diagnostics import Diagnostic
from timeline.record.record import EventFile, Record


def check(file: EventFile, record: Record) -> Iterator[Diagnostic]:
    """Compare the folder with the year of ``when.started``, in UTC."""
    year = f"{file.event.when.started.start:%Y}"
    if file.folder != year:
        found = file.source.name.rpartition("/")[0]
        yield file.problem("F106", "when", "started", found=found, year=year, suggestion=f"{year}/{file.id}.yml")
