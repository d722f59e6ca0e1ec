"""A report names files for its reader: from the working directory for a person, from the root for GitHub."""

import json
import re
from pathlib import Path

import pytest

from tests.hostile import CORPORA
from tests.records import JAB, changed, laid
from timeline.checking import reports
from timeline.checking.result import check

BAD = changed(JAB, ("status: reported", "status: reportd"))


def named(form: str, root: Path) -> str:
    """Return the file that a report of one problem names."""
    text = reports.report(form, check(root).problems, "en", root)
    if form == "text":
        return text.partition(":")[0]
    if form == "github":
        return str(re.findall("file=([^,]*)", text)[0])
    if form == "json":
        return str(json.loads(text)[0]["file"])
    location = json.loads(text)["runs"][0]["results"][0]["locations"][0]
    return str(location["physicalLocation"]["artifactLocation"]["uri"])


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a record in a folder of a folder."""
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    (tmp_path / "repository" / ".git").mkdir(parents=True)
    (tmp_path / "repository" / "data" / "chronicle").mkdir(parents=True)
    laid(tmp_path / "repository" / "data" / "chronicle", {JAB: BAD})
    return tmp_path / "repository"


@pytest.mark.parametrize(
    ("where", "for_people"),
    [
        (".", f"data/chronicle/events/{JAB}"),
        ("data", f"chronicle/events/{JAB}"),
        ("data/chronicle/events", JAB),
        ("..", f"repository/data/chronicle/events/{JAB}"),
    ],
)
@pytest.mark.parametrize("form", reports.FORMATS)
def test_paths(form: str, where: str, for_people: str, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Text and JSON name a file from here, GitHub's commands and SARIF from the root of the repository."""
    monkeypatch.chdir(repository / where)
    expected = for_people if form in ("text", "json") else f"data/chronicle/events/{JAB}"
    assert expected == named(form, repository / "data/chronicle/events")


@pytest.mark.parametrize("form", ["github", "sarif"])
def test_workspace(form: str, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a workflow the root is the one that GitHub names."""
    monkeypatch.setenv("GITHUB_WORKSPACE", str(repository / "data"))
    monkeypatch.chdir(repository / "data" / "chronicle")
    assert f"chronicle/events/{JAB}" == named(form, repository / "data/chronicle/events")


@pytest.mark.parametrize("form", ["github", "sarif"])
def test_other_workspace(form: str, repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A workspace that the record is not in says nothing of it."""
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path / "elsewhere"))
    assert f"data/chronicle/events/{JAB}" == named(form, repository / "data/chronicle/events")


@pytest.mark.parametrize("form", reports.FORMATS)
def test_no_repository(form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a repository every form names a file from here."""
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    monkeypatch.setattr(Path, "exists", lambda path: path.name != ".git")  # there may be one above the tests' folder
    root = laid(tmp_path, {JAB: BAD})
    monkeypatch.chdir(tmp_path)
    assert f"events/{JAB}" == named(form, root)


@pytest.mark.corpora
@pytest.mark.skipif(not CORPORA.is_dir(), reason="the corpora are not here")
@pytest.mark.parametrize("form", reports.FORMATS)
def test_reported_elsewhere(form: str, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file of a report about a record in a subfolder is named so that GitHub finds it."""
    source = CORPORA / "reports" / "42-record-in-a-subfolder" / "events"
    root = repository / "data/chronicle/events"
    (root / JAB).write_text(changed(JAB), "utf-8")
    (path,) = source.rglob("*.yml")
    (root / path.relative_to(source)).parent.mkdir()
    (root / path.relative_to(source)).write_bytes(path.read_bytes())
    monkeypatch.chdir(repository)
    assert f"data/chronicle/events/{path.relative_to(source)}" == named(form, root)
