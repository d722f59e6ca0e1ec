"""A shell completes commands, options, values and ids, with what they mean in the language asked for."""

from pathlib import Path

import pytest

from tests.command import run
from tests.records import laid


def completed(line: str, shell: str = "fish", **variables: str) -> list[str]:
    """Return what a shell is offered at the end of a line."""
    words = line.split(" ")
    variables |= {"COMP_WORDS": line, "COMP_CWORD": words[-1] if shell == "fish" else str(len(words) - 1)}
    return run(_TIMELINE_COMPLETE=f"{shell}_complete", **variables).stdout.splitlines()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_script(shell: str) -> None:
    """Each shell gets a script that asks the command itself."""
    assert "_TIMELINE_COMPLETE" in run(_TIMELINE_COMPLETE=f"{shell}_source").stdout


@pytest.mark.parametrize(
    ("offered", "line"),
    [
        ("plain,check\tCheck the whole record, or report only on", "timeline che"),
        ("plain,--language\tThe language of messages and help.", "timeline check --lan"),
        ("plain,sarif", "timeline check --format sa"),
        ("plain,D102\tImpossible date", "timeline explain d102"),
        ("plain,ben-example\tBen Example", "timeline new --by be"),
        ("plain,alphagram,betanet\tBetanet", "timeline new --services alphagram,be"),
        ("plain,jab\tJab", "timeline new --kind j"),
    ],
)
def test_offered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, offered: str, line: str) -> None:
    """What was begun is completed, with its meaning beside it."""
    monkeypatch.chdir(laid(tmp_path).parent)
    assert offered in [row.split("...")[0] for row in completed(line)]


def test_arabic(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Meanings are in Arabic where Arabic is asked for."""
    monkeypatch.chdir(laid(tmp_path).parent)
    assert ["plain,ben-example\tبن إكزامبل"] == completed("timeline new --by ben", TIMELINE_LANGUAGE="ar")


def test_no_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no record nothing is offered, and nothing fails."""
    monkeypatch.chdir(tmp_path)
    assert [] == completed("timeline new --by be")
