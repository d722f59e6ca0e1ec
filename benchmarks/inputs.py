"""Writes all that a build reads, with generated events in the place of the real record."""

import re
import shutil
from pathlib import Path

from devtools.events import FEW_WORDS, Words, write_record

ROOT = Path(__file__).parent.parent

# The settings that name events of the real record, with what belongs to them.
_OF_THE_REAL_RECORD = re.compile(r"^ {8}(?:lead|lead_kicker|notes|pairs):.*\n(?: {10}.*\n)*", re.MULTILINE)


def write_inputs(folder: Path, number: int, words: Words = FEW_WORDS) -> Path:
    """Write a record and this project's configuration into a folder, which is emptied, and return the record."""
    shutil.rmtree(folder, ignore_errors=True)
    events = write_record(folder, number, words)
    shutil.copytree(ROOT / "site_src", folder / "site_src")
    configuration = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    configuration = _OF_THE_REAL_RECORD.sub("", configuration)
    (folder / "mkdocs.yml").write_text(configuration, encoding="utf-8")
    for code in ("ar", "en"):
        one = configuration.replace("      assets:", f"      languages: [{code}]\n      assets:")
        (folder / f"only-{code}.yml").write_text(one, encoding="utf-8")
    return events
