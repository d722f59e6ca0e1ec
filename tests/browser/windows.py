"""A window of any engine, by what a test does in it."""

import re
import shutil
import time
from abc import ABC, abstractmethod
from base64 import b64decode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser
from selenium.webdriver import ActionChains, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.support import expected_conditions
from selenium.webdriver.support.wait import WebDriverWait

from devtools.engines import Firefox
from tests.browser.watched import BREATH, Watched

# So many seconds a busy machine may take for what will be there in the end.
PATIENCE = 120

# Firefox's and WebKit's consoles are read by no program here, so that a page writes down itself what goes wrong in it.
RECORDER = """window.troubles = [];
const record = (what, ...words) => window.troubles.push(`${what}: ${words.join(" ")}`);
addEventListener("error", ({ message, target }) => record("error", message ?? target.outerHTML), true);
addEventListener("unhandledrejection", ({ reason }) => record("error", reason));
addEventListener("securitypolicyviolation", (event) => record("policy", event.violatedDirective, event.blockedURI));
for (const level of ["error", "warn"]) console[level] = (...words) => record("console", ...words);
"""

LOADED = """() => document.fonts.ready.then(() => new Promise(done =>
    requestAnimationFrame(() => requestAnimationFrame(() => done(true)))))"""


SIZED = "(...size) => size.every((side, n) => side === [innerWidth, innerHeight][n])"
# Where the middle of an element is, once it is in sight and nothing lies over it.
MIDDLE = """selector => {
    const element = document.querySelector(selector);
    if (!element?.checkVisibility()) return null;
    element.scrollIntoView({ block: "center", behavior: "instant" });
    const { x, y, width, height } = element.getBoundingClientRect();
    const middle = [Math.round(x + width / 2), Math.round(y + height / 2)];
    return element.contains(document.elementFromPoint(...middle)) && middle;
}"""
IN_SIGHT = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })"


class Window(ABC):
    """A window of an engine, with all that went wrong in it."""

    def __init__(self, address: str) -> None:
        self.address = address

    @abstractmethod
    def go(self, path: str) -> None:
        """Go to an address below the site's root, and wait until it is drawn with its fonts."""

    @abstractmethod
    def ask(self, script: str, *arguments: object) -> Any:
        """Return what a function of the page answers."""

    @abstractmethod
    def click(self, selector: str) -> None:
        """Click the first element of a selector."""

    @abstractmethod
    def type(self, text: str) -> None:
        """Type a text where the focus is."""

    @abstractmethod
    def press(self, key: str) -> None:
        """Press a key by its name in the DOM."""

    @abstractmethod
    def resize(self, width: int, height: int) -> None:
        """Give the page so much room."""

    @abstractmethod
    def picture(self) -> bytes:
        """Return what the window shows, as a PNG."""

    @abstractmethod
    def arrive(self, path: str) -> None:
        """Wait until an address below the site's root is shown."""

    @property
    @abstractmethod
    def troubles(self) -> list[str]:
        """What went wrong on the page that is shown."""

    @abstractmethod
    def breathe(self) -> None:
        """Let the page go on for a moment."""

    def until(self, script: str, *arguments: object) -> Any:
        """Wait until a function of the page answers something, and return it."""
        return self._until(lambda: self.ask(script, *arguments), script)

    def _until(self, ask: Callable[[], Any], question: str) -> Any:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if answer := ask():
                return answer
            self.breathe()
        raise AssertionError(f"never came: {question}")


class Played(Window):
    """A window that Playwright drives."""

    def __init__(self, watched: Watched) -> None:
        super().__init__(watched.address)
        self.watched, self.page = watched, watched.page

    def go(self, path: str) -> None:
        """Go to an address; see above."""
        self.watched.troubles.clear()
        self.watched.go(path)
        self.ask(LOADED)

    def ask(self, script: str, *arguments: object) -> Any:
        """Return what a function of the page answers."""
        return self.page.evaluate(f"arguments => ({script})(...arguments)", list(arguments))

    def click(self, selector: str) -> None:
        """Click the first element of a selector."""
        self.page.locator(selector).first.click()

    def type(self, text: str) -> None:
        """Type a text where the focus is."""
        self.page.keyboard.type(text)

    def press(self, key: str) -> None:
        """Press a key by its name in the DOM."""
        self.page.keyboard.press(key)

    def resize(self, width: int, height: int) -> None:
        """Give the page so much room."""
        self.page.set_viewport_size({"width": width, "height": height})

    def picture(self) -> bytes:
        """Return what the window shows, as a PNG."""
        return self.page.screenshot()

    def arrive(self, path: str) -> None:
        """Wait until an address below the site's root is shown."""
        self.page.wait_for_url(self.address + path)

    @property
    def troubles(self) -> list[str]:
        """What went wrong on the page that is shown."""
        return self.watched.troubles

    def breathe(self) -> None:
        """Let the page go on for a moment."""
        self.page.wait_for_timeout(BREATH)


