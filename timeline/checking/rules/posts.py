"""A post proves its minute: where the number in its address tells the time, nothing that is written says otherwise."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from timeline.reading.diagnostics import Diagnostic, Related
from timeline.record.record import EventFile, Record
from timeline.values.dates import Moment, Precision
from timeline.values.posts import minute, names_no_post, published

# A minute may have been rounded up or down.
_ROUNDED = timedelta(minutes=1)
_ABOUT = timedelta(days=1)

# What events do in the story that are words and nothing else.
_SAID = frozenset({"jab", "answer", "challenge"})


def check(file: EventFile, record: Record) -> Iterator[Diagnostic]:
    """Compare the beginning, quotations, days of publication and their order with the numbers of posts."""
    yield from _beginning(file, record)
    yield from _quotations(file)
    yield from _days(file)
    yield from _order(file)


def _beginning(file: EventFile, record: Record) -> Iterator[Diagnostic]:
    """Report what was said in a post, by those who said it, and began when none of the posts cited was published."""
    event = file.event
    kind, move = record.vocabulary.kinds.get(event.kind), event.move
    if not kind or kind.role not in _SAID or not move:
        return
    quoted = [quote.source for quote in event.quotes if quote.speaker in move.by and quote.source in event.sources]
    posts = {key: second for key, source in event.sources.items() if (second := published(source.url))}
    first = min((posts[key] for key in quoted if key in posts), default=None)
    started = event.when.started
    if first and not any(_within(started, second) for second in posts.values()):
        told = f"{first:%Y-%m-%dT%H:%MZ}"
        yield file.problem("D114", "when", "started", suggestion=told, found=str(started), number=told)


def _within(written: Moment, second: datetime) -> bool:
    """Say whether a second lies within what is written, which may be rounded or about."""
    slack = _ROUNDED if written.exact else _ABOUT
    return written.start - slack < second < written.end + slack


def _quotations(file: EventFile) -> Iterator[Diagnostic]:
    for i, quote in enumerate(file.event.quotes):
        source = file.event.sources.get(quote.source)
        told = minute(source.url) if source else None
        second = published(source.url) if source else None
        if not told or not second or _agrees(quote.at, second):
            continue
        place = ("quotes", i, "at") if quote.at else ("quotes", i, "id")
        if quote.at and not quote.at.start <= second < quote.at.end:
            yield file.problem("D114", *place, suggestion=str(told), found=str(quote.at), number=str(told))
        else:
            yield file.problem("D115", *place, suggestion=str(told), number=str(told))


def _agrees(written: Moment | None, second: datetime) -> bool:
    """Say whether a minute that is written is the one of a number."""
    if written is None or written.precision < Precision.MINUTE:
        return False
    return abs(written.start - second) < _ROUNDED or (not written.exact and written.start.date() == second.date())


def _days(file: EventFile) -> Iterator[Diagnostic]:
    for key, source in file.event.sources.items():
        if source.evidence == "post" and names_no_post(source.url):
            yield file.problem("L117", "sources", key, "url", found=source.url)
        second = published(source.url)
        if second and source.published and not source.published.start <= second < source.published.end:
            found, number = str(source.published), f"{second:%Y-%m-%d}"
            yield file.problem("D114", "sources", key, "published", suggestion=number, found=found, number=number)


def _order(file: EventFile) -> Iterator[Diagnostic]:
    before: tuple[int, datetime] | None = None
    for i, quote in enumerate(file.event.quotes):
        source = file.event.sources.get(quote.source)
        second = published(source.url) if source else None
        if second and before and second < before[1]:
            related = [Related(file.place("quotes", before[0], "id"), "first")]
            yield file.problem("D116", "quotes", i, "id", related=related, number=f"{second:%Y-%m-%dT%H:%MZ}")
        elif second:
            before = i, second
