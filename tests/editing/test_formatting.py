"""The canonical form of a file: the same data, every comment, one order; and the record is in it already."""

from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.golden import GOOD, RECORD, cases
from tests.strategies import NEARLY_YAML
from timeline.editing import comments, style
from timeline.editing.files import with_layouts
from timeline.editing.formatting import NotWritable, formatted
from timeline.reading.reader import Plain, read
from timeline.reading.validation import fields_at
from timeline.record.event import Event
from timeline.record.story import Story


def form(text: str) -> str:
    """Return the canonical form of an event file's text."""
    return formatted("events/2024/a.yml", text.encode(), style.EVENT)


def said(text: str) -> tuple[Plain, Counter[str]]:
    """Return what a file says, and its comments."""
    source, tree, problems = read("events/2024/a.yml", text.encode())
    assert tree is not None
    assert [] == problems
    return tree.plain, Counter(comment.text for comment in comments.found(tree, source))


@pytest.mark.parametrize(
    ("expected", "written"),
    [
        ("kind: jab\nstatus: reported\n", "status: reported\nkind: jab\n"),
        ("kind: jab\nunknown: a\nother: b\n", "unknown: a\nother: b\nkind: jab\n"),
        ("title:\n  en: A\n  ar: ب\n", "title: {ar: ب, en: A}\n"),
        ("tags: [a, b]\n", "tags:\n- a\n-   b\n"),
        ("tags: []\n", "tags: [ ]\n"),
        ("facts:\n  - en: A\n    sources: [a]\n", "facts:\n-   sources: ['a',]\n    en: A\n"),
        ("relations:\n  - {type: part-of, event: a}\n", "relations:\n  - event: a\n    type: part-of\n"),
        ("kind: jab\n", "---\nkind:   'jab'\n...\n"),
        ("kind: jab\nstatus: reported\n", "\ufeffkind: jab\r\n\r\nstatus: reported\r\n"),
        ("title:\n  en: A\n", 'title:\n    "en": "A"\n'),
        ('title:\n  en: "A: b"\n', "title:\n  en: 'A: b'\n"),
        ('title:\n  en: "No"\n', "title:\n  en: No\n"),
        ('title:\n  en: "2024"\n', "title:\n  en: 2024\n"),
        ("when:\n  started: 2024\n", "when:\n  started: '2024'\n"),
        ("outage:\n  reports:\n    - {count: 500}\n", "outage:\n  reports:\n    - count: '500'\n"),
        ("tags: ['a, b']\n".replace("'", '"'), "tags: ['a, b']\n"),
        ("summary:\n  en: >-\n    A\n    b\n", "summary:\n  en: A\n      b\n"),
        ("summary:\n  en: >-\n    A\n    b\n", "summary:\n    en: >-\n           A\n           b\n"),
        ("summary:\n  en: A b\n", 'summary:\n  en: "A\n    b"\n'),
        ("summary:\n  en: |\n    A\n     b\n", "summary:\n  en: |\n      A\n       b\n"),
        ('summary:\n  en: "\\xA0A"\n', 'summary:\n  en: "\\xA0A"\n'),
        ("doubt:\n", "doubt:\n"),
        ('doubt: ""\n', "doubt: ''\n"),
        ("sources:\n  b:\n    url: x\n  a:\n    url: y\n", "sources: {b: {url: x}, a: {url: y}}\n"),
    ],
)  # fmt: skip
def test_form(expected: str, written: str) -> None:
    """Order, quotation marks, indents and line ends become those of the record; line breaks of a text stay."""
    assert expected == form(written)


