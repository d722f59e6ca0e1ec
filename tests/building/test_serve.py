"""`mkdocs serve` shows the site while it is edited: each change in both languages, and each mistake as a report."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.built import copy_inputs, environment, parse, text_of
from tests.golden import RECORD
from timeline.language import languages
from timeline.values.bilingual import LANGUAGES

EVENT = "events/2024/2024-03-05-alpha-outage.yml"
PLACES = ("", "years/", "events/2024-03-05-alpha-outage/", "people/ben-example/", "about/", "codes/", "not/there/")

# So long may a busy machine take; nothing is measured.
PATIENCE = 120


@dataclass(frozen=True)
class Server:
    """A running server, the project that it serves, and where it keeps what it builds."""

    process: "subprocess.Popen[bytes]"
    project: Path
    scratch: Path
    root: str

    def get(self, path: str) -> tuple[int, str]:
        """Ask for a page; return its status and its text."""
        try:
            with urllib.request.urlopen(self.root + path, timeout=PATIENCE) as answer:  # noqa: S310 - loopback
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as refused:
            return refused.code, refused.read().decode()

    def shows(self, path: str, text: str) -> bool:
        """Say whether a page shows a text."""
        return text in text_of(parse(self.get(path)[1]))

    def wait(self, until: Callable[[], bool]) -> None:
        """Wait until something is so."""
        deadline = time.monotonic() + PATIENCE
        while not self._holds(until):
            assert self.process.poll() is None, "the server has ended"
            assert time.monotonic() < deadline
            time.sleep(0.2)

    @staticmethod
    def _holds(until: Callable[[], bool]) -> bool:
        try:
            return until()
        except (urllib.error.URLError, ConnectionError):
            return False

    def edit(self, before: str, after: str, file: str = EVENT) -> None:
        """Change a file as an editor does: the new file takes the old one's place."""
        path = self.project / file
        text = path.read_text("utf-8")
        assert before in text
        aside = path.with_suffix(".new")
        aside.write_text(text.replace(before, after), "utf-8")
        aside.rename(path)


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port: int = listening.getsockname()[1]
        return port


@contextmanager
def serving(folder: Path, record: Path = RECORD) -> Iterator[Server]:
    """Serve a copy of the project with a small record."""
    project, scratch, port = folder / "project", folder / "scratch", free_port()
    copy_inputs(project, record)
    scratch.mkdir()
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", f"127.0.0.1:{port}"]
    with subprocess.Popen(command, cwd=project, env=environment(TMPDIR=str(scratch)), process_group=0) as process:
        server = Server(process, project, scratch, f"http://127.0.0.1:{port}/timeline/")
        try:
            server.wait(lambda: server.get("")[0] == 200)
            yield server
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server for several tests."""
    with serving(tmp_path_factory.mktemp("serve")) as server:
        yield server


@pytest.fixture
def server(running: Server) -> Iterator[Server]:
    """The server, whose record each test finds whole, whatever the one before did to it."""
    yield running
    mend(running)


def mend(server: Server) -> None:
    """Put the record back as it was and wait until the site is there again."""
    shutil.copytree(RECORD, server.project / "events", dirs_exist_ok=True)
    server.wait(lambda: all(server.shows(f"{code}/years/", "2024") for code in LANGUAGES))
    server.wait(lambda: server.shows("en/events/2024-03-05-alpha-outage/", "Alphagram logs people out"))


def test_both_languages(server: Server) -> None:
    """Both languages are served, and the root that leads to them."""
    assert [200, 200, 200] == [server.get(path)[0] for path in ("", "ar/", "en/")]
    assert 404 == server.get("en/not/there/")[0]


def test_addresses_of_the_server(server: Server) -> None:
    """A served page names itself by the address that it is served at."""
    assert f'href="{server.root}en/years/"' in server.get("en/years/")[1]


def test_change(server: Server) -> None:
    """A change of an event is shown in both languages."""
    server.edit("Alphagram logs people out", "Alphagram is down")
    server.edit("ألفاغرام تُخرج مستخدميها من حساباتهم", "ألفاغرام معطلة")
    server.wait(lambda: server.shows("en/events/2024-03-05-alpha-outage/", "Alphagram is down"))
    server.wait(lambda: server.shows("ar/events/2024-03-05-alpha-outage/", "ألفاغرام معطلة"))


@pytest.mark.parametrize("code", LANGUAGES)
def test_change_of_a_page(server: Server, code: str) -> None:
    """A change of a page written by hand is shown, whichever language it is in."""
    page = server.project / "site_src/pages" / code / "about.md"
    page.write_text(page.read_text("utf-8") + "\n\nthe last word\n", "utf-8")
    server.wait(lambda: server.shows(f"{code}/about/", "the last word"))


def test_change_of_a_file(server: Server) -> None:
    """A change of one of the site's own files is served."""
    icon = server.project / "site_src/assets/icon.svg"
    icon.write_text(icon.read_text("utf-8") + "<!-- the last word -->", "utf-8")
    server.wait(lambda: "the last word" in server.get("assets/icon.svg")[1])


