"""A new site takes the old one's place as a whole, or the old one stays."""

from pathlib import Path

import pytest

from timeline.building.staging import NotOurs, Staging
from timeline.site.parts.page import Artifact

OLD, NEW = Artifact("events.json", b"old"), Artifact("events.json", b"new")


def published(target: Path, artifact: Artifact) -> None:
    """Publish a site of one file."""
    with Staging(target) as staging:
        staging.write([artifact])
        staging.publish()


def test_publish_replaces(tmp_path: Path) -> None:
    """A site replaces an earlier one, and nothing that was built aside is left."""
    published(tmp_path / "site", OLD)
    published(tmp_path / "site", NEW)
    assert b"new" == (tmp_path / "site" / "events.json").read_bytes()
    assert [tmp_path / "site"] == list(tmp_path.iterdir())


def test_publish_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the new site cannot be put in its place, the old one comes back."""
    published(tmp_path / "site", OLD)
    rename = Path.rename

    def only_the_old(path: Path, target: Path) -> Path:
        if path.name == "new":
            raise PermissionError
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", only_the_old)
    with pytest.raises(PermissionError):
        published(tmp_path / "site", NEW)
    assert b"old" == (tmp_path / "site" / "events.json").read_bytes()


def test_publish_interrupted_before_the_move(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An interrupt before the old site is moved leaves it where it is."""
    published(tmp_path / "site", OLD)

    def interrupted(path: Path, target: Path) -> Path:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "rename", interrupted)
    with pytest.raises(KeyboardInterrupt):
        published(tmp_path / "site", NEW)
    assert b"old" == (tmp_path / "site" / "events.json").read_bytes()


def test_folder_of_others(tmp_path: Path) -> None:
    """A folder with a page of somebody else's is not replaced."""
    (tmp_path / "index.html").write_text("mine", encoding="utf-8")
    with pytest.raises(NotOurs):
        Staging(tmp_path).open()
    assert "mine" == (tmp_path / "index.html").read_text(encoding="utf-8")
