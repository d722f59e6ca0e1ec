"""How complete the record is can be seen: each share is counted from the files, and what lacks something is named."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin

import pytest
from click.testing import CliRunner, Result

from tests.built import EVENTS, Page, Site, below, text_of
from tests.plain import File
from tests.records import JAB, OUTAGE, changed, laid
from timeline.checking.result import check
from timeline.chronicle.chronicle import compile_chronicle
from timeline.chronicle.completeness import Share, Weakness, coverage, shares, weakest
from timeline.cli import main
from timeline.language import Language, language
from timeline.values.bilingual import LANGUAGES, LanguageCode

every_language = pytest.mark.parametrize("code", LANGUAGES)


def is_measured(file: File) -> bool:
    """Say whether an outage's start and end are known to the minute."""
    return all("T" in file["when"].get(end, "") for end in ("started", "resolved"))


def is_in(file: File, code: str) -> bool:
    """Say whether a source is written in a language."""
    return any(source["lang"].partition("-")[0] == code for source in file["sources"].values())


def is_admitted(file: File) -> bool:
    """Say whether it is known when an outage was admitted, or that it was not."""
    return not {"acknowledged", "unacknowledged"}.isdisjoint(file["when"])


# What each share asks of a file, and of which files.
ASKED: dict[str, Callable[[File], bool | None]] = {
    "origins": lambda file: len({one.get("origin", one["publisher"]) for one in file["sources"].values()}) > 1,
    "primary": lambda file: any(one.get("evidence") in ("post", "statement") for one in file["sources"].values()),
    "language.ar": lambda file: is_in(file, "ar"),
    "language.en": lambda file: is_in(file, "en"),
    "outage_language.ar": lambda file: is_in(file, "ar") if file["kind"] == "outage" else None,
    "outage_language.en": lambda file: is_in(file, "en") if file["kind"] == "outage" else None,
    "archived": lambda file: any("archive" in source for source in file["sources"].values()),
    "minute": lambda file: "T" in file["when"]["started"],
    "length": lambda file: is_measured(file) if file["kind"] == "outage" else None,
    "acknowledged": lambda file: is_admitted(file) if file["kind"] == "outage" else None,
    "said": lambda file: all("T" in q.get("at", "") for q in file["quotes"]) if "quotes" in file else None,
    "quotation": lambda file: "quotes" in file,
    "translated": lambda file: all(q["translation"] for q in file["quotes"]) if "quotes" in file else None,
}


@pytest.fixture(scope="module")
def held(files: dict[str, File]) -> dict[str, File]:
    """Every event that the record holds to have happened, by its id."""
    return {one: file for one, file in files.items() if file["status"] != "debunked"}


def named(side: str, name: str, own: Language) -> str:
    """Return the words for what entries have, or lack; what stands behind the dot is a language."""
    key, _, tag = name.partition(".")
    return own.word(f"coverage.{side}.{key}").format(language=own.language_name(tag) if tag else "")


def stats(events: Path, *arguments: str) -> Result:
    """Run the command over a record."""
    return CliRunner().invoke(main, ["stats", "--events", str(events), *arguments])


def missing(page: Page) -> list[tuple[str, set[str]]]:
    """Return each list of what is missing: what it says, and the ids of the events in it."""
    return [
        (text_of(next(one.iter("summary"))), {below(urljoin(page.address, a.get("href", ""))) for a in one.iter("a")})
        for one in page.main.iter("details")
    ]


def test_shares(held: dict[str, File]) -> None:
    """Each share is that of the events which have it, and names those which could have it and do not."""
    found = json.loads(stats(EVENTS, "--format", "json").stdout)
    assert (len(held), ASKED.keys()) == (found["events"], found["shares"].keys())
    for name, asked in ASKED.items():
        answers = {one: has for one, file in held.items() if (has := asked(file)) is not None}
        having, share = sum(answers.values()), found["shares"][name]
        assert (having, len(answers)) == (share["having"], share["of"]), name
        assert {one for one, has in answers.items() if not has} == set(share["lacking"]), name
        assert abs(100 * having / len(answers) - share["percent"]) < 0.1, name


