"""Texts with what the normaliser makes of them, which both twins are held to; made anew by ``python -m tests.vectors``.

The texts and the lexicon are kept as they are, words and phrases of a real record of 2026: to try more, add a text to
the list. Read the difference before a commit: each changed line is something that readers will find in another way.
"""

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.normalising import answer
from timeline.search.index.lexicon import Lexicon
from timeline.search.normaliser import Normaliser, specification

FILE = Path(__file__).with_name("vectors.json")


def vectors() -> dict[str, Any]:
    """Read the texts, with what is expected of each, and the lexicon."""
    read: dict[str, Any] = json.loads(FILE.read_text("utf-8"))
    return read


def _lines(items: Iterable[Any]) -> str:
    return ",\n".join(map(_line, items))


def _line(item: Any) -> str:
    """Write an item, in ASCII if it has half a pair of surrogates, which no file can hold otherwise."""
    written = json.dumps(item, ensure_ascii=False, separators=(",", ":"))
    return json.dumps(item, separators=(",", ":")) if re.search("[\ud800-\udfff]", written) else written


def main() -> None:
    """Write what is expected anew."""
    kept = vectors()
    normaliser = Normaliser(specification(), Lexicon(**kept["lexicon"]))
    found = [[text, *answer(normaliser, text)] for text in dict.fromkeys(text for text, *_ in kept["texts"])]
    lexicon = json.dumps(kept["lexicon"], ensure_ascii=False, separators=(",", ":"))
    content = f'{{"lexicon":{lexicon},\n"texts":[\n{_lines(found)}\n]}}\n'
    FILE.write_text(content, "utf-8", newline="\n")


if __name__ == "__main__":
    main()
