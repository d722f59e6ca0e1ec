"""The papers in docs/ are true: the drawing is that of the imports, links lead somewhere, a word has one meaning."""

import re
from itertools import chain
from pathlib import Path

import pytest
import yaml

from devtools.rooms import Arrows, arrows, floors, plain, with_drawing

ROOT = Path(__file__).parent.parent
PAPERS = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md"))]
GLOSSARY = (ROOT / "docs" / "glossary.md").read_text("utf-8")

MOST_FLOORS = 10
MOST_ARROWS = 50

LINK = re.compile(r"\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)")


def words() -> list[tuple[str, str, str]]:
    """Return the rows of the glossary: the word, the Arabic word, what it is."""
    rows = re.findall(r"^\| (.+?) \| (.+?) \| (.+) \|$", GLOSSARY, re.MULTILINE)
    return [row for row in rows if row[0] not in ("word", "---")]


def test_drawing() -> None:
    """The drawing of the rooms is the one that the imports give now; `python -m devtools.rooms --write` renews it."""
    paper = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    assert with_drawing(paper) == paper


def test_few_floors_and_arrows() -> None:
    """The rooms stand on few floors, and few arrows lead between them."""
    found = arrows()
    assert len(floors(found)) <= MOST_FLOORS
    assert sum(map(len, found.values())) <= MOST_ARROWS


SMALL: Arrows = {"a": frozenset("bc"), "b": frozenset("c"), "c": frozenset(), "d": frozenset("c")}


def test_floors() -> None:
    """A room stands directly above the highest of those that it imports."""
    assert [["c"], ["b", "d"], ["a"]] == floors(SMALL)


def test_plain_arrows() -> None:
    """An arrow that follows from others is not drawn."""
    assert [("a", "b"), ("b", "c"), ("d", "c")] == list(plain(SMALL))


def test_no_place_for_the_drawing() -> None:
    """A paper without the two marks is not written over."""
    with pytest.raises(ValueError, match="no place"):
        with_drawing("# A paper\n")


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.name)
def test_links(paper: Path) -> None:
    """Every link of a paper to another file of this repository leads to one, and its fragment to a heading."""
    broken = []
    for path, fragment in LINK.findall(paper.read_text("utf-8")):
        file = paper.parent / path if path else paper
        headings = re.findall(r"^#+ (.+)$", file.read_text("utf-8"), re.MULTILINE) if file.suffix == ".md" else []
        anchors = [re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings]
        if not file.exists() or (fragment and fragment not in anchors):
            broken.append((path, fragment))
    assert [] == broken


def test_each_word_once() -> None:
    """No word stands twice in the glossary."""
    found = [word for word, _, _ in words()]
    assert sorted(set(found)) == sorted(found)


def test_one_sentence_each() -> None:
    """What a word means is told in one sentence; a second meaning, in brackets, is told as such."""
    told = [meaning.partition(" (In ")[0] for _, _, meaning in words()]
    assert [] == [meaning for meaning in told if not re.fullmatch(r"[A-Z][^.]*(?:\.\w[^.]*)*\.", meaning)]


def test_words_in_both_languages() -> None:
    """Every word has its Arabic counterpart."""
    assert [] == [word for word, arabic, _ in words() if re.search(r"[A-Za-z]", arabic)]


def test_names_in_the_glossary() -> None:
    """What the glossary sets as code stands in the package, or is a file that a record has."""
    sources = chain((ROOT / "timeline").rglob("*.py"), (ROOT / "timeline").rglob("*.yml"), ROOT.glob("*.yml"))
    known = "".join(f"{path}\n{path.read_text('utf-8')}" for path in sources)
    named = {name for row in words() for name in re.findall(r"`([^`]+)`", row[2])}
    assert set() == {name for name in named if name.removesuffix("/") not in known}


def test_citation() -> None:
    """How the whole is cited (CITATION.cff) has the address, the repository and the licences that the site has."""
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    config = (ROOT / "mkdocs.yml").read_text("utf-8")
    assert f"site_url: {cited['url']}\n" in config
    assert f"repository: {cited['repository-code']}\n" in config
    assert ["CC-BY-4.0", "MIT"] == cited["license"]
    assert f"identifier: {cited['license'][0]}," in config
