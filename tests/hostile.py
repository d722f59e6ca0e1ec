"""Texts that were made to break out of where they are put: this project's own, and other people's where they are."""

import itertools
import json
import os
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.built import ROOT
from timeline.record.event import MAX_QUOTED_WORDS
from timeline.values.text import ARABIC_LETTER, flaws

CORPORA = Path(os.environ.get("TIMELINE_CORPORA") or ROOT.parent / "shared" / "corpora")

# The longest quotation that the checker takes.
MOST_WORDS = MAX_QUOTED_WORDS

# Each calls the function that a test watches, in a place where a careless writer would let it run.
CALL = "alert(1)"
_ELEMENTS = (
    "<script>{call}</script>",
    "<img src=x onerror={call}>",
    "<svg onload={call}>",
    "<svg><script>{call}</script></svg>",
    "<details open ontoggle={call}>",
    "<body onload={call}>",
    "<input autofocus onfocus={call}>",
    "<iframe srcdoc='<script>parent.{call}</script>'></iframe>",
    "<iframe src=javascript:{call}></iframe>",
    "<a href=javascript:{call}>x</a>",
    "<math><mi xlink:href=javascript:{call}>x</mi></math>",
    "<video><source onerror={call}></video>",
    "<marquee onstart={call}>",
    "<meta http-equiv=refresh content='0; url=javascript:{call}'>",
    "<base href=javascript:{call}//>",
    "<object data=javascript:{call}></object>",
    "<style>@import 'javascript:{call}'</style>",
    "<link rel=stylesheet href=javascript:{call}>",
    "<form action=javascript:{call}><button autofocus>x</button></form>",
    "<noscript><p title='</noscript><img src=x onerror={call}>'>",
    "<template><script>{call}</script></template>",
    "<textarea></textarea><script>{call}</script>",
)
_EXITS = ("", '"', "'", '">', "'>", "</p>", "</title>", "</script>", "--><!--", "]]>", "</style>", "</textarea>", "`")
_ODDITIES = (
    "{{ 7*7 }}",
    "{% raw %}{{ x }}{% endraw %}",
    "{count} {name} {0} {}",
    "%s %(name)s %n",
    "${7*7} #{7*7} <%= 7*7 %>",
    "&lt;b&gt; &amp;amp; &#60; &#x3c; &nbsp",
    "\\u003cscript\\u003e \\x3c \\n",
    "<!-- -- --> <!--> <![CDATA[ ]]> <?php ?>",
    "[x](javascript:alert(1)) ![x](x) **b** `c` <https://x>",
    "R&D <b> “q” ‘q’ \"q\" 'q' AT&T; &copy",
    "\ue000\ue001\ue002\ue003\ue004",
    "a\u00a0b\u202fc\u3000d",
    "👩\u200d👩\u200d👧 🇸🇾 ☕\ufe0f",
    "اقتباس «ا» \u2067x\u2069 a",
    "javascript:alert(1) data:text/html,<script>alert(1)</script>",
    "on load=alert(1) style=x:expression(alert(1))",
)


def own() -> list[str]:
    """List the project's own hostile texts."""
    runs = (f"{way}{one}" for way, one in itertools.product(_EXITS, _ELEMENTS))
    return [*(one.format(call=CALL) for one in runs), *_ODDITIES]


def corpora() -> list[str]:
    """List other people's hostile texts; there are none where their folder is not."""
    folder = CORPORA / "strings"
    if not folder.is_dir():
        return []
    lines = (_lines(path) for path in sorted(folder.glob("*.txt")))
    return [*itertools.chain.from_iterable(lines), *_texts(json.loads((folder / "blns.json").read_bytes()))]


def _lines(path: Path) -> list[str]:
    return path.read_text("utf-8", errors="replace").split("\n")


def _texts(found: Any) -> Iterator[str]:
    if isinstance(found, str):
        yield found
    elif isinstance(found, list):
        for one in found:
            yield from _texts(one)


def fit(texts: list[str], limit: int = 2000) -> list[str]:
    """Keep the texts that the checker lets through as somebody's words, each once, as it keeps them."""
    normal = (kept(unicodedata.normalize("NFC", text))[:limit] for text in texts)
    return list(dict.fromkeys(text for text in normal if text.strip() and not flaws(text)))


def kept(text: str) -> str:
    """Return what is kept of a text: line breaks, tabs and runs of spaces become one space."""
    return re.sub("[ \t\r\n]+", " ", text).strip(" ")


def english(text: str) -> str:
    """Return a text without letters that the checker takes for Arabic."""
    return ARABIC_LETTER.sub("", text)


# Words of the other script that a text of each language may hold: an English one holds Arabic as a quotation.
OTHER = {"ar": "Latin words", "en": "“كلام عربي”"}

# Where a text stands among such words: alone, behind, before, between them, and on both sides of them.
WAYS = ("{text}", "{other} {text}", "{text} {other}", "{other} {text} {other}", "{text} {other} {text}")


def among(text: str, way: int = 0) -> dict[str, str]:
    """Return a text in both languages, in one of the ways among words of the other script."""
    own = {"ar": f"ن {text}", "en": f"e {english(text)}"}
    form = WAYS[way % len(WAYS)]
    return {code: kept(form.format(text=own[code], other=other)) for code, other in OTHER.items()}


def batches(texts: list[str], size: int = 8_000) -> Iterator[list[str]]:
    """Cut a list of texts so that each part fits into one event's file, wherever its texts stand in it."""
    batch: list[str] = []
    for text in texts:
        if batch and sum(len(one.encode()) for one in batch) + len(text.encode()) + 200 * len(batch) > size:
            yield batch
            batch = []
        batch.append(text)
    yield batch


def stuffed(texts: list[str]) -> dict[str, Any]:
    """Return an event that says every text as a fact, and, as far as they are short enough, as a quotation."""
    short = [text for text in texts if len(text.split()) <= MOST_WORDS]
    return titled(texts[0]) | {
        "facts": [{**among(text, n), "sources": ["a"]} for n, text in enumerate(texts)],
        "quotes": [
            {
                "id": f"q-{n}", "speaker": "ann-example", "on": "betanet", "lang": "fr", "text": text,
                "translation": {"ar": text, "en": text}, "source": "a",
            }
            for n, text in enumerate(short)
        ],
    }  # fmt: skip


def titled(text: str, way: int = 0) -> dict[str, Any]:
    """Return an event that says a text as its title, and as little else as an event must."""
    said = among(text, way)
    return {
        "kind": "statement",
        "title": said,
        "summary": said,
        "when": {"started": "2024-03-05"},
        "move": {"by": ["ann-example"], "on": "betanet"},
        "facts": [{**said, "sources": ["a"]}],
        "status": "reported",
        "added": "2024-03-06",
        "sources": {
            "a": {"url": "https://daily.example/", "headline": text, "publisher": "daily-example", "lang": "hr"},
        },
    }
