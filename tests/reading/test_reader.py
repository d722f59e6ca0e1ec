"""Bytes become a tree of texts with their places, or diagnostics with theirs; never an exception."""

import codecs
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.by_the_book import by_the_book, is_inside
from tests.strategies import NEARLY_YAML, PLAIN, WRITABLE
from timeline.reading.reader import MAX_BYTES, MAX_DEPTH, Mapping, Plain, read, read_path

EVENT = """\
title:
  en: Beta
  ar: بيتا
facts:
  - en: one
    sources: [daily]
  - en: two
? [a]
: b
"""


def tree_of(text: str) -> Mapping:
    """Return the tree of a text that has one."""
    _, tree, _ = read("x.yml", text.encode())
    assert tree is not None
    return tree


def plain_of(data: bytes) -> Plain:
    """Return the values of a file that has nothing wrong with it."""
    _, tree, problems = read("x.yml", data)
    assert [] == problems
    assert tree is not None
    return tree.plain


def problems_of(data: bytes) -> list[tuple[str, int, int]]:
    """Return code, line and column of all that is wrong with a file."""
    return [(d.code, *d.place.start) for d in read("x.yml", data)[2]]


def test_tree() -> None:
    """Mappings, lists and texts come as they were written."""
    assert {"a": {"b": ["1", "no", ""]}, "c": "x y"} == plain_of(b"a:\n  b: [1, no, '']\nc: x\n  y\n")


@pytest.mark.parametrize(
    ("marked", "path"),
    [
        ("Beta", ("title", "en")),
        ("one", ("facts", 0, "en")),
        ("daily", ("facts", 0, "sources", 0)),
        ("[daily]", ("facts", 0, "sources")),
        ("sources", ("facts", 0, "sources", 5)),
        ("en: two", ("facts", 1, "missing")),
        ("en", ("title", "en", "deeper")),
        ("title", ("title", 3)),
        (EVENT.rstrip(), ()),
        (EVENT.rstrip(), ("missing",)),
    ],
)
def test_places(marked: str, path: tuple[str | int, ...]) -> None:
    """A path leads to the place of its value, or of what is nearest above it: the field’s name, or the item."""
    start, end = tree_of(EVENT).span_of(path)
    assert marked == EVENT[start:end]


@pytest.mark.parametrize(
    ("marked", "path"),
    [("title", ("title",)), ("ar", ("title", "ar")), ("en: two", ("facts", 1)), ("facts", ("facts", "missing"))],
)
def test_places_of_keys(marked: str, path: tuple[str | int, ...]) -> None:
    """The place of a key is asked for by itself; an item of a list has none but its own."""
    start, end = tree_of(EVENT).span_of(path, key=True)
    assert marked == EVENT[start:end]


def test_byte_order_mark() -> None:
    """A byte order mark is no part of the text."""
    assert {"a": "b"} == plain_of(codecs.BOM_UTF8 + b"a: b")


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8], ids=["plain", "marked"])
def test_undecodable_byte(mark: bytes) -> None:
    """A byte that is no UTF-8 is found where it stands and shown as it is, behind a byte order mark too."""
    _, tree, problems = read("x.yml", mark + "é: ب\nab".encode() + b"\xff\xfe")
    assert None is tree
    assert [("F102", 2, 3, "0xFF")] == [(d.code, *d.place.start, d.values["found"]) for d in problems]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_wide_encodings(encoding: str) -> None:
    """UTF-16 and UTF-32 are called what they are."""
    assert [("F103", 1, 1)] == problems_of("kind: jab\n".encode(encoding))


def test_size() -> None:
    """A file of just the largest size is read; a byte more and it is not."""
    largest = b"a: " + b"x" * (MAX_BYTES - 3)
    assert {"a": "x" * (MAX_BYTES - 3)} == plain_of(largest)
    assert [("F101", 1, 1)] == problems_of(largest + b"x")


def test_size_of_a_file(tmp_path: Path) -> None:
    """Never more of a file is read than is needed to see that it is too large."""
    path = tmp_path / "x.yml"
    path.write_bytes(b"a: bcdefgh")
    assert {"a": "bcdefgh"} == getattr(read_path(path, "x.yml", limit=10)[1], "plain", None)
    source, tree, problems = read_path(path, "x.yml", limit=5)
    assert (None, ["F101"]) == (tree, [d.code for d in problems])
    assert "a: bcd" == source.text


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a: ", "}")])
def test_depth(opening: str, closing: str) -> None:
    """Values may be nested as deep as allowed, and no deeper."""
    most = MAX_DEPTH - 1  # the file itself is the first level
    assert [] == problems_of(f"x: {opening * most}{closing * most}".encode())
    assert ["Y106"] == [code for code, _, _ in problems_of(f"x: {opening * (most + 1)}{closing * (most + 1)}".encode())]


