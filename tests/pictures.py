"""Take a picture of every type of page, in both languages, light and dark, narrow and wide.

``python -m tests.pictures`` does it. They go into ``pictures``, or into the folder that is named; look at them before
a change of the design is committed. Those that the README shows go into ``docs``.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page

from devtools.chromium import hosted, launched
from tests.browser.samples import samples
from tests.built import ROOT, Site, built
from timeline.checking.result import check
from timeline.chronicle.chronicle import compile_chronicle
from timeline.values.bilingual import LANGUAGES

WIDTHS = (360, 1280)
SCHEMES = ("light", "dark")

# A browser cannot draw a picture of any height.
HIGHEST = 8000


def named(site: Site) -> Iterator[tuple[str, str]]:
    """Yield the name and the address of each page to be taken."""
    yield from (("root", ""), ("lost", "not/there/"))
    for code in LANGUAGES:
        for name, path in samples(site, code).items():
            yield f"{name.replace(' ', '-')}-{code}", path


def take(browser: Browser, address: str, site: Site, folder: Path) -> Iterator[Path]:
    """Take every picture and yield where it went."""
    for width in WIDTHS:
        for scheme in SCHEMES:
            page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
            for name, path in named(site):
                page.goto(address + path)
                page.evaluate("document.fonts.ready.then(() => true)")
                height = min(int(page.evaluate("document.documentElement.scrollHeight")), HIGHEST)
                file = folder / f"{name}-{width}-{scheme}.png"
                clip = {"x": 0.0, "y": 0.0, "width": float(width), "height": float(height)}
                page.screenshot(path=file, full_page=True, clip=clip)  # type: ignore[arg-type]
                yield file
            page.close()


def take_for_readme(browser: Browser, address: str) -> None:
    """Take the pictures that the README shows: home and a story in both languages, an event, a replay, the search."""
    home, dark = {"width": 1180, "height": 860}, {"width": 1180, "height": 900}
    page = browser.new_page(viewport=home, color_scheme="light")  # type: ignore[arg-type]
    for code in LANGUAGES:
        page.goto(f"{address}{code}/")
        _keep(page, f"home-{code}")
        page.goto(f"{address}{code}/stories/cage-fight/#chapter-5")
        _keep(page, f"story-{code}")
    page.goto(f"{address}en/stories/five-march-2024/replay/#t=16:12")
    _keep(page, "replay-en")
    page.goto(f"{address}ar/")
    page.keyboard.press("/")
    page.keyboard.type("خوادمنا تعمل")
    page.locator("[role=option]").first.wait_for()
    _keep(page, "search-ar")
    page.close()
    page = browser.new_page(viewport=dark, color_scheme="dark")  # type: ignore[arg-type]
    page.goto(f"{address}ar/events/2024-03-05-meta-login-outage/")
    _keep(page, "event-ar")
    page.close()


def _keep(page: Page, name: str) -> None:
    page.evaluate("document.fonts.ready.then(() => true)")
    page.screenshot(path=ROOT / "docs" / f"{name}.png")


def main(folder: Path) -> None:
    """Build the site and take every picture."""
    folder.mkdir(parents=True, exist_ok=True)
    chronicle = compile_chronicle(check(ROOT / "events").record)
    with tempfile.TemporaryDirectory() as www:
        site = Site(built(ROOT, Path(www) / "timeline"), chronicle)
        with hosted(Path(www)) as address, launched() as browser:
            take_for_readme(browser, address)
            count = sum(1 for _ in take(browser, address, site, folder))
    sys.stdout.write(f"{count} pictures in {folder}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "pictures"))
