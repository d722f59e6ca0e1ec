"""Firefox and WebKit as they are installed, driven by WebDriver: WebKit by the classic one, Firefox by BiDi.

BiDi needs no program between. Playwright knows both only as builds of its own, or asks what a Firefox ESR cannot do.
"""

import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from selenium.common import WebDriverException
from selenium.webdriver.common.bidi.common import command_builder
from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.remote_connection import RemoteConnection
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.remote.websocket_connection import WebSocketConnection
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

# Firefox's own requests would take the machine from the page's.
FIREFOX = """user_pref("app.update.disabledForTesting", true);
user_pref("browser.safebrowsing.downloads.remote.enabled", false);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
"""

# So many seconds a busy machine may take for an answer, and so long a pause is between two looks for it.
PATIENCE, PAUSE = 120, 0.005

# A window without bars: they keep WebKit's from being as narrow as a phone.
BARE = "open('about:blank', '', 'popup,width=390,height=800')"


def program(engine: str) -> str | None:
    """Return the browser of an engine that is no Chromium, where it is."""
    if engine == "firefox":
        return shutil.which("firefox-esr")
    if not (shutil.which("WebKitWebDriver") and shutil.which("Xvfb")):
        return None
    return next((str(path) for path in sorted(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"))), None)


class Firefox:
    """A tab of a Firefox, to which commands of WebDriver BiDi are sent."""

    def __init__(self, connection: WebSocketConnection) -> None:
        self._connection = connection
        self._send("session.new", {"capabilities": {}})
        self._context = self._send("browsingContext.create", {"type": "tab"})["context"]  # its first has no focus

    def _send(self, method: str, values: dict[str, Any]) -> dict[str, Any]:
        answer: dict[str, Any] = self._connection.execute(command_builder(method, values))
        return answer

    def do(self, method: str, **values: object) -> dict[str, Any]:
        """Send a command that is about the tab, and return its result; raises WebDriverException."""
        return self._send(method, {"context": self._context, **values})

    @property
    def address(self) -> str:
        """The address that the tab shows, without a question to its page, which a page that is left never answers."""
        shown: str = self._send("browsingContext.getTree", {"root": self._context})["contexts"][0]["url"]
        return shown

    def call(self, function: str, *arguments: object) -> Any:
        """Call a function of JavaScript in the page, and return what it gives, or its promise, as JSON."""
        called = self._send("script.callFunction", {
            "functionDeclaration": f"async given => JSON.stringify((await ({function})(...JSON.parse(given))) ?? null)",
            "arguments": [{"type": "string", "value": json.dumps(arguments)}],
            "awaitPromise": True,
            "target": {"context": self._context},
        })  # fmt: skip
        if called["type"] == "exception":
            raise WebDriverException(called["exceptionDetails"]["text"])
        return json.loads(called["result"]["value"])


@contextmanager
def firefox(path: str) -> Iterator[Firefox]:
    """Start a Firefox without a screen, and end it."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        (Path(profile) / "user.js").write_text(FIREFOX, "utf-8")
        command = [path, "--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            try:
                connection = WebSocketConnection(_address(process, Path(profile)), PATIENCE, PAUSE)
                yield Firefox(connection)
                connection.close()
            finally:
                process.kill()


def _address(process: "subprocess.Popen[bytes]", profile: Path) -> str:
    """Return where a Firefox takes commands, which it writes into its profile as soon as it does."""
    while process.poll() is None:
        with suppress(FileNotFoundError, ValueError):
            served = json.loads((profile / "WebDriverBiDiServer.json").read_bytes())
            return f"ws://{served['ws_host']}:{served['ws_port']}/session"
        time.sleep(PAUSE)
    raise OSError(f"Firefox ended with {process.returncode}")


@contextmanager
def screen() -> Iterator[str]:
    """Start a screen that nobody sees, and end it; give its name."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1920x1400x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=writing, stderr=subprocess.DEVNULL) as process, os.fdopen(reading) as said:
        os.close(writing)
        try:
            yield f":{said.readline().strip()}"
        finally:
            process.terminate()


@contextmanager
def webkit(display: str, path: str) -> Iterator[WebDriver]:
    """Start a WebKit, with a window that has no bars, for they keep it from being as narrow as a phone; and end it."""
    service = Service(shutil.which("WebKitWebDriver"), env=os.environ | {"DISPLAY": display})
    service.start()
    try:
        driver = WebDriver(RemoteConnection(client_config=ClientConfig(service.service_url)), options=_options(path))
        try:
            _turn_to_bare_window(driver)
            yield driver
        finally:
            driver.quit()
    finally:
        service.stop()


def _options(path: str) -> Options:
    options = Options()
    options.binary_location = path
    options.add_argument("--automation")
    options.add_argument("--javascript-can-open-windows-automatically=true")
    return options


def _turn_to_bare_window(driver: WebDriver) -> None:
    first = driver.current_window_handle
    driver.execute_script(BARE)
    driver.switch_to.window(next(one for one in driver.window_handles if one != first))
