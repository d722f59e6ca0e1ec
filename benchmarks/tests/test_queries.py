"""The labelled queries are what their README says: they want events that there are, in halves that are alike."""

from collections import Counter
from collections.abc import Iterator
from itertools import cycle, takewhile
from pathlib import Path
from typing import Any

import pytest
import yaml

from benchmarks.search.ours import Spellings
from benchmarks.search.queries import FOLDER, HALVES, SETS, Query, WrongQueries, half_of, load
from benchmarks.search.slips import SHORTEST
from benchmarks.search.variations import FAMILIES, Family
from timeline.record.vocabulary import Vocabulary, load_vocabulary

FEWEST = {"arabic": 200, "english": 80, "across": 30, "nothing": 15}
IN_OTHER_LETTERS = ("hamza", "ه for ة", "ى for ي and ي for ى", "tashkeel", "tatweel", "digits")


# A vocabulary, which tells how words are written; that of the record changes.
RECORD = Path(__file__).parents[2] / "tests" / "site_record" / "events"


class Everything:
    """A record in which every event is."""

    def __contains__(self, _: object) -> bool:
        """Say that an event is there."""
        return True


@pytest.fixture(scope="module")
def queries() -> list[Query]:
    """All queries; whether the record has what they want is asked where the record is tested."""
    return load(Everything())


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    """A vocabulary."""
    return load_vocabulary(RECORD)[0]


@pytest.fixture(scope="module")
def spellings(vocabulary: Vocabulary) -> Spellings:
    """Its aliases and handles."""
    return Spellings(vocabulary)


def test_wanted_events(queries: list[Query]) -> None:
    """Every query wants events, each once, but those to which the record holds no answer."""
    assert [] == [query.query for query in queries if bool(query.find) == (query.set == "nothing")]
    assert [] == [query.query for query in queries if len(set(query.find)) < len(query.find)]


def test_unknown_events_are_refused(tmp_path: Path) -> None:
    """A query that wants an event which is not there is refused, and the event named."""
    for name in SETS:
        (tmp_path / f"{name}.yml").write_text("- {query: a, category: b, find: [c, d], half: tuning}")
    with pytest.raises(WrongQueries, match=r"the id d\."):
        load({"c"}, tmp_path)


def test_former_ids(tmp_path: Path) -> None:
    """A query that wants an event by a former id wants the event that it has become."""
    for name in SETS:
        (tmp_path / f"{name}.yml").write_text("- {query: a, category: b, find: [old], half: tuning}")
    assert {("new",)} == {query.find for query in load({"new"}, tmp_path, moved={"old": "new"})}


@pytest.mark.parametrize("name", SETS)
def test_number(queries: list[Query], name: str) -> None:
    """There are enough queries of each set."""
    assert FEWEST[name] <= sum(query.set == name for query in queries)


def test_halves_alternate(queries: list[Query]) -> None:
    """Of older queries every second of a category is held out; of newer ones that name no half their letters decide."""
    old = {name: list(takewhile(lambda entry: entry.get("half") in HALVES, listed(name))) for name in SETS}
    named = {(name, entry["query"]) for name, entries in old.items() for entry in entries}
    later = {(name, entry["query"]) for name in SETS for entry in listed(name) if "half" in entry} - named
    assert 500 < len(named) < len(queries)
    for name, category in {(query.set, query.category) for query in queries}:
        chosen = (query for query in queries if (name, query.query) not in later)
        own = [query for query in chosen if (query.set, query.category) == (name, category)]
        halves = [query.half for query in own if (name, query.query) in named]
        assert halves == [half for half, _ in zip(cycle(HALVES), halves, strict=False)], category
        assert [] == [one for one in own if (name, one.query) not in named and one.half != half_of(one.query)]


def listed(name: str) -> list[dict[str, Any]]:
    """Return the entries of a set as its file has them."""
    found: list[dict[str, Any]] = yaml.safe_load((FOLDER / f"{name}.yml").read_text("utf-8"))
    return found


def test_languages(queries: list[Query]) -> None:
    """A query is asked of the site of its own language, and those across of the other one's."""
    assert [] == [query.query for query in queries if (query.language != query.site) != (query.set == "across")]


def test_no_query_twice(queries: list[Query], spellings: Spellings) -> None:
    """No two queries that are asked of one site have the same words, however they are spelt."""
    found = Counter((query.site, spellings.folded(query.query)) for query in queries)
    assert [] == [words for words, number in found.items() if number > 1]


def test_taking_aliases_out(vocabulary: Vocabulary, spellings: Spellings) -> None:
    """A vocabulary without a spelling lacks it however it is written, and lacks nothing else."""
    before = [spellings.folded(text) for _, _, text in spellings.all()]
    gone = before[0]
    after = Spellings(spellings.without([" ".join(gone)]))
    assert [one for one in before if one != gone] == [after.folded(text) for _, _, text in after.all()]
    assert vocabulary == spellings.without([])


@pytest.mark.parametrize("name", IN_OTHER_LETTERS)
def test_other_letters(queries: list[Query], spellings: Spellings, name: str) -> None:
    """What is spelt in other letters by rule is other text of the same words, and wants the same events."""
    rules = next(family.rules for family in FAMILIES if family.name == name)
    pairs = [pair for rule in rules for pair in rule.apply(queries)]
    assert pairs
    for query, varied in pairs:
        assert query.query != varied.query
        assert query.find == varied.find
        assert spellings.folded(query.query) == spellings.folded(varied.query)


every_family = pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)


@every_family
def test_same_each_time(queries: list[Query], family: Family) -> None:
    """A rule varies some queries, and in the same way each time."""
    for rule in family.rules:
        first, second = list(rule.apply(queries)), list(rule.apply(queries))
        assert first
        assert first == second


def varied(queries: list[Query], families: str) -> Iterator[tuple[str, str]]:
    """Yield the texts of queries as they stand and as the families of a name vary them."""
    rules = (rule for family in FAMILIES if family.name.startswith(families) for rule in family.rules)
    yield from ((query.query, other.query) for rule in rules for query, other in rule.apply(queries))


def test_slips(queries: list[Query]) -> None:
    """A slip changes one word, which is long enough, by a letter, and leaves the others."""
    for before, after in varied(queries, "one slip"):
        (changed,) = (pair for pair in zip(before.split(), after.split(), strict=True) if pair[0] != pair[1])
        assert SHORTEST <= len(changed[0])
        assert abs(len(changed[0]) - len(changed[1])) <= 1


def test_half_typed(queries: list[Query]) -> None:
    """Of a last word that is long enough one or two letters are left out, of others nothing."""
    for before, after in varied(queries, "last word half typed"):
        assert before.startswith(after)
        assert len(before) - len(after) in {1, 2}
        assert SHORTEST <= len(before.split()[-1])
