"""The home page's first line is a sentence of its kind in both languages, whoever mocked whom."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import direct
from tests.records import event, laid, outage, related
from timeline.checking.result import check
from timeline.chronicle.chronicle import Chronicle, compile_chronicle
from timeline.language import language
from timeline.site.parts.briefs import Rows
from timeline.site.parts.finding import FirstLine
from timeline.values.bilingual import LanguageCode

Make = Callable[[int, int], Chronicle]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Make a chronicle in which the first side's outages, and the second's, were mocked so many times each."""

    def made(first: int, second: int) -> Chronicle:
        checked = check(laid(tmp_path, dict(_files(first, second))))
        assert () == checked.errors
        return compile_chronicle(checked.record)

    return made


def _files(first: int, second: int) -> list[tuple[str, str]]:
    files = [("2024/2024-03-05-ben-mocks.yml", _jab("2024-03-05", None))]
    for company, service in (("alpha", "alphagram"), ("beta", "betanet")):
        files.append((f"2025/2025-01-01-{company}.yml", outage("2025-01-01", company=company, services=f"[{service}]")))
    files += _mocked(first, "alpha", "alphagram", "beta")
    return files + _mocked(second, "beta", "betanet", "alpha")


def _mocked(number: int, company: str, service: str, rival: str) -> list[tuple[str, str]]:
    files: list[tuple[str, str]] = []
    for day in range(1, number + 1):
        name = f"2025-0{5 if company == 'alpha' else 6}-{day:02}"
        files.append((f"2025/{name}-down.yml", outage(f"{name}T10:00Z", company=company, services=f"[{service}]")))
        files.append((f"2025/{name}-jab.yml", _jab(f"{name}T10:{10 + day}Z", f"{name}-down", rival, company)))
    return files


def _jab(started: str, at: str | None, by: str = "beta", to: str = "alpha") -> str:
    move = f"move: {{by: [{by}], to: [{to}], on: betanet}}\n" + (related("responds-to", at) if at else "")
    return event(started, move).replace("kind: statement", "kind: jab")


def test_nothing_is_found(tmp_path: Path) -> None:
    """Where a side was never down, nothing is found, and the page says what the site says of itself."""
    chronicle = compile_chronicle(check(laid(tmp_path)).record)
    assert "" == said(chronicle, "en")
    assert "A record of the one time they stood still" in direct.page(chronicle, "en", "")


def said(chronicle: Chronicle, code: LanguageCode) -> str:
    """Return the first line without its tags."""
    own = language(code)
    return re.sub("<[^>]*>", "", FirstLine(chronicle, own, Rows(chronicle, own)).sentence())


@pytest.mark.parametrize(
    ("first", "second", "english", "arabic"),
    [
        (0, 0, "neither side has mocked", "أيًّا من الطرفين"),
        (1, 0, "Beta’s side mocked 1 of Alpha’s outages, within 11 min; Alpha’s side, as far", "بعطل واحد لدى"),
        (2, 0, "Beta’s side mocked 2 of Alpha’s outages, the soonest within 11 min;", "بعطلين لدى"),
        (0, 3, "Alpha’s side mocked 3 of Beta’s outages, the soonest within 11 min; Beta’s side, as", "بـ3 أعطال لدى"),
        (11, 1, "mocked 11 of Alpha’s outages, the soonest within 11 min; Alpha’s side mocked 1 of", "بـ11 عطلًا لدى"),
    ],
)  # fmt: skip
def test_kinds_of_sentence(make: Make, first: int, second: int, english: str, arabic: str) -> None:
    """When the count changes its kind the sentence is another one."""
    chronicle = make(first, second)
    assert english in said(chronicle, "en")
    assert arabic in said(chronicle, "ar")


@pytest.mark.parametrize("code", ["ar", "en"])
def test_what_is_counted(make: Make, code: LanguageCode) -> None:
    """Behind the line stands every outage that was mocked, newest first, with the jab and its wait."""
    chronicle = make(2, 1)
    own = language(code)
    counted = FirstLine(chronicle, own, Rows(chronicle, own)).counted()
    names = ["2025-06-01", "2025-05-02", "2025-05-01"]
    assert [f"events/{one}-down/" for one in names] == [one["outage"].path for one in counted]
    assert [f"events/{one}-jab/" for one in names] == [one["jab"].path for one in counted]
    home = direct.page(chronicle, code, "")
    assert all(home.count(f'href="events/{one}-down/"') for one in names)
