"""The rows on how well a search finds what its readers want."""

from collections.abc import Callable, Container, Iterator, Sequence
from functools import partial
from typing import TypeAlias

from benchmarks.search.asking import EMPTY, FIRST, FOUND, RANK, RECALL, Answer, Engine, Measure, ask, mean
from benchmarks.search.browser import Bench
from benchmarks.search.queries import PARTS, Half, Query
from benchmarks.search.table import Bar, Figure, Row
from benchmarks.search.variations import FAMILIES, Rule

Chosen: TypeAlias = Callable[[Query], bool]

NAMES = {"arabic": "Arabic", "english": "English", "across": "across", "nothing": "nothing to find"}

RECALLED = Bar(0.95)
FIRSTS = Bar(0.90)
RANKS = {"arabic": Bar(0.96), "english": Bar(0.93)}
OF_A_LANGUAGE = {"arabic": Bar(0.90)}  # each of its categories
OF_A_CATEGORY = {"questions": Bar(0.85), "headlines": Bar(0.90), "layout": Bar(0.90)}
FULL = Bar(0.2, most=True)
EMPTIES = Bar(0.01, most=True)


class Sheet:
    """The answers of several searches to the same queries; the first search is ours."""

    def __init__(self, queries: Sequence[Query], answers: dict[str, list[Answer]]) -> None:
        self.queries, self.answers, self.names = queries, answers, list(answers)

    @classmethod
    def asked(cls, bench: Bench, engines: Sequence[Engine], queries: Sequence[Query]) -> "Sheet":
        """Ask every search."""
        return cls(queries, {engine.name: ask(bench, engine, queries) for engine in engines})

    @property
    def ours(self) -> list[Answer]:
        """Our own answers."""
        return self.answers[self.names[0]]

    def row(self, name: str, measure: Measure, bar: Bar | None = None, chosen: Chosen = lambda _: True) -> Row:
        """Return the row of a measure over chosen queries."""

        def figure(engine: str, half: Half | None = None) -> Figure:
            return mean(measure, self._of(engine, chosen, half))

        number = sum(map(chosen, self.queries))
        return row(f"{name} ({number})", figure, self.names, bar)

    def _of(self, engine: str, chosen: Chosen, half: Half | None) -> Iterator[Answer]:
        for answer in self.answers[engine]:
            if chosen(answer.query) and half in (None, answer.query.half):
                yield answer


def row(name: str, figure: Callable[..., Figure], engines: Sequence[str], bar: Bar | None, note: str = "") -> Row:
    """Return a row of what ``figure`` gives for ours, which is the first, for each half of ours, and for others."""
    ours, *rivals = engines
    halves = {half: figure(ours, half) for half in PARTS}
    return Row(name, figure(ours), halves, {rival: figure(rival) for rival in rivals}, bar, note)


def base_rows(sheet: Sheet) -> Iterator[Row]:
    """Yield the rows of the queries as they stand, by language and category."""
    for one in ("arabic", "english", "across"):
        chosen = in_set(one)
        yield sheet.row(f"{NAMES[one]}: hit@1", FIRST, FIRSTS, chosen)
        yield sheet.row(f"{NAMES[one]}: recall@5", RECALL, RECALLED, chosen)
        yield sheet.row(f"{NAMES[one]}: MRR", RANK, RANKS.get(one), chosen)
        for category in dict.fromkeys(query.category for query in sheet.queries if query.set == one):
            yield sheet.row(f"  {category}", RECALL, OF_A_LANGUAGE.get(one), _in_category(one, category))
    for category, bar in OF_A_CATEGORY.items():
        yield sheet.row(f"{category}: recall@5", RECALL, bar, partial(_is_of, category))
    yield sheet.row("empty, of those with an answer", EMPTY, EMPTIES, lambda query: query.set != "nothing")
    yield sheet.row(f"{NAMES['nothing']}: share with a full match", FOUND, FULL, in_set("nothing"))


def in_set(name: str) -> Chosen:
    """Return what chooses the queries of a set."""
    return lambda query: query.set == name


def _is_of(category: str, query: Query) -> bool:
    return query.category == category


def _in_category(name: str, category: str) -> Chosen:
    return lambda query: (query.set, query.category) == (name, category)


Pair: TypeAlias = tuple[Answer, Answer]


class Varied:
    """The answers to queries varied by rules, each beside the answer to the query as it stands."""

    def __init__(self, bench: Bench, engines: Sequence[Engine], base: Sheet) -> None:
        rules = [rule for family in FAMILIES for rule in family.rules]
        self._made = [(rule, query, varied) for rule in rules for query, varied in rule.apply(base.queries)]
        self._base, self._place = base, {id(query): place for place, query in enumerate(base.queries)}
        self._sheet = Sheet.asked(bench, engines, [varied for *_, varied in self._made])

    def spoilt(self) -> Iterator[Answer]:
        """Our own answers to varied queries that were answered in full as they stand."""
        for (_, query, _), answer in zip(self._made, self._sheet.ours, strict=True):
            if self._base.ours[self._place[id(query)]].recall == 1:
                yield answer

    def _pairs(self, engine: str, rules: Container[Rule], half: Half | None = None) -> Iterator[Pair]:
        for (rule, query, _), answer in zip(self._made, self._sheet.answers[engine], strict=True):
            if rule in rules and half in (None, query.half):
                yield self._base.answers[engine][self._place[id(query)]], answer

    def row(self, name: str, rules: Container[Rule], bar: Bar | None = None) -> Row:
        """Return the row of how much of the recall stays, of what it was without the rules."""

        def figure(engine: str, half: Half | None = None) -> Figure:
            pairs = list(self._pairs(engine, rules, half))
            before = sum(one.recall for one, _ in pairs)
            return sum(other.recall for _, other in pairs) / before if before else None

        own = list(self._pairs(self._sheet.names[0], rules))
        unvaried, plain = (mean(RECALL, answers) or 0 for answers in zip(*own, strict=True))
        note = f"recall@5 {plain:.3f} of {unvaried:.3f}"
        return row(f"{name} ({len(own)})", figure, self._sheet.names, bar, note)

    def rows(self) -> Iterator[Row]:
        """Yield a row for each family of rules, and for each rule of those that have several."""
        for family in FAMILIES:
            yield self.row(family.name, family.rules, Bar(family.least))
            if len(family.rules) > 1:
                yield from (self.row(f"  {rule.name}", [rule]) for rule in family.rules)
