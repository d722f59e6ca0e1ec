"""Scripts in fewer bytes."""

from importlib.util import find_spec

import pytest

from timeline.site import minified as room
from timeline.site.minified import minified

SCRIPT = """const given = (number) => { const doubled = number + number; return `${doubled} of ${number}`; };
export function told(reader) { return given(reader.number); }
"""

there_is_one = pytest.mark.skipif(find_spec("minify") is None, reason="there is no tdewolff-minify for this machine")


@there_is_one
def test_short_names() -> None:
    """What only a script knows has a short name; what it gives to others, asks objects for and says stays."""
    (short,) = minified([SCRIPT])
    assert len(short) < len(SCRIPT) * 0.8
    assert [True] * 4 == [text in short for text in ("export function told(", ".number", "${", " of ")]
    assert "doubled" not in short


@there_is_one
def test_in_their_order() -> None:
    """Scripts come back in their order, whatever letters are in them."""
    assert ['say("ثانيًا")', 'say("first")'] == [
        one.rstrip(";\n") for one in minified(['say( "ثانيًا" );', 'say( "first" );'])
    ]


def test_none_for_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the library cannot be installed, scripts stay as they are."""
    monkeypatch.setattr(room, "find_spec", lambda _: None)
    room._minified.cache_clear()
    assert [SCRIPT] == minified([SCRIPT])
    room._minified.cache_clear()
