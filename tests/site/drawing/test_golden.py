"""Every drawing is, to the last coordinate, what was looked at and accepted: ``python -m tests.accept``."""

from pathlib import Path

import pytest

from tests.drawings import GOLDEN, PAGES, chronicle, drawn
from timeline.chronicle.chronicle import Chronicle
from timeline.values.bilingual import LANGUAGES, LanguageCode


@pytest.fixture(scope="module")
def every_shape(tmp_path_factory: pytest.TempPathFactory) -> Chronicle:
    """A record with a mark of every shape."""
    return chronicle(tmp_path_factory.mktemp("record"))


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_drawing(every_shape: Chronicle, name: str, code: LanguageCode) -> None:
    """A drawing of a fixed record is the accepted one."""
    wanted = (GOLDEN / f"{name}-{code}.svg").read_text("utf-8")
    assert wanted.splitlines() == drawn(every_shape, name, code).splitlines()


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.svg")), ids=lambda path: path.stem)
def test_no_shifted_text(path: Path) -> None:
    """No text is shifted, for WebKit takes a shift for a new beginning where text runs from right to left."""
    assert " dx=" not in path.read_text("utf-8")
