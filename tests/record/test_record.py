"""Loading a record finds every file that says an event, and tells what is wrong with the others."""

import gc
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.golden import NOW, RECORD
from tests.records import JAB, OUTAGE, changed, laid
from timeline.reading.files import FoundFile
from timeline.record.record import Record, load, reference_time

EVENTS = ["2024-03-05-alpha-outage", "2024-03-05-ben-mocks"]


def test_record() -> None:
    """Every event is there under its id, with its folder and its name in messages."""
    record, problems = load(RECORD)
    assert [] == problems
    assert EVENTS == list(record.files)
    file = record.files[EVENTS[0]]
    assert ("2024", f"small_record/{OUTAGE}") == (file.folder, file.source.name)


def test_progress(tmp_path: Path) -> None:
    """Whoever waits is told of every file, and may not change what is read."""
    seen: list[str] = []

    def progress(files: Iterable[FoundFile]) -> Iterable[FoundFile]:
        for file in files:
            seen.append(file.id)
            yield file

    record, _ = load(laid(tmp_path), progress)
    assert seen == list(record.files)


def test_unreadable(tmp_path: Path) -> None:
    """A file with a mistake is no event, but its id is known."""
    record, problems = load(laid(tmp_path, {JAB: "kind: [\n"}))
    assert ([EVENTS[0]], frozenset([EVENTS[1]])) == (list(record.files), record.unreadable)
    assert ["Y101"] == [problem.code for problem in problems]


@pytest.mark.parametrize("was_on", [True, False])
def test_garbage_collector(was_on: bool) -> None:
    """Loading leaves the garbage collector as it was."""
    before = gc.isenabled()
    try:
        (gc.enable if was_on else gc.disable)()
        load(RECORD)
        assert was_on == gc.isenabled()
    finally:
        (gc.enable if before else gc.disable)()


def test_mistake_of_form_is_told_once(tmp_path: Path) -> None:
    """A value that YAML does not give is not called empty as well."""
    _, problems = load(laid(tmp_path, {JAB: changed(JAB, ("kind: jab", "kind: *jab"))}))
    assert ["Y103"] == [problem.code for problem in problems]


def test_aliases(tmp_path: Path) -> None:
    """A former id leads to its event; an id that is in use is nobody's former one."""
    alias = "added: 2024-03-06\naliases: [old-id, 2024-03-05-alpha-outage]"
    record, _ = load(laid(tmp_path, {JAB: changed(JAB, ("added: 2024-03-06", alias))}))
    assert {"old-id": "2024-03-05-ben-mocks"} == record.aliases


def test_outages(tmp_path: Path) -> None:
    """A company's outages are in order of time, without those whose minute is not known."""
    earlier = changed(OUTAGE, ("2024-03-05T15:00Z", "2024-03-05T14:00Z"))
    coarse = changed(OUTAGE, ("started: 2024-03-05T15:00Z", "started: 2024-03-05"))
    root = laid(tmp_path, {"2024/z-earlier.yml": earlier, "2024/2024-03-05-coarse.yml": coarse})
    assert {"alpha": ["z-earlier", EVENTS[0]]} == {
        company: [file.id for file in files] for company, files in load(root)[0].outages.items()
    }


def test_without_events() -> None:
    """A record without its events keeps its vocabulary and its time."""
    record, _ = load(RECORD)
    emptied = record.without_events()
    assert ({}, record.vocabulary, record.now) == (emptied.files, emptied.vocabulary, emptied.now)


def test_reference_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Now is when SOURCE_DATE_EPOCH says, and else when the clock does."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOW)
    assert datetime.fromtimestamp(int(NOW), UTC) == reference_time() == Record(load(RECORD)[0].vocabulary, {}).now
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert UTC == reference_time().tzinfo
