"""The catalogue of codes is complete, says the same in both languages, and its examples do what they say."""

import ast
import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

import timeline
from tests import golden
from tests.examples import RECORD, lay
from timeline.checking import catalogue
from timeline.checking.result import check
from timeline.reading.diagnostics import MORE, Diagnostic
from timeline.values.bilingual import LANGUAGES, Bilingual, LanguageCode

PACKAGE = Path(timeline.__file__).parent

CODE = re.compile(r"[A-Z]\d{3}")

every_code = pytest.mark.parametrize("name", catalogue.names())
every_example = pytest.mark.parametrize("name", sorted(set(catalogue.names()) - golden.ELSEWHERE))


@pytest.fixture(autouse=True)
def _fixed_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", golden.NOW)


def raised() -> set[str]:
    """Return every code that stands as a text of its own in the package."""
    trees = (ast.parse(path.read_text("utf-8")) for path in PACKAGE.rglob("*.py"))
    nodes = (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return {node.value for node in nodes if isinstance(node.value, str) and CODE.fullmatch(node.value)}


def blanks(text: str) -> set[str]:
    """Return the names of a text's blanks."""
    return {field for _, field, _, _ in Formatter().parse(text) if field is not None}


def problems_of(name: str, example: str, folder: Path) -> tuple[Diagnostic, ...]:
    """Check the tests' record with one example in it."""
    return check(lay(folder / "events", catalogue.code(name), example)).problems


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], tuple[Diagnostic, ...]]:
    """A function that checks the bad example of a code, once."""
    return cache(lambda name: problems_of(name, catalogue.code(name).bad, tmp_path_factory.mktemp("bad")))


def test_raised_and_explained_codes() -> None:
    """The codes that the package raises are those that the catalogue explains."""
    assert set(catalogue.names()) == raised()


def test_record_is_clean() -> None:
    """The record that examples are laid over has nothing wrong with it."""
    assert () == check(RECORD).problems


@every_example
def test_bad_example(name: str, shown: Callable[[str], tuple[Diagnostic, ...]]) -> None:
    """A bad example shows its own mistake and no other, but for what there is too much of."""
    found = {problem.code for problem in shown(name)}
    assert name in found
    assert 1 == len(found) or name == MORE


@every_example
def test_good_example(name: str, tmp_path: Path) -> None:
    """A good example has nothing wrong with it."""
    assert [] == [problem.code for problem in problems_of(name, catalogue.code(name).good, tmp_path)]


@every_code
@pytest.mark.parametrize("part", ["message", "hint"])
def test_same_blanks(name: str, part: str) -> None:
    """A message and its hint have the same blanks in both languages."""
    text: Bilingual = getattr(catalogue.code(name), part)
    assert blanks(text.en) == blanks(text.ar)


def needed_by(code: str) -> set[str]:
    """Return the blanks of a code's message and hint."""
    entry = catalogue.code(code)
    return blanks(entry.message.en) | blanks(entry.hint.en)


@every_example
def test_blanks_of_examples(name: str, shown: Callable[[str], tuple[Diagnostic, ...]]) -> None:
    """Every blank of a message and its hint is filled when the bad example is checked."""
    assert [] == [p.code for p in shown(name) if not needed_by(p.code) <= p.values.keys()]


@pytest.mark.parametrize("case", golden.cases(golden.BAD), ids=lambda case: case.name)
def test_blanks_of_cases(case: Path, tmp_path: Path) -> None:
    """Every blank is filled too wherever else in the package the same code is raised."""
    found = check(golden.lay(case, tmp_path / "events")).problems
    assert [] == [p.code for p in found if not needed_by(p.code) <= p.values.keys()]


@every_code
@pytest.mark.parametrize("language", LANGUAGES)
def test_explanation(name: str, language: LanguageCode) -> None:
    """An explanation shows the title and both examples."""
    entry = catalogue.code(name)
    shown = catalogue.explanation(name, language)
    lines = [line for text in (entry.bad, entry.good) for line in text.splitlines() if line.strip()]
    assert [] == [part for part in (entry.title.in_language(language), *lines) if part not in shown]


@every_code
def test_no_full_stop(name: str) -> None:
    """Messages and hints stand in a line with other things, so they do not end as sentences do."""
    entry = catalogue.code(name)
    texts = (text for part in (entry.title, entry.message, entry.hint) for text in (part.en, part.ar))
    assert [] == [text for text in texts if text.endswith(".")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_distinct_titles(language: LanguageCode) -> None:
    """No two codes have the same title."""
    titles = Counter(catalogue.code(name).title.in_language(language) for name in catalogue.names())
    assert [] == [title for title, count in titles.items() if count > 1]


def test_no_such_code() -> None:
    """Asking for a code that does not exist is a KeyError, and the nearest code is known."""
    with pytest.raises(KeyError):
        catalogue.code("D1O2")
    assert "D102" == catalogue.closest_code("D1O2")
