"""The scripts that are published say the same as those that are written, in fewer bytes."""

import gzip
import posixpath
import re
import shutil
import subprocess

import pytest

from tests.built import PACKAGE, ROOT, Site
from timeline.material.icons import INTERFACE, STYLED, as_property
from timeline.site import colours
from timeline.site.assets import COMMENTS, JOINED, sheet

# The bytes that were sent for what icons have taken the place of: a cross drawn by hand in the sheet, and in the page
# of an event the arrows, each in an element of its own.
REPLACED = 102 + 20

STATEMENTS = re.MULTILINE | re.DOTALL
PARSER = ROOT / "node_modules" / "acorn" / "dist" / "acorn.js"

# What a script says to others: the names that it gives and takes, its texts and expressions, what it asks objects for.
SAID = """
const { parse } = require(process.argv[1]);
const { readFileSync } = require("node:fs");
const open = ({ type }) => type === "Identifier";
const said = (path) => {
  const found = new Set();
  const read = (node) => {
    if (Array.isArray(node)) node.forEach(read);
    if (!node || typeof node.type !== "string") return;
    const { type } = node;
    if (type === "Literal" && typeof node.value === "string") found.add(`text ${node.value}`);
    if (type === "Literal" && node.regex) found.add(`expression ${node.regex.pattern} ${node.regex.flags}`);
    if (type === "TemplateElement") found.add(`text ${node.value.cooked}`);
    const asked = type === "MemberExpression" && !node.computed && node.object.name !== "Math" ? node.property : node;
    if (asked !== node && open(asked)) found.add(`asked ${asked.name}`);
    if (type === "MethodDefinition" && open(node.key)) found.add(`method ${node.key.name}`);
    if (/^Export/.test(type)) found.add(`given ${node.declaration?.id?.name ?? ""}`);
    if (type === "ImportSpecifier") found.add(`taken ${node.imported.name}`);
    Object.values(node).forEach(read);
  };
  read(parse(readFileSync(path, "utf8"), { ecmaVersion: "latest", sourceType: "module" }));
  return [...found].sort().join("\\n");
};
const paths = process.argv.slice(2);
process.stdout.write(paths.filter((path, at) => at % 2 && said(path) !== said(paths[at - 1])).join("\\n"));
"""


def imported() -> set[str]:
    """Return the scripts that others import."""
    texts = {path.relative_to(PACKAGE).as_posix(): path.read_text("utf-8") for path in PACKAGE.rglob("*.js")}
    names = (
        (path, name) for path, text in texts.items() for name in re.findall(r'^import .*?"(.*?)";', text, STATEMENTS)
    )
    return {posixpath.normpath(posixpath.join(posixpath.dirname(path), name)) for path, name in names}


@pytest.mark.skipif(not PARSER.is_file(), reason="scripts are parsed where Node.js is")
def test_scripts_say_the_same(site: Site) -> None:
    """A script that others import is published in fewer bytes, with the same texts and the same names for others."""
    written = [path for path in sorted(PACKAGE.rglob("*.js")) if path.relative_to(PACKAGE).as_posix() in imported()]
    published = [site.root / site.files / path.relative_to(PACKAGE) for path in written]
    every = [str(path) for pair in zip(written, published, strict=True) for path in pair]
    node = shutil.which("node") or "node"
    done = subprocess.run([node, "-e", SAID, PARSER, *every], capture_output=True, text=True, check=True)
    assert "" == done.stdout
    assert all(short.stat().st_size < own.stat().st_size for own, short in zip(written, published, strict=True))
    lines = [line.strip() for path in published for line in path.read_text("utf-8").splitlines()]
    assert [] == [line for line in lines if line.startswith(("//", "/*", "* "))]


def test_icons_are_paid_for() -> None:
    """An event's page weighs no more than it did without Material's icons, for the sheet has no spaces any more."""
    files = ((PACKAGE / "site" / "styles" / f"{name}.css").read_text("utf-8") for name in JOINED if name != "icons")
    without = COMMENTS.sub("", "\n".join((colours.sheet({}), *files))).encode()
    assert len(gzip.compress(sheet({}, "../fonts/"), 6)) < len(gzip.compress(without, 6)) + REPLACED


@pytest.mark.parametrize("name", STYLED)
def test_every_icon_is_drawn(name: str) -> None:
    """Every icon that the sheet carries is drawn by one of its rules, and comes once, as Material has it."""
    text = sheet({}, "../fonts/").decode()
    assert 1 == text.count(as_property(INTERFACE[name]))
    assert f"var(--icon-{name})" in text


def test_icons_of_a_site() -> None:
    """A site that names another icon gets that one in its sheet, and its files another address."""
    own = {"share": "material/share"}
    text = sheet({}, "../fonts/", own).decode()
    assert (1, 0) == (text.count(as_property(own["share"])), text.count(as_property(INTERFACE["share"])))
