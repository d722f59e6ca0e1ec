"""One language of the site: its direction, its words, its plurals, dates, lengths and numbers.

Plural categories, names of months and of languages are the CLDR's, by Babel; the words of the interface stand
in ``timeline/locale``. Digits are 0-9 in both languages, as pan-Arab news sites write them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from itertools import chain

from babel import Locale, UnknownLocaleError
from babel.numbers import format_decimal

from timeline.material import words as material
from timeline.reading.reader import Plain, read
from timeline.values.bilingual import LANGUAGES, LanguageCode
from timeline.values.dates import Duration, Moment, Precision
from timeline.values.text import visible

# A line does not end between a day and its month.
_JOINT = "\N{NO-BREAK SPACE}"

# Arab readers know the months by two sets of names; the second one is that of the Levant and Iraq.
_SECOND_MONTHS = {"ar": Locale("ar", "SY")}

CATEGORIES = frozenset({"zero", "one", "two", "few", "many", "other"})


class MissingWord(KeyError):
    """The catalogue has no such word: a mistake in the program or in the catalogue."""


@dataclass(frozen=True)
class Language:
    """A language by its code (BCP 47), with the words of one catalogue: those of the site, or those of the commands."""

    code: LanguageCode
    catalogue: str = "site"

    @property
    def direction(self) -> str:
        """``rtl`` or ``ltr``, as HTML's ``dir`` has it."""
        return "rtl" if self._locale.text_direction == "rtl" else "ltr"

    @cached_property
    def _locale(self) -> Locale:
        return Locale(self.code)

    @cached_property
    def _catalogue(self) -> dict[str, Plain]:
        name = f"{self.catalogue}.{self.code}.yml"
        file = files("timeline") / "locale" / name
        if not file.is_file():
            return {}
        _, tree, problems = read(name, file.read_bytes())
        if tree is None or problems:
            raise ValueError(f"{name}: {[(str(p.place), p.code) for p in problems]}")
        words = tree.plain
        return words if isinstance(words, dict) else {}

    @cached_property
    def words(self) -> dict[str, str]:
        """All texts of the interface that are not counted, by key; keys of groups are joined by dots.

        Where the catalogue has none for a word of the shell, it is Material's.
        """
        own = dict(_flat(self._catalogue, ""))
        return {**material.words(self.code), **own} if self.catalogue == "site" else own

    def word(self, key: str) -> str:
        """Return a text of the interface."""
        try:
            return self.words[key]
        except KeyError:
            raise MissingWord(f"{self.code}: {key}") from None

    def section(self, name: str) -> Plain:
        """Return a section of the catalogue as it stands, for a program that writes in the reader's browser."""
        try:
            return self._catalogue[name]
        except KeyError:
            raise MissingWord(f"{self.code}: {name}") from None

    @cached_property
    def _counted(self) -> dict[str, dict[str, str]]:
        """The counted texts by key, each with its forms by CLDR plural category."""
        groups: dict[str, dict[str, str]] = {}
        for key, text in self.words.items():
            group, _, category = key.rpartition(".")
            groups.setdefault(group, {})[category] = text
        return {key: forms for key, forms in groups.items() if "other" in forms and forms.keys() <= CATEGORIES}

    def plural(self, forms: dict[str, str], number: float) -> str:
        """Choose the form for a number by its CLDR category; ``other`` stands in for a form that is not given."""
        return forms.get(_category(self.code, number), forms["other"])

    def form(self, key: str, number: float) -> str:
        """Return the form of a counted text of the interface that a number takes, with its blanks."""
        forms = self._counted.get(key)
        if forms is None:
            raise MissingWord(f"{self.code}: {key}")
        return self.plural(forms, number)

    def counted(self, key: str, number: float, **values: str) -> str:
        """Return a counted text of the interface with its number, and what else it names, filled in."""
        return self.form(key, number).format(count=self.number(number), **values)

    def number(self, number: float) -> str:
        """Write a number with its thousands set apart."""
        return _decimal(number, self.code)

    def nested(self, text: str) -> str:
        """Make a text fit to stand in quotation marks: its own become those that are set within others."""
        return text.translate(str.maketrans(self.word("inner_marks.outer"), self.word("inner_marks.inner")))

    def attached(self, name: str) -> str:
        """Make a name fit to stand behind a preposition of one letter, which Arabic joins to Arabic letters alone."""
        apart = self.direction == "rtl" and not "\u0621" <= name[:1] <= "\u064a"
        return f"\N{ARABIC TATWEEL}{name}" if apart else name

    def quoted(self, value: str, limit: int = 80) -> str:
        """Make a value fit for a message: visible, and isolated, or within Arabic a date would be read from its end."""
        shown = visible(value, limit)
        return f"\u2068{shown}\u2069" if self.direction == "rtl" else shown

    @cached_property
    def _loose(self) -> re.Pattern[str]:
        """What finds the spaces in a text at which a line should not end."""
        wide = (one.months["format"]["wide"].values() for one in (self._locale, _SECOND_MONTHS.get(self.code)) if one)
        months = "|".join(map(re.escape, chain.from_iterable(wide)))
        about = re.escape(self.word("time.about"))
        return re.compile(rf"(?<=\d) (?=(?:{months})\b)|(?<=\b{about}) (?=\d)")

    def held(self, text: str) -> str:
        """Hold a day and its month together in a text, and a number with the word that says it is not exact."""
        return self._loose.sub(_JOINT, text)

    def month(self, moment: datetime) -> str:
        """Name a month, in Arabic by both of its names."""
        first = self._locale.months["format"]["wide"][moment.month]
        second = _SECOND_MONTHS.get(self.code)
        return f"{first}/{second.months['format']['wide'][moment.month]}" if second else str(first)

    def day(self, moment: datetime) -> str:
        """Write a day without its year, in short: ``5 Mar``."""
        return f"{moment.day}{_JOINT}{self.short_month(moment)}"

    def short_month(self, moment: datetime) -> str:
        """Name a month in short: ``Mar``."""
        return str(self._locale.months["format"]["abbreviated"][moment.month])

    @lru_cache(maxsize=1 << 16)  # noqa: B019 - there is one object for each language, kept for ever
    def date(self, moment: Moment) -> str:
        """Write a date in full, no finer than it is known and without its time of day."""
        year, month = f"{moment.start:%Y}", self.month(moment.start)
        form = {
            Precision.YEAR: year,
            Precision.MONTH: f"{month} {year}",
        }.get(moment.precision, f"{moment.start.day}{_JOINT}{month} {year}")
        return self._doubted(form, moment)

    @lru_cache(maxsize=1 << 16)  # noqa: B019 - as above
    def within_year(self, moment: Moment) -> str:
        """Write a date whose year is known from what stands before it: ``13 August``."""
        month = str(self._locale.months["format"]["wide"][moment.start.month])
        form = {
            Precision.YEAR: f"{moment.start:%Y}",
            Precision.MONTH: month,
        }.get(moment.precision, f"{moment.start.day}{_JOINT}{month}")
        return self._doubted(form, moment)

    def span(self, first: Moment, last: Moment) -> str:
        """Write the days from one moment to another without their doubts, month and year once if they are the same."""
        first, last = (replace(one, approximate=False, uncertain=False) for one in (first, last))
        if str(first)[:10] == str(last)[:10]:
            return self.date(last)
        begin = self.date(first)
        if first.start.year == last.start.year:
            begin = begin.removesuffix(f" {first.start:%Y}")
            days = min(first.precision, last.precision) >= Precision.DAY
            if days and first.start.month == last.start.month:
                begin = str(first.start.day)
        return self.word("date.span").format(first=begin, last=self.date(last))

    def _doubted(self, form: str, moment: Moment) -> str:
        doubt = "uncertain" if moment.uncertain else "approximate" if moment.approximate else None
        if moment.precision is Precision.MINUTE or doubt is None:
            return form  # the doubt about a minute is said beside the minute
        return self.word(f"date.{doubt}").format(date=form)

    def weekday(self, moment: Moment) -> str:
        """Name the day of the week."""
        return str(self._locale.days["format"]["wide"][moment.start.weekday()])

    def short_weekday(self, moment: Moment) -> str:
        """Name the day of the week in short: ``Mon``."""
        return str(self._locale.days["format"]["abbreviated"][moment.start.weekday()])

    def duration(self, duration: Duration, *, governed: bool = False) -> str:
        """Write a length in hours and minutes, or days and hours, saying where it is not exact.

        ``governed`` is for a length behind a word that governs it, which changes its form in Arabic.
        """
        if duration.exact:
            return self.minutes(duration.minutes, governed=governed)
        return self.word("duration.about").format(length=self.minutes(duration.minutes, governed=True))

    def later(self, wait: Duration) -> str:
        """Say that something came after a wait."""
        return self.word("duration.later").format(length=self.duration(wait, governed=True))

    def minutes(self, minutes: float, *, governed: bool = False) -> str:
        """Write a number of minutes in the largest two units that fit."""
        form = "duration.governed" if governed else "duration"
        whole = round(minutes)
        days, hours, rest = whole // 1440, whole % 1440 // 60, whole % 60
        parts = [("day", days), ("hour", hours)] if days else [("hour", hours), ("minute", rest)]
        shown = [self.counted(f"{form}.{unit}", value) for unit, value in parts if value]
        return self.word("duration.join").join(shown) or self.counted(f"{form}.minute", 0)

    def country(self, code: str) -> str:
        """Name a country by its code (ISO 3166-1 alpha-2), as the CLDR does or, where that describes, the catalogue."""
        return self.words.get(f"country.{code}") or str(self._locale.territories[code])

    def language_name(self, tag: str) -> str:
        """Name a language (BCP 47) in this one."""
        return _language_name(tag, self.code)


