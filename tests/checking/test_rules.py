"""Rules see the whole record, and are silent where another mistake already says enough."""

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path

import pytest

from tests.golden import NOW
from tests.records import JAB, OUTAGE, changed, event, laid, outage, related, story
from timeline.checking import rules
from timeline.checking.result import check
from timeline.reading.diagnostics import Diagnostic
from timeline.reading.kept import Kept
from timeline.record.record import EventFile, Record, load

ALPHA = "2024-03-05-alpha-outage"
BEN = "2024-03-05-ben-mocks"


@pytest.fixture(autouse=True)
def _fixed_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOW)


def found(folder: Path, files: Mapping[str, str]) -> list[Diagnostic]:
    """Return all that is wrong with the tests' record and some files more."""
    return list(check(laid(folder, files)).problems)


def codes(folder: Path, files: Mapping[str, str]) -> list[str]:
    """Return the codes of all that is wrong."""
    return [problem.code for problem in found(folder, files)]


def test_every_rule_is_applied() -> None:
    """Every module among the rules is one that is applied: to events, to stories, or to half files."""
    names = [module.name for module in pkgutil.iter_modules(rules.__path__)]
    checks = {importlib.import_module(f"timeline.checking.rules.{name}").check for name in names}
    assert checks == {*rules.RULES, rules.stories.check, rules.halves.check}


def test_apply(tmp_path: Path) -> None:
    """Every event is held to every rule that is given."""

    def rule(file: EventFile, record: Record) -> Iterator[Diagnostic]:
        yield file.problem("V101", "kind", found=record.files[file.id].id)

    record, _ = load(laid(tmp_path))
    expected = [ALPHA, ALPHA, BEN, BEN]
    assert expected == [problem.values["found"] for problem in rules.apply(record, [rule, rule])]


def test_of_the_file(tmp_path: Path) -> None:
    """What follows from a file alone is said again of a file that stays, and is not of one that was mended."""
    kept, folder = Kept(), laid(tmp_path, {OUTAGE: changed(OUTAGE, ("Alphagram logs", "TODO logs"))})
    for _ in range(2):
        assert ["T112"] == [problem.code for problem in check(folder, kept=kept).problems]
    (folder / OUTAGE).write_text(changed(OUTAGE, ("Alphagram logs", "Alphagram now logs")), "utf-8")
    assert [] == [problem.code for problem in check(folder, kept=kept).problems]


def test_order(tmp_path: Path) -> None:
    """All problems come in one list, in the order of files and places, whichever step found them."""
    problems = found(tmp_path, {OUTAGE: "kind: [\n", JAB: changed(JAB, ("[mockery]", "[x]")), "2024/a.txt": ""})
    assert ["Y101", "V105", "F107"] == [problem.code for problem in problems]


@pytest.mark.parametrize("name", ["people", "companies", "platforms", "publishers", "tags", "kinds"])
def test_unreadable_vocabulary(tmp_path: Path, name: str) -> None:
    """No id is called unknown while the file in which it may stand cannot be read."""
    assert ["Y108"] == codes(tmp_path, {f"vocabulary/{name}.yml": ""})


def test_nobody_said_it(tmp_path: Path) -> None:
    """Whoever words were put into the mouth of must be known too."""
    text = (
        "misattributed:\n  - attributed_to: nobody\n    lang: en\n    text: I never said this\n"
        "    translation: {ar: لم أقل هذا}\n    source: daily\ndoubt: {en: It is false, ar: هذا زائف}\n"
    )
    problems = found(tmp_path, {JAB: changed(JAB, ("status: reported\n", text + "status: debunked\n"))})
    (problem,) = (problem for problem in problems if problem.code[0] == "V")
    assert ("V102", ("alpha", "ann-example", "ben-example", "beta")) == (problem.code, problem.allowed)


@pytest.mark.parametrize(("meant", "written"), [("ben-example", "benny"), ("ben-example", "ben"), ("beta", "betta")])
def test_other_spellings(tmp_path: Path, meant: str, written: str) -> None:
    """A nickname or a handle suggests who bears it, a slip what is nearest."""
    (problem,) = found(tmp_path, {JAB: changed(JAB, ("by: [ben-example]", f"by: [{written}]"))})
    assert ("V102", meant) == (problem.code, problem.suggestion)


def test_relation_to_what_cannot_be_read(tmp_path: Path) -> None:
    """A relation to an event with a mistake is no second mistake, nor is a story of it."""
    assert ["Y101"] == codes(tmp_path, {OUTAGE: "kind: [\n", "stories/lights.yml": story(ALPHA, BEN)})


