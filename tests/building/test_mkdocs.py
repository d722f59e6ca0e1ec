"""`mkdocs build` makes the whole site or leaves the old one as it was, and makes the same of the same."""

import filecmp
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.built import ADDRESS, Site, built, copy_inputs, environment, mkdocs
from tests.golden import RECORD

EVENT = "events/2024/2024-03-05-alpha-outage.yml"
PRIVATE = "nobody shall read this on the site"

Tree = dict[str, tuple[bytes, int, int]]


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with the tests' small record, and its site."""
    project = copy_inputs(tmp_path_factory.mktemp("first") / "project", RECORD)
    built(project, project / "site")
    return project


@pytest.fixture
def project(first: Path, tmp_path: Path) -> Path:
    """The project without a site."""
    return shutil.copytree(first, tmp_path / "project", symlinks=True, ignore=shutil.ignore_patterns("site"))


@pytest.fixture
def old(first: Path, project: Path) -> Tree:
    """The site of the project as it was built first."""
    return tree(shutil.copytree(first / "site", project / "site"))


def tree(folder: Path) -> Tree:
    """Return the files below a folder: their bytes, when they were changed, and which files they are."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    kept = ((path.relative_to(folder).as_posix(), path.read_bytes(), path.stat()) for path in files)
    return {name: (data, stat.st_mtime_ns, stat.st_ino) for name, data, stat in kept}


def differences(compared: "filecmp.dircmp[str]") -> Iterator[str]:
    """Yield the names of files that are not the same in two folders."""
    _, unequal, unreadable = filecmp.cmpfiles(compared.left, compared.right, compared.common_files, shallow=False)
    yield from (*compared.left_only, *compared.right_only, *unequal, *unreadable)
    for below in compared.subdirs.values():
        yield from differences(below)


def fails(project: Path, **variables: str) -> str:
    """Build a project that cannot be built and return what was said about it."""
    done = mkdocs(project, "build", "--quiet", **variables)
    assert 1 == done.returncode, done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout + done.stderr


def replace(file: Path, before: str, after: str) -> None:
    """Exchange a part of a file."""
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after), "utf-8")


def left_beside(project: Path) -> set[str]:
    """Return the names of what stands in a project beside its inputs and its site."""
    return {path.name for path in project.iterdir()} - {"events", "site_src", "mkdocs.yml", "site", ".cache"}


def test_same_bytes(site: Site, inputs: Path, tmp_path: Path) -> None:
    """Two builds of one record are the same to the byte, in another place, zone, language and order of hashes."""
    other = shutil.copytree(inputs, tmp_path / "elsewhere", symlinks=True)
    variables = {"PYTHONHASHSEED": "7", "TZ": "Asia/Riyadh", "LC_ALL": "C", "LANG": "C", "TIMELINE_PICTURES": ""}
    done = mkdocs(other, "build", "--quiet", "--site-dir", str(tmp_path / "again"), **variables)
    assert 0 == done.returncode, done.stderr
    assert [] == list(differences(filecmp.dircmp(site.root, tmp_path / "again", ignore=[], hide=[])))


def test_replaced(project: Path, old: Tree) -> None:
    """A new site takes the old one's place whole: what is no more in the record is no more on the site."""
    (project / "events/2024/2024-03-05-ben-mocks.yml").unlink()
    built(project, project / "site")
    new = tree(project / "site")
    assert {True} == {name.startswith(("ar/", "en/", "assets/", "api/", "embed/")) for name in old.keys() - new.keys()}
    assert "ar/events/2024-03-05-ben-mocks/index.html" in old.keys() - new.keys()
    assert "en/people/ben-example/index.html" in old.keys() - new.keys()
    assert set() == left_beside(project)


def test_broken_record(project: Path, old: Tree) -> None:
    """A record with an error leaves the old site as it was, files and times, and says what is wrong and where."""
    replace(project / EVENT, "company: alpha", "company: alhpa")
    said = fails(project)
    assert re.search(rf"^{EVENT}:\d+:12: error V103", said, re.MULTILINE)
    assert old == tree(project / "site")
    assert set() == left_beside(project)


def test_broken_record_without_a_site(project: Path) -> None:
    """A record with an error makes no site where there was none."""
    replace(project / EVENT, "company: alpha", "company: alhpa")
    fails(project)
    assert set() == left_beside(project)
    assert not (project / "site").exists()


@pytest.mark.parametrize("code", ["ar", "en"])
def test_broken_page(project: Path, old: Tree, code: str) -> None:
    """Whichever language's pages cannot be built, the old site stays as it was in both."""
    (project / "site_src/pages" / code / "about.md").write_bytes(b"---\ntitle: x\n---\n\xff\xfe")
    assert 0 != mkdocs(project, "build", "--quiet").returncode
    assert old == tree(project / "site")
    assert set() == left_beside(project)


def test_strict(project: Path, old: Tree) -> None:
    """With --strict a warning of MkDocs fails the build in either language, and the old site stays."""
    for code in ("ar", "en"):
        page = project / "site_src/pages" / code / "about.md"
        before = page.read_text("utf-8")
        page.write_text(f"{before}\n\n[x](nowhere.md)\n", "utf-8")
        assert 1 == mkdocs(project, "build", "--strict").returncode, code
        assert old == tree(project / "site")
        page.write_text(before, "utf-8")
    assert set() == left_beside(project)


