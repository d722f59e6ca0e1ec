"""Ways: the pages that a search can lead to beside events, in the words of one language."""

from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from timeline.chronicle.chronicle import Chronicle, Entry
from timeline.language import Language
from timeline.record.vocabulary import Platform
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


def ways(chronicle: Chronicle, languages: Sequence[Language], language: Language) -> list[Way]:
    """Return the pages with their titles in a language, what they are, and the terms or words that they answer.

    They are found by their titles in all ``languages`` of a site.
    """
    made = [*_stories(chronicle, language), *_subjects(chronicle, language), *_years(chronicle, language)]
    return [*made, *_pages(languages, language), *_questions(chronicle, language)]


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


def _pages(languages: Sequence[Language], language: Language) -> Iterator[Way]:
    for path, key in PAGES.items():
        asked = [own.word(key) for own in languages]
        yield _way(path, language.word(key), language.word("ways.page"), asked=asked)


def _questions(chronicle: Chronicle, language: Language) -> Iterator[Way]:
    """Yield the pages that answer how long, how often and when last, for each company that had outages."""
    word, code = language.word, language.code
    yield _way("figures/#down", word("ways.longest"), word("figures.title"), question="longest", first=True)
    sides = dict.fromkeys(entry.event.outage.company for entry in chronicle.entries if entry.event.outage)
    for company in sides:
        name = chronicle.vocabulary.companies[company].name.in_language(code)
        for question in ("often", "last"):
            title = word(f"ways.{question}").format(company=name)
            yield _way(
                f"timeline/?kind=outage&company={company}", title, word("timeline.title"),
                question=question, term=f"@companies/{company}",
            )  # fmt: skip