def test_relation_to_a_former_id(tmp_path: Path) -> None:
    """A relation by a former id is a relation to the event that bears it now: here to itself, there to the other."""
    itself = event(more="aliases: [old-id]\n" + related("responds-to", "old-id"))
    assert ["R102"] == codes(tmp_path / "a", {"2024/2024-03-07-x.yml": itself})
    other = {"2024/2024-03-07-x.yml": event(more="aliases: [old-id]\n"), JAB: changed(JAB, (ALPHA, "old-id"))}
    assert ["R104"] == codes(tmp_path / "b", other)


@pytest.mark.parametrize(("code", "kind"), [("R104", "caused-by"), ("R104", "corrects"), (None, "part-of")])
def test_order_of_relations(tmp_path: Path, code: str | None, kind: str) -> None:
    """An effect and a correction are not older than what they follow; a part may begin before the whole."""
    files = {"2024/2024-03-01-x.yml": event("2024-03-01", related(kind, ALPHA))}
    assert [code] * bool(code) == codes(tmp_path, files)


def test_coarse_dates_may_follow(tmp_path: Path) -> None:
    """What is only known to the month may have followed what happened in that month."""
    files = {"2024/2024-03-march.yml": event("2024-03", related("responds-to", ALPHA))}
    assert [] == codes(tmp_path, files)


def test_circle(tmp_path: Path) -> None:
    """A circle is told once, at its first event, with the whole way round; a branch into it is none."""
    steps = {"a1": "b2", "b2": "c3", "c3": "d4", "d4": "a1", "e5": "b2"}
    files = {
        f"2024/2024-03-07-{one}.yml": event(more=related("part-of", f"2024-03-07-{to}")) for one, to in steps.items()
    }
    (problem,) = (problem for problem in found(tmp_path, files) if problem.code != "R106")
    ring = [f"2024-03-07-{one}" for one in ("a1", "b2", "c3", "d4", "a1")]
    assert ("R103", " → ".join(ring)) == (problem.code, problem.values["found"])
    assert 3 == len(problem.related)


def test_two_types_make_no_circle(tmp_path: Path) -> None:
    """One event answers another that is part of it: no circle."""
    files = {
        "2024/2024-03-07-a1.yml": event(more=related("responds-to", "2024-03-07-b2")),
        "2024/2024-03-07-b2.yml": event(more=related("part-of", "2024-03-07-a1")),
    }
    assert [] == codes(tmp_path, files)


def test_long_chain(tmp_path: Path) -> None:
    """A long chain of answers is neither a circle nor too long to follow."""
    chain = [f"2024-03-07-n{i:03}" for i in range(60)]
    files = {f"2024/{one}.yml": event(more=related("responds-to", to)) for to, one in pairwise(chain)}
    assert "R103" not in codes(tmp_path, files | {f"2024/{chain[0]}.yml": event()})


@pytest.mark.parametrize(
    ("near", "text"),
    [
        (True, outage("2024-03-05T15:00Z")),
        (True, outage("2024-03-05T16:00Z")),
        (True, outage("2024-03-05T17:00Z")),
        (False, outage("2024-03-05T17:01Z")),
        (False, outage("2024-03-05")),
        (False, outage("2024-03-05T15:30Z", services="[betanet]")),
        (False, outage("2024-03-05T15:30Z", company="beta")),
    ],
)
def test_near_copies(tmp_path: Path, near: bool, text: str) -> None:
    """Two outages of a company are near when they share a service and the first lasts, or began in the last hour."""
    assert near == ("R105" in codes(tmp_path, {"2024/2024-03-05-copy.yml": text}))


@pytest.mark.parametrize(
    ("future", "day"),
    [(False, "2026-11-22"), (False, "2026-11-23T00:00Z"), (True, "2026-11-23T00:01Z"), (False, "2026")],
)
def test_future(tmp_path: Path, future: bool, day: str) -> None:
    """What began, as far as is known, more than a day from now has not happened; a year that has begun has."""
    assert ["D107"] * future == codes(tmp_path, {"2026/2026-now.yml": event(day)})


def test_year_of_utc(tmp_path: Path) -> None:
    """The folder's year is that of UTC."""
    assert ["F106"] == codes(tmp_path, {"2024/2024-12-31-x.yml": event("2024-12-31T23:30-01:00")})


def test_imitated_publisher(tmp_path: Path) -> None:
    """The domains of the vocabulary are those that may be imitated."""
    files = {
        "vocabulary/tags.yml": changed("vocabulary/tags.yml", ("سخرية}", "سخرية}\n  domain: taggy.example")),
        JAB: changed(JAB, ("https://daily.example", "https://taggy.test")),
        OUTAGE: changed(OUTAGE, ("https://daily.example", "https://a1phagram.com")),
    }
    assert ["L106"] == codes(tmp_path, files)
