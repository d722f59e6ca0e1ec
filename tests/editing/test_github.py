"""What GitHub runs: a filled form becomes a pull request; a proposal gets remarks, those that matter first."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.built import ROOT
from tests.command import run
from tests.editing.test_changes import git
from tests.golden import NOW
from tests.records import JAB, OUTAGE, changed, laid
from timeline.checking.result import check
from timeline.editing.forms import LABELS, MORE, answers, filled
from timeline.editing.history import Pair
from timeline.editing.remarks import Remarks, pages

FORMS = ROOT / ".github" / "ISSUE_TEMPLATE"
WORKFLOWS = ROOT / ".github" / "workflows"
SITE = "https://site.example/timeline/"

BODY = """\
### Sources · المصادر

https://daily.example/1
https://brand-new.example/2024/03/07/b

### When · متى

2024-03-07T15:00Z

### Company · الشركة

Alpha

### Services · الخدمات

Alphagram

### Title in English · العنوان بالإنجليزية

$(rm -rf /) `id` <b>It fails</b>

### Title in Arabic · العنوان بالعربية

_No response_

### What happened · ماذا حدث

@everyone it failed, closes #7
"""


def payload(body: str, *labels: str) -> dict[str, Any]:
    """Return what GitHub says when an issue gets a label, as far as it is read."""
    issue = {"number": 12, "title": "x", "body": body, "labels": [{"name": name} for name in (*labels, "draft")]}
    return {"action": "labeled", "issue": issue | {"user": {"login": "somebody"}}, "label": {"name": "draft"}}


def drafted(root: Path, body: str, *labels: str) -> Path:
    """Run the command on an issue, and return the folder that it wrote."""
    event, output = root.parent / "event.json", root.parent / "draft"
    event.write_text(json.dumps(payload(body, *labels)), "utf-8")
    result = run("github-draft", "--events", root, "--payload", event, "--output", output)
    assert (0, "") == (result.exit_code, result.stdout)
    return output


def test_draft(tmp_path: Path) -> None:
    """A form becomes a file, a new publisher, and a pull request that lists what is missing, in both languages."""
    root = laid(tmp_path)
    output = drafted(root, BODY, "event", "outage")
    name = "2024-03-07-rm-rf-id-b-it-fails"
    assert f"event/12-{name}" == (output / "branch").read_text("utf-8")
    assert f"Event: {name}" == (output / "title").read_text("utf-8")
    body = (output / "body.md").read_text("utf-8")
    assert f"This form has become `events/2024/{name}.yml`." in body
    assert "New publishers, to be completed in publishers.yml: `brand-new`." in body
    assert f"- [ ] `events/2024/{name}.yml:6` nothing is written in the field “ar”" in body
    assert "ما زال ينقص:" in body
    assert body.endswith("Closes #12\n")
    assert "brand-new:" in (root / "vocabulary/publishers.yml").read_text("utf-8")
    assert "kind: outage\n" in (root / f"2024/{name}.yml").read_text("utf-8")


def test_form_is_text(tmp_path: Path) -> None:
    """Nothing that a form says is more than text in the pull request: no mention, no markup, no other issue closed."""
    body = (drafted(laid(tmp_path), BODY, "event", "outage") / "body.md").read_text("utf-8")
    quoted = next(row for row in body.splitlines() if row.startswith("> "))
    assert "> &#64;everyone it failed, closes &#35;7" == quoted
    assert not (drafted(laid(tmp_path / "b"), BODY, "event", "outage") / "refused.md").exists()


@pytest.mark.parametrize(
    ("said", "before", "after"),
    [
        ("“soon” is no date", "2024-03-07T15:00Z", "soon"),
        ("There is no date yet", "2024-03-07T15:00Z", "_No response_"),
        ("the vocabulary has no “Nobody”", "Alpha\n", "Nobody\n"),
    ],
)
def test_refused(tmp_path: Path, said: str, before: str, after: str) -> None:
    """A form that does not say enough is answered, in both languages, and nothing is written."""
    root = laid(tmp_path)
    output = drafted(root, BODY.replace(before, after), "event", "outage")
    assert ["refused.md"] == [path.name for path in output.iterdir()]
    assert said in (output / "refused.md").read_text("utf-8")
    assert "تعذّر تحويل هذا النموذج" in (output / "refused.md").read_text("utf-8")
    assert () == check(root).problems


def test_false_claim(tmp_path: Path) -> None:
    """A false claim is drafted as one."""
    form = BODY.replace("### When", "### Kind · النوع\n\nstatement\n\n### When")
    output = drafted(laid(tmp_path), form, "event", "debunked")
    path = (output / "branch").read_text("utf-8").removeprefix("event/12-")
    assert "status: debunked\n" in (tmp_path / "events" / "2024" / f"{path}.yml").read_text("utf-8")


@pytest.mark.parametrize("body", ["", "no form at all", "### Sources\n", "### Kind · النوع\n\n_No response_\n"])
def test_no_form(body: str) -> None:
    """An issue that is no form says nothing."""
    assert {} == filled(body)
    assert ("", ()) == ((made := answers(body)).kind, made.addresses)


def forms() -> list[Path]:
    """List the forms."""
    return sorted(path for path in FORMS.glob("*.yml") if path.name != "config.yml")


def fields(form: Path) -> list[dict[str, Any]]:
    """Return the fields that a form asks for."""
    return [part for part in yaml.safe_load(form.read_text("utf-8"))["body"] if part["type"] != "markdown"]


@pytest.mark.parametrize("form", forms(), ids=lambda form: form.stem)
def test_forms_in_both_languages(form: Path) -> None:
    """Every label, description and title of a form is in both languages, and its ids are its own."""
    said = yaml.safe_load(form.read_text("utf-8"))
    texts = [said["name"], said["description"]]
    attributes = [part["attributes"] for part in fields(form)]
    texts += [one[key] for one in attributes for key in ("label", "description") if key in one]
    assert [] == [text for text in texts if not re.fullmatch(r"[^\u0620-\u06ff]+ · .*[\u0620-\u06ff].*", text)]
    assert len(fields(form)) == len({part["id"] for part in fields(form)})


@pytest.mark.parametrize("name", ["outage", "event", "claim"])
def test_labels(name: str) -> None:
    """What the forms of events ask is what is read out of them, the kinds are those of the record."""
    asked = {part["attributes"]["label"].partition(" · ")[0]: part for part in fields(FORMS / f"{name}.yml")}
    assert set() == asked.keys() - LABELS.keys() - MORE.keys()
    kinds = yaml.safe_load((ROOT / "events/vocabulary/kinds.yml").read_text("utf-8"))
    if "Kind" in asked:
        offered = [kind for kind, entry in kinds.items() if name == "event" or entry["role"] != "outage"]
        assert offered == asked["Kind"]["attributes"]["options"]


def remarks(root: Path, *names: str) -> Remarks:
    """Return the remarks on a change of some files."""
    return Remarks(check(root).problems, frozenset(f"events/{name}" for name in names), SITE)


@pytest.fixture
def many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A record with an error in one file, a warning in another, and a dozen files with warnings besides."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOW)
    http = ("https://daily.example/ben-mocks", "http://daily.example/ben-mocks")
    others = {
        n: ((http[0], f"http://daily.example/{n}"), ("Our lights are on", f"Our light {n} is on")) for n in range(12)
    }
    files = {f"2024/2024-03-05-a{n:02}.yml": changed(JAB, *changes) for n, changes in others.items()}
    return laid(tmp_path, {**files, JAB: changed(JAB, http), OUTAGE: changed(OUTAGE, ("scope: global", "scope: all"))})


def test_remarks(many: Path) -> None:
    """Errors come first, then the warnings of changed files; the rest is one line with its number."""
    rows = remarks(many, JAB).commands().splitlines()
    assert ["error", "warning", "notice"] == [row.split(" ")[0].strip(":") for row in rows]
    assert f"file=events/{OUTAGE}" in rows[0]
    assert f"file=events/{JAB}" in rows[1]
    assert "12 remarks more" in rows[2]
    assert "12 ملاحظة" in rows[2]


def test_no_more_than_are_shown(many: Path) -> None:
    """Of each level ten remarks are made and no more."""
    names = [path.relative_to(many).as_posix() for path in many.glob("2024/*.yml")]
    rows = remarks(many, *names).commands().splitlines()
    assert 10 == sum(row.startswith("::warning") for row in rows)


def test_both_languages(many: Path) -> None:
    """A remark is in both languages, each with the page that explains its code."""
    row = remarks(many, JAB).commands().splitlines()[1]
    assert f"{SITE}en/codes/#L110" in row
    assert f"{SITE}ar/codes/#L110" in row
    assert "is not encrypted" in row
    assert "غير مشفّر" in row


def test_summary(many: Path) -> None:
    """The summary says what is changed and the report on it, in both languages; no text ends its block."""
    jab = changed(JAB, ("text: Our lights are on", 'text: "`````"'), ("https://daily", "http://daily"))
    (many / JAB).write_text(jab, "utf-8")
    said = remarks(many, JAB).summary([])
    assert ['<div dir="ltr">', '<div dir="rtl">'] == [row for row in said.splitlines() if row.startswith("<div")]
    assert 4 == len(re.findall("^`````", said, re.MULTILINE))
    assert f"[L110]({SITE}en/codes/#L110)" in said
    assert "14 remarks, 1 error among them." in said


def test_pages() -> None:
    """The pages of changed events are named in both languages, those of what else is changed are not."""
    names = ["2024/a-b", "2024/gone", "vocabulary/tags", "stories/x", "2024/`"]
    pairs = [Pair(f"events/{name}.yml", None, None if "gone" in name else {}) for name in names]
    said = pages(pairs, "https://github.example/artifact")
    assert ["- `en/events/a-b/index.html`", "- `ar/events/a-b/index.html`"] == [
        row for row in said.splitlines() if row.startswith("-")
    ]
    assert 2 == said.count("](https://github.example/artifact)")


def test_command(tmp_path: Path) -> None:
    """The command remarks, adds to the summary, writes SARIF, and fails on an error."""
    root = laid(tmp_path)
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "a")
    (root / JAB).write_text(changed(JAB, ("status: reported", "status: reportd")), "utf-8")
    summary, sarif = tmp_path / "summary.md", tmp_path / "check.sarif"
    summary.write_text("before\n", "utf-8")
    options = ("--events", root, "--sarif", sarif, "--site-url", SITE)
    result = run("github-check", "HEAD", *options, GITHUB_STEP_SUMMARY=str(summary))
    assert 1 == result.exit_code
    assert result.stdout.startswith("::error file=events/2024/2024-03-05-ben-mocks.yml,")
    assert summary.read_text("utf-8").startswith("before\n<div")
    assert "M106" == json.loads(sarif.read_text("utf-8"))["runs"][0]["results"][0]["ruleId"]
    more = ("--events", root, "--artifact", "https://a.example/")
    shown = run("github-pages", "HEAD", *more, GITHUB_STEP_SUMMARY=str(summary))
    assert 0 == shown.exit_code
    assert summary.read_text("utf-8").count("ben-mocks/index.html") == 2


@pytest.mark.parametrize("workflow", sorted(WORKFLOWS.glob("*.yml")), ids=lambda path: path.stem)
def test_no_text_in_a_shell(workflow: Path) -> None:
    """No step of a workflow has an expression in its shell, and every action is pinned by its hash."""
    jobs = yaml.safe_load(workflow.read_text("utf-8"))["jobs"].values()
    steps = [step for job in jobs for step in job.get("steps", [])]
    assert [] == [step["run"] for step in steps if "${{" in step.get("run", "")]
    assert [] == [step["uses"] for step in steps if "uses" in step and not re.search("@[0-9a-f]{40}$", step["uses"])]