def test_report_at_every_address(server: Server) -> None:
    """When the record breaks, every address shows the check's report; when it is mended, the site is there again."""
    server.edit("company: alpha", "company: alhpa")
    server.wait(lambda: server.shows("en/", "V103"))
    server.wait(lambda: server.shows("ar/", "V103"))
    for own in languages():
        for place in PLACES:
            shown = text_of(parse(server.get(f"{own.code}/{place}")[1]))
            assert (True, True) == ("V103" in shown, "alhpa" in shown), (own.code, place)
        assert server.shows(f"{own.code}/", own.word("report.title"))
    assert server.shows("", "V103")
    mend(server)
    for code in LANGUAGES:
        assert [] == [place for place in PLACES if server.shows(f"{code}/{place}", "V103 ") and place != "codes/"]
    assert 404 == server.get("en/not/there/")[0]


def test_mistakes_one_after_the_other(server: Server) -> None:
    """A second mistake replaces the report of the first, at every address still."""
    server.edit("company: alpha", "company: alhpa")
    server.wait(lambda: server.shows("en/years/", "V103"))
    server.edit("company: alhpa", "company: [")
    server.wait(lambda: not server.shows("en/years/", "V103"))
    assert server.shows("ar/events/2024-03-05-alpha-outage/", "2024-03-05-alpha-outage.yml")


def test_new_event(server: Server) -> None:
    """A new file is a new page in both languages."""
    text = (RECORD / "2024/2024-03-05-ben-mocks.yml").read_text("utf-8")
    (server.project / "events/2024/2024-03-06-ben-mocks-again.yml").write_text(
        text.replace("2024-03-05T16:00Z", "2024-03-06T16:00Z").replace("still-here", "again"), "utf-8"
    )
    for code in LANGUAGES:
        server.wait(lambda code=code: server.get(f"{code}/events/2024-03-06-ben-mocks-again/")[0] == 200)  # type: ignore[misc]
    (server.project / "events/2024/2024-03-06-ben-mocks-again.yml").unlink()


def test_broken_from_the_start(tmp_path: Path) -> None:
    """A server can be started on a broken record: it shows the report, and the site when it is mended."""
    record = shutil.copytree(RECORD, tmp_path / "record")
    file = record / "2024/2024-03-05-alpha-outage.yml"
    file.write_text(file.read_text("utf-8").replace("company: alpha", "company: alhpa"), "utf-8")
    with serving(tmp_path, record) as server:
        assert (True, True) == tuple(server.shows(f"{code}/", "V103") for code in LANGUAGES)
        assert server.shows("en/events/2024-03-05-alpha-outage/", "V103")
        mend(server)
        assert (True, True) == tuple(server.shows(f"{own.code}/", own.word("home.latest")) for own in languages())


def test_interrupted(tmp_path: Path) -> None:
    """Ctrl-C ends the server with success and leaves nothing behind."""
    with serving(tmp_path) as server:
        assert [] != list(server.scratch.iterdir())
        os.killpg(server.process.pid, signal.SIGINT)
        assert 0 == server.process.wait(PATIENCE)
        assert [] == list(server.scratch.iterdir())
        assert {"events", "site_src", "mkdocs.yml"} == {path.name for path in server.project.iterdir()}
