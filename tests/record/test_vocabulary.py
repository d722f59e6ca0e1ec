"""The vocabulary says what ids mean, and what is wrong with its files."""

from pathlib import Path

import pytest

from tests.golden import RECORD
from tests.records import changed, laid
from timeline.record.record import load
from timeline.record.vocabulary import FOLDER, OPTIONAL, TABLES, Vocabulary, load_vocabulary

PEOPLE = f"{FOLDER}/people.yml"
TAGS = f"{FOLDER}/tags.yml"
MONTHS = f"{FOLDER}/months.yml"
CONCEPTS = f"{FOLDER}/concepts.yml"
COMPANIES = f"{FOLDER}/companies.yml"
PLATFORMS = f"{FOLDER}/platforms.yml"


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    """The vocabulary of the tests' record."""
    loaded, problems = load_vocabulary(RECORD)
    assert [] == problems
    return loaded


def problems_with(folder: Path, path: str, text: str) -> list[tuple[str, str]]:
    """Return code and marked text of what is wrong with a vocabulary in which one file says something else."""
    _, problems = load_vocabulary(laid(folder, {path: text}))
    return [(d.code, d.place.source.text[d.place.span.start : d.place.span.end]) for d in problems]


def test_tables(vocabulary: Vocabulary) -> None:
    """Every table is there under its name."""
    assert {"alpha", "beta"} == vocabulary.table("companies").keys()
    assert all(vocabulary.table(name) is getattr(vocabulary, name) for name in TABLES)


@pytest.mark.parametrize(("code", "name"), [("ar", "ألفاغرام"), ("en", "Alphagram")])
def test_names(vocabulary: Vocabulary, code: str, name: str) -> None:
    """A thing has a name in each language."""
    assert name == vocabulary.platforms["alphagram"].name.in_language(code)  # type: ignore[arg-type]


@pytest.mark.parametrize(("side", "who"), [("alpha", "ann-example"), ("beta", "beta"), (None, "nobody")])
def test_sides(vocabulary: Vocabulary, side: str | None, who: str) -> None:
    """A person stands on a company's side, and a company on its own."""
    assert side == vocabulary.side_of(who)


def test_actors(vocabulary: Vocabulary) -> None:
    """People and companies act."""
    assert vocabulary.people["ann-example"] is vocabulary.actor("ann-example")
    assert vocabulary.companies["alpha"] is vocabulary.actor("alpha")
    assert None is vocabulary.actor("alphagram")


def test_link_to_a_table(tmp_path: Path) -> None:
    """A table that is a link is not read, however sound the file is that it leads to."""
    root = laid(tmp_path)
    (root / TAGS).rename(tmp_path / "tags.yml")
    (root / TAGS).symlink_to(tmp_path / "tags.yml")
    vocabulary, problems = load_vocabulary(root)
    assert ["F109"] == [problem.code for problem in problems]
    assert {"tags"} == vocabulary.unreadable


def test_link_to_a_vocabulary(tmp_path: Path) -> None:
    """A vocabulary that is a link is none, however sound the folder is that it leads to."""
    root = laid(tmp_path)
    (root / "vocabulary").rename(tmp_path / "vocabulary")
    (root / "vocabulary").symlink_to(tmp_path / "vocabulary", target_is_directory=True)
    record, problems = load(root)
    assert ["F116"] == [problem.code for problem in problems]
    assert {} == record.vocabulary.people


def test_missing_file(tmp_path: Path) -> None:
    """A missing table is told, and the others are there."""
    root = laid(tmp_path)
    (root / TAGS).unlink()
    vocabulary, problems = load_vocabulary(root)
    assert [("F109", "events/vocabulary/tags.yml")] == [(d.code, d.place.source.name) for d in problems]
    assert {"tags"} == vocabulary.unreadable
    assert vocabulary.people


@pytest.mark.parametrize("table", sorted(OPTIONAL))
def test_tables_of_the_search(tmp_path: Path, table: str) -> None:
    """A record may leave out what only the search reads, and has none of it then."""
    root = laid(tmp_path)
    (root / FOLDER / f"{table}.yml").unlink(missing_ok=True)
    vocabulary, problems = load_vocabulary(root)
    assert ([], frozenset(), {}) == (problems, vocabulary.unreadable, vocabulary.table(table))


def test_months_and_concepts(tmp_path: Path) -> None:
    """A month has its number, and may be called by an ordinary word; a concept has words for it."""
    may = "may:\n  name: {en: May, ar: مايو}\n  number: 5\n  aliases: [أيار]\n  ordinary: [may]\n"
    speed = "speed:\n  name: {en: Speed, ar: سرعة}\n  aliases: [fast]\n"
    vocabulary, problems = load_vocabulary(laid(tmp_path, {MONTHS: may, CONCEPTS: speed}))
    assert [] == problems
    assert (5, ("may",)) == (vocabulary.months["may"].number, vocabulary.months["may"].ordinary)
    assert ("fast",) == vocabulary.concepts["speed"].aliases


@pytest.mark.parametrize("text", ["", "- a\n", "mockery: {name: {en: Mockery}}\n", "mockery: x\n"])
def test_unreadable_file(tmp_path: Path, text: str) -> None:
    """A table that cannot be read is known not to be."""
    vocabulary, problems = load_vocabulary(laid(tmp_path, {TAGS: text}))
    assert {"tags"} == vocabulary.unreadable
    assert {} == vocabulary.tags
    assert problems


@pytest.mark.parametrize(
    ("expected", "path", "text"),
    [
        ([("V103", "gamma")], PEOPLE, changed(PEOPLE, ("company: beta", "company: gamma"))),
        ([("V103", "gamma")], PLATFORMS, changed(PLATFORMS, ("company: beta", "company: gamma"))),
        ([("Y103", "*a")], TAGS, "mockery: *a\n"),
        ([("Y110", "[")], TAGS, "[mockery]: {name: {en: Mockery, ar: سخرية}}\n"),
        ([("Y102", "mockery")], TAGS, changed(TAGS) * 2),
        ([("M106", "3")], COMPANIES, changed(COMPANIES, ("lane: 2", "lane: 3"))),
        ([("M106", "13")], MONTHS, "may: {name: {en: May, ar: مايو}, number: 13}\n"),
        ([("M107", "Mockery")], TAGS, changed(TAGS, ("mockery:", "Mockery:"))),
    ],
)
def test_mistakes(tmp_path: Path, expected: list[tuple[str, str]], path: str, text: str) -> None:
    """A mistake is told once, at its place; a company that does not exist is one."""
    assert expected == problems_with(tmp_path, path, text)


def test_nearest_company(tmp_path: Path) -> None:
    """The companies that there are, and the one that was probably meant, are named."""
    text = changed(PEOPLE, ("company: beta", "company: betta"))
    _, (problem,) = load_vocabulary(laid(tmp_path, {PEOPLE: text}))
    assert (("alpha", "beta"), "beta") == (problem.allowed, problem.suggestion)


def test_companies_that_cannot_be_read(tmp_path: Path) -> None:
    """Nobody is said to be of an unknown company while the companies cannot be read."""
    assert {"Y108"} == {code for code, _ in problems_with(tmp_path, COMPANIES, "")}
