"""A record to begin with is written whole or not at all, and never over what is there."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.command import run
from timeline.starter.write import contents

FILES = contents()


def held(folder: Path) -> dict[str, bytes]:
    """Return all files below a folder, by their paths in it."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_all_files(tmp_path: Path) -> None:
    """Every file is written as it lies in the package, into a folder that is made for them."""
    assert 0 == run("init", tmp_path / "a" / "b").exit_code
    assert held(tmp_path / "a" / "b") == FILES


def test_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a folder the files go where one is, and nothing says to go there."""
    monkeypatch.chdir(tmp_path)
    assert "cd" not in run("init").stdout.split()
    assert held(tmp_path) == FILES


def test_workflows(tmp_path: Path) -> None:
    """What the workflows say is what GitHub would run."""
    assert 0 == run("init", tmp_path).exit_code
    (tmp_path / ".git").mkdir()  # the check looks for the root of a repository
    workflows = sorted(tmp_path.glob(".github/workflows/*.yml"))
    command: list[str | Path] = [
        Path(sys.executable).with_name("actionlint"),
        "-no-color",
        "-shellcheck=",
        "-pyflakes=",
        *workflows,
    ]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (0, "") == (done.returncode, done.stdout + done.stderr)
    assert {"check.yml", "deploy.yml"} <= {path.name for path in workflows}


def test_beside_others(tmp_path: Path) -> None:
    """What is there and not in the way stays as it is."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "events").mkdir()
    theirs = {".git/HEAD": b"ref: refs/heads/main\n", "events/note.txt": b"mine"}
    for path, content in theirs.items():
        (tmp_path / path).write_bytes(content)
    assert 0 == run("init", tmp_path).exit_code
    assert held(tmp_path) == FILES | theirs


@pytest.mark.parametrize(
    ("path", "lay"),
    [
        ("README.md", lambda path: path.write_text("mine")),
        ("README.md", lambda path: path.mkdir()),
        ("mkdocs.yml", lambda path: path.symlink_to("nowhere")),
        ("events", lambda path: path.write_text("mine")),
        ("events", lambda path: path.symlink_to(path.parent.parent, target_is_directory=True)),
        ("events/2025", lambda path: (path.parent.mkdir(), path.write_text("mine"))),
    ],
    ids=["file", "folder-for-file", "broken-link", "file-for-folder", "linked-folder", "file-for-folder-within"],
)
@pytest.mark.parametrize(("language", "words"), [("ar", "لم يُكتب شيء"), ("en", "nothing was written")])
def test_in_the_way(path: str, lay: Callable[[Path], object], language: str, words: str, tmp_path: Path) -> None:
    """What bears a file's or a folder's name is named, in either language, and then nothing is written."""
    folder = tmp_path / "folder"
    folder.mkdir()
    lay(folder / path)
    before = sorted(folder.rglob("*"))
    result = run("init", folder, "--language", language)
    assert 1 == result.exit_code
    assert words in result.stderr
    assert str(folder / path) in result.stderr
    assert before == sorted(folder.rglob("*"))


def test_each_is_named_once(tmp_path: Path) -> None:
    """All that is in the way is said in one go, each once, and nothing else."""
    for name in ("README.md", "mkdocs.yml", "events"):
        (tmp_path / name).write_text("mine")
    lines = run("init", tmp_path).stderr.splitlines()[1:]
    assert [str(tmp_path / name) for name in ("README.md", "events", "mkdocs.yml")] == [line.strip() for line in lines]


# Stands for a disk that fills up: some files fit, the schema does not.
_LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (8000, 8000))
from timeline.cli import main
main(["init", sys.argv[1]])
"""


def test_failure_leaves_nothing(tmp_path: Path) -> None:
    """Where a file cannot be written, those before it and their folders are taken away again, and one line says so."""
    command = [sys.executable, "-c", _LIMITED, str(tmp_path / "a" / "b")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ | {"LC_ALL": "C"})
    assert 1 == done.returncode
    assert 1 == len(done.stderr.splitlines())
    assert "nothing was left behind" in done.stderr
    assert [] == list(tmp_path.iterdir())


def test_what_comes_in_between(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that somebody lays down after the look for what is in the way is not written over, and stays alone."""
    monkeypatch.setattr("timeline.starter.write._in_the_way", lambda *_: ())
    (tmp_path / "mkdocs.yml").write_text("mine")
    assert 1 == run("init", tmp_path).exit_code
    assert {"mkdocs.yml": b"mine"} == held(tmp_path)


def test_no_folder_can_be_made(tmp_path: Path) -> None:
    """Below what is no folder nothing can be written, which one line says."""
    (tmp_path / "file").write_text("mine")
    result = run("init", tmp_path / "file" / "folder")
    assert (1, 1) == (result.exit_code, len(result.stderr.splitlines()))


@pytest.mark.parametrize("language", ["ar", "en"])
def test_what_to_type_next(tmp_path: Path, language: str) -> None:
    """The end says what to type, as a shell can read it, with nothing invisible between the letters."""
    folder = tmp_path / "my record"
    lines = run("init", folder, "--language", language).stdout.splitlines()
    assert [f"  cd '{folder}'", "  timeline check", "  timeline serve"] == lines[-3:]
