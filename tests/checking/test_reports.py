"""Each form of the report says the same, is read back by its own reader, and cannot be forged by any text."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.characters import is_hidden
from tests.golden import BAD, NOW, cases, lay
from tests.records import JAB, changed, laid
from tests.strategies import ANYTHING, HOSTILE
from timeline.checking import catalogue, reports
from timeline.checking.result import check
from timeline.reading.diagnostics import Diagnostic, Related
from timeline.reading.source import Place, Source, Span
from timeline.values.bilingual import LANGUAGES, LanguageCode
from timeline.values.text import encodable, visible

every_language = pytest.mark.parametrize("language", LANGUAGES)

FORGERY = "a\n::error file=README.md,line=1::forged\r\n::stop-commands::x\n##[error]forged%0A::warning::x"

languages = st.sampled_from(LANGUAGES)
texts = st.one_of(HOSTILE, ANYTHING, st.just(FORGERY))
names = st.text(st.characters(codec="utf-8") | st.sampled_from("\udc80\udcff \n:,%"), min_size=1)


@st.composite
def diagnostics(draw: st.DrawFn) -> Diagnostic:
    """Any diagnostic: any text in its values, its file's name, its file and its suggestion."""
    source = Source(draw(names), draw(texts))
    start = draw(st.integers(0, len(source.text)))
    place = Place(source, Span(start, draw(st.integers(start, len(source.text)))))
    blanks = ("found", "field", "limit", "needs", "start", "own", "other", "year")
    return Diagnostic(
        draw(st.sampled_from(["M102", "Y102", "D105", "M104", "S107", "T104", "F106"])),
        place,
        {blank: draw(texts) for blank in blanks},
        tuple(draw(st.lists(texts, max_size=25))),
        draw(st.none() | texts),
        tuple(Related(place, role) for role in draw(st.lists(st.sampled_from(["first", "later"]), max_size=2))),
    )


several = st.lists(diagnostics(), max_size=4)


@dataclass(frozen=True)
class Command:
    """A workflow command as GitHub's runner reads it."""

    name: str
    properties: dict[str, str]
    data: str


def commands(output: str) -> list[Command]:
    """Read a workflow's output as GitHub's runner does: a command is a line that begins with two colons."""
    lines = [line.strip() for line in re.split("\r\n|\r|\n", output)]
    return [_command(line) for line in lines if line.startswith("::")]


def _command(line: str) -> Command:
    head, _, data = line[2:].partition("::")
    name, _, listed = head.partition(" ")
    pairs = [pair.partition("=") for pair in listed.split(",") if pair]
    return Command(name, {key: _unescaped(value, ":,") for key, _, value in pairs}, _unescaped(data, ""))


def _unescaped(text: str, more: str) -> str:
    signs = {f"%{ord(sign):02X}": sign for sign in f"\r\n{more}"} | {"%25": "%"}
    return re.sub("%(?:0D|0A|3A|2C|25)", lambda match: signs.get(match.group(), match.group()), text)


def written(form: str, found: Sequence[Diagnostic], language: LanguageCode) -> str:
    """Return a report that names files as the record does."""
    return reports.FORMATS[form].render(found, language, str)


def made(form: str, found: Sequence[Diagnostic], language: LanguageCode) -> Any:
    """Return a report of a JSON kind, read back."""
    return json.loads(written(form, found, language).encode())


@given(several, languages)
def test_github_cannot_be_forged(found: list[Diagnostic], language: LanguageCode) -> None:
    """Whatever the text, each diagnostic is one line and one command, which says what the diagnostic says."""
    output = written("github", found, language)
    assert len(found) == len(output.splitlines()) == len(commands(output))
    for diagnostic, command in zip(found, commands(output), strict=True):
        words = catalogue.wording(diagnostic, language)
        line, column = diagnostic.place.start
        assert catalogue.level(diagnostic) == command.name
        assert words.message == command.data.split("\n")[0]
        assert words.hint == command.data.split("\n")[-1]
        assert visible(diagnostic.place.source.name, 1024) == command.properties["file"]
        assert (str(line), diagnostic.code) == (command.properties["line"], command.properties["title"])
        assert str(column) == command.properties.get("col", str(column))


def test_signs_of_commands() -> None:
    """A percent sign, a comma and colons in a name or a message are read back as they were."""
    name, value = "2024/a::b,title=c%2C:d.yml", "100%0A::error::%25"
    place = Place(Source(name, ""), Span(0, 0))
    (command,) = commands(written("github", [Diagnostic("V101", place, {"found": value})], "en"))
    assert (name, "V101") == (command.properties["file"], command.properties["title"])
    assert value in command.data.split("\n")[0]


@given(several, languages)
def test_github_columns(found: list[Diagnostic], language: LanguageCode) -> None:
    """Columns are given where a place lies in one line, and only there, as GitHub wants it."""
    for diagnostic, command in zip(found, commands(written("github", found, language)), strict=True):
        one_line = diagnostic.place.start.line == diagnostic.place.end.line
        assert one_line == ("col" in command.properties) == ("endColumn" in command.properties)


def test_hostile_key(tmp_path: Path) -> None:
    """A field whose name is a workflow command stays a name."""
    key = json.dumps(FORGERY)
    found = check(laid(tmp_path, {JAB: changed(JAB) + f"{key}: 1\n{key}: 2\n"})).problems
    read = commands(written("github", found, "en"))
    assert [(problem.code, "error", f"events/{JAB}") for problem in found] == [
        (command.properties["title"], command.name, command.properties["file"]) for command in read
    ]


