"""Each kind of field takes what fits it and refuses all else with its code and, where there is one, a mend."""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from timeline.values import fields

OF_KIND: dict[str, TypeAdapter[Any]] = {
    "prose": TypeAdapter(fields.Prose),
    "id": TypeAdapter(fields.Id),
    "link": TypeAdapter(fields.Link),
    "date": TypeAdapter(fields.Date),
    "day": TypeAdapter(fields.Day),
    "language": TypeAdapter(fields.LanguageTag),
    "count": TypeAdapter(fields.Count),
}


def refusal(kind: str, value: Any) -> tuple[str, Any]:
    """Return code and mend of a value that is refused."""
    with pytest.raises(ValidationError) as caught:
        OF_KIND[kind].validate_python(value)
    (detail,) = caught.value.errors()
    return detail["type"], detail.get("ctx", {}).get("mend")


@pytest.mark.parametrize(
    ("value", "kind", "written"),
    [
        ("two words", "prose", "  two\n  words "),
        ("x" * fields.MAX_TEXT, "prose", "x" * fields.MAX_TEXT),
        ("ann-example", "id", "ann-example"),
        ("https://daily.example/a", "link", "https://daily.example/a"),
        ("2024-03", "date", "2024-03"),
        ("2024-03-05T14:00Z", "date", "2024-03-05T15:00+01:00"),
        ("2024-03-05~", "day", "2024-03-05~"),
        ("zh-Hans-CN", "language", "zh-Hans-CN"),
        ("es-419", "language", "es-419"),
        ("0", "count", "0"),
        ("8", "count", "008"),
        ("999999999999", "count", "9" * 12),
    ],
)
def test_accepted(value: str, kind: str, written: str) -> None:
    """What fits is taken; line ends in prose become spaces, and numbers lose leading zeros."""
    assert value == str(OF_KIND[kind].validate_python(written))


@pytest.mark.parametrize(
    ("code", "mend", "kind", "written"),
    [
        *(("M103", None, kind, " \n") for kind in ("prose", "id", "link", "date", "day", "language")),
        ("M103", None, "prose", ""),
        ("M109", None, "prose", "x" * (fields.MAX_TEXT + 1)),
        ("M107", "ann-example", "id", "Ann Example"),
        ("M107", None, "id", "آن"),
        ("M107", None, "id", "nul"),
        ("L102", None, "link", "ftp://daily.example/"),
        ("L103", "https://daily.example/", "link", "https://me:secret@daily.example/"),
        ("D103", None, "date", "2024-13"),
        ("D104", "2024-03-05", "day", "2024-03-05T15:00Z"),
        ("M110", "en", "language", "EN"),
        ("M110", None, "language", "English"),
        ("M110", "en-GB", "language", "en_GB"),
        ("M108", None, "count", "many"),
        ("M108", None, "count", "-1"),
        ("M108", None, "count", "1e3"),
        ("M108", None, "count", "²"),
        ("M108", None, "count", "1" * 13),
        ("M108", "12000", "count", "12,000"),
        ("M108", "1200000", "count", "1 200 000"),
        ("M108", "12000", "count", "١٢٬٠٠٠"),
        ("M108", "500", "count", "٥٠٠"),
        ("M108", None, "count", "12,00"),
    ],
)
def test_refused(code: str, mend: str | None, kind: str, written: str) -> None:
    """What does not fit has its own code, and a mend where it is plain what was meant."""
    assert (code, mend) == refusal(kind, written)


@pytest.mark.parametrize("kind", OF_KIND)
@pytest.mark.parametrize("value", [[], {}, ["a"]])
def test_not_a_text(kind: str, value: Any) -> None:
    """A list or a mapping is never taken for a text."""
    assert refusal(kind, value)[0] in ("string_type", "int_type")
