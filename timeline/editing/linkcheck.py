"""Whether the pages that a record stands on are still there, and what is written into it of those that are not."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Lock
from typing import Literal, TypeAlias

from timeline.editing import files
from timeline.editing.addresses import page
from timeline.editing.insertion import with_field
from timeline.editing.notebook import Notebook
from timeline.editing.style import EVENT
from timeline.editing.web import Answer, Client
from timeline.language.messages import Refusal
from timeline.reading.reader import read_path
from timeline.record.record import Record
from timeline.values.links import host

Verdict: TypeAlias = Literal["there", "moved", "gone", "refused", "silent", "unjudged"]

# A page counts as gone when it was missing twice, so many days apart: servers have bad days.
APART = 5
FRESH = 6

_GONE = frozenset({404, 410})


@dataclass(frozen=True, slots=True)
class Found:
    """What became of an address, and the sources that stand on it as (event, key)."""

    address: str
    verdict: Verdict
    detail: str
    sources: tuple[tuple[str, str], ...]


def verdict(asked: str, answer: Answer) -> tuple[Verdict, str]:
    """Judge an answer: a page that asks for a subscription or keeps programs out is there for all that we know."""
    if answer.status in _GONE:
        return "gone", str(answer.status)
    if 200 <= answer.status < 300:
        same = page(asked) == page(answer.url)
        return ("there", "") if same else ("moved", answer.url)
    if answer.status in (0, *range(500, 600)):
        return "silent", answer.reason or str(answer.status)
    return "refused", str(answer.status)


def unjudged(path: Path) -> dict[str, str]:
    """Read the hosts that are not judged, each with its reason; no file means none."""
    if not path.is_file():
        return {}
    _, tree, problems = read_path(path, path.name)
    plain = tree.plain if tree and not problems else None
    if not isinstance(plain, dict) or not all(isinstance(reason, str) and reason for reason in plain.values()):
        raise Refusal("links.unreadable", path=path)
    return {name: str(reason) for name, reason in plain.items()}


def sources(record: Record) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return every address of the record that is not known to be gone, with the sources that stand on it."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for name, file in sorted(record.files.items()):
        for key, source in file.event.sources.items():
            if source.gone is None:
                found[source.url] = (*found.get(source.url, ()), (name, key))
    return found


@dataclass(slots=True)
class Round:
    """One round over all addresses, a thread for each of a few hosts at once."""

    client: Client
    notebook: Notebook
    today: date
    reasons: Mapping[str, str]
    told: Callable[[], None] = lambda: None

    def run(self, addresses: Mapping[str, tuple[tuple[str, str], ...]], most: int | None = None) -> list[Found]:
        """Ask about the addresses that were not asked about lately, at most so many, and say what became of each."""
        due = [address for address in addresses if self._reason(address) is None and not self._fresh(address)]
        lock = Lock()

        def ask(waiting: list[str]) -> None:
            for address in waiting:
                found, detail = verdict(address, self.client.get(address))
                with lock:
                    self.notebook.add(address, f"{self.today}", verdict=found, detail=detail)
                    self.told()

        with ThreadPoolExecutor(8) as pool:
            list(pool.map(ask, _by_host(due[:most])))
        return [one for address, where in addresses.items() if (one := self._found(address, where))]

    def _reason(self, address: str) -> str | None:
        labels = host(address).split(".")
        return next((reason for n in range(len(labels)) if (reason := self.reasons.get(".".join(labels[n:])))), None)

    def _fresh(self, address: str) -> bool:
        notes = self.notebook.of(address)
        return bool(notes) and (self.today - date.fromisoformat(notes[-1]["day"])).days < FRESH

    def _found(self, address: str, where: tuple[tuple[str, str], ...]) -> Found | None:
        if reason := self._reason(address):
            return Found(address, "unjudged", reason, where)
        notes = self.notebook.of(address)
        return Found(address, notes[-1]["verdict"], notes[-1]["detail"], where) if notes else None

    def for_good(self, found: Found) -> bool:
        """Say whether a page was missing now and, without having been there in between, some days ago."""
        missing: list[date] = []
        for note in reversed(self.notebook.of(found.address)):
            if note["verdict"] == "gone":
                missing.append(date.fromisoformat(note["day"]))
            elif note["verdict"] in ("there", "moved"):
                break
        return found.verdict == "gone" and bool(missing) and (missing[0] - missing[-1]).days >= APART


def _by_host(addresses: Iterable[str]) -> list[list[str]]:
    hosts: dict[str, list[str]] = {}
    for address in addresses:
        hosts.setdefault(host(address), []).append(address)
    return list(hosts.values())


def mark(record: Record, root: Path, gone: Iterable[Found], day: str) -> Iterator[str]:
    """Write into each file the day on which its pages were found missing; yield the files' names."""
    for found in gone:
        for name, key in found.sources:
            yield put(record, root, name, key, ("gone", day))


def put(record: Record, root: Path, event: str, key: str, what: tuple[str, str]) -> str:
    """Write one field of one source into the file of an event, and return the file's name."""
    file = record.files[event]
    path = root / file.folder / f"{event}.yml"
    field, value = what
    after = with_field(file.source.name, path.read_bytes(), ("sources", key), field, value, EVENT)
    files.replace_bytes(path, after)
    return file.source.name
