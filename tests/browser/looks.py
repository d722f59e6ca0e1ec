"""The windows that readers look through, and where something stands in them."""

from playwright.sync_api import Locator

DESK = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 740}


def middle(element: Locator) -> float:
    """Return the x of an element's middle."""
    box = element.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2
