"""The built site as the tests see it: made by MkDocs of the tests' own record, parsed as a browser would."""

import fcntl
import os
import posixpath
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin
from xml.etree import ElementTree as ET

import html5lib

from timeline.building import manifest
from timeline.chronicle.chronicle import Chronicle, Entry

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "timeline"

# A whole project of its own: a record of other companies, its settings and its pages by hand.
SITE_RECORD = ROOT / "tests" / "site_record"
EVENTS = SITE_RECORD / "events"

# The site as its mkdocs.yml addresses it: an origin that no test ever asks, and a path below it.
ADDRESS = "https://engines.example/timeline/"

# From here on the settings name what another record does not have.
_NAMING = "        # What follows names things"

LINKING = {"a": "href", "link": "href", "form": "action"} | dict.fromkeys(("script", "img", "source", "iframe"), "src")


def copy_inputs(folder: Path, record: Path = EVENTS) -> Path:
    """Copy what a build reads into a folder: the tests' site, with any record as its events."""
    copy_project(SITE_RECORD, folder, record)
    if record != EVENTS:
        settings = (folder / "mkdocs.yml").read_text("utf-8")
        (folder / "mkdocs.yml").write_text(settings.partition(_NAMING)[0], "utf-8")
    return folder


def copy_project(project: Path, folder: Path, record: Path) -> Path:
    """Copy a project's settings and pages into a folder, with any record as its events."""
    shutil.copytree(record, folder / "events", symlinks=True)
    shutil.copytree(project / "site_src", folder / "site_src", symlinks=True)
    shutil.copy(project / "mkdocs.yml", folder)
    return folder


def once(folder: Path, make: Callable[[Path], object]) -> Path:
    """Make a folder where no other process has made it; one that comes meanwhile waits until it is whole."""
    with folder.with_name(f"{folder.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            part = folder.with_name(f"{folder.name}.part")
            make(part)
            part.rename(folder)
    return folder


def environment(**more: str) -> dict[str, str]:
    """Return the environment of a build, without Material's notice about another builder."""
    return os.environ | {"NO_MKDOCS_2_WARNING": "1"} | more


def mkdocs(folder: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run MkDocs' own command in a folder."""
    command = [sys.executable, "-m", "mkdocs", *arguments]
    return subprocess.run(
        command, cwd=folder, env=environment(**variables), capture_output=True, text=True, check=False, timeout=300
    )


def built(folder: Path, site: Path, *arguments: str, **variables: str) -> Path:
    """Build the site of a folder and return where it stands."""
    done = mkdocs(folder, "build", "--quiet", "--site-dir", str(site), *arguments, **variables)
    assert 0 == done.returncode, done.stderr
    return site


def parse(html: str) -> ET.Element:
    """Parse a page as the HTML Standard says that browsers do."""
    tree: ET.Element = html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False)
    return tree


def text_of(element: ET.Element) -> str:
    """Return all text in an element."""
    return "".join(element.itertext())


def name_of(element: ET.Element) -> str:
    """Return an element's name without its namespace; a comment has none."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


@dataclass(frozen=True, slots=True)
class Link:
    """An address on a page, with the element that names it."""

    element: ET.Element
    address: str


@dataclass(frozen=True)
class Page:
    """A page of the built site; ``path`` is its address below the site's root."""

    path: str
    file: Path
    base: str = ADDRESS

    @cached_property
    def html(self) -> str:
        """The page as it was written."""
        return self.file.read_text("utf-8")

    @cached_property
    def tree(self) -> ET.Element:
        """The page as a browser sees it."""
        return parse(self.html)

    @property
    def language(self) -> str:
        """The language's folder that the page is in; the pages at the root are in none."""
        return self.path.partition("/")[0] if "/" in self.path else ""

    @property
    def own_path(self) -> str:
        """The address below the language's folder."""
        return self.path.partition("/")[2]

    @property
    def address(self) -> str:
        """The page's whole address."""
        return self.base + self.path

    @property
    def shape(self) -> str:
        """The type of the page, which its body names."""
        return self.first("body").get("class", "").removeprefix("page-")

    def first(self, name: str, /, **attributes: str) -> ET.Element:
        """Return the first element of a name with some attributes."""
        return next(self.all(name, **attributes))

    def all(self, name: str, /, **attributes: str) -> Iterator[ET.Element]:
        """Yield the elements of a name with some attributes; ``class_`` stands for ``class``."""
        wanted = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()}
        for element in self.tree.iter(name):
            if all(element.get(key) == value for key, value in wanted.items()):
                yield element

    @property
    def main(self) -> ET.Element:
        """What stands on this page and on no other."""
        return self.first("main")

    @cached_property
    def ids(self) -> list[str]:
        """The ids of the page, in order."""
        return [one for element in self.tree.iter() if (one := element.get("id")) is not None]

    @cached_property
    def links(self) -> list[Link]:
        """Every address on the page, made whole."""
        found = ((element, element.get(LINKING.get(name_of(element), ""))) for element in self.tree.iter())
        return [Link(element, urljoin(self.address, href)) for element, href in found if href is not None]

    @cached_property
    def linked(self) -> set[str]:
        """The addresses below the site's root that the page's own content links, without fragments."""
        anchors = (urljoin(self.address, element.get("href", "")) for element in self.main.iter("a"))
        return {below(to, self.base).partition("#")[0] for to in anchors if to.startswith(self.base)}


def below(address: str, base: str = ADDRESS) -> str:
    """Return the part of an address below the site's root."""
    return unquote(address.removeprefix(base))


@dataclass(frozen=True)
class Site:
    """A built site, with the record that it was made of."""

    root: Path
    chronicle: Chronicle
    base: str = ADDRESS

    @cached_property
    def files(self) -> str:
        """The folder of styles, scripts and what they read, by its path in the site."""
        return manifest.folders(self.root)[0]

    @cached_property
    def data(self) -> Path:
        """The folder of what scripts read."""
        return self.root / self.files / "data"

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Every page by its address below the site's root; what others frame is apart."""
        return {path: page for path, page in self._written.items() if not path.startswith("embed/")}

    @cached_property
    def frames(self) -> dict[str, Page]:
        """Every part of a page that others frame, by its address below the site's root."""
        return {path: page for path, page in self._written.items() if path.startswith("embed/")}

    @cached_property
    def _written(self) -> dict[str, Page]:
        files = sorted(self.root.rglob("*.html"))
        made = (
            Page(file.relative_to(self.root).as_posix().removesuffix("index.html"), file, self.base) for file in files
        )
        return {page.path: page for page in made}

    def page(self, language: str, path: str) -> Page:
        """Return a page of one language."""
        return self.pages[f"{language}/{path}"]

    def event(self, language: str, entry: Entry | str) -> Page:
        """Return the page of an event."""
        one = entry if isinstance(entry, str) else entry.id
        return self.page(language, f"events/{one}/")

    def holds(self, address: str) -> bool:
        """Say whether an address leads to a file, and its fragment to an element; only the timeline can be asked."""
        path, _, fragment = below(address).partition("#")
        path = path.partition("?")[0] if "/timeline/?" in address else path
        if "?" in path or posixpath.normpath(f"/{path}").lstrip("/") != path.rstrip("/"):
            return False
        if path in self.pages:
            return not fragment or fragment in self.pages[path].ids
        return not fragment and not path.endswith("/") and (self.root / path).is_file()
