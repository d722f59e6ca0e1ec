"""Pages are asked for politely and judged with care, and what is found out is written where it belongs."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.command import run
from tests.editing.standin import StandIn, standing_in
from tests.records import JAB, changed, laid
from timeline.editing import archiving
from timeline.editing.archiving import Archive, wanted
from timeline.editing.linkcheck import Round, unjudged
from timeline.editing.notebook import Notebook
from timeline.editing.web import Client
from timeline.language.messages import Refusal
from timeline.record.record import load

PAGE = "http://daily.example/ben-mocks"
DAY = date(2026, 11, 22)
MINE = (("2024-03-05-ben-mocks", "daily"),)
SOURCE = ("https://daily.example/ben-mocks", PAGE)
FOUND = {"archived_snapshots": {"closest": {"available": True, "status": "200", "timestamp": "20240306010203"}}}


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[StandIn]:
    """The whole web, as this test has it."""
    with standing_in() as stand_in:
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{stand_in.port}")
        monkeypatch.delenv("no_proxy", raising=False)
        monkeypatch.delenv("NO_PROXY", raising=False)
        yield stand_in


class Clock:
    """A clock that moves only while somebody waits for it."""

    def __init__(self) -> None:
        self.time = 100.0
        self.waits: list[float] = []

    def sleep(self, seconds: float) -> None:
        """Let time pass."""
        self.time += seconds
        if seconds:
            self.waits.append(seconds)

    def now(self) -> float:
        """Return the time."""
        return self.time


@pytest.fixture
def clock() -> Clock:
    """A clock at rest."""
    return Clock()


@pytest.fixture
def client(clock: Clock) -> Client:
    """A client by that clock."""
    return Client(2.0, sleep=clock.sleep, now=clock.now)


def test_pauses(web: StandIn, client: Client, clock: Clock) -> None:
    """Between two questions to one host lies a pause; another host need not wait for it. The client says who it is."""
    for address in ("http://a.example/1", "http://a.example/2", "http://b.example/", "http://www.a.example/3"):
        web.put(address)
        assert 200 == client.get(address).status
    assert [2.0, 2.0] == clock.waits
    assert [True] == ["servers-working-timeline/" in agent and "https://" in agent for agent in web.agents]


@pytest.mark.parametrize("busy", [429, 503, 500])
def test_busy(web: StandIn, client: Client, clock: Clock, busy: int) -> None:
    """A busy server is asked again, after the time that it asks for."""
    web.put(PAGE, busy, Retry_After="7")
    web.put(PAGE)
    assert 200 == client.get(PAGE).status
    assert [7.0] == clock.waits


def test_gives_up(web: StandIn, client: Client, clock: Clock) -> None:
    """After a few tries with growing pauses a busy server is left alone; nobody waits for hours if it asks for that."""
    web.put(PAGE, 503)
    assert 503 == client.get(PAGE).status
    assert 3 == web.counts[PAGE]
    assert clock.waits[0] < clock.waits[1] <= 60
    web.put("http://b.example/", 503, Retry_After="86400")
    client.get("http://b.example/")
    assert max(clock.waits) <= 60


@pytest.mark.parametrize("status", [200, 404, 403])
def test_asked_once(web: StandIn, client: Client, status: int) -> None:
    """An answer that is one is not asked for again."""
    web.put(PAGE, status)
    assert status == client.get(PAGE).status
    assert 1 == web.counts[PAGE]


@pytest.mark.parametrize("location", ["file:///etc/passwd", "ftp://a.example/", "javascript:1"])
def test_only_the_web(web: StandIn, client: Client, location: str) -> None:
    """A redirect leads to no file and no other kind of server."""
    web.put(PAGE, 302, Location=location)
    assert b"" == client.get(PAGE).body


def judged(web: StandIn, client: Client, notebook: Notebook, day: date = DAY) -> str:
    """Return what is found of the page on a day."""
    return Round(client, notebook, day, {}).run({PAGE: MINE})[0].verdict


@pytest.mark.parametrize(
    ("expected", "status", "headers"),
    [
        ("there", 200, {}),
        ("gone", 404, {}),
        ("gone", 410, {}),
        ("refused", 403, {}),
        ("refused", 401, {}),
        ("refused", 451, {}),
        ("silent", 500, {}),
        ("moved", 301, {"Location": "http://daily.example/new"}),
        ("there", 301, {"Location": "http://www.daily.example/ben-mocks/?utm_source=a"}),
    ],
)
def test_verdicts(
    web: StandIn, client: Client, tmp_path: Path, expected: str, status: int, headers: dict[str, str]
) -> None:
    """Only a page that its server calls missing is missing; one behind a door is not, nor is one of a silent server."""
    web.answers[PAGE] = [(status, b"", headers)]
    web.put("http://daily.example/new")
    web.put("http://www.daily.example/ben-mocks/?utm_source=a")
    assert expected == judged(web, client, Notebook(tmp_path / "notes"))


def test_no_answer(client: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A host that cannot be reached is silent, not gone."""
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    assert "silent" == Round(client, Notebook(tmp_path / "notes"), DAY, {}).run({PAGE: MINE})[0].verdict


