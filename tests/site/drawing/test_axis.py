"""The axis of all years: what it shows of a record, how it is gathered, and how few elements it needs."""

import json
import re
from collections import Counter
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devtools.events import write_record
from tests import direct, every_shape
from tests.built import PACKAGE, Page, Site, name_of, parse, text_of
from tests.plain import File
from timeline.checking.result import check
from timeline.chronicle.chronicle import Chronicle, compile_chronicle
from timeline.chronicle.eras import Era
from timeline.language import language
from timeline.site.drawing import marks
from timeline.site.drawing.axis.bands import Band
from timeline.site.drawing.axis.drawing import draw
from timeline.site.drawing.axis.frame import Labels, Sign, hangs
from timeline.site.drawing.axis.gathering import gather
from timeline.site.drawing.axis.items import Item, Items
from timeline.site.drawing.axis.notes import Note, chosen, longest, placed
from timeline.site.drawing.axis.overview_of import Overview
from timeline.site.drawing.axis.sizes import SIZES
from timeline.site.drawing.scales import GUIDES
from timeline.site.parts.briefs import Rows
from timeline.site.settings import Settings, WrongSettings
from timeline.values.bilingual import LANGUAGES, LanguageCode
from timeline.values.dates import parse_day

every_language = pytest.mark.parametrize("code", LANGUAGES)

# The promise: so many elements at most, for so many events.
EVENTS, ELEMENTS = 1000, 1500

YEARS = range(2007, 2027)
WIDE = SIZES[0]

times = st.floats(YEARS.start, YEARS.stop - 0.001)


def item(time: float, shape: str = "triangle", lane: int = 1) -> Item:
    """Return an item of the axis."""
    return Item(time, shape, lane, None, "", f"events/{time}/")


def drawings(tree: ET.Element) -> dict[str, ET.Element]:
    """Return the drawings of the axis by their names."""
    found = ((one, one.get("class", "").rpartition(" ")[2]) for one in tree.iter("{http://www.w3.org/2000/svg}svg"))
    return {name.removeprefix("axis-"): one for one, name in found if name.startswith("axis-")}


def axis_of(tree: ET.Element) -> ET.Element:
    """Return the element that holds all of the axis."""
    return next(one for one in tree.iter("div") if one.get("class") == "axis")


def singles(drawing: ET.Element) -> list[str]:
    """Return the ids of the entries that have a mark of their own."""
    hrefs = (one.get("href", "") for one in drawing.iter() if name_of(one) == "a")
    return [href.split("/")[1] for href in hrefs if href.startswith("events/")]


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Chronicle:
    """A generated record of many events."""
    checked = check(write_record(tmp_path_factory.mktemp("many"), EVENTS))
    assert () == checked.errors
    return compile_chronicle(checked.record)


@every_language
def test_few_elements(many: Chronicle, code: LanguageCode) -> None:
    """A thousand events need fifteen hundred elements at most, all drawings and controls together."""
    axis = axis_of(parse(direct.page(many, code, "")))
    assert ELEMENTS >= sum(1 for _ in axis.iter())
    assert {*(size.name for size in SIZES), "narrow"} == drawings(axis).keys()


@every_language
def test_every_entry_is_on_the_axis(site: Site, code: LanguageCode) -> None:
    """Each entry has a mark of its own or is counted in one, and a debunked claim is counted in none."""
    drawing = drawings(site.page(code, "").tree)["wide"]
    own, chronicle = singles(drawing), site.chronicle
    assert len(own) == len(set(own))
    outages = {entry.id for entry in chronicle.held if entry.event.outage}
    moves = {entry.id for entry in chronicle.held} - outages
    assert len(outages) == len(outages & set(own))
    counted = [int(text_of(one)) for one in drawing.iter() if one.get("class") == "num" and text_of(one)]
    assert len(moves) == len(moves & set(own)) + sum(counted)


