"""Ways: the pages that a search can lead to beside events, in the words of one language."""

from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from timeline.chronicle.chronicle import Chronicle, Entry
from timeline.language import Language
from timeline.record.vocabulary import Platform
from timeline.site.parts.often import beginnings
from timeline.site.settings import EraChoice
from timeline.values.bilingual import LANGUAGES

Way: TypeAlias = dict[str, Any]

# What a page is about, by its folder, and what names its sort.
SUBJECTS = {
    "people": "subject.person",
    "companies": "subject.company",
    "platforms": "subject.platform",
    "tags": "subject.tag",
}

# Pages of which a site has one, with what names them.
PAGES = {
    "stories/": "stories.title",
    "quotes/": "quotes.title",
    "compare/": "compare.title",
    "figures/": "figures.title",
    "countries/": "countries.title",
    "debunked/": "debunked.title",
    "timeline/": "timeline.title",
}


def ways(
    chronicle: Chronicle, languages: Sequence[Language], language: Language, eras: Sequence[EraChoice] = ()
) -> list[Way]:
    """Return the pages with their titles in a language, what they are, and the terms or words that they answer.

    They are found by their titles in all ``languages`` of a site.
    """
    made = [*_stories(chronicle, language), *_subjects(chronicle, language), *_years(chronicle, language)]
    chosen = [*_eras(chronicle, languages, language, eras), *_countries(chronicle, languages, language)]
    return [*made, *chosen, *_pages(languages, language), *_questions(chronicle, language, eras)]


def _way(path: str, title: str, about: str, **more: Any) -> Way:
    shown: Way = {"path": path, "title": title, "about": about}
    return shown | {name: value for name, value in more.items() if value}


def _counted(language: Language, name: str, entries: Sequence[Entry]) -> str:
    held = sum(not entry.event.is_debunked for entry in entries)
    return language.word("separator").join((name, language.counted("count.entries", held)))


def _stories(chronicle: Chronicle, language: Language) -> Iterator[Way]:
    for tale in chronicle.stories:
        about = _counted(language, language.word("stories.one"), tale.entries)
        title = tale.story.title
        yield _way(
            f"stories/{tale.id}/", title.in_language(language.code), about,
            asked=[title.in_language(code) for code in LANGUAGES], first=tale.story.start_here,
        )  # fmt: skip


def _subjects(chronicle: Chronicle, language: Language) -> Iterator[Way]:
    for folder, kind in SUBJECTS.items():
        for one, entries in getattr(chronicle, folder).items():
            subject = getattr(chronicle.vocabulary, folder)[one]
            if isinstance(subject, Platform) and subject.company is None:
                continue  # those are called by ordinary words
            about = _counted(language, language.word(kind), list(entries))
            yield _way(f"{folder}/{one}/", subject.name.in_language(language.code), about, term=f"@{folder}/{one}")


def _years(chronicle: Chronicle, language: Language) -> Iterator[Way]:
    for year, entries in chronicle.years.items():
        yield _way(f"years/{year}/", year, _counted(language, language.word("ways.year"), entries), term=f"#{year}")


def _eras(
    chronicle: Chronicle, languages: Sequence[Language], language: Language, eras: Sequence[EraChoice]
) -> Iterator[Way]:
    """Yield the eras of the companies: the timeline with what began in each."""
    for one in eras:
        entries = [entry for entry in chronicle.entries if one.era.holds(entry)]
        about = _counted(language, language.word("timeline.group.era"), entries)
        names = [name for name in (one.name, one.short) if name]
        asked = list(dict.fromkeys(name.in_language(own.code) for name in names for own in languages))
        begins = str(one.begins) if one.begins else None
        yield _way(
            f"timeline/?era={one.id}", one.name.in_language(language.code), about, asked=asked, begins=begins
        )  # fmt: skip


def _countries(chronicle: Chronicle, languages: Sequence[Language], language: Language) -> Iterator[Way]:
    """Yield the countries from which outages were reported: the timeline with these."""
    found: dict[str, list[Entry]] = {}
    for entry in chronicle.entries:
        for code in entry.event.outage.countries if entry.event.outage else ():
            found.setdefault(code, []).append(entry)
    for code, entries in sorted(found.items()):
        about = _counted(language, language.word("ways.country"), entries)
        asked = [own.country(code) for own in languages]
        yield _way(f"timeline/?country={code}", language.country(code), about, asked=asked)


def _pages(languages: Sequence[Language], language: Language) -> Iterator[Way]:
    for path, key in PAGES.items():
        asked = [own.word(key) for own in languages]
        yield _way(path, language.word(key), language.word("ways.page"), asked=asked)


def _questions(chronicle: Chronicle, language: Language, eras: Sequence[EraChoice]) -> Iterator[Way]:
    """Yield the pages that answer how long, and of each company and platform that failed how often and when last."""
    word = language.word
    yield _way("figures/#down", word("ways.longest"), word("figures.title"), question="longest", first=True)
    yield _way("figures/#down", word("ways.shortest"), word("figures.title"), question="shortest")
    for place, term, name in _failed(chronicle, language):
        for question in ("often", "last"):
            title = word(f"ways.{question}").format(company=name)
            yield _way(
                f"timeline/?kind=outage&{place}", title, word("timeline.title"), question=question, term=term
            )  # fmt: skip
    yield from _since(chronicle, language, eras)


def _since(chronicle: Chronicle, language: Language, eras: Sequence[EraChoice]) -> Iterator[Way]:
    """Yield of each company how often it failed since an era of it began that is over."""
    known = chronicle.vocabulary.companies
    for company in dict.fromkeys(choice.company for choice in eras if choice.company in known):
        name = known[company].name.in_language(language.code)
        for day, _ in beginnings([choice for choice in eras if choice.company == company]):
            title = language.word("ways.often_since").format(company=name, date=language.date(day))
            path, term = f"timeline/?kind=outage&company={company}&from={day}", f"@companies/{company}"
            yield _way(path, title, language.word("timeline.title"), question="often", term=term)


def _failed(chronicle: Chronicle, language: Language) -> Iterator[tuple[str, str, str]]:
    """Yield what failed: how the timeline is asked for it, its term and its name; no name stands there twice."""
    outages = [entry for entry in chronicle.entries if entry.event.outage]
    own = {"company": ("companies", [entry.companies for entry in outages])}
    own["failed"] = ("platforms", [entry.failed for entry in outages])
    named: set[str] = set()
    for facet, (table, found) in own.items():
        for one in dict.fromkeys(one for ids in found for one in ids):
            name = chronicle.vocabulary.table(table)[one].name.in_language(language.code)
            if name not in named:
                yield f"{facet}={one}", f"@{table}/{one}", name
            named.add(name)
