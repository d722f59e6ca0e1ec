"""Material is taken away, to see what it gives: a page is made with it and without, and they are compared."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.built import environment
from tests.direct import configuration
from tests.site.prose.test_prose import ENGLISH, html
from timeline.material import icons, place, styles, words
from timeline.site.look import Look
from timeline.site.prose.page import Rendered, prose_page
from timeline.starter.write import write

TEXT = '!!! tip\n\n    :material-link: a\n\n=== "A"\n\n    a\n'
CACHED: tuple[Callable[..., object], ...] = (icons.drawing, styles._sheet, styles._properties, words.words)

# Hides a package from everything that runs after it.
HIDING = """
import sys

class Hidden:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "material":
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Hidden())
"""


@pytest.fixture
def emptied(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """A Material that has the files which are asked for, and nothing in them."""
    blank = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"></svg>'
    for name in icons.INTERFACE.values():
        file = tmp_path / ".icons" / f"{name}.svg"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(blank, "utf-8")
    sheet = tmp_path / "assets" / "stylesheets" / "main.0.min.css"
    sheet.parent.mkdir(parents=True)
    sheet.write_text("", "utf-8")
    forget()
    with monkeypatch.context() as patched:
        patched.setattr(place, "templates", lambda: tmp_path)
        yield
    forget()


def forget() -> None:
    """Forget what was read of Material."""
    for one in CACHED:
        one.cache_clear()  # type: ignore[attr-defined]


def given() -> dict[str, int]:
    """Return how much Material gives to a page by hand and to its shell, by what it is."""
    made = prose_page(Rendered("a/", "A", "", html(TEXT)), ENGLISH, Look())
    rules = made.sheet.content.decode()
    return {
        "shapes of icons": sum(str(icons.icon(name)).count("<path") for name in icons.INTERFACE),
        "rules": rules.partition(":root {\n")[0].count("{"),
        "signs of boxes": len(re.findall("--md-admonition-icon--[a-z]+:url", rules)),
        "words of a third language": len(words.words("fr")),
    }


def test_what_it_gives() -> None:
    """With Material pages have icons, rules, signs and words from it."""
    assert [] == [what for what, count in given().items() if count == 0]
    assert configuration().theme.name == "material"


@pytest.mark.usefixtures("emptied")
def test_what_is_missing_without_it() -> None:
    """Without what is in Material's files all of that is missing."""
    assert dict.fromkeys(("shapes of icons", "rules", "signs of boxes", "words of a third language"), 0) == given()


def test_not_installed(tmp_path: Path) -> None:
    """Where Material is not installed nothing is built, and what is missing is named."""
    write(tmp_path / "project")
    (tmp_path / "hiding").mkdir()
    (tmp_path / "hiding" / "sitecustomize.py").write_text(HIDING, "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "timeline", "build"],
        cwd=tmp_path / "project", env=environment(PYTHONPATH=str(tmp_path / "hiding")),
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert (False, False) == (done.returncode == 0, (tmp_path / "project" / "site").exists())
    assert "material" in done.stderr
