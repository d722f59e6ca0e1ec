"""A page says of the minute of a quotation that it comes from the post's own number, where it does."""

from pathlib import Path

import pytest

from tests import direct
from tests.records import JAB, changed, laid
from timeline.chronicle.chronicle import compile_chronicle
from timeline.record.record import load
from timeline.values.bilingual import LANGUAGES, LanguageCode

POST = ("https://daily.example/ben-mocks", "https://x.com/ben/status/1765044650772541497")
WORDS = {"en": "(minute from the post’s own number)", "ar": "(الدقيقة من رقم المنشور نفسه)"}


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    ("expected", "changes"),
    [
        (1, [POST]),
        (0, []),
        (0, [POST, ("    at: 2024-03-05T16:00Z", "    at: 2024-03-05T16:01Z")]),
        (0, [POST, ("    at: 2024-03-05T16:00Z\n", "")]),
    ],
)
def test_minute_of_a_post(tmp_path: Path, code: LanguageCode, expected: int, changes: list[tuple[str, str]]) -> None:
    """The words stand with the quotation whose written minute is that of its post, and nowhere else."""
    record, _ = load(laid(tmp_path, {JAB: changed(JAB, *changes)}))
    page = direct.page(compile_chronicle(record), code, "events/2024-03-05-ben-mocks/")
    assert expected == page.count(WORDS[code])
