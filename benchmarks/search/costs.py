"""What the search costs in processor time: its index as a part of a build, and a query that is asked again."""

import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median, quantiles

from benchmarks.search.browser import Bench
from benchmarks.search.queries import Query
from benchmarks.search.table import Bar, Row
from devtools.measure import run
from timeline.chronicle.chronicle import Chronicle
from timeline.language import languages
from timeline.site.data import search
from timeline.values.bilingual import LANGUAGES

WARM = Bar(50, most=True)
SHARE = Bar(0.25, most=True)
LINEAR = Bar(1.15, most=True)


def index_cpu(chronicle: Chronicle) -> float:
    """Return the seconds of processor time that making the search's files takes."""
    began = time.process_time()
    for _ in search.artifacts(chronicle, languages()):
        pass
    return time.process_time() - began


def build_cpu(folder: Path) -> float:
    """Return the seconds of processor time that the whole build in a folder takes, without pictures of pages."""
    return run([sys.executable, "-m", "timeline", "build"], folder, TIMELINE_PICTURES="no").cpu


def index_rows(small: Chronicle, large: Chronicle, folder: Path) -> Iterator[Row]:
    """Yield the rows of the index of two chronicles, the larger of which is built in a folder."""
    few, many, whole = index_cpu(small), index_cpu(large), build_cpu(folder)
    each = many / len(large.entries), few / len(small.entries)
    note = f"{many:.1f} s of {whole:.1f} s"
    yield Row("index of 5,000 events: CPU, to that of the whole build", many / whole, bar=SHARE, note=note, digits=2)
    note = " and ".join(f"{1000 * one:.2f} ms" for one in each)
    yield Row("index: CPU per event at 5,000, to that at 1,000", each[0] / each[1], bar=LINEAR, note=note, digits=2)


def warm_rows(name: str, bench: Bench, site: str, index: str, queries: Sequence[Query]) -> Iterator[Row]:
    """Yield the rows of the time of queries whose parts of the index are all there."""
    times: list[float] = []
    for code in LANGUAGES:
        own = [query.query for query in queries if query.site == code]
        times += bench.call("timed", code, "ours", {"site": f"/{site}", "index": f"/{index}"}, own)
    yield Row(f"{name}: ms, median", median(times), bar=WARM, digits=1)
    yield Row(f"{name}: ms, 95 of 100 are faster", quantiles(times, n=20)[-1], bar=WARM, digits=1)
