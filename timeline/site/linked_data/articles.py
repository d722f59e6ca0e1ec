"""An entry as an article on an event, with the words that were said and the sources; a debunked one as a review."""

from collections.abc import Iterator

from timeline.chronicle.chronicle import Entry
from timeline.record.event import Event, Misattributed, Quote, SourceEntry
from timeline.site.linked_data.things import Node, Things
from timeline.values.dates import Moment, Precision


def day_or_minute(moment: Moment) -> str:
    """Write a date as schema.org wants it: no finer than it is certain, so about a minute is a day."""
    return str(moment).rstrip("~?%") if moment.exact else f"{moment.start:%Y-%m-%d}"[: 4 + 3 * (moment.precision - 1)]


def article(entry: Entry, things: Things) -> Node:
    """Return the article that an entry's page is."""
    event, code, publication = entry.event, things.language.code, things.publication
    address = publication.address(things.language, f"events/{entry.id}/")
    publisher = {"@id": f"{publication.root}#publisher"}
    happened = [] if event.is_debunked else [_happening(entry, things)]
    parts = {
        "about": [*happened, *(things.reference("companies", one) for one in entry.companies)],
        "mentions": [things.reference("people", one) for one in entry.people],
        "citation": [_source(source, things) for source in event.sources.values()],
        "hasPart": [_quotation(quote, event, address, things) for quote in event.quotes],
    }
    return {
        "@type": "NewsArticle",
        "@id": f"{address}#article",
        "url": address,
        "mainEntityOfPage": address,
        "headline": event.title.in_language(code),
        "description": event.summary.in_language(code),
        "inLanguage": code,
        "datePublished": day_or_minute(event.added),
        "dateModified": day_or_minute(event.updated),
        "author": publisher,
        "publisher": publisher,
        "isPartOf": {"@id": f"{publication.address(things.language)}#site"},
        **things.licensed,
        **{name: nodes for name, nodes in parts.items() if nodes},
    }


def _happening(entry: Entry, things: Things) -> Node:
    event, code = entry.event, things.language.code
    node: Node = {
        "@type": "Event",
        "name": event.title.in_language(code),
        "startDate": day_or_minute(event.when.started),
    }
    if event.when.resolved and event.when.resolved.precision >= Precision.DAY:
        node["endDate"] = day_or_minute(event.when.resolved)
    places = [things.reference("platforms", one)["name"] for one in entry.platforms]
    if places:
        node["location"] = [{"@type": "VirtualLocation", "name": name} for name in places]
    return node


def _quotation(quote: Quote, event: Event, address: str, things: Things) -> Node:
    code = things.language.code
    node: Node = {
        "@type": "Quotation",
        "@id": f"{address}#q-{quote.id}",
        "text": quote.text,
        "inLanguage": quote.lang,
        "spokenByCharacter": things.actor_reference(quote.speaker),
        "citation": event.sources[quote.source].url,
    }
    if quote.at:
        node["dateCreated"] = day_or_minute(quote.at)
    if code in quote.translation:
        node["workTranslation"] = {"@type": "Quotation", "text": quote.translation[code], "inLanguage": code}
    return node


def _source(source: SourceEntry, things: Things) -> Node:
    node: Node = {
        "@type": "CreativeWork",
        "url": source.url,
        "inLanguage": source.lang,
        "publisher": things.source_publisher(source.publisher),
    }
    if source.headline:
        node["headline"] = source.headline
    if source.published:
        node["datePublished"] = day_or_minute(source.published)
    return node


# The scale on which claims are rated here has one step: what is on this list was shown to be false.
FALSE = {"@type": "Rating", "ratingValue": 1, "worstRating": 1, "bestRating": 5}


def reviews(entry: Entry, things: Things) -> Iterator[Node]:
    """Yield the review of each claim that an entry shows to be false: words never said, or the claim as a whole."""
    event, word = entry.event, things.language.word
    if not event.is_debunked:
        return
    if not event.misattributed:
        yield _review(entry, event.title.in_language(things.language.code), word("status.debunked.name"), things)
    for words in event.misattributed:
        code = things.language.code
        name = things.actor_reference(words.attributed_to)["name"]
        text = things.language.nested(words.translation.get(code, words.text))
        said = word("quoted").format(text=text)
        yield _review(entry, word("said_by").format(name=name, words=said), word("event.never"), things, words)


def _review(entry: Entry, claim: str, verdict: str, things: Things, words: Misattributed | None = None) -> Node:
    event, publication = entry.event, things.publication
    address = publication.address(things.language, f"events/{entry.id}/")
    reviewed: Node = {"@type": "Claim", "name": claim}
    if event.when.started.precision >= Precision.DAY:
        reviewed["datePublished"] = day_or_minute(event.when.started)
    if words:
        reviewed["text"] = words.text
    checks = [source.url for source in event.sources.values() if source.evidence == "fact-check"]
    return {
        "@type": "ClaimReview",
        "url": address,
        "claimReviewed": claim,
        "itemReviewed": reviewed,
        "reviewRating": FALSE | {"alternateName": verdict},
        "author": {"@id": f"{publication.root}#publisher"},
        "datePublished": day_or_minute(event.added),
        "inLanguage": things.language.code,
        **({"isBasedOn": checks} if checks else {}),
    }
