"""How often something was down, and how long together: in all, and by the eras of its company."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from timeline.chronicle.chronicle import Entry
from timeline.chronicle.figures import outages_among
from timeline.language import Language
from timeline.site.parts.hours import hours
from timeline.site.settings import EraChoice
from timeline.values.dates import Moment


def beginnings(eras: Sequence[EraChoice]) -> Iterator[tuple[Moment, list[EraChoice]]]:
    """Yield the days on which eras of a company began that are over, each with the eras since then."""
    begun = [(choice, choice.begins) for choice in eras if choice.begins]
    for choice, day in begun:
        if choice.ends:
            yield day, [other for other, begins in begun if begins.start >= day.start]


def dates(choice: EraChoice, language: Language) -> str:
    """Say from when to when an era was."""
    begins, ends = (language.date(day) if day else "" for day in (choice.begins, choice.ends))
    if begins and ends:
        return language.word("era.span").format(first=begins, last=ends)
    key, day = ("era.from", begins) if begins else ("era.until", ends)
    return language.word(key).format(date=day) if day else ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time with its outages: what it is called, and the address at which the timeline shows them."""

    name: str
    note: str
    href: str
    outages: str
    known: str
    together: str


class Often:
    """Counts outages by eras in one language."""

    def __init__(self, language: Language, choices: Iterable[EraChoice]) -> None:
        self._language, self._choices = language, tuple(choices)

    def stretches(self, failed: Sequence[Entry], company: str | None, address: str) -> list[Stretch]:
        """Return the stretches in which something of a company failed; where it has no two eras there are none.

        ``address`` is where the timeline shows the outages of all time.
        """
        eras = [choice for choice in self._choices if choice.company == company]
        if not failed or len(eras) < 2:
            return []
        found = [self._stretch(self._language.word("often.all"), "", address, failed)]
        found += self._since(failed, eras, address)
        for choice in eras:
            held = [entry for entry in failed if choice.era.holds(entry)]
            if held:
                found.append(
                    self._stretch(self._name(choice), dates(choice, self._language), f"{address}&era={choice.id}", held)
                )
        return found

    def _since(self, failed: Sequence[Entry], eras: Sequence[EraChoice], address: str) -> Iterator[Stretch]:
        """Yield what was since the beginning of an era that is over: what one asks of an owner who changed the name."""
        for day, after in beginnings(eras):
            held = [entry for entry in failed if any(choice.era.holds(entry) for choice in after)]
            if held:
                name = self._language.word("era.from").format(date=self._language.date(day))
                note = self._language.word("separator").join(map(self._name, after))
                yield self._stretch(name, note, f"{address}&from={day}", held)

    def _stretch(self, name: str, note: str, href: str, entries: Sequence[Entry]) -> Stretch:
        found, number = outages_among(entries), self._language.number
        together = hours(found.total_minutes, self._language) if found.known.entries else ""
        return Stretch(name, note, href, number(found.all.value), number(found.known.value), together)

    def _name(self, choice: EraChoice) -> str:
        return choice.name.in_language(self._language.code)
