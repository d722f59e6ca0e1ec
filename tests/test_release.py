"""What a release needs holds at any time: the version is in the changelog, and a tag that is wrong is refused."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from timeline import __version__

ROOT = Path(__file__).parent.parent


def released(root: Path, tag: str) -> subprocess.CompletedProcess[str]:
    """Ask whether a tag names the version of a checkout."""
    return subprocess.run([root / "tools" / "released", tag], capture_output=True, text=True, check=False)


@pytest.fixture
def undated(tmp_path: Path) -> Path:
    """A checkout whose changelog has the version without its day."""
    for name in ("tools/released", "timeline/__init__.py", "CHANGELOG.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    changelog = tmp_path / "CHANGELOG.md"
    changelog.write_text(re.sub(r"(?m)^(## \[\d\S+\]) - .*$", r"\1", changelog.read_text()))
    return tmp_path


def test_version_can_be_released() -> None:
    """The tag of the present version is taken, for the changelog has it with its day."""
    assert (0, "") == ((done := released(ROOT, f"v{__version__}")).returncode, done.stderr)


@pytest.mark.parametrize("tag", [__version__, f"v{__version__}.1", "v", "main"])
def test_other_tags(tag: str) -> None:
    """A tag that is not the version's own is refused, with the version."""
    done = released(ROOT, tag)
    assert (1, True) == (done.returncode, __version__ in done.stderr)


def test_undated(undated: Path) -> None:
    """A version without a day in the changelog is refused."""
    assert 1 == released(undated, f"v{__version__}").returncode