def test_counts(files: dict[str, File], held: dict[str, File]) -> None:
    """Every event is counted once by its year, kind, company and status, and debunked claims apart."""
    found = json.loads(stats(EVENTS, "--format", "json").stdout)
    assert {"year", "kind", "company", "status"} == found["by"].keys()
    assert [len(held)] * 4 == [sum(groups.values()) for groups in found["by"].values()]
    assert sum(file["kind"] == "outage" for file in held.values()) == found["by"]["kind"]["outage"]
    assert found["debunked"] == len(files) - len(held)


@every_language
def test_tables(held: dict[str, File], code: LanguageCode) -> None:
    """In a terminal the figures stand in columns, in the reader's language."""
    own, lines = language(code), stats(EVENTS, "--language", code).stdout.splitlines()
    assert own.counted("count.entries", len(held)) in lines[0]
    for name in ASKED:
        asked = named("has", name, own)
        assert re.search(r" \d+ +\d+ +[\d.]+%$", next(line for line in lines if line.startswith(asked))), name
    assert {"2024", own.word("status.confirmed.name")} <= {line.partition("  ")[0] for line in lines}


def test_broken_record(tmp_path: Path) -> None:
    """Nothing is counted in a record with errors."""
    root = laid(tmp_path, {OUTAGE: changed(OUTAGE, ("kind: outage", "kind: outrage"))})
    result = stats(root)
    assert (1, "") == (result.exit_code, result.stdout)
    assert "timeline check" in result.stderr


@every_language
def test_page(site: Site, held: dict[str, File], code: LanguageCode) -> None:
    """The page names every event that lacks something, under what it lacks."""
    page, own = site.page(code, "coverage/"), language(code)
    wanted = []
    for name, asked in ASKED.items():
        lacking = {one for one, file in held.items() if asked(file) is False}
        if lacking:
            counted = own.counted("count.entries", len(lacking))
            paths = {f"{code}/events/{one}/" for one in lacking}
            wanted.append((f"{named('lacks', name, own)}: {counted}", paths))
    assert 3 <= len(wanted)
    assert wanted == missing(page)


@every_language
def test_years_on_the_page(site: Site, held: dict[str, File], code: LanguageCode) -> None:
    """The page says for each year how many events it has and what share of them has what."""
    rows = [[text_of(cell).strip() for cell in row] for row in site.page(code, "coverage/").main.iter("tr")]
    years = {row[0]: row[1:] for row in rows if re.fullmatch(r"\d{4}", row[0])}
    assert {file["when"]["started"][:4] for file in held.values()} == years.keys()
    for year, (number, *percents) in years.items():
        files = [file for file in held.values() if file["when"]["started"].startswith(year)]
        arabic = sum(ASKED["language.ar"](file) is True for file in files)
        assert str(len(files)) == number
        assert abs(100 * arabic / len(files) - float(percents[2].rstrip("%"))) < 0.1, year


@every_language
def test_way_to_the_page(site: Site, code: LanguageCode) -> None:
    """The foot of every page and the page of the method lead there."""
    path = f"{code}/coverage/"
    assert {path} <= site.page(code, "method/").linked
    foot = next(site.page(code, "").first("footer").iter("nav"), site.page(code, "").first("footer"))
    assert path in {below(urljoin(site.page(code, "").address, a.get("href", ""))) for a in foot.iter("a")}


def test_nothing_to_share(tmp_path: Path) -> None:
    """Where no event could have something there is no share of it."""
    root = laid(tmp_path)
    (root / JAB).unlink()
    (root / OUTAGE).unlink()
    found = coverage(compile_chronicle(check(root).record))
    assert ([None] * len(ASKED), 0) == ([share.percent for share in found.shares.values()], found.held.value)


