"""Facets: what entries are told apart by in filters, each with the choices that an entry meets and their names."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import get_args

from timeline.chronicle.chronicle import Chronicle, Entry
from timeline.chronicle.eras import eras_of
from timeline.language import Language
from timeline.record.event import Status
from timeline.site.settings import Settings

STATUS = "status"


@dataclass(frozen=True, slots=True)
class Facet:
    """One way of telling entries apart: the ids of the choices that an entry meets, and how each is called.

    ``order`` are the ids in an order of their own; without one the most frequent comes first.
    """

    name: str
    ids: Callable[[Entry], Iterable[str]]
    label: Callable[[str], str]
    order: tuple[str, ...] = ()

    def numbers(self, chronicle: Chronicle) -> dict[str, int]:
        """Count the entries behind each choice; what was debunked is counted nowhere but as such."""
        counted = Counter(each for entry in chronicle.held for each in self.ids(entry))
        # A choice that only debunked claims meet stays, and so does that of the debunked themselves.
        counted.update({each: 0 for entry in chronicle.debunked for each in self.ids(entry)})
        if self.name == STATUS:
            counted["debunked"] = len(chronicle.debunked)
        if self.order:
            return {each: counted[each] for each in self.order}
        return dict(sorted(counted.items(), key=lambda item: (-item[1], item[0])))


def facets(chronicle: Chronicle, language: Language, settings: Settings) -> Iterator[Facet]:
    """Yield the facets of a record in the order in which a page offers them."""
    code, vocabulary = language.code, chronicle.vocabulary
    eras = [choice.era for choice in settings.eras]
    names = {choice.id: choice.name.in_language(code) for choice in settings.eras}

    def named(table: str) -> Callable[[str], str]:
        return lambda each: vocabulary.table(table)[each].name.in_language(code)

    yield Facet("kind", lambda entry: (entry.event.kind,), named("kinds"))
    yield Facet("company", lambda entry: entry.companies, named("companies"))
    yield Facet("era", lambda entry: eras_of(entry, eras), names.__getitem__, tuple(names))
    yield Facet(
        STATUS, lambda entry: (entry.event.status,), lambda each: language.word(f"status.{each}.name"), get_args(Status)
    )
    yield Facet("failed", lambda entry: entry.failed, named("platforms"))
    yield Facet("place", lambda entry: entry.places, named("platforms"))
    yield Facet("country", _countries, language.country)
    yield Facet("person", lambda entry: entry.people, named("people"))
    yield Facet("tag", lambda entry: entry.event.tags, named("tags"))


def _countries(entry: Entry) -> tuple[str, ...]:
    return entry.event.outage.countries if entry.event.outage else ()
