"""The windows that readers look through, and where something stands in them."""

from datetime import UTC, datetime

from playwright.sync_api import Locator, Page

DESK = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 740}

# Resolves when all that a script was told has been drawn.
PAINTED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


def middle(element: Locator) -> float:
    """Return the x of an element's middle."""
    box = element.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2


def still(page: Page) -> None:
    """Let the page's clock stand still; from then on ``page.clock.run_for`` alone lets time pass for its scripts."""
    page.clock.install(time=datetime(2026, 1, 1, tzinfo=UTC))
    page.clock.pause_at(datetime(2026, 1, 1, 0, 1, tzinfo=UTC))
