"""Everything is settled before anything is written: each wrong option is one clear line in the language asked for."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests import direct
from tests.golden import RECORD
from timeline.building.preflight import Options, prepare
from timeline.building.site import Site
from timeline.language.messages import VARIABLE, Refusal
from timeline.values.bilingual import LANGUAGES, LanguageCode
from timeline.values.text import ARABIC_LETTER

LEAD = "2024-03-05-alpha-outage"

every_language = pytest.mark.parametrize("code", LANGUAGES)


@pytest.fixture
def options(tmp_path: Path) -> Options:
    """What a sound configuration says."""
    site = direct.configuration().plugins["timeline"].config["site"]
    own = {
        "lead": LEAD,
        "notes": [],
        "pairs": [],
        "places": ["timeline/", "years/"],
        "footer": ["coverage/"],
        "titles": {},
    }
    for code in LANGUAGES:
        (tmp_path / "pages" / code).mkdir(parents=True)
    return Options(None, RECORD, tmp_path / "pages", tmp_path / "assets", None, list(LANGUAGES), site | own)


def prepared(options: Options, target: Path | None = None, **site: Any) -> tuple[Site, list[str]]:
    """Prepare a site with other settings; return it and the warnings."""
    warnings: list[str] = []
    changed = replace(options, site={key: value for key, value in (options.site | site).items() if value is not None})
    return prepare(changed, target or options.pages.parent / "site", warnings.append)[0], warnings


def refused(options: Options, capsys: pytest.CaptureFixture[str], **site: Any) -> list[str]:
    """Prepare a site that is refused; return the lines that say why."""
    with pytest.raises(Refusal) as refusal:
        prepared(options, **site)
    return [*capsys.readouterr().err.splitlines(), str(refusal.value)]


def test_sound(options: Options) -> None:
    """A sound configuration makes a site without a warning."""
    site, warnings = prepared(options)
    assert [] == warnings
    assert LEAD in site.chronicle.by_id


@pytest.mark.parametrize(
    ("named", "site"),
    [
        ("2024-03-05-alpha-outrage", {"lead": "2024-03-05-alpha-outrage"}),
        ("2024-01-01-nothing", {"notes": [{"event": "2024-01-01-nothing"}]}),
        ("2024-01-01-nothing", {"pairs": [{"sort": "outage", "first": LEAD, "second": "2024-01-01-nothing"}]}),
        ("timelime/", {"places": ["timelime/"]}),
        ("nowhere/", {"footer": ["nowhere/"]}),
        ("nowhere/", {"titles": {"nowhere/": {"ar": "لا مكان", "en": "Nowhere"}}}),
    ],
)
@every_language
def test_what_names_nothing(
    options: Options, named: str, site: dict[str, Any], code: LanguageCode, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A setting that names no event or page is warned of in a line of the language asked for, and left out."""
    monkeypatch.setenv(VARIABLE, code)
    made, warnings = prepared(options, **site)
    (line,) = (line.replace("\u2068", "").replace("\u2069", "") for line in warnings)
    assert line.startswith("mkdocs.yml:")
    assert named in line
    for shell in made.shells.values():
        assert {place.path for place in (*shell.places, *shell.footer)} <= {"timeline/", "years/", "coverage/"}
    assert (code == "ar") == bool(ARABIC_LETTER.search(line))


def test_what_was_meant(options: Options) -> None:
    """A warning says which name was probably meant."""
    _, warnings = prepared(options, lead="2024-03-05-alpha-outrage", places=["timelime/"])
    assert [f"“{LEAD}”?", "“timeline/”?"] == [line.partition("did you mean ")[2] for line in warnings]


def test_page_in_one_language(options: Options) -> None:
    """A page by hand that one language lacks is missed in that one alone."""
    (options.pages / "en" / "about.md").write_text("# About\n", "utf-8")
    title = {"about/": {"ar": "عن السجل", "en": "About"}}
    made, warnings = prepared(options, places=["about/"], titles=title)
    assert ["ar/about/" in line for line in warnings] == [True]
    assert {"ar": [], "en": ["about/"]} == {code: [p.path for p in shell.places] for code, shell in made.shells.items()}


def test_page_without_a_name(options: Options) -> None:
    """A page by hand among the places needs a name."""
    for code in LANGUAGES:
        (options.pages / code / "about.md").write_text("# About\n", "utf-8")
    _, warnings = prepared(options, places=["about/"])
    assert ["about/" in line and "“titles”" in line for line in warnings] == [True]


