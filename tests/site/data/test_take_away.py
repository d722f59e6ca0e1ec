"""All that is taken away says the same: which events there are, and every text of theirs, letter for letter."""

import json

import pytest

from tests import direct, hostile
from tests.site.data import published, taken
from timeline.chronicle.chronicle import Chronicle
from timeline.values.bilingual import LANGUAGES

Files = dict[str, bytes]


@pytest.fixture(scope="module")
def files(chronicle: Chronicle) -> Files:
    """What is published of the site's record."""
    return published.files(chronicle)


def assert_same_events(chronicle: Chronicle, files: Files) -> None:
    """Assert that every form has the same events; that calendars leave out only what did not happen."""
    every = {entry.id for entry in chronicle.entries}
    forms = {form: events.keys() for form, events in taken.events_of(files).items()}
    forms["changes"] = {change["event"] for change in json.loads(files["api/v1/changes.json"])}  # type: ignore[assignment]
    assert dict.fromkeys(forms, every) == forms
    for code in LANGUAGES:
        titles = {form: found.keys() for form, found in taken.titles_of(files, code).items()}
        assert dict.fromkeys(titles, every) == titles
        happened = {entry.id for entry in chronicle.held}
        assert [happened, happened] == [set(found) for found in taken.calendars_of(files, code).values()]


def assert_letter_for_letter(chronicle: Chronicle, files: Files) -> None:
    """Assert that every form says every text as its event's file does."""
    assert {} == taken.lost(chronicle, files)
    together, *others = taken.events_of(files).values()
    assert [together] * len(others) == others
    assert {} == taken.different_rows(files)
    assert [] == taken.differing_tables(files)
    for code in LANGUAGES:
        titles = {entry.id: entry.event.title.in_language(code) for entry in chronicle.entries}
        for found in taken.titles_of(files, code).values():
            assert titles == found
        for read in taken.calendars_of(files, code).values():
            assert {entry.id: titles[entry.id] for entry in chronicle.held} == read
        assert {} == taken.unsaid(chronicle, files, code)


def test_same_events_everywhere(files: Files, chronicle: Chronicle) -> None:
    """Every form has the same events; the calendars leave out only what did not happen."""
    assert_same_events(chronicle, files)


def test_nothing_is_lost(files: Files, chronicle: Chronicle) -> None:
    """Every text of an event's file, dates and addresses too, is published letter for letter, but for former ids."""
    assert_letter_for_letter(chronicle, files)


@pytest.mark.parametrize("written", [hostile.own(), pytest.param(hostile.corpora(), marks=pytest.mark.corpora)])
def test_hostile_texts(written: list[str]) -> None:
    """Texts made to break out come back letter for letter out of JSON, tables, feeds and calendars."""
    listed = hostile.fit(written)
    if not listed:
        pytest.skip(f"other people's hostile texts are not in {hostile.CORPORA}")
    stuffed = {f"2024-03-05-s{n}": hostile.stuffed(part) for n, part in enumerate(hostile.batches(listed))}
    titled = {f"2024-03-05-t{n}": hostile.titled(one, n) for n, one in enumerate(listed)}
    chronicle = direct.chronicle_of(stuffed | titled)
    files = published.files(chronicle)
    assert_same_events(chronicle, files)
    assert_letter_for_letter(chronicle, files)