def test_few_shapes(tmp_path: Path) -> None:
    """Whatever shapes the kinds have, the axis draws five: lengths, three of moves, and one of what is on no side."""
    chronicle = compile_chronicle(check(every_shape.lay(tmp_path / "events")).record)
    own = language("en")
    items = Items(chronicle, own, Rows(chronicle, own)).all()
    drawn = {item.shape for item in items if item.held}
    assert {"bar", "triangle", "open-triangle", "small-diamond", "square"} == drawn


def test_what_is_explained(site: Site) -> None:
    """Beside a lane its marks are explained where none of its moves stands in the way, and only there."""
    first = drawings(site.page("en", "").tree)["wide"]
    said = [text_of(one) for one in first.iter() if name_of(one) == "text"]
    assert "taller is longer*" in said
    crowded = Overview(
        [item(YEARS.start + 0.1)],
        YEARS,
        [],
        Labels(dict.fromkeys((0, 1, 2), ("", "")), dict.fromkeys(GUIDES, ""), {1: [Sign("bar", 1, "taller")]}),
        lambda *_: "",
        lambda _: "",
        language("en"),
    )
    assert "taller" not in draw(crowded)


@every_language
def test_time_runs_down_on_phones(site: Site, code: LanguageCode) -> None:
    """On phones every year has its row, in order, taller with more entries, and every number is that of its moves."""
    drawing = drawings(site.page(code, "").tree)["narrow"]
    assert "100%" == drawing.get("width")
    rows = [one for one in drawing.iter() if one.get("class") == "hit"]
    tops = [float(one.get("y", "")) for one in rows]
    assert sorted(tops) == tops
    held = site.chronicle.held
    tallest = max(rows, key=lambda one: float(one.get("height", "")))
    fullest = max(site.chronicle.years, key=lambda year: sum(one.year == year for one in held))
    assert fullest == list(site.chronicle.years)[rows.index(tallest)]
    eras = [text_of(one) for one in drawing.iter() if one.get("class") == "era-name"]
    assert sorted((one.short or one.name).in_language(code) for one in direct.settings().eras) == sorted(eras)
    moves = Counter((one.year, one.company) for one in held if not one.event.outage)
    sides = {company for company, known in site.chronicle.vocabulary.companies.items() if known.lane}
    many = [count for (_, company), count in moves.items() if company in sides and count > 3]
    assert sorted(many) == sorted(int(text_of(one)) for one in drawing.iter() if one.get("class") == "num")


def test_marks_that_point_across() -> None:
    """A mark on its side has its tip where it points, and a counted one too."""
    (right,), (left,) = (marks.sideways("triangle", 10, 20, 4, way) for way in (1, -1))
    assert ("M14 20L6 24 6 16z", "M6 20L14 24 14 16z") == (right.path, left.path)
    assert "L30 5" in marks.pentagon_sideways(10, 30, 5, 18)
    assert marks.ring(10, 20, 4) == marks.sideways("ring", 10, 20, 4, 1)[0].path


@every_language
def test_debunked_claims_have_a_word(site: Site, code: LanguageCode) -> None:
    """What was debunked is not drawn among all years; a line says how many there are, and leads to them."""
    axis = axis_of(site.page(code, "").tree)
    number = len(site.chronicle.debunked)
    link = next(one for one in axis.iter() if one.get("href") == "debunked/")
    assert language(code).counted("home.debunked", number) == text_of(link)
    assert {entry.id for entry in site.chronicle.debunked}.isdisjoint(singles(drawings(axis)["wide"]))


@every_language
def test_counted_marks_say_what_they_hold(site: Site, code: LanguageCode) -> None:
    """A counted mark is named after its number, leads to its year, and says which stretch of time it stands for."""
    drawing = drawings(site.page(code, "").tree)["wide"]
    links = [one for one in drawing.iter() if name_of(one) == "a" and one.get("data-span")]
    assert 1 <= len(links)
    for link in links:
        year = link.get("href", "").split("/")[1]
        first, _, last = link.get("data-span", "").partition("/")
        assert first <= f"{year}-12"
        assert f"{year}-01" < last
        shown = next(text_of(one) for one in link.iter() if one.get("class") == "num")
        forms = (language(code).counted(f"count.{what}", int(shown)) for what in ("moves", "entries"))
        assert any(form in text_of(link) for form in forms)


