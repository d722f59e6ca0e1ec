"""Scripts are joined with what they import, so that a browser asks once for each."""

import shutil
import subprocess
from pathlib import Path

import pytest

from timeline.site.assets import program
from timeline.site.modules import Unjoinable, joined

NODE = shutil.which("node") or ""

# Two scripts with a name that both have for themselves, one with a name for what it imports, and one that runs later.
SCRIPTS = {
    "a/first.js": (
        'import { twice as doubled } from "../b/second.js";\nimport * as third from "../b/third.js";\n'
        "const own = 1;\nconsole.log(doubled(own), third.three);\n"
    ),
    "b/second.js": (
        'import {\n  three,\n} from "./third.js";\nconst own = 10;\n'
        "export function twice(value) {\n  return 2 * value + own + three;\n}\n"
        'export const later = new URL("./later.js", import.meta.url);\n'
    ),
    "b/third.js": "export const three = 3000;\n",
    "b/later.js": 'import { three } from "./third.js";\nexport class Own {\n  three = three;\n}\n',
}


@pytest.mark.skipif(not NODE, reason="scripts are run where Node.js is")
def test_they_run_as_before(tmp_path: Path) -> None:
    """A joined script does what it did, whatever names its parts have for themselves."""
    alone = tmp_path / "alone.mjs"
    alone.write_text(dict(joined(SCRIPTS))["a/first.js"], "utf-8")
    assert "3012 3000\n" == subprocess.run([NODE, alone], capture_output=True, text=True, check=True).stdout


def test_addresses_stay() -> None:
    """What a script finds by its own address it finds from the joined one too."""
    assert 'new URL("./later.js", new URL("../b/second.js", import.meta.url))' in dict(joined(SCRIPTS))["a/first.js"]


def test_what_is_joined() -> None:
    """A script that none imports, or that is fetched later, is whole; one that others import stays as it is."""
    texts = dict(joined(SCRIPTS))
    assert texts.keys() == SCRIPTS.keys()
    assert [] == [path for path in ("a/first.js", "b/later.js") if "import {" in texts[path]]
    assert SCRIPTS["b/third.js"] == texts["b/third.js"]
    assert "export class Own" in texts["b/later.js"]


@pytest.mark.parametrize(
    "line",
    [
        'import all from "./b.js";',
        "export default 1;",
        'export { b } from "./b.js";',
        'const b = await import("./b.js");',
    ],
)
def test_what_cannot_be_joined(line: str) -> None:
    """A script that imports or exports in a way that would be lost is refused."""
    with pytest.raises(Unjoinable):
        dict(joined({"a.js": f"{line}\n", "b.js": "export const b = 1;\n"}))


def test_circles() -> None:
    """Scripts that import each other in a circle are refused."""
    circle = {
        "a.js": 'import { b } from "./b.js";\n',
        "b.js": 'import { c } from "./c.js";\nexport const b = c;\n',
        "c.js": 'import { b } from "./b.js";\nexport const c = b;\n',
    }
    with pytest.raises(Unjoinable, match="imports itself"):
        dict(joined(circle))


def test_what_is_fetched_later_is_not_joined_too() -> None:
    """A script that is fetched while a page runs is there once, and not inside of another as well."""
    scripts = {**SCRIPTS, "a/other.js": 'import { Own } from "../b/later.js";\n'}
    with pytest.raises(Unjoinable, match="while a page runs"):
        dict(joined(scripts))


def test_every_script_of_the_program() -> None:
    """No script that a page names, or that another fetches, waits for a further one."""
    texts = {file.path: file.content.decode() for file in program({}) if file.path.endswith(".js")}
    named = ("site/scripts/site.js", "site/scripts/timeline.js", "search/browser/search.js", "search/browser/worker.js")
    assert [] == [path for path in named if "\nimport " in f"\n{texts[path]}"]
