"""What happened to a file of the record is what Git remembers of it, and without Git there is nothing."""

import subprocess
from pathlib import Path
from shutil import which

import pytest

from timeline.building.history import history_of

GIT = which("git") or "git"


def git(folder: Path, *arguments: str) -> None:
    """Run Git in a folder, as somebody, at a time of no importance."""
    own = ("-c", "user.name=Somebody", "-c", "user.email=somebody@engines.example", "-c", "commit.gpgsign=false")
    subprocess.run([GIT, "-C", str(folder), *own, *arguments], check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository in which an entry was added and put right, another one only added."""
    folder = tmp_path / "repository"
    events = folder / "events" / "2024"
    events.mkdir(parents=True)
    git(folder, "init", "--quiet")
    for text, subject in (("a", "The entry: a\ttab, <b> and “signs”"), ("b", "It was corrected")):
        (events / "2024-01-01-one.yml").write_text(text, "utf-8")
        git(folder, "add", ".")
        git(folder, "commit", "--quiet", "--message", subject)
    (events / "2024-01-02-é.yml").write_text("other", "utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "Another entry")
    return folder


def test_changes_of_a_file(repository: Path) -> None:
    """Each file has its own changes, the oldest first, with what their authors said of them."""
    found = history_of(repository / "events")
    said = {name: [change.subject for change in changes] for name, changes in found.items()}
    first = ["The entry: a\ttab, <b> and “signs”", "It was corrected"]
    assert {"events/2024/2024-01-01-one.yml": first, "events/2024/2024-01-02-é.yml": ["Another entry"]} == said
    assert {40} == {len(change.commit) for changes in found.values() for change in changes}
    assert {10} == {len(change.day) for changes in found.values() for change in changes}


def test_part_of_a_history(repository: Path, tmp_path: Path) -> None:
    """Where only the last part of the history was fetched, none is shown, for it would look like all of it."""
    git(tmp_path, "clone", "--quiet", "--depth=1", repository.as_uri(), str(tmp_path / "shallow"))
    assert {} == history_of(tmp_path / "shallow" / "events")


def test_without_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Outside of a repository, and where there is no Git, there is no history."""
    assert {} == history_of(tmp_path)
    monkeypatch.setenv("PATH", "")
    assert {} == history_of(Path(__file__).parent.parent.parent / "events")
