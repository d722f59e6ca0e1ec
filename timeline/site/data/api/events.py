"""From an entry of the chronicle to the shape in which it is published."""

from timeline.chronicle.chronicle import Entry
from timeline.record import event as record
from timeline.site.data.api import shapes
from timeline.site.publication import Publication
from timeline.values.bilingual import LANGUAGES, Bilingual
from timeline.values.dates import Duration, Moment


def text(value: Bilingual) -> shapes.Text:
    """Return a text by language."""
    return {code: value.in_language(code) for code in LANGUAGES}


def perhaps(value: Bilingual | None) -> shapes.Text | None:
    """Return a text by language, where there is one."""
    return text(value) if value else None


def date(moment: Moment) -> shapes.Date:
    """Return a date with the stretch of time that it can mean."""
    return shapes.Date(
        edtf=str(moment),
        earliest=f"{moment.start:%Y-%m-%dT%H:%M}Z",
        before=f"{moment.end:%Y-%m-%dT%H:%M}Z",
        precision=moment.precision.name.lower(),  # type: ignore[arg-type]
        approximate=moment.approximate,
        uncertain=moment.uncertain,
    )


def dated(moment: Moment | None) -> shapes.Date | None:
    """Return a date, where there is one."""
    return date(moment) if moment else None


def length(duration: Duration | None) -> shapes.Length | None:
    """Return a length, where there is one."""
    return shapes.Length(minutes=duration.minutes, exact=duration.exact) if duration else None


def event(entry: Entry, publication: Publication) -> shapes.Event:
    """Return an entry as it is published."""
    own, moved = entry.event, publication.chronicle.moved
    return shapes.Event(
        id=entry.id,
        addresses=publication.addresses(f"events/{entry.id}/"),
        kind=own.kind,
        status=own.status,
        title=text(own.title),
        summary=text(own.summary),
        started=date(own.when.started),
        company=entry.company,
        people=entry.people,
        companies=entry.companies,
        platforms=entry.platforms,
        tags=own.tags,
        outage=_outage(own.outage, own.when) if own.outage else None,
        move=shapes.Move(by=own.move.by, to=own.move.to, place=own.move.on) if own.move else None,
        facts=tuple(_fact(fact) for fact in own.facts),
        quotations=tuple(_quotation(quote) for quote in own.quotes),
        false_quotations=tuple(_false(words) for words in own.misattributed),
        relations=tuple(
            shapes.Relation(type=each.type, event=moved.get(each.event, each.event)) for each in own.relations
        ),
        doubt=perhaps(own.doubt),
        sources={key: _source(source) for key, source in own.sources.items()},
        added=date(own.added),
        updated=date(own.updated),
        corrections=tuple(shapes.Correction(date=date(each.on), text=text(each)) for each in own.corrections),
        former_ids=own.aliases,
    )


def _outage(outage: record.Outage, when: record.When) -> shapes.Outage:
    cause = outage.cause
    return shapes.Outage(
        company=outage.company,
        platforms=outage.services,
        scope=outage.scope,
        countries=outage.countries,
        symptoms=outage.symptoms,
        acknowledged=dated(when.acknowledged),
        unacknowledged=when.unacknowledged,
        resolved=dated(when.resolved),
        basis=when.basis,
        length=length(when.duration),
        time_to_acknowledge=length(when.time_to_acknowledge),
        reports=tuple(_reports(reports) for reports in outage.reports),
        cause=shapes.Cause(status=cause.status, text=perhaps(cause.text), sources=cause.sources) if cause else None,
    )


def _reports(reports: record.Reports) -> shapes.Reports:
    return shapes.Reports(
        platform=reports.service,
        tracker=reports.tracker,
        measure=reports.measure,
        count=reports.count,
        qualifier=reports.qualifier,
        source=reports.source,
    )


def _fact(fact: record.Fact) -> shapes.Fact:
    return shapes.Fact(
        text=text(fact), sources=fact.sources, contentious=fact.contentious,
        at=dated(fact.at), doubt=perhaps(fact.doubt),
    )  # fmt: skip


def _quotation(quote: record.Quote) -> shapes.Quotation:
    return shapes.Quotation(
        id=quote.id,
        speaker=quote.speaker,
        place=quote.on,
        language=quote.lang,
        text=quote.text,
        translations={str(code): said for code, said in quote.translation.items()},
        said=dated(quote.at),
        state=quote.state,
        source=quote.source,
    )


def _false(words: record.Misattributed) -> shapes.FalseQuotation:
    return shapes.FalseQuotation(
        attributed_to=words.attributed_to,
        language=words.lang,
        text=words.text,
        translations={str(code): said for code, said in words.translation.items()},
        source=words.source,
    )


def _source(source: record.SourceEntry) -> shapes.Source:
    return shapes.Source(
        url=source.url,
        publisher=source.publisher,
        origin=source.origin,
        via=source.via,
        evidence=source.evidence,
        language=source.lang,
        headline=source.headline,
        description=perhaps(source.description),
        published=dated(source.published),
        archive=source.archive,
        gone=dated(source.gone),
    )
