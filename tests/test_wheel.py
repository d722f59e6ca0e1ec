"""The wheel holds the whole program: where nothing else is, it begins a record, checks it and builds its site."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from devtools.wheel import ROOT, build, install, use
from tests.built import built
from tests.command import run


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel that is built from this checkout."""
    return build(tmp_path_factory.mktemp("dist"))


def held(folder: Path) -> dict[str, bytes]:
    """Return all files below a folder, by their paths in it."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_every_file(wheel: Path) -> None:
    """Every file of the package is in the wheel as it is here, styles, scripts, fonts and hidden ones too."""
    with zipfile.ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if name.startswith("timeline/")]
        packed = {name: archive.read(name) for name in names}
    here = {
        f"timeline/{path}": content for path, content in held(ROOT / "timeline").items() if "__pycache__" not in path
    }
    assert here == packed


def test_typed(wheel: Path) -> None:
    """The wheel says that its types may be relied on."""
    with zipfile.ZipFile(wheel) as archive:
        assert "timeline/py.typed" in archive.namelist()


@pytest.mark.network
def test_where_nothing_else_is(wheel: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In an empty environment and folder `init`, `check` and `build` succeed, and make the site that is made here."""
    monkeypatch.setenv("TIMELINE_PICTURES", "")
    (tmp_path / "empty").mkdir()
    site = use(install(wheel, tmp_path / "environment"), tmp_path / "empty")
    run("init", tmp_path / "here")
    assert held(built(tmp_path / "here", tmp_path / "here" / "site")) == held(site)


def test_failure_is_shown(tmp_path: Path) -> None:
    """A wheel that is none fails, and what the installer says of it is shown."""
    broken = tmp_path / "servers_working_timeline-0.0.0-py3-none-any.whl"
    broken.write_bytes(b"no archive")
    command = [sys.executable, "-m", "devtools.wheel", str(broken)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert 1 == done.returncode
    assert broken.name in done.stderr
