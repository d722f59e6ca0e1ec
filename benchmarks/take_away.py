"""Measures what the forms to take away cost beside the rest of a build: ``python -m benchmarks.take_away [FOLDER]``.

Without a folder it is the real record, in seconds; the full benchmark measures 5,000 generated events.
"""

import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from benchmarks.inputs import ROOT
from timeline.building.mkdocs import commands
from timeline.building.preflight import prepare
from timeline.building.site import Site
from timeline.site.parts.shell import undescribed

MOST = 0.35


def share(folder: Path) -> tuple[dict[str, float], float]:
    """Return the seconds of CPU that each form takes, and what feeds, calendars, data and JSON-LD take of the rest."""
    site = _site(folder)
    rest = seconds(_without(site))
    forms = {
        "feeds, calendars, tables and API": seconds(site.others()),
        "JSON-LD": seconds(_described(site)),
    }
    frames = seconds(one for code in site.codes for one in site.embeds(code))
    return forms | {"frames and oEmbed, apart": frames}, sum(forms.values()) / rest


def seconds(made: Iterable[object]) -> float:
    """Return the seconds of CPU in which all is made."""
    start = time.process_time()
    for _ in made:
        pass
    return time.process_time() - start


def _site(folder: Path) -> Site:
    options = replace(commands.options(folder / "mkdocs.yml", None), guarded=True)
    site, _ = prepare(options, folder / "site", lambda _: None)
    return replace(site, album=None)


def _without(site: Site) -> Iterator[object]:
    """Make the pages, with nothing said to machines, and what scripts read."""
    for code in site.codes:
        shell = replace(site.shells[code], describe=undescribed)
        yield from (shell.html(page) for page in site.pages[code])
    for made in (site.browser_files, site.search, site.read_by_scripts, site.root_pages):
        yield from made()


def _described(site: Site) -> Iterator[object]:
    for code in site.codes:
        yield from (site.shells[code].describe(page) for page in site.pages[code])


def main(folder: Path) -> None:
    """Measure and print."""
    forms, together = share(folder)
    for name, cost in forms.items():
        print(f"  {name}: CPU {cost:.2f} s")
    print(f"feeds, calendars, data and JSON-LD: CPU, to the build without them {together:.2f}, at most {MOST:.2f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT)
