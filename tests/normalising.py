"""What tests of the normaliser share: its lexicons, and its tokens as lines that both twins write alike."""

from functools import cache
from typing import Any

from tests.built import EVENTS
from timeline.record.vocabulary import Vocabulary, load_vocabulary
from timeline.search.index.lexicon import Lexicon
from timeline.search.normaliser import Normaliser, Token, specification
from timeline.search.terms import Terms, gather


@cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary of the record."""
    found, problems = load_vocabulary(EVENTS)
    assert [] == problems
    return found


@cache
def knowing() -> Normaliser:
    """Return the normaliser that knows the names and words of the record."""
    return Normaliser(specification(), Lexicon.of(vocabulary()))


@cache
def plain() -> Normaliser:
    """Return the normaliser that knows the languages alone."""
    return Normaliser(specification(), Lexicon())


def shared(first: str, second: str, normaliser: Normaliser | None = None) -> float:
    """Return how much two texts have in common: the largest product of the weights that they give to one term."""
    one, other = (weights(text, normaliser) for text in (first, second))
    return max((weight * other[term] for term, weight in one.items() if term in other), default=0)


def terms(text: str, normaliser: Normaliser | None = None) -> set[str]:
    """Return the terms of a text."""
    return set(weights(text, normaliser))


def weights(text: str, normaliser: Normaliser | None = None) -> Terms:
    """Return the terms of a text, each with the largest weight that one of the tokens gives it."""
    found: Terms = {}
    for token in (normaliser or plain()).analyse(text):
        gather(found, token.terms)
    return found


def units(text: str, offset: int) -> int:
    """Return an offset as JavaScript counts: in units of UTF-16."""
    return offset + sum(character > "\uffff" for character in text[:offset])


def line(text: str, tokens: list[Token]) -> str:
    """Write the tokens of a text in one line."""
    return "; ".join(
        f"{units(text, token.start)}-{units(text, token.end)} {token.first}-{token.last}"
        + "".join(f" {term}={weight:g}" for term, weight in token.terms)
        for token in tokens
    )


def answer(normaliser: Normaliser, text: str) -> list[str]:
    """Return all that is compared of what the twins make of a text."""
    return [line(text, normaliser.analyse(text)), " ".join(normaliser.forms(text)), normaliser.sound(text)]


def setting(lexicon: Lexicon) -> dict[str, Any]:
    """Return what the twin in a browser is made of."""
    return {"spec": specification(), "lexicon": lexicon.as_data()}
