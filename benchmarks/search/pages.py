"""An event as one plain page in one language: what other searches are given to index."""

from collections.abc import Iterator
from html import escape

from timeline.chronicle.chronicle import Chronicle, Entry
from timeline.chronicle.sides import company_name
from timeline.language import Language
from timeline.site.parts.briefs import iso


def title(entry: Entry, language: Language) -> str:
    """Return the page's title as HTML."""
    return escape(entry.event.title.in_language(language.code))


def content(entry: Entry, chronicle: Chronicle, language: Language) -> str:
    """Return all that is said of an event, in the language of the page, as simple HTML."""
    paragraphs = (f"<p>{escape(text)}</p>" for text in _texts(entry, chronicle, language))
    return f'<h1 id="event">{title(entry, language)}</h1>\n' + "\n".join(paragraphs)


def page(entry: Entry, chronicle: Chronicle, language: Language) -> str:
    """Return the whole page."""
    head = f'<meta charset="utf-8"><title>{title(entry, language)}</title>'
    body = f"<main>{content(entry, chronicle, language)}</main>"
    return f'<!doctype html><html lang="{language.code}" dir="{language.direction}">{head}<body>{body}</body></html>\n'


def _texts(entry: Entry, chronicle: Chronicle, language: Language) -> Iterator[str]:
    event, code = entry.event, language.code
    yield f"{language.date(event.when.started)} · {iso(entry)}"
    yield " · ".join(dict.fromkeys(_names(entry, chronicle, language)))
    yield event.summary.in_language(code)
    for words in (*event.quotes, *event.misattributed):
        yield words.text
        yield words.translation.get(code, "")
    yield from (fact.in_language(code) for fact in event.facts)
    doubts = (event.doubt, *(fact.doubt for fact in event.facts))
    yield from (doubt.in_language(code) for doubt in doubts if doubt)
    if event.outage and event.outage.cause and event.outage.cause.text:
        yield event.outage.cause.text.in_language(code)


def _names(entry: Entry, chronicle: Chronicle, language: Language) -> Iterator[str]:
    vocabulary = chronicle.vocabulary
    yield vocabulary.kinds[entry.event.kind].name.in_language(language.code)
    yield company_name(entry.company, vocabulary, language.code)
    for table in ("companies", "platforms", "people"):
        yield from (vocabulary.table(table)[one].name.in_language(language.code) for one in getattr(entry, table))
    yield from (vocabulary.tags[tag].name.in_language(language.code) for tag in entry.event.tags)
    if entry.event.outage:
        yield from (language.word(f"symptoms.{symptom}") for symptom in entry.event.outage.symptoms)
