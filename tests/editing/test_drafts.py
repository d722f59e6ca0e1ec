"""A new event: a few answers make a file, and with its blanks filled the check finds nothing wrong with it."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests import golden
from tests.built import ROOT
from tests.records import laid
from timeline.checking.result import check
from timeline.editing.drafts import Draft, DraftSource, written
from timeline.editing.formatting import formatted
from timeline.editing.proposals import Answers, Desk, Names, moment, named
from timeline.editing.style import EVENT
from timeline.language import of_commands
from timeline.language.messages import Refusal
from timeline.record.record import load
from timeline.values.bilingual import LANGUAGES, LanguageCode

KINDS = ROOT / "events" / "vocabulary" / "kinds.yml"
PAGES = ("https://daily.example/2024/03/07/a", "https://weekly.example/b")
POST = "https://x.com/ben/status/1765769426484592640"  # of 7 March 2024
PUBLISHERS = """\
ben-on-x:
  name: {en: Ben Example, ar: بن إكزامبل}
  lang: en
"""

# What an editor would write into the blanks, by the names of their fields.
FILLED = {
    "en": "Something happened there, as line {line} says.",
    "ar": "حدث شيء هناك كما في السطر {line}.",
    "scope": "global",
    "headline": "Something happened",
    "event": "2024-03-05-ben-mocks",
    "id": "the-words",
    "lang": "en",
    "text": "It works",
}


@pytest.fixture(autouse=True)
def _fixed_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", golden.NOW)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The tests' record with the kinds of this site's record, and publishers that can be told by their addresses."""
    root = laid(tmp_path)
    shutil.copy(KINDS, root / "vocabulary")
    with (root / "vocabulary" / "publishers.yml").open("a", encoding="utf-8") as table:
        table.write(PUBLISHERS)
    return root


def answers(kind: str, *addresses: str, false: bool = False, **more: Any) -> Answers:
    """Return answers that are enough for a kind."""
    said = {"when": "2024-03-07", "title_en": "Something new happens", "title_ar": "حدث أمر جديد"}
    if kind == "outage":
        said |= {"company": "Alpha", "services": "ألفاغرام"}
    else:
        said |= {"by": "Benny", "to": "ألفا، Ann Example", "place": "betanet"}
    return Answers(kind=kind, addresses=addresses or PAGES, false=false, **(said | more))


def fill(root: Path, path: Path) -> list[str]:
    """Fill the blanks that the check names, and return what it says after that."""
    rows = path.read_text("utf-8").split("\n")
    blanks = [problem for problem in check(root).problems if problem.code == "M103"]
    assert blanks
    for blank in blanks:
        line = blank.place.start.line - 1
        assert rows[line].endswith(":")
        rows[line] += f" {FILLED[blank.values['field']].format(line=line)}"
    path.write_text("\n".join(rows), "utf-8")
    return [f"{problem.code} {problem.place}" for problem in check(root).problems]


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("addresses", [PAGES, (POST, *PAGES)], ids=["pages", "post"])
@pytest.mark.parametrize("false", [False, True], ids=["", "false"])
@pytest.mark.parametrize("kind", list(yaml.safe_load(KINDS.read_text("utf-8"))))
def test_filled(root: Path, kind: str, addresses: tuple[str, ...], *, false: bool, code: LanguageCode) -> None:
    """Of every kind, with a post and without, true and false: once the blanks are filled, the check has no word."""
    proposal = Desk(load(root)[0], "2024-03-08").propose(answers(kind, *addresses, false=false))
    path = root / "2024" / f"{proposal.draft.id}.yml"
    path.write_text(written(proposal.draft, of_commands(code)), "utf-8")
    assert [] == fill(root, path)
    path.write_text(formatted("a", path.read_bytes(), EVENT), "utf-8")
    assert () == check(root).problems


def test_proposed(root: Path) -> None:
    """A post alone gives the minute, the place, the speaker, the publisher and the id's date."""
    record = load(root)[0]
    desk = Desk(record, "2024-03-08")
    assert "2024-03-07T16:00Z" == desk.when([PAGES[0], POST])
    draft = desk.propose(answers("jab", POST, when="")).draft
    assert ("2024-03-07-something-new-happens", "2024") == (draft.id, draft.folder)
    assert "2024-03-07T16:00Z" == draft.started
    assert [DraftSource("ben-on-x", POST, "ben-on-x", "en", "2024-03-07", post=True)] == list(draft.sources)
    assert (("ben-example",), ("alpha", "ann-example")) == (draft.by, draft.to)


