"""A story is told of events that exist, of two at least, and of each of them once."""

from collections.abc import Iterator

from timeline.reading.diagnostics import Diagnostic, Guesses, Related
from timeline.record.record import Record
from timeline.record.story import StoryFile

NEEDED = 2


def _chapters(file: StoryFile) -> Iterator[Diagnostic]:
    """Report chapters that do not cut the list of events into pieces."""
    places = {event: place for place, event in enumerate(file.story.events)}
    before = -1
    for i, chapter in enumerate(file.story.chapters):
        place = places.get(chapter.begins, -1)
        if place <= before or (i == 0 and place != 0):
            yield file.problem("V111", "chapters", i, "begins", found=chapter.begins)
        before = max(place, before)


def _counters(file: StoryFile) -> Iterator[Diagnostic]:
    """Report what counters count by that is no event of the story."""
    for i, counter in enumerate(file.story.counters):
        named = {("since",): counter.since} | {("events", n): event for n, event in enumerate(counter.events)}
        for at, found in named.items():
            if found and found not in file.story.events:
                yield file.problem(
                    "V115", "counters", i, *at, suggestion=Guesses().closest(found, file.story.events), found=found
                )


def check(file: StoryFile, record: Record) -> Iterator[Diagnostic]:
    """Report events that the record does not have, those that stand twice, and a story of one event alone."""
    first: dict[str, int] = {}
    guesses = Guesses()
    for i, found in enumerate(file.story.events):
        event = record.aliases.get(found, found)
        if first.setdefault(event, i) != i:
            related = [Related(file.place("events", first[event]), "first")]
            yield file.problem("V108", "events", i, related=related, found=found)
        elif event not in record.files and event not in record.unreadable:
            yield file.problem("V107", "events", i, suggestion=guesses.closest(found, record.files), found=found)
    yield from _chapters(file)
    yield from _counters(file)
    if len(file.story.events) < NEEDED:
        yield file.problem("V109", "events", key=True, found=file.story.events[0])
