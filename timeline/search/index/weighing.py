"""Weighing: the terms of an event, each with the largest weight that a place in it gives."""

from collections.abc import Iterable, Iterator, Mapping

from timeline.chronicle.chronicle import Entry
from timeline.record.vocabulary import Person
from timeline.search.index.documents import Weight, actors, addresses, answered, dates, references, texts
from timeline.search.index.senses import Senses
from timeline.search.normaliser import Normaliser
from timeline.search.terms import Weighted
from timeline.values.dates import Moment, Precision

AGAIN = 1  # is added for each further text of an event that has a word
MOST = 15
DEBUNKED = 0.65

Weights = dict[str, int]
Scaled = tuple[tuple[str, int], ...]


class Weighing:
    """Weighs events; what it finds out about a word it keeps."""

    def __init__(self, normaliser: Normaliser, people: Mapping[str, Person] | None = None) -> None:
        self._normaliser = normaliser
        self._people = people or {}
        self._descriptions: dict[str, Scaled] = {}
        self._words: dict[tuple[str, int], Scaled] = {}
        self._senses = Senses(normaliser)
        self._meant: dict[str, frozenset[int]] = {}

    @property
    def raws(self) -> set[str]:
        """The words that were met, as they were written."""
        return {raw for raw, _ in self._words}

    @property
    def alike(self) -> set[str]:
        """The words that mean the same as those that were met."""
        met = frozenset().union(*self._meant.values())
        return {word for sense in met for word in self._senses.words(sense)}

    def weights(self, entry: Entry, others: Iterable[Entry] = ()) -> Weights:
        """Return the terms of an event, which answers ``others``, with their weights from 1 to 15."""
        found: Weights = {}
        heaviest: dict[str, int] = {}
        for weight, text in texts(entry.event):  # the heaviest first
            raws = self._normaliser.split(text)
            for raw in set(raws):
                heaviest[raw] = min(heaviest[raw] + AGAIN, MOST) if raw in heaviest else int(weight)
            for terms in self._normaliser.runs(text, raws):
                _gather(found, scaled(terms, weight))
            _gather(found, ((one, int(weight)) for one in self._normaliser.emoji(text)))
        for raw, most in heaviest.items():
            _gather(found, self._word(raw, most))
        _gather(found, self._alike(heaviest))
        _gather(found, self._described(entry))
        _gather(found, ((term, Weight.SUBJECT) for term in addresses(entry.event)))
        referred = (*references(entry), *answered(others))
        _gather(found, ((f"@{one}", weight) for weight, one in referred))
        for weight, moment in dates(entry.event):
            _gather(found, ((term, weight) for term in dated(moment)))
        return _lowered(found) if entry.event.is_debunked else found

    def _alike(self, heaviest: Mapping[str, int]) -> Iterator[tuple[str, int]]:
        """Yield the words that mean the same as those of an event."""
        found: dict[int, int] = {}
        for raw, most in heaviest.items():
            if raw not in self._meant:
                self._meant[raw] = self._senses.of(raw)
            for sense in self._meant[raw]:
                found[sense] = max(most, found.get(sense, 0))
        for sense, most in found.items():
            yield from scaled(self._senses.terms(sense), most)

    def _described(self, entry: Entry) -> Iterator[tuple[str, int]]:
        """Yield what those are who act in an event: so they are found by whose wife or chief they are."""
        for one in dict.fromkeys(actors(entry)):
            if one not in self._descriptions:
                self._descriptions[one] = tuple(self._description(self._people.get(one)))
            yield from self._descriptions[one]

    def _description(self, person: Person | None) -> Iterator[tuple[str, int]]:
        for text in (person.about.ar, person.about.en) if person and person.about else ():
            raws = self._normaliser.split(text)
            terms = (*map(self._normaliser.word, raws), *self._normaliser.runs(text, raws))
            yield from (pair for one in terms for pair in scaled(one, Weight.NAME) if not pair[0].startswith("#"))

    def _word(self, raw: str, weight: int) -> Scaled:
        key = (raw, weight)
        if key not in self._words:
            self._words[key] = scaled(self._normaliser.word(raw), weight)
        return self._words[key]


def _lowered(found: Weights) -> Weights:
    """Return the weights of what never happened, which stands behind what did."""
    return {term: max(1, round(DEBUNKED * weight)) for term, weight in found.items()}


def _gather(found: Weights, terms: Iterable[tuple[str, int]]) -> None:
    for term, weight in terms:
        if weight > found.get(term, 0):
            found[term] = weight


def scaled(terms: Weighted, weight: int) -> Scaled:
    """Return terms with their shares of a weight, in whole numbers."""
    return tuple((term, max(1, round(share * weight))) for term, share in terms)


def dated(moment: Moment) -> Iterator[str]:
    """Yield the terms of a date, no finer than it is known."""
    start = moment.start
    yield f"#{start:%Y}"
    if moment.precision >= Precision.MONTH:
        yield from (f"#{start:%Y-%m}", f"#-{start:%m}")
    if moment.precision >= Precision.DAY:
        yield from (f"#{start:%Y-%m-%d}", f"#-{start:%m-%d}")