@every_language
def test_small_drawings_lead_to_years(site: Site, code: LanguageCode) -> None:
    """Where marks are too small to be pressed, there is a link for each year that has entries."""
    for name in ("mid", "narrow"):
        drawing = drawings(site.page(code, "").tree)[name]
        links = [one.get("href", "") for one in drawing.iter() if name_of(one) == "a"]
        assert [f"years/{year}/" for year in site.chronicle.years] == links


@every_language
def test_both_directions_show_the_same(site: Site, code: LanguageCode) -> None:
    """Gathering comes before mirroring, so that in each language the same stands alone and the same is counted."""
    first = drawings(site.page(LANGUAGES[0], "").tree)
    for name, drawing in drawings(site.page(code, "").tree).items():
        assert sorted(singles(first[name])) == sorted(singles(drawing))
        shown = [text_of(one) for one in first[name].iter() if one.get("class") == "num"]
        assert sorted(shown) == sorted(text_of(one) for one in drawing.iter() if one.get("class") == "num")


@given(moves=st.lists(times, max_size=120), most=st.integers(1, 6))
def test_gathering_loses_nothing(moves: list[float], most: int) -> None:
    """Every move is in one column, in order of time, and what stands alone is not more than may."""
    columns = gather([item(time) for time in moves], WIDE, YEARS, most)
    assert sorted(moves) == sorted(one.time for column in columns for one in column.items)
    assert [] == [column for column in columns if not column.full and len(column.items) > most]
    assert [] == [column for column in columns if [*column.items] != sorted(column.items, key=lambda one: one.time)]


@given(moves=st.lists(times, max_size=200), most=st.integers(1, 6))
def test_counted_marks_do_not_cover_each_other(moves: list[float], most: int) -> None:
    """Between two counted marks there is room for both, and no single move stands under one."""
    columns = gather([item(time) for time in moves], WIDE, YEARS, most)
    width, reach = WIDE.column(YEARS), WIDE.gathered(YEARS)
    places = [column.place for column in columns if column.full]
    assert [] == [pair for pair in pairwise(places) if (pair[1] - pair[0]) * width < reach]
    alone = [column.place for column in columns if not column.full]
    assert [] == [one for one in alone if any(abs(one - place) * width < reach / 2 for place in places)]


@st.composite
def notes(draw: st.DrawFn) -> list[Note]:
    """Make some notes."""
    words = st.text("abc ", max_size=40)
    made = draw(st.lists(st.tuples(times, st.integers(0, 2), words, words), max_size=8))
    return [Note(item(time, lane=lane), head, line) for time, lane, head, line in made]


@given(found=notes(), width=st.sampled_from([328, 700, 1112]))
def test_notes_have_room(found: list[Note], width: int) -> None:
    """Notes that are drawn lie on the axis and cover no other, and where one fits there is one."""
    done = placed(found, width, width / len(YEARS), YEARS.start)
    for above in (True, False):
        extents = sorted(one.extent for one in done if one.note.above == above)
        assert [] == [extent for extent in extents if extent[0] < 0 or extent[1] > width]
        assert [] == [pair for pair in pairwise(extents) if pair[0][1] > pair[1][0]]
    fitting = [note for note in found if note.width < width / 2 - 10]
    assert not fitting or done


@every_language
def test_notes_of_the_site(site: Site, code: LanguageCode) -> None:
    """Each entry that the configuration names is in the record, and its note has its words, its date and its length."""
    text = text_of(drawings(site.page(code, "").tree)["wide"])
    choices = direct.settings().notes
    assert 1 <= len(choices) <= 5
    for choice in choices:
        when = site.chronicle.by_id[choice.event].event.when
        assert str(when.started.start.year) in text
        assert choice.text is not None
        assert choice.text.in_language(code) in text
        assert when.duration is None or language(code).duration(when.duration) in text


