"""Each language of the site has its own words, plurals, dates and lengths."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import language as language_module
from timeline.language import CATEGORIES, Language, MissingWord, direction, language, languages
from timeline.values import fields
from timeline.values.bilingual import LANGUAGES, LanguageCode
from timeline.values.dates import Duration, parse

ARABIC, ENGLISH = language("ar"), language("en")

COUNTED = sorted(set(ARABIC._counted))


def test_languages() -> None:
    """The site has the languages of the model, each read once."""
    assert LANGUAGES == tuple(one.code for one in languages())
    assert language("ar") is ARABIC


def test_directions() -> None:
    """Arabic runs from right to left, English from left to right."""
    assert ("rtl", "ltr") == (ARABIC.direction, ENGLISH.direction)


def test_same_words() -> None:
    """Both languages have the same texts; counted ones have every form that the language needs."""
    counted = {f"{key}.{category}" for key in COUNTED for category in CATEGORIES}
    assert ARABIC.words.keys() - counted == ENGLISH.words.keys() - counted
    assert COUNTED == sorted(ENGLISH._counted)


@pytest.mark.parametrize("key", COUNTED)
def test_all_forms(key: str) -> None:
    """Every counted text that shows its number has all six forms in Arabic, and any other those of one and two."""
    forms = {category for category in CATEGORIES if f"{key}.{category}" in ARABIC.words}
    shows = "{count}" in ARABIC.word(f"{key}.other")
    assert CATEGORIES == forms if shows else {"one", "two", "other"} <= forms


@pytest.mark.parametrize("own", languages(), ids=lambda own: own.code)
def test_missing_word(own: Language) -> None:
    """A text that does not exist is a mistake that names itself, and so is a counted one."""
    with pytest.raises(MissingWord, match=f"{own.code}: no.such"):
        own.word("no.such")
    with pytest.raises(MissingWord, match=f"{own.code}: date"):
        own.counted("date", 1)


@pytest.mark.parametrize(
    ("shown", "number"),
    [
        ("لا أعطال", 0),
        ("عطل واحد", 1),
        ("عطلان", 2),
        ("3 أعطال", 3),
        ("10 أعطال", 10),
        ("11 عطلًا", 11),
        ("99 عطلًا", 99),
        ("100 عطل", 100),
        ("102 عطل", 102),
        ("103 أعطال", 103),
        ("1,011 عطلًا", 1011),
    ],
)
def test_arabic_plurals(shown: str, number: int) -> None:
    """Arabic counts in six forms, by the last two digits."""
    assert shown == ARABIC.counted("count.outages", number)


@pytest.mark.parametrize(
    ("shown", "number"),
    [
        ("0 outages", 0),
        ("1 outage", 1),
        ("2 outages", 2),
        ("11 outages", 11),
        ("100 outages", 100),
        ("1,000 outages", 1000),
    ],
)
def test_english_plurals(shown: str, number: int) -> None:
    """English counts in two forms."""
    assert shown == ENGLISH.counted("count.outages", number)


def test_counted_with_a_name() -> None:
    """A counted text may name something too."""
    assert "3 in Arabic" == ENGLISH.counted("count.in_language", 3, name="Arabic")


@pytest.mark.parametrize("own", languages(), ids=lambda own: own.code)
def test_form_that_is_not_given(own: Language) -> None:
    """The form called other stands in for one that is not given."""
    assert "x" == own.plural({"other": "x"}, 3)


@pytest.mark.parametrize(("shown", "number"), [("0", 0), ("1,234,567", 1234567), ("2.5", 2.5)])
@pytest.mark.parametrize("own", languages(), ids=lambda own: own.code)
def test_numbers(own: Language, shown: str, number: float) -> None:
    """Digits are the same in both languages, with a comma at each thousand."""
    assert shown == own.number(number)


@pytest.mark.parametrize(
    ("arabic", "english", "text"),
    [
        ("2024", "2024", "2024"),
        ("مارس/آذار 2024", "March 2024", "2024-03"),
        ("5\N{NO-BREAK SPACE}مارس/آذار 2024", "5\N{NO-BREAK SPACE}March 2024", "2024-03-05"),
        ("5\N{NO-BREAK SPACE}مارس/آذار 2024", "5\N{NO-BREAK SPACE}March 2024", "2024-03-05T15:00Z"),
        ("4\N{NO-BREAK SPACE}مارس/آذار 2024", "4\N{NO-BREAK SPACE}March 2024", "2024-03-05T01:00+03:00"),
        ("نحو\u00a02024", "about\u00a02024", "2024~"),
        ("مارس/آذار 2024 على الأرجح", "probably March 2024", "2024-03?"),
        ("5\N{NO-BREAK SPACE}مارس/آذار 2024 على الأرجح", "probably 5\N{NO-BREAK SPACE}March 2024", "2024-03-05%"),
        ("5\N{NO-BREAK SPACE}مارس/آذار 2024", "5\N{NO-BREAK SPACE}March 2024", "2024-03-05T15:00Z~"),
        ("31\N{NO-BREAK SPACE}ديسمبر/كانون الأول 1999", "31\N{NO-BREAK SPACE}December 1999", "1999-12-31"),
    ],
)
def test_dates(arabic: str, english: str, text: str) -> None:
    """A date is written no finer than it is known, in Arabic with both names of its month, and its doubt is said."""
    assert (arabic, english) == (ARABIC.date(parse(text)), ENGLISH.date(parse(text)))


@pytest.mark.parametrize(
    ("own", "text"),
    [
        (ARABIC, "في 5_مارس/آذار 2024، وفي 6_نيسان، نحو_58 دقيقة"),
        (ARABIC, "منحو 5 مارسيليا نحو ساعة"),
        (ENGLISH, "on 5_March 2024, about_58 minutes"),
        (ENGLISH, "on 5 Marches about it, roundabout 3"),
    ],
)
def test_held(own: Language, text: str) -> None:
    """A day and its month are held together in a text, and a number with what says that it is not exact."""
    assert text.replace("_", "\N{NO-BREAK SPACE}") == own.held(text.replace("_", " "))


@pytest.mark.parametrize(
    ("names", "month"),
    [
        ("يناير/كانون الثاني", 1),
        ("فبراير/شباط", 2),
        ("مارس/آذار", 3),
        ("أبريل/نيسان", 4),
        ("مايو/أيار", 5),
        ("يونيو/حزيران", 6),
        ("يوليو/تموز", 7),
        ("أغسطس/آب", 8),
        ("سبتمبر/أيلول", 9),
        ("أكتوبر/تشرين الأول", 10),
        ("نوفمبر/تشرين الثاني", 11),
        ("ديسمبر/كانون الأول", 12),
    ],
)
def test_both_names_of_arabic_months(names: str, month: int) -> None:
    """Every month has the name of Egypt and the Gulf, and that of the Levant and Iraq."""
    assert names == ARABIC.month(parse(f"2024-{month:02}").start)


def test_days() -> None:
    """A day in short, and its weekday."""
    moment = parse("2024-03-05T07:05Z")
    assert ("5\N{NO-BREAK SPACE}مارس", "5\N{NO-BREAK SPACE}Mar") == (
        ARABIC.day(moment.start),
        ENGLISH.day(moment.start),
    )
    assert ("الثلاثاء", "Tuesday") == (ARABIC.weekday(moment), ENGLISH.weekday(moment))


@pytest.mark.parametrize(
    ("arabic", "english", "minutes"),
    [
        ("0 دقيقة", "0 min", 0),
        ("دقيقة", "1 min", 1),
        ("دقيقتان", "2 min", 2),
        ("3 دقائق", "3 min", 3),
        ("11 دقيقة", "11 min", 11),
        ("ساعة", "1 h", 60),
        ("ساعة ودقيقة", "1 h 1 min", 61),
        ("ساعتان و30 دقيقة", "2 h 30 min", 150),
        ("23 ساعة و59 دقيقة", "23 h 59 min", 1439),
        ("يوم", "1 day", 1440),
        ("يوم", "1 day", 1441),
        ("يوم وساعة", "1 day 1 h", 1500),
        ("يومان و3 ساعات", "2 days 3 h", 2 * 1440 + 180),
        ("100 يوم", "100 days", 144000),
        ("ساعتان", "2 h", 119.6),
    ],
)
def test_lengths(arabic: str, english: str, minutes: float) -> None:
    """A length is written in its largest two units."""
    assert (arabic, english) == (ARABIC.minutes(minutes), ENGLISH.minutes(minutes))


@pytest.mark.parametrize(
    ("arabic", "english", "exact"),
    [("ساعتان", "2 h", True), ("نحو\u00a0ساعتين", "about\u00a02 h", False)],
    ids=["exact", "about"],
)
def test_doubt_about_a_length(arabic: str, english: str, exact: bool) -> None:
    """A length that is not exact says so."""
    duration = Duration(120, exact)
    assert (arabic, english) == (ARABIC.duration(duration), ENGLISH.duration(duration))


@pytest.mark.parametrize(
    ("arabic", "english", "minutes"),
    [
        ("بعد دقيقتين", "2 min later", 2),
        ("بعد يومين وساعتين", "2 days 2 h later", 3000),
        ("بعد 11 دقيقة", "11 min later", 11),
    ],
)
def test_governed_lengths(arabic: str, english: str, minutes: int) -> None:
    """Behind a word that governs it an Arabic dual has its other form."""
    wait = Duration(minutes, exact=True)
    assert (arabic, english) == (ARABIC.later(wait), ENGLISH.later(wait))


@pytest.mark.parametrize(
    ("arabic", "english", "way", "tag"),
    [
        ("العربية", "Arabic", "rtl", "ar"),
        ("الإنجليزية", "English", "ltr", "en-GB"),
        ("الفرنسية", "French", "ltr", "fr"),
        ("العبرية", "Hebrew", "rtl", "he"),
        ("الصينية", "Chinese", "ltr", "zh-Hans-CN"),
        ("الفارسية", "Persian", "rtl", "fa"),
        ("الكلينجون", "Klingon", "auto", "tlh"),
        ("xx", "xx", "auto", "xx"),
    ],
)
def test_other_languages(arabic: str, english: str, way: str, tag: str) -> None:
    """Languages have names in both; one that the CLDR does not know keeps its tag, and its text finds its direction."""
    assert (arabic, english, way) == (ARABIC.language_name(tag), ENGLISH.language_name(tag), direction(tag))


@given(st.from_regex(fields.LANGUAGE, fullmatch=True), st.sampled_from(LANGUAGES))
def test_any_language(tag: str, code: LanguageCode) -> None:
    """Every language that an event may name has a name and a direction."""
    assert language(code).language_name(tag)
    assert direction(tag) in ("rtl", "ltr", "auto")


def test_broken_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Words with a mistake in their file stop the program and name the file."""
    own = Language("en")
    monkeypatch.setattr(language_module, "read", lambda name, data: (None, None, []))
    with pytest.raises(ValueError, match=r"site\.en\.yml"):
        own.word("name")


