"""Calendars are read back by two readers, and invent no hour."""

from datetime import UTC, date, datetime, time
from typing import Any

import icalendar
import pytest
import vobject

from tests import direct, hostile
from tests.site.data import published
from timeline.chronicle.chronicle import Chronicle, Entry
from timeline.values.bilingual import LANGUAGES, LanguageCode
from timeline.values.dates import Precision

NAMES = ("outages", "moves", "on-this-day")
every_language = pytest.mark.parametrize("code", LANGUAGES)
every_calendar = pytest.mark.parametrize("name", NAMES)

Files = dict[str, bytes]


@pytest.fixture(scope="module")
def files(chronicle: Chronicle) -> Files:
    """What is published of the site's record."""
    return published.files(chronicle)


def events(files: Files, code: str, name: str) -> dict[str, Any]:
    """Read a calendar's events by the id in their address."""
    calendar = icalendar.Calendar.from_ical(files[f"{code}/calendars/{name}.ics"])
    assert [] == calendar.errors
    return {str(event["url"]).rstrip("/").rpartition("/")[2]: event for event in calendar.walk("VEVENT")}


@every_language
@every_calendar
def test_two_readers_agree(files: Files, code: LanguageCode, name: str) -> None:
    """Two programs that share nothing read the same texts and the same times."""
    second = vobject.readOne(files[f"{code}/calendars/{name}.ics"].decode())
    first = events(files, code, name)
    assert {str(e["uid"]): (str(e["summary"]), e["dtstart"].dt) for e in first.values()} == {
        e.uid.value: (e.summary.value, e.dtstart.value) for e in second.vevent_list
    }


def whole_days(value: Any) -> bool:
    """Say whether a time of a calendar is a day."""
    return isinstance(value, date) and not isinstance(value, datetime)


def covers(event: Any, entry: Entry) -> bool:
    """Say whether an all-day event begins with the first day that is meant and ends behind the last."""
    when, begins, ends = entry.event.when, event["dtstart"].dt, event["dtend"].dt
    last = when.resolved.end if when.resolved and when.resolved.precision >= Precision.DAY else when.started.end
    behind = datetime.combine(ends, time.min, UTC)
    return begins == when.started.start.date() and behind >= last and (behind - last).days < 1


@every_language
def test_times(files: Files, code: LanguageCode, chronicle: Chronicle) -> None:
    """What is known to the minute has its minute, what is known less finely fills days, and no end is made up."""
    found = events(files, code, "outages") | events(files, code, "moves")
    precisions = set()
    for one, event in found.items():
        entry = chronicle.by_id[one]
        started, resolved = entry.event.when.started, entry.event.when.resolved
        precisions.add(started.precision)
        if started.precision is Precision.MINUTE:
            known = resolved.start if resolved and resolved.precision is Precision.MINUTE else None
            assert (started.start, known) == (event["dtstart"].dt, event["dtend"].dt if "dtend" in event else None)
        else:
            assert whole_days(event["dtstart"].dt)
            assert whole_days(event["dtend"].dt)
            assert covers(event, entry)
        assert "TRANSPARENT" == event["transp"]
    assert {Precision.MINUTE, Precision.DAY} <= precisions


@every_language
def test_every_year(files: Files, code: LanguageCode, chronicle: Chronicle) -> None:
    """What happened on a known day comes again on the day each year; nothing else does."""
    found = events(files, code, "on-this-day")
    known = {e.id for e in chronicle.held if e.event.when.started.precision >= Precision.DAY}
    assert known == found.keys()
    for one, event in found.items():
        assert (chronicle.by_id[one].event.when.started.start.date(), ["YEARLY"]) == (
            event["dtstart"].dt, event["rrule"]["FREQ"],
        )  # fmt: skip


def test_names_last() -> None:
    """An event keeps its name in a calendar when its file gets another one, and has one name in each calendar."""
    event = hostile.titled("plain")
    before = published.files(direct.chronicle_of({"2024-03-05-first": event}))
    after = published.files(direct.chronicle_of({"2024-03-05-second": event | {"aliases": ["2024-03-05-first"]}}))
    uids = [{str(e["uid"]) for n in NAMES[1:] for e in events(one, "en", n).values()} for one in (before, after)]
    assert (2, uids[0]) == (len(uids[0]), uids[1])


@every_language
@every_calendar
def test_lines(files: Files, code: LanguageCode, name: str) -> None:
    """No line is longer than 75 octets, and each ends as RFC 5545 says."""
    content = files[f"{code}/calendars/{name}.ics"]
    lines = content.split(b"\r\n")
    assert (b"", True) == (lines[-1], all(len(line) <= 75 for line in lines))
    assert b"\n" not in content.replace(b"\r\n", b"")