def test_goes_on(web: StandIn, client: Client, tmp_path: Path) -> None:
    """A run that was ended, even within a line of its notes, goes on where it was, and asks again only days later."""
    addresses = {f"http://{host}.example/": MINE for host in "abc"}
    for address in addresses:
        web.put(address)
    notes = tmp_path / "a" / "notes"
    Round(client, Notebook(notes), DAY, {}).run(addresses, 2)
    with notes.open("a", encoding="utf-8") as file:
        file.write('{"url": "http://c.exa')
    found = Round(client, Notebook(notes), DAY, {}).run(addresses)
    assert ["there"] * 3 == [one.verdict for one in found]
    assert [1, 1, 1] == list(web.counts.values())
    assert ["there"] == [note["verdict"] for note in Notebook(notes).of("http://c.example/")]
    Round(client, Notebook(notes), date(2026, 11, 29), {}).run(addresses)
    assert [2, 2, 2] == list(web.counts.values())


def test_unjudged(web: StandIn, client: Client, tmp_path: Path) -> None:
    """A host that is not judged is not asked, nor is what lies below it, and its reason is told."""
    (tmp_path / "unjudged.yml").write_text("daily.example: lets nobody in\n", "utf-8")
    reasons = unjudged(tmp_path / "unjudged.yml")
    found = Round(client, Notebook(tmp_path / "notes"), DAY, reasons).run({"http://m.daily.example/": MINE})
    assert [("unjudged", "lets nobody in")] == [(one.verdict, one.detail) for one in found]
    assert [] == web.asked
    assert {} == unjudged(tmp_path / "none.yml")


@pytest.mark.parametrize("text", ["- a", "a: [b]", "a:", "a: [", ""])
def test_unjudged_without_reason(tmp_path: Path, text: str) -> None:
    """Hosts without a reason, or a file that cannot be read, are refused."""
    (tmp_path / "unjudged.yml").write_text(text, "utf-8")
    with pytest.raises(Refusal):
        unjudged(tmp_path / "unjudged.yml")


@pytest.mark.parametrize(
    ("expected", "statuses"),
    [
        (False, [(22, 404)]),
        (False, [(15, 503), (22, 404)]),
        (False, [(22, 200), (29, 404)]),
        (True, [(16, 404), (22, 404)]),
        (True, [(15, 404), (22, 503), (29, 404)]),
        (False, [(15, 404), (22, 200), (29, 404)]),
        (False, [(15, 404), (22, 404), (29, 200)]),
    ],
)
def test_for_good(
    web: StandIn, client: Client, tmp_path: Path, *, expected: bool, statuses: list[tuple[int, int]]
) -> None:
    """A page is gone for good if it was missing twice, days apart, and was not there in between."""
    for day, status in statuses:
        web.answers[PAGE] = [(status, b"", {})]
        turn = Round(client, Notebook(tmp_path / "notes"), date(2026, 11, day), {})
        found = turn.run({PAGE: MINE})
    assert expected is turn.for_good(found[0])


