"""What axe-core, a program that knows WCAG, finds wrong with a page.

It comes inside ``axe-playwright-python``, so that it is pinned and hashed with everything else that the tests install,
needs no second package manager, and asks the network for nothing.
"""

from functools import cache
from importlib.resources import files
from typing import Any

import pytest
from playwright.sync_api import Page

pytest.importorskip("axe_playwright_python", reason="axe-core is missing: pip install axe-playwright-python")

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RULES = {"target-size": {"enabled": True}}  # which axe leaves out, although it is one of WCAG 2.2 AA
EVERYTHING = {"runOnly": {"type": "tag", "values": LEVELS}, "rules": RULES, "resultTypes": ["violations"]}
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "resultTypes": ["violations"]}

RUN = "([within, options]) => axe.run(within ?? document, options).then(result => result.violations)"


@cache
def _program() -> str:
    return files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")


def violations(page: Page, options: dict[str, Any] = EVERYTHING, within: str | None = None) -> list[str]:
    """Return what is wrong with a page, or with the part of it that a selector names."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_program())
    found: list[dict[str, Any]] = page.evaluate(RUN, [within, options])
    return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]]