def test_almost_all_is_not_all(site: Site) -> None:
    """A share of which something is missing is never rounded to the whole."""
    outage = next(entry for entry in site.chronicle.held if not entry.event.quotes)
    quoting = next(entry for entry in site.chronicle.held if entry.event.quotes)
    share = shares([*[quoting] * 9999, outage])["quotation"]
    assert isinstance(share, Share)
    assert (99.9, 100) == (share.percent, shares([quoting])["quotation"].percent)


ARCHIVED = ("    lang: en\n", "    lang: en\n    archive: https://web.archive.org/web/2024/https://daily.example/a\n")


def weak(folder: Path, *changes: tuple[str, str], of: str = OUTAGE) -> list[Weakness]:
    """Return the weakest entries of a record, a file of which is changed."""
    return weakest(compile_chronicle(check(laid(folder, {of: changed(of, *changes)})).record), 9)


def test_weakest_first(tmp_path: Path) -> None:
    """What one outlet reports alone is weaker than what two confirm, and says all that it lacks, the heaviest first."""
    jab, outage = weak(tmp_path)
    lacking = ["origins", "archived", "reported", "language.ar", "primary"]
    assert ("2024-03-05-ben-mocks", lacking) == (jab.entry.id, [lack.name for lack in jab.lacks])
    numbers = {"archived": 2, "language.ar": 1, "primary": 1}
    assert ("2024-03-05-alpha-outage", numbers) == (outage.entry.id, {one.name: one.number for one in outage.lacks})


def test_evidence_makes_stronger(tmp_path: Path) -> None:
    """An entry grows lighter with each copy of a source, and with each thing that it does not lack any more."""
    _, outage = weak(tmp_path / "0")
    _, half = weak(tmp_path / "1", (f"alphagram-down\n    publisher: daily-example\n{ARCHIVED[0]}",
                                    f"alphagram-down\n    publisher: daily-example\n{ARCHIVED[1]}"))  # fmt: skip
    _, whole = weak(tmp_path / "2", ARCHIVED)
    assert [("archived", 1)] == [(lack.name, lack.number) for lack in half.lacks if lack.name == "archived"]
    assert "archived" not in [lack.name for lack in whole.lacks]
    assert outage.weight > half.weight > whole.weight > 0


def test_unknown_end_is_weak(tmp_path: Path) -> None:
    """An outage whose end is not known is weaker, and says so; a move is never asked for its end."""
    jab, outage = weak(tmp_path, ("  resolved: 2024-03-05T17:00Z\n  basis: official\n", ""))
    assert (False, True) == tuple("length" in [lack.name for lack in one.lacks] for one in (jab, outage))


def test_debunked_is_not_offered(site: Site) -> None:
    """Nobody is sent to bear out what was shown to be false, nor an entry that lacks nothing."""
    found = weakest(site.chronicle, len(site.chronicle.entries))
    assert 3 <= len(found)
    assert [] == [one.entry.id for one in found if one.entry.event.is_debunked or not one.weight]
    assert sorted((one.weight for one in found), reverse=True) == [one.weight for one in found]
    assert found[:2] == weakest(site.chronicle, 2)


@every_language
def test_offer(site: Site, code: LanguageCode) -> None:
    """The page offers the weakest entry with why it is weak, its file and the form, which is one of the repository."""
    page, own = site.page(code, "coverage/"), language(code)
    first = weakest(site.chronicle, 1)[0].entry
    links = [a.get("href", "") for a in page.first("section", id="help").iter("a")]
    assert 2 == sum(urljoin(page.address, link).endswith(f"/{code}/events/{first.id}/") for link in links)
    assert 1 == sum(link.endswith(f"/{first.year}/{first.id}.yml") and "/edit/" in link for link in links)
    assert 1 == sum(f"/issues/new?template=source.yml&title={first.id}&" in link for link in links)
    assert own.word("coverage.weak.origins") in text_of(page.first("section", id="help"))
