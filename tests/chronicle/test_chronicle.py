"""A chronicle is a record in order: relations seen from both ends, threads of answers, stories, and who took part."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.records import JAB, OUTAGE, changed, event, laid, outage, related, story
from timeline.checking.result import check
from timeline.chronicle.chronicle import Chronicle, Entry, Link, compile_chronicle

ALPHA = "2024-03-05-alpha-outage"
BEN = "2024-03-05-ben-mocks"

SPOKEN = """\
quotes:
  - id: q
    speaker: ann-example
    on: press
    lang: en
    text: We know of it
    translation: {ar: نعلم بذلك}
    source: daily
"""
DEBUNKED = """\
misattributed:
  - attributed_to: ann-example
    lang: en
    text: We bow to them
    translation: {ar: ننحني لهم}
    source: daily
doubt: {en: It is false, ar: هذا زائف}
"""


def chronicle_of(folder: Path, files: Mapping[str, str]) -> Chronicle:
    """Return the chronicle of the tests' record with some files more."""
    checked = check(laid(folder, files))
    assert () == checked.errors
    return compile_chronicle(checked.record)


def ids(entries: tuple[Entry, ...]) -> list[str]:
    """Return the ids of entries."""
    return [entry.id for entry in entries]


@pytest.fixture(scope="module")
def chronicle(tmp_path_factory: pytest.TempPathFactory) -> Chronicle:
    """A small chronicle: two companies, a thread of answers with a branch, a false claim, two stories."""
    files = {
        "2023/2023-12-beta.yml": outage("2023-12", company="beta", services="[betanet]"),
        "2024/2024-03-05-ann-answers.yml": event(
            "2024-03-05T18:00Z", SPOKEN + related("responds-to", BEN) + "people: [ben-example, ann-example]\n"
        ),
        "2024/2024-03-06-ann-again.yml": event(
            "2024-03-06", "aliases: [former-id]\n" + related("responds-to", "2024-03-05-ben-mocks")
        ),
        "2024/2024-03-07-whole.yml": event(
            "2024-03-07", related("part-of", "former-id") + "move: {by: [ann-example], to: [beta], on: press}\n"
        ),
        "2024/2024-03-08-false.yml": event("2024-03-08", DEBUNKED).replace("status: reported", "status: debunked"),
        "stories/later.yml": story("2024-03-07-whole", BEN),
        "stories/earlier.yml": story("former-id", "2023-12-beta", ALPHA),
    }
    return chronicle_of(tmp_path_factory.mktemp("chronicle"), files)


def test_order(chronicle: Chronicle) -> None:
    """Entries are in order of time, whatever the precision."""
    assert [
        "2023-12-beta",
        ALPHA,
        BEN,
        "2024-03-05-ann-answers",
        "2024-03-06-ann-again",
        "2024-03-07-whole",
        "2024-03-08-false",
    ] == ids(chronicle.entries)


def test_order_of_the_same_time(tmp_path: Path) -> None:
    """What begins together is in order of precision, then of id."""
    files = {f"2024/2024-03-05-{one}.yml": event(day) for one, day in (("b", "2024-03-05"), ("a", "2024-03-05"))}
    files |= {"2024/2024-03-05-0.yml": event("2024-03-05T00:00Z"), "2024/2024-03.yml": event("2024-03")}
    expected = ["2024-03", "2024-03-05-a", "2024-03-05-b", "2024-03-05-0", ALPHA, BEN]
    assert expected == ids(chronicle_of(tmp_path, files).entries)


def test_held_and_debunked(chronicle: Chronicle) -> None:
    """Every entry is either held to have happened or debunked."""
    assert ["2024-03-08-false"] == ids(chronicle.debunked)
    assert {*chronicle.entries} == {*chronicle.held, *chronicle.debunked}
    assert not {*chronicle.held} & {*chronicle.debunked}


def test_years(chronicle: Chronicle) -> None:
    """Every entry stands in the year in which it began."""
    assert {"2023": 1, "2024": 6} == {year: len(entries) for year, entries in chronicle.years.items()}


def test_companies(chronicle: Chronicle) -> None:
    """A company's entries are its outages and what its side did; the lane is the first of them."""
    assert [ALPHA, BEN, "2024-03-05-ann-answers", "2024-03-07-whole", "2024-03-08-false"] == ids(
        chronicle.companies["alpha"]
    )
    assert ["2023-12-beta", BEN, "2024-03-07-whole"] == ids(chronicle.companies["beta"])
    assert "beta" == chronicle.by_id[BEN].company
    assert None is chronicle.by_id["2024-03-06-ann-again"].company


