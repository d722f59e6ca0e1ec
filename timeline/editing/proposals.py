"""What a few answers make of a new event: ids for names, publishers for addresses, the minute of a post."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from difflib import get_close_matches
from typing import get_args

from timeline.checking.rules.publishers import NEEDED
from timeline.editing import addresses
from timeline.editing.drafts import Draft, DraftSource
from timeline.language.messages import Refusal
from timeline.record import publishing
from timeline.record.record import Record
from timeline.record.spellings import BETWEEN, folded, ids_by_spelling
from timeline.record.vocabulary import Entry, PublisherType
from timeline.values import dates, links, posts
from timeline.values.text import is_id

# How far from each other two events of one kind can begin that may be the same.
_NEAR = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What somebody says of a new event, in words; what is not said is empty."""

    kind: str
    addresses: tuple[str, ...]
    when: str = ""
    title_en: str = ""
    title_ar: str = ""
    company: str = ""
    services: str = ""
    by: str = ""
    to: str = ""
    place: str = ""
    answers: str = ""
    false: bool = False


@dataclass(frozen=True, slots=True)
class NewPublisher:
    """A publisher that the vocabulary has to get: the id proposed for it, and its domain."""

    id: str
    domain: str
    post: bool = False

    @property
    def lines(self) -> str:
        """What publishers.yml has to get; what is not known is a blank."""
        domain = "" if self.post else f"  domain: {self.domain}\n"
        names = "  name:\n    en:\n    ar:\n  about:\n    en:\n    ar:\n"
        return f"{self.id}:\n{names}{domain}  lang:\n  # {', '.join(get_args(PublisherType))}\n  type:\n"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A draft, what its publishers need, and the events that may be the same."""

    draft: Draft
    publishers: tuple[NewPublisher, ...] = ()
    alike: tuple[str, ...] = ()


class Names:
    """Finds the ids of what is named: by id, by a name in either language, by another spelling or an account."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self._ids = ids_by_spelling(entries)

    def id(self, text: str) -> str:
        """Return the id that a name stands for; raises Refusal with the nearest spelling if there is none."""
        wanted = folded(text)
        if wanted in self._ids:
            return self._ids[wanted]
        near = get_close_matches(wanted, self._ids, n=1, cutoff=0.6)
        raise Refusal("new.unknown_but" if near else "new.unknown", name=text, mend=self._ids[near[0]] if near else "")

    def ids(self, text: str) -> tuple[str, ...]:
        """Return the ids of several names, set apart by commas of either script."""
        return tuple(dict.fromkeys(self.id(part) for part in BETWEEN.split(text.strip()) if part))


