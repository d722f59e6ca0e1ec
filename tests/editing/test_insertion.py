"""A field is written into a file at its place, and nothing else of the file is another byte."""

from difflib import SequenceMatcher

import pytest

from tests.golden import RECORD
from timeline.editing.files import with_layouts
from timeline.editing.formatting import NotWritable, formatted
from timeline.editing.insertion import with_field
from timeline.editing.style import EVENT

COPY = "https://web.archive.org/web/20240305000000/https://a.example/x"
FOLDED = "sources:\n  a:\n    description:\n      en: >-\n        A\n        b\n"


def put(text: str, value: str = COPY, field: str = "archive", key: str = "a") -> str:
    """Write a field of a source."""
    return with_field("a.yml", text.encode(), ("sources", key), field, value, EVENT).decode()


@pytest.mark.parametrize(
    ("expected", "before"),
    [
        ("sources:\n  a:\n    url: x\n    archive: C\n  b:\n", "sources:\n  a:\n    url: x\n  b:\n"),
        ("sources:\n  a:\n    url: x\n    archive: C\n    gone: 1\n", "sources:\n  a:\n    url: x\n    gone: 1\n"),
        ("sources:\n   a:\n     url:  'x'  # s\n     archive: C\n", "sources:\n   a:\n     url:  'x'  # s\n"),
        ("sources:\r\n  a:\r\n    url: x\r\n    archive: C\r\n", "sources:\r\n  a:\r\n    url: x\r\n"),
        ("\ufeffsources:\n  a:\n    url: x\n    archive: C", "\ufeffsources:\n  a:\n    url: x"),
        ("sources: {a: {url: x, archive: C}, b: {url: y}}\n", "sources: {a: {url: x}, b: {url: y}}\n"),
        ("sources:\n  a:\n    archive: C\n    url: x\n", "sources:\n  a:\n    archive: y\n    url: x\n"),
        (f"{FOLDED}    archive: C\n", FOLDED),
        ("sources:\n  a:\n    gone: 2024\n    archive: C\n", "sources:\n  a:\n    gone: 2024\n"),
    ],
)  # fmt: skip
def test_at_its_place(expected: str, before: str) -> None:
    """The field stands behind those that come before it, with the file's own indents and line ends."""
    assert expected.replace("C", COPY) == put(before)


NONE = [
    "sources: [",
    "kind: jab\n",
    "sources: {a: x}\n",
    "sources: {b: {url: x}}\n",
    "sources: {a: {}}\n",
    "a: 1\na: 2\n",
]


@pytest.mark.parametrize("before", NONE)
def test_refused(before: str) -> None:
    """A file that cannot be read, or has no such source, is left alone."""
    with pytest.raises(NotWritable):
        put(before)


def test_whole_record() -> None:
    """In every file of the tests' record a copy can be written at every source, and the file stays in form."""
    for file, layout in with_layouts(RECORD):
        data = file.path.read_bytes()
        after = with_field(file.name, data, ("sources", "daily"), "archive", COPY, layout)
        assert after.decode() == formatted(file.name, after, layout)
        blocks = SequenceMatcher(None, data.decode(), after.decode(), autojunk=False).get_opcodes()
        assert {"equal", "insert"} == {tag for tag, *_ in blocks}
        assert 1 == sum(tag == "insert" for tag, *_ in blocks)
