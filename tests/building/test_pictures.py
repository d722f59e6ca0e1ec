"""Pictures are drawn once, kept by what they are drawn of, and left out where they are not wanted."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from tests import direct, hostile
from tests.built import SITE_RECORD, built, copy_inputs
from timeline.building.mkdocs import commands
from timeline.building.pictures import Album
from timeline.building.preflight import SWITCH, prepare
from timeline.building.site import Site
from timeline.language import language
from timeline.site.sharing.pictures import Pictures


def site(**texts: str) -> Site:
    """Return a site of some statements, each with its own text."""
    events = {f"2024-03-05-{one}": hostile.titled(text) for one, text in texts.items()}
    return direct.site(direct.chronicle_of(events))


def drawn(made: Site, folder: Path) -> dict[str, bytes]:
    """Return all pictures of a site in one language, kept in a folder."""
    pictures = Pictures(made.publication, language("en")).all(made.pages["en"])
    return {artifact.path: artifact.content for artifact in Album(folder).artifacts(pictures, "en/")}


def test_unchanged_costs_nothing(tmp_path: Path) -> None:
    """A second build takes what the first one drew: nothing is drawn again."""
    first = drawn(site(one="this", other="that"), tmp_path)
    kept = {path.name: path.stat().st_ino for path in tmp_path.iterdir()}
    assert first == drawn(site(one="this", other="that"), tmp_path)
    assert kept == {path.name: path.stat().st_ino for path in tmp_path.iterdir()}


def test_only_what_changed(tmp_path: Path) -> None:
    """After one changed event only its own picture is drawn again."""
    before = drawn(site(one="this", other="that"), tmp_path)
    kept = {path.name for path in tmp_path.iterdir()}
    after = drawn(site(one="this", other="those"), tmp_path)
    changed = {path for path, content in after.items() if before[path] != content}
    assert {"en/events/2024-03-05-other/share.png"} == changed
    assert 1 == len({path.name for path in tmp_path.iterdir()} - kept)


def test_half_a_picture_is_never_kept(tmp_path: Path) -> None:
    """What a build that was killed left behind is no picture, and does not stand in for one."""
    whole = drawn(site(one="this"), tmp_path)
    for path in tmp_path.iterdir():
        path.rename(path.with_suffix(".part"))
    assert whole == drawn(site(one="this"), tmp_path)


def test_old_ones_go(tmp_path: Path) -> None:
    """What no build has asked for in a month is removed."""
    drawn(site(one="this"), tmp_path)
    old = tmp_path / f"{'0' * 64}.png"
    old.write_bytes(b"old")
    os.utime(old, (0, 0))
    drawn(site(one="this"), tmp_path)
    assert not old.exists()


@pytest.mark.parametrize("off", ["setting", "variable", "server", "address"])
def test_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, off: str) -> None:
    """A setting, an environment variable, a server and a site without an address each do without pictures."""
    project = copy_inputs(tmp_path / "project")
    monkeypatch.setenv(SWITCH, "no" if off == "variable" else "")
    options = commands.options(project / "mkdocs.yml", None)
    settled = replace(
        options,
        guarded=off != "server",
        url="" if off == "address" else options.url,
        site=options.site | ({"pictures": False} if off == "setting" else {}),
    )
    if off != "variable":
        assert project / ".cache" / "pictures" == prepare(options, tmp_path / "site", print)[0].album
    made, _ = prepare(settled, tmp_path / "site", print)
    assert made.album is None
    assert "og:image" not in made.shells["en"].html(made.pages["en"][0])


def test_a_site_without(tmp_path: Path) -> None:
    """A site that is built without pictures names none and has none."""
    project = copy_inputs(tmp_path / "project", SITE_RECORD / "events")
    folder = built(project, tmp_path / "site")
    assert [] == list(folder.rglob("share.png"))
    assert not (project / ".cache/pictures").exists()
