"""What was read is read again without a network, of one build alone; that there is a newer one is said."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from devtools.chromium import hosted
from tests import direct
from tests.browser.conftest import Open
from tests.browser.watched import Watched, until
from tests.built import EVENTS, Site, built, copy_inputs
from timeline.building import manifest
from timeline.checking.result import check
from timeline.chronicle.chronicle import compile_chronicle
from timeline.language import language
from timeline.site import offline
from timeline.values.bilingual import LANGUAGES

EVENT = "en/events/2024-04-09-lumora-login-outage/"
SECOND = "en/events/2024-04-09-vance-engines-are-running/"
OTHER = "ar/events/2024-04-09-vance-hedgehogs/"

# What the title ends with in the newer build.
NEW = "log out everybody"

CONTROLLED = "navigator.serviceWorker.controller !== null"
KEPT = """async () => (await Promise.all((await caches.keys()).map(async name =>
    (await (await caches.open(name)).keys()).map(({url}) => url)))).flat()"""


@pytest.fixture(scope="module")
def newer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build of the same record with another title, which browsers may keep too."""
    folder = copy_inputs(tmp_path_factory.mktemp("newer") / "project")
    file = folder / "events" / "2024" / "2024-04-09-lumora-login-outage.yml"
    file.write_text(file.read_text("utf-8").replace("log everybody out", NEW), "utf-8")
    return built(folder, folder / "site", TIMELINE_PICTURES="no")


@dataclass(frozen=True)
class Published:
    """A site at an address, and the folder that it stands in."""

    address: str
    target: Path

    def publish(self, build: Path) -> None:
        """Put another build in its place, and keep the last one's folder, which open pages still read."""
        before = manifest.folders(self.target)[0]
        kept = self.target.with_name("kept")
        shutil.move(self.target / before, kept)
        shutil.rmtree(self.target)
        shutil.copytree(build, self.target)
        shutil.move(kept, self.target / before)


@pytest.fixture
def published(site: Site, tmp_path: Path) -> Iterator[Published]:
    """The site in a place of its own."""
    shutil.copytree(site.root, tmp_path / "timeline")
    with hosted(tmp_path) as address:
        yield Published(address, tmp_path / "timeline")


def reader(opened: Open, address: str) -> Watched:
    """Open a window whose browser may keep what is read, and read an entry, which is kept."""
    watched = opened(keeps=True)
    watched.address = address
    watched.page.goto(address + EVENT)
    until(watched.page, f"async () => (await ({KEPT})()).includes(location.href)")
    until(watched.page, CONTROLLED)
    return watched


def edition(page: Page) -> str:
    """Return the folder of the build that a page is of; all that it asks for is of that one."""
    (one,) = {found.group() for found in re.finditer(r"assets/[0-9a-f]{12}/", page.content())}
    return one


def gone(files: str) -> str:
    """Return a script that says whether nothing is kept of a build, by the folder of its files."""
    return f"""async () => {{
        const kept = await ({KEPT})();
        return kept.length > 0 && !kept.some(url => url.includes("{files}"));
    }}"""


def test_without_network(opened: Open, published: Published) -> None:
    """What was read is there without a network, with its styles and scripts; what was not says so."""
    watched = reader(opened, published.address)
    title = watched.page.locator("h1").inner_text()
    faces = [f"{face}.woff2" for code in LANGUAGES for face in language(code).section("faces")]
    kept = " ".join(watched.page.evaluate(KEPT))
    assert [] == [face for face in faces if face not in kept]
    watched.context.set_offline(True)
    watched.page.goto(published.address + EVENT)
    assert title == watched.page.locator("h1").inner_text()
    watched.page.locator("a.src").first.click()
    watched.page.locator(".source-here").wait_for()
    watched.page.goto(published.address + OTHER)
    assert ["ar", "en"] == [one.get_attribute("lang") for one in watched.page.locator("main section").all()]
    assert OTHER in watched.page.url


