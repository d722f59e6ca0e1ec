"""No file of a few kilobytes holds the check up, and no report of one file is longer than a person would scroll."""

import json
import time
from pathlib import Path

import pytest

from tests.examples import SMALLEST
from tests.records import JAB, changed, laid, outage
from timeline.checking import reports
from timeline.checking.result import MOST_SHOWN, check
from timeline.reading.diagnostics import MORE
from timeline.reading.reader import MAX_BYTES
from timeline.values.bilingual import LANGUAGES

FILE = "2024/2024-03-07-example.yml"
LARGEST_REPORT = 200_000


def filled(head: str, unit: str, tail: str = "") -> str:
    """Return as many repetitions of a text as fit into a file, numbered where it has a blank."""
    room = MAX_BYTES - len((head + tail).encode())
    return head + "".join(unit.format(f"{n:04x}") for n in range(room // len(unit.format("0000").encode()))) + tail


ATTACKS = {
    "aliases, then empty quotations": filled(f"a: [{'*a,' * 10_000}]\nquotes: [", "{{}},", "{}]\n"),
    "empty quotations": filled(SMALLEST + "quotes: [", "{{}},", "{}]\n"),
    "lists as keys": filled("", "? [a]\n"),
    "unknown fields": filled("", "titel{}: 1\n"),
    "one field many times": filled("", "kind: 1\n"),
    "unknown tags": filled(SMALLEST + "tags: [", "no-tag-{}, ", "x]\n"),
    "different tags": filled(SMALLEST + "tags: [", "t{},", "x]\n"),
    "one tag many times": filled(SMALLEST + "tags: [", "mockery,", "mockery]\n"),
    "unknown sources": filled(SMALLEST + "quotes: [{source: ", "}}, {{source: s{}", "}]\n"),
    "sources of nobody": filled(SMALLEST, "  s{0}: {{url: https://a{0}.example/, publisher: p, lang: en}}\n"),
    "relations to nothing": filled(SMALLEST + "relations: [", "{{type: part-of, event: 2024-{}}},", "]\n"),
    "escaped control characters": filled(SMALLEST + "people: [", '"\\u0001",', "]\n"),
    "joiners": filled(SMALLEST + "doubt: {en: a", "\u200d", ", ar: x}\n"),
    "isolates": filled(SMALLEST + "doubt: {en: a", "\u2066", ", ar: x}\n"),
    "marks that are composed otherwise": filled(SMALLEST + "doubt: {en: a", "e\u0301", ", ar: x}\n"),
    "anchors": filled("", "k{}: &a 1\n"),
    "types": filled("", "k{}: !t 1\n"),
    "notes behind values": filled(SMALLEST, "k{}: a #b\n"),
    "brackets": filled("", "["),
    "colons": filled("", "a: "),
    "quotation marks": filled(SMALLEST + "doubt: {en: ", "“", "ع, ar: x}\n"),
    "figures of reports": filled(
        outage("2024-03-07", "  reports: ["), "{{service: s{}, tracker: t, measure: peak, count: 1, source: x}},", "]\n"
    ),
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_bounds(attack: str, tmp_path: Path) -> None:
    """Whatever fills a file, it is checked and reported in less than a second, in less than 200 KB in every form."""
    root = laid(tmp_path, {FILE: ATTACKS[attack]})
    assert any(1 > seconds(root) for _ in range(3))  # other programs slow a processor down, at times by half


def seconds(root: Path) -> float:
    """Check a record that has errors, write it in every form, and return how long the processor was at it."""
    began = time.process_time()  # other programs do not count
    checked = check(root)
    written = [
        reports.report(form, checked.problems, language, root) for form in reports.FORMATS for language in LANGUAGES
    ]
    spent = time.process_time() - began
    assert checked.errors
    assert LARGEST_REPORT > max(len(text.encode()) for text in written)
    return spent


def test_so_many_are_shown(tmp_path: Path) -> None:
    """A hundred problems of a file are shown, errors before warnings, then how many more there are; others' all."""
    tags = ", ".join(f"t-{n}" for n in range(150))
    text = changed(JAB, ("tags: [mockery]", f"tags: [{tags}]"), ("https://daily.example", "http://daily.example"))
    problems = check(laid(tmp_path, {JAB: text, "2024/x.yml": SMALLEST})).problems
    shown = [problem.code for problem in problems if problem.place.source.name == f"events/{JAB}"]
    assert ["V105"] * MOST_SHOWN + [MORE] == shown
    assert "51" == problems[MOST_SHOWN].values["found"]
    assert "F105" == problems[-1].code


def test_none_is_lost_by_counting(tmp_path: Path) -> None:
    """What a shape hides behind the first two hundred is counted too."""
    text = SMALLEST + "people: [" + "No Id, " * 499 + "No Id]\n"
    (more,) = (problem for problem in check(laid(tmp_path, {FILE: text})).problems if problem.code == MORE)
    assert str(500 - MOST_SHOWN) == more.values["found"]


@pytest.mark.parametrize("form", reports.FORMATS)
def test_more_in_every_form(form: str, tmp_path: Path) -> None:
    """Every form of the report says that there is more."""
    root = laid(tmp_path, {FILE: ATTACKS["unknown tags"]})
    assert MORE in reports.report(form, check(root).problems, "ar", root)


def test_long_names(tmp_path: Path) -> None:
    """A file whose name is long makes no long report either."""
    name = "/".join(["2024", *["n" * 250] * 5, "No Id.yml"])
    root = laid(tmp_path, {name: "x"})
    problems = check(root).problems
    assert ["F105"] == [problem.code for problem in problems]
    assert 10_000 > len(reports.report("sarif", problems, "en", root))


def test_nearest_of_many(tmp_path: Path) -> None:
    """Of many allowed values a program gets those that are near, as a person does."""
    names = "".join(f"{tag}: {{name: {{en: t, ar: ع}}}}\n" for tag in ["mockery", *(f"tag-{n:04}" for n in range(800))])
    root = laid(tmp_path, {"vocabulary/tags.yml": names, FILE: ATTACKS["unknown tags"]})
    listed = json.loads(reports.report("json", check(root).problems, "en", root))
    assert {10} == {len(problem["allowed"]) for problem in listed if problem["code"] == "V105"}
