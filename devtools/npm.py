"""Installs what is measured beside or measures, where it comes by npm: at its pinned version, once."""

import json
import shutil
import subprocess
from pathlib import Path


def install(folder: Path) -> None:
    """Install the packages of a folder's ``package.json`` into it, once; ends where there is no npm."""
    wanted: dict[str, str] = json.loads((folder / "package.json").read_text("utf-8"))["dependencies"]
    if all(_version(folder, name) == version for name, version in wanted.items()):
        return
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit(f"There is no npm here; it comes with Node.js, and installs {', '.join(wanted)}.")
    subprocess.run([npm, "ci", "--silent"], cwd=folder, check=True)


def _version(folder: Path, name: str) -> str | None:
    manifest = folder / "node_modules" / name / "package.json"
    return json.loads(manifest.read_text("utf-8"))["version"] if manifest.is_file() else None
