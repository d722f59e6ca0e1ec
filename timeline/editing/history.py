"""A record as it was at a revision of Git, and the files of it that are other ones now."""

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import which

from timeline.editing.comparing import Value
from timeline.language.messages import Refusal
from timeline.reading.reader import read
from timeline.record import vocabulary


@dataclass(frozen=True, slots=True)
class Pair:
    """A file by its name, before and now: what it says, or nothing where it is not.

    What cannot be read has its text for a value.
    """

    name: str
    before: Value
    now: Value


class Repository:
    """The Git repository that a record's folder lies in."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._git = which("git")
        if self._git is None:
            raise Refusal("diff.no_git")

    def base(self, revision: str) -> str:
        """Return the commit at which the present branch left a revision; raises Refusal where there is none."""
        found = self._run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        if found is None:
            raise Refusal("diff.no_revision", revision=revision, folder=self.root)
        commit = found.decode().strip()
        common = self._run("merge-base", commit, "HEAD")
        return common.decode().strip() if common else commit

    def changed(self, commit: str) -> Iterator[Pair]:
        """Yield the files of the record that are not as they were at a commit, new ones that Git does not know too."""
        for name in self._names(commit):
            before, path = self._run("cat-file", "blob", f"{commit}:./{name}"), self.root / name
            now = path.read_bytes() if path.is_file() and not path.is_symlink() else None
            yield Pair(f"{self.root.name}/{name}", _said(name, before), _said(name, now))

    def names(self, commit: str) -> list[str]:
        """Return the names of the files that ``changed`` yields."""
        return [f"{self.root.name}/{name}" for name in self._names(commit)]

    def _names(self, commit: str) -> list[str]:
        tracked = self._run("diff", "--name-only", "--no-renames", "--relative", "-z", commit, "--", ".")
        others = self._run("ls-files", "--others", "--exclude-standard", "-z", "--", ".")
        names = {name for listed in (tracked, others) for name in (listed or b"").decode().split("\0")}
        return sorted(name for name in names if name.endswith(".yml"))

    def _run(self, *arguments: str) -> bytes | None:
        """Return what Git prints, or nothing where it fails."""
        command = [self._git or "git", "-C", str(self.root), "--no-optional-locks", *arguments]
        done = subprocess.run(command, capture_output=True, check=False, stdin=subprocess.DEVNULL)
        return done.stdout if done.returncode == 0 else None


def _said(name: str, data: bytes | None) -> Value:
    if data is None:
        return None
    _, tree, _ = read(name, data, vocabulary.MAX_BYTES)
    return tree.plain if tree else data.decode("utf-8", "replace")
