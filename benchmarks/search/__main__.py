"""Measures the search on the labelled queries, in bytes and in time, beside others, and prints one table."""

import argparse
import shutil
from pathlib import Path

from benchmarks.search import browser, ours, records
from benchmarks.search.queries import PARTS as QUERY_PARTS
from benchmarks.search.queries import load
from benchmarks.search.run import COLUMNS, Run
from benchmarks.search.table import Table

ROOT = Path(__file__).parent.parent.parent
WORK = ROOT / "benchmarks" / ".work" / "search"
PARTS = ("quality", "bytes", "costs")


def main() -> None:
    """Build the site, measure what is wanted, and print."""
    options = _options()
    shutil.rmtree(WORK, ignore_errors=True)
    ours.build_site(ROOT, WORK / "real")
    real = records.read(ROOT / "events")
    queries = [query for query in load(real.by_id, moved=real.moved) if options.half in ("all", query.half)]
    with browser.opened(WORK) as bench:
        table = Table(() if options.alone else COLUMNS)
        run = Run(bench, table, real, ROOT / "events" / "vocabulary", queries, options.alone)
        for part in options.only or PARTS:
            getattr(run, part)()
    print(f"\nMissed: {', '.join(table.missed) or 'nothing'}.")
    if options.failures:
        print("", *run.told, sep="\n")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search", description=__doc__)
    parser.add_argument("--half", choices=("all", *QUERY_PARTS), default="all", help="ask one part of the queries only")
    parser.add_argument("--only", choices=PARTS, action="append", help="measure this part only; may be repeated")
    parser.add_argument("--alone", action="store_true", help="ask no other search, which is faster")
    parser.add_argument("--failures", action="store_true", help="list what failed, of the half that is tuned by")
    return parser.parse_args()


if __name__ == "__main__":
    main()
