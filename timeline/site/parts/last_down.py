"""When something was last down, and when that was last mocked: the date in the page, the days since by a script."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from markupsafe import Markup

from timeline.chronicle.chronicle import Chronicle, Entry
from timeline.chronicle.figures import outages
from timeline.chronicle.finding import Last, last
from timeline.chronicle.mockery import Mockery, time_to_mock
from timeline.chronicle.sides import sides
from timeline.language import Language
from timeline.site.drawing import marks
from timeline.site.parts.briefs import Rows, iso
from timeline.values.dates import Precision

# The sections of the interface's words that the script says.
SPOKEN = ("last",)
SCRIPT = "last.js"


@dataclass(frozen=True, slots=True)
class _Line:
    """What is said of one event: its sentence, with a blank for when and one for how long."""

    key: str
    entry: Entry
    name: str = ""


class LastDown:
    """Writes the lines of a chronicle in one language."""

    def __init__(self, chronicle: Chronicle, language: Language, rows: Rows) -> None:
        self._chronicle, self._language, self._rows = chronicle, language, rows

    def of_sides(self) -> list[dict[str, Any]]:
        """Return a line for each side, and one for the newest mockery of either."""
        lines: list[_Line] = []
        jabs: list[Entry] = []
        for side in sides(self._chronicle.vocabulary, self._language.code):
            found = last(outages(self._chronicle, side.company).all.entries, self._mocked)
            lines += [_Line("last.down", found.outage, side.name)] if found.outage else []
            jabs += [found.jab] if found.jab else []
        newest = max(jabs, key=lambda jab: jab.event.when.started.sort_key, default=None)
        return [self._shown(line, "") for line in (*lines, *([_Line("last.mocked", newest)] if newest else []))]

    def of(self, failed: Iterable[Entry], home: str) -> list[dict[str, Any]]:
        """Return the lines of what failed in some outages, for a page that reaches the language's home by ``home``."""
        return [self._shown(line, home) for line in _lines(last(failed, self._mocked))]

    @cached_property
    def _mocked(self) -> tuple[Mockery, ...]:
        return time_to_mock(self._chronicle)

    @cached_property
    def as_of(self) -> str:
        """Say of when the record is."""
        newest = max((e.event.updated for e in self._chronicle.entries), key=lambda m: m.sort_key, default=None)
        return self._language.word("last.as_of").format(date=self._language.date(newest)) if newest else ""

    def _shown(self, line: _Line, home: str) -> dict[str, Any]:
        brief, moment = self._rows.brief(line.entry), line.entry.event.when.started
        text = self._language.word(line.key).format(name=line.name, when="\0", length=self._length(line.entry))
        before, _, after = text.partition("\0")
        day = moment.precision >= Precision.DAY
        short = f"{self._language.day(moment.start)} {moment.start.year}" if day else self._language.date(moment)
        return {
            "mark": self._mark(line.entry),
            "href": f"{home}{brief.path}",
            "iso": iso(line.entry),
            "date": short,
            "counts": moment.precision is Precision.MINUTE or (day and moment.exact),
            "before": before,
            "after": after,
        }

    def _mark(self, entry: Entry) -> Markup:
        brief, event = self._rows.brief(entry), entry.event
        is_open = event.outage is not None and event.when.duration is None
        return marks.in_list(marks.UNKNOWN if is_open else brief.shape, brief.lane)

    def _length(self, entry: Entry) -> str:
        length = entry.event.when.duration
        return self._language.duration(length) if length else self._language.word("last.unknown")


def _lines(found: Last) -> Iterator[_Line]:
    if found.outage:
        yield _Line("last.down_alone", found.outage)
    if found.jab:
        yield _Line("last.mocked_alone", found.jab)
