"""A year is the list of its entries, which a style sheet draws on phones as an axis that runs down."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from tests import direct
from tests.built import Site, name_of, text_of
from tests.records import event, laid, outage, story
from timeline.checking.result import check
from timeline.chronicle.chronicle import Chronicle, Entry, compile_chronicle
from timeline.chronicle.sides import lane_of
from timeline.language import language
from timeline.site.drawing.scales import share
from timeline.site.parts.briefs import Rows
from timeline.site.parts.down import Down
from timeline.site.settings import Settings
from timeline.values.bilingual import LANGUAGES, LanguageCode

every_language = pytest.mark.parametrize("code", LANGUAGES)

JAB = "move: {by: [ben-example], to: [alpha], on: betanet}\n"


def rows(site: Site, code: str, year: str) -> dict[str, ET.Element]:
    """Return the rows of a year by the entries that they lead to."""
    found: dict[str, ET.Element] = {}
    for item in site.page(code, f"years/{year}/").main.iter("li"):
        if "row" in item.get("class", "").split():
            href = next(one.get("href", "") for one in item.iter("a"))
            found[href.split("/")[-2]] = item
    return found


def pieces(chronicle: Chronicle, entries: Sequence[Entry] | None = None, **settings: Any) -> str:
    """Return the rows of a chronicle's entries, or of some of them, as a page of a year has them."""
    own = language("en")
    chosen = Settings(**(_given() | settings))
    return Down(chronicle, own, Rows(chronicle, own), "../../", chosen).rows(entries or chronicle.entries)


def _given() -> dict[str, Any]:
    given = direct.settings()
    return {name: getattr(given, name) for name in ("name", "deck", "description", "disclaimer", "repository")}


@every_language
def test_every_entry_has_a_row(site: Site, code: LanguageCode) -> None:
    """Every entry of a year has a row in its lane, and an outage of known length a bar."""
    for year, entries in site.chronicle.years.items():
        found = rows(site, code, year)
        assert [entry.id for entry in entries] == list(found)
        for entry in entries:
            classes = found[entry.id].get("class", "").split()
            bars = [one for one in found[entry.id].iter() if one.get("class") == "length"]
            assert bool(entry.event.outage and entry.event.when.duration) == bool(bars)
            if not entry.event.is_debunked:
                assert f"lane-{lane_of(entry.company, site.chronicle.vocabulary)}" in classes


@every_language
def test_map_of_years(site: Site, code: LanguageCode) -> None:
    """Beside a year all years are one step away, and the one that is shown is marked."""
    page = site.page(code, "years/2023/")
    nav = next(one for one in page.main.iter("nav") if one.get("class") == "map")
    links = [one for one in nav.iter() if name_of(one) == "a"]
    assert list(site.chronicle.years) == [one.get("aria-label") for one in links]
    assert ["2023"] == [one.get("aria-label") for one in links if one.get("aria-current")]


def test_eras_of_a_year(site: Site) -> None:
    """A year says which eras begin in it."""
    said = [text_of(one) for one in site.page("en", "years/2022/").main.iter("p") if "era" in one.get("class", "")]
    assert ["Vance’s Feather from 20 May 2022", "Quill from 3 December 2022"] == [
        one.replace("\u00a0", " ") for one in said
    ]


def test_lengths(tmp_path: Path) -> None:
    """A bar is as long as an outage lasted, on the scale of the axis; without a length there is none."""
    files = {"2025/2025-01-02-open.yml": outage("2025-01-02")}
    chronicle = compile_chronicle(check(laid(tmp_path, files)).record)
    made = pieces(chronicle)
    length = chronicle.by_id["2024-03-05-alpha-outage"].event.when.duration
    assert length is not None
    assert 1 == made.count(f'width="{round(100 * share(length.minutes))}%"')
    assert 1 == made.count('class="length"')
    assert "outage open" in made


def test_a_story_that_fills_a_month(tmp_path: Path) -> None:
    """Six moves of a story in a month are gathered into a line that leads to it; five are not."""
    days = [f"2025-05-{day:02}" for day in range(1, 7)]
    files = {f"2025/{day}-jab.yml": event(day, JAB).replace("kind: statement", "kind: jab") for day in days}
    files["stories/fight.yml"] = story(*(f"{day}-jab" for day in days))
    chronicle = compile_chronicle(check(laid(tmp_path, files)).record)
    told = [one for one in chronicle.entries if one.id.startswith("2025-05")]
    made = pieces(chronicle, told)
    assert 1 == made.count('class="of-story"')
    assert 6 == made.count(" told")
    assert made.index("of-story") < made.index("2025-05-01-jab")
    assert " told" not in pieces(chronicle, told[:5])


def test_words_that_nobody_asked_for(site: Site) -> None:
    """Of a tag that is not to be quoted the title stands alone; of all others the first words do too."""
    chronicle = site.chronicle
    quoted = next(e for e in chronicle.held if e.event.quotes and e.event.tags and not e.event.outage)
    assert 'class="said"' in pieces(chronicle, [quoted])
    assert 'class="said"' not in pieces(chronicle, [quoted], unquoted=quoted.event.tags)
