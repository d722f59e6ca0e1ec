"""The command does what its help says: exit status, formats, languages, and paths however they are written."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command import run
from tests.records import JAB, OUTAGE, changed, event, laid
from timeline import __version__
from timeline.checking.reports import FORMATS

BAD = changed(JAB, ("status: reported", "status: reportd"))
WARNED = changed(JAB, ("https://daily.example", "http://daily.example"))


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A record in which one file has an error and another none."""
    return laid(tmp_path, {JAB: BAD})


@pytest.mark.parametrize(("status", "text"), [(0, changed(JAB)), (0, WARNED), (1, BAD)])
def test_exit_status(tmp_path: Path, status: int, text: str) -> None:
    """An error fails the check, a warning does not."""
    assert status == run("check", "--events", laid(tmp_path, {JAB: text})).exit_code


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "--events", "no-such-folder"),
        ("check", "--format", "yaml"),
        ("check", "--language", "fr"),
        ("check", "no-such-file.yml"),
        ("check", "--no-such-option"),
        ("explain",),
        ("explain", "X999"),
        ("no-such-command",),
    ],
)
def test_wrong_use(arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Wrong use has a status of its own, says what is wrong, and prints no report."""
    monkeypatch.chdir(laid(tmp_path).parent)
    result = run(*arguments)
    assert (2, "") == (result.exit_code, result.stdout)
    assert "Error:" in result.stderr


def test_summary(broken: Path) -> None:
    """How the check went is said beside the report, not in it."""
    result = run("check", "--events", broken, "--format", "json")
    assert 1 == len(json.loads(result.stdout))
    assert "1 event, 1 error, 0 warnings\n" == result.stderr


@pytest.mark.parametrize("form", FORMATS)
def test_formats(broken: Path, form: str) -> None:
    """Every format prints the report in that form."""
    result = run("check", "--events", broken, "--format", form)
    assert 1 == result.exit_code
    assert "M106" in result.stdout


def test_languages(broken: Path) -> None:
    """Messages are in the language that is asked for, by option or by environment."""
    arabic = run("check", "--events", broken, "--language", "ar")
    assert arabic.stdout == run("check", "--events", broken, TIMELINE_LANGUAGE="ar").stdout
    assert arabic.stdout != run("check", "--events", broken).stdout
    assert "حدث واحد، خطأ واحد، لا تنبيهات\n" == arabic.stderr


def test_default_folder(broken: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The record is the folder called events where the command is run."""
    monkeypatch.chdir(broken.parent)
    assert run("check", "--events", broken).stdout == run("check").stdout


@pytest.mark.parametrize(
    ("status", "where", "paths"),
    [
        (1, ".", ["events"]),
        (1, ".", ["events/2024"]),
        (1, ".", [f"events/{JAB}"]),
        (0, ".", [f"events/{OUTAGE}"]),
        (0, ".", ["events/vocabulary"]),
        (1, ".", [f"events/{OUTAGE}", f"./events/../events/{JAB}"]),
    ],
)
def test_paths(broken: Path, monkeypatch: pytest.MonkeyPatch, status: int, where: str, paths: list[str]) -> None:
    """Only what lies at or below the paths is reported and counts."""
    monkeypatch.chdir(broken.parent / where)
    result = run("check", *paths)
    assert (status, bool(status)) == (result.exit_code, bool(result.stdout))


@pytest.mark.parametrize("name", [".", "../events", "../link"])
def test_other_names_of_the_folder(broken: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """The record's folder may be named in any way: the same is found, named by its way from here."""
    (broken.parent / "link").symlink_to(broken, target_is_directory=True)
    monkeypatch.chdir(broken)
    result = run("check", "--events", name, JAB)
    assert 1 == result.exit_code
    assert result.stdout.startswith(f"{JAB}:")


def test_path_elsewhere(broken: Path, tmp_path: Path) -> None:
    """A path that is not in the record is wrong use, not a clean report."""
    (tmp_path / "elsewhere.yml").write_text("kind: jab\n", "utf-8")
    result = run("check", "--events", broken, tmp_path / "elsewhere.yml")
    assert (2, "") == (result.exit_code, result.stdout)
    assert "--events" in result.stderr


def test_context_of_a_path(tmp_path: Path) -> None:
    """A path limits what is reported, not what is known: the event that another names is still there."""
    root = laid(
        tmp_path, {"2024/2024-03-07-x.yml": event(more="relations: [{type: part-of, event: 2024-03-05-ben-mock}]\n")}
    )
    result = run("check", "--events", root, root / "2024/2024-03-07-x.yml")
    assert "did you mean “2024-03-05-ben-mocks”" in result.stdout


@pytest.mark.parametrize("code", ["D102", "d102"])
@pytest.mark.parametrize(("language", "word"), [("en", "Wrong:"), ("ar", "خطأ")])
def test_explain(code: str, language: str, word: str) -> None:
    """A code is explained in either language, however it is spelt."""
    result = run("explain", code, "--language", language)
    assert 0 == result.exit_code
    assert result.stdout.startswith("D102: ")
    assert word in result.stdout


@pytest.mark.parametrize(
    ("mend", "code"), [("did you mean D102?", "D1O2"), ("there is no code facebook\n", "facebook")]
)
def test_explain_what_is_not(mend: str, code: str) -> None:
    """A code that does not exist suggests the nearest one, if one is near."""
    assert mend in run("explain", code).stderr


@pytest.mark.parametrize("arguments", [[], ["story"]])
def test_schema(arguments: list[str]) -> None:
    """The schema is printed as JSON, for an event or for a story."""
    schema = json.loads(run("schema", *arguments).stdout)
    assert "https://json-schema.org/draft/2020-12/schema" == schema["$schema"]
    assert "title" in schema["properties"]


def test_version_and_help() -> None:
    """Version and help are printed."""
    assert __version__ in run("--version").stdout
    assert "check" in run("-h").stdout


def test_module() -> None:
    """The package can be run as a module, under the command's name."""
    done = subprocess.run([sys.executable, "-m", "timeline", "-h"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("Usage: timeline ")
