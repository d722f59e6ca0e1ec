"""What an event says by itself, and what its parts must hold together."""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from timeline.record.event import Event, Fact, Misattributed, Quote, When
from timeline.values.bilingual import LANGUAGES, Bilingual

SOURCES = {"daily": {"url": "https://daily.example/a", "publisher": "daily-example", "lang": "en"}}
BOTH = {"en": "A text", "ar": "نصّ"}
EVENT: dict[str, Any] = {
    "kind": "jab",
    "title": BOTH,
    "summary": BOTH,
    "when": {"started": "2024-03-05T15:00Z"},
    "facts": [{**BOTH, "sources": ["daily"]}],
    "status": "reported",
    "added": "2024-03-06",
    "sources": SOURCES,
}
WORDS = {"lang": "en", "text": "Our lights are on", "translation": {"ar": "أضواؤنا مضاءة"}, "source": "daily"}
QUOTE = {**WORDS, "id": "q", "speaker": "ben-example", "on": "betanet"}
FALSE_WORDS = {**WORDS, "attributed_to": "ben-example"}


def refusal(model: type, values: dict[str, Any]) -> tuple[str, Any]:
    """Return the one code with which values are refused, and where the model's own check says it lies."""
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(model).validate_python(values)
    (detail,) = caught.value.errors()
    return detail["type"], detail.get("ctx", {}).get("at")


def event(**values: Any) -> Event:
    """Return the smallest event with some values of its own."""
    return TypeAdapter(Event).validate_python(EVENT | values)


@pytest.mark.parametrize("model", [Bilingual, Fact])
@pytest.mark.parametrize(("code", "text"), [("ar", "نصّ"), ("en", "A text")])
def test_in_language(model: type, code: str, text: str) -> None:
    """A text is there in each language."""
    values = BOTH if model is Bilingual else {**BOTH, "sources": ["daily"]}
    assert text == TypeAdapter(model).validate_python(values).in_language(code)


@pytest.mark.parametrize("model", [Bilingual, Fact])
@pytest.mark.parametrize(
    ("code", "at", "texts"),
    [
        ("T108", ("ar",), {"en": "Same", "ar": "Same"}),
        ("T109", ("ar",), {"en": "A text", "ar": "Another text"}),
        ("T110", ("en",), {"en": "Half عطل", "ar": "نصّ"}),
    ],
)
def test_languages(model: type, code: str, at: tuple[str], texts: dict[str, str]) -> None:
    """Each text is written in its own language, and neither is a copy of the other."""
    values = texts if model is Bilingual else {**texts, "sources": ["daily"]}
    assert (code, at) == refusal(model, values)


@pytest.mark.parametrize("text", ["The word “عطل” is", "The word «عطل» is", "Outage (عطل) is"])
def test_quoted_arabic(text: str) -> None:
    """English may quote Arabic."""
    assert text == TypeAdapter(Bilingual).validate_python({"en": text, "ar": "نصّ"}).en


def test_lengths() -> None:
    """An outage's length and the time to its acknowledgement are measured from its start."""
    when = TypeAdapter(When).validate_python(
        {
            "started": "2024-03-05T15:00Z",
            "acknowledged": "2024-03-05T15:30Z",
            "resolved": "2024-03-05T17:00Z~",
            "basis": "official",
        }
    )
    assert when.duration is not None
    assert when.time_to_acknowledge is not None
    assert (120, False) == (when.duration.minutes, when.duration.exact)
    assert (30, True) == (when.time_to_acknowledge.minutes, when.time_to_acknowledge.exact)


def test_unknown_lengths() -> None:
    """What is not known has no length."""
    when = TypeAdapter(When).validate_python({"started": "2024-03-05"})
    assert (None, None) == (when.duration, when.time_to_acknowledge)


@pytest.mark.parametrize(
    ("code", "at", "more"),
    [
        ("D105", ("resolved",), {"resolved": "2024-03-05T14:59Z", "basis": "official"}),
        ("D105", ("resolved",), {"resolved": "2024-03-04", "basis": "official"}),
        ("D111", ("acknowledged",), {"acknowledged": "2024-02"}),
        ("M104", ("resolved",), {"resolved": "2024-03-05T17:00Z"}),
    ],
)
def test_order_in_time(code: str, at: tuple[str], more: dict[str, str]) -> None:
    """Nothing ends or is acknowledged before it begins, and an end says how it is known."""
    assert (code, at) == refusal(When, {"started": "2024-03-05T15:00Z", **more})


def test_coarse_dates_are_not_in_disorder() -> None:
    """An end on the day of the start is no contradiction, nor is an end in the minute of the start."""
    for end in ("2024-03-05", "2024", "2024-03-05T15:00Z"):
        values = {"started": "2024-03-05T15:00Z", "resolved": end, "basis": "official"}
        assert end == str(TypeAdapter(When).validate_python(values).resolved)


@pytest.mark.parametrize(("model", "values"), [(Quote, QUOTE), (Misattributed, FALSE_WORDS)])
@pytest.mark.parametrize(
    ("code", "at", "more"),
    [
        ("Q104", ("translation",), {"translation": {}}),
        ("Q104", ("translation",), {"lang": "fr"}),
        ("Q105", ("translation",), {"lang": "ar-EG"}),
        ("Q105", ("translation",), {"translation": {"ar": "أضواؤنا", "en": "Our lights"}}),
        ("Q106", ("text",), {"text": "word " * 41}),
    ],
)
def test_words(model: type, values: dict[str, Any], code: str, at: tuple[str], more: dict[str, Any]) -> None:
    """Words are short, and translated into each language of the site but their own."""
    assert (code, at) == refusal(model, values | more)


def test_words_of_a_third_language() -> None:
    """Words in a third language are translated into both."""
    translation = {"ar": "أضواؤنا", "en": "Our lights"}
    quote = TypeAdapter(Quote).validate_python(QUOTE | {"lang": "fr", "translation": translation})
    assert set(LANGUAGES) == quote.translation.keys()
    assert ("unknown", None) == (quote.state, quote.at)


@pytest.mark.parametrize(
    ("code", "more"),
    [
        ("S105", {"status": "disputed"}),
        ("S106", {"status": "debunked"}),
        ("M105", {"misattributed": [FALSE_WORDS]}),
        ("too_short", {"facts": []}),
        ("too_short", {"sources": {}}),
    ],
)
def test_sections(code: str, more: dict[str, Any]) -> None:
    """An event stands on facts and sources, and doubt is explained."""
    assert code == refusal(Event, EVENT | more)[0]


def test_status() -> None:
    """An event knows whether it is a claim that was false."""
    assert not event().is_debunked
    claim = event(status="debunked", doubt=BOTH, misattributed=[FALSE_WORDS])
    assert claim.is_debunked
