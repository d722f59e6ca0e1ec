"""An event's file lies in the folder of the year in which it began."""

from collections.abc import Iterator

from timeline.checking.rules.contradictions import named_day
from timeline.reading.diagnostics import Diagnostic
from timeline.record.record import EventFile, Record


def check(file: EventFile, record: Record) -> Iterator[Diagnostic]:
    """Compare the folder with the year of ``when.started``, in UTC."""
    year = f"{file.event.when.started.start:%Y}"
    if file.folder != year:
        found = file.source.name.rpartition("/")[0]
        mend = f"{year}/{file.id}.yml"
        named = named_day(file.id)
        if named and f"{named.start:%Y}" == file.folder:  # two dates agree: the third is the slip
            mend = str(file.event.when.started).replace(year, file.folder, 1)
        yield file.problem("F106", "when", "started", found=found, year=year, suggestion=mend)