@pytest.mark.parametrize("piece", ["[", "{a: ", "- ", "? ", "[[], ", "{a: {}, b: "])
def test_64_kib_of_nesting(piece: str) -> None:
    """A file that is nothing but nesting is refused at the place where it becomes too deep."""
    data = (piece * MAX_BYTES)[:MAX_BYTES].encode()
    assert ("Y106", 1) == problems_of(data)[-1][:2]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ([("Y102", 2, 1)], "a: 1\na: 2\n"),
        ([("Y103", 1, 4), ("Y103", 2, 4)], "a: &x 1\nb: *x\n"),
        ([("Y104", 1, 4)], "a: !!int 1\n"),
        ([("Y104", 1, 1)], "!x {a: 1}\n"),
        ([("Y105", 1, 1)], "<<: {a: 1}\n"),
        ([("Y107", 2, 1)], "a: 1\n---\nb: 2\n"),
        ([("Y108", 1, 1)], "# nothing\n"),
        ([("Y108", 1, 1)], "''"),
        ([("Y103", 1, 1), ("Y108", 1, 1)], "*a\n"),
        ([("Y109", 1, 1)], "- a\n"),
        ([("Y110", 1, 1)], "[a, b]: c\n"),
        ([("Y112", 1, 5)], "a: 1\rb: 2\n"),
        ([("Y113", 1, 1)], "%YAML 1.1\n---\na: 1\n"),
        ([("Y114", 1, 6)], "a: b #c\n"),
        ([("T104", 1, 5), ("T104", 2, 4)], 'a: b\u200b\nc: "\\u200b"\n'),
        ([("T101", 1, 4)], "a: \x01\n"),
        ([("T101", 1, 5)], "a: b\x85c: d: e\n"),
        ([("T105", 1, 4), ("T105", 2, 4)], 'a: "\u2066"\nb: "\u2069"\n'),
    ],
)
def test_refusals(expected: list[tuple[str, int, int]], text: str) -> None:
    """What an event file needs none of is refused where it stands."""
    assert expected == sorted(set(problems_of(text.encode())), key=lambda problem: (*problem[1:], problem[0]))


@pytest.mark.parametrize("text", ["a: 'b", "a: [b", "a: 'b\n", "a: [b\r\n", "%YAML 1\r\n", "a: b\nc"])
def test_end_of_a_mistake(text: str) -> None:
    """A mistake at the end of a line or of the file ends there too, and not behind it."""
    (problem,) = read("x.yml", text.encode())[2]
    assert problem.place.start.line == problem.place.end.line
    assert problem.place.span.end <= len(text.rstrip("\r\n"))


def test_first_of_two_keys_is_kept() -> None:
    """Of a field that stands twice the first value stays, and the second message names the first place."""
    _, tree, problems = read("x.yml", b"a: 1\na: 2\n")
    assert tree is not None
    assert {"a": "1"} == tree.plain
    assert [(1, 1)] == [related.place.start for related in problems[0].related]


@pytest.mark.parametrize(("mend", "text"), [('a: "b #1"', "a: b #1\n"), (None, "a: b # so\n"), (None, "a: b #\n")])
def test_cut_off(mend: str | None, text: str) -> None:
    """A number sign that may be part of a text gets a mend; what is plainly a note gets none."""
    assert [mend] == [problem.suggestion for problem in read("x.yml", text.encode())[2]]


def test_normal_form_is_suggested() -> None:
    """A word that is not in NFC is suggested in NFC."""
    assert ["café"] == [problem.suggestion for problem in read("x.yml", "a: my cafe\u0301\n".encode())[2]]


@given(st.binary() | st.tuples(NEARLY_YAML.map(str.encode), st.binary(max_size=3), st.just(b": x")).map(b"".join))
def test_any_bytes(data: bytes) -> None:
    """Any bytes give a tree or diagnostics, and every diagnostic points into the file."""
    _, tree, problems = read("x.yml", data)
    assert tree is not None or problems
    assert [] == [problem for problem in problems if not is_inside(problem)]


@given(NEARLY_YAML)
def test_agrees_with_another_reader(text: str) -> None:
    """What is accepted is read as PyYAML's own reader reads it."""
    _, tree, problems = read("x.yml", text.encode())
    expected = by_the_book(text)
    if tree is not None and not problems and expected is not None:
        assert expected == tree.plain


@given(WRITABLE, st.sampled_from([None, '"', "'", "|", ">"]), st.booleans())
def test_any_text_in_any_style(text: str, style: str | None, as_is: bool) -> None:
    """Any text that is accepted comes back exactly, in whichever of YAML's styles it was written."""
    written = yaml.dump({"key": text}, default_style=style, allow_unicode=as_is)
    _, tree, problems = read("x.yml", written.encode())
    if not problems:
        assert {"key": text} == (tree and tree.plain)


@given(st.dictionaries(WRITABLE, PLAIN, min_size=1, max_size=4), st.sampled_from([None, True, False]))
def test_any_values(values: dict[str, Plain], flow: bool | None) -> None:
    """Any nested values that are accepted come back exactly."""
    written = yaml.dump(values, default_flow_style=flow, allow_unicode=True, sort_keys=False)
    _, tree, problems = read("x.yml", written.encode())
    if not problems:
        assert values == (tree and tree.plain)


@given(NEARLY_YAML.map(lambda text: text.replace("\r", "").replace("\0", "").replace("\ufeff", "")))
def test_line_ends(text: str) -> None:
    """Lines that end as on Windows give the same positions and the same values as all others."""
    _, tree, problems = read("x.yml", text.encode())
    _, other, others = read("x.yml", text.replace("\n", "\r\n").encode())
    assert [(d.code, d.place.start, d.place.end) for d in problems] == [
        (d.code, d.place.start, d.place.end) for d in others
    ]
    if tree is not None and not problems:
        assert other is not None
        assert tree.plain == other.plain
