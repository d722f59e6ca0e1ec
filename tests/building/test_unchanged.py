"""A site that would come out as it stands is left; whatever differs, it is built again."""

import os
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from tests import direct
from tests.built import built, copy_inputs
from tests.golden import RECORD
from timeline.building import unchanged
from timeline.building.site import Site
from timeline.building.unchanged import Unchanged, digest
from timeline.checking.result import check
from timeline.chronicle.chronicle import Chronicle, compile_chronicle
from timeline.site.look import Look
from timeline.site.publication import Change

Change_ = Callable[[Path], object]


@pytest.fixture(scope="module")
def chronicle() -> Chronicle:
    """The tests' record."""
    return compile_chronicle(check(RECORD).record)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with its site."""
    made = copy_inputs(tmp_path_factory.mktemp("unchanged") / "project", RECORD)
    built(made, made / "site")
    return made


def kept_of(folder: Path) -> Path:
    """Return what is kept of the only site of a project."""
    (file,) = (folder / ".cache" / "sites").iterdir()
    return file


def stamps(site: Path) -> dict[str, int]:
    """Return when the files of a site were written."""
    return {str(path): path.stat().st_mtime_ns for path in site.rglob("*") if path.is_file()}


def test_left(project: Path) -> None:
    """What is built again without a change is not written again."""
    before = stamps(project / "site")
    assert before == stamps(built(project, project / "site"))


def test_put_right(project: Path) -> None:
    """A page that somebody changed by hand is what it was after the next build."""
    page = project / "site/en/index.html"
    before = page.read_bytes()
    page.write_bytes(b"<" * len(before))
    built(project, project / "site")
    assert before == page.read_bytes()


def test_another_word(project: Path) -> None:
    """A changed word of an event, of a page by hand and of the settings each come to the site."""
    changed = {
        "events/2024/2024-03-05-alpha-outage.yml": ("Alphagram", "en/events/2024-03-05-alpha-outage/index.html"),
        "site_src/pages/en/about.md": (" the ", "en/about/index.html"),
        "mkdocs.yml": ("made up for tests", "en/index.html"),
    }
    for name, (word, page) in changed.items():
        file = project / name
        text = file.read_text("utf-8")
        assert word in text
        file.write_text(text.replace(word, "Zyzzyva"), "utf-8")
        assert "Zyzzyva" in (built(project, project / "site") / page).read_text("utf-8"), name
        file.write_text(text, "utf-8")


def _lost(folder: Path) -> None:
    kept_of(folder).unlink()


def _broken(folder: Path) -> None:
    kept_of(folder).write_bytes(b"\xff" * 70_000)


def _open(folder: Path) -> None:
    (folder / ".cache/sites").chmod(0o777)


def _no_folder(folder: Path) -> None:
    kept_of(folder).unlink()
    (folder / ".cache/sites").rmdir()
    (folder / ".cache/sites").write_bytes(b"")


def _linked(folder: Path) -> None:
    elsewhere = (folder / ".cache/sites").rename(folder / "elsewhere")
    (folder / ".cache/sites").symlink_to(elsewhere)


@pytest.fixture
def small(tmp_path: Path) -> tuple[Path, Path]:
    """A project with a site of one file that is kept."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_bytes(b"page")
    Unchanged(tmp_path / ".cache/sites", site).keep("made of this")
    return tmp_path, site


def test_holds(small: tuple[Path, Path]) -> None:
    """A site is unchanged when it is made of the same and nobody has touched it."""
    folder, site = small
    assert Unchanged(folder / ".cache/sites", site).holds("made of this")
    assert not Unchanged(folder / ".cache/sites", site).holds("made of that")
    assert not Unchanged(folder / ".cache/sites", folder / "other").holds("made of this")