def _flat(node: Plain, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(node, dict):
        for key, value in node.items():
            yield from _flat(value, f"{path}.{key}" if path else key)
    else:
        yield path, str(node)


@lru_cache(maxsize=1 << 16)
def _decimal(number: float, code: LanguageCode) -> str:
    return format_decimal(number, locale=code)


@cache
def _language_name(tag: str, code: LanguageCode) -> str:
    name: str = Locale(code).languages.get(tag.partition("-")[0], tag)
    return name


# What the CLDR names by two letters beside the countries of ISO 3166-1: groups of them, and codes for trying out.
_NO_COUNTRIES = frozenset({"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"})


@lru_cache(maxsize=1 << 16)
def _category(code: LanguageCode, number: float) -> str:
    return str(Locale(code).plural_form(number))


@cache
def countries() -> frozenset[str]:
    """Return the codes of all countries (ISO 3166-1 alpha-2)."""
    return frozenset(code for code in map(str, Locale("en").territories) if len(code) == 2) - _NO_COUNTRIES


@cache
def direction(tag: str) -> str:
    """Return the direction of a language's script, as HTML's ``dir`` has it: ``auto`` where the CLDR does not know."""
    try:
        return str(Locale.parse(tag, sep="-").text_direction)
    except UnknownLocaleError:
        return "auto"


@cache
def language(code: LanguageCode) -> Language:
    """Return a language with the words of the site."""
    return Language(code)


@cache
def of_commands(code: LanguageCode) -> Language:
    """Return a language with the words of the command line."""
    return Language(code, "commands")


def languages() -> tuple[Language, ...]:
    """Return the languages of the site."""
    return tuple(language(code) for code in LANGUAGES)


def faces(spoken: Iterable[Language]) -> tuple[str, ...]:
    """Return the names of the fonts that a page in some languages begins with, each once."""
    return tuple(dict.fromkeys(str(face) for own in spoken for face in own.section("faces")))
