"""What comes by npm is pinned by version and hash, and no address of a registry stands anywhere."""

import json
import re
from pathlib import Path

import pytest

from tests.built import ROOT

FOLDERS = [ROOT, ROOT / "benchmarks" / "axis", ROOT / "benchmarks" / "lighthouse"]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_pinned_without_addresses(folder: Path) -> None:
    """Each package is pinned by version and hash, those that we name to that very version, and none has an address."""
    text, manifest = ((folder / name).read_text("utf-8") for name in ("package-lock.json", "package.json"))
    wanted = json.loads(manifest).get("dependencies", {}) | json.loads(manifest).get("devDependencies", {})
    installed = {name: package for name, package in json.loads(text)["packages"].items() if name}
    assert wanted == {name: installed[f"node_modules/{name}"]["version"] for name in wanted}
    assert all(re.fullmatch(r"sha512-[\w+/]+=*", package["integrity"]) for package in installed.values())
    assert "resolved" not in text
    assert "omit-lockfile-registry-resolved=true" in (folder / ".npmrc").read_text("utf-8").split()
