"""The queries with the spellings that they rest on taken out of the tables, for the index and for the query."""

from collections.abc import Iterator
from dataclasses import replace

from benchmarks.search.asking import RECALL, Engine, ask, ask_without
from benchmarks.search.browser import Bench
from benchmarks.search.ours import Spellings, write_index
from benchmarks.search.quality import NAMES, Chosen, Sheet, in_set
from benchmarks.search.table import Bar, Row
from timeline.chronicle.chronicle import Chronicle

BARS = {"arabic": Bar(0.93), "english": Bar(0.88)}


def alias_rows(bench: Bench, base: Sheet, engine: Engine, chronicle: Chronicle) -> Iterator[Row]:
    """Yield the rows of all queries of a language, each without its own alias, and of those alone that rest on one."""
    without = _without(bench, base, engine, chronicle)
    bare = _bare(bench, base, engine, chronicle)
    for name, bar in BARS.items():
        yield without.row(f"{NAMES[name]}: recall@5", RECALL, bar, in_set(name))
        yield without.row("  of those that rest on an alias", RECALL, None, _resting(name))
        yield bare.row("  all, and without every other alias in it when it is read", RECALL, None, in_set(name))


def _resting(name: str) -> Chosen:
    return lambda query: query.set == name and query.alias is not None


def _without(bench: Bench, base: Sheet, engine: Engine, chronicle: Chronicle) -> Sheet:
    """Ask each query that rests on an alias of an index that was made without it."""
    answers = {id(answer.query): answer for answer in base.ours}
    spellings = Spellings(chronicle.vocabulary)
    for number, queries in enumerate(spellings.batches(query for query in base.queries if query.alias)):
        folder = f"without-{number}"
        bare = spellings.without(query.alias or "" for query in queries)
        write_index(replace(chronicle, vocabulary=bare), bench.folder / folder)
        other = replace(engine, options={**engine.options, "index": f"/{folder}/search/"})
        answers |= {id(answer.query): answer for answer in ask(bench, other, queries)}
    return Sheet(base.queries, {engine.name: [answers[id(query)] for query in base.queries]})


def _bare(bench: Bench, base: Sheet, engine: Engine, chronicle: Chronicle) -> Sheet:
    """Ask each query of a search that knows none of the aliases which stand in it; the index is as it was."""
    spellings = Spellings(chronicle.vocabulary)
    gone = [spellings.standing_in(query.query) for query in base.queries]
    return Sheet(base.queries, {engine.name: ask_without(bench, engine, base.queries, gone)})