@pytest.mark.parametrize(
    ("expected", "written"),
    [
        ("# s\nkind: jab\n", "# s\nkind: jab\n"),
        (
            "# yaml-language-server: x\nkind: jab\n# s\nstatus: a\n",
            "# yaml-language-server: x\n# s\nstatus: a\nkind: jab\n",
        ),
        ("# licence\nkind: jab\n# s\nstatus: a\n", "# licence\n\n# s\nstatus: a\nkind: jab\n"),
        ("kind: jab\n# s\nstatus: a\n", "# s\nstatus: a\nkind: jab\n"),
        ("kind: jab\n# s\ntags: [a]\n", "tags: [a] # s\nkind: jab\n"),
        ("kind: jab\n# s\ntags: [a]\n", "tags: # s\n- a\nkind: jab\n"),
        ("tags:\n  - a\n  # s\n  - b\n", "tags: [a,\n # s\n b]\n"),
        ("# s\ntitle:\n  en: A\n", "title: {en: A} # s\n"),
        ("facts:\n  # s\n  - en: A\n", "facts:\n  - # s\n    en: A\n"),
        ("facts:\n  # s\n  - en: A\n    ar: ب\n", "facts:\n  - ar: ب\n    # s\n    en: A\n"),
        ("summary:\n  # s\n  en: >-\n    A\n    b\n", "summary:\n  en: >- # s\n    A\n    b\n"),
        ("kind: jab\nsources:\n  a:\n    url: x\n    # s\n", "sources:\n  a:\n    url: x\n    # s\nkind: jab\n"),
        ("kind: jab\nsources:\n  a:\n    url: x\n# s\n", "sources:\n  a:\n    url: x\nkind: jab\n\n# s\n"),
    ],
)  # fmt: skip
def test_comments(expected: str, written: str) -> None:
    """A comment goes with what it is about, into a line of its own; those about the file stay where they are."""
    assert expected == form(written)


@given(NEARLY_YAML)
def test_nothing_is_lost(text: str) -> None:
    """Whatever the reader takes can be put in form; it then says the same, keeps every comment, and stays as it is."""
    _, tree, problems = read("events/2024/a.yml", text.encode())
    if tree is None or problems:
        with pytest.raises(NotWritable) as refused:
            form(text)
        assert problems == refused.value.problems
    else:
        once = form(text)
        assert said(text) == said(once)
        assert once == form(once)


_SIGNS = ["a", "b c", "yes", "12", "a: b", "# a", "- a", "ب", "“a”", "a #b", '"', "'", "", " a", "{a}", "|"]
_WORDS = st.sampled_from(_SIGNS).map(lambda word: "'" + word.replace("'", "''") + "'")
_NAMES = st.lists(
    st.sampled_from(["en", "ar", "tags", "sources", "kind", "x"]), min_size=1, max_size=4, unique=True
)  # fmt: skip
_COMMENTS = st.sampled_from(["", "", "", "# one\n", "# two\n# three\n", "\n"])
_BEHIND = st.sampled_from(["", " # behind"])


@st.composite
def _commented(draw: st.DrawFn, depth: int = 0) -> list[str]:
    """Draw the lines of a block with comments anywhere."""
    rows: list[str] = []
    for name in draw(_NAMES):
        rows += draw(_COMMENTS).splitlines()
        sort, behind = draw(st.integers(0, 3 if depth < 3 else 1)), draw(_BEHIND)
        if sort == 0:
            rows.append(f"{name}: {draw(_WORDS)}{behind}")
        elif sort == 1:
            rows.append(f"{name}: [{', '.join(draw(st.lists(_WORDS, max_size=3)))}]{behind}")
        elif sort == 2:
            rows += [f"{name}:{behind}", *(f"   {row}" for row in draw(_commented(depth + 1)))]
        else:
            first, *rest = [row for row in draw(_commented(depth + 1)) if row]
            rows += [f"{name}:{behind}", f"- {first}", *(f"  {row}" for row in rest)]
    return rows + draw(_COMMENTS).splitlines()


@given(_commented())
def test_no_comment_is_lost(rows: list[str]) -> None:
    """Comments anywhere among nested fields and lists are all there afterwards, at their places for good."""
    text = "\n".join(rows) + "\n"
    once = form(text)
    assert said(text) == said(once)
    assert once == form(once)


@pytest.mark.parametrize("case", cases(GOOD), ids=lambda case: case.name)
def test_sound_files(case: Any) -> None:
    """Every sound file of the tests has a canonical form."""
    for file, layout in with_layouts(case / "events"):
        assert formatted(file.name, file.path.read_bytes(), layout)


def test_tests_record() -> None:
    """The tests' own record is in canonical form."""
    for path in sorted(RECORD.glob("[0-9]*/*.yml")):
        assert path.read_text("utf-8") == form(path.read_text("utf-8"))


@pytest.mark.parametrize(("model", "layout"), [(Event, style.EVENT), (Story, style.STORY)])
def test_every_field_has_a_place(model: Any, layout: style.Layout) -> None:
    """The order of fields names every field of the model at its place, and no other."""
    places = [tuple(place.split(".")) if place else () for place in layout if not place.endswith("translation")]
    known = {place: set(fields_at(model, tuple(0 if step == "-" else step for step in place))) for place in places}
    assert known == {place: set(style.order(layout, place)) for place in places}
