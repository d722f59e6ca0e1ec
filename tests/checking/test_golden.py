"""Every mistake is refused with its code, its place and its mend; what only looks like one comes out right."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from tests.golden import BAD, ELSEWHERE, GOOD, NOW, RECORD, cases, check, lay
from timeline.checking import catalogue
from timeline.record.record import load

SHOWN = re.compile(r":\d+:\d+: (?:error|warning) ([A-Z]\d{3}): ")
HEADS = re.compile(r"^(\S.*:\d+:\d+): \S+ ([A-Z]\d{3}): ", re.MULTILINE)

every_good_case = pytest.mark.parametrize("case", cases(GOOD), ids=lambda case: case.name)


@dataclass(frozen=True)
class Bad:
    """A bad case, the record made of it, and what a check of that prints in English."""

    case: Path
    root: Path
    result: Result

    @property
    def code(self) -> str:
        """The code that the case is about."""
        return code_of(self.case)


@pytest.fixture(scope="module", params=cases(BAD), ids=lambda case: case.name)
def bad(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Bad:
    """One bad case after the other, each checked once."""
    root = lay(request.param, tmp_path_factory.mktemp("bad") / "events")
    return Bad(request.param, root, check(root))


def code_of(case: Path) -> str:
    """Return the code that a case is named after."""
    return case.name.partition("-")[0]


def value_at(event: Any, path: str) -> str:
    """Return a value of an event as text, by a path such as ``quotes.0.text``."""
    for step in path.split("."):
        if isinstance(event, tuple):
            event = event[int(step)]
        else:
            event = event[step] if isinstance(event, dict) else getattr(event, step)
    return str(event)


def test_report(bad: Bad) -> None:
    """A bad case prints the report that is expected, word for word, and nothing else."""
    assert (bad.case / "expected.txt").read_text("utf-8") == bad.result.stdout


def test_code(bad: Bad) -> None:
    """A bad case shows the code that it is named after."""
    assert {bad.code} <= set(SHOWN.findall(bad.result.stdout))


def test_exit_status(bad: Bad) -> None:
    """An error fails the check, a warning does not."""
    assert (1 if catalogue.code(bad.code).level == "error" else 0) == bad.result.exit_code


def test_arabic_report(bad: Bad) -> None:
    """The report in Arabic names the same places and codes as the one in English, and fails as it does."""
    arabic = check(bad.root, "--language", "ar")
    assert HEADS.findall(bad.result.stdout) == HEADS.findall(arabic.stdout)
    assert bad.result.exit_code == arabic.exit_code


def test_a_case_for_each_code() -> None:
    """Every code of the catalogue has a bad case."""
    assert set(catalogue.names()) - ELSEWHERE == {code_of(case) for case in cases(BAD)}


@every_good_case
def test_no_report(case: Path, tmp_path: Path) -> None:
    """A good case has nothing wrong with it."""
    result = check(lay(case, tmp_path / "events"))
    assert ("", 0) == (result.stdout, result.exit_code)


@every_good_case
def test_values(case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The values of a good case are read as they were written."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOW)
    record, _ = load(lay(case, tmp_path / "events"))
    values = case / "expected.json"
    expected = json.loads(values.read_text("utf-8")) if values.exists() else {}
    events = {file: record.files[file].event for file in expected}
    assert expected == {file: {path: value_at(events[file], path) for path in expected[file]} for file in expected}


def test_record_is_clean() -> None:
    """The record that all cases begin with has nothing wrong with it."""
    result = check(RECORD)
    assert ("", 0) == (result.stdout, result.exit_code)
