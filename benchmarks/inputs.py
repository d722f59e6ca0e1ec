"""Writes all that a build reads, with generated events in the place of the real record."""

import shutil
from pathlib import Path

from devtools.events import FEW_WORDS, Words, write_record

ROOT = Path(__file__).parent.parent


def write_inputs(folder: Path, number: int, words: Words = FEW_WORDS) -> Path:
    """Write a record and this project's configuration into a folder, which is emptied, and return the record."""
    shutil.rmtree(folder, ignore_errors=True)
    events = write_record(folder, number, words)
    shutil.copytree(ROOT / "site_src", folder / "site_src")
    configuration = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    lead = [line for line in configuration.splitlines() if line.strip().startswith(("lead:", "lead_kicker:"))]
    for line in lead:  # the lead is an event of the real record
        configuration = configuration.replace(line + "\n", "")
    (folder / "mkdocs.yml").write_text(configuration, encoding="utf-8")
    for code in ("ar", "en"):
        one = configuration.replace("      assets:", f"      languages: [{code}]\n      assets:")
        (folder / f"only-{code}.yml").write_text(one, encoding="utf-8")
    return events
