"""The time to mock is measured from what the record says, and never guessed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.records import changed, event, laid, outage, related
from timeline.checking.result import check
from timeline.chronicle.chronicle import Chronicle, compile_chronicle
from timeline.chronicle.figures import NONE, UNKNOWN
from timeline.chronicle.mockery import Mockery, stages, time_to_mock, waits
from timeline.values.dates import Duration

DOWN = "2024-05-05-down"

Make = Callable[..., Chronicle]


def jab(started: str, by: str = "ben-example", to: str = "alpha", on: str = "betanet", *, at: str | None = DOWN) -> str:
    """Return a jab, as a rule at the outage of these tests."""
    move = f"move: {{by: [{by}], to: [{to}], on: {on}}}\n"
    return event(started, move + (related("responds-to", at) if at else "")).replace("kind: statement", "kind: jab")


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Make a chronicle of an outage and jabs, by the last part of their ids."""

    def made(start: str = "2024-05-05T10:00Z", **jabs: str) -> Chronicle:
        files = {f"2024/{DOWN}.yml": outage(start)}
        files |= {f"2024/2024-05-05-{name}.yml": text for name, text in jabs.items()}
        checked = check(laid(tmp_path, files))
        assert () == checked.errors
        return compile_chronicle(checked.record)

    return made


def mocked(chronicle: Chronicle) -> Mockery:
    """Return the mockery of the outage of these tests."""
    return next(one for one in time_to_mock(chronicle) if one.outage.id == DOWN)


def names(one: Mockery) -> tuple[str, list[str], list[str]]:
    """Return the first jab, all of them, and those that may have been earlier, by the last part of their ids."""
    return one.first.id[11:], [jab.id[11:] for jab in one.jabs], [jab.id[11:] for jab in one.perhaps_earlier]


def test_first_jab(make: Make) -> None:
    """The first jab counts, not the second."""
    one = mocked(make(later=jab("2024-05-05T12:00Z"), sooner=jab("2024-05-05T10:58Z")))
    assert Duration(58, exact=True) == one.wait
    assert ("sooner", ["sooner", "later"], []) == names(one)


def test_record_of_the_tests(tmp_path: Path) -> None:
    """In the tests' own record the rival took an hour."""
    (one,) = time_to_mock(compile_chronicle(check(laid(tmp_path)).record))
    assert ("2024-03-05-alpha-outage", Duration(60, exact=True)) == (one.outage.id, one.wait)


def test_own_side(make: Make) -> None:
    """Who mocks an outage of the own side is not the rival."""
    own = jab("2024-05-05T10:05Z", by="ann-example")
    assert ("rival", ["rival"], []) == names(mocked(make(own=own, rival=jab("2024-05-05T10:20Z"))))


def test_neither_side(tmp_path: Path) -> None:
    """A company without a lane is nobody's rival: neither its jabs count nor jabs at it."""
    companies = "vocabulary/companies.yml"
    files = {
        companies: changed(companies) + "gamma:\n  name: {en: Gamma, ar: غاما}\n",
        f"2024/{DOWN}.yml": outage("2024-05-05T10:00Z", company="gamma", services="[betanet]"),
        "2024/2024-05-05-at-gamma.yml": jab("2024-05-05T10:05Z", to="gamma"),
        "2024/2024-03-05-by-gamma.yml": jab("2024-03-05T15:01Z", by="gamma", at="2024-03-05-alpha-outage"),
    }
    chronicle = compile_chronicle(check(laid(tmp_path, files)).record)
    assert [("2024-03-05-alpha-outage", "2024-03-05-ben-mocks")] == [
        (one.outage.id, one.first.id) for one in time_to_mock(chronicle)
    ]
    assert [("beta", "betanet")] == list(stages(chronicle))


def test_only_jabs(make: Make) -> None:
    """A statement about an outage does not mock it, and a jab that does not answer it mocks something else."""
    said = jab("2024-05-05T10:05Z").replace("kind: jab", "kind: statement")
    chronicle = make(said=said, elsewhere=jab("2024-05-05T10:10Z", at=None))
    assert [] == [one for one in time_to_mock(chronicle) if one.outage.id == DOWN]


def test_debunked(make: Make) -> None:
    """A jab that was never made is none."""
    false = jab("2024-05-05T10:05Z").replace("status: reported", "status: debunked")
    false += "doubt: {en: It was made up, ar: هذا مختلق}\n"
    assert Duration(30, exact=True) == mocked(make(false=false, real=jab("2024-05-05T10:30Z"))).wait


@pytest.mark.parametrize(("start", "said"), [("10:00Z~", "10:58Z"), ("10:00Z", "10:58Z?"), ("10:00Z%", "10:58Z~")])
def test_about(make: Make, start: str, said: str) -> None:
    """A start or a minute that is not certain makes the time to mock approximate."""
    one = mocked(make(f"2024-05-05T{start}", jab=jab(f"2024-05-05T{said}")))
    assert Duration(58, exact=False) == one.wait


@pytest.mark.parametrize(("start", "said"), [("2024-05-05", "2024-05-05T10:58Z"), ("2024-05-05T10:00Z", "2024-05-05")])
def test_minute_unknown(make: Make, start: str, said: str) -> None:
    """A day is no minute: of a start or a jab known by its day alone it is said that it was the same day, no more."""
    one = mocked(make(start, jab=jab(said)))
    assert (None, True) == (one.wait, one.same_day)


def test_another_day(make: Make) -> None:
    """What is not known to be of one day is not said to be."""
    assert (None, False) == ((one := mocked(make(jab=jab("2024-05-06")))).wait, one.same_day)


def test_month(tmp_path: Path) -> None:
    """Of a month it is not known which day."""
    text = jab("2024-05")
    record = check(laid(tmp_path, {f"2024/{DOWN}.yml": outage("2024-05"), "2024/2024-05-jab.yml": text})).record
    one = mocked(compile_chronicle(record))
    assert (None, False) == (one.wait, one.same_day)


def test_perhaps_earlier(make: Make) -> None:
    """A jab of the day whose minute is unknown may have come before the first one whose minute is known."""
    one = mocked(make(day=jab("2024-05-05"), first=jab("2024-05-05T10:58Z"), next=jab("2024-05-06")))
    assert Duration(58, exact=True) == one.wait
    assert ("first", ["day", "first", "next"], ["day"]) == names(one)


def test_waits(make: Make) -> None:
    """The waits of a company's outages are known, unknown, or there was no mockery."""
    chronicle = make(jab=jab("2024-05-05"))
    ridiculed = {one.outage: one for one in time_to_mock(chronicle)}
    found = waits(ridiculed, [entry for entry in chronicle.held if entry.event.outage])
    assert [60] == [length.minutes for _, length in found.known]
    assert {UNKNOWN: [DOWN]} == {reason: [e.id for e in figure.entries] for reason, figure in found.rest.items()}
    assert {NONE} == waits({}, [chronicle.by_id[DOWN]]).rest.keys()


def test_stages(make: Make) -> None:
    """Jabs of one side at the other are counted by maker and platform; others are not."""
    chronicle = make(
        own=jab("2024-05-05T11:00Z", by="ann-example", to="alpha", at=None),
        back=jab("2024-05-05T12:00Z", by="ann-example", to="ben-example", at=None),
        press=jab("2024-05-05T13:00Z", on="press"),
    )
    found = {key: [entry.id[11:] for entry in figure.entries] for key, figure in stages(chronicle).items()}
    assert {("beta", "betanet"): ["ben-mocks"], ("alpha", "betanet"): ["back"], ("beta", "press"): ["press"]} == found
