"""What is asked of two things that are compared, and what the record answers for each; alike on pages and in data."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import cached_property

from timeline.chronicle.chronicle import Chronicle, Entry
from timeline.chronicle.comparing import Compared, mocked
from timeline.chronicle.figures import Figure, Outages
from timeline.chronicle.mockery import Mockery, time_to_mock
from timeline.chronicle.sides import lane_of
from timeline.language import Language
from timeline.site.parts.hours import hours
from timeline.site.parts.names import Names
from timeline.site.settings import EraChoice
from timeline.values.dates import Duration, Precision

# The questions in the order in which they are answered: of what has outages, and of one outage.
OF_MANY = ("count", "unknown", "total", "median", "longest", "acknowledge", "mocked")
OF_ONE = ("date", "services", "length", "admitted", "jab", "reports", "sources")


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer: what is shown, what stands below it in small, and the path of the page that it leads to, if any."""

    shown: str
    small: str = ""
    path: str = ""


@dataclass(frozen=True, slots=True)
class Year:
    """The outages of one year: how many, how long together as far as is known, and how many nobody timed."""

    year: str
    number: int
    hours: str
    unknown: int


@dataclass(frozen=True, slots=True)
class Column:
    """One of two things that are compared, with all its answers."""

    key: str
    sort: str
    name: str
    path: str
    lane: int
    answers: tuple[Answer, ...]
    years: tuple[Year, ...]

    def data(self) -> dict[str, object]:
        """Return the column as data for a script."""
        return asdict(self)


class Answers:
    """Answers in one language."""

    def __init__(self, chronicle: Chronicle, language: Language, eras: tuple[EraChoice, ...], home: str) -> None:
        self.chronicle, self.language = chronicle, language
        self._eras = {choice.id: choice.name.in_language(language.code) for choice in eras}
        self._names = Names(chronicle, language, home)

    @cached_property
    def _ridiculed(self) -> dict[Entry, Mockery]:
        return {one.outage: one for one in time_to_mock(self.chronicle)}

    def column(self, one: Compared) -> Column:
        """Return a thing with its answers."""
        answers = self._of_one(one) if one.sort == "outage" else self._of_many(one)
        years = () if one.sort == "outage" else tuple(self._years(one))
        lane = lane_of(one.company, self.chronicle.vocabulary)
        return Column(one.key, one.sort, self.name(one), self._path(one), lane, tuple(answers), years)

    def name(self, one: Compared) -> str:
        """Name a thing that is compared."""
        if one.sort == "era":
            return self._eras[one.id]
        if one.sort == "outage":
            (entry,) = one.entries
            when = entry.event.when.started
            return f"{self.language.date(when)}: {entry.event.title.in_language(self.language.code)}"
        table = {"company": "companies", "platform": "platforms"}[one.sort]
        return self.chronicle.vocabulary.table(table)[one.id].name.in_language(self.language.code)

    def _path(self, one: Compared) -> str:
        folders = {"company": "companies", "platform": "platforms", "outage": "events"}
        return f"{folders[one.sort]}/{one.id}/" if one.sort in folders else f"companies/{one.company}/"

    def _of_many(self, one: Compared) -> Iterator[Answer]:
        """Answer the questions of what has outages."""
        outages, counted, number = one.outages, self.language.counted, self.language.number
        every, unknown = int(outages.all.value), int(outages.all.value - outages.known.value)
        yield Answer(number(every))
        yield Answer(f"{number(round(100 * unknown / every))}%", self._of(unknown, every))
        yield Answer(self._together(outages), counted("count.outages", outages.known.value))
        yield Answer(self._length(outages.median_minutes))
        yield self._longest(one)
        yield self._admitted_by(outages)
        yield self._mocked(one)

    def _of(self, some: float, every: float) -> str:
        number = self.language.number
        return self.language.word("compare.of").format(some=number(some), all=number(every))

    def _together(self, outages: Outages) -> str:
        known = outages.total_minutes
        return hours(known, self.language) if known.entries else self.language.word("charts.none_found")

    def _length(self, figure: Figure | None) -> str:
        if figure is None or not figure.entries:
            return self.language.word("charts.none_found")
        return self.language.duration(Duration(round(figure.value), figure.exact))

    def _longest(self, one: Compared) -> Answer:
        if one.longest is None:
            return Answer(self.language.word("charts.none_found"))
        entry, length = one.longest
        return Answer(
            self.language.duration(length), self.language.date(entry.event.when.started), f"events/{entry.id}/"
        )

    def _admitted_by(self, outages: Outages) -> Answer:
        known = outages.to_acknowledge.counted.value
        small = self.language.word("compare.minute_known").format(number=self.language.number(known))
        return Answer(self._length(outages.median_to_acknowledge), small if known else "")

    def _mocked(self, one: Compared) -> Answer:
        ridiculed, spread = mocked(one, self._ridiculed)
        if not ridiculed.entries:
            return Answer(self.language.word("charts.none_found"))
        soonest = min((wait for _, wait in spread.known), key=lambda wait: wait.minutes, default=None)
        length = self.language.duration(soonest, governed=True) if soonest else ""
        small = self.language.word("compare.soonest").format(length=length) if soonest else ""
        return Answer(self.language.number(ridiculed.value), small)

    def _years(self, one: Compared) -> Iterator[Year]:
        for year, found in one.years.items():
            together = self._together(found) if found.known.entries else ""
            yield Year(year, int(found.all.value), together, int(found.all.value - found.known.value))

    def _of_one(self, one: Compared) -> Iterator[Answer]:
        """Answer the questions of one outage."""
        (entry,) = one.entries
        outage, when, language = entry.event.outage, entry.event.when, self.language
        services = outage.services if outage else ()
        yield Answer(language.date(when.started), self._clocks(entry))
        yield Answer(language.word("separator").join(self._names.platform(each).text for each in services))
        yield Answer(language.duration(when.duration) if when.duration else language.word("event.length_unknown"))
        admitted = when.time_to_acknowledge
        yield Answer(language.duration(admitted) if admitted else self._unadmitted(entry))
        yield self._jab(one)
        most = max((line.count for line in outage.reports), default=0) if outage else 0
        yield Answer(language.number(most) if most else language.word("charts.none_found"))
        yield Answer(language.counted("count.sources", len(entry.event.sources)), path=f"events/{entry.id}/#sources")

    def _clocks(self, entry: Entry) -> str:
        started = entry.event.when.started
        if started.precision is not Precision.MINUTE:
            return self.language.word("time.unknown")
        return f"{started.start:%H:%M} {self.language.word('time.utc')}"

    def _unadmitted(self, entry: Entry) -> str:
        key = "acknowledge.unknown" if entry.event.when.acknowledged else "acknowledge.none"
        return self.language.word(f"charts.{key}")

    def _jab(self, one: Compared) -> Answer:
        ridiculed, spread = mocked(one, self._ridiculed)
        if not ridiculed.entries:
            return Answer(self.language.word("charts.none_found"))
        waits = [wait for _, wait in spread.known]
        return Answer(self.language.duration(waits[0]) if waits else self.language.word("charts.mock.unknown"))
