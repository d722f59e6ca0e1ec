"""What the record finds of two sides is counted from the record alone."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.records import event, laid, outage, related
from timeline.checking.result import check
from timeline.chronicle.chronicle import Chronicle, compile_chronicle
from timeline.chronicle.finding import findings, last
from timeline.chronicle.mockery import time_to_mock

Make = Callable[..., Chronicle]

JAB = "move: {by: [ben-example], to: [alpha], on: betanet}\n"


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Make a chronicle of the tests' own record with other events, by their ids."""

    def made(**events: str) -> Chronicle:
        files = {f"{one[1:5]}/{one[1:].replace('_', '-')}.yml": text for one, text in events.items()}
        checked = check(laid(tmp_path, files))
        assert () == checked.errors
        return compile_chronicle(checked.record)

    return made


def jab(started: str, at: str) -> str:
    """Return a jab at an outage."""
    return event(started, JAB + related("responds-to", at)).replace("kind: statement", "kind: jab")


def test_both_sides(make: Make) -> None:
    """Of each side the outages are counted, and those that the other side mocked, with the shortest known wait."""
    found = findings(
        make(_2025_05_05_down=outage("2025-05-05T10:00Z"), _2025_05_06_jab=jab("2025-05-05T10:07Z", "2025-05-05-down"))
    )
    alpha, beta = found
    assert ("alpha", "beta") == (alpha.company, alpha.rival) == (beta.rival, beta.company)
    assert {"2024-03-05-alpha-outage", "2025-05-05-down"} == {one.outage.id for one in alpha.mocked}
    assert alpha.soonest is not None
    assert "2025-05-05-down" == alpha.soonest.outage.id
    assert () == beta.mocked
    assert beta.soonest is None


def test_newest(make: Make) -> None:
    """Last down is the outage that began last, and last mocked the jab that was made last, of some outages alone."""
    chronicle = make(
        _2025_05_05_down=outage("2025-05-05T10:00Z"),
        _2025_05_06_jab=jab("2025-05-06", "2025-05-05-down"),
        _2025_07_07_down=outage("2025-07-07"),
    )
    newest = last(chronicle.companies["alpha"], time_to_mock(chronicle))
    assert ("2025-07-07-down", "2025-05-06-jab") == (newest.outage and newest.outage.id, newest.jab and newest.jab.id)
    older = last([chronicle.by_id["2024-03-05-alpha-outage"]], time_to_mock(chronicle))
    assert "2024-03-05-ben-mocks" == (older.jab and older.jab.id)


def test_nothing_was_down(make: Make) -> None:
    """What was never down has no last time."""
    chronicle = make()
    moves = [entry for entry in chronicle.entries if not entry.event.outage]
    assert (None, None) == (last(moves, time_to_mock(chronicle)).outage, last(moves, time_to_mock(chronicle)).jab)
