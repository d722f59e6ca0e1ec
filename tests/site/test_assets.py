"""The scripts that are published say the same as those that are written, in fewer bytes."""

import posixpath
import re
import shutil
import subprocess

import pytest

from tests.built import PACKAGE, ROOT, Site

STATEMENTS = re.MULTILINE | re.DOTALL
PARSER = ROOT / "node_modules" / "acorn" / "dist" / "acorn.js"

SAME_TREES = """
const { parse } = require(process.argv[1]);
const { readFileSync } = require("node:fs");
const read = (path) => parse(readFileSync(path, "utf8"), { ecmaVersion: "latest", sourceType: "module" });
const tree = (path) => JSON.stringify(read(path), (key, value) => (["start", "end"].includes(key) ? 0 : value));
const paths = process.argv.slice(2);
process.stdout.write(paths.filter((path, at) => at % 2 && tree(path) !== tree(paths[at - 1])).join("\\n"));
"""


def imported() -> set[str]:
    """Return the scripts that others import."""
    texts = {path.relative_to(PACKAGE).as_posix(): path.read_text("utf-8") for path in PACKAGE.rglob("*.js")}
    names = (
        (path, name) for path, text in texts.items() for name in re.findall(r'^import .*?"(.*?)";', text, STATEMENTS)
    )
    return {posixpath.normpath(posixpath.join(posixpath.dirname(path), name)) for path, name in names}


@pytest.mark.skipif(not PARSER.is_file(), reason="scripts are parsed where Node.js is")
def test_scripts_mean_the_same(site: Site) -> None:
    """A script that others import is published without its comments, and parsed to the same program."""
    written = [path for path in sorted(PACKAGE.rglob("*.js")) if path.relative_to(PACKAGE).as_posix() in imported()]
    published = [site.root / site.files / path.relative_to(PACKAGE) for path in written]
    every = [str(path) for pair in zip(written, published, strict=True) for path in pair]
    node = shutil.which("node") or "node"
    done = subprocess.run([node, "-e", SAME_TREES, PARSER, *every], capture_output=True, text=True, check=True)
    assert "" == done.stdout
    assert all(short.stat().st_size < own.stat().st_size for own, short in zip(written, published, strict=True))
    lines = [line.strip() for path in published for line in path.read_text("utf-8").splitlines()]
    assert [] == [line for line in lines if line.startswith(("//", "/*", "* "))]
