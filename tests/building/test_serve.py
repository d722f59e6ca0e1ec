"""`mkdocs serve` shows the site while it is edited: each change in both languages, and each mistake as a report."""

import json
import os
import random
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, NoReturn

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
        except TimeoutError:
            self.give_up(f"the server has not answered for {path!r}")

    def shows(self, path: str, text: str) -> bool:
        """Say whether a page shows a text."""
        return text in text_of(parse(self.get(path)[1]))

    def wait(self, until: Callable[[], bool]) -> None:
        """Wait until something is so."""
        deadline = time.monotonic() + PATIENCE
        while not self._holds(until):
            assert self.process.poll() is None, "the server has ended"
            if time.monotonic() > deadline:
                self.give_up("the server does not show what is waited for")
            time.sleep(0.2)

    def give_up(self, why: str) -> NoReturn:
        """End the server, so that no other test waits for it too, and fail."""
        self.process.kill()
        pytest.fail(f"{why}, within {PATIENCE} s")

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
    """Return a port that nobody listens on, and that no system gives to whoever asks for any."""
    while True:
        port = random.randrange(10_000, 30_000)  # noqa: S311 - two runs at once take different ones
        with suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port


MKDOCS = ("mkdocs", "serve", "--quiet")


@contextmanager
def serving(
    folder: Path, record: Path = RECORD, program: tuple[str, ...] = MKDOCS, said: IO[str] | None = None
) -> Iterator[Server]:
    """Serve a copy of the project with a small record."""
    project, scratch, port = folder / "project", folder / "scratch", free_port()
    copy_inputs(project, record)
    scratch.mkdir()
    signal.signal(signal.SIGINT, signal.default_int_handler)  # or the server inherits that it is ignored
    option = "--dev-addr" if program == MKDOCS else "--address"
    command = [sys.executable, "-m", *program, option, f"127.0.0.1:{port}"]
    variables = environment(TMPDIR=str(scratch))
    with subprocess.Popen(command, cwd=project, env=variables, stderr=said, process_group=0) as process:
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
    server.wait(lambda: 'class="wrap report' not in server.get("en/years/")[1])


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


def test_report_while_broken(server: Server) -> None:
    """While a file is broken the site of before stays: its page has the report on top, all others a line."""
    server.edit("company: alpha", "company: alhpa")
    for own in languages():
        page = f"{own.code}/events/2024-03-05-alpha-outage/"
        server.wait(lambda page=page: server.shows(page, "V103"))  # type: ignore[misc]
        main = next(parse(server.get(page)[1]).iter("main"))
        assert own.word("report.title") == text_of(next(main.iter("h2")))
        assert "../../codes/#V103" in [link.get("href") for link in main.iter("a")]
        assert "alhpa" in text_of(main)
        assert own.word("event.glance") in text_of(main)
        for place in ("", "years/", "people/ben-example/", "about/", "codes/"):
            main = next(parse(server.get(f"{own.code}/{place}")[1]).iter("main"))
            assert own.word("report.elsewhere") in text_of(main)
            home = "../" * place.count("/") or "./"
            there = f"{home}events/2024-03-05-alpha-outage/".removeprefix("./")
            assert there in [link.get("href") for link in main.iter("a")]
    mend(server)
    assert [] == [place for place in PLACES if place != "codes/" and server.shows(f"en/{place}", "V103")]
    assert 404 == server.get("en/not/there/")[0]


def test_direction_of_the_report(server: Server) -> None:
    """In Arabic the report runs from right to left, as its page does; what is quoted of the file runs to the right."""
    server.edit("company: alpha", "company: alhpa")
    server.wait(lambda: server.shows("ar/events/2024-03-05-alpha-outage/", "V103"))
    report = next(parse(server.get("ar/events/2024-03-05-alpha-outage/")[1]).iter("section"))
    assert [None] * 3 == [line.get("dir") for line in report.iter("p")][:3]
    assert ["ltr"] == [quoted.get("dir") for quoted in report.iter("pre")]


def test_mistakes_one_after_the_other(server: Server) -> None:
    """A second mistake replaces the report of the first."""
    server.edit("company: alpha", "company: alhpa")
    server.wait(lambda: server.shows("en/events/2024-03-05-alpha-outage/", "V103"))
    server.edit("company: alhpa", "company: [")
    server.wait(lambda: not server.shows("en/events/2024-03-05-alpha-outage/", "V103"))
    assert server.shows("ar/events/2024-03-05-alpha-outage/", "2024-03-05-alpha-outage.yml")


def test_broken_new_event(server: Server) -> None:
    """A new file that is broken has a page of its own: the report."""
    file = server.project / "events/2024/2024-03-07-new.yml"
    file.write_text("kind: outage\n", "utf-8")
    server.wait(lambda: server.get("ar/events/2024-03-07-new/")[0] == 200)
    assert server.shows("ar/events/2024-03-07-new/", "M101")
    file.unlink()


def test_wrong_settings(server: Server) -> None:
    """A mistake in the configuration keeps the site of before, with what is wrong above each page."""
    server.edit("disclaimer:", "disclamer:", "mkdocs.yml")
    server.wait(lambda: server.shows("en/about/", "in the site's settings"))
    server.edit("disclamer:", "disclaimer:", "mkdocs.yml")
    server.wait(lambda: not server.shows("en/about/", "in the site's settings"))


