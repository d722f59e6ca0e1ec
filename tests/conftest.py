"""What many tests share: the site, built once in a run, and how many examples a property is tried on."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Playwright, sync_playwright

from devtools.chromium import started
from tests.built import EVENTS, Site, built, copy_inputs, once
from tests.plain import File, read_files
from timeline.checking.result import check
from timeline.chronicle.chronicle import Chronicle, compile_chronicle

# Pictures take their time; the one site that has them is made with them.
os.environ["TIMELINE_PICTURES"] = "no"

# No example has a deadline, for a busy machine is no mistake; in CI the examples are the same each time.
settings.register_profile("tests", max_examples=100, deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("tests")


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes of a run share."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def inputs(shared: Path) -> Path:
    """A copy of all that the site is built from; no test changes it."""
    return once(shared / "inputs", copy_inputs)


@pytest.fixture(scope="session")
def chronicle() -> Chronicle:
    """The record of the site, in order."""
    return compile_chronicle(check(EVENTS).record)


@pytest.fixture(scope="session")
def files() -> dict[str, File]:
    """Every event's file by its id, as a loader that types nothing reads it."""
    return read_files(EVENTS, "[0-9]*/*.yml")


@pytest.fixture(scope="session")
def by_any_id(files: dict[str, File]) -> dict[str, File]:
    """The same files by their former ids too."""
    return {former: file for file in files.values() for former in file.get("aliases", ())} | files


@pytest.fixture(scope="session")
def stories() -> dict[str, File]:
    """Every story's file by its id, read in the same way."""
    return read_files(EVENTS, "stories/*.yml")


@pytest.fixture(scope="session")
def tables() -> dict[str, Any]:
    """The vocabulary's tables by their names, read in the same way."""
    return read_files(EVENTS, "vocabulary/*.yml")


@pytest.fixture(scope="session")
def served(inputs: Path, shared: Path) -> Path:
    """A folder to be served, in which the built site stands where its address says."""
    return once(shared / "www", lambda folder: built(inputs, folder / "timeline", TIMELINE_PICTURES=""))


@pytest.fixture(scope="session")
def site(served: Path, chronicle: Chronicle) -> Site:
    """The built site."""
    return Site(served / "timeline", chronicle)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What drives browsers; a process can have it but once."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """A browser."""
    with started(playwright) as browser:
        yield browser
