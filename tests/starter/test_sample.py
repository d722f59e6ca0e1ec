"""The record to begin with is sound, shows the main things, explains itself in both languages, and is up to date."""

import re
from pathlib import Path

import pytest

from tests.built import ROOT
from tests.command import run
from timeline import __version__
from timeline.checking.result import Checked, check
from timeline.starter.write import FILES, contents
from timeline.values.bilingual import LANGUAGES

EVENTS = sorted((FILES / "events").glob("2*/*.yml"))
PAGES = FILES / "site_src" / "pages"

PINNED = re.compile(r"uses: (\S+@[0-9a-f]{40} # v\S+)")


@pytest.fixture(scope="module")
def checked() -> Checked:
    """The record to begin with, and all that is wrong with it."""
    return check(FILES / "events")


def test_sound(tmp_path: Path) -> None:
    """The check of what was written has no error and no warning."""
    run("init", tmp_path)
    assert (0, "") == ((result := run("check", "--events", tmp_path / "events")).exit_code, result.stdout)
    assert "0 errors, 0 warnings" in result.stderr


def test_two_sides(checked: Checked) -> None:
    """Two companies face each other, and each has somebody who speaks for it."""
    vocabulary = checked.record.vocabulary
    facing = {key: company.lane for key, company in vocabulary.companies.items()}
    assert [1, 2] == sorted(lane for lane in facing.values() if lane)
    assert set(facing) == {person.company for person in vocabulary.people.values()}


def test_main_things(checked: Checked) -> None:
    """There is an outage, a jab that answers it, a reply to the jab, a debunked claim, and a story of three."""
    events = {key: file.event for key, file in checked.record.files.items()}
    answers = {
        (event.kind, events[relation.event].kind) for key, event in events.items() for relation in event.relations
    }
    assert {("jab", "outage"), ("reply", "jab")} == answers
    assert [1] == [len(event.misattributed) for event in events.values() if event.is_debunked]
    assert [3] == [len(file.story.events) for file in checked.record.stories.values()]


@pytest.mark.parametrize("path", EVENTS, ids=lambda path: path.stem)
def test_comments_in_both_languages(path: Path) -> None:
    """Each note in an event's file stands in English and below it in Arabic."""
    notes = [line.strip() for line in path.read_text("utf-8").splitlines() if re.match(r" *# \S", line)][1:]
    scripts = ["ar" if re.search("[\u0620-\u064a]", note) else "en" for note in notes]
    assert scripts
    assert ["en", "ar"] * (len(notes) // 2) == scripts


def test_pages_in_both_languages() -> None:
    """Every page written by hand is there in every language, with a title and a description."""
    names = {code: sorted(path.name for path in (PAGES / code).iterdir()) for code in LANGUAGES}
    assert names["ar"] == names["en"]
    heads = [path.read_text("utf-8").split("---")[1] for path in PAGES.rglob("*.md")]
    assert [] == [head for head in heads if not re.fullmatch(r"\ntitle: .+\ndescription: .+\n", head)]


def test_actions_are_ours() -> None:
    """The actions of its workflow are pinned as those of this repository are, so that both are brought up together."""
    ours = {name for path in (ROOT / ".github/workflows").glob("*.yml") for name in PINNED.findall(path.read_text())}
    theirs = set(PINNED.findall((FILES / ".github/workflows/check.yml").read_text()))
    assert theirs
    assert set() == theirs - ours


def test_editor_is_ours() -> None:
    """An editor is set up as for this repository’s record."""
    name = ".vscode/settings.json"
    assert (ROOT / name).read_text("utf-8") == (FILES / name).read_text("utf-8")


def test_made_files() -> None:
    """The schemas are those of the program, and what is to be installed is the program itself in this version."""
    made = contents()
    for name in ("event", "story"):
        assert run("schema", name).stdout.encode() == made[f"schema/{name}.schema.json"]
    assert f"servers-working-timeline=={__version__}\n".encode() == made["requirements.txt"]
