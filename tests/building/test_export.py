"""The pages can be had as plain Markdown, for another builder."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from mkdocs.utils import meta

from tests.built import ROOT
from timeline.cli import main
from timeline.language import languages

RECORD = ROOT / "tests" / "small_record"


def exported(output: Path, events: Path = RECORD) -> Result:
    """Export a record's pages into a folder."""
    options = ["--config-file", str(ROOT / "mkdocs.yml"), "--events", str(events), "--output", str(output)]
    return CliRunner().invoke(main, ["export", *options])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the exported pages of the small record."""
    output = tmp_path_factory.mktemp("export") / "pages"
    assert 0 == exported(output).exit_code
    return output


def test_pages(folder: Path) -> None:
    """Every language has the same pages, an event's page and the pages by hand among them."""
    found = [{path.relative_to(folder / one.code) for path in (folder / one.code).rglob("*.md")} for one in languages()]
    assert found[0] == found[1]
    assert {Path("index.md"), Path("events/2024-03-05-alpha-outage.md"), Path("method.md")} <= found[0]


def test_front_matter(folder: Path) -> None:
    """A page has its title and description as front matter, and its HTML without a blank line behind it."""
    text = (folder / "en" / "events" / "2024-03-05-alpha-outage.md").read_text("utf-8")
    body, front = meta.get_data(text)
    assert {"title", "description"} == front.keys()
    assert body.strip().startswith("<article")
    assert "\n\n" not in body.strip()


def test_again(folder: Path) -> None:
    """An earlier export is replaced."""
    assert 0 == exported(folder).exit_code


def test_folder_of_others(tmp_path: Path) -> None:
    """A folder that holds something else is left alone."""
    (tmp_path / "thesis.txt").write_text("mine", "utf-8")
    assert 1 == exported(tmp_path).exit_code
    assert ["thesis.txt"] == [path.name for path in tmp_path.iterdir()]


def test_record_with_errors(tmp_path: Path) -> None:
    """Of a record with errors nothing is written."""
    shutil.copytree(RECORD, tmp_path / "events")
    (tmp_path / "events" / "2024" / "2024-03-06-bad.yml").write_text("kind: outage\n", "utf-8")
    done = exported(tmp_path / "pages", tmp_path / "events")
    assert (1, False) == (done.exit_code, (tmp_path / "pages").exists())
