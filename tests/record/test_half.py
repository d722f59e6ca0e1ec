"""Of a file with mistakes all that stands where it belongs is told."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.golden import NOW
from tests.records import JAB, OUTAGE, changed, laid
from tests.strategies import PLAIN
from timeline.checking.rules import halves, vocabulary
from timeline.reading.reader import read
from timeline.record.citations import citations
from timeline.record.half import HalfFile
from timeline.record.record import Record, load

FIELDS = st.sampled_from(["kind", "people", "move", "quotes", "sources", "relations", "facts", "outage"])


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    """The tests' record with all that an event can name."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", NOW)
        return load(Path(__file__).parent.parent / "site_record" / "events")[0]


def test_same_as_of_an_event(record: Record) -> None:
    """What is told of a file's text is what is told of the event that it says, at the same places."""
    assert record.files
    for file in record.files.values():
        half = HalfFile(file.id, file.source)
        assert set(vocabulary.mentions(file.event)) == set(half.mentions())
        assert set(citations(file.event)) == set(half.citations())
        assert [relation.event for relation in file.event.relations] == [target for target, _ in half.relations()]


@pytest.mark.parametrize("after", ["publisher: x", "'2024': [[]]\nsources: daily\nmove: []\nquotes: {}", "kind: [a]"])
def test_any_form(record: Record, after: str) -> None:
    """A file of any other form names nothing that is not there, and no rule stumbles over it."""
    half = HalfFile("2024-03-05-x", read("x.yml", after.encode())[0])
    assert [] == list(halves.check(half, record))


def test_half_files(tmp_path: Path) -> None:
    """A file whose form can be read and that says no event is kept as what it is; one without a form is not."""
    files = {JAB: changed(JAB, ("status: ", "statsu: ")), OUTAGE: "kind: ["}
    (half,) = load(laid(tmp_path, files))[0].halves
    assert "2024-03-05-ben-mocks" == half.id


@given(st.dictionaries(FIELDS, PLAIN))
def test_any_values(record: Record, values: dict[str, object]) -> None:
    """Whatever stands at the fields of an event, the rules for half files say something or nothing."""
    source, tree, _ = read("x.yml", json.dumps(values, ensure_ascii=False).encode("utf-8", "surrogatepass"))
    if tree is not None:
        for problem in halves.check(HalfFile("2024-03-05-x", source), record):
            assert 0 <= problem.place.span.start <= problem.place.span.end <= len(source.text)