def test_publisher_of_an_address(root: Path) -> None:
    """The publisher is that of the record's sources at the same host, or a new one with the lines that it needs."""
    desk = Desk(load(root)[0], "2024-03-08")
    found = desk.propose(
        answers("jab", "https://www.daily.example/x", "https://sub.weekly.example/", "https://news.example.co.uk/a")
    )
    assert ["daily-example", "weekly-example", "example"] == [source.publisher for source in found.draft.sources]
    assert [("example", "news.example.co.uk")] == [(new.id, new.domain) for new in found.publishers]
    assert {"name": {"en": None, "ar": None}} == {"name": yaml.safe_load(found.publishers[0].lines)["example"]["name"]}


@pytest.mark.parametrize(
    ("expected", "address"),
    [
        (["2024-03-05-ben-mocks"], "http://www.daily.example/ben-mocks/?utm_source=x#top"),
        (["2024-03-05-ben-mocks"], "https://web.archive.org/web/20240305000000/https://daily.example/ben-mocks"),
        ([], "https://daily.example/ben-mocks/2"),
    ],
)
def test_there_already(root: Path, expected: list[str], address: str) -> None:
    """An event on the same page is named, however its address is written."""
    desk = Desk(load(root)[0], "2024-03-08")
    assert expected == list(desk.propose(answers("statement", address)).alike)


def test_there_already_by_time(root: Path) -> None:
    """An event of the same kind that began within a day is named too; of an outage the company must be the same."""
    desk = Desk(load(root)[0], "2024-03-08")
    assert ("2024-03-05-ben-mocks",) == desk.propose(answers("jab", when="2024-03-06")).alike
    assert ("2024-03-05-alpha-outage",) == desk.propose(answers("outage", when="2024-03-06")).alike
    assert () == desk.propose(answers("outage", when="2024-03-06", company="beta", services="betanet")).alike


@pytest.mark.parametrize(
    ("said", "more"),
    [
        ("the vocabulary has no “Ben Exampel”; did you mean ben-example?", {"by": "Ben Exampel"}),
        ("the vocabulary has no “qqq”", {"by": "qqq"}),
        ("“soon” is no date; write it like", {"when": "soon"}),
        ("“2024-03-07T15:00:10Z” is no date; did you mean 2024-03-07T15:00Z?", {"when": "2024-03-07T15:00:10Z"}),
    ],
)
def test_refused(root: Path, said: str, more: dict[str, Any]) -> None:
    """An answer that names nothing is refused with its mend."""
    with pytest.raises(Refusal) as refused:
        Desk(load(root)[0], "2024-03-08").propose(answers("jab", PAGES[0], **more))
    assert said in refused.value.said("en")


@pytest.mark.parametrize("address", ["daily.example/a", "javascript:alert(1)", "https://daily.example/a\nb"])
def test_refused_address(root: Path, address: str) -> None:
    """What is no address that can be published is refused."""
    with pytest.raises(Refusal):
        Desk(load(root)[0], "2024-03-08").propose(answers("jab", address))


@pytest.mark.parametrize("name", ["../../etc/x", "A", "a b", ""])
def test_refused_id(name: str, root: Path) -> None:
    """What cannot be an id, such as a way out of the folder, is refused."""
    proposal = Desk(load(root)[0], "2024-03-08").propose(answers("jab"))
    with pytest.raises(Refusal):
        named(proposal, name)
    assert "other-name" == named(proposal, "other-name").draft.id


@pytest.mark.parametrize(
    ("expected", "draft"),
    [
        ("2024-03-07-a-b-c-d-e-f", Draft(kind="jab", started="2024-03-07T15:00Z~", title_en="A “b” C, d: e f g")),
        ("2024-03-debunked-a", Draft(kind="jab", started="2024-03?", title_en="A", false=True)),
        ("2024", Draft(kind="jab", started="2024", title_en="عنوان")),
        ("x", Draft(kind="jab", started="2024", title_en="A", name="x")),
    ],
)
def test_id(expected: str, draft: Draft) -> None:
    """An id is the date, as finely as it is known to the day, and the first words of the English title."""
    assert expected == draft.id


def test_names(root: Path) -> None:
    """Who or what is meant is found by id, by name in either language, by other spellings and by account."""
    desk = Desk(load(root)[0], "2024-03-08")
    names = ["ben-example", "Ben Example", "BEN_EXAMPLE", "بن إكزامبل", "benny", "@ben"]
    assert ["ben-example"] * len(names) == [desk.actors.id(name) for name in names]
    assert ("alphagram", "betanet") == desk.places.ids("ألفاغرام، Betanet, alphagram ,")
    assert () == Names({}).ids(" ")


def test_moment() -> None:
    """A date is taken as it is written in files."""
    assert "2024-03-07T13:00Z~" == moment(" 2024-03-07T15:00+02:00~ ")
