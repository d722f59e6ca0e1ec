"""Two readings of one file, compared field by field."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import TypeAlias

from timeline.reading.reader import Plain, Step

Items: TypeAlias = list[Plain]
Value: TypeAlias = "Plain | None"

# By which of its fields an item of a list is the same one, though others of its fields have changed.
_NAMES = ("id", "event", "begins")


@dataclass(frozen=True, slots=True)
class Change:
    """A field that has another value than before; one that is not there has none."""

    path: tuple[Step, ...]
    before: Value
    after: Value


def compare(before: Value, after: Value, path: tuple[Step, ...] = ()) -> Iterator[Change]:
    """Yield what has changed from one value to another, as far down as both are alike."""
    if before == after:
        return
    if isinstance(before, dict) and isinstance(after, dict):
        for key in dict.fromkeys((*before, *after)):
            yield from compare(before.get(key), after.get(key), (*path, key))
    elif isinstance(before, list) and isinstance(after, list):
        yield from _lists(before, after, path)
    else:
        yield Change(path, before, after)


def _lists(before: Items, after: Items, path: tuple[Step, ...]) -> Iterator[Change]:
    if all(isinstance(item, str) for item in (*before, *after)):
        yield from _words(before, after, path)
        return
    matcher = SequenceMatcher(None, [_name(item) for item in before], [_name(item) for item in after], autojunk=False)
    for tag, first, last, start, end in matcher.get_opcodes():
        pairs = zip_longest(before[first:last], after[start:end])
        for place, (old, new) in enumerate(pairs):
            number = (start if tag != "delete" else first) + place
            if old is None or new is None or isinstance(old, dict) is not isinstance(new, dict):
                yield Change((*path, number), old, new)
            else:
                yield from compare(old, new, (*path, number))


def _words(before: Items, after: Items, path: tuple[Step, ...]) -> Iterator[Change]:
    """Compare lists of words as sets; where only the order is another one, all of both."""
    gone = [item for item in before if item not in after]
    come = [item for item in after if item not in before]
    if gone or come:
        yield Change(path, gone or None, come or None)
    else:
        yield Change(path, before, after)


def _name(item: Plain) -> str:
    """Return what an item of a list is known by."""
    if isinstance(item, dict):
        return next((str(item[name]) for name in _NAMES if name in item), repr(item))
    return repr(item)
