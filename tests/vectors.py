"""Texts with what the normaliser makes of them, which both twins are held to; made anew by ``python -m tests.vectors``.

The lexicon is kept with them, so that a spelling more in the vocabulary changes nothing here. Read the difference
before a commit: each changed line is something that readers will find in another way.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from tests.normalising import answer, vocabulary
from tests.test_real_record import EVENTS, named, texts_of
from timeline.search.index.lexicon import Lexicon
from timeline.search.normaliser import Normaliser, specification

FILE = Path(__file__).with_name("vectors.json")
WORDS = 1100
PHRASES = 500
HOSTILE = [
    "", " ", "-", "--a--b-", "a-", "-a", "a_b-c", "'", "''a''", "a'", "'s", "x's", "a’b’c", "…", "😀", "a😀b",
    "😀 عطل😀ـعطل", "\ud800a", "a\udc00", "ـ", "ـعطل", "ءءء", "ء", "عﷺط", "ﷲ", "ﻻ", "ﬁﬂ", "Ａ１", "1,2", "1,234",
    "1,234,5", "12,345x", "1٬234", "١٬٢٣٤٫٥", "abc1,234", "عطل2024", "2024عطل", "الـAPI", "بـX", "x-عطل",
    "عطل-x-5", "5-5-5", "2024-13-45", "0000-00-00", "1999-12-31", "31/12/1999", "12-2024", "5 March", "March",
    "March 5th", "5 of the March", "مارس/مارس 2024", "كانون الثاني/يناير", "تشرين", "تشرين الثاني 5 2024",
    "5, March, 2024", "5 / 3 / 2024", "May may MAY", "a" * 50, "ع" * 50, "ا" * 8, "و" * 8, "ال" * 5, "وال",
    "والوالوالد", "ااا", "يتتت", "مستتتت", "انننن", "ß ẞ ſ ŉ Ĳ", "İstanbul ı I", "ǅ ǆ", "ñ ñ", "e\u0301\u0301",
    "\u0301e", "ك\u0300", "عُ\u200cطل", "a\u2028b", "a\u00a0b", "٪ ؟ ، ؛", "۝۞", "٭", "ﷺ", "ﺀ", "ﹱ", "ـًـ",
]  # fmt: skip
DATES = ["{d} {m} {y}", "{m} {d}, {y}", "{m} {y}", "{d} {m}", "{m}/{m} {y}", "و{m} من عام {y}"]


def vectors() -> dict[str, Any]:
    """Read the texts, with what is expected of each, and the lexicon."""
    read: dict[str, Any] = json.loads(FILE.read_text("utf-8"))
    return read


def texts() -> Iterator[str]:
    """Yield words and phrases of the record, spellings of its vocabulary, dates, and texts that look for trouble."""
    said = [text.text for file, tree in named(EVENTS.glob("[0-9]*/*.yml")).items() for text in texts_of(file, (), tree)]
    words = [word for text in said for word in re.split(r"\s+", text)]
    yield from (word for word, _ in Counter(words).most_common(WORDS))
    yield from (" ".join(words[at : at + 4]) for at in range(0, len(words), len(words) // PHRASES))
    yield from _dates()
    yield from (name for table in _lexicon().entries.values() for names in table.values() for name in names[::3])
    yield from HOSTILE


def _dates() -> Iterator[str]:
    for number, names in _lexicon().months.items():
        for at, name in enumerate(names):
            yield DATES[at % len(DATES)].format(d=int(number) + at, m=name, y=2007 + at)


def _lexicon() -> Lexicon:
    return Lexicon.of(vocabulary())


def _lines(items: Iterable[Any]) -> str:
    return ",\n".join(map(_line, items))


def _line(item: Any) -> str:
    """Write an item, in ASCII if it has half a pair of surrogates, which no file can hold otherwise."""
    written = json.dumps(item, ensure_ascii=False, separators=(",", ":"))
    return json.dumps(item, separators=(",", ":")) if re.search("[\ud800-\udfff]", written) else written


def main() -> None:
    """Write what is expected anew."""
    normaliser = Normaliser(specification(), _lexicon())
    found = [[text, *answer(normaliser, text)] for text in dict.fromkeys(texts())]
    lexicon = json.dumps(_lexicon().as_data(), ensure_ascii=False, separators=(",", ":"))
    content = f'{{"lexicon":{lexicon},\n"texts":[\n{_lines(found)}\n]}}\n'
    FILE.write_text(content, "utf-8", newline="\n")


if __name__ == "__main__":
    main()