class Remote(Window):
    """A window that its engine's own protocol drives; its site is served by a host that records what the page says."""

    @abstractmethod
    def _load(self, address: str) -> None:
        """Load an address."""

    @property
    @abstractmethod
    def _location(self) -> str:
        """The address that is shown, as the browser says it: a page that is left need not answer any more."""

    def go(self, path: str) -> None:
        """Go to an address; see above."""
        if _page(self._location) == _page(self.address + path):
            self._load("about:blank")  # or an address that differs in its fragment alone would load nothing
        self._load(self.address + path)
        self.ask(LOADED)

    def press(self, key: str) -> None:
        """Press a key by its name in the DOM."""
        named = key if len(key) == 1 else getattr(Keys, re.sub(r"(?<=[a-z])(?=[A-Z])", "_", key).upper())
        self.type(named)

    def arrive(self, path: str) -> None:
        """Wait until an address below the site's root is shown."""
        self._until(lambda: self._location == self.address + path, path)
        self.ask(LOADED)

    @property
    def troubles(self) -> list[str]:
        """What went wrong on the page that is shown."""
        found: list[str] = self.ask("() => window.troubles")
        return found

    def breathe(self) -> None:
        """Let the page go on for a moment."""
        time.sleep(BREATH / 1000)


def _page(address: str) -> str:
    return address.partition("#")[0]


class Driven(Remote):
    """A window that WebDriver drives."""

    def __init__(self, driver: WebDriver, address: str) -> None:
        super().__init__(address)
        self.driver = driver

    def _load(self, address: str) -> None:
        self.driver.get(address)

    @property
    def _location(self) -> str:
        return self.driver.current_url

    def ask(self, script: str, *arguments: object) -> Any:
        """Return what a function of the page answers."""
        return self.driver.execute_async_script(
            f"""const done = arguments[arguments.length - 1];
            Promise.resolve(({script})(...arguments[0])).then(done);""",
            list(arguments),
        )

    def click(self, selector: str) -> None:
        """Click the first element of a selector, as soon as it can be clicked."""
        shown = expected_conditions.element_to_be_clickable((By.CSS_SELECTOR, selector))
        element = WebDriverWait(self.driver, PATIENCE).until(shown)
        self.driver.execute_script(IN_SIGHT, element)
        element.click()

    def type(self, text: str) -> None:
        """Type a text where the focus is."""
        ActionChains(self.driver).send_keys(text).perform()

    def resize(self, width: int, height: int) -> None:
        """Give the page so much room."""
        self.driver.set_window_size(width, height)
        self.until(SIZED, width, height)

    def picture(self) -> bytes:
        """Return what the window shows, as a PNG."""
        return self.driver.get_screenshot_as_png()


class Commanded(Remote):
    """A window of Firefox, which takes commands of WebDriver BiDi."""

    def __init__(self, tab: Firefox, address: str) -> None:
        super().__init__(address)
        self.tab = tab

    def _load(self, address: str) -> None:
        self.tab.do("browsingContext.navigate", url=address, wait="complete")

    @property
    def _location(self) -> str:
        return self.tab.address

    def ask(self, script: str, *arguments: object) -> Any:
        """Return what a function of the page answers."""
        return self.tab.call(script, *arguments)

    def click(self, selector: str) -> None:
        """Click the first element of a selector, as soon as it can be clicked."""
        across, down = self.until(MIDDLE, selector)
        self._act("pointer", [
            {"type": "pointerMove", "x": across, "y": down},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ])  # fmt: skip

    def type(self, text: str) -> None:
        """Type a text where the focus is."""
        self._act("key", [{"type": f"key{way}", "value": letter} for letter in text for way in ("Down", "Up")])

    def _act(self, kind: str, actions: list[dict[str, Any]]) -> None:
        self.tab.do("input.performActions", actions=[{"type": kind, "id": kind, "actions": actions}])

    def resize(self, width: int, height: int) -> None:
        """Give the page so much room."""
        self.tab.do("browsingContext.setViewport", viewport={"width": width, "height": height})
        self.until(SIZED, width, height)

    def picture(self) -> bytes:
        """Return what the window shows, as a PNG."""
        return b64decode(self.tab.do("browsingContext.captureScreenshot")["data"])


def recorded(served: Path, folder: Path) -> None:
    """Copy a folder with a site, with pages that write down what goes wrong in them."""
    shutil.copytree(served, folder)
    (folder / "recorder.js").write_text(RECORDER, "utf-8")
    for page in folder.rglob("*.html"):
        html = page.read_text("utf-8").replace("<head>", '<head><script src="/recorder.js"></script>', 1)
        page.write_text(html, "utf-8")


@contextmanager
def played(browser: Browser, address: str) -> Iterator[Window]:
    """Open a window that Playwright drives, and close it."""
    context = browser.new_context()
    try:
        yield Played(Watched(context, address))
    finally:
        context.close()


@contextmanager
def forgetting(window: Window) -> Iterator[Window]:
    """Turn to the window that an engine has, and let it forget what it was told."""
    yield window
    window.ask("() => localStorage.clear()")
