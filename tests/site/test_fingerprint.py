"""No browser mixes two builds: styles, scripts and what they read lie in a folder of the build's own."""

import json
import posixpath
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests import direct
from tests.built import built, copy_inputs
from tests.golden import RECORD
from timeline.building import manifest
from timeline.building.staging import Staging
from timeline.checking.result import check
from timeline.chronicle.chronicle import Chronicle, compile_chronicle
from timeline.site import fingerprint as rooms
from timeline.site import offline
from timeline.site.colours import Colour
from timeline.site.fingerprint import fingerprint
from timeline.site.parts.page import Artifact


@pytest.fixture(scope="module")
def chronicle() -> Chronicle:
    """The tests' record."""
    return compile_chronicle(check(RECORD).record)


def test_same_of_the_same(chronicle: Chronicle) -> None:
    """The same program, settings and record have the same name."""
    again = compile_chronicle(check(RECORD).record)
    assert fingerprint(chronicle, direct.settings()) == fingerprint(again, direct.settings())


def test_another_record(chronicle: Chronicle, tmp_path: Path) -> None:
    """A word of an event or of the vocabulary makes another name."""
    names = {fingerprint(chronicle, direct.settings())}
    for file, before in (("2024/2024-03-05-alpha-outage.yml", "Alphagram"), ("vocabulary/tags.yml", "en:")):
        record = shutil.copytree(RECORD, tmp_path / before.strip(":"))
        text = (record / file).read_text("utf-8")
        assert before in text
        (record / file).write_text(text.replace(before, f"{before} X", 1), "utf-8")
        names.add(fingerprint(compile_chronicle(check(record).record), direct.settings()))
    assert 3 == len(names)


def test_other_settings(chronicle: Chronicle) -> None:
    """A colour makes another name."""
    other = replace(direct.settings(), colours={"bg": Colour("#000000", "#ffffff")})
    assert fingerprint(chronicle, direct.settings()) != fingerprint(chronicle, other)


def test_other_icons(chronicle: Chronicle) -> None:
    """An icon of the site's own makes another name, for it stands in the style sheet."""
    own = {"share": "material/share"}
    assert fingerprint(chronicle, direct.settings()) != fingerprint(chronicle, direct.settings(), own)


def test_another_program(chronicle: Chronicle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A change of any file of the program makes another name."""
    before = fingerprint(chronicle, direct.settings())
    (tmp_path / "style.css").write_text("b{}", "utf-8")
    monkeypatch.setattr(rooms, "PACKAGE", tmp_path)
    rooms._program.cache_clear()
    try:
        assert before != fingerprint(chronicle, direct.settings())
    finally:
        rooms._program.cache_clear()


def test_one_folder(tmp_path: Path) -> None:
    """Every style, script and file that a script reads lies in the one folder, and every page names that one alone."""
    site = built(copy_inputs(tmp_path / "project", RECORD), tmp_path / "site")
    own = manifest.folders(site)[0]
    assert [site / own] == [path for path in (site / "assets").iterdir() if path.is_dir() and path.name != "fonts"]
    run = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.suffix in (".css", ".js")}
    run.remove(offline.WORKER)  # which is the whole site's, and is another one with each build
    assert [] == [path for path in run if not path.startswith(f"{own}/")]
    for path in (path for path in run if path.endswith(".js")):
        imported = re.findall(r"""(?:from|import\()\s*["'](\.[^"']+)["']""", (site / path).read_text("utf-8"))
        met = {posixpath.normpath(posixpath.join(posixpath.dirname(path), one)) for one in imported}
        assert met <= run  # a module of another build lies elsewhere, whatever a browser has kept
    read = {path.stem for path in (site / own / "data").iterdir()}
    assert {"axis", "compare", "days", "offline", "search", "timeline"} == read
    for page in site.rglob("*.html"):
        named = re.findall(r'(?:src|href)="[^"]*?(assets/[^"]+\.(?:css|js))"', page.read_text("utf-8"))
        assert named
        assert [] == [path for path in named if not path.startswith(f"{own}/")]


def test_folder_before(tmp_path: Path) -> None:
    """Of the build before its folder is kept, of older ones not; the same build again keeps what there is."""
    target = tmp_path / "site"

    def publish(name: str) -> set[str]:
        with Staging(target) as made:
            made.write([Artifact(f"assets/{name}/a.js", name.encode()), Artifact("index.html", b"")])
            made.publish(f"assets/{name}")
        return {path.name for path in (target / "assets").iterdir()}

    assert [{"one"}, {"one", "two"}, {"two", "three"}] == [publish(name) for name in ("one", "two", "three")]
    assert b"two" == (target / "assets/two/a.js").read_bytes()
    assert {"two", "three"} == publish("three")


def test_worker_and_data_of_the_search(tmp_path: Path) -> None:
    """What the search begins with lies where the worker of the same build looks for it."""
    site = built(copy_inputs(tmp_path / "project", RECORD), tmp_path / "site")
    folder = site / manifest.folders(site)[0]
    assert (folder / "search" / "browser" / "worker.js").is_file()
    assert "edition" in json.loads((folder / "data" / "search" / "start-en.json").read_bytes())["manifest"]
