"""Tries the program as somebody has it who never saw this checkout: an empty environment, an empty folder.

``python -m devtools.wheel`` builds the wheel and tries it; with the path of a wheel it tries that one. Besides Python
and pip it needs nothing, so that a release is tried by what it does not bring along.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import venv
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
LOCK = ROOT / "requirements-site.lock"


def build(folder: Path) -> Path:
    """Build the wheel into a folder, with what is installed here, and return its path."""
    _run([sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)], ROOT)
    return next(folder.glob("*.whl"))


def install(wheel: Path, folder: Path) -> Path:
    """Install a wheel and what is locked beside it into a new environment, and return the folder of its commands.

    Raises CalledProcessError where the wheel asks for anything that is not locked.
    """
    venv.create(folder, with_pip=False)
    commands = folder / "bin"
    pip = [sys.executable, "-m", "pip", "--quiet", "--python", str(commands / "python")]
    install = [*pip, "install", "--no-deps", "--no-compile"]  # what is run but once need not be compiled before
    _run([*install, "--no-index", str(wheel.resolve())], folder)
    _run([*install, "--require-hashes", "--requirement", str(LOCK)], folder)
    _run([*pip, "check"], folder)
    return commands


def use(commands: Path, folder: Path) -> Path:
    """Begin a record in an empty folder, check it and build its site, and return where the site lies."""
    variables = {"PATH": str(commands), "HOME": str(folder)}
    record = folder / "record"
    _run(["timeline", "init", str(record)], folder, variables)
    _run(["timeline", "check"], record, variables)
    _run(["timeline", "build"], record, variables)
    return record / "site"


def _run(command: Sequence[str], folder: Path, variables: dict[str, str] | None = None) -> None:
    """Run a command; what it prints is shown only if it fails."""
    environment = dict(os.environ) if variables is None else variables
    program = shutil.which(command[0], path=environment["PATH"]) or command[0]
    done = subprocess.run(
        [program, *command[1:]], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        print(done.stdout, done.stderr, sep="", file=sys.stderr)
    done.check_returncode()


def main(arguments: Sequence[str]) -> None:
    """Try the wheel that is named, or the one that is built from this checkout."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        wheel = Path(arguments[0]) if arguments else build(folder / "dist")
        (folder / "empty").mkdir()
        site = use(install(wheel, folder / "environment"), folder / "empty")
        print(f"{wheel.name}: {sum(path.is_file() for path in site.rglob('*'))} files")


if __name__ == "__main__":
    main(sys.argv[1:])