@pytest.mark.parametrize(
    "place",
    [
        "events/2024/2024-03-06-leak.yml",
        "site_src/pages/ar/leak.md",
        "site_src/pages/ar/leaks",
        "site_src/assets/leak.txt",
        "site_src/assets/leaks",
    ],
)
def test_link(project: Path, old: Tree, place: str) -> None:
    """A symbolic link is refused wherever it stands, and nothing of what it points to is published."""
    outside = project.parent / "outside"
    outside.mkdir()
    (outside / "leak.txt").write_text(PRIVATE, "utf-8")
    link = project / place
    link.symlink_to(outside / "leak.txt" if link.suffix else outside)
    assert place.partition("/")[2] in fails(project)
    assert old == tree(project / "site")
    assert set() == left_beside(project)


@pytest.mark.parametrize("place", ["site_src/pages", "site_src/assets"])
def test_folder_that_is_a_link(project: Path, old: Tree, place: str) -> None:
    """A whole folder of the site's own that is a symbolic link is refused too."""
    outside = project.parent / "outside"
    shutil.copytree(project / place, outside)
    shutil.rmtree(project / place)
    (project / place).symlink_to(outside)
    assert place in fails(project)
    assert old == tree(project / "site")


def test_folder_of_somebody_else(project: Path) -> None:
    """A folder that holds something else than a site is not replaced."""
    (project / "site").mkdir()
    (project / "site/precious.txt").write_text(PRIVATE, "utf-8")
    assert "site" in fails(project)
    assert {"precious.txt": PRIVATE.encode()} == {name: kept[0] for name, kept in tree(project / "site").items()}
    assert set() == left_beside(project)


def test_wrong_option(project: Path, old: Tree) -> None:
    """A mistake in mkdocs.yml is named by its path, and the old site stays."""
    replace(project / "mkdocs.yml", "disclaimer:", "disclamer:")
    assert "disclamer" in fails(project)
    assert old == tree(project / "site")


def ended(project: Path, number: signal.Signals, *command: str) -> str:
    """End a build by a signal as soon as it writes, and return what was said."""
    signal.signal(
        signal.SIGINT, signal.default_int_handler
    )  # a build in the background would inherit that it is ignored
    whole = [sys.executable, "-m", *command]
    with subprocess.Popen(whole, cwd=project, env=environment(), stderr=subprocess.PIPE, process_group=0) as process:
        while process.poll() is None and not left_beside(project):
            time.sleep(0.01)
        os.killpg(process.pid, number) if number != signal.SIGTERM else process.terminate()
        assert process.stderr is not None
        return process.stderr.read().decode()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("program", ["mkdocs", "timeline"])
def test_interrupted(project: Path, old: Tree, number: signal.Signals, program: str) -> None:
    """A build that is asked to end leaves a whole site and nothing beside it, and says one line."""
    said = ended(project, number, program, "build")
    new = tree(project / "site")
    assert {name: kept[0] for name, kept in old.items()} == {name: kept[0] for name, kept in new.items()}
    assert set() == left_beside(project)
    assert "Traceback" not in said
    assert 1 == len(
        [line for line in said.splitlines() if line and not line.startswith(("INFO", "WARNING", "mkdocs.yml"))]
    )


def test_killed(project: Path, old: Tree) -> None:
    """A build that is killed leaves the old site, and the next one removes what lay beside it."""
    ended(project, signal.SIGKILL, "timeline", "build")
    assert old == tree(project / "site")
    assert set() != left_beside(project)
    built(project, project / "site")
    assert set() == left_beside(project)


def test_parent_killed(project: Path) -> None:
    """When a build is killed alone, what it started ends too and writes no more."""
    command = [sys.executable, "-m", "timeline", "build"]
    with subprocess.Popen(command, cwd=project, env=environment(), process_group=0) as process:
        while process.poll() is None and not children(process.pid):
            time.sleep(0.005)
        begun = children(process.pid)
        process.kill()
    deadline = time.monotonic() + 60
    while any(Path(f"/proc/{one}/stat").exists() and state(one) != "Z" for one in begun):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    assert begun


def children(pid: int) -> set[int]:
    """Return the processes that a process has started."""
    try:
        return {int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()}
    except OSError:
        return set()


def state(pid: int) -> str:
    """Return the state of a process, as ``ps`` writes it; one that is gone is dead."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return "Z"


def test_without_an_address(project: Path) -> None:
    """A site that does not know its address is built without what needs one."""
    replace(project / "mkdocs.yml", f"site_url: {ADDRESS}\n", "")
    files = tree(built(project, project / "site"))
    assert {"index.html", "404.html", "api/v1/index.json", "ar/index.html", "en/index.html"} <= files.keys()
    assert set() == {"sitemap.xml", "robots.txt", "ar/feed.xml", "en/feed.xml"} & files.keys()
    assert re.search(rb'href="/assets/[0-9a-f]+/site/styles/site\.css"', files["404.html"][0])


def test_former_id(project: Path) -> None:
    """An event's former address leads on to the event in both languages, and is not in the sitemap."""
    event = project / EVENT
    event.write_text(event.read_text("utf-8") + "aliases: [2024-03-05-alpha-former]\n", "utf-8")
    files = tree(built(project, project / "site"))
    for code in ("ar", "en"):
        assert b"url=../2024-03-05-alpha-outage/" in files[f"{code}/events/2024-03-05-alpha-former/index.html"][0]
    assert (False, True) == tuple(one in files["sitemap.xml"][0] for one in (b"alpha-former/", b"alpha-outage/"))


def test_quiet_in_a_pipe(project: Path) -> None:
    """In a pipe a build says nothing but what MkDocs itself says."""
    done = mkdocs(project, "build", "--quiet")
    assert (0, "", "") == (done.returncode, done.stdout, done.stderr)
