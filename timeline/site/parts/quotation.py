"""Somebody's words as a page shows them: the original in its own language and direction, and our translation."""

from typing import Any

from timeline.chronicle.chronicle import Chronicle, Entry
from timeline.language import Language, direction
from timeline.record.event import Quote, Words
from timeline.site.parts.briefs import where
from timeline.values.dates import Moment, Precision

_MARKS = {"ar": "«{}»", "fr": "« {} »"}
_OTHER_MARKS = "“{}”"

# What quotation marks of the same form become inside.
_INNER = {"ar": str.maketrans("«»", '""'), "fr": str.maketrans("«»", "“”")}
_OTHER_INNER = str.maketrans("“”", "‘’")


def quoted(words: Words, language: Language) -> dict[str, Any]:
    """Return the original and, where the page's language is another one, the translation, in quotation marks."""
    translation = words.translation.get(language.code)
    return {
        "lang": words.lang,
        "dir": direction(words.lang),
        "text": _marked(words.text, words.lang),
        "translation": _marked(translation, language.code) if translation else "",
    }


def first_words(entry: Entry, language: Language, letters: int) -> str:
    """Return how the words begin that an entry quotes first, in the page's language, cut at a word; nothing of none."""
    event = entry.event
    if event.is_debunked or not event.quotes:
        return ""
    quote = event.quotes[0]
    text = quote.text if quote.lang.partition("-")[0] == language.code else quote.translation.get(language.code, "")
    short = text if len(text) <= letters else text[:letters].rpartition(" ")[0] + "…"
    return language.word("quoted").format(text=language.nested(short)) if short else ""


def _marked(text: str, lang: str) -> str:
    base = lang.partition("-")[0]
    return _MARKS.get(base, _OTHER_MARKS).format(text.translate(_INNER.get(base, _OTHER_INNER)))


def credit(quote: Quote, chronicle: Chronicle, language: Language) -> str:
    """Return who said it, where and when, as it stands below a quotation that is copied."""
    actor = chronicle.vocabulary.actor(quote.speaker)
    speaker = actor.name.in_language(language.code) if actor else quote.speaker
    said = (speaker, where(quote.on, chronicle, language), _moment(quote.at, language) if quote.at else "")
    return language.word("separator").join(filter(None, said))


def _moment(moment: Moment, language: Language) -> str:
    day = language.date(moment)
    if moment.precision is not Precision.MINUTE:
        return day
    return f"{day}{language.word('separator')}{moment.start:%H:%M} {language.word('time.utc')}"
