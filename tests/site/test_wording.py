"""Diagnostics are put into words in either language, and what stood in a file cannot change the sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.characters import is_hidden
from tests.strategies import ANYTHING, HOSTILE
from timeline.checking import catalogue
from timeline.checking.catalogue import MAX_ALLOWED
from timeline.reading.diagnostics import Diagnostic
from timeline.reading.source import Place, Source, Span
from timeline.values.bilingual import LANGUAGES, LanguageCode
from timeline.values.text import visible

every_language = pytest.mark.parametrize("language", LANGUAGES)

PLACE = Place(Source("x.yml", "abc"), Span(0, 1))


def unknown(found: str, allowed: tuple[str, ...] = (), suggestion: str | None = None) -> Diagnostic:
    """Return a diagnostic about an unknown field."""
    return Diagnostic("M102", PLACE, {"found": found}, allowed, suggestion)


@given(ANYTHING | HOSTILE | st.just("{found} {0} {__class__} {}"), st.sampled_from(LANGUAGES))
def test_value_in_a_message(found: str, language: LanguageCode) -> None:
    """A value stands in the message as it is shown, whatever it is, and blanks in it are no blanks."""
    message = catalogue.wording(unknown(found), language).message
    assert visible(found) in message
    assert {"\u2068", "\u2069"} >= {character for character in message if is_hidden(character)}


def test_values_are_isolated_in_arabic() -> None:
    """Within Arabic a value keeps its own direction; within English nothing is needed."""
    assert "\u20682024-03-05\u2069" in catalogue.wording(unknown("2024-03-05"), "ar").message
    assert "\u2068" not in catalogue.wording(unknown("2024-03-05"), "en").message


@every_language
@pytest.mark.parametrize("shape", ["text", "list", "mapping"])
def test_shapes(language: LanguageCode, shape: str) -> None:
    """What should have stood there is named in words."""
    message = catalogue.wording(Diagnostic("M111", PLACE, {"expected": shape}), language).message
    assert catalogue.phrases(language).shapes[shape] in message


@pytest.mark.parametrize(("joined", "language"), [("a, b", "en"), ("a، b", "ar")])
def test_allowed(joined: str, language: LanguageCode) -> None:
    """What is allowed is listed as the language lists."""
    assert joined in (catalogue.wording(unknown("x", ("a", "b")), language).allowed or "")


@every_language
def test_nothing_allowed_or_suggested(language: LanguageCode) -> None:
    """Where nothing is allowed or suggested nothing is said of it."""
    words = catalogue.wording(unknown("x"), language)
    assert (None, None) == (words.allowed, words.suggestion)


@every_language
def test_too_much_is_allowed(language: LanguageCode) -> None:
    """Of a long list only what is nearest is shown, in order, and that there is more."""
    allowed = tuple(f"tag-{i:03}" for i in range(MAX_ALLOWED + 1))
    shown = catalogue.wording(unknown("tag-007", allowed), language).allowed or ""
    assert "tag-007" in shown
    assert "…" in shown
    assert MAX_ALLOWED // 2 == shown.count("tag-")


def test_just_enough_is_allowed() -> None:
    """A list that can be read is shown whole."""
    allowed = tuple(f"tag-{i:03}" for i in range(MAX_ALLOWED))
    assert MAX_ALLOWED == (catalogue.wording(unknown("x", allowed), "en").allowed or "").count("tag-")


def test_phrases_of_both_languages() -> None:
    """Both languages have words for the same levels, roles and shapes."""
    arabic, english = (catalogue.phrases(language) for language in ("ar", "en"))
    assert arabic.levels.keys() == english.levels.keys()
    assert arabic.roles.keys() == english.roles.keys()
    assert arabic.shapes.keys() == english.shapes.keys()


@pytest.mark.parametrize("data", [b"", b"level: error\n", b"level: loud\n"])
def test_broken_catalogue(data: bytes) -> None:
    """A file of the catalogue with a mistake stops the program and names the place."""
    with pytest.raises(ValueError, match=r"codes/X101\.yml:1:\d+ [A-Z]\d{3}"):
        catalogue._read("codes/X101.yml", data, catalogue.Code)


@pytest.mark.parametrize(
    ("nearest", "name"), [("D101", "D101"), ("M102", "m102"), ("M102", "MM102"), (None, "facebook")]
)
def test_closest_code(nearest: str | None, name: str) -> None:
    """A slip in a code's name leads to one that exists, and other words lead nowhere."""
    assert nearest == catalogue.closest_code(name)
