"""What a server makes on demand is never of the site before a change."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any
from wsgiref.util import setup_testing_defaults

import pytest

from tests import direct
from tests.golden import RECORD
from timeline.building.mkdocs.on_demand import OnDemand
from timeline.building.preview import Preview
from timeline.building.site import Site
from timeline.checking.result import check
from timeline.chronicle.chronicle import compile_chronicle

PAGE = "en/years/"


class Late(Preview):
    """A preview on whose pages something happens while they are made."""

    def __init__(self, site: Site, meanwhile: Callable[[], object]) -> None:
        super().__init__(site)
        self._meanwhile = meanwhile

    def file(self, path: str) -> bytes | None:
        """Return a file of the site, late."""
        made = super().file(path)
        self._meanwhile()
        return made


@pytest.fixture(scope="module")
def site() -> Site:
    """The site of the tests' record."""
    return direct.site(compile_chronicle(check(RECORD).record), guarded=False)


def served(root: Path, shown: list[Preview]) -> OnDemand:
    """Return an application that puts files of the last of some previews into a folder, and sends none."""

    def server(environ: dict[str, Any], start_response: Callable[..., Any]) -> list[bytes]:
        start_response("200 OK", [])
        return []

    return OnDemand(server, root, "/", lambda: shown[-1])


def ask(application: OnDemand, path: str) -> None:
    """Ask an application for a page."""
    environ: dict[str, Any] = {"PATH_INFO": f"/{path}"}
    setup_testing_defaults(environ)
    application(environ, lambda *_: None)


def test_change_meanwhile(site: Site, tmp_path: Path) -> None:
    """A page that was made of the site before a change is made again, of what is shown now."""
    new = Preview(site, refusal="something is wrong")
    shown: list[Preview] = []
    shown.append(Late(site, lambda: shown.append(new)))
    ask(served(tmp_path, shown), PAGE)
    assert new.file(f"{PAGE}index.html") == (tmp_path / PAGE / "index.html").read_bytes()


def test_while_a_build_clears(site: Site, tmp_path: Path) -> None:
    """Nothing is put into the folder while a build clears it."""
    made = threading.Event()
    application = served(tmp_path, [Late(site, made.set)])
    with application.renewing():
        asking = threading.Thread(target=ask, args=(application, PAGE))
        asking.start()
        assert made.wait(60)
        assert [] == list(tmp_path.iterdir())
    asking.join(60)
    assert (tmp_path / PAGE / "index.html").is_file()


def test_written_by_the_build(site: Site, tmp_path: Path) -> None:
    """A page that a build writes itself, while one was made of the site before, stays as the build wrote it."""
    page = tmp_path / PAGE / "index.html"

    def build() -> None:
        page.parent.mkdir(parents=True)
        page.write_bytes(b"by hand, and new")

    ask(served(tmp_path, [Late(site, build)]), PAGE)
    assert b"by hand, and new" == page.read_bytes()
