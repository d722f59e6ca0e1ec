"""A mistake in YAML's grammar is explained where it was made, and its mend is YAML that says what was meant."""

import pytest
import yaml
from hypothesis import assume, example, given
from hypothesis import strategies as st

from tests.strategies import NEARLY_YAML
from timeline.reading.syntax import in_quotes, mistake

# Texts of one line as people write them, with the signs that YAML takes for its own.
lines = st.text(st.sampled_from("ab cعé:#'\"\\@`%&*!|>{}[],-?~=<،؛“”"), min_size=1).map(str.strip)


def error_of(text: str) -> yaml.MarkedYAMLError | None:
    """Return what libyaml says is wrong with a text's grammar."""
    try:
        for _ in yaml.parse(text, Loader=yaml.CLoader):
            pass
    except yaml.MarkedYAMLError as error:
        return error
    except yaml.YAMLError:
        return None  # a character that YAML does not allow is no mistake of grammar
    return None


@given(NEARLY_YAML)
@example("\n--- :")
def test_mistakes_lie_in_the_text(text: str) -> None:
    """Every mistake has a place that begins within the text, whatever the text."""
    error = error_of(text)
    if error is not None:
        found = mistake(text, error)
        assert 0 <= found.start <= len(text)
        assert found.start < found.end
        assert found.found


@pytest.mark.parametrize(
    ("code", "start", "mend", "text"),
    [
        ("Y101", 11, 'b: "one: two"', "a: 1\nb: one: two\n"),
        ("Y101", 0, "b: two", "b:two\nc: 3\n"),
        ("Y101", 5, "b: two", "a: 1\nb:two\nc: 3\n"),
        ("Y101", 12, "- b: two", "a:\n  - c:\n  - b:two\n    d: 3\n"),
        ("Y101", 5, None, "a: 1\njust words\nc: 3\n"),
        ("Y101", 13, None, "a:\n  b: 1\n   c: 2\n"),
        ("Y101", 3, None, "a: [1\nb: 2\n"),
        ("Y101", 3, None, 'a: "1\nb: 2\n'),
        ("Y101", 3, 'a: "@b"', "a: @b"),
        ("Y101", 4, r"a: '\q'", r'a: "\q"'),
        ("Y101", 7, "a: '\"b\" c'", 'a: "b" c'),
        ("Y101", 3, None, "a: @" + "b" * 200),
        ("Y103", 3, None, "a: *"),
        ("Y103", 3, None, "a: & b"),
        ("Y104", 3, None, "a: !x!y b"),
        ("Y104", 3, None, "a: !%zz b"),
        ("Y107", 9, None, "a: 1\n...\nb: 2\n"),
        ("Y111", 5, None, "a: 1\n\tb: 2\n"),
        ("T103", 4, None, r'a: "\ud83d"'),
    ],
)
def test_mistake(code: str, start: int, mend: str | None, text: str) -> None:
    """A mistake is found where it was made, with its code and its mend."""
    error = error_of(text)
    assert error is not None
    found = mistake(text, error)
    assert (code, start, mend) == (found.code, found.start, found.mend)


def test_error_without_a_mark() -> None:
    """An error that says nothing of itself lies at the end of the text."""
    found = mistake("a: 1", yaml.MarkedYAMLError())
    assert ("Y101", 4, "unreadable") == (found.code, found.start, found.found)


@given(lines)
def test_mend_says_what_was_written(written: str) -> None:
    """A text put into quotation marks is read as exactly what was written."""
    assume(written and not (len(written) > 1 and written[0] == written[-1] and written[0] in "\"'"))
    mend = in_quotes(f"a: 1\nkey: {written}\n", 10)
    assert mend is not None
    assert {"key": written} == yaml.load(mend, Loader=yaml.BaseLoader)  # noqa: S506 - a loader of nothing but texts


@given(lines)
def test_mend_of_a_quoted_text(written: str) -> None:
    """A text in the wrong quotation marks gets the right ones around it."""
    mend = in_quotes(f"key: '{written}'", 5)
    assert mend is None or {"key": written} == yaml.load(mend, Loader=yaml.BaseLoader)  # noqa: S506 - as above


@pytest.mark.parametrize(("text", "offset"), [("just words", 3), ("key: text", 1), ("", 0)])
def test_no_mend(text: str, offset: int) -> None:
    """Where no field's text stands there is nothing to put into quotation marks."""
    assert None is in_quotes(text, offset)
