"""Light stemming of Arabic: clitics with variants, endings, broken plurals, and the consonants that words share.

The twin of timeline/search/arabic.js.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

from timeline.search.terms import LEVELS, Terms, add

_WEAK = re.compile("[اوي]")
_GROUP = re.compile("[1-9]")

CONSONANTS = frozenset(["skeleton", "root", "far"])

Rule: TypeAlias = tuple[re.Pattern[str], tuple[str, ...]]
"""A pattern of letters, and what may stand instead: digits are the pattern's groups."""


class Arabic:
    """Stems words of Arabic."""

    def __init__(self, spec: dict[str, Any], weights: dict[str, float]) -> None:
        self._spec, self._weights = spec, weights
        self._stops = frozenset(spec["stops"].split())
        self._kept = frozenset(spec["kept"].split())
        self._pronouns, self._endings = _rules(spec["pronouns"]), _rules(spec["endings"])
        self._short, self._plurals = _rules(spec["short"]), _rules(spec["plurals"])
        self._doubtful, self._skeletons = _rules(spec["doubtful"]), _rules(spec["skeletons"])
        self._roots = [(level, rule) for level, *written in spec["roots"] for rule in _rules([written])]

    def is_stop(self, word: str) -> bool:
        """Say whether a word says nothing by itself, with or without a conjunction before it."""
        return word in self._stops or (word[0] in self._spec["conjunctions"] and word[1:] in self._stops)

    def forms(self, word: str) -> list[str]:
        """Return the word without what is written before it; what may be its own first letter gives both."""
        if word in self._kept or len(word) > self._spec["longest"]:
            return [word]
        for article in self._spec["articles"]:
            rest = word[len(article) :]
            if len(rest) >= 2 and word.startswith(article):
                return [rest] if len(rest) > 2 else [rest, word]
        return self._variants(word)

    def _variants(self, word: str) -> list[str]:
        """Return the word, then without a conjunction, then without a preposition or the mark of the future."""
        forms = [word]
        least = self._spec["conjunctions"].get(word[0])
        if least and len(word) > least:
            forms.append(word[1:])
        rest = forms[-1]
        if len(rest) > 3 and (rest[0] in self._spec["prepositions"] or rest[:2] in self._spec["futures"]):
            forms.append(rest[1:])
        return forms

    def terms(self, forms: Iterable[str]) -> Terms:
        """Return the forms, their stems, singulars and consonants."""
        terms: Terms = {}
        for form, level in zip(forms, LEVELS, strict=False):
            share = self._weights[level]
            add(terms, form, share)
            if 3 <= len(form) <= self._spec["longest"]:
                for name, term in self._relations(form):
                    add(terms, term, share * self._weight(name, term))
        return terms

    def _weight(self, name: str, term: str) -> float:
        """Return the weight of a relation; of consonants with a weak letter, which are of many words, a part of it."""
        hollow = name in CONSONANTS and "و" in term
        return self._weights[name] * (self._weights["hollow"] if hollow else 1)

    def _relations(self, form: str) -> Iterator[tuple[str, str]]:
        """Yield the terms that a form leads to, with the names of their weights."""
        stems = self.stems(form)
        if stems == [form]:
            yield from (("short", rest) for rest in _rewritten(self._short, form))
        for plural in dict.fromkeys([form, *_rewritten(self._pronouns, form), *stems]):
            yield from (("singular", one) for one in _rewritten(self._plurals, plural))
        for stem in stems:
            yield "stem", stem
            yield from (("skeleton", one) for one in (self.skeleton(form, stem),) if one)
            yield from self._root(form, stem)

    def _root(self, form: str, stem: str) -> Iterator[tuple[str, str]]:
        """Yield what is left without the letters of the verbs' measures, and how far that is from the form."""
        for level, rule in self._roots:
            root = _consonants_by([rule], stem) or _consonants_by([rule], _uncut(form, stem))
            if root:
                yield level, root
                return

    def stems(self, form: str) -> list[str]:
        """Return a form without the endings of person, number and gender; where one is in doubt, also without that."""
        if form in self._kept:
            return [form]
        doubtful = (self._without_endings(rest) for rest in _rewritten(self._doubtful, form))
        return list(dict.fromkeys([self._without_endings(form), *doubtful]))

    def _without_endings(self, form: str) -> str:
        for rules in (self._pronouns, self._endings, self._endings):
            form = next(_rewritten(rules, form), form)
        return form

    def skeleton(self, form: str, stem: str) -> str | None:
        """Return the consonants of a stem without the prefixes of person and participle."""
        letters = _uncut(form, stem) if len(_WEAK.sub("", stem)) < 3 else stem
        return _consonants_by(self._skeletons, letters) or consonants(letters)


def _uncut(form: str, stem: str) -> str:
    """Return the form if nothing but a weak letter at its end, which may be a radical, makes the stem shorter."""
    return form if form[:-1] == stem and form[-1] in "يا" else stem


def _rules(written: Iterable[list[str]]) -> list[Rule]:
    return [(re.compile(pattern), tuple(instead)) for pattern, *instead in written]


def _rewritten(rules: Iterable[Rule], word: str) -> Iterator[str]:
    """Yield what the first rule that fits the whole word makes of it."""
    for pattern, instead in rules:
        found = pattern.fullmatch(word)
        if found:
            yield from (_filled(one, found) for one in instead)
            return


def _filled(instead: str, found: re.Match[str]) -> str:
    return _GROUP.sub(lambda digit: found[int(digit[0])], instead)


def _consonants_by(rules: Iterable[Rule], stem: str) -> str | None:
    """Return the consonants that the first rule leaves that fits and leaves enough."""
    for rule in rules:
        for rest in _rewritten((rule,), stem):
            if kept := consonants(rest):
                return kept
    return None


def consonants(letters: str) -> str | None:
    """Return the consonants of a word if they are three or more; of two with one weak letter that one too, as و."""
    firm = _WEAK.sub("", letters)
    if len(firm) != 2:
        return firm if len(firm) > 2 else None
    weak = next((at for at, one in enumerate(letters) if one in "وي"), letters.find("ا"))
    if weak < 0:
        return None
    before = len(_WEAK.sub("", letters[:weak]))
    return firm[:before] + "و" + firm[before:]
