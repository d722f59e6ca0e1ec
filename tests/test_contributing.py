"""The guide to adding an entry shows what is in the record and what the check really prints."""

import re
import shutil
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any, get_args

import pytest
from click.testing import CliRunner

from timeline.cli import main
from timeline.record.event import Basis, Evidence, RelationType, Status
from timeline.record.schema import json_schema
from timeline.values.bilingual import LANGUAGES

ROOT = Path(__file__).parent.parent
PAGES = ROOT / "site_src" / "pages"
EXAMPLE = "2018/2018-11-12-twitter-do-your-thing.yml"

BLOCK = re.compile(r"^```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)

every_language = pytest.mark.parametrize("language", LANGUAGES)


def blocks(language: str, kind: str) -> list[str]:
    """Return the code blocks of one kind in a language's guide."""
    page = (PAGES / language / "contribute.md").read_text("utf-8")
    return [match["text"] for match in BLOCK.finditer(page) if match["kind"] == kind]


def anchors(language: str) -> list[str]:
    """Return the places within a language's guide that it links to."""
    return re.findall(r"\]\(#([a-z]+)\)", (PAGES / language / "contribute.md").read_text("utf-8"))


def test_same_examples() -> None:
    """Both languages show the same examples and the same commands."""
    kinds = ("yaml", "sh")
    shown = zip_longest(*([block for kind in kinds for block in blocks(language, kind)] for language in LANGUAGES))
    assert [] == [pair for pair in shown if pair[0] != pair[1]]


def test_same_places() -> None:
    """Both languages link to the same places within the guide."""
    arabic, english = (anchors(language) for language in LANGUAGES)
    assert sorted(english) == sorted(arabic)


def test_whole_file() -> None:
    """The whole file that the guide shows is one of the record."""
    assert (ROOT / "events" / EXAMPLE).read_text("utf-8") == blocks("en", "yaml")[0]


def test_examples_are_real() -> None:
    """Every part of a file that the guide shows stands in the record just so."""
    record = "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "events").rglob("*.yml")))
    assert [] == [block for block in blocks("en", "yaml") if block not in record]


@every_language
def test_message(language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message that the guide explains is what the check prints for that mistake."""
    record = tmp_path / "events"
    shutil.copytree(ROOT / "events", record)
    event = record / EXAMPLE
    event.write_text(event.read_text("utf-8").replace("[mockery]", "[mokery]"), "utf-8")
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["check", "--language", language, f"events/{EXAMPLE}"])
    assert blocks(language, "text") == [result.stdout]


def names(schema: Any) -> Iterator[str]:
    """Yield the names of all fields in a schema."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        for part in schema.values():
            yield from names(part)


@every_language
def test_every_field(language: str) -> None:
    """The guide mentions every field that an event file can have."""
    page = (PAGES / language / "contribute.md").read_text("utf-8")
    assert set() == set(names(json_schema())) - set(re.findall(r"\w+", page))


@every_language
def test_every_value(language: str) -> None:
    """The guide mentions every status, basis and sort of evidence, and every type of relation."""
    page = (PAGES / language / "contribute.md").read_text("utf-8")
    values = {value for kind in (Status, Basis, Evidence, RelationType) for value in get_args(kind)}
    assert {"report"} == {
        value for value in values if f"`{value}`" not in page
    }  # evidence is a report if nothing is said