def test_links(web: StandIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command tells what is missing, and writes the day into the file once that is sure, at its place."""
    monkeypatch.chdir(tmp_path)
    root = laid(tmp_path, {JAB: changed(JAB, SOURCE)})
    options = ("links", "--events", root, "--pause", "0", "--mark-gone")
    (tmp_path / "unjudged.yml").write_text("weekly.example: a\nwire.example: b\n", "utf-8")
    monkeypatch.setenv("https_proxy", "http://127.0.0.1:9")
    first = run(*options, SOURCE_DATE_EPOCH="1795305600")
    assert (0, "") == (first.exit_code, first.stdout)
    assert f"Missing (404): {PAGE} (2024-03-05-ben-mocks)" in first.stderr
    second = run(*options, SOURCE_DATE_EPOCH=str(1795305600 + 7 * 86400))
    assert f"events/{JAB}\n" == second.stdout
    assert f"Gone for good (404): {PAGE}" in second.stderr
    line = "    published: 2024-03-05\n    gone: 2026-11-29\n"
    assert changed(JAB, SOURCE, ("    published: 2024-03-05\n", line)) == (root / JAB).read_text("utf-8")


@pytest.mark.parametrize(
    ("found", "snapshot"),
    [
        (True, {}),
        (False, {"status": "404"}),
        (False, {"available": False}),
        (False, {"timestamp": "20240304235959"}),
        (False, {"timestamp": "2024"}),
        (False, {"timestamp": 7}),
    ],
)
def test_find(web: StandIn, client: Client, tmp_path: Path, *, found: bool, snapshot: dict[str, object]) -> None:
    """A copy counts if it shows the page and is no older than the page itself."""
    closest = {**FOUND["archived_snapshots"]["closest"], **snapshot}
    web.put(AVAILABLE, body=json.dumps({"archived_snapshots": {"closest": closest}}).encode())
    record = load(laid(tmp_path, {JAB: changed(JAB, SOURCE)}))[0]
    source = record.files["2024-03-05-ben-mocks"].event.sources["daily"]
    copy = Archive(client, available="http://archive.example/available").find(source)
    assert (f"https://web.archive.org/web/20240306010203/{PAGE}" if found else None) == copy


AVAILABLE = "http://archive.example/available?url=http%3A%2F%2Fdaily.example%2Fben-mocks&timestamp=20240305"


@pytest.mark.parametrize("body", [b"", b"{}", b"[1]", b'{"archived_snapshots": {}}', b'{"archived_snapshots": []}'])
def test_no_copy(web: StandIn, client: Client, tmp_path: Path, body: bytes) -> None:
    """An answer that says nothing is no copy and no failure."""
    web.put(AVAILABLE, body=body)
    record = load(laid(tmp_path, {JAB: changed(JAB, SOURCE)}))[0]
    source = record.files["2024-03-05-ben-mocks"].event.sources["daily"]
    assert Archive(client, available="http://archive.example/available").find(source) is None


@pytest.mark.parametrize(
    ("made", "headers", "redirect"),
    [
        (True, {"Content-Location": f"/web/20261122010203/{PAGE}"}, ""),
        (True, {}, f"http://archive.example/web/20261122010203/{PAGE}"),
        (False, {}, ""),
    ],
)
def test_ask_for(
    web: StandIn, client: Client, tmp_path: Path, *, made: bool, headers: dict[str, str], redirect: str
) -> None:
    """A copy that is made on demand is told by the answer's own address."""
    asked = f"http://archive.example/save/{PAGE}"
    web.answers[asked] = [(302, b"", {"Location": redirect}) if redirect else (200, b"", headers)]
    web.put(redirect)
    record = load(laid(tmp_path, {JAB: changed(JAB, SOURCE)}))[0]
    source = record.files["2024-03-05-ben-mocks"].event.sources["daily"]
    copy = Archive(client, save="http://archive.example/save/").ask_for(source)
    assert (f"https://web.archive.org/web/20261122010203/{PAGE}" if made else None) == copy


def test_archive(web: StandIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command writes the copy into the file and changes nothing else; on the same day it asks no more."""
    monkeypatch.chdir(tmp_path)
    root = laid(tmp_path, {JAB: changed(JAB, SOURCE)})
    monkeypatch.setattr(Archive, "__init__", _point)
    web.put(AVAILABLE, body=json.dumps(FOUND).encode())
    result = run("archive", "--events", root, "--pause", "0", "--save")
    assert (0, f"events/{JAB}\n") == (result.exit_code, result.stdout)
    assert "1 copy found for" in result.stderr
    line = f"    published: 2024-03-05\n    archive: https://web.archive.org/web/20240306010203/{PAGE}\n"
    assert changed(JAB, SOURCE, ("    published: 2024-03-05\n", line)) == (root / JAB).read_text("utf-8")
    asked = len(web.asked)
    assert "0 copies found for 0 sources" in run("archive", "--events", root, "--pause", "0", "--save").stderr
    assert asked == len(web.asked)


def _point(archive: Archive, client: Client) -> None:
    for name, value in {
        "client": client,
        "available": "http://archive.example/available",
        "save": "http://archive.example/save/",
    }.items():
        object.__setattr__(archive, name, value)


def test_wanted(tmp_path: Path) -> None:
    """Sources with a copy and posts are left out; pages that are gone come first."""
    text = changed(JAB, ("    published: 2024-03-05\n", "    published: 2024-03-05\n    gone: 2026-11-22\n"))
    record = load(laid(tmp_path, {JAB: text}))[0]
    assert ("2024-03-05-ben-mocks", "daily") == next((one.event, one.key) for one in wanted(record))
    post = changed(JAB, ("https://daily.example/ben-mocks", "https://x.com/ben/status/1765044650772541497"))
    (tmp_path / "events" / JAB).write_text(post, "utf-8")
    assert "2024-03-05-ben-mocks" not in {one.event for one in wanted(load(tmp_path / "events")[0])}
    assert archiving.COPIES == "https://web.archive.org/web/"