@given(several, languages)
def test_text_is_harmless(found: list[Diagnostic], language: LanguageCode) -> None:
    """Whatever the text, the report for a terminal hides nothing but isolates, which are closed again."""
    output = written("text", found, language)
    assert {"\n", "\u2068", "\u2069"} >= {character for character in output if is_hidden(character)}
    assert output.count("\u2068") == output.count("\u2069")
    assert "##[" not in output  # GitHub's runner takes it for a command wherever it stands


@given(several, languages)
def test_text_names_places(found: list[Diagnostic], language: LanguageCode) -> None:
    """Every diagnostic begins with its place, level and code, and ends with its hint or what it is related to."""
    lines = written("text", found, language).split("\n")
    heads = [line for line in lines if line and not line.startswith("  ")]
    starts = [f"{d.place}: {catalogue.phrases(language).levels[catalogue.level(d)]} {d.code}: " for d in found]
    assert [] == [start for start, line in zip(starts, heads, strict=True) if not line.startswith(start)]


@given(several, languages)
def test_json(found: list[Diagnostic], language: LanguageCode) -> None:
    """The report for programs is UTF-8 and says all that a diagnostic says, as far as UTF-8 can."""
    for diagnostic, read in zip(found, made("json", found, language), strict=True):
        assert (diagnostic.code, catalogue.level(diagnostic)) == (read["code"], read["level"])
        file = encodable(diagnostic.place.source.name)
        assert (file, *diagnostic.place.start) == (read["file"], read["line"], read["column"])
        assert diagnostic.place.end == (read["endLine"], read["endColumn"])
        assert (diagnostic.suggestion and encodable(diagnostic.suggestion)) == read["suggestion"]
        assert [encodable(value) for value in catalogue.nearest(diagnostic)] == read["allowed"]
        words = catalogue.wording(diagnostic, language)
        assert (words.message, words.hint) == (read["message"], read["hint"])
        assert [catalogue.phrases(language).roles[one.role] for one in diagnostic.related] == [
            one["message"] for one in read["related"]
        ]


def name_in(location: dict[str, Any]) -> str:
    """Return the file that a location of SARIF names, which is a reference by RFC 3986."""
    uri: str = location["physicalLocation"]["artifactLocation"]["uri"]
    assert re.fullmatch(r"(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+", uri)
    return unquote(uri, errors="surrogateescape")


def region_in(location: dict[str, Any]) -> tuple[int, int, int, int]:
    """Return the region of a location of SARIF."""
    region = location["physicalLocation"]["region"]
    assert {"startLine", "startColumn", "endLine", "endColumn"} == region.keys()
    return region["startLine"], region["startColumn"], region["endLine"], region["endColumn"]


@given(several, languages)
def test_sarif(found: list[Diagnostic], language: LanguageCode) -> None:
    """The report for viewers has one run with a rule for each code and a result for each diagnostic."""
    log = made("sarif", found, language)
    assert {"$schema", "version", "runs"} == log.keys()
    (run,) = log["runs"]
    assert ("2.1.0", "unicodeCodePoints") == (log["version"], run["columnKind"])
    rules_of_run = run["tool"]["driver"]["rules"]
    assert sorted({diagnostic.code for diagnostic in found}) == [rule["id"] for rule in rules_of_run]
    for diagnostic, result in zip(found, run["results"], strict=True):
        assert (diagnostic.code, catalogue.level(diagnostic)) == (result["ruleId"], result["level"])
        assert catalogue.wording(diagnostic, language).message in result["message"]["text"]
        (location,) = result["locations"]
        assert diagnostic.place.source.name == name_in(location)
        assert (*diagnostic.place.start, *diagnostic.place.end) == region_in(location)
        assert list(range(len(diagnostic.related))) == [one["id"] for one in result["relatedLocations"]]


@every_language
@pytest.mark.parametrize("form", reports.FORMATS)
def test_name_that_is_no_utf_8(form: str, language: LanguageCode) -> None:
    """A file whose name is no UTF-8 can be reported in every form."""
    place = Place(Source("2024/caf\udce9.yml", ""), Span(0, 0))
    output = written(form, [Diagnostic("F105", place, {"found": "caf\udce9"})], language)
    assert "F105" in output.encode().decode()


def test_address_of_a_name_that_is_no_utf_8() -> None:
    """The address of a file whose name is no UTF-8 has the bytes of the name."""
    place = Place(Source("2024/caf\udce9.yml", ""), Span(0, 0))
    log = made("sarif", [Diagnostic("F105", place, {"found": "x"})], "en")
    location = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert "2024/caf%E9.yml" == location["artifactLocation"]["uri"]


@every_language
@pytest.mark.parametrize("form", reports.FORMATS)
def test_nothing_to_report(form: str, language: LanguageCode) -> None:
    """A report of nothing holds nothing."""
    output = written(form, [], language)
    assert {"text": "", "github": "", "json": "[]\n"}.get(form, output) == output
    assert '"results": []' in output or form != "sarif"


@every_language
def test_all_forms_agree(language: LanguageCode, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For every known mistake all forms name the same codes, files and lines."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOW)
    for case in cases(BAD):
        found = check(lay(case, tmp_path / case.name)).problems
        expected = [(d.code, d.place.source.name, d.place.start.line) for d in found]
        results = made("sarif", found, language)["runs"][0]["results"]
        sarif = [(r["ruleId"], name_in(r["locations"][0]), region_in(r["locations"][0])[0]) for r in results]
        read = [command.properties for command in commands(written("github", found, language))]
        assert expected == [(o["code"], o["file"], o["line"]) for o in made("json", found, language)]
        assert expected == sarif
        assert expected == [(p["title"], p["file"], int(p["line"])) for p in read]
