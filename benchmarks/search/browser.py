"""The browser in which all searches are asked, and the server of their files."""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, Page

from devtools.chromium import launched
from timeline.values.bilingual import LanguageCode

HARNESS = Path(__file__).parent / "harness"

_PAGE = '<!doctype html><html lang="{}"><title>search</title><script type="module" src="harness.js"></script></html>\n'


class _Host(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # else every file waits for an acknowledgement

    def __init__(self, *arguments: Any, served: list[str], directory: str) -> None:
        self._served = served
        super().__init__(*arguments, directory=directory)

    def log_message(self, *_: object) -> None:
        """Be quiet."""

    def end_headers(self) -> None:
        """Let nothing be kept, so that everything is asked for."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def do_GET(self) -> None:
        """Answer with a file, and remember which."""
        self._served.append(unquote(urlsplit(self.path).path).lstrip("/"))
        super().do_GET()


@contextmanager
def hosted(folder: Path, served: list[str]) -> Iterator[str]:
    """Serve a folder, and in it the script that asks; give the address, and collect the paths that were asked for."""
    shutil.copytree(HARNESS, folder / "harness", dirs_exist_ok=True)
    for code in ("ar", "en"):
        (folder / "harness" / f"{code}.html").write_text(_PAGE.format(code), encoding="utf-8")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Host, served=served, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/"
        finally:
            server.shutdown()
            thread.join()


class Bench:
    """A browser with the files of a folder."""

    def __init__(self, browser: Browser, address: str, folder: Path, served: list[str]) -> None:
        self.browser, self.address, self.folder, self.served = browser, address, folder, served

    @contextmanager
    def page(self, path: str) -> Iterator[Page]:
        """Open a page in a window that has kept nothing, and wait until it needs nothing more."""
        context = self.browser.new_context(viewport={"width": 1280, "height": 900})
        context.set_default_timeout(30_000)
        page = context.new_page()
        page.goto(self.address + path)
        if not path.startswith("harness/"):
            page.wait_for_load_state("networkidle")
        yield page
        context.close()

    def call(self, function: str, language: LanguageCode, engine: str, options: Any, queries: Sequence[object]) -> Any:
        """Call a function of the script on one engine and some queries."""
        with self.page(f"harness/{language}.html") as page:
            script = f"([engine, options, queries]) => {function}(engine, options, queries)"
            return page.evaluate(script, [engine, {**options, "language": language}, list(queries)])


@contextmanager
def opened(folder: Path) -> Iterator[Bench]:
    """Start a browser and the server of a folder."""
    served: list[str] = []
    with hosted(folder, served) as address, launched() as browser:
        yield Bench(browser, address, folder, served)
