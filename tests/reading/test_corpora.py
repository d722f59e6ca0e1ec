"""The checker survives what nobody on this project wrote: every refusal has a place, and nothing stops it."""

import json
from pathlib import Path

import pytest

from tests.by_the_book import by_the_book, is_inside
from tests.hostile import CORPORA, corpora
from tests.records import JAB, changed
from timeline.checking import reports
from timeline.reading.diagnostics import Diagnostic
from timeline.reading.reader import read
from timeline.reading.validation import unexplained, validate
from timeline.record.event import Event

pytestmark = [
    pytest.mark.corpora,
    pytest.mark.skipif(not CORPORA.is_dir(), reason=f"no corpora at {CORPORA}; TIMELINE_CORPORA says where they are"),
]

SUITE = sorted((CORPORA / "yaml-test-suite").glob("*.yaml"))

# Where a hostile text is put: an event's title, a fact, words that somebody said, a headline, a key, an address.
SLOTS = {
    "title": ("en: Ben Example notes that Betanet works", "en: {}"),
    "fact": ("en: Ben Example wrote his line an hour after the outage began.", "en: {}"),
    "words": ("text: Our lights are on", "text: {}"),
    "headline": ("    publisher: daily-example", "    publisher: daily-example\n    headline: {}"),
    "field": ("status: reported", "status: reported\n{}: x"),
    "address": ("url: https://daily.example/ben-mocks", "url: {}"),
    "date": ("started: 2024-03-05T16:00Z", "started: {}"),
    "id": ("[mockery]", "[{}]"),
}


def problems_of(data: bytes) -> tuple[Event | None, list[Diagnostic]]:
    """Return the event that a file says, if it says one, and what is wrong with it."""
    source, tree, problems = read("x.yml", data)
    if tree is None:
        return None, problems
    event, more = validate(Event, tree, source)
    return event, [*problems, *unexplained(more, problems)]


@pytest.mark.parametrize("path", SUITE, ids=lambda path: path.stem)
def test_yaml_test_suite(path: Path) -> None:
    """Every file of the YAML test suite is read, or refused with places in it; none of them is an event."""
    event, problems = problems_of(path.read_bytes())
    assert None is event
    assert problems
    assert [] == [problem for problem in problems if not is_inside(problem)]


@pytest.mark.parametrize("path", SUITE, ids=lambda path: path.stem)
def test_agrees_with_another_reader(path: Path) -> None:
    """What is read without a problem is what PyYAML's own reader reads."""
    _, tree, problems = read("x.yml", path.read_bytes())
    expected = by_the_book(path.read_text("utf-8"))
    if tree is not None and not problems and expected is not None:
        assert expected == tree.plain


@pytest.mark.parametrize("slot", SLOTS)
def test_strings(slot: str) -> None:
    """Every hostile string in every place is accepted, or refused with a place; and every report can be written."""
    before, after = SLOTS[slot]
    for text in corpora():
        # JSON is YAML, but for two escaped halves of one character.
        written = json.dumps(text, ensure_ascii=False)
        event, problems = problems_of(changed(JAB, (before, after.format(written))).encode("utf-8", "surrogatepass"))
        assert event is not None or problems, text
        assert [] == [problem for problem in problems if not is_inside(problem)], text
        for form in reports.FORMATS.values():
            form.render(problems, "ar", str).encode()


@pytest.mark.parametrize("slot", ["title", "fact", "words"])
def test_accepted_strings(slot: str) -> None:
    """A hostile string that is accepted stands in the event as it was written, but for runs of spaces."""
    before, after = SLOTS[slot]
    accepted = 0
    for text in corpora():
        written = json.dumps(text, ensure_ascii=False)
        event, problems = problems_of(changed(JAB, (before, after.format(written))).encode("utf-8", "surrogatepass"))
        if event is not None and not problems:
            accepted += 1
            found = {"title": event.title.en, "fact": event.facts[0].en, "words": event.quotes[0].text}[slot]
            assert text.split() == found.split()
    assert accepted
