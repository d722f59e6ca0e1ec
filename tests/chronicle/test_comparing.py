"""What is compared has the outages that the figures count, and a course has what is known to the minute."""

from pathlib import Path

import pytest

from timeline.checking.result import check
from timeline.chronicle import figures
from timeline.chronicle.chronicle import Chronicle, compile_chronicle
from timeline.chronicle.comparing import comparable, course, mocked
from timeline.chronicle.eras import Era
from timeline.chronicle.mockery import time_to_mock
from timeline.values.dates import parse

EVENTS = Path(__file__).parent.parent / "site_record" / "events"
ERAS = (Era("before", "quillby", None, parse("2022-12-03")), Era("quill", "quillby", parse("2022-12-03"), None))


@pytest.fixture(scope="module")
def chronicle() -> Chronicle:
    """The record of the tests' site."""
    return compile_chronicle(check(EVENTS).record)


def test_companies(chronicle: Chronicle) -> None:
    """A company is compared by the same outages as its figures, the first lane first."""
    found = comparable(chronicle, ERAS)
    companies = [one for one in found.values() if one.sort == "company"]
    assert ["lumora", "quillby"] == [one.id for one in companies][:2]
    assert [] == [one.id for one in companies if one.outages != figures.outages(chronicle, one.id)]
    assert [] == [one.id for one in companies if one.years != figures.outages_by_year(chronicle, one.id)]


def test_platforms(chronicle: Chronicle) -> None:
    """A platform has the outages in which it failed."""
    for one in comparable(chronicle, ERAS).values():
        if one.sort == "platform":
            assert {entry.id for entry in one.entries} == {
                entry.id for entry in chronicle.held if entry.event.outage and one.id in entry.event.outage.services
            }


def test_eras(chronicle: Chronicle) -> None:
    """The eras of a company have its outages between them, each once."""
    found = comparable(chronicle, ERAS)
    parts = [entry for era in ("before", "quill") for entry in found[f"era/{era}"].entries]
    assert found["company/quillby"].entries == tuple(parts)


def test_mocked(chronicle: Chronicle) -> None:
    """The outages that the other side mocked are those of the figures, with the same waits."""
    ridiculed = {one.outage: one for one in time_to_mock(chronicle)}
    both = [mocked(one, ridiculed) for one in comparable(chronicle, ERAS).values() if one.sort == "company"]
    assert set(ridiculed) == {entry for figure, _ in both for entry in figure.entries}
    known = {entry.id: wait for _, spread in both for entry, wait in spread.known}
    assert {one.outage.id: one.wait for one in time_to_mock(chronicle) if one.wait} == known


def test_course(chronicle: Chronicle) -> None:
    """A course goes from minute 0 to the end, in order; what has no minute is no part of it."""
    entry = chronicle.by_id["2024-04-09-lumora-login-outage"]
    steps = course(entry, chronicle)
    minutes = [step.minutes for step in steps]
    assert (0, sorted(minutes)) == (minutes[0], minutes)
    length = entry.event.when.duration
    assert length is not None
    assert length.minutes in minutes
    assert () == course(chronicle.by_id["2019-07-feather-cup-failures"], chronicle)
