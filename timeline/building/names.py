"""Settings that name what is not there: each is warned of, and the site does without it."""

from collections.abc import Callable, Iterable, Iterator

from timeline.building.site import Site
from timeline.checking import catalogue
from timeline.language import of_commands
from timeline.language.messages import asked, message
from timeline.reading.diagnostics import closest


def names_nothing(site: Site, where: Callable[..., str]) -> Iterator[str]:
    """Yield a line for each setting that names no event, no page or no place; ``where`` tells its place in the file."""
    settings = site.settings
    events = [("lead", where("lead"), settings.lead)] if settings.lead else []
    events += [("notes", where("notes", n, "event"), note.event) for n, note in enumerate(settings.notes)]
    for field, place, one in events:
        if one not in site.chronicle.by_id:
            yield _line("wrong.no_event", site.chronicle.by_id, place=place, field=field, found=one)
    for field in ("places", "footer"):
        for n, path in enumerate(getattr(settings, field)):
            yield from _pages(site, path, field, where(field, n))
    places = (*settings.places, *settings.footer)
    for path in settings.titles:
        if path not in places:
            yield _line("wrong.no_place", places, place=where("titles", path), field="titles", found=path)


def _pages(site: Site, path: str, field: str, place: str) -> Iterator[str]:
    missing = [own.code for own in site.languages if path not in site.paths(own.code)]
    folders = [""] if len(missing) == len(site.codes) else [f"{code}/" for code in missing]
    for folder in folders:
        yield _line("wrong.no_page", site.paths(site.codes[0]), place=place, field=field, found=f"{folder}{path}")
    if (
        not missing
        and path not in site.settings.titles
        and any(site.publication.label(path, own) == path for own in site.languages)
    ):
        yield _line("wrong.no_title", (), place=place, field=field, found=path)


def _line(key: str, allowed: Iterable[str], *, found: str, **values: str) -> str:
    mend = closest(found, allowed)
    line = message(asked(), key, found=found, **values)
    if not mend:
        return line
    return line + of_commands(asked()).word("wrong.then") + catalogue.phrases(asked()).suggestion.format(found=mend)
