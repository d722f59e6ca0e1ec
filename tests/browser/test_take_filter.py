"""Whatever the timeline shows is taken along: as a sentence with an address, a reference, a table and JSON."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from pybtex.database import parse_string

from tests.browser.conftest import Open
from tests.browser.watched import Watched
from tests.built import ADDRESS, Site
from timeline.language import language
from timeline.values.bilingual import LANGUAGES, LanguageCode

every_language = pytest.mark.parametrize("code", LANGUAGES)

CHIPS = "[...document.querySelectorAll('.chips button')].map(one => one.firstChild.textContent)"
ASKED = "?kind=outage&company=quillby"
HOSTILE = '{"}<b>&%_=1'


def looking(opened: Open, code: str, query: str) -> Watched:
    """Open the timeline with something asked of it, in a window that may copy."""
    watched = opened(permissions=["clipboard-read", "clipboard-write"])
    watched.go(f"{code}/timeline/{query}")
    watched.page.locator(".of-filter").wait_for()
    return watched


def saved(watched: Watched, kind: str, folder: Path) -> str:
    """Save what is shown as a file of a kind and return its text."""
    with watched.page.expect_download() as waiting:
        watched.page.locator(f".of-filter > .take [data-file$={kind}]").click()
    waiting.value.save_as(folder / kind)
    return (folder / kind).read_bytes().decode("utf-8-sig")


def wanted(site: Site) -> set[str]:
    """Return the ids of what is asked for, from the chronicle."""
    return {entry.id for entry in site.chronicle.held if entry.event.kind == "outage" and "quillby" in entry.companies}


@every_language
def test_sentence(site: Site, opened: Open, code: LanguageCode) -> None:
    """The sentence says what is asked for, how much there is of it, the version, and an address that asks the same."""
    watched = looking(opened, code, f"{ASKED}&sort=oldest")
    watched.page.locator(".copy-sentence").click()
    watched.page.locator(".copy-sentence.copied").wait_for()
    text = watched.page.evaluate("navigator.clipboard.readText()")
    chips = watched.page.evaluate(CHIPS)
    assert (True, True) == (all(chip in text for chip in chips), f"{ADDRESS}{code}/timeline/{ASKED}" in text)
    assert watched.page.locator(".count").inner_text() in text
    assert watched.page.locator(".lengths").inner_text().strip() in text
    newest = max((entry.event.updated for entry in site.chronicle.entries), key=lambda moment: moment.sort_key)
    assert language(code).date(newest) in text


@every_language
def test_files(site: Site, opened: Open, code: LanguageCode, tmp_path: Path) -> None:
    """The table and the JSON hold what is shown and nothing else, with lengths, choices and addresses."""
    watched = looking(opened, code, ASKED)
    rows = list(csv.DictReader(io.StringIO(saved(watched, "csv", tmp_path))))
    document = json.loads(saved(watched, "json", tmp_path))
    assert wanted(site) == {row["id"] for row in rows} == {one["id"] for one in document["entries"]}
    assert f"{ADDRESS}{code}/timeline/{ASKED}" == document["address"]
    for row in rows:
        event = site.chronicle.by_id[row["id"]].event
        duration = event.when.duration
        assert (str(duration.minutes) if duration else "") == row["minutes"]
        assert event.title.in_language(code) == row["title"]
        assert ("outage", f"{ADDRESS}{code}/events/{row['id']}/") == (row["kind"], row["address"])


def test_nothing_becomes_a_formula(opened: Open) -> None:
    """What a spreadsheet would take for a formula has an apostrophe in front; all else is read back as it was."""
    watched = opened()
    watched.go("en/timeline/")
    texts = ["=1+1", "+1", "-1", "@a", "\t=1", "'a", "＝1", 'a "b", c', "a\nb", "é ى"]
    script = "async texts => (await own('site/scripts/timeline/tables.js')).csv(texts.map(text => ({text})))"
    made = watched.page.evaluate(script, texts)
    assert "\ufeff" == made[0]
    rows = [row["text"] for row in csv.DictReader(io.StringIO(made[1:], newline=""))]
    assert [f"'{text}" if re.match(r"[=+\-@\t'＝]", text) else text for text in texts] == rows


def test_reference_of_a_query(opened: Open) -> None:
    """A reference to what was searched for is still BibTeX and JSON, whatever was searched for."""
    watched = looking(opened, "en", "")
    watched.page.evaluate(
        """async text => (await own('site/scripts/take/references.js'))
            .rename(document.querySelector('.citation'), text, 'https://e.example/?q=%22')""",
        HOSTILE,
    )
    forms = watched.page.locator(".citation code").all_text_contents()
    (entry,) = parse_string(forms[0], "bibtex").entries.values()
    assert r"{\textbraceleft{}\"\textbraceright{}<b>\&\%\_=1}".replace('\\"', '"') == entry.fields["title"]
    assert (HOSTILE, "https://e.example/?q=%22") == tuple(json.loads(forms[2])[0][key] for key in ("title", "URL"))
