"""What is said at the end of a build: the number of pages, and the warnings that concern whoever built them."""

from collections.abc import Iterator
from pathlib import Path

from timeline.building.built import Built
from timeline.checking import reports
from timeline.editing.history import Repository
from timeline.language.messages import Refusal, asked, message

_MAIN, _LAST = "main", "HEAD"
_MOST_SHOWN = 10


def lines(built: Built) -> Iterator[str]:
    """Yield the warnings on files that were changed since the main branch, and what there is in numbers."""
    changed = _changed(built.events)
    warnings = built.checked.warnings
    own = [one for one in warnings if changed is None or one.place.source.name in changed]
    if own:
        yield reports.report("text", own[:_MOST_SHOWN], asked(), built.events)
    key = "built.all" if changed is None else "built.changed"
    yield message(asked(), key, pages=built.pages, warnings=len(own))
    more = len(warnings) - min(len(own), _MOST_SHOWN)
    if more:
        yield message(asked(), "built.more", warnings=more, command="timeline check")


def _changed(events: Path) -> frozenset[str] | None:
    """Return the names of the files that a branch has changed, or nothing where Git cannot say."""
    for revision in (_MAIN, _LAST):
        try:
            repository = Repository(events)
            return frozenset(repository.names(repository.base(revision)))
        except Refusal:
            continue
    return None
