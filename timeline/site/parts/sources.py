"""The list of sources at the end of an event's page."""

from collections.abc import Callable, Iterator
from typing import Any

from timeline.language import Language, direction
from timeline.record.event import Event, SourceEntry


def listed(
    event: Event, numbers: dict[str, int], language: Language, publisher: Callable[[str], str]
) -> Iterator[dict[str, Any]]:
    """Yield an event's sources in the order of their numbers."""
    for key, number in numbers.items():
        source = event.sources[key]
        yield {
            "number": number,
            "publisher": publisher(source.publisher),
            "headline": source.headline,
            "description": source.description.in_language(language.code) if source.description else "",
            "via": language.word("event.via").format(name=publisher(source.via)) if source.via else "",
            "origin": language.word("event.origin").format(name=publisher(source.origin)) if source.origin else "",
            "gone": language.word("event.gone").format(date=language.date(source.gone)) if source.gone else "",
            "lang": source.lang,
            "dir": direction(source.lang),
            "language": language.word("event.written_in").format(language=language.language_name(source.lang)),
            "date": language.date(source.published) if source.published else "",
            "iso": str(source.published or "").rstrip("~?%"),
            "evidence": source.evidence,
            "url": source.url,
            "archive": source.archive,
            "look": _kept_near(source),
        }


def _kept_near(source: SourceEntry) -> str:
    """Return where the Internet Archive shows the copy of a page that it took nearest to the day of publication."""
    published = source.published.start.strftime("%Y%m%d") if source.published else "2"
    return f"https://web.archive.org/web/{published}/{source.url}"


def counted(event: Event, language: Language) -> str:
    """Count the sources and, where they are not all of one kind, those in the page's own language."""
    number = language.counted("count.sources", len(event.sources))
    own = sum(source.lang.partition("-")[0] == language.code for source in event.sources.values())
    if own in (0, len(event.sources)):
        return number
    name = language.language_name(language.code)
    return f"{number}{language.word('separator')}{language.counted('count.in_language', own, name=name)}"
