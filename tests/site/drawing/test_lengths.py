"""An outage's page sets its length among all known ones, and shows where outlets disagree on the reports."""

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from tests.built import Page, Site, text_of
from timeline.chronicle.chronicle import Entry
from timeline.values.bilingual import LANGUAGES

every_language = pytest.mark.parametrize("code", LANGUAGES)


def known(site: Site) -> list[Entry]:
    """Return the outages whose length is known, what was debunked left out."""
    return [entry for entry in site.chronicle.held if entry.event.outage and entry.event.when.duration]


def minutes(entry: Entry) -> int:
    """Return the length of an outage that has one."""
    assert entry.event.when.duration
    return entry.event.when.duration.minutes


def figures(page: Page, kind: str) -> list[ET.Element]:
    """Return the figures of a page that have just these classes."""
    return [figure for figure in page.main.iter("figure") if figure.get("class") == kind]


def drawing(figure: ET.Element, size: str) -> ET.Element:
    """Return a figure's drawing of one size."""
    return next(svg for svg in figure.iter() if svg.get("class") == f"drawing strip-{size}")


def paths(svg: ET.Element, name: str) -> list[str]:
    """Return the data of the paths of a class."""
    return [one.get("d", "") for one in svg.iter() if name in one.get("class", "").split() and one.get("d")]


@every_language
def test_only_where_the_length_is_known(site: Site, code: str) -> None:
    """The strip stands on the page of each outage whose length is known, and on no other."""
    shown = {entry.id for entry in site.chronicle.entries if figures(site.event(code, entry), "duration")}
    assert {entry.id for entry in known(site)} == shown


@every_language
def test_every_outage_is_a_mark(site: Site, code: str) -> None:
    """In both sizes there are as many marks as outages of known length in the two lanes."""
    companies = site.chronicle.vocabulary.companies
    expected = sum(bool(entry.company and companies[entry.company].lane) for entry in known(site))
    figure = figures(site.event(code, known(site)[0]), "duration")[0]
    for size in ("wide", "narrow"):
        svg = drawing(figure, size)
        assert expected == sum(data.count("M") for name in ("solid", "hollow") for data in paths(svg, name))


@every_language
def test_the_sentence_counts(site: Site, code: str) -> None:
    """The sentence below the strip says how many were shorter and how many longer, unless there were none."""
    lengths = sorted(minutes(entry) for entry in known(site))
    for entry in known(site):
        shorter = bisect_left(lengths, minutes(entry))
        longer = len(lengths) - bisect_right(lengths, minutes(entry))
        said = text_of(next(figures(site.event(code, entry), "duration")[0].iter("figcaption")))
        numbers = [int(number) for number in re.findall(r"\d+", said)]
        wanted = {len(lengths), shorter, longer} if shorter and longer else {len(lengths)}
        assert wanted == set(numbers), entry.id


def test_the_bar_grows_with_time(site: Site) -> None:
    """The bar begins at the left and the longest one ends farthest right; in Arabic it is the other way round."""
    short, *_, long = sorted(known(site), key=minutes)
    ends: dict[tuple[str, str], float] = {}
    for code in LANGUAGES:
        for name, entry in (("short", short), ("long", long)):
            svg = drawing(figures(site.event(code, entry), "duration")[0], "wide")
            bar = next(one for one in svg.iter() if one.get("class") == "own")
            left, width = float(bar.get("x", "")), float(bar.get("width", ""))
            assert {"en": 0.0, "ar": 748.0}[code] == pytest.approx(left if code == "en" else left + width)
            ends[code, name] = left + width if code == "en" else left
    assert ends["en", "short"] < ends["en", "long"]
    assert ends["ar", "short"] > ends["ar", "long"]


@every_language
def test_dissent_is_drawn(site: Site, code: str) -> None:
    """Where outlets disagree each figure is a point on a line, the leading one filled, in order of size."""
    for entry in site.chronicle.entries:
        reports = entry.event.outage.reports if entry.event.outage else ()
        groups: dict[tuple[str, str, str], list[int]] = {}
        for line in reports:
            groups.setdefault((line.service, line.measure, line.tracker), []).append(line.count)
        expected = [counts for counts in groups.values() if len(set(counts)) > 1]
        plots = figures(site.event(code, entry), "duration plot")
        assert len(expected) == len(plots), entry.id
        for counts, plot in zip(expected, plots, strict=True):
            circles = [one for one in drawing(plot, "wide").iter() if one.get("class") in ("own", "other")]
            order = sorted(set(counts))
            assert [("own" if count == counts[0] else "other") for count in order] == [c.get("class") for c in circles]
            places = [float(c.get("d", "")[1:].split()[0]) for c in circles]
            assert sorted(places, reverse=code == "ar") == places


def test_labels_do_not_touch(site: Site) -> None:
    """No two labels of a line stand on the same row closer together than their letters are wide."""
    for entry in site.chronicle.entries:
        for plot in figures(site.event("en", entry), "duration plot"):
            texts = [one for one in drawing(plot, "narrow").iter() if one.tag.endswith("text")]
            rows: dict[str, list[tuple[float, float]]] = {}
            for one in texts:
                half = len(text_of(one)) * 3.2
                at = float(one.get("x", ""))
                rows.setdefault(one.get("y", ""), []).append((at - half, at + half))
            for row in rows.values():
                spans = sorted(row)
                assert all(end <= start for (_, end), (start, _) in pairwise(spans)), entry.id
