"""Stories lead through events in the order of reading, and a record need not have any."""

from pathlib import Path

from tests.golden import RECORD
from tests.records import laid, story
from timeline.stories import load_stories

STORY = story("2024-03-05-ben-mocks", "2024-03-05-alpha-outage")


def test_no_stories() -> None:
    """A record without stories has nothing wrong with it."""
    assert ({}, []) == load_stories(RECORD)


def test_story(tmp_path: Path) -> None:
    """A story keeps the order of reading."""
    stories, problems = load_stories(laid(tmp_path, {"stories/lights-on.yml": STORY}))
    assert [] == problems
    assert ("2024-03-05-ben-mocks", "2024-03-05-alpha-outage") == stories["lights-on"].story.events


def test_link_to_stories(tmp_path: Path) -> None:
    """Stories behind a link are not read."""
    root = laid(tmp_path, {"elsewhere/lights-on.yml": STORY})
    (root / "stories").symlink_to(root / "elsewhere", target_is_directory=True)
    assert ({}, []) == load_stories(root)


def test_broken_story(tmp_path: Path) -> None:
    """A story with a mistake is no story, and the mistake is told."""
    stories, problems = load_stories(laid(tmp_path, {"stories/lights-on.yml": STORY.replace("events:", "event:")}))
    assert ({}, ["M102"]) == (stories, [problem.code for problem in problems])
