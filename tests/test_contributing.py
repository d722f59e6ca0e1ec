"""The guide to adding an entry shows what is in the record and what the check really prints."""

import re
import shutil
import textwrap
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from click.testing import CliRunner
from markdown import Markdown  # type: ignore[import-untyped]

from devtools.commands import page
from timeline.cli import main
from timeline.cli.program import speak
from timeline.editing.formatting import formatted
from timeline.editing.style import EVENT
from timeline.language import of_commands
from timeline.record.event import Basis, Evidence, RelationType, Status
from timeline.record.schema import json_schema
from timeline.values.bilingual import LANGUAGES, LanguageCode

ROOT = Path(__file__).parent.parent
PAGES = ROOT / "site_src" / "pages"
EXAMPLE = "2018/2018-11-12-twitter-do-your-thing.yml"

# A block may stand in a tab, and is indented as a whole there.
BLOCK = re.compile(r"^(?P<indent> *)```(?P<kind>\w+)\n(?P<text>.*?)^(?P=indent)```$", re.MULTILINE | re.DOTALL)
WHOLE = re.compile(
    r"`events/(\S+\.yml)`[^`]*:\n\n( *)```yaml\n( *# yaml-language-server.*?)^\2```$", re.MULTILINE | re.DOTALL
)

every_language = pytest.mark.parametrize("language", LANGUAGES)


def outdented(text: str, indent: str) -> str:
    """Return a text without the spaces that each of its lines begins with."""
    return re.sub(rf"^{indent}", "", text, flags=re.MULTILINE)


def blocks(language: str, kind: str) -> list[str]:
    """Return the code blocks of one kind in a language's guide."""
    page = (PAGES / language / "contribute.md").read_text("utf-8")
    return [outdented(match["text"], match["indent"]) for match in BLOCK.finditer(page) if match["kind"] == kind]


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


@pytest.mark.parametrize("folder", [PAGES, ROOT / "timeline/starter/files/site_src/pages"], ids=["site", "starter"])
def test_same_headings(folder: Path) -> None:
    """A heading has the same address in both languages, so that a link to it holds for the other page too."""
    names = [path.name for path in folder.glob("en/*.md")]
    compared = {name: [ids(folder / language / name) for language in LANGUAGES] for name in names}
    assert 3 <= len(compared)
    assert {} == {name: both for name, both in compared.items() if both[0] != both[1]}


def ids(page: Path) -> list[str]:
    """Return the ids of a page's headings, in order."""
    reader = Markdown(extensions=["attr_list", "pymdownx.superfences", "pymdownx.tabbed", "toc"])
    return re.findall(r'<h[2-4] id="([^"]*)"', reader.convert(page.read_text("utf-8").split("---\n", 2)[2]))


def whole(language: str) -> dict[str, str]:
    """Return the whole files that the guide shows, by the paths that it names just above them."""
    page = (PAGES / language / "contribute.md").read_text("utf-8")
    return {path: outdented(text, indent) for path, indent, text in WHOLE.findall(page)}


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record, with the files in it that the guide shows."""
    root = tmp_path_factory.mktemp("guide") / "events"
    shutil.copytree(ROOT / "events", root)
    for path, text in whole("en").items():
        assert (root / path).is_file()
        (root / path).write_text(text, "utf-8")
    return root


def test_whole_files(record: Path) -> None:
    """The whole files that the guide shows are sound entries of the record: a jab, an outage and a false claim."""
    kinds = [re.findall(r"^(?:kind|status): (\w+)$", text, re.MULTILINE) for text in whole("en").values()]
    assert [["jab", "reported"], ["outage", "reported"], ["statement", "debunked"]] == kinds
    files = [str(record / path) for path in whole("en")]
    result = CliRunner().invoke(main, ["check", "--events", str(record), "--language", "en", *files])
    assert ("", 0) == (result.stdout, result.exit_code)


def test_parts() -> None:
    """Every part of a file that the guide shows can be read, and is in the form that the record has."""
    for part in blocks("en", "yaml"):
        text = textwrap.dedent(part)
        assert text == formatted("part.yml", text.encode(), EVENT)


@every_language
def test_message(language: str, record: Path) -> None:
    """The message that the guide explains is what the check prints for that mistake."""
    event, text = record / EXAMPLE, whole("en")[EXAMPLE]
    event.write_text(text.replace("[mockery]", "[mokery]"), "utf-8")
    result = CliRunner().invoke(main, ["check", "--events", str(record), "--language", language, str(event)])
    event.write_text(text, "utf-8")
    assert blocks(language, "text") == [re.sub(r"^\S*(?=events/)", "", result.stdout, count=1)]


@every_language
def test_commands(language: LanguageCode, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page of the commands says what their help says, in each language."""
    for variable in ("TIMELINE_LANGUAGE", "LANGUAGE"):
        monkeypatch.setenv(variable, "")
    written = page(of_commands(language))
    speak(main, of_commands("en"))
    assert written == (PAGES / language / "commands.md").read_text("utf-8")


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


@pytest.mark.parametrize("folder", [ROOT, ROOT / "timeline/starter/files"], ids=["site", "starter"])
@pytest.mark.parametrize("form", ["event", "correction", "source"])
def test_forms_that_pages_link_to(folder: Path, form: str) -> None:
    """Every form that pages of the site lead to is there, and the entry that is named in the link has a field."""
    path = folder / ".github" / "ISSUE_TEMPLATE" / f"{form}.yml"
    fields = [one.get("id") for one in yaml.safe_load(path.read_text("utf-8"))["body"]]
    assert form == "event" or "entry" in fields
