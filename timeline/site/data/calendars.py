"""Calendars (RFC 5545): outages with their start and end, moves, and every known day as a day of each year.

What is known to the day only is of that day; what is known to the month or the year covers it, and nothing is taken
up by it: no hour is invented.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from icalendar import Calendar, Event
from icalendar.prop import vRecur

from timeline.chronicle.chronicle import Entry
from timeline.language import Language
from timeline.site.parts.page import Artifact
from timeline.site.publication import Publication, first_id
from timeline.values.dates import Moment, Precision

FOLDER = "calendars"

# The calendars, and the word that names each.
NAMES = {"outages": "feeds.outages", "moves": "feeds.moves", "on-this-day": "days.title"}


class Calendars:
    """The calendars of a publication in one language."""

    def __init__(self, publication: Publication, language: Language) -> None:
        self.publication, self.language = publication, language

    def files(self) -> Iterator[Artifact]:
        """Yield the calendars of outages, of moves, and of the days of the year."""
        entries = self.publication.chronicle.held
        yield self._file("outages", [self._once(entry) for entry in entries if entry.event.outage])
        yield self._file("moves", [self._once(entry) for entry in entries if not entry.event.outage])
        known = (entry for entry in entries if entry.event.when.started.precision >= Precision.DAY)
        yield self._file("on-this-day", [self._yearly(entry) for entry in known])

    def _file(self, name: str, events: Iterable[Event]) -> Artifact:
        title, code = self.language.word(NAMES[name]), self.language.code
        site, path = self.publication.settings.name.in_language(code), f"{FOLDER}/{name}.ics"
        calendar = Calendar()
        calendar.add("prodid", f"-//{self.publication.host}//timeline//{code.upper()}")
        calendar.add("version", "2.0")
        for field in ("name", "x-wr-calname"):  # RFC 7986, and what programs read that are older than it
            calendar.add(field, f"{title} · {site}")
        calendar.add("source", self.publication.address(self.language, path), parameters={"VALUE": "URI"})
        calendar.add("refresh-interval", timedelta(days=1), parameters={"VALUE": "DURATION"})
        for event in events:
            calendar.add_component(event)
        return Artifact(f"{code}/{path}", calendar.to_ical())

    def _once(self, entry: Entry) -> Event:
        event = self._event(entry, "")
        begins, ends = _stretch(entry.event.when.started, entry.event.when.resolved)
        event.add("dtstart", begins)
        if ends:
            event.add("dtend", ends)
        return event

    def _yearly(self, entry: Entry) -> Event:
        event = self._event(entry, "yearly-")
        event.add("dtstart", entry.event.when.started.start.date())
        event.add("rrule", vRecur({"FREQ": "YEARLY"}))
        return event

    def _event(self, entry: Entry, prefix: str) -> Event:
        own, code = entry.event, self.language.code
        event = Event()
        event.add("uid", f"{prefix}{first_id(entry)}-{code}@{self.publication.host}")
        event.add("dtstamp", own.updated.start)
        event.add("created", own.added.start)
        event.add("last-modified", own.updated.start)
        event.add("summary", own.title.in_language(code), parameters={"LANGUAGE": code})
        said = f"{self.language.date(own.when.started)}\n{own.summary.in_language(code)}"
        event.add("description", said, parameters={"LANGUAGE": code})
        event.add("url", self.publication.address(self.language, f"events/{entry.id}/"))
        event.add("categories", [self.publication.chronicle.vocabulary.kinds[own.kind].name.in_language(code)])
        event.add("transp", "TRANSPARENT")
        return event


def _stretch(started: Moment, resolved: Moment | None) -> tuple[date | datetime, date | datetime | None]:
    """Return when something begins and ends: instants where minutes are known, else whole days, the end left out."""
    if started.precision is Precision.MINUTE:
        ends = resolved.start if resolved and resolved.precision is Precision.MINUTE else None
        return started.start, ends if ends and ends > started.start else None
    last = resolved.end if resolved and resolved.precision >= Precision.DAY else started.end
    day = last.date() if last.time() == datetime.min.time() else last.date() + timedelta(days=1)
    return started.start.date(), day
