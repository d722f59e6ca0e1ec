"""A window whose pages cannot do anything unseen."""

from playwright.sync_api import BrowserContext, ConsoleMessage, Dialog, Frame, Page, Request, Response, WebError

# So many milliseconds a busy machine may take for what will be there in the end.
PATIENCE = 120_000

# So many times it is looked whether all requests are answered, with a breath in between.
LOOKS = 3000
BREATH = 10

# A page was left before its icon came, which a browser fetches last: as Chromium and as Firefox say it.
LEFT = {"net::ERR_ABORTED", "NS_BINDING_ABORTED"}


def until(within: Page | Frame, script: str) -> None:
    """Wait until a script says that something is so; the policy of a page lets no text be evaluated in it."""
    for _ in range(LOOKS):
        if within.evaluate(script):
            return
        within.wait_for_timeout(BREATH)
    raise AssertionError(f"never so: {script}")


# The page has its fonts, and has been painted with them: on a busy machine as late as whatever else it does.
PAINTED = """() => document.fonts.ready.then(() => new Promise(done =>
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))))"""

# Layout shifts (web.dev/cls) since the page began to come: how far, whether a reader had just asked for it, and what.
SHIFTS = f"""() => ({PAINTED})().then(() => {{
    const observer = new PerformanceObserver(() => {{}});
    observer.observe({{type: 'layout-shift', buffered: true}});
    return observer.takeRecords().map(one => [one.value, one.hadRecentInput,
        one.sources.map(source => source.node?.outerHTML?.slice(0, 80) ?? source.node?.nodeName ?? '')]);
}})"""

# A browser without service workers: what it asks for goes to the network, where tests see it and may answer it.
FORGETFUL = "delete Navigator.prototype.serviceWorker"


def shifts(page: Page, *, asked: bool = True) -> list[tuple[float, list[str]]]:
    """Return what has moved on a page, and how far; if wanted without what a reader has just asked for."""
    return [(value, nodes) for value, recent, nodes in page.evaluate(SHIFTS) if asked or not recent]


class Watched:
    """A window, with all that its pages said, asked for, failed to get or tried to run.

    What it reads it keeps for reading offline only if it ``keeps``.
    """

    def __init__(self, context: BrowserContext, address: str, *, keeps: bool = False) -> None:
        self.context, self.address = context, address
        if not keeps:
            context.add_init_script(FORGETFUL)
        self.troubles: list[str] = []
        self.requests: list[str] = []
        self._waiting: set[Request] = set()
        self._leading: set[Request] = set()
        context.set_default_timeout(PATIENCE)
        context.on("console", self._said)
        context.on("weberror", self._failed)
        context.on("dialog", self._asked)
        context.on("request", self._requested)
        context.on("requestfinished", self._finished)
        context.on("requestfailed", self._unanswered)
        context.on("response", self._answered)
        self.page: Page = context.new_page()
        self.page.on("request", self._left)
        self.page.on("framenavigated", self._arrived)

    def go(self, path: str) -> Page:
        """Go to an address below the site's root, and wait until all that it asks for is there."""
        self.page.goto(self.address + path)
        self.settle()
        return self.page

    def settle(self) -> None:
        """Wait until the page is loaded and every request is answered."""
        self.page.wait_for_load_state()
        for _ in range(LOOKS):
            if not self._waiting:
                return
            self.page.wait_for_timeout(BREATH)
        self.troubles += [f"request not answered: {request.url}" for request in self._waiting]

    def _said(self, message: ConsoleMessage) -> None:
        self.troubles.append(f"console: {message.text}")

    def _failed(self, error: WebError) -> None:
        self.troubles.append(f"error: {error.error}")

    def _asked(self, dialog: Dialog) -> None:
        self.troubles.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _requested(self, request: Request) -> None:
        self.requests.append(request.url)
        self._waiting.add(request)
        if not request.url.startswith(self.address) and not request.url.startswith("data:"):
            self.troubles.append(f"request to elsewhere: {request.url}")

    def _left(self, request: Request) -> None:
        """Notice that the page is left."""
        if request.is_navigation_request() and request.frame == self.page.main_frame:
            self._leading = {request}

    def _arrived(self, frame: Frame) -> None:
        """Wait no more for what the page asked for that was left: a browser may never say what became of that."""
        if self._leading and frame == self.page.main_frame:
            self._waiting &= self._leading
            self._leading = set()

    def _finished(self, request: Request) -> None:
        self._waiting.discard(request)

    def _unanswered(self, request: Request) -> None:
        self._waiting.discard(request)
        if request.failure not in LEFT:
            self.troubles.append(f"request failed: {request.url} {request.failure}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400:
            self.troubles.append(f"answer {response.status}: {response.url}")
