"""The bytes that a search costs a reader: all that is fetched from the first letter to the first result, with code."""

import gzip
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from statistics import mean
from typing import Literal, TypeAlias

from benchmarks.search.asking import SEEN, Engine
from benchmarks.search.browser import Bench
from benchmarks.search.queries import Query
from benchmarks.search.table import Bar, Figure, Row
from timeline.values.bilingual import LANGUAGES, LanguageCode

Bytes: TypeAlias = list[int]

Way: TypeAlias = Literal["pasted", "first", "end"]
WAYS: dict[Way, str] = {"pasted": "pasted", "first": "typed, to the first result", "end": "typed to the end"}
"""A query is put in at once, or letter by letter: until anything is found, or until all of it is typed."""

SHOWN = 5  # results of the site's own box
KILO = 1000
FIELD = "[role=search] input"
RESULT = "[role=search] [role=option]"


@cache
def size(path: Path) -> int:
    """Return the bytes that a file takes on the wire: compressed, where that makes it smaller."""
    content = path.read_bytes()
    return min(len(content), len(gzip.compress(content, 6, mtime=0)))


class Wire:
    """Measures the bytes of searches in one folder that is served."""

    def __init__(self, bench: Bench, site: str, files: str) -> None:
        self._bench, self._site, self._files = bench, site, files
        self._code: dict[LanguageCode, frozenset[str]] = {}
        self._same: dict[tuple[str, LanguageCode], frozenset[str]] = {}

    def ours(self, index: str, queries: Sequence[Query], *, way: Way) -> Bytes:
        """Return the bytes of each query of an index in a folder, with those of the site's own code."""
        found: Bytes = []
        for code in LANGUAGES:
            own = [query for query in queries if query.site == code]
            for paths in self._index_paths(index, code, own, way=way):
                found.append(self._total([*(f"{index}{path}" for path in paths), *self._code[code]]))
        return found

    def _index_paths(self, index: str, code: LanguageCode, queries: Sequence[Query], *, way: Way) -> list[list[str]]:
        options = {"site": f"/{self._files}", "index": f"/{index}", "limit": SHOWN, "way": way}
        texts = [query.query for query in queries]
        paths: list[list[str]] = self._bench.call("fetched", code, "ours", options, texts) if texts else []
        return paths

    def look(self, queries: Iterable[Query]) -> None:
        """Search on the site itself: learn what code is fetched, and that the index is fetched as was worked out."""
        index = f"{self._files}data/search/"
        for query in queries:
            seen = self._searched(query)
            parts = {path for path in seen if path.startswith(index) and path.endswith(".json") and "box" not in path}
            worked_out = {f"{index}{path}" for path in self._index_paths(index, query.site, [query], way="pasted")[0]}
            if parts != worked_out:
                raise SystemExit(f"The page fetched other parts than the engine: {sorted(parts ^ worked_out)}")
            self._code[query.site] = self._code.get(query.site, frozenset()) | frozenset(seen - parts)

    def _searched(self, query: Query) -> set[str]:
        """Put a query into the box of a page, and return what was fetched until there was a result."""
        with self._bench.page(f"{self._site}{query.site}/about/") as page:
            self._bench.served.clear()
            page.locator(FIELD).fill(query.query)
            page.locator(RESULT).first.wait_for()
            page.wait_for_load_state("networkidle")
            return set(self._bench.served)

    def others(self, engine: Engine, queries: Sequence[Query], *, way: Way) -> Bytes:
        """Return the bytes of each query of another search, all of which its own scripts fetch."""
        if engine.script == "material":
            return [self._whole(engine, query) for query in queries]
        options = {**engine.options, "limit": SEEN, "way": way}
        by_language = {code: [query.query for query in queries if query.site == code] for code in LANGUAGES}
        seen = (self._fetched(engine.script, options, code, texts) for code, texts in by_language.items())
        return [self._total(paths) for found in seen for paths in found]

    def _whole(self, engine: Engine, query: Query) -> int:
        """Return the bytes of a search that fetches all of its index, and so the same for every query."""
        folder = engine.options["index"].lstrip("/")
        key = (engine.name, query.site)
        if key not in self._same:  # of a large record it would take minutes to look again
            (seen,) = self._fetched(engine.script, {**engine.options, "way": "pasted"}, query.site, [query.query])
            self._same[key] = frozenset(path.removeprefix(folder) for path in seen)
        return self._total(f"{folder}{path}" for path in self._same[key])

    def _fetched(
        self, script: str, options: dict[str, object], code: LanguageCode, texts: Sequence[str]
    ) -> Iterator[set[str]]:
        with self._bench.page(f"harness/{code}.html") as page:
            for place, text in enumerate(texts):
                self._bench.served.clear()
                own = {**options, "language": code, "fresh": place}
                page.evaluate("([script, own, one]) => fetched(script, own, [one])", [script, own, text])
                yield {path for path in self._bench.served if not path.startswith("harness/")}

    def _total(self, paths: Iterable[str]) -> int:
        return sum(size(self._bench.folder / path) for path in paths)


def rows(name: str, ours: Bytes, rivals: dict[str, Bytes], most: float) -> Iterator[Row]:
    """Yield the rows of the mean and of the largest."""
    for word, of, bar in (("mean", mean, None), ("largest", max, Bar(most, most=True))):
        figures: dict[str, Figure] = {rival: of(found) / KILO for rival, found in rivals.items() if found}
        yield Row(f"{name}, {word}", of(ours) / KILO, rivals=figures, bar=bar, digits=1)
