"""A story is cut into its chapters, and its counters say what the record says."""

from pathlib import Path

import pytest

from timeline.checking.result import check
from timeline.chronicle.chronicle import Tale, compile_chronicle
from timeline.chronicle.telling import Count, counts_of, parts_of

EVENTS = Path(__file__).parent.parent / "site_record" / "events"


@pytest.fixture(scope="module")
def tales() -> dict[str, Tale]:
    """The stories of the tests' site by their ids."""
    return {tale.id: tale for tale in compile_chronicle(check(EVENTS).record).stories}


def test_chapters(tales: dict[str, Tale]) -> None:
    """Chapters take all entries of a story, each once and in order; a story without chapters is one part."""
    for tale in tales.values():
        parts = parts_of(tale)
        assert tale.entries == tuple(entry for part in parts for entry in part.entries)
        assert [chapter.begins for chapter in tale.story.chapters] == [p.entries[0].id for p in parts if p.chapter]
        assert max(1, len(tale.story.chapters)) == len(parts)


def test_days(tales: dict[str, Tale]) -> None:
    """Days are counted from an event on; what is dated by its month alone does not set them back."""
    days, _ = tales["rowing-race"].story.counters
    assert [0, 0, 2, 26, 62, 62, 144, 728] == [count.value for count in counts_of(days, tales["rowing-race"])]


def test_events(tales: dict[str, Tale]) -> None:
    """A number goes up by one at each event that it counts."""
    _, races = tales["rowing-race"].story.counters
    assert [0] * 7 + [1] == [count.value for count in counts_of(races, tales["rowing-race"])]


def test_down(tales: dict[str, Tale]) -> None:
    """The known lengths of outages are added up as they are told; one that is not exact makes the sum so."""
    tale = tales["nine-april-2024"]
    (down,) = tale.story.counters
    lengths = [entry.event.when.duration for entry in tale.entries if entry.event.outage]
    known = [length for length in lengths if length]
    total = Count(sum(length.minutes for length in known), all(length.exact for length in known))
    assert (True, total) == (bool(known), counts_of(down, tale)[-1])
