"""What the command writes is UTF-8, whatever the environment says, and ends quietly where it cannot be written."""

import json
import os
import subprocess
import sys
from itertools import cycle
from pathlib import Path

import pytest

from tests.command import run
from tests.golden import NOW
from tests.hostile import CORPORA
from tests.records import JAB, changed, laid
from timeline.checking.reports import FORMATS, report
from timeline.checking.result import check
from timeline.cli.program import UNWRITABLE
from timeline.values.bilingual import LANGUAGES, LanguageCode

# Its line is Arabic, so that it stands in the report's excerpt.
BAD = changed(JAB, ("  ar: بن إكزامبل ينوّه بأن بيتانت تعمل", "  ar: بن إكزامبل ينوّه بأن بيتانت تعمل\n  fr: ع"))

# What a pipe has on Windows, by its language.
ENCODINGS = {"en": "cp1252", "ar": "cp1256"}


def ran(folder: Path, *arguments: str, **variables: str) -> "subprocess.CompletedProcess[bytes]":
    """Run the command in a folder, as a process of its own."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": NOW, "PYTHONUTF8": "0", "GITHUB_WORKSPACE": "", **variables}
    command = [sys.executable, "-m", "timeline", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a record whose report holds Arabic in both languages."""
    return laid(tmp_path_factory.mktemp("output"), {JAB: BAD}).parent


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMATS)
def test_bytes_of_reports(form: str, language: LanguageCode, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every report is UTF-8, whatever encoding a pipe has."""
    done = ran(folder, "check", "--format", form, "--language", language, PYTHONIOENCODING=ENCODINGS[language])
    monkeypatch.chdir(folder)
    expected = report(form, check(folder / "events").problems, language, folder / "events")
    assert (expected, 1) == (done.stdout.decode(), done.returncode)


@pytest.mark.parametrize("arguments", [("explain", "D101"), ("--help",), ("nothing",)])
def test_bytes_of_help(arguments: tuple[str, ...], tmp_path: Path) -> None:
    """Help, explanations and refusals in Arabic are UTF-8 too."""
    done = ran(tmp_path, *arguments, TIMELINE_LANGUAGE="ar", PYTHONIOENCODING="latin-1")
    assert "\u0627" in (done.stdout + done.stderr).decode()
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_valid_json(form: str, tmp_path: Path) -> None:
    """What programs read is JSON in UTF-8 without halves of characters, also of a name that is none."""
    root = laid(tmp_path, {JAB: changed(JAB, ("text: Our lights are on", 'text: "\\ud83d is \\udc00 half"'))})
    Path(os.fsdecode(os.fsencode(root / "2024") + b"/caf\xe9.yml")).write_text("kind: jab\n", "utf-8")
    done = ran(tmp_path, "check", "--format", form)
    text = done.stdout.decode()
    json.dumps(json.loads(text), ensure_ascii=False).encode()
    assert "\\ud" not in text.replace("\\\\ud", "")
    assert "caf" in text


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
@pytest.mark.parametrize("form", FORMATS)
def test_full_disk(form: str, folder: Path) -> None:
    """A full disk ends the check with one line and a status of its own."""
    command = [sys.executable, "-m", "timeline", "check", "--format", form]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, cwd=folder, stdout=full, stderr=subprocess.PIPE, check=False)
    assert UNWRITABLE == done.returncode
    assert 1 == len(done.stderr.splitlines())


def test_closed_pipe(folder: Path) -> None:
    """A reader that has seen enough ends the check without a word."""
    process = subprocess.Popen(
        [sys.executable, "-m", "timeline", "check"], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    with process.stderr as errors:
        said = errors.read()
    assert (1, b"") == (process.wait(), said)


@pytest.mark.parametrize("epoch", ["yesterday", "1.5", "-99999999999999", "99999999999999999", "١٢x"])
@pytest.mark.parametrize("command", ["check", "stats"])
def test_wrong_time(command: str, epoch: str, folder: Path) -> None:
    """A time that is none is refused in one line that names it."""
    done = run(command, "--events", folder / "events", SOURCE_DATE_EPOCH=epoch)
    assert (1, "") == (done.exit_code, done.stdout)
    (line,) = done.stderr.splitlines()
    assert f"SOURCE_DATE_EPOCH is {epoch}" in line


def test_whole_disk(tmp_path: Path) -> None:
    """The root of the file system is refused in a line, not searched."""
    done = ran(tmp_path, "check", "--events", "/", "--language", "en")
    assert 1 == done.returncode
    assert 2 == len(done.stdout.splitlines())


@pytest.mark.corpora
@pytest.mark.skipif(not CORPORA.is_dir(), reason="the corpora are not here")
@pytest.mark.parametrize(("form", "language"), [*zip(FORMATS, cycle(LANGUAGES))])
def test_reported_elsewhere(form: str, language: LanguageCode, tmp_path: Path) -> None:
    """What others reported of a check whose output is not UTF-8 does not happen here."""
    source = CORPORA / "reports" / "10-output-that-is-not-utf-8" / "events"
    laid(tmp_path, {str(path.relative_to(source)): path.read_text("utf-8") for path in source.rglob("*.yml")})
    done = ran(tmp_path, "check", "--format", form, "--language", language, PYTHONIOENCODING=ENCODINGS[language])
    assert done.stdout.decode()
    assert b"Traceback" not in done.stderr