@every_language
def test_longest_outages_have_words(site: Site, code: LanguageCode) -> None:
    """Besides what is chosen the longest outages of either side are named, longest first, each once."""
    chronicle, own = site.chronicle, language(code)
    items = Items(chronicle, own, Rows(chronicle, own))
    chosen_ = chosen(chronicle, own, direct.settings(), items)
    found = longest(chronicle, own, items, chosen_)
    lengths = [note.item.minutes or 0 for note in found]
    assert sorted(lengths, reverse=True) == lengths
    assert {note.item.href for note in chosen_}.isdisjoint(note.item.href for note in found)
    long = [e for e in chronicle.held if e.event.outage and (d := e.event.when.duration) and d.minutes >= 180]
    sides = {company for company, known in chronicle.vocabulary.companies.items() if known.lane}
    unnamed = [e for e in long if e.company in sides and f"events/{e.id}/" not in {n.item.href for n in chosen_}]
    assert min(len(unnamed), 32) >= len(found) >= min(len(unnamed), 16)


def settings_with(notes: list[dict[str, Any]]) -> Settings:
    """Read the project's configuration with other notes."""
    options = direct.configuration().plugins["timeline"].config["site"]
    return Settings.read(options | {"notes": notes})


def test_no_more_notes_than_help() -> None:
    """Five notes are accepted, six are not."""
    five = [{"event": f"2024-01-0{day}-something"} for day in range(1, 6)]
    assert 5 == len(settings_with(five).notes)
    with pytest.raises(WrongSettings) as refused:
        settings_with([*five, {"event": "2024-01-06-something"}])
    assert [("M106", ("≤ 5",))] == [(one.code, one.allowed) for one in refused.value.diagnostics]


@pytest.mark.parametrize(
    ("code", "found", "note"),
    [("M107", "No Id", {"event": "No Id"}), ("M102", "line", {"event": "2024-a", "line": "x"})],
)
def test_wrong_notes(code: str, found: str, note: dict[str, Any]) -> None:
    """What is no id, or has no such key, is refused with its place."""
    with pytest.raises(WrongSettings) as refused:
        settings_with([note])
    (diagnostic,) = refused.value.diagnostics
    assert code == diagnostic.code
    assert found in diagnostic.place.excerpt()[0]


@every_language
def test_note_in_one_language(code: LanguageCode) -> None:
    """A note without words in a language of the site is named by its path."""
    other = "en" if code == "ar" else "ar"
    settings = settings_with([{"event": "2024-a", "text": {code: "كلمات words"}}])
    assert [] == list(settings.unsaid([code]))
    assert [("notes", 0, "text", other)] == list(settings.unsaid(["ar", "en"]))


@every_language
def test_notes_without_words(site: Site, code: LanguageCode) -> None:
    """A note without words of its own takes its entry's title where that is short, and else has its date alone."""
    chronicle, own = site.chronicle, language(code)
    titles = {entry.id: entry.event.title.in_language(code) for entry in chronicle.entries}
    ids = [min(titles, key=lambda one: len(titles[one])), max(titles, key=lambda one: len(titles[one]))]
    settings = settings_with([{"event": one} for one in ids])
    made = chosen(chronicle, own, settings, Items(chronicle, own, Rows(chronicle, own)))
    assert [titles[ids[0]], ""] == [note.line for note in made]
    assert [] == [note for note in made if not note.head]