@pytest.mark.parametrize(
    ("said", "file", "before", "after"),
    [
        ("mkdocs.yml:", "mkdocs.yml", "plugins:", "plugins: ["),
        ("docs_dir", "mkdocs.yml", "docs_dir: ", "docs_dir: no/"),
        ("none.html", "site_src/pages/en/about.md", "---\n", "---\ntemplate: none.html\n"),
        ("en/about.md", "site_src/pages/en/about.md", "---\n", "---\ndescription: a: b\n"),
    ],
)
def test_what_mkdocs_cannot_use(server: Server, said: str, file: str, before: str, after: str) -> None:
    """What MkDocs refuses is a line above each page of before, until it is mended."""
    text = (server.project / file).read_text("utf-8")
    (server.project / file).write_text(text.replace(before, after, 1), "utf-8")
    for path in ("en/about/", "ar/about/", "en/years/"):
        server.wait(lambda path=path: server.shows(path, said))  # type: ignore[misc]
    assert list(parse(server.get("en/about/")[1]).iter("article"))
    (server.project / file).write_text(text, "utf-8")
    for path in ("en/about/", "en/years/"):
        server.wait(lambda path=path: 'class="wrap report' not in server.get(path)[1])  # type: ignore[misc]


def test_hook_that_fails(server: Server) -> None:
    """What somebody's hook raises is a line above each page of before, and the server goes on."""
    settings = server.project / "mkdocs.yml"
    text = settings.read_text("utf-8")
    (server.project / "hook.py").write_text(
        "def on_page_content(html, **_): raise ValueError('a hook is ill')\n", "utf-8"
    )
    settings.write_text(f"{text}\nhooks: [hook.py]\n", "utf-8")
    server.wait(lambda: server.shows("en/years/", "a hook is ill"))
    settings.write_text(text, "utf-8")
    server.wait(lambda: not server.shows("en/years/", "a hook is ill"))


@pytest.mark.parametrize("wrong", ["{{ no.such }}", "{% if %}"])
def test_wrong_blocks(server: Server, wrong: str) -> None:
    """Wrong blocks of the shell are a line above each page in the shell of before, until they are mended."""
    block = '{{% extends "shell.html" %}}{{% block wordmark %}}<b class="mine">{}</b>{{% endblock %}}'
    own, settings = server.project / "own/main.html", server.project / "mkdocs.yml"
    text = settings.read_text("utf-8")
    own.parent.mkdir(exist_ok=True)
    own.write_text(block.format("first"), "utf-8")
    settings.write_text(text.replace("  font: false", "  font: false\n  custom_dir: own"), "utf-8")
    server.wait(lambda: server.shows("en/about/", "first"))
    own.write_text(block.format(wrong), "utf-8")
    for path in ("en/about/", "ar/years/"):
        server.wait(lambda path=path: server.shows(path, "custom_dir"))  # type: ignore[misc]
        assert server.shows(path, "first")
    own.write_text(block.format("second"), "utf-8")
    server.wait(lambda: server.shows("en/about/", "second") and not server.shows("en/about/", "custom_dir"))
    settings.write_text(text, "utf-8")
    server.wait(lambda: not server.shows("en/about/", "second"))


def data_of(server: Server) -> str:
    """Return the folder of what scripts read, as a page names it."""
    found = re.search(r'(assets/\w+/)site/scripts/site\.js"', server.get("en/years/")[1])
    assert found
    return f"{found[1]}data/"


def test_search_when_asked_for(server: Server) -> None:
    """What the search reads is made when it is asked for, and again after a change."""
    before = data_of(server)
    manifest = json.loads(server.get(f"{before}search/start-en.json")[1])["manifest"]
    assert 200 == server.get(f"{before}search/{manifest['edition']}/en/cards/0.json")[0]
    assert 200 == server.get(f"{before}axis/ar.json")[0]
    server.edit("Alphagram logs people out", "Alphagram forgets people")
    server.wait(lambda: data_of(server) != before)
    assert manifest != json.loads(server.get(f"{data_of(server)}search/start-en.json")[1])["manifest"]


def test_what_is_not_served(server: Server) -> None:
    """No path leads out of the site, however it is written."""
    for path in (
        "../mkdocs.yml",
        "%2e%2e/mkdocs.yml",
        "assets/..%2f..%2f../mkdocs.yml",
        "//etc/passwd",
        "\\etc\\passwd",
    ):
        assert 404 == server.get(path)[0], path


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
        assert [200, 200] == [server.get(f"{code}/")[0] for code in LANGUAGES]
        assert server.shows("en/events/2024-03-05-alpha-outage/", "V103")
        mend(server)
        assert (True, True) == tuple(server.shows(f"{own.code}/", own.word("home.latest")) for own in languages())


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_is_said(tmp_path: Path, code: str) -> None:
    """The program says where it serves, what it watches, and what was read after a change, in the right language."""
    lines = tmp_path / "said"
    with (
        lines.open("w") as said,
        serving(tmp_path, program=("timeline", "serve", "--language", code), said=said) as server,
    ):
        server.edit("Alphagram logs people out", "Alphagram is down")
        server.wait(lambda: server.shows("en/events/2024-03-05-alpha-outage/", "Alphagram is down"))
        server.wait(lambda: EVENT in lines.read_text("utf-8"))
    text = lines.read_text("utf-8").replace("\u2068", "").replace("\u2069", "")
    assert server.root in text
    assert "events site_src/pages site_src/assets" in text
    words = {
        "ar": ("معروض على", "تُرصد التغييرات في", "أُعيدت القراءة (ملف واحد)"),
        "en": ("Serving", "Watching", "1 file read again"),
    }
    assert [] == [word for word in words[code] if word not in text], text


def test_interrupted(tmp_path: Path) -> None:
    """Ctrl-C ends the server with success and leaves nothing behind."""
    with serving(tmp_path) as server:
        assert [] != list(server.scratch.iterdir())
        os.killpg(server.process.pid, signal.SIGINT)
        assert 0 == server.process.wait(PATIENCE)
        assert [] == list(server.scratch.iterdir())
        assert {"events", "site_src", "mkdocs.yml"} == {path.name for path in server.project.iterdir()}
