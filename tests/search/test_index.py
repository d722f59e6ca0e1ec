"""The search's files, read back by a small reader of their own: terms by their blocks, events by their numbers."""

import json
import shutil
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devtools.events import write_record
from tests.built import Site
from tests.records import JAB, OUTAGE, changed, laid
from timeline.checking.result import check
from timeline.chronicle.chronicle import compile_chronicle
from timeline.language import language, languages
from timeline.search.index.documents import Weight
from timeline.search.index.lexicon import Lexicon
from timeline.search.index.postings import Postings, blocks
from timeline.search.index.senses import Senses
from timeline.search.index.weighing import DEBUNKED
from timeline.search.normaliser import Normaliser, specification
from timeline.site.data import search
from timeline.values.bilingual import LANGUAGES, LanguageCode

every_language = pytest.mark.parametrize("code", LANGUAGES)
every_list = pytest.mark.parametrize("name", ["terms", "words", "endings", "frames", "sounds"])

# What stands around the entries of a block, and between a key and its value.
AROUND = 1.5


@dataclass(frozen=True)
class Index:
    """The files of a search below a folder, or as they were made."""

    files: dict[str, bytes]

    def json(self, name: str) -> Any:
        """Return what a file says."""
        return json.loads(self.files[f"search/{name}.json"])

    @cached_property
    def manifest(self) -> Any:
        """Return where everything is."""
        name = next(f"start-{code}" for code in LANGUAGES if f"search/start-{code}.json" in self.files)
        return self.json(name)["manifest"]

    def part(self, name: str) -> Any:
        """Return what a file of the edition says."""
        return self.json(f"{self.manifest['edition']}/{name}")

    def blocks(self, name: str) -> list[Any]:
        """Return all blocks of a list."""
        return [self.part(f"{name}/{number}") for number in range(len(self.manifest["lists"][name]))]

    def entries(self, name: str) -> Iterator[tuple[str, Any]]:
        """Yield the entries of a list in order."""
        for block in self.blocks(name):
            yield from zip(block["keys"], block["values"], strict=True)

    def weights(self, term: str) -> dict[int, int]:
        """Return the events that have a term, by their numbers, with its weights."""
        number = bisect_right(self.manifest["lists"]["terms"], term) - 1
        block = self.part(f"terms/{number}") if number >= 0 else {"keys": [], "values": []}
        found = dict(zip(block["keys"], block["values"], strict=True)).get(term, [])
        return dict(zip(accumulate(one // 16 for one in found), (one % 16 for one in found), strict=True))

    @cached_property
    def ids(self) -> list[str]:
        """Return the ids of all events in the order of their numbers."""
        parts = range(-(-self.manifest["events"] // self.manifest["ids"]))
        return [one for number in parts for one in self.part(f"ids/{number}")]

    def cards(self, code: str) -> list[Any]:
        """Return the cards of all events in one language."""
        parts = range(-(-self.manifest["events"] // self.manifest["cards"]))
        return [card for number in parts for card in self.part(f"{code}/cards/{number}")]

    def having(self, term: str) -> set[str]:
        """Return the ids of the events that have a term."""
        return {self.ids[number] for number in self.weights(term)}


def made(root: Path) -> Index:
    """Return the search of a record as it is made."""
    checked = check(root)
    assert () == checked.errors
    artifacts = search.artifacts(compile_chronicle(checked.record), languages())
    return Index({artifact.path: artifact.content for artifact in artifacts})


@pytest.fixture(scope="module")
def index(site: Site) -> Index:
    """The search of the built site."""
    files = (path for path in (site.data / "search").rglob("*.json"))
    return Index({path.relative_to(site.data).as_posix(): path.read_bytes() for path in files})


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Index:
    """The search of the tests' record."""
    return made(laid(tmp_path_factory.mktemp("small")))


@pytest.fixture(scope="module")
def normaliser(site: Site) -> Normaliser:
    """The normaliser of the record."""
    return Normaliser(specification(), Lexicon.of(site.chronicle.vocabulary))


@every_language
def test_every_word_of_every_title(site: Site, index: Index, normaliser: Normaliser, code: LanguageCode) -> None:
    """By each word of its title, in either language, every event is found, a claim that was debunked too."""
    missing = []
    for number, entry in enumerate(site.chronicle.entries):
        for token in normaliser.analyse(entry.event.title.in_language(code)):
            for term, share in token.terms:
                least = round(share * Weight.TITLE)
                if index.weights(term).get(number, 0) < (round(DEBUNKED * least) if entry.event.is_debunked else least):
                    missing.append((entry.id, term))
    assert [] == missing


def test_all_events(site: Site, index: Index) -> None:
    """The index numbers all events in order of time, and their cards in both languages follow that order."""
    ids = [entry.id for entry in site.chronicle.entries]
    assert (len(ids), ids) == (index.manifest["events"], index.ids)
    for code in LANGUAGES:
        assert ids == [card["id"] for card in index.cards(code)]
        titles = [entry.event.title.in_language(code) for entry in site.chronicle.entries]
        assert titles == [card["title"] for card in index.cards(code)]
    assert {entry.id for entry in site.chronicle.debunked} <= set(index.ids)


@every_language
def test_cards_lead_to_pages(site: Site, index: Index, code: str) -> None:
    """A card's path leads to the event's page, and the page is headed by the card's title."""
    for card in index.cards(code):
        assert card["title"] == "".join(site.page(code, card["path"]).first("h1").itertext()).strip()


def test_what_an_event_refers_to(site: Site, index: Index) -> None:
    """An event is found by its kind, its tags, the people who took part in it, and what failed."""
    for entry in site.chronicle.entries:
        outage = entry.event.outage
        named = [f"@kinds/{entry.event.kind}", *(f"@tags/{one}" for one in entry.event.tags)]
        named += [f"@people/{one}" for one in entry.people]
        named += [f"@platforms/{one}" for one in outage.services] if outage else []
        assert [] == [term for term in named if entry.id not in index.having(term)], entry.id


def test_what_failed(site: Site, index: Index) -> None:
    """Each outage is found by what failed in it, and longer ones weigh more by their lengths."""
    outages = {entry.id: entry.event for entry in site.chronicle.entries if entry.event.outage}
    assert set(outages) == index.having("@failed")
    lumora = {one for one, event in outages.items() if event.outage and event.outage.company == "lumora"}
    assert (True, lumora) == (len(lumora) < len(outages), index.having("@failed/lumora"))
    lengths = {one: event.when.duration.minutes for one, event in outages.items() if event.when.duration}
    weights = {index.ids[number]: weight for number, weight in index.weights("@length").items()}
    assert sorted(lengths) == sorted(weights)
    assert sorted(weights.values()) == [weights[one] for one in sorted(lengths, key=lambda one: lengths[one])]


def test_words_of_a_sense(normaliser: Normaliser) -> None:
    """A word stands for those of its sense, in any of its forms and in both languages; another one stands for none."""
    senses = Senses(normaliser, ["embrace hug عناق", "garden lawn حديقة"])
    assert ({0}, {0}, {1}, set()) == (
        set(senses.of("hugging")), set(senses.of("والعناق")), set(senses.of("lawns")), set(senses.of("engine")),
    )  # fmt: skip
    assert {"embrac~", "hug~", "عناق~"} <= {term for term, _ in senses.terms(0)}


def test_doubted_events(site: Site, index: Index, normaliser: Normaliser) -> None:
    """What is disputed and what was debunked is found by these words in either language."""
    asked = {"debunked": ("debunked", "زيفه"), "disputed": ("disputed", "مختلف")}
    for status, word in ((status, word) for status, words in asked.items() for word in words):
        events = {entry.id for entry in site.chronicle.entries if entry.event.status == status}
        assert events
        found = set.union(*(index.having(term) for term, _ in normaliser.word(word)))
        assert set() == events - found, word


def test_days(site: Site, index: Index) -> None:
    """An event is found by its year, its month and its day, as finely as they are known, and no finer."""
    for entry in site.chronicle.entries:
        written = str(entry.event.when.started)[:10].rstrip("~?%")
        assert entry.id in index.having(f"#{written}"), entry.id
        assert entry.id in index.having(f"#{written[:4]}"), entry.id
        if len(written) == 10:
            assert entry.id in index.having(f"#-{written[5:]}"), entry.id


@every_list
def test_blocks_in_order(index: Index, name: str) -> None:
    """The blocks of a list are one sorted list without a gap, and the manifest tells each from the one before it."""
    keys = [key for key, _ in index.entries(name)]
    assert keys == sorted(set(keys))
    beginnings, found = index.manifest["lists"][name], index.blocks(name)
    assert [True] * len(found) == [b["keys"][0].startswith(one) for b, one in zip(found, beginnings, strict=True)]
    assert [True] * (len(found) - 1) == [b["keys"][-1] < one for b, one in zip(found, beginnings[1:], strict=False)]
    assert all(len(block["keys"]) == len(block["values"]) for block in index.blocks(name))


@every_list
def test_blocks_of_a_size(index: Index, name: str) -> None:
    """No block is larger than the largest may be, but for one that a single key fills."""
    sizes = [(len(block["keys"]), len(json.dumps(block, ensure_ascii=False))) for block in index.blocks(name)]
    assert [] == [(keys, size) for keys, size in sizes if keys > 1 and size > search.LARGEST * AROUND]


def test_postings(index: Index) -> None:
    """The postings of a term name events of the record, each once and in order, with weights from 1 to 15."""
    for term, postings in index.entries("terms"):
        steps = [one // 16 for one in postings]
        assert all(step > 0 for step in steps[1:]), term
        assert {*(one % 16 for one in postings)} <= {*range(1, 16)}, term
        assert 0 <= steps[0] <= sum(steps) < index.manifest["events"], term


def test_words_are_marked(index: Index) -> None:
    """Of the terms those are marked that are words as they stand, which neither stems nor names nor dates are."""
    marks = {k: mark for block in index.blocks("terms") for k, mark in zip(block["keys"], block["marks"], strict=True)}
    words = {key for key, mark in marks.items() if mark == "1"}
    assert {"0", "1"} == {*marks.values()}
    assert {"engines", "outage", "محركاتنا", "عطل"} <= words
    assert {"outag", "vance's"}.isdisjoint(words)
    assert set() == {word for word in words if word.startswith(("@", "#"))}


def test_endings_are_the_words_backwards(index: Index) -> None:
    """The list of endings has the same words as that of beginnings, each backwards, with the same numbers of events."""
    words, endings = dict(index.entries("words")), dict(index.entries("endings"))
    assert words == {key[::-1]: count for key, count in endings.items()}
    assert all(len(word) > 2 for word in words)


def test_words_as_they_are_written(index: Index) -> None:
    """A word that is folded comes with a spelling of the record, so that it can be offered to readers."""
    words = dict(index.entries("words"))
    assert "شركة" == words["شركه"][1]
    assert isinstance(words["engines"], int)


def test_stems_as_words(index: Index) -> None:
    """A stem that is no word comes with a word that has it, so that nobody is shown what is none."""
    words = dict(index.entries("words"))
    assert "outage" == words["outag"][1]


def test_sounds(index: Index) -> None:
    """Spellings of one name stand under one sound, in both scripts."""
    together = next(words for _, words in index.entries("sounds") if "glimmer" in words)
    assert "غليمر" in together


def test_short_sounds(index: Index) -> None:
    """English words of few sounds are listed apart, for those who write down in Arabic letters what they hear."""
    listed = dict(index.entries("sounds"))
    assert "duck" in listed["dk/en"]
    assert "duck" not in listed.get("dk", [])


def test_frames(index: Index) -> None:
    """Short words are listed by their first and last letters."""
    assert "قرص" in [word for word, _ in dict(index.entries("frames"))["قص"]]
    assert {3, 4} >= {len(word) for _, words in index.entries("frames") for word, _ in words}


def test_each_file_is_known(index: Index) -> None:
    """Beside what a search begins with there is nothing but what its manifest leads to."""
    edition, lists = index.manifest["edition"], index.manifest["lists"]
    known = {f"{name}/{number}" for name, firsts in lists.items() for number in range(len(firsts))}
    for folder, size in (*((f"{code}/cards", "cards") for code in LANGUAGES), ("ids", "ids")):
        known |= {f"{folder}/{number}" for number in range(-(-index.manifest["events"] // index.manifest[size]))}
    own = {path for path in index.files if path.startswith(f"search/{edition}/")}
    assert {f"search/{edition}/{one}.json" for one in known} == own
    assert {f"search/start-{code}.json" for code in LANGUAGES} == index.files.keys() - own


def test_title_before_facts(small: Index) -> None:
    """A word of a title weighs more than one of a summary, and that more than one of a fact."""
    number = small.ids.index(Path(OUTAGE).stem)
    title, summary, fact = (small.weights(term)[number] for term in ("logs", "nobody", "password"))
    assert title > summary > fact


def test_said_again(tmp_path: Path, small: Index) -> None:
    """A word that an event says again weighs more."""
    again = laid(tmp_path, {OUTAGE: changed(OUTAGE, ("the right password", "nobody knew why the right password"))})
    number = small.ids.index(Path(OUTAGE).stem)
    assert small.weights("nobody")[number] < made(again).weights("nobody")[number]


def test_same_bytes(tmp_path: Path, small: Index) -> None:
    """The same record makes the same files, wherever it lies."""
    assert small.files == made(laid(tmp_path)).files


def test_edition(tmp_path: Path, small: Index) -> None:
    """A change of what is searched makes another edition, none of whose files stands in the place of an old one."""
    other = made(laid(tmp_path, {JAB: changed(JAB, ("an hour after", "one hour after"))}))
    assert small.manifest["edition"] != other.manifest["edition"]
    assert {f"search/start-{code}.json" for code in LANGUAGES} == small.files.keys() & other.files.keys()


def test_no_events(tmp_path: Path) -> None:
    """A record without events makes an index that finds nothing."""
    root = laid(tmp_path)
    shutil.rmtree(root / "2024")
    empty = made(root)
    assert (0, []) == (empty.manifest["events"], empty.ids)
    assert [] == list(empty.entries("terms"))


def test_linear(tmp_path: Path) -> None:
    """Twice the events make no more than twice the postings and twice the bytes, but for the words that are new."""
    few, many = (made(write_record(tmp_path / str(number), number)) for number in (60, 120))
    postings = [sum(len(values) for _, values in index.entries("terms")) for index in (few, many)]
    sizes = [sum(map(len, index.files.values())) for index in (few, many)]
    assert postings[0] < postings[1] <= 2.1 * postings[0]
    assert sizes[0] < sizes[1] <= 2.1 * sizes[0]


@given(st.lists(st.integers(0, 30)), st.integers(1, 50))
def test_cut(sizes: list[int], most: int) -> None:
    """Blocks hold all items in their order; one of several is not too large, and has no room for the next."""
    cut = list(blocks(sizes, lambda size: size, most))
    assert sizes == [size for block in cut for size in block]
    assert all(sum(block) <= most or len(block) == 1 for block in cut)
    assert all(sum(block) + after[0] > most for block, after in pairwise(cut))


@given(st.lists(st.dictionaries(st.sampled_from(["a", "b", "ا", "ب"]), st.integers(1, 15))))
def test_postings_read_back(events: list[dict[str, int]]) -> None:
    """What is added to the postings can be read from them."""
    postings = Postings()
    for number, weights in enumerate(events):
        postings.add(number, weights)
    read: list[dict[str, int]] = [{} for _ in events]
    for term, listed in postings.sorted():
        assert len(listed) == postings.count(term)
        for number, one in zip(accumulate(one // 16 for one in listed), listed, strict=True):
            read[number][term] = one % 16
    assert events == read


@every_language
def test_site_of_one_language(tmp_path: Path, code: LanguageCode) -> None:
    """A site of one language has cards in that one, and the manifest says so to who proves phrases by them."""
    chronicle = compile_chronicle(check(laid(tmp_path)).record)
    own = {one.path: one.content for one in search.artifacts(chronicle, [language(code)])}
    assert [code] == Index(own).manifest["languages"]
    assert {code} == {path.split("/")[2] for path in own if "/cards/" in path}