@dataclass(slots=True)
class Desk:
    """Makes proposals for new events of one record."""

    record: Record
    today: str

    @property
    def kinds(self) -> Names:
        """The kinds of events."""
        return Names(self.record.vocabulary.kinds)

    @property
    def actors(self) -> Names:
        """People and companies."""
        return Names({**self.record.vocabulary.companies, **self.record.vocabulary.people})

    @property
    def companies(self) -> Names:
        """Companies alone."""
        return Names(self.record.vocabulary.companies)

    @property
    def places(self) -> Names:
        """Services and venues."""
        return Names(self.record.vocabulary.platforms)

    def role(self, kind: str) -> str:
        """Return what events of a kind do in the story."""
        return self.record.vocabulary.kinds[kind].role

    def when(self, given: Iterable[str]) -> str:
        """Return the minute of the first post among some addresses, or nothing."""
        return next((str(found) for found in map(posts.minute, map(checked, given)) if found), "")

    def place(self, given: Iterable[str]) -> str:
        """Return the platform on which the first post among some addresses stands, or nothing."""
        hosts = [name for address in given for name in posts.hosts(checked(address))]
        platforms = self.record.vocabulary.platforms.items()
        return next((known for known, one in platforms if set(one.domain) & set(hosts)), "")

    def speaker(self, given: Iterable[str]) -> str:
        """Return who has the account of the first post among some addresses, or nothing."""
        for address in map(checked, given):
            if account := publishing.account(address):
                actors = {**self.record.vocabulary.people, **self.record.vocabulary.companies}
                accounts = {name.casefold(): known for known, one in actors.items() for name in one.handles.values()}
                return accounts.get(account, "")
        return ""

    def propose(self, answers: Answers) -> Proposal:
        """Make a draft of what was answered; raises Refusal where an answer names nothing that there is."""
        given = tuple(map(checked, answers.addresses))
        sources = tuple(self._sources(given))
        draft = Draft(
            kind=(kind := self.kinds.id(answers.kind)),
            role=self.role(kind),
            false=answers.false,
            started=moment(answers.when) if answers.when else self.when(given),
            title_en=answers.title_en.strip(),
            title_ar=answers.title_ar.strip(),
            company=self.companies.id(answers.company) if answers.company else "",
            services=self.places.ids(answers.services),
            by=self.actors.ids(answers.by),
            to=self.actors.ids(answers.to),
            on=self.places.id(answers.place) if answers.place else "",
            answers=answers.answers,
            status="confirmed" if len({source.publisher for source in sources}) >= NEEDED else "reported",
            added=self.today,
            sources=sources,
        )
        return Proposal(draft, tuple(self._new(given)), tuple(self._alike(draft, given)))

    def _sources(self, given: tuple[str, ...]) -> Iterator[DraftSource]:
        keys: set[str] = set()
        for address in given:
            publisher = self.record.publishers.of(address) or self._proposed(address)
            known = self.record.vocabulary.publishers.get(publisher)
            key = next(key for n in range(1, 100) if (key := publisher + (f"-{n}" if n > 1 else "")) not in keys)
            keys.add(key)
            yield DraftSource(
                key, address, publisher, known.lang or "" if known else "",
                addresses.published(address) or "", posts.is_post(address),
            )  # fmt: skip

    def _proposed(self, address: str) -> str:
        short, taken = publishing.proposed_id(address), self.record.vocabulary.publishers
        return publishing.whole_id(address) if short in taken else short

    def _new(self, given: tuple[str, ...]) -> Iterator[NewPublisher]:
        unknown = [address for address in given if self.record.publishers.of(address) is None]
        made = {self._proposed(address): address for address in unknown}
        for name, address in made.items():
            yield NewPublisher(name, links.host(address), posts.is_post(address))

    def _alike(self, draft: Draft, given: tuple[str, ...]) -> Iterator[str]:
        """Yield the events on the same page, and those of its kind, or company, of that time."""
        same = {one for address in given for one in addresses.on_the_same_page(address, self.record)}
        start = dates.parse(draft.started).start if draft.started else None
        for known, file in self.record.files.items():
            event, moment = file.event, file.event.when.started
            company = event.outage.company if event.outage else ""
            near = start and event.kind == draft.kind and company == draft.company
            if known in same or (near and start and moment.start - _NEAR <= start <= moment.end + _NEAR):
                yield known


def checked(address: str) -> str:
    """Return an address that can be published; raises Refusal for any other."""
    try:
        return links.check(address.strip())
    except links.LinkError as error:
        key = "new.no_address_but" if error.hint else "new.no_address"
        raise Refusal(key, address=address, mend=error.hint or "") from None


def moment(text: str) -> str:
    """Return a date as a file has it; raises Refusal for what is none."""
    try:
        return str(dates.parse(text.strip()))
    except dates.DateError as error:
        raise Refusal("new.no_date_but" if error.hint else "new.no_date", date=text, mend=error.hint or "") from None


def named(proposal: Proposal, name: str) -> Proposal:
    """Return a proposal under another id; raises Refusal for what cannot be one."""
    if not is_id(name):
        raise Refusal("new.no_id", name=name)
    return replace(proposal, draft=replace(proposal.draft, name=name))
