"""Writes a site into its staging folder, all languages at the same time, and puts it in its place."""

from collections.abc import Iterator
from functools import partial
from itertools import chain
from pathlib import Path

from timeline.building import processes
from timeline.building.pictures import Album
from timeline.building.progress import Bar
from timeline.building.site import Site
from timeline.building.staging import Staging
from timeline.building.unchanged import Unchanged, digest
from timeline.language import of_commands
from timeline.language.messages import asked
from timeline.site.parts.page import Artifact
from timeline.values.bilingual import LanguageCode


def publish(site: Site, staging: Staging, kept: Path) -> None:
    """Put a site in its place, but leave what stands there where that would come out the same."""
    before, made_of = Unchanged(kept / "sites", staging.target), digest(site, staging.site)
    if before.holds(made_of):
        staging.discard()
        return
    write(site, staging)
    staging.publish(site.files.rstrip("/"), partial(before.keep, made_of))


def write(site: Site, staging: Staging) -> None:
    """Write all files of a site; raises what went wrong in whichever process."""
    number = sum(len(site.pages[code]) for code in site.codes)
    with Bar(of_commands(asked()).word("progress.writing"), number) as bar:
        shown = {code: chain(bar.counting(site.html(code)), site.embeds(code)) for code in site.codes}
        languages = [partial(staging.write, pages) for pages in shown.values()]
        pictures = [partial(staging.write, pictures_of(site, code)) for code in site.codes if site.album]
        processes.run([*languages, *pictures, partial(staging.write, bar.drawing(site.data()))], bar.draw)


def pictures_of(site: Site, code: LanguageCode) -> Iterator[Artifact]:
    """Yield the pictures of a language's pages, drawn where they are not kept; of none where none are to be made."""
    if site.album:
        yield from Album(site.album).artifacts(site.pictures(code), f"{code}/")