def test_page_by_hand_and_of_the_program(options: Options) -> None:
    """A page by hand at the address of one that the program writes is refused."""
    (options.pages / "en" / "codes.md").write_text("# Mine\n", "utf-8")
    with pytest.raises(Refusal, match="en/codes/"):
        prepared(options)


@pytest.mark.parametrize(
    ("said", "site"),
    [
        ("there is no field “disclamer”", {"disclamer": "x"}),
        ("“No Id” stands where an id is needed", {"lead": "No Id"}),
        ("“ftp:x” is not the address of a web page", {"repository": "ftp:x"}),
        ("the field “name” is missing", {"name": None}),
        ("“bad” is not a value", {"deck": {"ar": {"bad": "x"}}}),
        ("a list", {"places": "timeline/"}),
        ("the text name.ar is missing", {"name": {"en": "A"}}),
        ("the text deck.en.other is missing", {"deck": {"ar": {"other": "س"}, "en": {"one": "x"}}}),
        ("the text titles.a.en is missing", {"titles": {"a": {"ar": "س"}}}),
        ("#rrggbb", {"colours": {"bg": {"light": "white", "dark": "#000000"}}}),
        ("“lengthy” is not a value", {"targets": {"lengthy": "5"}}),
        ("≤ 100", {"targets": {"length": "101"}}),
        ("≤ 5", {"notes": [{"event": LEAD}] * 6}),
    ],
)
def test_wrong_setting(options: Options, said: str, site: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    """A wrong setting is one line, with its place and what is wrong, and one line says that nothing is built."""
    *lines, last = refused(options, capsys, **site)
    assert [True] == [line.startswith("mkdocs.yml:") and said in line for line in lines]
    assert last.startswith("1 error in the site's settings")


def test_wrong_setting_in_arabic(
    options: Options, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Settings are refused in Arabic where that is asked for."""
    monkeypatch.setenv(VARIABLE, "ar")
    line, last = refused(options, capsys, disclamer="x")
    assert "لا وجود لحقل باسم" in line
    assert "في إعدادات الموقع خطأ واحد" in last


@pytest.mark.parametrize("languages", [[], ["en", "en"], ["fr"], "en", ["en", "fr"], None])
def test_wrong_languages(options: Options, languages: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """The languages of a site are some of those that there are, each once."""
    (line,) = refused(replace(options, languages=languages), capsys)
    assert "ar, en" in line


def test_no_events(options: Options, capsys: pytest.CaptureFixture[str]) -> None:
    """A record that is not there is named, with how to name another."""
    (line,) = refused(replace(options, events=options.pages / "nowhere"), capsys)
    assert "nowhere" in line
    assert "--events" in line


@pytest.mark.parametrize("epoch", ["yesterday", "1.5", "-99999999999999", "99999999999999999"])
def test_wrong_time(
    options: Options, epoch: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A SOURCE_DATE_EPOCH that is no time is one line."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    (line,) = refused(options, capsys)
    assert f"SOURCE_DATE_EPOCH is {epoch};" in line


@pytest.mark.parametrize("folder", ["pages", "pages/ar", "assets/site"])
def test_site_within_what_is_read(options: Options, folder: str) -> None:
    """The site does not go to where the build reads from."""
    (options.pages.parent / "assets").mkdir()
    with pytest.raises(Refusal, match="the build reads"):
        prepared(options, options.pages.parent / folder)
    with pytest.raises(Refusal, match="the build reads"):
        prepared(options, RECORD / "site")


@pytest.mark.parametrize(
    ("said", "template"),
    [
        ("base.html", '{% extends "base.html" %}'),
        ("main.html:2", '{% extends "shell.html" %}\n{% block wordmark %}'),
        ("nothing", '{% extends "shell.html" %}{% block wordmark %}{{ nothing }}{% endblock %}'),
    ],
)
def test_wrong_block(
    options: Options, said: str, template: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """What is wrong with a block of the site's own is said in one line, with its place where there is one."""
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "main.html").write_text(template, "utf-8")
    (line,) = refused(replace(options, overrides=tmp_path / "own"), capsys)
    assert "main.html" in line
    assert said in line


@every_language
def test_texts_of_one_language(options: Options, code: LanguageCode) -> None:
    """A site of one language needs its texts in that one alone."""
    own: dict[str, Any] = {"lead_kicker": None}
    own |= {key: {code: options.site[key][code]} for key in ("name", "deck", "description", "disclaimer")}
    site, _ = prepared(replace(options, languages=[code]), **own)
    assert {code} == site.shells.keys()