@pytest.mark.parametrize("spoil", [_lost, _broken, _open, _no_folder, _linked])
def test_never_trusted(small: tuple[Path, Path], spoil: Change_) -> None:
    """What is kept counts for nothing where it is lost, broken, or open to others, and nothing fails for it."""
    folder, site = small
    spoil(folder)
    assert not Unchanged(folder / ".cache/sites", site).holds("made of this")
    Unchanged(folder / ".cache/sites", site).keep("made of this")


def test_of_somebody_else(small: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """What another user has kept counts for nothing."""
    folder, site = small
    monkeypatch.setattr(os, "geteuid", lambda: (folder / ".cache/sites").stat().st_uid + 1)
    assert not Unchanged(folder / ".cache/sites", site).holds("made of this")


TOUCHED: dict[str, Change_] = {
    "other bytes": lambda site: (site / "index.html").write_bytes(b"egap"),
    "the same bytes anew": lambda site: (site / "index.html").write_bytes(b"page"),
    "one more": lambda site: (site / "more.html").write_bytes(b""),
    "one less": lambda site: (site / "index.html").unlink(),
    "another name": lambda site: (site / "index.html").rename(site / "other.html"),
    "a link": lambda site: (site / "link").symlink_to("index.html"),
}


@pytest.mark.parametrize("touch", TOUCHED.values(), ids=TOUCHED)
def test_touched(small: tuple[Path, Path], touch: Change_) -> None:
    """A site of which a file was written, removed, renamed or added is another one."""
    folder, site = small
    touch(site)
    assert not Unchanged(folder / ".cache/sites", site).holds("made of this")


@pytest.fixture
def whole(chronicle: Chronicle, tmp_path: Path) -> Site:
    """A site with all that it can be made of."""
    for name in ("assets", "overrides", "staged"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "file").write_text(name)
    return replace(direct.site(chronicle), assets=tmp_path / "assets", overrides=tmp_path / "overrides")


OTHERS: dict[str, Any] = {
    "url": "https://example.net/",
    "codes": ("en",),
    "assets": None,
    "overrides": None,
    "by_hand": frozenset({"en/other/"}),
    "guarded": False,
    "album": Path("album"),
    "history": {"events/2024/a.yml": (Change("0" * 40, "2024-01-01", "Begun"),)},
    "look": Look(features=frozenset({"content.tooltips"})),
}


def test_made_of(whole: Site, tmp_path: Path) -> None:
    """Whatever of a site's parts is another one, the site is made of something else."""
    others = OTHERS | {
        "chronicle": replace(whole.chronicle, entries=whole.chronicle.entries[1:], stories=()),
        "settings": replace(whole.settings, repository="https://example.net/other"),
    }
    assert {one.name for one in fields(Site)} == others.keys()
    made = {name: digest(replace(whole, **{name: other}), tmp_path / "staged") for name, other in others.items()}
    assert len(others) + 1 == len({*made.values(), digest(whole, tmp_path / "staged")})
    assert digest(whole, tmp_path / "staged") == digest(replace(whole), tmp_path / "staged")


@pytest.mark.parametrize("folder", ["assets", "overrides", "staged"])
def test_folders(whole: Site, tmp_path: Path, folder: str) -> None:
    """A file's content and its name count, in the site's own folders and in what others have written."""
    found = [digest(whole, tmp_path / "staged")]
    (tmp_path / folder / "file").write_text("another text")
    found.append(digest(replace(whole), tmp_path / "staged"))
    (tmp_path / folder / "file").rename(tmp_path / folder / "name")
    found.append(digest(replace(whole), tmp_path / "staged"))
    assert 3 == len(set(found))


def test_another_version(whole: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With another Python or another library a site is made of something else."""
    before = digest(whole, tmp_path / "staged")
    monkeypatch.setattr(unchanged, "_program", lambda: ("another",))
    assert before != digest(whole, tmp_path / "staged")
    monkeypatch.undo()
    assert any(one.startswith("babel ") for one in map(str.casefold, unchanged._program()))
