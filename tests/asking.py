"""Readers who ask how often something was down: each part of a site answers in its own place, as text."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from xml.etree import ElementTree as ET

from tests.built import Page, Site, text_of
from timeline.language import Language, language
from timeline.site.settings import EraChoice
from timeline.values.bilingual import LanguageCode

NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Answer:
    """How many outages, and how long those of known length lasted together; an empty text where none is known."""

    outages: int
    together: str


@dataclass(frozen=True)
class Asked:
    """A site in one language, with what its settings say of eras."""

    site: Site
    code: LanguageCode
    eras: tuple[EraChoice, ...]

    @cached_property
    def language(self) -> Language:
        """The language."""
        return language(self.code)

    def expected(self) -> dict[str, Answer]:
        """Count every company, platform and era that was ever down, straight from the events."""
        found: dict[str, list[int | None]] = {}
        exact: dict[str, bool] = {}
        for entry in self.site.chronicle.entries:
            outage, length = entry.event.outage, entry.event.when.duration
            if outage is None or entry.event.is_debunked:
                continue
            began = entry.event.when.started.start
            names = [f"company={outage.company}", *(f"failed={one}" for one in entry.failed)]
            for era in (one for one in self.eras if one.company == outage.company):
                after = era.begins is None or began >= era.begins.start
                if after and (era.ends is None or began < era.ends.start):
                    names.append(f"era={era.id}")
            for name in names:
                found.setdefault(name, []).append(length.minutes if length else None)
                exact[name] = exact.get(name, True) and (length is None or length.exact)
        return {name: Answer(len(lengths), self._hours(lengths, exact[name])) for name, lengths in found.items()}

    def _hours(self, lengths: list[int | None], exact: bool) -> str:
        """Write a sum of minutes in hours, however many they are, with spaces of one kind."""
        known = [minutes for minutes in lengths if minutes is not None]
        form = "duration" if exact else "duration.governed"
        parts = {"hour": sum(known) // 60, "minute": sum(known) % 60}
        shown = [self.language.counted(f"{form}.{unit}", number) for unit, number in parts.items() if number]
        text = self.language.word("duration.join").join(shown)
        about = self.language.word("duration.about")
        return " ".join((text if exact or not known else about.format(length=text)).split())

    def on_pages_of_subjects(self) -> dict[str, Answer]:
        """Read the pages of companies and platforms: what stands at a glance, and their tables of eras."""
        found: dict[str, Answer] = {}
        for name in self.expected():
            facet, one = name.split("=")
            if facet == "era":
                continue
            page = self.site.page(self.code, f"{'companies' if facet == 'company' else 'platforms'}/{one}/")
            found[name] = self._at_a_glance(page)
            for asked, answer in self._of_eras(page) if "often" in page.ids else ():
                if facet == "company" or asked == name:
                    assert answer == found.setdefault(asked, answer)
        return found

    def _of_eras(self, page: Page) -> Iterator[tuple[str, Answer]]:
        """Yield what a table of eras says of all of them together, and of each; what was since a day is left out."""
        for row in _rows(_within(page, "often")):
            asked = row.link.partition("kind=outage&")[2]
            whole, _, era = asked.partition("&")
            if not era.startswith("from="):
                yield era or whole, Answer(int(row.cells[0]), row.cells[2])

    def _at_a_glance(self, page: Page) -> Answer:
        pairs = next(page.all("dl", class_="pairs"))
        told = dict(
            zip((_text(one) for one in pairs.iter("dt")), (_text(one) for one in pairs.iter("dd")), strict=True)
        )
        word = self.language.word
        return Answer(int(told[word("figures.outages")]), told.get(word("subject.total"), ""))

    def in_figures(self) -> dict[str, Answer]:
        """Read the figures: the table of companies with their hours, and that of eras."""
        page = self.site.page(self.code, "figures/")
        by_year, eras, down = (_within(page, one) for one in ("by-year", "eras", "down"))
        sides = self.site.chronicle.vocabulary.companies
        lanes = sorted((one for one in sides.values() if one.lane), key=lambda one: one.lane or 0)
        companies = [next(name for name, one in sides.items() if one is lane) for lane in lanes]
        numbers = dict(zip(companies, map(int, list(_rows(by_year))[-1].cells), strict=True))
        found: dict[str, Answer] = {}
        for row in _rows(next(down.iter("table"))):
            if (one := row.link.split("/")[-2]) in numbers:
                together = row.cells[0].partition(self.language.word("separator"))[0]
                found[f"company={one}"] = Answer(numbers[one], _known(together))
        chosen = [era.id for era in self.eras if era.company in companies]
        for era, row in zip(chosen, _rows(eras), strict=True):
            if NUMBER.fullmatch(row.cells[0]):
                found[f"era={era}"] = Answer(int(row.cells[0]), _known(row.cells[1]))
        return found

    def in_comparisons(self) -> dict[str, Answer]:
        """Read what is compared side by side."""
        columns = json.loads((self.site.data / "compare" / f"{self.code}.json").read_text("utf-8"))
        facets = {"company": "company", "platform": "failed", "era": "era"}
        found: dict[str, Answer] = {}
        for column in columns["columns"]:
            sort, _, one = column["key"].partition("/")
            if sort in facets:
                number, together = column["answers"][0]["shown"], column["answers"][2]["shown"]
                found[f"{facets[sort]}={one}"] = Answer(int(number), _known(together))
        return found

    def at_home(self) -> dict[str, int]:
        """Read the home page's first line, and add up its table of years."""
        page = self.site.page(self.code, "")
        links = [one for one in page.main.iter("a") if one.get("href", "").startswith("companies/")]
        names = [f"company={one.get('href', '').split('/')[-2]}" for one in links]
        table = next(one for one in page.main.iter("table"))
        sums = [sum(int(cell) for cell in column) for column in zip(*(row.cells for row in _rows(table)), strict=True)]
        said = [int(NUMBER.findall(_text(one))[0]) for one in links]
        assert said == sums[: len(said)]
        return dict(zip(names, said, strict=True))

    def in_the_interface(self) -> dict[str, int]:
        """Read the published statistics of companies."""
        counted = json.loads((self.site.root / "api" / "v1" / "statistics.json").read_text("utf-8"))
        return {f"company={one}": told["outages"] for one, told in counted["companies"].items()}


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: where its head leads, and what its cells say."""

    link: str
    cells: list[str]


def _known(together: str) -> str:
    """Return what is said of a sum of lengths, and nothing where it is said that none is known."""
    return " ".join(together.split()) if NUMBER.search(together) else ""


def _within(page: Page, wanted: str) -> ET.Element:
    return next(element for element in page.tree.iter() if element.get("id") == wanted)


def _rows(table: ET.Element) -> Iterator[Row]:
    """Yield the rows of the first table within an element."""
    table = next(table.iter("table"))
    for row in next(table.iter("tbody")).iter("tr"):
        link = next((one.get("href", "") for one in row.iter("a")), "")
        yield Row(link, [_shown(cell) for cell in row if cell.tag == "td"])


def _shown(cell: ET.Element) -> str:
    """Return what a cell shows while its list is folded away."""
    summary = next((one for one in cell.iter() if one.tag in ("summary", "a")), None)
    return _text(cell if summary is None else summary)


def _text(element: ET.Element) -> str:
    return " ".join(text_of(element).split())
