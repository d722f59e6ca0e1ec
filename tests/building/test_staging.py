"""A new site takes the old one's place as a whole, or the old one stays; nothing of others is ever deleted."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from timeline.building import manifest, staging
from timeline.building.exchange import PREFIX
from timeline.building.staging import Staging
from timeline.language.messages import Refusal
from timeline.site.parts.page import Artifact

OLD, NEW = Artifact("a/index.html", b"old"), Artifact("b/index.html", b"new")

Tree = dict[str, bytes]


class Killed(BaseException):
    """The process ended here: nothing that it would have done comes after."""


def published(target: Path, *artifacts: Artifact) -> None:
    """Publish a site."""
    with Staging(target) as made:
        made.write(artifacts)
        made.publish()


def tree(folder: Path) -> Tree:
    """Return the files below a folder, but the list that the build itself keeps."""
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in files.items() if name != manifest.NAME}


@pytest.fixture(params=["beside", "inside"])
def target(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for a site, that is renamed, or that cannot be because something is mounted there."""
    if request.param == "inside":
        monkeypatch.setattr(staging, "_can_be_renamed", lambda folder: False)
        (tmp_path / "site").mkdir()
    return tmp_path / "site"


def let_go(made: Staging) -> None:
    """Let go of a folder as the end of a process does, which removes nothing."""
    if made._lock >= 0:
        os.close(made._lock)
        made._lock = -1


def kill_at(monkeypatch: pytest.MonkeyPatch, number: int) -> Callable[[], None]:
    """Have the process die before the rename with a number, counted from one; return how to bring it to life."""
    rename, calls = Path.rename, iter(range(1, 100))

    def dying(path: Path, to: Path) -> Path:
        if next(calls) >= number:
            raise Killed
        return rename(path, to)

    monkeypatch.setattr(Path, "rename", dying)
    monkeypatch.setattr(Staging, "discard", let_go)
    return monkeypatch.undo


def test_publish_replaces(target: Path) -> None:
    """A site replaces an earlier one, and nothing that was built aside is left."""
    published(target, OLD)
    published(target, NEW)
    assert {"b/index.html": b"new"} == tree(target)
    assert [target] == list(target.parent.iterdir())
    assert {"b", manifest.NAME} == {path.name for path in target.iterdir()}


def test_where_only_the_files_were_kept(target: Path) -> None:
    """Of a deployed site the list and the folder of its own are enough for the next one to keep that folder."""
    target.mkdir(exist_ok=True)
    (target / "assets/one").mkdir(parents=True)
    (target / "assets/one/site.js").write_bytes(b"1")
    manifest.write(target, ["assets/one"])
    with Staging(target) as made:
        made.write([NEW, Artifact("assets/two/site.js", b"2")])
        made.publish("assets/two")
    assert {"b/index.html": b"new", "assets/one/site.js": b"1", "assets/two/site.js": b"2"} == tree(target)


