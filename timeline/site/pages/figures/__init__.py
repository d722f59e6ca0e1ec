"""The page of figures: counts and lengths, each as a drawing and a table, with the events behind every number."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from timeline.chronicle import figures as statistics
from timeline.chronicle.chronicle import Chronicle
from timeline.chronicle.figures import Figure
from timeline.language import Language
from timeline.site.data.table_files import csv_of
from timeline.site.pages.figures import causes, spreads
from timeline.site.pages.figures.eras import EraSection
from timeline.site.pages.figures.listing import FOLDER, HOME, Line, Listing, Section, Table
from timeline.site.pages.figures.mockery import MockerySections
from timeline.site.pages.figures.outages import OutageSections
from timeline.site.pages.figures.rhythm import RhythmSections
from timeline.site.parts import scripts
from timeline.site.parts.briefs import Rows
from timeline.site.parts.html import render
from timeline.site.parts.page import Artifact, Page
from timeline.site.parts.references import Reference
from timeline.site.parts.taking import Taking
from timeline.site.publication import Publication
from timeline.site.settings import EraChoice


def pages(chronicle: Chronicle, language: Language, rows: Rows, taking: Taking) -> Iterator[Page]:
    """Yield the page of figures, and a page for each list behind a figure that is too long to open in place."""
    listing = Listing(chronicle, language, rows)
    facing, counted = _facing(listing, taking.publication.settings.eras), list(_counted(listing))
    context = {
        "home": HOME,
        "columns": facing,
        "counted": counted,
        "taken": taking.page(FOLDER.rstrip("/"), language.word("figures.title"), FOLDER),
        "references": {one.id: _reference(one, taking) for one in (*chain(*facing), *counted)},
        "embeds": {one.id: _line(one, taking) for one in (*chain(*facing), *counted)},
        "script_words": scripts.words(language, "take"),
    }
    yield Page(
        FOLDER, "figures", language.word("figures.title"), language.word("figures.description"),
        lambda: render("figures.html", language, **context), FOLDER, ("figures.css", "take.js"),
    )  # fmt: skip
    yield from listing.pages()


def sections(publication: Publication, language: Language) -> tuple[Section, ...]:
    """Return the sections of the page."""
    chronicle, eras = publication.chronicle, publication.settings.eras
    listing = Listing(chronicle, language, Rows(chronicle, language))
    return (*chain(*_facing(listing, eras)), *_counted(listing))


def tables(publication: Publication, language: Language) -> Iterator[Artifact]:
    """Yield each section of the page as a table (CSV): a row for each figure, with what it is the figure of."""
    for section in sections(publication, language):
        content = csv_of([("group", "name", "column", "value"), *_figures(section)])
        yield Artifact(f"{language.code}/{FOLDER}{section.id}.csv", content)


def _figures(section: Section) -> Iterator[tuple[str, ...]]:
    for table in section.tables:
        for line in table.lines:
            for column, cell in zip(table.head[1:], line.cells, strict=False):
                shown = " · ".join(one.shown for one in (cell, cell.also) if one and one.shown)
                yield (table.head[0], line.name, column, shown or str(len(cell.listed)))


def _reference(section: Section, taking: Taking) -> Reference:
    return taking.references.to(section.id, section.title, FOLDER, f"#{section.id}")


def _line(section: Section, taking: Taking) -> str:
    return taking.framing.line(f"{FOLDER}{section.id}/", section.title, "figure")


def _facing(listing: Listing, choices: Sequence[EraChoice]) -> list[list[Section]]:
    """Return the sections in which two companies face each other, by column."""
    sides = listing.sides
    if sides is None:
        return []
    outages, mockery = OutageSections(listing, sides), MockerySections(listing, sides)
    eras = EraSection(listing, sides, choices)
    by_era = [eras.section()] if eras.choices else []
    rhythm = RhythmSections(listing, sides)
    return [
        [outages.by_year(), *by_era, outages.down(), causes.section(listing, sides), rhythm.by_hour()],
        [mockery.mock(), mockery.jabs(), mockery.exchanges(), mockery.stage(), spreads.resolve(listing, sides),
         spreads.acknowledge(listing, sides), rhythm.by_weekday()],
        [rhythm.calendar()],
    ]  # fmt: skip


def _counted(listing: Listing) -> Iterator[Section]:
    """Yield the sections that only count: by kind and by status, the most frequent first, and moves by year."""
    word, code, kinds = listing.language.word, listing.language.code, listing.chronicle.vocabulary.kinds
    by_kind = statistics.counts(listing.chronicle, lambda entry: entry.event.kind)
    head = (word("figures.kind"), word("figures.number"))
    names = {one: kinds[one].name.in_language(code) for one in by_kind}
    yield _count(listing, _Count("kind", word("figures.by_kind"), head, names, "kinds/"), _most_first(by_kind))
    by_status = statistics.counts(listing.chronicle, lambda entry: entry.event.status)
    head = (word("figures.status"), word("figures.number"))
    names = {one: word(f"status.{one}.name") for one in by_status}
    yield _count(listing, _Count("status", word("figures.by_status"), head, names), _most_first(by_status))
    by_year = statistics.counts(listing.chronicle, lambda entry: None if entry.event.outage else entry.year)
    head = (word("home.year"), word("home.moves"))
    names = {year: year for year in by_year}
    newest_first = dict(reversed(by_year.items()))
    yield _count(listing, _Count("moves", listing.word("moves.title"), head, names, "years/"), newest_first)


@dataclass(frozen=True, slots=True)
class _Count:
    """What a section counts by: its key and title, what stands above it, and what each group is called."""

    key: str
    title: str
    head: tuple[str, str]
    names: Mapping[str, str]
    folder: str = ""


def _count(listing: Listing, by: _Count, found: Mapping[str, Figure]) -> Section:
    lines = []
    for one, figure in found.items():
        title = listing.word("list", section=by.title, part=by.names[one])
        cell = listing.cell(f"{by.key}-{one}", title, figure)
        lines.append(Line(by.names[one], (cell,), f"{HOME}{by.folder}{one}/" if by.folder else ""))
    return Section(f"counted-{by.key}", by.title, "", (Table(by.head, tuple(lines), folded=False),))


def _most_first(found: Mapping[str, Figure]) -> dict[str, Figure]:
    return dict(sorted(found.items(), key=lambda item: (-item[1].value, item[0])))
