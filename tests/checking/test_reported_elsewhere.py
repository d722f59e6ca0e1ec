"""Mistakes that others reported of programs like this one: each is told here, with its code and its mend."""

from pathlib import Path

import pytest

from tests.golden import NOW
from tests.hostile import CORPORA
from tests.records import laid
from timeline.checking.result import check

REPORTS = CORPORA / "reports"

# What the check says of each report's files: the code and the mend, by file.
SAID: dict[str, dict[str, list[tuple[str, str | None]]]] = {
    "23-impossible-lengths": {
        "2024/2024-03-05-alpha-outage.yml": [("D118", None)],
        "2024/2024-06-07-alpha-zero.yml": [("D117", None)],
    },
    "27-same-event-twice": {"2024/2024-03-06-answers.yml": [("R106", None)]},
    "28-report-older-than-event": {"2024/2024-03-06-answers.yml": [("S109", None)]},
    "29-last-years-number-in-january": {"2026/2026-01-05-answers.yml": [("F106", "2026-01-05")]},
    "30-day-and-month-swapped": {"2024/2024-03-06-answers.yml": [("F117", "2024-03-06")]},
    "31-written-down-before-it-happened": {"2024/2024-03-06-answers.yml": [("D119", None)]},
    "32-quote-of-another-year": {"2024/2024-03-05-ben-mocks.yml": [("D121", None)]},
    "40-tracking-parameters": {
        "2024/2024-03-06-answers.yml": [("L113", "https://daily.example/answers")],
        "2024/2024-03-06-answers-short.yml": [("L114", None)],
    },
    "45-offset-beyond-14-00": {
        "2024/2024-03-06-answers-ahead.yml": [("D109", None)],
        "2024/2024-03-06-answers-behind.yml": [("D109", None)],
        "2024/2024-03-06-answers-odd.yml": [("D109", None)],
        "2024/2024-03-06-answers-unknown.yml": [("D106", None)],
    },
    "46-conflict-marks": {"2024/2024-03-06-answers.yml": [("Y115", None)]},
}


@pytest.mark.corpora
@pytest.mark.skipif(not REPORTS.is_dir(), reason="the corpora are not here")
@pytest.mark.parametrize("report", SAID)
def test_reported_elsewhere(report: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a program like this one let pass is told here, at its file."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOW)
    source = REPORTS / report / "events"
    files = {str(path.relative_to(source)): path.read_text("utf-8") for path in source.rglob("*.yml")}
    found: dict[str, list[tuple[str, str | None]]] = {}
    for problem in check(laid(tmp_path, files)).problems:
        found.setdefault(problem.place.source.name.removeprefix("events/"), []).append(
            (problem.code, problem.suggestion)
        )
    for file, said in SAID[report].items():
        assert set(said) <= set(found.get(file, []))
