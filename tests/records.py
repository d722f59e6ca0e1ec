"""Records made for one test: the tests' own record with some of its files changed or others added."""

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from tests.examples import SMALLEST
from tests.golden import RECORD

OUTAGE = "2024/2024-03-05-alpha-outage.yml"
JAB = "2024/2024-03-05-ben-mocks.yml"


def changed(path: str, *changes: tuple[str, str]) -> str:
    """Return the text of a file of the tests' record, with parts of it exchanged."""
    text = (RECORD / path).read_text("utf-8")
    for before, after in changes:
        assert before in text, f"{path} has no {before!r}"
        text = text.replace(before, after)
    return text


def laid(folder: Path, files: Mapping[str, str] | None = None) -> Path:
    """Make the tests' record below a folder, with files added or replaced by their paths in it."""
    root = folder / "events"
    shutil.copytree(RECORD, root)
    for path, text in (files or {}).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8", newline="")
    return root


def event(started: str = "2024-03-07", more: str = "") -> str:
    """Return the smallest event of a day, with other fields added."""
    assert "  started: 2024-03-07\n" in SMALLEST
    added = max("2024-03-08", re.sub("[~?%]|T.*", "", started))
    text = SMALLEST.replace("  started: 2024-03-07\n", f"  started: {started}\n")
    return text.replace("added: 2024-03-08\n", f"added: {added}\n") + more


def outage(started: str, more: str = "", services: str = "[alphagram]", company: str = "alpha") -> str:
    """Return the smallest outage of a time, with other fields added."""
    section = f"outage:\n  company: {company}\n  services: {services}\n  scope: global\n"
    return event(started, section + more).replace("kind: statement", "kind: outage")


def related(kind: str, *targets: str) -> str:
    """Return the field that relates an event to others in one way."""
    return "relations:\n" + "".join(f"  - {{type: {kind}, event: {target}}}\n" for target in targets)


def story(*events: str) -> str:
    """Return a story of some events."""
    return (
        f"title: {{en: Lights, ar: أضواء}}\nintroduction: {{en: It fails, ar: تتعطل}}\nevents: [{', '.join(events)}]\n"
    )
