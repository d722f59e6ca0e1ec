"""Firefox as its makers publish it, and WebKit, each where it is installed.

Playwright drives Firefox; WebKit it knows only as a build of its own, so that WebDriver drives that.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Playwright
from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.remote_connection import RemoteConnection
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

# Firefox's own requests would take the machine from the page's.
FIREFOX: dict[str, str | float | bool] = {
    "app.update.disabledForTesting": True,
    "browser.safebrowsing.downloads.remote.enabled": False,
}

# A window without bars: they keep WebKit's from being as narrow as a phone.
BARE = "open('about:blank', '', 'popup,width=390,height=800')"


def program(engine: str) -> str | None:
    """Return the browser of an engine that is no Chromium, where it is."""
    if engine == "firefox":
        return shutil.which("firefox-esr")
    if not (shutil.which("WebKitWebDriver") and shutil.which("Xvfb")):
        return None
    return next((str(path) for path in sorted(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"))), None)


@contextmanager
def firefox(playwright: Playwright, path: str) -> Iterator[Browser]:
    """Start a Firefox as its makers publish it, and end it."""
    browser = playwright.firefox.launch(channel="moz-firefox", executable_path=path, firefox_user_prefs=FIREFOX)
    try:
        yield browser
    finally:
        browser.close()


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
