"""A window whose pages cannot do anything unseen."""

from playwright.sync_api import BrowserContext, ConsoleMessage, Dialog, Page, Request, Response, WebError


class Watched:
    """A window, with all that its pages said, asked for, failed to get or tried to run."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.context, self.address = context, address
        self.troubles: list[str] = []
        self.requests: list[str] = []
        context.on("console", self._said)
        context.on("weberror", self._failed)
        context.on("dialog", self._asked)
        context.on("request", self._requested)
        context.on("requestfailed", self._unanswered)
        context.on("response", self._answered)
        self.page: Page = context.new_page()

    def go(self, path: str) -> Page:
        """Go to an address below the site's root, and wait until nothing more is fetched."""
        self.page.goto(self.address + path, wait_until="networkidle")
        return self.page

    def _said(self, message: ConsoleMessage) -> None:
        self.troubles.append(f"console: {message.text}")

    def _failed(self, error: WebError) -> None:
        self.troubles.append(f"error: {error.error}")

    def _asked(self, dialog: Dialog) -> None:
        self.troubles.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _requested(self, request: Request) -> None:
        self.requests.append(request.url)
        if not request.url.startswith(self.address) and not request.url.startswith("data:"):
            self.troubles.append(f"request to elsewhere: {request.url}")

    def _unanswered(self, request: Request) -> None:
        self.troubles.append(f"request failed: {request.url} {request.failure}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400:
            self.troubles.append(f"answer {response.status}: {response.url}")
