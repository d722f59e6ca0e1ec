"""``timeline new``: what it asks, what it takes from options or a filled form, what it writes and says."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.command import run
from tests.golden import NOW
from tests.records import laid
from timeline.cli import main

POST = "https://x.com/ben/status/1765769426484592640"  # of 7 March 2024, 16:00:12 UTC
PAGE = "https://daily.example/1"
NEW = "https://brand-new.example/a/2024/03/07"
GIVEN = [
    *("--kind", "jab", "--source", NEW, "--when", "2024-03-07", "--title-en", "A", "--title-ar", "أ"),
    *("--by", "ben-example", "--to", "alpha", "--on", "betanet"),
]
FORM = """\
### Kind · النوع

jab

### Sources · المصادر

<https://daily.example/1>, https://weekly.example/2.

### When · متى

2024-03-07

### Title in English · العنوان بالإنجليزية

`$(touch /tmp/pwned)`; rm -rf “/”

### Title in Arabic · العنوان بالعربية

_No response_

### Who · من

Ben Example
"""


def asked(root: Path, *answers: str, language: str = "en") -> Result:
    """Run the command with a line for each answer."""
    runner = CliRunner(env={"SOURCE_DATE_EPOCH": NOW, "TIMELINE_LANGUAGE": language})
    return runner.invoke(main, ["new", "--events", str(root)], input="".join(f"{one}\n" for one in answers))


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize(
    ("answers", "path"),
    [
        (
            ["outage", PAGE, "2024-03-07", "It fails", "تعطل", "alpha", "ألفاغرام"],
            "2024-03-07-it-fails",
        ),
        (["jab", POST, "", "It works", "يعمل", "Benny", "", "betanet"], "2024-03-07-it-works"),
        (["debunked", "reply", PAGE, "2024-03", "He said", "قال"], "2024-03-debunked-he-said"),
    ],
)
def test_questions(tmp_path: Path, language: str, answers: list[str], path: str) -> None:
    """At most eight questions are asked, and a proposal can be taken with an empty answer."""
    root = laid(tmp_path)
    result = asked(root, *answers, language=language)
    assert len(answers) <= 8
    assert 0 == result.exit_code
    assert result.stdout.endswith(f"events/2024/{path}.yml\n")
    assert (root / "2024" / f"{path}.yml").exists()


def test_asked_again(tmp_path: Path) -> None:
    """An answer that names nothing is asked for again, with what was probably meant."""
    wrong = ["outag", "daily.example/1", "soon", "Alfa", "1"]
    right = ["outage", PAGE, "2024-03-07", "A", "أ", "alpha", "alphagram"]
    pairs = zip([*wrong[:3], "", "", *wrong[3:]], right, strict=True)
    result = asked(laid(tmp_path), *(one for pair in pairs for one in pair if one))
    assert 0 == result.exit_code
    for said in ("did you mean outage?", f"did you mean {PAGE}?", "is no date", "did you mean alpha?", "no “1”"):
        assert said in result.stderr


def test_options(tmp_path: Path) -> None:
    """What options say is not asked; the lines that a new publisher needs are shown, or written where asked."""
    root = laid(tmp_path)
    before = (root / "vocabulary/publishers.yml").read_text("utf-8")
    shown = run("new", "--events", root, *GIVEN)
    assert (0, "events/2024/2024-03-07-a.yml\n") == (shown.exit_code, shown.stdout)
    assert "brand-new:\n  name:\n    en:\n" in shown.stderr
    assert re.search(r"\n  # primary, agency, .*\n  type:\n", shown.stderr)
    assert before == (root / "vocabulary/publishers.yml").read_text("utf-8")
    run("new", "--events", root, *GIVEN, "--id", "another", "--add-publishers")
    assert (root / "vocabulary/publishers.yml").read_text("utf-8").startswith(before + "brand-new:\n")


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    """A file that is there stays, and the way out is said."""
    root = laid(tmp_path)
    run("new", "--events", root, *GIVEN)
    (root / "2024/2024-03-07-a.yml").write_text("kind: jab\n", "utf-8")
    again = run("new", "--events", root, *GIVEN)
    assert (1, "") == (again.exit_code, again.stdout)
    assert "--id" in again.stderr
    assert (root / "2024/2024-03-07-a.yml").read_text("utf-8") == "kind: jab\n"


def test_form(tmp_path: Path) -> None:
    """A filled form is enough; what it says is text and nothing else."""
    root = laid(tmp_path)
    (tmp_path / "form.md").write_text(FORM, "utf-8")
    result = run("new", "--events", root, "--from", tmp_path / "form.md")
    assert (0, "events/2024/2024-03-07-touch-tmp-pwned-rm-rf.yml\n") == (result.exit_code, result.stdout)
    text = (root / "2024/2024-03-07-touch-tmp-pwned-rm-rf.yml").read_text("utf-8")
    assert '  en: "`$(touch /tmp/pwned)`; rm -rf “/”"\n  ar:\n' in text
    assert "sources: [daily-example, weekly-example]" in text


def test_there_already(tmp_path: Path) -> None:
    """It is said which event it may be already."""
    result = run("new", "--events", laid(tmp_path), *GIVEN, "--source", "https://daily.example/ben-mocks")
    assert "It may be there already, as 2024-03-05-ben-mocks" in result.stderr
