"""Writes all pages as Markdown into a folder, aside first, as the site itself is written."""

import logging
from collections.abc import Iterator
from pathlib import Path

from timeline.building.faults import refusal_of
from timeline.building.interrupts import end_like_an_interrupt
from timeline.building.mkdocs import commands
from timeline.building.preflight import prepare
from timeline.building.site import Site
from timeline.building.staging import Staging
from timeline.language.messages import Refusal
from timeline.site.data import markdown
from timeline.site.parts.page import Artifact

log = logging.getLogger("mkdocs.plugins.timeline")


def export(config_file: Path, events: Path | None, output: Path) -> int:
    """Write the pages below ``output`` and return their number; raises Refusal where nothing can be written."""
    options = commands.options(config_file, events)
    end_like_an_interrupt()
    try:
        staging = Staging(output)
        site, _ = prepare(options, staging.target, log.warning)
        with staging:
            artifacts = list(_artifacts(site, options.pages))
            staging.write(artifacts)
            staging.publish()
    except OSError as error:
        raise refusal_of(error) from None
    except KeyboardInterrupt:
        raise Refusal("refused.interrupted") from None
    return len(artifacts)


def _artifacts(site: Site, by_hand: Path) -> Iterator[Artifact]:
    for code in site.codes:
        yield from markdown.exported(site.pages[code], code)
        yield from markdown.prose(by_hand, code)
