"""Settings that name what is not there: each is warned of, and the site does without it."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from timeline.building.site import Site
from timeline.checking import catalogue
from timeline.language import of_commands
from timeline.language.messages import asked, message
from timeline.reading.diagnostics import closest

Setting: TypeAlias = tuple[str | int, ...]
Wrong: TypeAlias = tuple[str, Setting, str, Iterable[str]]


def names_nothing(site: Site, where: Callable[..., str]) -> Iterator[str]:
    """Yield a line for each setting that names no event, no page or no place; ``where`` tells its place in the file."""
    for key, setting, found, allowed in (*_events(site), *_pages(site), *_titles(site)):
        line = message(asked(), key, place=where(*setting), field=str(setting[0]), found=found)
        mend = closest(found, allowed)
        meant = catalogue.phrases(asked()).suggestion.format(found=mend) if mend else ""
        yield of_commands(asked()).word("wrong.then").join(filter(None, (line, meant)))


def _events(site: Site) -> Iterator[Wrong]:
    named: list[tuple[Setting, str]] = [(("lead",), site.settings.lead)] if site.settings.lead else []
    named += [(("notes", n, "event"), note.event) for n, note in enumerate(site.settings.notes)]
    pairs = enumerate(site.settings.pairs)
    both = ((n, pair, end) for n, pair in pairs if pair.sort == "outage" for end in ("first", "second"))
    named += [(("pairs", n, end), getattr(pair, end)) for n, pair, end in both]
    known = site.chronicle.by_id
    yield from (("wrong.no_event", setting, found, known) for setting, found in named if found not in known)


def _pages(site: Site) -> Iterator[Wrong]:
    there = {code: site.paths(code) for code in site.codes}
    for field in ("places", "footer"):
        for n, path in enumerate(getattr(site.settings, field)):
            missing = [code for code, paths in there.items() if path not in paths]
            folders = [""] if len(missing) == len(there) else [f"{code}/" for code in missing]
            yield from (("wrong.no_page", (field, n), f"{one}{path}", there[site.codes[0]]) for one in folders)
            if not missing and any(site.publication.label(path, own) == path for own in site.languages):
                yield "wrong.no_title", (field, n), path, ()


def _titles(site: Site) -> Iterator[Wrong]:
    places = (*site.settings.places, *site.settings.footer)
    yield from (
        ("wrong.no_place", ("titles", path), path, places) for path in site.settings.titles if path not in places
    )
