"""Variations by rule: the same queries in the other letters that readers type, which want the same events."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from random import Random
from typing import TypeAlias

from benchmarks.search.queries import Query, Set
from benchmarks.search.slips import SLIPS, half_typed

Vary: TypeAlias = Callable[[str, Random], str]

_ARABIC = "\u0621-\u063a\u0641-\u064a"
_WORD = re.compile(rf"(?<!\S)[{_ARABIC}]{{3,}}(?!\S)")
_JOINED = re.compile(rf"(?<=[بتثجحخسشصضطظعغفقكلمنهيئ])(?=[{_ARABIC}])")
_NO_HAMZA = str.maketrans("أإآٱؤئ", "ااااوي", "ء")
_WRONG_HAMZA = re.compile(r"(?<!\S)(ال|)ا(?!ل)")
_LAST_YEH = re.compile(r"[ىي](?!\S)")
_MARKS = ("َ", "ُ", "ِ", "ْ", "َّ")

# Words that take no clitic, or that may have one already.
_BARE = frozenset(
    "الذي التي الذين الى إلى على عن من في مع متى كيف هل ماذا لماذا اين أين قبل بعد بين عند هذا هذه ذلك "
    "الغاء إلغاء الاف الزام التزام الهام التقى ألغت الغت".split()
)
_TAKEN = "وفبلكس"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that varies queries: what it does, and to the queries of which sets."""

    name: str
    vary: Vary
    sets: tuple[Set, ...] = ("arabic",)
    spared: frozenset[str] = frozenset()
    """The categories whose queries are already what the rule would make of them."""

    def apply(self, queries: Iterable[Query]) -> Iterator[tuple[Query, Query]]:
        """Yield each query that the rule changes, with the changed one."""
        for query in queries:
            if query.set in self.sets and query.category not in self.spared:
                varied = self.vary(query.query, Random(f"{self.name} {query.query}"))
                if varied != query.query:
                    yield query, query.varied(varied)


def _wrong_hamza(text: str, chance: Random) -> str:
    return _WRONG_HAMZA.sub(lambda found: found[1] + chance.choice("أإ"), text)


def _wrong_yeh(text: str, _: Random) -> str:
    return _LAST_YEH.sub(lambda found: "ي" if found[0] == "ى" else "ى", text)


def _with_tashkeel(text: str, chance: Random) -> str:
    def marked(found: re.Match[str]) -> str:
        return found[0] + (chance.choice(_MARKS) if chance.random() < 0.6 else "")

    return re.sub(f"[{_ARABIC}]", marked, text)


def _with_tatweel(text: str, chance: Random) -> str:
    def drawn_out(found: re.Match[str]) -> str:
        places = [place.start() for place in _JOINED.finditer(found[0])]
        at = chance.choice(places) if places else 0
        return found[0][:at] + "ـ" * chance.randint(1, 3) + found[0][at:] if at else found[0]

    return _WORD.sub(drawn_out, text)


def _with_clitic(clitic: str) -> Vary:
    """Return what writes a clitic before one word: that of an article before a word that has one."""

    def fits(word: str) -> bool:
        if word in _BARE or len(word) < 4:
            return False
        return word.startswith("ال") if clitic.endswith("ل") else not word.startswith(("ال", *_TAKEN))

    def written(word: str) -> str:
        if clitic == "لل":
            return "لل" + word[2:].removeprefix("ل")
        return clitic.removesuffix("ال") + word

    def vary(text: str, chance: Random) -> str:
        found = [word for word in _WORD.finditer(text) if fits(word[0])]
        if not found:
            return text
        word = chance.choice(found)
        return text[: word.start()] + written(word[0]) + text[word.end() :]

    return vary


def _in_digits(digits: str) -> Vary:
    table = str.maketrans("0123456789", digits)
    return lambda text, _: text.translate(table)


_SLIPPED = frozenset(["slips", "misspelt-names", "half-typed"])


@dataclass(frozen=True, slots=True)
class Family:
    """Rules that are measured together, and how many of the answers must stay."""

    name: str
    least: float
    rules: tuple[Rule, ...]


def _typed(name: str, rules: dict[str, Vary], least: float) -> Iterator[Family]:
    """Yield a family for each language that is typed."""
    languages: tuple[Set, ...] = ("arabic", "english")
    for one in languages:
        yield Family(f"{name}, {one.title()}", least, tuple(Rule(*rule, (one,), _SLIPPED) for rule in rules.items()))


FAMILIES: tuple[Family, ...] = (
    Family("hamza", 0.99, (Rule("left out", lambda text, _: text.translate(_NO_HAMZA)), Rule("put in", _wrong_hamza))),
    Family("ه for ة", 0.99, (Rule("ه for ة", lambda text, _: text.replace("ة", "ه")),)),
    Family("ى for ي and ي for ى", 0.99, (Rule("ى and ي", _wrong_yeh),)),
    Family("tashkeel", 0.99, (Rule("tashkeel put in", _with_tashkeel),)),
    Family("tatweel", 0.99, (Rule("tatweel put in", _with_tatweel),)),
    Family("clitics", 0.98, tuple(Rule(clitic, _with_clitic(clitic)) for clitic in ("و", "ب", "وال", "بال", "لل"))),
    Family("digits", 0.98, (Rule("Arabic-Indic", _in_digits("٠١٢٣٤٥٦٧٨٩")), Rule("Persian", _in_digits("۰۱۲۳۴۵۶۷۸۹")))),
    *_typed("last word half typed", {f"{left} left out": half_typed(left) for left in (1, 2)}, 0.97),
    *_typed("one slip", SLIPS, 0.95),
)
