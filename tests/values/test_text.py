"""Which characters a text may hold, how hostile text is shown, and what an id is."""

import unicodedata

import pytest
from hypothesis import example, given

from tests.characters import is_hidden
from tests.strategies import ANYTHING, HOSTILE
from timeline.values import text

anything = given(ANYTHING | HOSTILE)


@pytest.mark.parametrize(
    "fine",
    [
        "",
        "plain text, with a tab\tand\nlines\r\n",
        "عطل في فيسبوك\u200f!",
        "می\u200cخواهم",
        "👩\u200d👩\u200d👧",
        "❤\ufe0f\u200d🔥",
        "👍🏽\u200d👍",
        "❤\ufe0f ↔\ufe0f ℹ\ufe0f 1\ufe0f\u20e3",
        "\u2068outer \u2067inner\u2069\u2069",
        "left\u200eright",
        "é",
    ],
)
def test_allowed(fine: str) -> None:
    """What scripts and emoji need is allowed."""
    assert [] == text.flaws(fine)


@pytest.mark.parametrize(
    ("code", "offset", "held"),
    [
        ("T101", 1, "a\x1b[31m"),
        ("T101", 0, "\x85"),
        ("T101", 1, "a\uffff"),
        ("T101", 0, "\ufdd0"),
        ("T102", 2, "ab\u202ecd"),
        ("T103", 1, "a\ud83d"),
        ("T104", 1, "a\u200bb"),
        ("T104", 1, "a\u200cb"),
        ("T104", 1, "ع\u200c"),
        ("T104", 0, "\u200dع"),
        ("T104", 2, "عع\u200d😀"),
        ("T104", 1, "a\ufe0f"),
        ("T104", 0, "\ufe0f"),
        ("T104", 1, "1\ufe0f"),
        ("T104", 1, "a\U0001d173"),
        ("T104", 1, "a\U0001bca0"),
        ("T104", 1, "a\U000e0041"),
        ("T105", 0, "\u2066never \u2067closed"),
        ("T105", 3, "abc\u2069"),
        ("T106", 1, "ae\u0301"),
        ("T106", 0, "\u212b"),
        ("T111", 1, "a\0"),
    ],
)
def test_refused(code: str, offset: int, held: str) -> None:
    """Each kind of refused character has its code and its place."""
    assert [(code, offset, held[offset])] == text.flaws(held)


def test_one_flaw_for_each_code() -> None:
    """Many characters of one kind are one flaw, at the first; flaws come in the order of the text."""
    assert [("T104", 0), ("T101", 1)] == [(flaw.code, flaw.offset) for flaw in text.flaws("\u200b\x01\u200b\x02")]


@anything
def test_flaws_stand_where_they_say(held: str) -> None:
    """A flaw's character stands at its offset, whatever the text."""
    assert [flaw.character for flaw in text.flaws(held)] == [held[flaw.offset] for flaw in text.flaws(held)]


@anything
def test_nothing_suspicious_has_no_flaw(held: str) -> None:
    """The quick look passes over no flaw."""
    assert text.suspicious(held) or not text.flaws(held)


@anything
def test_accepted_text_is_harmless(held: str) -> None:
    """Text without a flaw is in NFC, can be written as UTF-8 and overrides no direction."""
    if not text.flaws(held):
        assert unicodedata.normalize("NFC", held) == held
        assert held == held.encode().decode()
        assert not any(unicodedata.bidirectional(c) in ("LRE", "RLE", "LRO", "RLO", "PDF") for c in held)


@pytest.mark.parametrize(
    ("word", "held", "offset"),
    [("café", "a cafe\u0301 b", 2), ("café", "a cafe\u0301 b", 6), ("café", "cafe\u0301", 4), ("Å", "\u212b", 0)],
)
def test_normal_word(word: str, held: str, offset: int) -> None:
    """The mend of a text that is not in NFC is the word around the place, in NFC."""
    assert word == text.normal_word(held, offset)


def test_normal_form_of_a_sign() -> None:
    """Outside any word the mend is the character alone."""
    assert ";" == text.normal_word("a \u037e b", 2)


@pytest.mark.parametrize(("held", "has"), [("a\u200eb", True), ("\u2068", True), ("\u202e", True), ("abع", False)])
def test_direction_controls(held: str, has: bool) -> None:
    """Marks, isolates and overrides are direction controls; letters of an Arabic word are not."""
    assert has == text.has_direction_controls(held)


@anything
@example("".join(map(chr, range(0x2FFF))))
def test_visible_hides_nothing(held: str) -> None:
    """What is shown holds no control, no line end and nothing that turns the direction, whatever the text."""
    assert [] == [character for character in text.visible(held, 10**6) if is_hidden(character)]


def test_visible_over_all_of_unicode() -> None:
    """There is no character that controls a terminal or turns the direction and is shown as it is."""
    hidden = [chr(point) for point in range(0x110000) if is_hidden(chr(point))]
    assert [] == [character for character in hidden if text.visible(character) == character]


@anything
def test_visible_is_short(held: str) -> None:
    """What is shown is never longer than asked for."""
    assert len(text.visible(held, 20)) <= 20


@pytest.mark.parametrize(
    ("shown", "held"),
    [
        ("plain é ع 😀", "plain é ع 😀"),
        (r"a\nb\r\tc", "a\nb\r\tc"),
        (r"\u001b[31m", "\x1b[31m"),
        (r"\u202e", "\u202e"),
        (r"\ud83d", "\ud83d"),
        (r"\U000e0041", "\U000e0041"),
        ("x" * 79 + "…", "x" * 81),
        ("x" * 80, "x" * 80),
    ],
)
def test_visible(shown: str, held: str) -> None:
    """What can be seen stays as it is, and what cannot is named by its number."""
    assert shown == text.visible(held)


@pytest.mark.parametrize(("name", "character"), [("U+202E RIGHT-TO-LEFT OVERRIDE", "\u202e"), ("U+0001", "\x01")])
def test_codepoint(name: str, character: str) -> None:
    """A character is named as Unicode names it, by its number alone where it has no name."""
    assert name == text.codepoint(character)


@pytest.mark.parametrize("good", ["a", "x-2", "2024-03-05-alpha-outage", "con-artist", "a" * 80])
def test_id(good: str) -> None:
    """Small letters, digits and single hyphens make an id."""
    assert text.is_id(good)


@pytest.mark.parametrize(
    "bad", ["", "A", "a--b", "-a", "a-", "a_b", "a.b", "a/b", "../a", "é", "٣", "a\n", "con", "lpt1", "nul", "a" * 81]
)
def test_no_id(bad: str) -> None:
    """Anything else, and what Windows keeps for devices, is no id."""
    assert not text.is_id(bad)


@pytest.mark.parametrize(
    ("made", "name"),
    [
        ("ann-example", "Ann Example"),
        ("cafe", "Café"),
        ("a-b", "  a & b!  "),
        ("i", "İ"),
        (None, "فيسبوك"),
        (None, "straße"),
        (None, "con"),
        (None, "!?"),
        (None, "x" * 81),
    ],
)
def test_to_id(made: str | None, name: str) -> None:
    """An id is made of a name where its letters allow it, and is never half a name."""
    assert made == text.to_id(name)


@anything
def test_made_ids_are_ids(name: str) -> None:
    """What is made of a name is an id or nothing, whatever the name."""
    made = text.to_id(name)
    assert made is None or text.is_id(made)