@pytest.mark.parametrize("number", range(1, 6))
def test_interrupted(target: Path, number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whenever publishing is interrupted there is a whole site: mostly the old one, the new one once it is there."""
    published(target, OLD)
    rename, calls = Path.rename, iter(range(1, 100))

    def interrupted(path: Path, to: Path) -> Path:
        if next(calls) == number:
            raise KeyboardInterrupt
        return rename(path, to)

    monkeypatch.setattr(Path, "rename", interrupted)
    try:
        published(target, NEW)
        expected = {"b/index.html": b"new"}
    except KeyboardInterrupt:
        expected = {"a/index.html": b"old"}
    assert expected == tree(target)
    assert [] == [path for folder in (target, target.parent) for path in folder.glob(f"{PREFIX}*")]


@pytest.mark.parametrize("number", range(1, 6))
def test_killed(target: Path, number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """However far a build came before it was killed, the next one finds or restores a whole site."""
    published(target, OLD)
    revive = kill_at(monkeypatch, number)
    try:
        published(target, NEW)
        whole = True
    except Killed:
        whole = False
    revive()
    monkeypatch.setattr(staging, "_can_be_renamed", lambda folder: not any(folder.glob(f"{PREFIX}*")))
    with Staging(target):
        rest = {name: data for name, data in tree(target).items() if not name.startswith(PREFIX)}
    assert ({"b/index.html": b"new"} if whole else {"a/index.html": b"old"}) == rest
    assert [] == [path for folder in (target, target.parent) for path in folder.glob(f"{PREFIX}*")]


def test_restored_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that was killed between the two renames left no site: the next one says that it put the old one back."""
    target = tmp_path / "site"
    published(target, OLD)
    revive = kill_at(monkeypatch, 2)
    with pytest.raises(Killed):
        published(target, NEW)
    revive()
    assert not target.exists()
    made = Staging(target)
    assert made.open()
    made.discard()
    assert {"a/index.html": b"old"} == tree(target)


def test_dead_builds_are_swept(tmp_path: Path) -> None:
    """What a killed build left is removed by the next; what a running one has, or anybody else, is not."""
    dead, running, others = Staging(tmp_path / "site"), Staging(tmp_path / "site"), tmp_path / f"{PREFIX}mine"
    for one in (dead, running):
        one.open()
        one.write([NEW])
    others.mkdir()
    let_go(dead)
    published(tmp_path / "site", NEW)
    assert {running.site.parent, others, tmp_path / "site"} == set(tmp_path.iterdir())
    running.publish()
    assert {others, tmp_path / "site"} == set(tmp_path.iterdir())


def test_dead_at_the_start(tmp_path: Path) -> None:
    """A build that died before it could say which site it builds leaves nothing for good; folders of others stay."""
    for name in (".site-01234567", ".site-packages", ".site-00000000/mine"):
        (tmp_path / name).mkdir(parents=True)
    for name in (".site-89abcdef/lock", ".site-11111111/lock", ".site-11111111/mine"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    published(tmp_path / "site", OLD)
    assert {"site", ".site-packages", ".site-00000000", ".site-11111111"} == {one.name for one in tmp_path.iterdir()}


def test_interrupted_at_the_start(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that is interrupted before its folder has a lock leaves nothing."""
    monkeypatch.setattr(os, "write", interrupt)
    made = Staging(target)
    with pytest.raises(KeyboardInterrupt):
        made.open()
    made.discard()
    assert [] == [path for path in target.parent.rglob("*") if path != target]


def interrupt(*_: object) -> None:
    """Do what Ctrl-C does."""
    raise KeyboardInterrupt


def test_two_builds_at_once(target: Path) -> None:
    """Of two builds of one site that run at once both end well, and the site is the later one's."""
    first, second = Staging(target), Staging(target)
    for one, artifact in ((first, OLD), (second, NEW)):
        one.open()
        one.write([artifact])
    first.publish()
    second.publish()
    assert {"b/index.html": b"new"} == tree(target)


@pytest.mark.parametrize("name", [".git/HEAD", "CNAME", "a/notes.txt", "index.html"])
def test_file_of_others(target: Path, name: str) -> None:
    """One file that no build wrote, wherever in the site, keeps all of it as it is, and is named."""
    published(target, OLD)
    mine = target / name
    mine.parent.mkdir(exist_ok=True)
    mine.write_text("mine", "utf-8")
    before = tree(target)
    with pytest.raises(Refusal, match=name):
        published(target, NEW)
    assert before == tree(target)


def test_file_of_others_meanwhile(target: Path) -> None:
    """A file that comes into the old site while the new one is built is not deleted either."""
    published(target, OLD)
    with Staging(target) as made:
        made.write([NEW])
        (target / "CNAME").write_text("mine", "utf-8")
        with pytest.raises(Refusal, match="CNAME"):
            made.publish()
    assert {"a/index.html": b"old", "CNAME": b"mine"} == tree(target)


def test_folder_of_others(tmp_path: Path) -> None:
    """A folder with a page of somebody else's is not replaced, though its name is one that a site has."""
    (tmp_path / "ar").mkdir()
    (tmp_path / "ar" / "index.md").write_text("mine", "utf-8")
    (tmp_path / "events.json").write_text("mine", "utf-8")
    with pytest.raises(Refusal, match="2 files"):
        Staging(tmp_path).open()
    assert {"ar/index.md": b"mine", "events.json": b"mine"} == tree(tmp_path)


def test_link_in_the_site(target: Path) -> None:
    """A link in the site is a file of others, wherever it leads."""
    published(target, OLD)
    (target / "c").symlink_to(target.parent)
    with pytest.raises(Refusal, match="c"):
        published(target, NEW)


def test_litter(target: Path) -> None:
    """What a file manager puts into a folder by itself is nobody's file."""
    published(target, OLD)
    (target / "a" / ".DS_Store").write_bytes(b"")
    published(target, NEW)
    assert {"b/index.html": b"new"} == tree(target)


def test_link_as_target(tmp_path: Path) -> None:
    """A target that is a link is followed: the link stays, and what it leads to has the new site."""
    (tmp_path / "www").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "www")
    for artifact in (OLD, NEW):
        published(tmp_path / "site", artifact)
    assert (tmp_path / "site").is_symlink()
    assert {"b/index.html": b"new"} == tree(tmp_path / "www")


def test_file_as_target(tmp_path: Path) -> None:
    """A target that is a file is refused and stays."""
    (tmp_path / "site").write_text("mine", "utf-8")
    with pytest.raises(Refusal, match="is a file"):
        published(tmp_path / "site", NEW)
    assert "mine" == (tmp_path / "site").read_text("utf-8")


def test_nobody_else_looks_in(tmp_path: Path) -> None:
    """What is being built is nobody else's to read or change; what is published is everybody's to read."""
    with Staging(tmp_path / "site") as made:
        assert 0o700 == stat.S_IMODE(made.site.parent.stat().st_mode)
        made.write([NEW])
        made.publish()
    assert 0o755 == stat.S_IMODE((tmp_path / "site").stat().st_mode)
