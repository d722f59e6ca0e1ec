"""Writes a site into its staging folder: the pages of each language and all other files at the same time."""

from functools import partial

from timeline.building import processes
from timeline.building.progress import Bar
from timeline.building.site import Site
from timeline.building.staging import Staging
from timeline.language import of_commands
from timeline.language.messages import asked


def write(site: Site, staging: Staging) -> None:
    """Write all files of a site; raises what went wrong in whichever process."""
    pages = sum(len(site.pages[code]) for code in site.codes)
    with Bar(of_commands(asked()).word("progress.writing"), pages) as bar:
        languages = [partial(staging.write, bar.counting(site.html(code))) for code in site.codes]
        processes.run([*languages, partial(staging.write, bar.drawing(site.data()))], bar.draw)
