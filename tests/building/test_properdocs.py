"""ProperDocs, which goes on where MkDocs 1 ends, builds the same site; it is tried where it is installed."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.built import built, environment
from timeline.starter.write import write

pytest.importorskip("properdocs", reason="properdocs is missing: pip install properdocs")


def files(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder by its path."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_same_site(tmp_path: Path) -> None:
    """ProperDocs builds the record of ``timeline init`` byte for byte as MkDocs does."""
    write(tmp_path / "project")
    done = subprocess.run(
        [sys.executable, "-m", "properdocs", "build", "--quiet", "--site-dir", str(tmp_path / "proper")],
        cwd=tmp_path / "project", env=environment(), capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert 0 == done.returncode, done.stderr
    assert files(built(tmp_path / "project", tmp_path / "usual")) == files(tmp_path / "proper")
