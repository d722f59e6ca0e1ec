"""What of an event is searched: its texts in both languages and what it refers to, each with a weight.

Weights run from 1 to 15: a word of the title says more about an event than one of its tenth fact.
"""

import re
from collections.abc import Iterable, Iterator
from enum import IntEnum
from math import log2
from urllib.parse import urlsplit

from timeline.chronicle.chronicle import Entry
from timeline.language import languages
from timeline.record.event import Event, Words
from timeline.values.bilingual import LANGUAGES, Bilingual, LanguageCode
from timeline.values.dates import Moment


class Weight(IntEnum):
    """How much a word says about an event, by where it stands."""

    SUBJECT = 14
    TITLE = 12
    TOPIC = 10
    NAME = 9
    SUMMARY = 8
    QUOTE = 8
    FACT = 6
    ASIDE = 5


Weighted = tuple[Weight, str]

HEAVIEST = 15


def texts(event: Event) -> Iterator[Weighted]:
    """Yield all that is searched of an event as text, the heaviest first."""
    yield from _both(Weight.TITLE, event.title)
    yield from _both(Weight.SUMMARY, event.summary)
    for words in (*event.quotes, *event.misattributed):
        yield from _quoted(words)
    for fact in event.facts:
        yield from _both(Weight.FACT, fact)
    yield from _asides(event)


def _both(weight: Weight, text: Bilingual) -> Iterator[Weighted]:
    yield from ((weight, text.in_language(code)) for code in LANGUAGES)


def _quoted(words: Words) -> Iterator[Weighted]:
    yield from ((Weight.QUOTE, text) for text in (words.text, *words.translation.values()))


def _asides(event: Event) -> Iterator[Weighted]:
    doubts: Iterable[Bilingual | None] = (event.doubt, *(fact.doubt for fact in event.facts))
    cause = event.outage.cause.text if event.outage and event.outage.cause else None
    for text in (cause, *doubts):
        if text:
            yield from _both(Weight.ASIDE, text)
    if event.doubt:  # readers search for what is disputed and for what was debunked, not for what is as usual
        yield from ((Weight.ASIDE, own.word(f"status.{event.status}.name")) for own in languages())
    if event.outage:
        for own in languages():
            yield from ((Weight.ASIDE, own.word(f"symptoms.{symptom}")) for symptom in event.outage.symptoms)
            yield from ((Weight.FACT, own.country(code)) for code in event.outage.countries)


Reference = tuple[int, str]


def references(entry: Entry) -> Iterator[Reference]:
    """Yield what an event refers to in the vocabulary: with a weight, the table and id as ``kinds/jab``."""
    event = entry.event
    yield Weight.SUBJECT, f"kinds/{event.kind}"
    if event.is_debunked:
        yield Weight.SUBJECT, "status/debunked"
    if event.outage:
        yield Weight.SUBJECT, f"companies/{event.outage.company}"
        yield from ((Weight.SUBJECT, f"platforms/{one}") for one in event.outage.services)
        yield from _failed(event)
    if event.move:
        yield from ((Weight.SUBJECT, _actor(one, entry)) for one in event.move.by)
        yield from ((Weight.SUBJECT, f"by/{one}") for one in event.move.by)
        yield from ((Weight.NAME, _actor(one, entry)) for one in event.move.to)
        yield Weight.ASIDE, f"platforms/{event.move.on}"
    yield from ((Weight.TOPIC, f"tags/{one}") for one in event.tags)
    yield from ((Weight.NAME, _actor(quote.speaker, entry)) for quote in event.quotes)
    yield from ((Weight.NAME, f"by/{quote.speaker}") for quote in event.quotes)
    yield from ((Weight.NAME, _actor(words.attributed_to, entry)) for words in event.misattributed)
    yield from ((Weight.ASIDE, f"platforms/{quote.on}") for quote in event.quotes)
    yield from ((Weight.FACT, f"people/{one}") for one in event.people)


def _failed(event: Event) -> Iterator[Reference]:
    """Yield what failed in an outage, by how much is known of it, and how long; both grow by their magnitude."""
    if not event.outage:
        return
    size = _magnitude(3 * log2(1 + len(event.sources)))
    for one in dict.fromkeys((event.outage.company, *event.outage.services)):
        yield size, f"failed/{one}"
    yield size, "failed"
    if event.when.duration:
        yield _magnitude(1.2 * log2(1 + event.when.duration.minutes)), "length"


def _magnitude(number: float) -> int:
    return min(HEAVIEST, max(1, round(number)))


POST = re.compile(r"/(\d{9,})$")
LONGEST = 60


def address(url: str) -> str:
    """Return the term of an address: the number of a post, else host and path without what differs between copies.

    The twin of ``address`` in timeline/search/browser/pasted.js.
    """
    parts = urlsplit(url)
    path = parts.path.rstrip("/")
    number = POST.search(path)
    place = f"/{number[1]}" if number else f"{(parts.hostname or '').removeprefix('www.')}{path}"
    return f":{place}"[:LONGEST]


def addresses(event: Event) -> Iterator[str]:
    """Yield the terms of the pages that an event stands on."""
    yield from (address(source.url) for source in event.sources.values())


def actors(entry: Entry) -> Iterator[str]:
    """Yield the ids of the people who act or speak in an event, perhaps more than once."""
    event = entry.event
    acting = event.move.by if event.move else ()
    yield from (one for one in (*acting, *(quote.speaker for quote in event.quotes)) if one in entry.people)


def answered(others: Iterable[Entry]) -> Iterator[Reference]:
    """Yield what an event refers to that answers some others: what they were, and whose services had failed.

    So what somebody said during an outage is found by the outage.
    """
    for other in others:
        yield Weight.NAME, f"kinds/{other.event.kind}"
        yield from ((Weight.TITLE, f"platforms/{one}") for one in other.failed)


def _actor(one: str, entry: Entry) -> str:
    return f"people/{one}" if one in entry.people else f"companies/{one}"


def dates(event: Event) -> Iterator[tuple[Weight, Moment]]:
    """Yield when an event happened, and then when it ended and when its words were said."""
    yield Weight.TOPIC, event.when.started
    for moment in (event.when.resolved, *(quote.at for quote in event.quotes)):
        if moment:
            yield Weight.FACT, moment


def passages(event: Event, code: LanguageCode) -> Iterator[str]:
    """Yield the texts of an event that a result can quote in one language, the summary first."""
    yield event.summary.in_language(code)
    for words in (*event.quotes, *event.misattributed):
        yield words.translation.get(code, words.text)
    yield from (fact.in_language(code) for fact in event.facts)
    doubts = (event.doubt, *(fact.doubt for fact in event.facts))
    yield from (doubt.in_language(code) for doubt in doubts if doubt)
    if event.outage and event.outage.cause and event.outage.cause.text:
        yield event.outage.cause.text.in_language(code)