@every_language
def test_data_of_the_axis(site: Site, files: dict[str, File], code: LanguageCode) -> None:
    """The script's file has every entry once, with the start, the length and the title that the entry's file says."""
    data = json.loads((site.data / "axis" / f"{code}.json").read_text("utf-8"))
    assert sorted(files) == sorted(row[0] for row in data["rows"])
    names = {one: kind.name.in_language(code) for one, kind in site.chronicle.vocabulary.kinds.items()}
    for one, start, width, length, lane, kind, title, *_ in data["rows"]:
        file = files[one]
        assert file["status"] != "debunked" or lane == 0
        assert " ".join(file["title"][code].split()) == title
        told, shape = data["kinds"][kind]
        debunked = file["status"] == "debunked"
        assert (debunked, not debunked) == (shape == "struck", told == names[file["kind"]])
        written = file["when"]["started"].rstrip("~?%")
        moment = datetime.fromtimestamp(start * 60, UTC).isoformat()
        assert moment.startswith(written.removesuffix("Z")), one
        assert (width == 0) == ("T" in written)
        ends = [file["when"].get(key, "") for key in ("started", "resolved")]
        assert (length is None) == (not all("T" in end for end in ends)), one


@every_language
def test_answers_in_the_data(site: Site, code: LanguageCode) -> None:
    """What an entry answers is the entry that its file says it responds to."""
    rows = json.loads((site.data / "axis" / f"{code}.json").read_text("utf-8"))["rows"]
    answered = {row[0]: rows[row[9] - 1][0] for row in rows if len(row) > 9 and row[9]}
    assert 8 <= len(answered)
    for one, other in answered.items():
        relations = site.chronicle.by_id[one].event.relations
        named = {relation.event for relation in relations if relation.type == "responds-to"}
        assert other in {site.chronicle.moved.get(name, name) for name in named}


def page_words(page: Page) -> dict[str, Any]:
    """Return the words that a page carries for its scripts."""
    words: dict[str, Any] = json.loads(text_of(page.first("script", id="words")))
    return words


@every_language
def test_the_script_has_its_words(site: Site, code: LanguageCode) -> None:
    """Every word that the axis's script says stands in the page."""
    words = page_words(site.page(code, ""))
    program = "".join(path.read_text("utf-8") for path in (PACKAGE / "site" / "drawing" / "axis").glob("*.js"))
    said = set(re.findall(r"\bwords\.(\w+)\.(\w+)", program))
    assert 10 <= len(said)
    assert [] == [(section, key) for section, key in said if key not in words[section]]


def test_without_script_nothing_is_offered(site: Site) -> None:
    """The drawings are not announced and hold no stop of the keyboard before a script has made them usable."""
    for code in LANGUAGES:
        for drawing in drawings(site.page(code, "").tree).values():
            assert "true" == drawing.get("aria-hidden")
            assert {"-1"} == {one.get("tabindex") for one in drawing.iter() if name_of(one) == "a"}


@every_language
def test_eras_are_bands(site: Site, code: LanguageCode) -> None:
    """Outside the outages of a side stand its eras, each named once: in its band, or beside it where that is short."""
    drawing = drawings(site.page(code, "").tree)["wide"]
    bands = [one for one in drawing.iter() if one.get("class", "").startswith("era") and name_of(one) == "rect"]
    names = [text_of(one) for one in drawing.iter() if one.get("class", "").startswith("era-name")]
    chosen_ = direct.settings().eras
    assert len(chosen_) == len(bands) == len(names)
    assert [] == [one.id for one in chosen_ if not any(one.name.in_language(code) in name for name in names)]
    assert sum(float(one.get("width", 0)) for one in bands) == pytest.approx(2 * WIDE.width, abs=2)


def test_eras_without_room() -> None:
    """The name of an era that is too short for it hangs outside, and one that lies beyond the years is not drawn."""

    def lasting(begins: str, ends: str | None = None) -> Band:
        era = Era("one", "x", parse_day(begins), parse_day(ends) if ends else None)
        return Band(2, "Long name", "Long name from then on", era)

    assert hangs(lasting("2010-01-01", "2010-03-01"), WIDE, YEARS)
    assert not hangs(lasting("2010-01-01"), WIDE, YEARS)
    assert not hangs(lasting("2040-01-01"), WIDE, YEARS)
