"""What a branch changes in a record, in words: as plain text, or as Markdown in which no text is more than text."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from timeline.editing.comparing import Change, compare
from timeline.editing.history import Pair
from timeline.language import Language
from timeline.reading.reader import Plain, Step
from timeline.values.text import visible

_LONGEST = 300
_SPECIAL = re.compile(r"[\\`*_\[\]<>#|~&@$]")

# What is told of a new event in place of all its fields.
_HEAD = ("kind", "when", "status", "sources")

Write: TypeAlias = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Changed:
    """A file that was added, removed or changed, under its name, with its title and its changes."""

    name: str
    state: str
    title: Plain
    changes: tuple[Change, ...]
    former: str = ""


def changes(pairs: Iterable[Pair]) -> list[Changed]:
    """Sort out what happened to each file; an event that keeps its former id as an alias has moved."""
    pairs = list(pairs)
    gone = {_id(pair.name): pair for pair in pairs if pair.now is None}
    moved = {pair.name: gone[alias] for pair in pairs for alias in _aliases(pair) if alias in gone}
    left = {pair.name for pair in moved.values()}
    return [_changed(pair, moved.get(pair.name)) for pair in pairs if pair.name not in left]


def _changed(pair: Pair, former: Pair | None) -> Changed:
    before = former.before if former else pair.before
    state = "moved" if former else "added" if before is None else "removed" if pair.now is None else "changed"
    said = pair.now if pair.now is not None else before
    title = said.get("title", "") if isinstance(said, dict) else ""
    found = tuple(compare(before, pair.now)) if state in ("changed", "moved") else ()
    if state == "added" and isinstance(said, dict) and title:
        found = tuple(Change((name,), None, said[name]) for name in _HEAD if name in said)
    return Changed(pair.name, state, title, found, _id(former.name) if former else "")


def _aliases(pair: Pair) -> list[str]:
    found = pair.now.get("aliases", []) if isinstance(pair.now, dict) and pair.before is None else []
    return [one for one in found if isinstance(one, str)] if isinstance(found, list) else []


def _id(name: str) -> str:
    return name.rpartition("/")[2].removesuffix(".yml")


def text(found: Iterable[Changed], words: Language) -> str:
    """Write changes as plain text."""
    rows = [row for one in found for row in _rows(one, words, str, ("{}", "  {}"))]
    return "".join(f"{row}\n" for row in rows or [words.word("diff.nothing")])


def markdown(found: Iterable[Changed], words: Language) -> str:
    """Write changes as Markdown."""
    rows = [row for one in found for row in _rows(one, words, escaped, ("- **{}**", "  - {}"))]
    return "".join(f"{row}\n" for row in rows or [words.word("diff.nothing")])


def escaped(value: str) -> str:
    """Write a text as Markdown that shows it and does nothing else."""
    return _SPECIAL.sub(lambda sign: f"&#{ord(sign.group())};", value)


def _rows(one: Changed, words: Language, write: Write, shapes: tuple[str, str]) -> Iterator[str]:
    """Write the line of a file and those of its changes."""
    head, item = shapes
    title = one.title.get(words.code, "") if isinstance(one.title, dict) else one.title
    named = write(_isolated(one.name, words)) + (f" – {write(_shown(title, words))}" if title else "")
    state = words.word(f"diff.{one.state}").format(former=write(_isolated(one.former, words)))
    yield head.format(f"{state}{words.word('diff.colon')}{named}")
    for change in one.changes:
        yield item.format(_sentence(change, words, write))


def _sentence(change: Change, words: Language, write: Write) -> str:
    key = "diff.new" if change.before is None else "diff.gone" if change.after is None else "diff.other"
    values = {"before": change.before, "after": change.after}
    shown = {name: write(_shown(value, words)) for name, value in values.items() if value is not None}
    return words.word(key).format(field=write(_field(change.path, words)), **shown)


def _field(path: tuple[Step, ...], words: Language) -> str:
    return " › ".join(_step(step, words) for step in path or ("text",))  # a file that cannot be read is a text


def _step(step: Step, words: Language) -> str:
    if isinstance(step, int):
        return words.number(step + 1)
    return words.words.get(f"fields.{step}") or _isolated(step, words)


def _isolated(value: str, words: Language) -> str:
    return words.quoted(value, 1000)


def _shown(value: Plain, words: Language) -> str:
    """Write a value: a text in quotation marks, words with commas, fields with their names."""
    if isinstance(value, str):
        return words.word("diff.quoted").format(text=visible(value, _LONGEST))
    if isinstance(value, list):
        items = (_shown(item, words) if isinstance(item, dict) else _isolated(str(item), words) for item in value)
        return words.word("diff.comma").join(items)
    bilingual = value.get(words.code)
    if bilingual is not None:
        return _shown(bilingual, words)
    if all(isinstance(part, dict) for part in value.values()):
        return words.word("diff.comma").join(_isolated(key, words) for key in value)
    return words.word("diff.comma").join(
        f"{_step(key, words)}{words.word('diff.colon')}{_isolated(str(part), words)}"
        for key, part in value.items()
        if not isinstance(part, dict)
    )
