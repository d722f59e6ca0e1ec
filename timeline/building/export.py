"""Writes all pages as Markdown into a folder, aside first, as the site itself is written."""

from collections.abc import Iterator
from pathlib import Path

from timeline.building import site
from timeline.building.mkdocs.commands import settings
from timeline.building.staging import Staging
from timeline.checking.result import check
from timeline.chronicle.chronicle import Chronicle, compile_chronicle
from timeline.language import languages
from timeline.messages import Refusal
from timeline.site.data import markdown
from timeline.site.parts.page import Artifact
from timeline.site.settings import Settings, WrongSettings

__all__ = ["WrongSettings", "export"]


def export(config_file: Path, events: Path, output: Path) -> int:
    """Write the pages below ``output`` and return their number; raises Refusal for a record with errors."""
    own, url, prose = settings(config_file)
    checked = check(events)
    if checked.errors:
        raise Refusal("refused.unsound", errors=len(checked.errors), command="timeline check")
    with Staging(output.resolve(), mark=f"{languages()[0].code}/index.md") as staging:
        artifacts = list(_artifacts(compile_chronicle(checked.record), own, url, prose))
        staging.write(artifacts)
        staging.publish()
    return len(artifacts)


def _artifacts(chronicle: Chronicle, own: Settings, url: str, prose: Path) -> Iterator[Artifact]:
    for one in languages():
        frame = site.frame_of(own, one, chronicle, url)
        yield from markdown.exported(site.pages(chronicle, frame, own), one.code)
        yield from markdown.prose(prose, one.code)