def test_people(chronicle: Chronicle) -> None:
    """Whoever acted, spoke or was named took part, each once, and so did whoever was spoken for falsely."""
    assert ("ann-example", "ben-example") == chronicle.by_id["2024-03-05-ann-answers"].people
    assert ["2024-03-05-ann-answers", "2024-03-07-whole", "2024-03-08-false"] == ids(chronicle.people["ann-example"])


def test_platforms(chronicle: Chronicle) -> None:
    """Platforms that failed or that something was said on have entries; a venue that is nobody's has none."""
    assert {"alphagram": [ALPHA], "betanet": ["2023-12-beta", BEN]} == {
        name: ids(entries) for name, entries in chronicle.platforms.items()
    }


def test_relations_both_ways(chronicle: Chronicle) -> None:
    """A relation is seen from both ends, in order of time, also where it names a former id."""
    ben, again = chronicle.by_id[BEN], chronicle.by_id["2024-03-06-ann-again"]
    assert (Link("responds-to", chronicle.by_id[ALPHA]),) == chronicle.relations(ben)
    assert ["2024-03-05-ann-answers", "2024-03-06-ann-again"] == [link.entry.id for link in chronicle.inverse(ben)]
    assert (Link("part-of", again),) == chronicle.relations(chronicle.by_id["2024-03-07-whole"])
    assert ["2024-03-07-whole"] == [link.entry.id for link in chronicle.inverse(again)]


def test_inverse_of_every_relation(chronicle: Chronicle) -> None:
    """There are as many relations from one end as from the other, and each has its inverse."""
    forward = {(one, link.type, link.entry) for one in chronicle.entries for link in chronicle.relations(one)}
    backward = {(link.entry, link.type, one) for one in chronicle.entries for link in chronicle.inverse(one)}
    assert forward == backward


def test_thread(chronicle: Chronicle) -> None:
    """A thread is the whole chain of answers, the same from each of its entries; other relations are no part of it."""
    thread = [ALPHA, BEN, "2024-03-05-ann-answers", "2024-03-06-ann-again"]
    assert [thread] * 4 == [ids(chronicle.thread(chronicle.by_id[one])) for one in thread]
    assert () == chronicle.thread(chronicle.by_id["2024-03-07-whole"])


def test_neighbours(chronicle: Chronicle) -> None:
    """In its lane every entry has one before and one after it, but for the ends."""
    before, after = chronicle.neighbours(chronicle.by_id["2024-03-05-ann-answers"])
    assert (ALPHA, "2024-03-07-whole") == (before and before.id, after and after.id)
    assert (None, chronicle.by_id[BEN]) == chronicle.neighbours(chronicle.by_id["2023-12-beta"])
    assert (None, None) == chronicle.neighbours(chronicle.by_id["2024-03-06-ann-again"])


def test_stories(chronicle: Chronicle) -> None:
    """Stories are in the order in which they begin; a story keeps its own order, former ids resolved."""
    assert ["earlier", "later"] == [tale.id for tale in chronicle.stories]
    earlier = chronicle.stories[0]
    assert ["2024-03-06-ann-again", "2023-12-beta", ALPHA] == ids(earlier.entries)
    assert ("2023-12-beta", "2024-03-06-ann-again") == (earlier.first.id, earlier.last.id)


def test_told_in(chronicle: Chronicle) -> None:
    """An entry knows the stories that lead through it."""
    assert ["later"] == [tale.id for tale in chronicle.told_in(chronicle.by_id[BEN])]
    assert () == chronicle.told_in(chronicle.by_id["2024-03-08-false"])


def test_empty(tmp_path: Path) -> None:
    """A record without events has an empty chronicle."""
    record = check(laid(tmp_path)).record
    empty = compile_chronicle(record.without_events())
    assert ((), (), {}, ()) == (empty.entries, empty.held, empty.years, empty.stories)


def test_same_record_same_chronicle(tmp_path: Path) -> None:
    """The order of files on a disk is no matter."""
    one = chronicle_of(tmp_path / "a", {OUTAGE: changed(OUTAGE), JAB: changed(JAB)})
    other = chronicle_of(tmp_path / "b", {JAB: changed(JAB), OUTAGE: changed(OUTAGE)})
    assert ids(one.entries) == ids(other.entries)
