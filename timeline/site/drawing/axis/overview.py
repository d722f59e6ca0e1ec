"""The axis as a page shows it: its drawings, the years below them, its legend, and how much it shows."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from timeline.chronicle.chronicle import Chronicle
from timeline.language import Language
from timeline.site.drawing import shapes
from timeline.site.drawing.axis import frame, notes
from timeline.site.drawing.axis.drawing import Overview, draw
from timeline.site.drawing.axis.items import DEBUNKED, OUTAGE, Item, Items
from timeline.site.parts.briefs import THIRD, Rows, company_name
from timeline.site.settings import Settings

# The sections of the interface's words that the axis's script says.
SPOKEN = ("axis", "count", "duration", "zoom")


def context(chronicle: Chronicle, language: Language, settings: Settings, rows: Rows) -> dict[str, Any]:
    """Return what the template of the axis needs; nothing is drawn of a record that has not two sides."""
    items = Items(chronicle, language, rows)
    years = _years(chronicle)
    shown = items.all() if len(items.lanes) > 1 and years else []
    overview = Overview(
        shown,
        years,
        notes.chosen(chronicle, language, settings, items),
        _labels(chronicle, language, items.lanes, shown),
        lambda what, count, year: _gathered(language, what, count, year),
        lambda year: _of_year(language, shown, year),
        language.direction,
    )
    return {
        "axis": draw(overview) if shown else Markup(""),
        "axis_years": [{"name": str(year), "known": str(year) in chronicle.years} for year in years],
        "axis_whole": _whole(chronicle, language, years),
        "legend": list(_legend(chronicle, language, items.lanes)),
    }


def _years(chronicle: Chronicle) -> range:
    years = [int(year) for year in chronicle.years]
    return range(min(years), max(years) + 1) if years else range(0)


def _whole(chronicle: Chronicle, language: Language, years: range) -> str:
    if not years:
        return ""
    span = language.word("zoom.span").format(**{"from": years.start, "to": years.stop - 1})
    return language.counted("zoom.whole", len(chronicle.held), span=span)


def _labels(chronicle: Chronicle, language: Language, lanes: dict[str, int], items: list[Item]) -> frame.Labels:
    outages = Counter(item.lane for item in items if item.kind == OUTAGE)
    moves = sum(item.kind != OUTAGE and item.held for item in items)
    names = {lane: company_name(side, chronicle, language) for side, lane in lanes.items()}
    word, count = language.word, language.counted
    return frame.Labels(
        {lane: (name, name, count("count.outages", outages[lane])) for lane, name in names.items()}
        | {0: (word("home.feud"), word("home.feud_short"), count("count.moves", moves))},
        {lane: side for side, lane in lanes.items()} | {0: THIRD},
        {key: word(f"axis.{key}") for key in frame.GUIDES},
    )


def _gathered(language: Language, what: str, count: int, year: int) -> str:
    counted = language.counted(f"count.{what}", count)
    return language.word("zoom.gathered").format(counted=counted, span=year)


def _of_year(language: Language, items: list[Item], year: int) -> str:
    held = [item for item in items if item.held and year <= item.time < year + 1]
    outages = sum(item.kind == OUTAGE for item in held)
    return language.word("zoom.of_year").format(
        year=year,
        outages=language.counted("count.outages", outages),
        moves=language.counted("count.moves", len(held) - outages),
    )


def _legend(chronicle: Chronicle, language: Language, lanes: dict[str, int]) -> Iterator[dict[str, Any]]:
    """Name the sides and the shapes; ``token`` is what a filter calls them, and what cannot be filtered has none."""
    word = language.word
    for side, lane in lanes.items():
        yield _entry("lane", side, lane, company_name(side, chronicle, language), side)
    first, second = list(lanes)[:2] if len(lanes) > 1 else (THIRD, THIRD)
    yield _entry("other", THIRD, 0, word("home.legend.third"), THIRD)
    yield _entry(OUTAGE, first, 1, word("home.legend.outage"), OUTAGE)
    yield _entry("unknown", first, 1, word("home.legend.unknown"), "unknown")
    for shape, kinds in shapes.groups(chronicle.vocabulary.kinds).items():
        names = (chronicle.vocabulary.kinds[kind].name.in_language(language.code) for kind in kinds)
        yield _entry(shape, first if shape == "launch" else second, 1, word("separator").join(names), shape)
    yield _entry(DEBUNKED, THIRD, 0, word("status.debunked.name"), DEBUNKED)
    yield _entry("gathered", second, 2, word("zoom.many"), "")


def _entry(shape: str, side: str, lane: int, name: str, token: str) -> dict[str, Any]:
    return {"shape": shape, "side": side, "lane": lane, "name": name, "token": token}