@pytest.mark.parametrize(
    ("shown", "text", "known"),
    [
        ('ماسك: "خوادمنا تعمل"', "ماسك: «خوادمنا تعمل»", ARABIC),
        ("Musk: ‘our servers are working’", "Musk: “our servers are working”", ENGLISH),
        ("Threads isn’t down", "Threads isn’t down", ENGLISH),
    ],
)
def test_marks_within_marks(shown: str, text: str, known: Language) -> None:
    """Quotation marks that stand within others are not the same ones."""
    assert shown == known.nested(text)


def test_names_behind_a_preposition() -> None:
    """An Arabic preposition of one letter is joined to an Arabic name, and stretched before another one."""
    names = {"ميتا": "بميتا", "OpenAI": "بـOpenAI", "4chan": "بـ4chan"}
    assert names == {name: f"ب{ARABIC.attached(name)}" for name in names}
    assert "Meta" == ENGLISH.attached("Meta")


@pytest.mark.parametrize(("arabic", "english", "code"), [("هونغ كونغ", "Hong Kong", "HK"), ("مصر", "Egypt", "EG")])
def test_countries(arabic: str, english: str, code: str) -> None:
    """A country has its name in the CLDR, or a shorter one where that is a description."""
    assert (arabic, english) == (ARABIC.country(code), ENGLISH.country(code))
