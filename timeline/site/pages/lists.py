"""The pages that are lists of entries: years, people, companies, platforms, kinds and tags."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from timeline.chronicle import figures as statistics
from timeline.chronicle.chronicle import Chronicle, Entry
from timeline.chronicle.figures import Figure, Outages
from timeline.chronicle.sides import company_name, lane_of
from timeline.language import Language
from timeline.record.vocabulary import Company, Kind, Named, Person, Platform, Tag
from timeline.site.data.feeds.channels import SUBJECTS as FED
from timeline.site.parts import scripts
from timeline.site.parts.briefs import Rows
from timeline.site.parts.by_date import Groups
from timeline.site.parts.by_year import by_year
from timeline.site.parts.down import Down
from timeline.site.parts.hours import hours
from timeline.site.parts.html import render
from timeline.site.parts.last_down import SCRIPT, SPOKEN, LastDown
from timeline.site.parts.often import Often
from timeline.site.parts.page import Page
from timeline.site.publication import last_change
from timeline.site.settings import Settings
from timeline.values.dates import Duration

HOME = "../../"

# What has a page for each, by its folder: how it is called, and the place in the navigation that it belongs to.
SUBJECTS = {
    "people": ("person", "people/"),
    "companies": ("company", "platforms/"),
    "platforms": ("platform", "platforms/"),
    "kinds": ("kind", "timeline/"),
    "tags": ("tag", "timeline/"),
}

# The lists of subjects, with the folders that each has; a list of two has a heading for each.
INDEXES = {"people": ("people",), "platforms": ("companies", "platforms"), "kinds": ("kinds",), "tags": ("tags",)}


class ListPages:
    """Writes the list pages of a chronicle in one language."""

    def __init__(self, chronicle: Chronicle, language: Language, rows: Rows, settings: Settings) -> None:
        self.chronicle, self.language, self.rows = chronicle, language, rows
        self._groups = Groups(language, rows, HOME)
        self._down = Down(chronicle, language, rows, HOME, settings)
        self._last, self._often = LastDown(chronicle, language, rows), Often(language, settings.eras)

    def pages(self) -> Iterator[Page]:
        """Yield all list pages."""
        yield from self._years()
        for folder in SUBJECTS:
            for one, entries in getattr(self.chronicle, folder).items():
                yield self._subject(folder, one, entries)
        for name, folders in INDEXES.items():
            yield self._index(name, folders)

    def _page(
        self, path: str, template: str, title: str, description: str, place: str, context: Callable[[], dict[str, Any]]
    ) -> Page:
        """Return a page whose context is made when somebody asks for it."""
        home = "../" * path.count("/")
        shape = path.split("/", maxsplit=1)[0]
        shape = shape if path.count("/") == 1 else f"{shape}-one"
        return Page(
            path, shape, title, description, lambda: render(template, self.language, home=home, **context()), place
        )

    def deck(self, entries: Iterable[Entry]) -> str:
        """Count outages by company and moves, as a sentence."""
        listed = [entry for entry in entries if not entry.event.is_debunked]
        counted: list[str] = []
        for company in dict.fromkeys(e.event.outage.company for e in listed if e.event.outage):
            number = sum(e.event.outage is not None and e.event.outage.company == company for e in listed)
            name = self._name(company)
            outages = self.language.counted("count.outages", number)
            counted.append(self.language.word("home.lane_count").format(company=name, outages=outages))
        moves = sum(e.event.outage is None for e in listed)
        if moves:
            counted.append(self.language.counted("count.moves", moves))
        return " · ".join(counted)

    def _years(self) -> Iterator[Page]:
        word, years = self.language.word, list(self.chronicle.years)
        for before, year, after in zip([None, *years], years, [*years[1:], None], strict=False):
            entries = self.chronicle.years[year]
            page = self._page(
                f"years/{year}/", "year.html", year, word("year.description").format(year=year), "timeline/",
                partial(self._year, before, year, after),
            )  # fmt: skip
            yield replace(page, modified=last_change(entries), files=("down.css",))
        yield self._page(
            "years/", "years.html", word("years.title"), word("years.description"), "timeline/", self._all_years
        )

    def _year(self, before: str | None, year: str, after: str | None) -> dict[str, Any]:
        entries = self.chronicle.years[year]
        return {
            "year": year,
            "before": before,
            "after": after,
            "deck": self.deck(entries),
            "months": [month | {"rows": self._down.rows(month["entries"])} for month in self._groups.months(entries)],
            "lanes": self._down.lanes,
            "eras": self._down.eras(year),
            "map": list(self._down.map(year)),
            "counted": self._groups.counted(entries),
        }

    def _all_years(self) -> dict[str, Any]:
        years = reversed(list(self.chronicle.years))
        return {
            "years": [{"name": year, "counted": self._groups.counted(self.chronicle.years[year])} for year in years],
            "deck": self.deck(self.chronicle.entries),
            "table": by_year(self.chronicle, self.language),
        }

    def _subject(self, folder: str, one: str, entries: Sequence[Entry]) -> Page:
        kind, place = SUBJECTS[folder]
        subject: Named = getattr(self.chronicle.vocabulary, folder)[one]
        code, word = self.language.code, self.language.word
        held = [entry for entry in entries if not entry.event.is_debunked]
        name = subject.name.in_language(code)
        company = self._company_of(one, subject)
        kicker = [word(f"subject.{kind}"), self._name(company)]
        failed, asked = self._failed(kind, one, held), f"{'company' if kind == 'company' else 'failed'}={one}"
        description = word("subject.description").format(name=name, entries=self._groups.counted(held))
        page = self._page(
            f"{folder}/{one}/", "subject.html", self._title(kind, name, subject), description, place,
            lambda: {
                "name": name,
                "lane": lane_of(company, self.chronicle.vocabulary),
                "kicker": " · ".join(part for part in kicker if part and part != name),
                "about": subject.about.in_language(code) if subject.about else "",
                "often": self._often.stretches(failed, company, f"{HOME}timeline/?kind=outage&{asked}"),
                "years": list(self._groups.years(held)),
                "pairs": list(self._pairs(kind, one, subject, held)),
                "debunked": [self.rows.row(e, HOME, self._groups.day(e)) for e in entries if e.event.is_debunked],
                "last": self._last.of(failed, HOME),
                "as_of": self._last.as_of,
                "words": scripts.words(self.language, *SPOKEN) if failed else "",
            },
        )  # fmt: skip
        page = replace(page, files=(SCRIPT,)) if failed else page
        return replace(page, has_feed=folder in FED, subject=(folder, one), modified=last_change(entries))

    @staticmethod
    def _failed(kind: str, one: str, held: Iterable[Entry]) -> list[Entry]:
        """Return the outages of a company or of a platform; nothing else can be down."""
        if kind == "company":
            return [entry for entry in held if entry.event.outage and entry.event.outage.company == one]
        return [entry for entry in held if kind == "platform" and one in entry.failed]

    def _title(self, kind: str, name: str, subject: Named) -> str:
        """Tell a kind, a tag and a platform from what else may have the same name."""
        companies = (company.name for company in self.chronicle.vocabulary.companies.values())
        same = kind == "platform" and name in (company.in_language(self.language.code) for company in companies)
        told = same or isinstance(subject, Kind | Tag)
        return f"{name} · {self.language.word(f'subject.{kind}')}" if told else name

    def _name(self, company: str | None) -> str:
        return company_name(company, self.chronicle.vocabulary, self.language.code)

    def _company_of(self, one: str, subject: Named) -> str | None:
        if isinstance(subject, Company):
            return one
        return subject.company if isinstance(subject, Person | Platform) else None

    def _pairs(self, kind: str, one: str, subject: Named, held: Sequence[Entry]) -> Iterator[dict[str, str]]:
        word = self.language.word
        yield {"term": word("subject.entries"), "text": self.language.number(len(held)), "href": ""}
        if kind == "platform":
            said = sum(one in entry.places for entry in held)
            yield {"term": word("subject.said_here"), "text": self.language.number(said), "href": ""}
        elif held and kind != "kind":
            yield {"term": word("figures.kind"), "text": self._kinds(held), "href": ""}
        if held:
            first, last = held[0].year, held[-1].year
            years = first if first == last else f"{first} – {last}"
            yield {"term": word("subject.first_last"), "text": years, "href": ""}
        if kind == "company":
            yield from self._outages(statistics.outages(self.chronicle, one))
        elif kind == "platform":
            yield from self._outages(statistics.outages_among(entry for entry in held if one in entry.failed))
        if isinstance(subject, Platform) and subject.company in self.chronicle.companies:
            name = self._name(subject.company)
            yield {"term": word("subject.of_company"), "text": name, "href": f"../../companies/{subject.company}/"}
        for platform, handle in subject.handles.items():
            known = self.chronicle.vocabulary.platforms.get(platform)
            name = known.name.in_language(self.language.code) if known else platform
            yield {"term": word("subject.handle").format(platform=name), "text": f"@{handle.lstrip('@')}", "href": ""}

    def _kinds(self, held: Sequence[Entry]) -> str:
        """Count entries by kind, the most frequent first."""
        kinds = self.chronicle.vocabulary.kinds
        counted = Counter(entry.event.kind for entry in held).most_common()
        forms = (
            (number, self.language.plural(kinds[kind].plural[self.language.code], number)) for kind, number in counted
        )
        texts = (self.language.counted("count.kind", number, word=form) for number, form in forms)
        return self.language.word("separator").join(texts)

    def _outages(self, figures: Outages) -> Iterator[dict[str, str]]:
        word = self.language.word
        yield {"term": word("figures.outages"), "text": self.language.number(figures.all.value), "href": ""}
        yield {"term": word("subject.known"), "text": self.language.number(figures.known.value), "href": ""}
        if figures.known.entries:
            yield {"term": word("subject.total"), "text": hours(figures.total_minutes, self.language), "href": ""}
        lengths: tuple[tuple[str, Figure | None], ...] = (
            ("subject.median", figures.median_minutes),
            ("subject.to_acknowledge", figures.median_to_acknowledge),
        )
        for key, figure in lengths:
            if figure and figure.entries:
                length = self.language.duration(Duration(round(figure.value), figure.exact))
                yield {"term": word(key), "text": length, "href": ""}

    def _index(self, name: str, folders: Sequence[str]) -> Page:
        word = self.language.word
        title, description = word(f"{name}.title"), word(f"{name}.description")
        return self._page(
            f"{name}/", "subjects.html", title, description, SUBJECTS[folders[-1]][1],
            lambda: {"title": title, "deck": description, "groups": list(self._grouped(name, folders))},
        )  # fmt: skip

    def _grouped(self, name: str, folders: Sequence[str]) -> Iterator[dict[str, Any]]:
        for folder in folders:
            heading = self.language.word(f"{name}.{folder}") if len(folders) > 1 else ""
            yield {"name": heading, "subjects": self._subjects(folder)}

    def _subjects(self, folder: str) -> list[dict[str, Any]]:
        index = getattr(self.chronicle, folder)
        table: dict[str, Named] = getattr(self.chronicle.vocabulary, folder)
        code = self.language.code
        subjects = [
            {
                "number": len([e for e in entries if not e.event.is_debunked]),
                "lane": lane_of(self._company_of(one, table[one]), self.chronicle.vocabulary),
                "shape": entry.shape if isinstance(entry := table[one], Kind) else "square",
                "path": f"{folder}/{one}/",
                "name": table[one].name.in_language(code),
                "about": about.in_language(code) if (about := table[one].about) else "",
            }
            for one, entries in index.items()
        ]
        return sorted(subjects, key=lambda subject: (-subject["number"], subject["path"]))
