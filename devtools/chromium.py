"""A Chromium, and a server that answers as the host of the site does."""

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, Playwright, sync_playwright

# What a Chromium does of its own accord would be taken for what a page does.
OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-features=LocalNetworkAccessChecks",  # an article of another host frames what is served on this machine
    "--force-color-profile=srgb",
    "--font-render-hinting=none",
]
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def executable() -> str | None:
    """Return the browser to use: the one that is named, else one that is installed, else Playwright's own."""
    named = os.environ.get("TIMELINE_BROWSER")
    return named or next((found for name in NAMES if (found := shutil.which(name))), None)


@contextmanager
def launched() -> Iterator[Browser]:
    """Start a browser by a Playwright of its own, and end both."""
    with sync_playwright() as playwright, started(playwright) as browser:
        yield browser


@contextmanager
def started(playwright: Playwright) -> Iterator[Browser]:
    """Start a browser and end it."""
    browser = playwright.chromium.launch(executable_path=executable(), args=OPTIONS)
    try:
        yield browser
    finally:
        browser.close()


class _Host(SimpleHTTPRequestHandler):
    """Answers with files, and where there is none with the site's own page for that, as GitHub Pages does."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # or the body of an answer waits 40 ms for the client to acknowledge the headers

    def log_message(self, *_: object) -> None:
        """Be quiet."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Send the site's own page for addresses that lead nowhere."""
        lost = Path(self.directory) / "timeline" / "404.html"
        if code != 404 or not lost.is_file():
            super().send_error(code, message, explain)
            return
        page = lost.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)


@contextmanager
def hosted(folder: Path, host: type[SimpleHTTPRequestHandler] = _Host) -> Iterator[str]:
    """Serve a folder in which the site is ``timeline``; give the address of the site."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(host, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/timeline/"
        finally:
            server.shutdown()
            thread.join()
