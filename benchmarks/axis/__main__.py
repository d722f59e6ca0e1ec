"""Measures how soon a reader can use the axis, and how many elements it has, beside vis-timeline; prints ratios."""

import statistics
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.__main__ import SMALL, WORK, Ratio, prepare
from benchmarks.axis import theirs
from benchmarks.axis.use import AXIS, VIS, Subject, Use, measure
from devtools.chromium import hosted, launched
from devtools.measure import run
from timeline.checking.result import check
from timeline.chronicle.chronicle import compile_chronicle

ROUNDS = 7
MOST_ELEMENTS = 1500


def main() -> None:
    """Prepare both pages, measure them by turns, and print."""
    folder = served(SMALL)
    uses = measured(folder)
    for subject, found in uses.items():
        print(f"  {subject.name}, {SMALL} events: {told(found)}", flush=True)
    for ratio in ratios(*uses.values()):
        print(ratio, flush=True)


def served(number: int) -> Path:
    """Build our site and their page of the same events into a folder to be served."""
    inputs = prepare(number)
    folder = WORK / "axis"
    run([sys.executable, "-m", "timeline", "build", "--site-dir", str(folder / "timeline")], inputs)
    record = check(inputs / "events").record
    theirs.write_page(folder / "timeline" / "theirs", compile_chronicle(record))
    return folder


def measured(folder: Path) -> dict[Subject, list[Use]]:
    """Use both pages by turns, each time in a new window with nothing cached."""
    uses: dict[Subject, list[Use]] = {AXIS: [], VIS: []}
    with hosted(folder) as address, launched() as browser:
        for _ in range(ROUNDS):
            for subject, found in uses.items():
                found.append(measure(browser, address, subject))
    return uses


def told(uses: list[Use]) -> str:
    """Say what was measured."""
    first, least = median([use.first for use in uses]), min(use.first for use in uses)
    closer = f", {uses[0].closer} when a year is shown" if uses[0].closer else ""
    return f"first use after {first:.0f} ms (fastest {least:.0f}), {uses[0].elements} elements{closer}"


def ratios(ours: list[Use], others: list[Use]) -> Iterator[Ratio]:
    """Yield what is promised."""
    first = median([use.first for use in ours]) / median([use.first for use in others])
    most = max(max(use.elements, use.closer) for use in ours)
    yield Ratio("axis: page load to the first mark that answers, to vis-timeline's", first, 1.0)
    yield Ratio("axis: elements, to vis-timeline's", most / others[0].elements, 0.5)
    yield Ratio(f"axis: elements, to {MOST_ELEMENTS}", most / MOST_ELEMENTS, 1.0)


def median(values: list[float]) -> float:
    """Return the middle value."""
    return statistics.median(values)


if __name__ == "__main__":
    main()
