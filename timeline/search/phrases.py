"""Phrases: what the words of the lexicon mean, alone and together.

The twin of timeline/search/phrases.js.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from timeline.search.index.lexicon import Lexicon
from timeline.search.terms import LEVELS, Terms, gather

# Names are known by their own letters, other words by their stems.
NAMES = frozenset(["people", "companies", "platforms"])


class Key(NamedTuple):
    """What a word is looked up by: a form, its stems, and the consonants of the first, if they are many enough."""

    form: str
    stems: Sequence[str]
    skeleton: str | None


@dataclass(slots=True)
class Node:
    """A place in the tree of phrases: what the words so far mean, and which can follow."""

    meant: Terms = field(default_factory=dict)
    month: int = 0
    is_name: bool = False
    following: dict[str, "Node"] = field(default_factory=dict)

    @property
    def names_months(self) -> bool:
        """Whether a word that names a month can follow."""
        return any(node.month for node in self.following.values())


Places: TypeAlias = list[tuple[Node, float]]
Steps: TypeAlias = tuple[tuple[str, float], ...]


class Phrases:
    """The tree of all phrases of a lexicon."""

    def __init__(
        self, lexicon: Lexicon, weights: dict[str, float], words: Callable[[str], Iterable[Sequence[Key]]]
    ) -> None:
        self._weights = weights
        self._root = Node()
        for table, entries in lexicon.entries.items():
            for one, spellings in entries.items():
                is_name = table in NAMES and not (table == "platforms" and one in lexicon.venues)
                for phrase in (keys for spelling in spellings for keys in words(spelling)):
                    self._plant(phrase, f"@{table}/{one}", weights[table], is_name=is_name)
        for month, names in lexicon.months.items():
            for phrase in (keys for name in names for keys in words(name)):
                self._place([key.form for key in phrase]).month = int(month)

    def _place(self, path: Iterable[str]) -> Node:
        node = self._root
        for step in path:
            node = node.following.setdefault(step, Node())
        return node

    def _plant(self, phrase: Sequence[Key], term: str, weight: float, *, is_name: bool) -> None:
        node = self._place(key.form if is_name else f"~{key.stems[0]}" for key in phrase)
        node.is_name |= is_name
        gather(node.meant, [(term, weight)])
        if len(phrase) == 1 and not is_name and phrase[0].skeleton:
            loose = self._place([f"^{phrase[0].skeleton}"])
            gather(loose.meant, [(term, weight)], self._weights["skeleton"])

    def steps(self, keys: Sequence[Key]) -> Steps:
        """Return how a word may go on with a phrase: by each form and its relations, with a share of the meaning."""
        return tuple(
            (step, self._weights[level])
            for key, level in zip(keys, LEVELS, strict=False)
            for step in (key.form, *(f"~{stem}" for stem in key.stems), *([f"^{key.skeleton}"] if key.skeleton else ()))
        )

    def begin(self, steps: Steps) -> Places:
        """Return where the phrases are that a word begins."""
        return _follow(self._root, 1, steps)

    def name_of(self, keys: Iterable[Key]) -> str | None:
        """Return which of a word's forms is somebody's or something's whole name."""
        known = self._root.following
        return next((key.form for key in keys if key.form in known and known[key.form].is_name), None)


def go_on(places: Places, steps: Steps) -> Places:
    """Return where the phrases are after one more word."""
    return [one for node, share in places if node.following for one in _follow(node, share, steps)]


def _follow(node: Node, share: float, steps: Steps) -> Places:
    following = node.following
    return [(following[step], share * part) for step, part in steps if step in following]


def meaning(places: Places) -> Terms:
    """Return what the words mean that lead to some places."""
    terms: Terms = {}
    for node, share in places:
        gather(terms, node.meant.items(), share)
    return terms


def month_of(places: Places) -> int:
    """Return the month that the words so far name, or 0."""
    return next((node.month for node, _ in places if node.month), 0)
