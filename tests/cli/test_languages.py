"""Every command speaks the language asked for: help, usage, mistakes, click's own words, what it did."""

import gettext
import io
import re
from importlib.resources import files
from pathlib import Path

import click
import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from tests.command import run
from tests.records import JAB, changed, laid
from timeline.cli import main
from timeline.language import CATEGORIES, of_commands
from timeline.language.messages import Refusal
from timeline.values.bilingual import LANGUAGES, LanguageCode

CATALOGUE = files("timeline") / "locale" / "ar" / "LC_MESSAGES"
COMMANDS = ["", *sorted(main.commands)]

# Words of two Latin letters and more that are no word of English: names of commands, options, formats, values.
NAMES = re.compile(
    r"--?[a-z-]+|timeline|build|check|diff|format|new|archive|links|github-check|github-draft|github-pages|pages|explain|export|init|schema|serve|stats|ar|en|text|json|github|sarif|markdown|event"
    r"|story|events|mkdocs|yml|kinds|main|SARIF|branch|title|body|refused|md|check|draft|github|gone|cache|jsonl|unjudged|publishers|GitHub|T|Z|UTC|JSON|HTML|Markdown|HOST|PORT|D101"
)

every_command = pytest.mark.parametrize("command", COMMANDS)


def latin(text: str) -> set[str]:
    """Return the Latin words of a text that are not names."""
    return {word for word in re.findall(r"--?[a-z-]+|[A-Za-z0-9]*[A-Za-z]{2}\w*", text) if not NAMES.fullmatch(word)}


@every_command
def test_arabic_help(command: str) -> None:
    """The help of every command is in Arabic, usage, titles and defaults too; only names stay Latin."""
    help_text = run(*command.split(), "--help", "--language", "ar").stdout
    assert set() == latin(help_text)
    assert "الخيارات:" in help_text


@every_command
def test_english_help(command: str) -> None:
    """The help of every command is in English unless Arabic is asked for, also after Arabic was."""
    run("--help", "--language", "ar")
    assert not re.search("[\u0620-\u06ff]", run(*command.split(), "-h").stdout)


@pytest.mark.parametrize(
    "arguments",
    [("--language", "ar", "check", "-h"), ("check", "--language=ar", "-h"), ("check", "-h", "--language", "ar")],
)
def test_wherever_it_is_asked_for(arguments: tuple[str, ...]) -> None:
    """The language may stand before the command, behind it, behind the call for help, or in the environment."""
    assert run(*arguments).stdout == run("check", "-h", TIMELINE_LANGUAGE="ar").stdout


@pytest.mark.parametrize(
    ("said", "arguments"),
    [
        ("خطأ: لا وجود للأمر 'chek'.", ("chek",)),
        ("خطأ: لا وجود للخيار '--formt'. أتقصد '--format'؟", ("check", "--formt")),
        ("ليس أحد هذه: 'text', 'json', 'github', 'sarif'.", ("check", "--format", "xml")),
        ("لا وجود لمجلد 'nowhere'.", ("check", "--events", "nowhere")),
        ("خطأ: مُدخل ناقص 'رمز'.", ("explain",)),
        ("خطأ: مُدخل زائد (D102)", ("explain", "D101", "D102")),
        ("خطأ: لا وجود للرمز D1O1، أتقصد", ("explain", "D1O1")),
    ],
)
def test_arabic_mistakes(said: str, arguments: tuple[str, ...]) -> None:
    """Wrong use is explained in Arabic, with what is Latin set apart, and shows how the command is called."""
    result = run(*arguments, TIMELINE_LANGUAGE="ar")
    assert 2 == result.exit_code
    assert said in re.sub("[\u2066-\u2069]", "", result.stderr)
    assert not re.search(r"[\u0620-\u06ff][ :(]*'?-*[A-Za-z]", result.stderr)
    assert result.stderr.startswith("الاستعمال: \u2066timeline")


def test_click_knows_its_words() -> None:
    """Every text that Arabic has for click is one that click says: a new version of it loses none unnoticed."""
    said = "".join(path.read_text("utf-8") for path in Path(click.__file__).parent.glob("*.py"))
    kept = [
        str(text).split("\n")[0]
        for message in read_po(io.BytesIO((CATALOGUE / "click.po").read_bytes()))
        for text in (message.id if isinstance(message.id, tuple) else (message.id,))
    ]
    assert [] == [text for text in kept if text not in said]


def test_compiled_words() -> None:
    """What gettext reads was compiled of what translators write."""
    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO((CATALOGUE / "click.po").read_bytes())))
    assert compiled.getvalue() == (CATALOGUE / "click.mo").read_bytes()


def test_plurals_of_click() -> None:
    """Click counts in Arabic as Arabic counts."""
    words = gettext.GNUTranslations(io.BytesIO((CATALOGUE / "click.mo").read_bytes()))
    one, many = "Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"
    assert words.ngettext(one, many, 1) != words.ngettext(one, many, 3)


def test_same_words() -> None:
    """Both languages have the same words for the commands, and all forms of what is counted."""
    arabic, english = (of_commands(code) for code in ("ar", "en"))
    counted = {f"{key}.{category}" for key in arabic._counted for category in CATEGORIES}
    assert arabic.words.keys() - counted == english.words.keys() - counted
    assert arabic._counted.keys() == english._counted.keys()
    assert {6} == {len(forms) for forms in arabic._counted.values()}


@pytest.mark.parametrize(
    ("said", "language"),
    [("Error: 1 error in the record; “timeline check” shows", "en"), ("خطأ: في السجل خطأ واحد، ويعرض", "ar")],
)
def test_refusal(said: str, language: str, tmp_path: Path) -> None:
    """A record with errors is refused in the language asked for, in a plural that fits."""
    root = laid(tmp_path, {JAB: changed(JAB, ("status: reported", "status: reportd"))})
    result = run("stats", "--events", root, "--language", language)
    assert ("", 1) == (result.stdout, result.exit_code)
    assert result.stderr.startswith(said)


@pytest.mark.parametrize("code", LANGUAGES)
def test_hostile_value(code: LanguageCode) -> None:
    """What a refusal names cannot write to the terminal more than itself."""
    said = Refusal("refused.linked", path="a\n\u202e\x1b[31m").said(code)
    assert "a\\n\\u202e\\u001b[31m" in said
    assert "\n" not in said
