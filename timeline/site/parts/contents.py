"""What keeps a long event's page short: facts that are folded, and links to the page's sections."""

from collections.abc import Iterator, Mapping
from typing import Any

from timeline.language import Language

# So many facts are shown; of more than that the rest is folded, unless it is a single fact.
SHOWN = 4

# A page with fewer sections than this is seen as a whole.
LONG = 6


def folded(facts: int, language: Language) -> dict[str, Any]:
    """Return before which of so many facts the rest is folded, and what unfolds it; nothing where none is."""
    rest = facts - SHOWN
    if rest < 2:
        return {"shown_facts": facts, "more_facts": ""}
    return {"shown_facts": SHOWN, "more_facts": language.counted("event.more_facts", rest)}


def contents(told: Mapping[str, Any], language: Language) -> list[dict[str, str]]:
    """Return the sections of an event's page in order, if it is long; ``told`` is what the page is made of."""
    sections = [{"id": name, "title": language.word(word)} for name, word in _sections(told)]
    return sections if told["more_facts"] or len(sections) >= LONG else []


def _sections(told: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    event, thread = told["event"], ("thread", "event.exchange")
    if told["thread"] and event.outage:
        yield thread
    if event.doubt:
        yield "doubt", "event.debunked_by" if event.is_debunked else "event.doubt"
    if told["misattributed"]:
        yield "never", "event.never"
    yield "what", "event.what"
    if told["drawn"] or told["undrawn"]:
        yield "reports", "event.reports"
    if told["quotes"]:
        yield "said", "event.words"
    if told["thread"] and not event.outage:
        yield thread
    yield "sources", "event.sources"
    if told["corrections"]:
        yield "corrections", "changes.corrections"
