"""What many tests share: the site, built once, and how many examples a property is tried on."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from tests.built import Site, built, copy_inputs
from timeline.checking.result import check
from timeline.chronicle.chronicle import Chronicle, compile_chronicle

# No example has a deadline, for a busy machine is no mistake; in CI the examples are the same each time.
settings.register_profile("tests", max_examples=100, deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("tests")


@pytest.fixture(scope="session")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of all that the site is built from."""
    return copy_inputs(tmp_path_factory.mktemp("inputs"))


@pytest.fixture(scope="session")
def chronicle(inputs: Path) -> Chronicle:
    """The record, in order."""
    record = check(inputs / "events").record
    return compile_chronicle(record)


@pytest.fixture(scope="session")
def served(inputs: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder to be served, in which the built site stands where its address says."""
    folder = tmp_path_factory.mktemp("www")
    built(inputs, folder / "timeline")
    return folder


@pytest.fixture(scope="session")
def site(served: Path, chronicle: Chronicle) -> Site:
    """The built site."""
    return Site(served / "timeline", chronicle)
