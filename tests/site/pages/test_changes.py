"""What changed lately: additions and corrections, on the tests' record with one entry corrected."""

from pathlib import Path

import feedparser
import pytest

from tests import direct
from tests.built import parse, text_of
from tests.records import JAB, OUTAGE, changed, laid
from tests.site.data import published
from timeline.checking.result import check
from timeline.chronicle.chronicle import Chronicle, compile_chronicle
from timeline.values.bilingual import LANGUAGES, LanguageCode

every_language = pytest.mark.parametrize("code", LANGUAGES)

WRONG, RIGHT = "The minute was wrong", "كانت الدقيقة خطأ"
CORRECTION = f"corrections:\n  - {{on: 2024-04-01, en: {WRONG}, ar: {RIGHT}}}\nsources:\n"


@pytest.fixture
def corrected(tmp_path: Path) -> Chronicle:
    """The tests' record, of which the jab was corrected."""
    checked = check(laid(tmp_path, {JAB: changed(JAB, ("sources:\n", CORRECTION))}))
    assert () == checked.errors
    return compile_chronicle(checked.record)


def page(chronicle: Chronicle, code: LanguageCode, path: str) -> str:
    """Return all text of a page."""
    return next(html for found, html in direct.html(chronicle, code) if found == path)


@every_language
def test_newest_first(corrected: Chronicle, code: LanguageCode) -> None:
    """The days stand in order, the newest first: the correction's, then those of the additions."""
    found = [time.get("datetime") for h2 in parse(page(corrected, code, "changes/")).iter("h2") for time in h2]
    added = sorted({str(entry.event.added) for entry in corrected.entries}, reverse=True)
    assert ["2024-04-01", *added] == found


@every_language
def test_the_correction_is_told(corrected: Chronicle, code: LanguageCode) -> None:
    """The page of changes and the entry's own page say what was put right, in the page's language."""
    said = {"en": WRONG, "ar": RIGHT}[code]
    for path in ("changes/", f"events/{Path(JAB).stem}/"):
        assert said in text_of(parse(page(corrected, code, path)))
    assert said not in page(corrected, code, f"events/{Path(OUTAGE).stem}/")


def test_the_last_change(corrected: Chronicle) -> None:
    """The foot of every page names the day of the last change, which is the correction's."""
    assert "1\N{NO-BREAK SPACE}April 2024" in page(corrected, "en", "years/")


def test_feed_brings_it_again(corrected: Chronicle) -> None:
    """In the feed the corrected entry comes first: updated when it was corrected, published when it was added."""
    first = feedparser.parse(published.files(corrected)["en/feed.xml"]).entries[0]
    assert ("2024-04-01T00:00:00Z", "2024-03-06T00:00:00Z") == (first.updated, first.published)
    assert first.id.endswith(Path(JAB).stem)


def test_a_correction_from_the_future(tmp_path: Path) -> None:
    """A correction that lies in the future is reported at its own place."""
    text = changed(JAB, ("sources:\n", CORRECTION.replace("2024-04-01", "2999-04-01")))
    problems = check(laid(tmp_path, {JAB: text})).problems
    assert ["D107"] == [problem.code for problem in problems]
