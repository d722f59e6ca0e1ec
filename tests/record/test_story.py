"""Stories are read apart from events, are held to the same and to a rule of their own, and keep their order."""

from pathlib import Path

import pytest

from tests.golden import GOOD, lay
from tests.records import JAB, changed, laid
from timeline.checking.result import check
from timeline.chronicle.chronicle import compile_chronicle
from timeline.reading.reader import MAX_BYTES
from timeline.record.record import load
from timeline.site.parts.reading import opening

OUTAGE_ID, JAB_ID = "2024-03-05-alpha-outage", "2024-03-05-ben-mocks"

STORY = f"""
title: {{en: The lights stay on, ar: الأضواء لا تنطفئ}}
introduction: {{en: One company fails., ar: شركة تتعطل.}}
events: [{OUTAGE_ID}, {JAB_ID}]
"""


def codes(root: Path) -> list[str]:
    """Return the codes of what is wrong with a record."""
    return [problem.code for problem in check(root).problems]


def test_no_stories(tmp_path: Path) -> None:
    """A record need not have stories."""
    assert ({}, []) == (load(laid(tmp_path))[0].stories, codes(tmp_path / "events"))


def test_stories_are_no_events(tmp_path: Path) -> None:
    """A story stands under its own id among the stories, and not among the events; notes beside it are passed over."""
    record, problems = load(laid(tmp_path, {"stories/lights-on.yml": STORY, "stories/README.md": "Notes"}))
    assert (["lights-on"], [OUTAGE_ID, JAB_ID], []) == (list(record.stories), list(record.files), problems)


def test_one_name_for_a_story_and_an_event(tmp_path: Path) -> None:
    """A story may be called like an event, for their pages lie in different folders."""
    assert [] == codes(laid(tmp_path, {f"stories/{OUTAGE_ID}.yml": STORY}))


@pytest.mark.parametrize(
    ("code", "path", "text"),
    [
        ("F101", "stories/lights-on.yml", STORY + "#" * MAX_BYTES),
        ("F107", "stories/lights-on.yaml", STORY),
        ("F108", "stories/once-more/lights-on.yml", STORY),
        ("Y101", "stories/lights-on.yml", "title: ["),
        ("V107", "stories/lights-on.yml", STORY.replace(JAB_ID, "lights-on")),
    ],
)
def test_protections(tmp_path: Path, code: str, path: str, text: str) -> None:
    """A story's file is held to the same as an event's."""
    files = {"stories/lights-on.yml": STORY} | {path: text}
    assert [code] == codes(laid(tmp_path, files))


def test_links_are_not_followed(tmp_path: Path) -> None:
    """What lies behind a link is no story, whether a file or the whole folder is linked."""
    root = laid(tmp_path, {"stories/lights-on.yml": STORY})
    (root / "stories").rename(tmp_path / "elsewhere")
    (root / "stories").symlink_to(tmp_path / "elsewhere")
    assert ({}, ["F104"]) == (load(root)[0].stories, codes(root))
    (root / "stories").unlink()
    (root / "stories").mkdir()
    (root / "stories" / "lights-on.yml").symlink_to(tmp_path / "elsewhere" / "lights-on.yml")
    assert ({}, ["F104"]) == (load(root)[0].stories, codes(root))


def test_event_with_a_mistake(tmp_path: Path) -> None:
    """A story is not blamed for an event that is there but has a mistake itself."""
    files = {"stories/lights-on.yml": STORY, JAB: changed(JAB, ("kind: jab", "kind: *jab"))}
    assert ["Y103"] == codes(laid(tmp_path, files))


def test_order_of_reading(tmp_path: Path) -> None:
    """A chronicle tells a story in the order of its file, by the events' ids of today."""
    record, _ = load(lay(GOOD / "story-with-a-former-id", tmp_path / "events"))
    (tale,) = compile_chronicle(record).stories
    assert [OUTAGE_ID, JAB_ID] == [entry.id for entry in tale.entries]
    backwards = STORY.replace(f"{OUTAGE_ID}, {JAB_ID}", f"{JAB_ID}, {OUTAGE_ID}")
    record, _ = load(laid(tmp_path / "other", {"stories/lights-on.yml": backwards}))
    (tale,) = compile_chronicle(record).stories
    assert [JAB_ID, OUTAGE_ID] == [entry.id for entry in tale.entries]
    assert (OUTAGE_ID, JAB_ID) == (tale.first.id, tale.last.id)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("One company fails. Another laughs.", "One company fails."),
        ("It fell by 1.2% in the U.S. market. Then it rose.", "It fell by 1.2% in the U.S. market."),
        ("“Works for me.” That was all.", "“Works for me.”"),
        ("They asked Mr. Bean. He laughed.", "They asked Mr. Bean."),
        ("Who was it? Nobody knows.", "Who was it?"),
        ("عاد بعد ساعات واعتذر مجددًا. ثم تعطل.", "عاد بعد ساعات واعتذر مجددًا."),
        ("هل يوثق به؟ لا أحد يعلم.", "هل يوثق به؟"),
        ("Without an end", "Without an end"),
    ],
)
def test_opening(text: str, first: str) -> None:
    """A text opens with its first sentence, which abbreviations and decimals do not end."""
    assert first == opening(text)
