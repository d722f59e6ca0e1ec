"""Takes away one guard after the other and runs the tests that name it: ``python -m devtools.guards [WORD …]``.

Each guard of ``guards.yml`` is a line or two that keep hostile or broken input out. It is replaced in a copy of the
project, and at least one of its tests must then fail; what survives is printed, and the exit status is 1. With words
only the guards are tried whose names hold one of them; ``--browser`` tries those too whose tests need a browser.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent
LIST = Path(__file__).with_name("guards.yml")

# What the copy has: all that a test reads.
COPIED = ("timeline", "tests", "devtools", "benchmarks", "site_src", "schema", "mkdocs.yml", "pyproject.toml", "events")

_FAILED = 1  # what pytest says when tests ran and some failed


@dataclass(frozen=True)
class Guard:
    """A guard: the text of a file that is it, what stands there without it, and the tests that notice."""

    name: str
    file: str
    text: str
    without: str
    tests: tuple[str, ...]

    @property
    def in_browser(self) -> bool:
        """Whether its tests need a browser."""
        return any(test.startswith("tests/browser/") for test in self.tests)

    def removed(self, source: str) -> str:
        """Return the file's text without the guard; raises ValueError where it does not stand there exactly once."""
        if source.count(self.text) != 1:
            raise ValueError(f"{self.name}: {self.file} has this {source.count(self.text)} times: {self.text}")
        return source.replace(self.text, self.without)


def guards() -> list[Guard]:
    """Read the list."""
    listed = yaml.safe_load(LIST.read_text("utf-8"))
    return [
        Guard(name, one["file"], one["text"], one["without"], tuple(one["tests"].split()))
        for name, one in listed.items()
    ]


def copied(folder: Path) -> Path:
    """Make a copy of the project to be broken."""
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, symlinks=True)
        else:
            shutil.copy(ROOT / name, folder / name)
    return folder


def survives(guard: Guard, copy: Path) -> bool:
    """Say whether all tests pass without a guard; raises RuntimeError where they cannot be run."""
    path = copy / guard.file
    whole = path.read_text("utf-8")
    path.write_text(guard.removed(whole), "utf-8")
    try:
        return passed(copy, guard.tests)
    finally:
        path.write_text(whole, "utf-8")


def passed(copy: Path, tests: Iterable[str]) -> bool:
    """Say whether all of some tests pass in the copy; raises RuntimeError where they cannot be run."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:xdist", "-p", "no:cacheprovider", *tests]
    environment = {**os.environ, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(command, cwd=copy, env=environment, capture_output=True, text=True, check=False)
    if done.returncode not in (0, _FAILED):
        raise RuntimeError(f"{' '.join(tests)} could not be run:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done.returncode == 0


def tried(words: list[str], *, browser: bool) -> Iterator[tuple[Guard, bool]]:
    """Try the guards that the words name, or all, and yield each with whether it survived."""
    named = [guard for guard in guards() if not words or any(word in guard.name for word in words)]
    chosen = [guard for guard in named if browser or not guard.in_browser]
    files = sorted({part for guard in chosen for part in guard.tests if part.startswith("tests/")})
    with tempfile.TemporaryDirectory() as folder:
        copy = copied(Path(folder))
        if not passed(copy, files):
            raise RuntimeError(f"These fail before anything is taken away: {' '.join(files)}")
        for guard in chosen:
            yield guard, survives(guard, copy)


def main(arguments: list[str]) -> int:
    """Try guards and print how it went."""
    words = [word for word in arguments if word != "--browser"]
    survivors = 0
    count = 0
    for guard, survived in tried(words, browser="--browser" in arguments):
        count += 1
        survivors += survived
        print(f"{'SURVIVES' if survived else 'noticed '}  {guard.name}", flush=True)
    print(f"{count} guards taken away, {survivors} unnoticed")
    return 1 if survivors else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