def test_search_without_network(opened: Open, published: Published) -> None:
    """Who has asked for it searches without a network."""
    watched = reader(opened, published.address)
    watched.page.goto(f"{published.address}en/data/")
    button = watched.page.locator("button.keep")
    button.click()
    expect(watched.page.locator(".keep + output")).to_have_text(button.get_attribute("data-kept") or "")
    watched.context.set_offline(True)
    watched.page.goto(published.address + EVENT)
    watched.page.keyboard.press("/")
    watched.page.keyboard.type("hedgehogs")
    watched.page.locator("[role=option]").first.wait_for()


def test_two_builds(opened: Open, published: Published, newer: Path) -> None:
    """Where there is a network a newer build is shown, and what was read is kept of it alone from then on."""
    watched = reader(opened, published.address)
    watched.page.goto(published.address + SECOND)
    until(watched.page, f"async () => (await ({KEPT})()).includes(location.href)")
    before = edition(watched.page)
    published.publish(newer)
    watched.page.goto(published.address + EVENT)
    after = edition(watched.page)
    assert (True, NEW) == (before != after, watched.page.locator("h1").inner_text()[-len(NEW) :])
    until(watched.page, gone(before))
    until(watched.page, f"async () => (await ({KEPT})()).includes(location.href)")
    assert watched.page.locator(".newer").is_hidden()
    watched.context.set_offline(True)
    for path in (SECOND, EVENT):
        watched.page.goto(published.address + path)
        assert after == edition(watched.page)


def test_left_open(opened: Open, published: Published, newer: Path) -> None:
    """A page that was left open says that there is a newer one, keeps what it has, and shows it when it is asked."""
    watched = reader(opened, published.address)
    before = edition(watched.page)
    published.publish(newer)
    watched.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    watched.page.locator(".newer").wait_for()
    watched.context.set_offline(True)
    watched.page.reload()
    assert before == edition(watched.page)
    watched.page.locator(".newer").wait_for()
    watched.context.set_offline(False)
    with watched.page.expect_event("load"):
        watched.page.locator(".newer button").click()
    assert before != edition(watched.page)
    assert NEW == watched.page.locator("h1").inner_text()[-len(NEW) :]
    until(watched.page, gone(before))


def test_never_mixed(opened: Open, published: Published, newer: Path) -> None:
    """A page of another build is shown, but not kept beside what there is of this one."""
    watched = reader(opened, published.address)
    before = edition(watched.page)
    worker = (published.target / offline.WORKER).read_bytes()
    published.publish(newer)
    (published.target / offline.WORKER).write_bytes(worker)  # as hosts do that have not yet everything
    watched.page.goto(published.address + EVENT)
    assert before != edition(watched.page)
    watched.context.set_offline(True)
    watched.page.goto(published.address + EVENT)
    assert before == edition(watched.page)


def test_switched_off(opened: Open, published: Published) -> None:
    """A site that keeps nothing any more takes away what it has left with its readers."""
    watched = reader(opened, published.address)
    (published.target / offline.WORKER).write_bytes(offline.none().content)
    watched.page.goto(published.address + EVENT)
    until(watched.page, "async () => (await caches.keys()).length === 0")


def test_setting() -> None:
    """The setting leaves the script out of every page, and the page for what is not kept; so does a server."""
    record = compile_chronicle(check(EVENTS).record)
    for keeps, guarded, offline_is in ((True, True, True), (False, True, False), (True, False, False)):
        site = direct.site(record, guarded=guarded)
        own = replace(site, settings=replace(site.settings, offline=keeps))
        html = own.shells["en"].html(own.pages["en"][0])
        assert offline_is == ("scripts/offline.js" in html)
        files = {artifact.path: artifact.content for artifact in own.root_pages()}
        assert (offline_is, offline_is) == (offline.UNREAD in files, b"BUILD" in files[offline.WORKER])
