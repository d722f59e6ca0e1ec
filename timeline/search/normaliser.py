"""The normaliser: what is written, by a reader or in a text, as weighted terms.

The twin of timeline/search/normaliser.js: both read the same specification and give the same.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.resources import files
from typing import Any, NamedTuple

from timeline.search.arabic import Arabic
from timeline.search.dates import Dates, Gap, Piece, Run
from timeline.search.english import English, is_latin
from timeline.search.folding import Folding
from timeline.search.index.lexicon import Lexicon
from timeline.search.phrases import Key, Phrases, Places, Steps, go_on, meaning, month_of
from timeline.search.sounds import Sounds
from timeline.search.terms import Terms, Weighted, add, gather, weighted

SKELETON_OF_PHRASES = 4  # fewer consonants are those of too many words


def specification() -> dict[str, Any]:
    """Read what both twins follow."""
    read: dict[str, Any] = json.loads(files("timeline.search").joinpath("spec.json").read_text("utf-8"))
    return read


class Token(NamedTuple):
    """A word, or a run of several words, of a text: its place there, its terms, and its first and last word.

    The tokens of single words come first, in order; a stop word may have no terms. A run is a phrase, a date or a
    compound, and covers the words from its first to its last.
    """

    start: int
    end: int
    terms: Weighted
    first: int
    last: int


class _Word(NamedTuple):
    """What is known of a word wherever it stands."""

    terms: Weighted
    steps: Steps
    places: Places
    piece: Piece
    phrases: bool
    """Whether a phrase may go on behind the word."""
    dates: bool
    """Whether a date may begin with the word."""


class _Cache(dict[str, _Word]):
    """The words met so far."""

    def __init__(self, read: Callable[[str], _Word]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, raw: str) -> _Word:
        word = self[raw] = self._read(raw)
        return word


Spans = Sequence[tuple[int, int]]


class Normaliser:
    """Analyses texts; what it finds out about a word it keeps."""

    def __init__(self, spec: dict[str, Any], lexicon: Lexicon) -> None:
        self._weights: dict[str, float] = spec["weights"]
        self._folding = Folding(spec["fold"])
        self._english = English(spec["english"], self._weights)
        self._arabic = Arabic(spec["arabic"], self._weights)
        self._dates = Dates(spec["dates"], self._weights)
        self._sounds = Sounds(spec["sound"])
        self._phrases = Phrases(lexicon, self._weights, self._spelt)
        self._ordinary = {self._folding.fold(word) for word in lexicon.ordinary}
        self._words = _Cache(self._read)

    def analyse(self, text: str) -> list[Token]:
        """Return the tokens of a text."""
        matches = list(self._folding.words.finditer(text))
        spans = [match.span() for match in matches]
        words = [self._words[match.group()] for match in matches]
        tokens = [Token(*span, word.terms, at, at) for at, (span, word) in enumerate(zip(spans, words, strict=True))]
        for first, last, terms in self._runs(text, words):
            tokens.append(Token(spans[first][0], spans[last][1], weighted(terms), first, last))
        return tokens

    def split(self, text: str) -> list[str]:
        """Return the words of a text as they are written."""
        return self._folding.words.findall(text)

    def emoji(self, text: str) -> list[str]:
        """Return the emoji of a text, which are words of their own."""
        return self._folding.emoji(text)

    def word(self, raw: str) -> Weighted:
        """Return the terms of a single word."""
        return self._words[raw].terms

    def runs(self, text: str, raws: Sequence[str]) -> list[Weighted]:
        """Return the terms of the phrases, dates and compounds of a text that was split."""
        words = [self._words[raw] for raw in raws]
        return [weighted(terms) for *_, terms in self._runs(text, words)]

    def forms(self, word: str) -> list[str]:
        """Return the folded forms of a word without what is written together with it, the certain one first."""
        return [form for folded in self._folding.split(word)[:1] for form in self._forms(folded)]

    def sound(self, word: str) -> str:
        """Return how a word sounds, alike in both scripts."""
        return next((self._sounds.key(form) for form in self.forms(word)), "")

    def _forms(self, folded: str) -> list[str]:
        return self._english.forms(folded) if is_latin(folded) else self._arabic.forms(folded)

    def _key(self, form: str) -> Key:
        if is_latin(form):
            return Key(form, [self._english.stem(form)], None)
        stems = self._arabic.stems(form)
        skeleton = self._arabic.skeleton(form, stems[0])
        return Key(form, stems, skeleton if skeleton and len(skeleton) >= SKELETON_OF_PHRASES else None)

    def _spelt(self, spelling: str) -> Iterator[list[Key]]:
        """Yield the keys of the words of a spelling, and those of the compound if it is one."""
        yield [self._key(self._forms(folded)[0]) for folded in self._folding.split(spelling)]
        if " " not in spelling:
            spans = [match.span() for match in self._folding.words.finditer(spelling)]
            for *_, joined in self._folding.joined(spelling, spans):
                yield [self._key(self._forms(self._folding.fold(joined))[0])]

    def _read(self, raw: str) -> _Word:
        forms = self._forms(self._folding.fold(raw))
        keys = [self._key(form) for form in forms]
        steps = self._phrases.steps(keys)
        places = self._phrases.begin(steps)
        terms = self._plain(forms, self._phrases.name_of(keys))
        gather(terms, meaning(places).items())
        month = month_of(places)
        if month:
            level = "ordinary" if forms[0] in self._ordinary else "month"
            add(terms, f"#-{month:02}", self._weights[level])
        piece = self._dates.piece(forms[0], month)
        if piece.year:
            add(terms, f"#{piece.year}", self._weights["date"])
        phrases = any(node.following for node, _ in places)
        dates = any(piece[:3]) or any(node.names_months for node, _ in places)
        return _Word(weighted(terms), steps, places, piece, phrases, dates)

    def _plain(self, forms: list[str], name: str | None) -> Terms:
        """Return the terms that a word has of itself; a name is not taken to pieces."""
        if name is not None:
            return {name: self._weights["surface"]}
        language = self._english if is_latin(forms[0]) else self._arabic
        return {} if language.is_stop(forms[0]) else language.terms(forms)

    def _runs(self, text: str, words: Sequence[_Word]) -> list[Run]:
        """Return the phrases, dates and compounds of a text, in order, each run of words once."""
        found = _phrased(words)
        dated = [at for at, word in enumerate(words) if word.dates]
        if dated or self._folding.hyphens.search(text):
            spans = [match.span() for match in self._folding.words.finditer(text)]
            found += self._dates.find(dated, _pieces(words, dated), _gaps(text, spans))
            found += self._joined(text, spans)
        runs: dict[tuple[int, int], Terms] = {}
        for first, last, terms in found:
            gather(runs.setdefault((first, last), {}), terms.items())
        return [Run(first, last, runs[first, last]) for first, last in sorted(runs)]

    def _joined(self, text: str, spans: Spans) -> Iterator[Run]:
        for first, last, joined in self._folding.joined(text, spans):
            yield Run(first, last, dict(self._words[joined].terms))


def _phrased(words: Sequence[_Word]) -> list[Run]:
    """Return the longest phrases of two words or more."""
    found: list[Run] = []
    for at in [at for at, word in enumerate(words) if word.phrases]:
        if not found or at > found[-1][1]:
            found += _longest(words, at)
    return found


def _longest(words: Sequence[_Word], first: int) -> list[Run]:
    best: list[Run] = []
    places, last = words[first].places, first
    while places and last + 1 < len(words):
        last += 1
        places = go_on(places, words[last].steps)
        if terms := meaning(places):
            best = [Run(first, last, terms)]
    return best


def _gaps(text: str, spans: Spans) -> Gap:
    def gap(at: int) -> str:
        return text[spans[at][1] : spans[at + 1][0]] if at + 1 < len(spans) else "."

    return gap


def _pieces(words: Sequence[_Word], dated: Iterable[int]) -> list[Piece]:
    """Return the words for the dates; a month's name may have two words."""
    pieces = [word.piece for word in words]
    for at in dated:
        begun = words[at].phrases and at + 1 < len(words)
        month = month_of(go_on(words[at].places, words[at + 1].steps)) if begun else 0
        if month:
            pieces[at] = pieces[at]._replace(month=month, length=2)
    return pieces
