"""What a character may be, how hostile text is shown, and what an id looks like.

The Arabic script needs some of the characters that hide things in other scripts (U+200C between two
letters, direction marks in prose), so the list of what is refused is written out here instead of
being a whole Unicode category.
"""

import re
import unicodedata
from typing import NamedTuple

ARABIC_LETTER = re.compile("[\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06fa-\u06ff]")

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

# Names that Windows keeps for devices: a file called so cannot be checked out there.
RESERVED = frozenset(["con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))])

_CONTROL = "\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f"
_OVERRIDE = "\u202a-\u202e"
_INVISIBLE = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2028\u2029\u2060-\u2065\u206a-"
    "\u206f\u3164\ufe00-\ufe0e\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-"
    "\U0001d17a\U000e0000-\U000e0fff"
)
_NONCHARACTER = "\ufdd0-\ufdef\ufffe\uffff"
_SURROGATE = "\ud800-\udfff"
_JOINER = "\u200c\u200d"
_SELECTOR = "\ufe0f"
_ISOLATE = "\u2066-\u2069"
_MARK = "\u061c\u200e\u200f"

_SUSPECT = re.compile(f"[{_CONTROL}{_OVERRIDE}{_INVISIBLE}{_NONCHARACTER}{_SURROGATE}{_JOINER}{_SELECTOR}{_ISOLATE}]")
_DIRECTION = re.compile(f"[{_OVERRIDE}{_ISOLATE}{_MARK}]")
_UNPRINTABLE = re.compile(
    f"[\n\r\t{_CONTROL}{_OVERRIDE}{_INVISIBLE}{_NONCHARACTER}{_SURROGATE}{_JOINER}{_SELECTOR}{_ISOLATE}{_MARK}]"
)

# What can be an emoji too and is not of the categories of symbols that the others are of.
_SIGNS = frozenset("‼⁉〰ℹ↔▫◽◾⤴⤵")


class Flaw(NamedTuple):
    """A character that an event's text must not hold: the code that explains it, and where it stands."""

    code: str
    offset: int
    character: str


def suspicious(text: str) -> bool:
    """Say quickly whether ``text`` holds any character that ``flaws`` must look at."""
    return _SUSPECT.search(text) is not None or not unicodedata.is_normalized("NFC", text)


def flaws(text: str) -> list[Flaw]:
    """List the characters of ``text`` that are refused, in order, one for each code."""
    found: dict[str, Flaw] = {}
    for match in _SUSPECT.finditer(text):
        code = _verdict(text, match.start())
        if code:
            found.setdefault(code, Flaw(code, match.start(), match.group()))
    unbalanced = _unbalanced_isolate(text)
    if unbalanced is not None:
        found["T105"] = Flaw("T105", unbalanced, text[unbalanced])
    if _composed_otherwise(text):
        offset = _first_unnormalised(text)
        found["T106"] = Flaw("T106", offset, text[offset])
    return sorted(found.values(), key=lambda flaw: flaw.offset)


def _verdict(text: str, offset: int) -> str | None:
    character = text[offset]
    if re.match(f"[{_SURROGATE}]", character):
        return "T103"
    if character == "\0":
        return "T111"
    if re.match(f"[{_CONTROL}{_NONCHARACTER}]", character):
        return "T101"
    if re.match(f"[{_OVERRIDE}]", character):
        return "T102"
    at_home = (
        re.match(f"[{_ISOLATE}]", character)
        or (re.match(f"[{_JOINER}]", character) and _joins_two(text, offset))
        or (character == _SELECTOR and _makes_emoji(text, offset))
    )
    return None if at_home else "T104"


def _joins_two(text: str, offset: int) -> bool:
    """A joiner is at home between two Arabic letters, and U+200D also between two emoji."""
    before, after = text[max(0, offset - 2) : offset].rstrip(_SELECTOR)[-1:], text[offset + 1 : offset + 2]
    if ARABIC_LETTER.match(before) and ARABIC_LETTER.match(after):
        return True
    return text[offset] == "\u200d" and all(_is_symbol(neighbour) for neighbour in (before, after))


def _makes_emoji(text: str, offset: int) -> bool:
    """U+FE0F is at home behind a sign that it turns into an emoji, and in a keycap."""
    before, after = text[max(0, offset - 1) : offset], text[offset + 1 : offset + 2]
    return _is_symbol(before) or before in _SIGNS or after == "\u20e3"


def _is_symbol(character: str) -> bool:
    return bool(character) and unicodedata.category(character) in ("So", "Sk")


def _unbalanced_isolate(text: str) -> int | None:
    open_at: list[int] = []
    for match in re.finditer(f"[{_ISOLATE}]", text):
        if match.group() != "\u2069":
            open_at.append(match.start())
        elif open_at:
            open_at.pop()
        else:
            return match.start()
    return open_at[0] if open_at else None


def _composed_otherwise(text: str) -> bool:
    """Say whether the NFC of a text has other characters.

    Arabic keyboards give the marks of a letter in the order in which they are typed; that order alone is no flaw.
    """
    return not unicodedata.is_normalized("NFC", text) and sorted(unicodedata.normalize("NFC", text)) != sorted(text)


def _first_unnormalised(text: str) -> int:
    normal = unicodedata.normalize("NFC", text)
    pairs = zip(text, normal, strict=False)
    return next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(normal), len(text) - 1))


def normal_word(text: str, offset: int) -> str:
    """Return the word around ``offset`` in Unicode's form NFC: it looks the same."""
    start = end = offset
    while start and _in_word(text[start - 1]):
        start -= 1
    while end < len(text) and _in_word(text[end]):
        end += 1
    return unicodedata.normalize("NFC", text[start:end] or text[offset])


def _in_word(character: str) -> bool:
    return unicodedata.category(character)[0] in "LMN"


def has_direction_controls(text: str) -> bool:
    """Say whether ``text`` holds a bidirectional control, which no id, address or date needs."""
    return _DIRECTION.search(text) is not None


def visible(text: str, limit: int = 80) -> str:
    r"""Show any text safely on one line of a terminal: what cannot be seen becomes ``\uXXXX``."""
    shown = _UNPRINTABLE.sub(lambda match: _escape(match.group()), text)
    return shown if len(shown) <= limit else shown[: limit - 1] + "…"


def encodable(text: str) -> str:
    r"""Return a text that is valid UTF-8: lone surrogates, as in names of other bytes, become ``\uXXXX``."""
    return text.encode("utf-8", "backslashreplace").decode()


def _escape(character: str) -> str:
    short = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}.get(character)
    point = ord(character)
    return short or (f"\\u{point:04x}" if point <= 0xFFFF else f"\\U{point:08x}")


def codepoint(character: str) -> str:
    """Name a character as the Unicode standard does, as in ``U+202E RIGHT-TO-LEFT OVERRIDE``."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()


def to_id(text: str) -> str | None:
    """Make an id of a name, as far as its letters allow."""
    letters = [c for c in unicodedata.normalize("NFKD", text).lower() if not unicodedata.combining(c)]
    made = re.sub("[^a-z0-9]+", "-", "".join(letters)).strip("-")
    return made if is_id(made) and all(c.isascii() or not c.isalnum() for c in letters) else None


def to_ids(text: str) -> str | None:
    """Write the ids of a text with a comma of either script between them, as a list has them."""
    parts = re.split(r"\s*[,،]\s*", text.strip())
    return ", ".join(parts) if all(map(is_id, parts)) else None


def is_id(text: str) -> bool:
    """Say whether ``text`` can be the id of an event or of a vocabulary entry."""
    return len(text) <= 80 and ID.fullmatch(text) is not None and text not in RESERVED
