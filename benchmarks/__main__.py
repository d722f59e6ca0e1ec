"""Measures the build beside Hugo and the check beside PyYAML, on generated events, and prints ratios of one run."""

import shutil
import sys
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks import hugo, take_away
from benchmarks.inputs import write_inputs
from devtools.measure import Cost, run
from timeline.checking.result import check
from timeline.chronicle.chronicle import compile_chronicle

HERE = Path(__file__).parent
WORK = HERE / ".work"
SMALL, LARGE, HUGE = 1000, 5000, 20_000

_SAFE_LOAD = """
import pathlib, sys, yaml
for path in pathlib.Path("events").glob("[12]*/*.yml"):
    yaml.safe_load(path.read_bytes())
"""


# What a Hugo site does not have: pictures where links are shared are left out; forms to take away, and frames of parts
# of pages with what says how they are framed, are taken off, made and written.
_WITHOUT_PICTURES = {"TIMELINE_PICTURES": "no"}
_TAKE_AWAY = """
import time
from itertools import chain
from pathlib import Path
from timeline.building.mkdocs import commands
from timeline.building.preflight import prepare
from timeline.building.staging import Staging
from timeline.site.data import take_away
site, _ = prepare(commands.options(Path("mkdocs.yml"), None), Path("apart"), print)
with Staging(Path("apart")) as staging:
    began = time.process_time()
    staging.write(chain(take_away.artifacts(site.publication), *map(site.embeds, site.codes)))
    print(time.process_time() - began)
"""


@dataclass(frozen=True, slots=True)
class Ratio:
    """A measured ratio and the most that it may be."""

    name: str
    value: float
    most: float

    def __str__(self) -> str:
        verdict = "holds" if self.value <= self.most else "MISSED"
        return f"{self.name:<72} {self.value:5.2f}  at most {self.most:.2f}  {verdict}"


def main() -> None:
    """Prepare the inputs, measure, and print."""
    small, large = prepare(SMALL), prepare(LARGE)
    for ratio in (*measured(small, large), *grown(small, prepare(HUGE)), *again(small)):
        print(ratio, flush=True)


def prepare(number: int) -> Path:
    """Write a record, this project's configuration and a Hugo site for a number of events."""
    folder = WORK / str(number)
    events = write_inputs(folder, number)
    checked = check(events)
    if checked.problems:
        raise SystemExit(f"The generated record is not clean: {checked.problems[0]}")
    hugo.write_site(folder / "hugo", compile_chronicle(checked.record), events)
    return folder


def measured(small: Path, large: Path) -> Iterator[Ratio]:
    """Yield the ratios, each of costs measured next to each other."""
    ours, theirs = _build(large), run([_hugo(), "--quiet"], large / "hugo")
    _say(f"{LARGE} events, both languages: ours", ours)
    _say(f"{LARGE} events, both languages: Hugo", theirs)
    apart = _take_away(large)
    print(f"  forms to take away: CPU {apart:.1f} s", flush=True)
    yield Ratio(
        "build of 5,000 events: CPU without forms to take away, to Hugo's", (ours.cpu - apart) / theirs.cpu, 0.85
    )
    yield Ratio("build of 5,000 events: wall time, to Hugo's", ours.wall / theirs.wall, 0.90)
    yield Ratio("build of 5,000 events: peak memory of all processes, to Hugo's", ours.peak / theirs.peak, 0.35)
    check = run([sys.executable, "-m", "timeline", "check"], large)
    loading = run([sys.executable, "-c", _SAFE_LOAD], large)
    _say("check of 5,000 files", check)
    _say("yaml.safe_load of 5,000 files", loading)
    yield Ratio("check of 5,000 files: CPU, to that of yaml.safe_load alone", check.cpu / loading.cpu, 0.3)
    yield Ratio(
        "feeds, calendars, data, JSON-LD: CPU, to the build without them", take_away.share(large)[1], take_away.MOST
    )
    together = _build(large)
    alone = [_build(large, f"only-{code}.yml") for code in ("ar", "en")]
    for cost in alone:
        _say("one language alone", cost)
    yield Ratio("both languages: wall time, to one after the other", together.wall / sum(c.wall for c in alone), 0.65)


def grown(small: Path, huge: Path) -> Iterator[Ratio]:
    """Yield what an event costs in a record of many, to what it costs in one of few."""
    few, many = _build(small), _build(huge)
    _say(f"{SMALL} events, both languages", few)
    _say(f"{HUGE} events, both languages", many)
    yield Ratio("build: CPU per event at 20,000, to that at 1,000", many.cpu / HUGE / (few.cpu / SMALL), 1.15)


def again(folder: Path) -> Iterator[Ratio]:
    """Yield what a build costs when nothing has changed, to what the first one cost: without pictures, and with."""
    for kind, variables in (("without pictures", _WITHOUT_PICTURES), ("with pictures", {"TIMELINE_PICTURES": ""})):
        shutil.rmtree(folder / ".cache", ignore_errors=True)
        first, second = _build(folder, **variables), _run(folder, **variables)
        _say(f"{SMALL} events {kind}, for the first time", first)
        _say(f"{SMALL} events {kind}, unchanged", second)
        yield Ratio(f"build of an unchanged record, {kind}: CPU, to the first", second.cpu / first.cpu, 0.35)


def _build(folder: Path, configuration: str = "mkdocs.yml", **variables: str) -> Cost:
    """Build a site where there is none."""
    shutil.rmtree(folder / "site", ignore_errors=True)
    return _run(folder, configuration, **variables)


def _run(folder: Path, configuration: str = "mkdocs.yml", **variables: str) -> Cost:
    command = [sys.executable, "-m", "timeline", "build", "--config-file", configuration]
    return run(command, folder, **(_WITHOUT_PICTURES | variables))


def _take_away(folder: Path) -> float:
    run([sys.executable, "-c", _TAKE_AWAY], folder)
    return float((folder / "output.txt").read_text("utf-8").split()[-1])


def _hugo() -> str:
    found = shutil.which("hugo", path=sysconfig.get_path("scripts")) or shutil.which("hugo")
    if found is None:
        raise SystemExit("There is no hugo here; `make bench` installs it.")
    return found


def _say(what: str, cost: Cost) -> None:
    print(f"  {what}: CPU {cost.cpu:.1f} s, wall {cost.wall:.1f} s, peak {cost.peak / 2**20:.0f} MiB", flush=True)


if __name__ == "__main__":
    main()
