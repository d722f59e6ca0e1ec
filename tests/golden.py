"""The golden cases: folders whose files are laid over the tests' record, and what a check then prints.

A case is named after a code and says in a few words what is wrong: ``Y102-twice``. Its ``events`` folder holds the
files to add or to replace, ``removed.txt`` the files to take away, and ``expected.txt`` the whole report.
"""

import shutil
from contextlib import chdir
from pathlib import Path

from click.testing import CliRunner, Result

from timeline.cli import main

HERE = Path(__file__).parent
RECORD = HERE / "small_record"
BAD = HERE / "bad"
GOOD = HERE / "good"

# The day on which all reports are made, so that what is in the future today stays in the future.
NOW = "1795305600"


# What a folder in Git cannot show: a file that may not be read. It has a test of its own.
ELSEWHERE = frozenset(["F113"])


def cases(folder: Path) -> list[Path]:
    """List the cases in a folder, in order."""
    return sorted(path for path in folder.iterdir() if path.is_dir())


def lay(case: Path, root: Path) -> Path:
    """Make the record of a case at ``root``; links stay links."""
    shutil.copytree(RECORD, root)
    if (case / "events").is_dir():
        shutil.copytree(case / "events", root, symlinks=True, dirs_exist_ok=True)
    removed = case / "removed.txt"
    for name in removed.read_text("utf-8").split() if removed.exists() else ():
        shutil.rmtree(root / name) if (root / name).is_dir() else (root / name).unlink()
    return root


def check(root: Path, *options: str) -> Result:
    """Run ``timeline check`` on the record at ``root``."""
    runner = CliRunner(env={"SOURCE_DATE_EPOCH": NOW, "TIMELINE_LANGUAGE": "", "GITHUB_WORKSPACE": ""})
    with chdir(root.parent):  # so that files are named as the record names them
        return runner.invoke(main, ["check", "--events", root.name, *options])
