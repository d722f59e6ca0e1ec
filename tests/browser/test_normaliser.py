"""The normaliser of the built site, in a real browser, gives what its twin in Python gives."""

import json
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.browser.conftest import Open
from tests.normalising import answer, knowing, setting, vocabulary
from tests.strategies import ANYTHING, HOSTILE
from tests.vectors import vectors
from timeline.search.index.lexicon import Lexicon

# Texts go over as JSON in ASCII, for halves of pairs of surrogates pass in no other way.
ANSWER = """async (asked) => {
  const { Normaliser } = await own("search/normaliser.js");
  const { spec, lexicon, texts } = JSON.parse(asked);
  window.normaliser = spec ? new Normaliser(spec, lexicon) : window.normaliser;
  const token = ({ start, end, first, last, terms }) =>
    `${start}-${end} ${first}-${last}${terms.map(([term, weight]) => ` ${term}=${weight}`).join("")}`;
  return JSON.stringify(texts.map((text) => [
    window.normaliser.analyse(text).map(token).join("; "),
    window.normaliser.forms(text).join(" "),
    window.normaliser.sound(text),
  ]));
}"""

Twin: TypeAlias = Callable[..., list[list[str]]]


@pytest.fixture
def twin(opened: Open) -> Twin:
    """A function that has texts analysed in the browser; with a lexicon it makes the normaliser anew."""
    page = opened().go("en/")

    def ask(texts: Sequence[str], lexicon: Lexicon | None = None) -> list[list[str]]:
        asked: dict[str, Any] = {"texts": texts} | (setting(lexicon) if lexicon else {})
        found: list[list[str]] = json.loads(page.evaluate(ANSWER, json.dumps(asked)))
        return found

    return ask


def test_vectors(twin: Twin) -> None:
    """It makes of some thousands of texts what is written down of them."""
    kept = vectors()
    found = twin([text for text, *_ in kept["texts"]], Lexicon(**kept["lexicon"]))
    pairs = zip(kept["texts"], found, strict=True)
    assert [] == [(one, here) for one, here in pairs if one[1:] != here]


# What words are made of, so that most texts have some: letters, clitics, digits, marks and months.
PIECES = st.text(
    st.sampled_from([*"ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآةىـًٌٍَُِّْ٠٥۴abcdefghilmnorstuvwyzXÉß059 \u00a0-'’./,،٬_@#😀"]),
    max_size=30,
)
WORDS = st.lists(
    st.sampled_from(
        "5 2024 March may of مارس آذار تشرين الثاني / - , odin vance فانس وفانس boat race سباق القوارب log in".split()
    ),
    max_size=8,
).map(" ".join)
TEXTS = st.one_of(ANYTHING, HOSTILE, PIECES, WORDS)


def test_any_text(twin: Twin) -> None:
    """Of any text, whatever is in it, both make the same."""
    twin([], Lexicon.of(vocabulary()))

    @settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
    @given(st.lists(TEXTS, min_size=80, max_size=160))
    def compare(texts: list[str]) -> None:
        assert [answer(knowing(), text) for text in texts] == twin(texts)

    compare()
