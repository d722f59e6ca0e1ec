"""The axis as a page shows it: its drawings, the years below them, its legend, and how much it shows."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from timeline.chronicle.chronicle import Chronicle
from timeline.chronicle.sides import NEITHER, sides
from timeline.language import Language
from timeline.site.drawing import marks
from timeline.site.drawing.axis import frame, notes
from timeline.site.drawing.axis.bands import bands
from timeline.site.drawing.axis.drawing import draw
from timeline.site.drawing.axis.items import Item, Items
from timeline.site.drawing.axis.overview_of import Overview
from timeline.site.drawing.scales import GUIDES, HIGH, LOW
from timeline.site.parts.briefs import Rows
from timeline.site.settings import Settings

# The sections of the interface's words that the axis's script says.
SPOKEN = ("axis", "count", "duration", "time", "zoom")


def context(chronicle: Chronicle, language: Language, settings: Settings, rows: Rows) -> dict[str, Any]:
    """Return what the template of the axis needs; nothing is drawn of a record that has not two sides."""
    items = Items(chronicle, language, rows)
    years = _years(chronicle)
    whole = items.all() if len(sides(chronicle.vocabulary, language.code)) > 1 and years else []
    shown = [item for item in whole if item.held]
    named = notes.chosen(chronicle, language, settings, items)
    overview = Overview(
        shown,
        years,
        [*named, *notes.longest(chronicle, language, items, named)],
        _labels(chronicle, language, settings, shown),
        lambda what, count, year: _gathered(language, what, count, year),
        lambda year: _of_year(language, shown, year),
        language,
        bands(settings.eras, chronicle.vocabulary, language),
        lambda minutes: _short(language, minutes),
    )
    return {
        "axis": draw(overview) if shown else Markup(""),
        "axis_years": [{"name": str(year), "known": str(year) in chronicle.years} for year in years],
        "axis_whole": _whole(chronicle, language, years),
        "legend": list(_legend(chronicle, language)),
        "axis_key": [sign for lane in (1, 0) for sign in _beside(chronicle, language)[lane]],
        "axis_scale": _scale(language),
        "axis_debunked": _debunked(chronicle, language),
    }


def _years(chronicle: Chronicle) -> range:
    years = [int(year) for year in chronicle.years]
    return range(min(years), max(years) + 1) if years else range(0)


def _whole(chronicle: Chronicle, language: Language, years: range) -> str:
    if not years:
        return ""
    span = language.word("zoom.span").format(**{"from": years.start, "to": years.stop - 1})
    return language.counted("zoom.whole", len(chronicle.held), span=span)


def _labels(chronicle: Chronicle, language: Language, settings: Settings, items: list[Item]) -> frame.Labels:
    outages = Counter(item.lane for item in items if item.is_outage)
    moves = sum(not item.is_outage and item.held for item in items)
    names = {side.lane: side.name for side in sides(chronicle.vocabulary, language.code)}
    word, count = language.word, language.counted
    between = settings.between.in_language(language.code) if settings.between else word("home.between")
    return frame.Labels(
        {lane: (name, count("count.outages", outages[lane])) for lane, name in names.items()}
        | {0: (between, count("count.moves", moves))},
        {key: word(f"axis.{key}") for key in GUIDES},
        _beside(chronicle, language),
    )


def _beside(chronicle: Chronicle, language: Language) -> dict[int, list[frame.Sign]]:
    """Return what is explained beside each lane: lengths, moves, and counted marks."""
    word = language.word
    moves = [frame.Sign(shape, 2, name) for shape, name in _moves(chronicle, language).items()]
    return {
        1: [
            frame.Sign(marks.BAR, 1, word("home.legend.taller")),
            frame.Sign(marks.UNKNOWN, 1, word("home.legend.unknown")),
        ],
        0: [*moves, frame.Sign(marks.THIRD, NEITHER, word("home.legend.third"))],
        2: [frame.Sign("gathered", 2, word("zoom.many"))],
    }


def _gathered(language: Language, what: str, count: int, year: int) -> str:
    counted = language.counted(f"count.{what}", count)
    return language.word("zoom.gathered").format(counted=counted, span=year)


def _of_year(language: Language, items: list[Item], year: int) -> str:
    held = [item for item in items if item.held and year <= item.time < year + 1]
    outages = sum(item.is_outage for item in held)
    return language.word("zoom.of_year").format(
        year=year,
        outages=language.counted("count.outages", outages),
        moves=language.counted("count.moves", len(held) - outages),
    )


def _legend(chronicle: Chronicle, language: Language) -> Iterator[dict[str, Any]]:
    """Name the sides and the shapes; ``token`` is what a filter calls them, and what cannot be filtered has none."""
    word = language.word
    for side in sides(chronicle.vocabulary, language.code):
        yield _entry("lane", side.lane, side.name, marks.style_of(side.lane))
    yield _entry("lane", NEITHER, word("home.legend.third"), marks.style_of(NEITHER))
    yield _entry(marks.BAR, 1, word("home.legend.outage"), marks.BAR)
    yield _entry(marks.UNKNOWN, 1, word("home.legend.unknown"), marks.UNKNOWN)
    for shape, names in _moves(chronicle, language).items():
        yield _entry(shape, 2, names, shape)
    yield _entry(marks.STRUCK, NEITHER, word("status.debunked.name"), marks.STRUCK)
    yield _entry("gathered", 2, word("zoom.many"), "")


def _moves(chronicle: Chronicle, language: Language) -> dict[str, str]:
    """Name the kinds of move that there are by their shapes on the axis, in the order in which these are explained."""
    found: dict[str, list[str]] = {shape: [] for shape in marks.ROLES.values() if shape != marks.BAR}
    for name, kind in chronicle.vocabulary.kinds.items():
        if name in chronicle.kinds and not kind.is_outage:
            found[marks.ROLES[kind.role]].append(kind.name.in_language(language.code))
    joined = {shape: language.word("separator").join(names) for shape, names in found.items() if names}
    rest = marks.ROLES["move"]
    return joined | ({rest: language.word("home.legend.other")} if rest in joined else {})


def _short(language: Language, minutes: int) -> str:
    """Write a length in so few letters as an axis has room for."""
    hours, rest = divmod(minutes, 60)
    shown = [
        language.word(f"axis.{unit}").format(count=number)
        for unit, number in (("hour", hours), ("minute", rest))
        if number
    ]
    return language.word("duration.join").join(shown)


def _scale(language: Language) -> str:
    """Say how lengths are drawn."""
    return language.word("home.scale").format(low=language.minutes(LOW), high=language.minutes(HIGH))


def _debunked(chronicle: Chronicle, language: Language) -> str:
    """Say where the claims are that are not drawn."""
    return language.counted("home.debunked", len(chronicle.debunked)) if chronicle.debunked else ""


def _entry(shape: str, lane: int, name: str, token: str) -> dict[str, Any]:
    return {"shape": shape, "lane": lane, "name": name, "token": token}
