"""What happened to each file of a record, as Git remembers it; nothing where there is no Git, or not all of it."""

import subprocess
from collections.abc import Mapping
from pathlib import Path
from shutil import which

from timeline.site.publication import Change

# A commit begins with what no name and no subject has.
_COMMIT = "\x1e"
_FORM = f"--format={_COMMIT}%H%x09%as%x09%s"


def history_of(events: Path) -> Mapping[str, tuple[Change, ...]]:
    """Return the changes of all files below a folder by their paths from its parent, the oldest first."""
    if _run(events, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    log = _run(events, "log", "--reverse", "--no-merges", "--no-renames", "--relative", "--name-only", _FORM, "--", ".")
    found: dict[str, list[Change]] = {}
    for commit in log.split(_COMMIT)[1:]:
        first, *names = commit.splitlines()
        change = Change(*first.split("\t", 2))
        for name in filter(None, names):
            found.setdefault(f"{events.name}/{name}", []).append(change)
    return {name: tuple(changes) for name, changes in found.items()}


def _run(folder: Path, *arguments: str) -> str:
    """Return what Git prints of a folder, or nothing where it fails or is not there."""
    git = which("git")
    if git is None:
        return ""
    command = [git, "-C", str(folder), "-c", "core.quotePath=false", "--no-optional-locks", *arguments]
    done = subprocess.run(command, capture_output=True, check=False, stdin=subprocess.DEVNULL)
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""
