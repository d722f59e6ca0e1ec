"""The normaliser knows both languages: what is one word to a reader has a term in common, and what is not has none."""

import json
import unicodedata
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.normalising import answer, knowing, plain, shared, terms, vocabulary, weights
from tests.strategies import ANYTHING, HOSTILE
from tests.vectors import vectors
from timeline.search.folding import Folding
from timeline.search.index.lexicon import TABLES, Lexicon
from timeline.search.normaliser import Normaliser, specification
from timeline.search.terms import gather

# Less in common than this is too little to find anything by.
ENOUGH = 0.1

# What has no more in common than this stands far behind what was meant.
LITTLE = 0.3

ARABIC_FAMILIES = """
أعطال عطل معطل تعطل تعطيل عطلًا العطل بعطل وتعطلت يتعطل تتعطل ستتعطل معطلة عطلان عطلين تعطلوا
اعتذار يعتذر معتذر اعتذرت اعتذارها الاعتذار تعتذر نعتذر واعتذر معتذرًا اعتذروا اعتذارات
اختراق مخترق اخترق يخترق اختراقات اخترقت المخترقة
قرصنة قراصنة قرصان
انقطاع منقطع مقطوع انقطع ينقطع تنقطع انقطاعات قطع
توقف متوقف يتوقف توقفت تتوقف موقوف إيقاف أوقف
منشور منشورات نشر ينشر المنشورات منشوراته نشرت
خادم خوادم الخادم خوادمنا بخوادم والخوادم
بطريق بطاريق البطاريق ببطاريق
شركة شركات الشركة شركته شركاتهم للشركة شركتان
حساب حسابات حسابه الحسابات حساباتهم حسابي
سخرية يسخر ساخر ساخرًا سخر تسخر السخرية ساخرة
هجوم هاجم مهاجمة هجمات يهاجم تهاجم الهجوم
تحدي يتحدى تحدّى تحدٍّ تحديات التحدي بتحدي
اتهام يتهم اتهامات متهم اتهم تتهم
دعوى دعاوى دعاوي الدعوى
إعلان أعلن معلنون إعلانات يعلن المعلنين تعلن
رسالة رسائل الرسائل برسالة رسالته
تطبيق تطبيقات التطبيقات بتطبيق
مستخدم مستخدمين مستخدمون استخدام يستخدم المستخدمين مستخدميها للمستخدمين
مركز مراكز المراكز
موقع مواقع المواقع
تغريدة تغريدات تغاريد غرد يغرد
رد ردود الرد ردًّا رده ردها ردت
استحواذ استحوذ يستحوذ الاستحواذ
شراء اشترى يشتري الشراء شرائه
صورة صور الصورة صوره
مشكلة مشاكل مشكلات المشكلة
انهيار انهار ينهار
سقوط سقط تسقط يسقط أسقط
حظر محظور يحظر حظرت
حجب محجوب يحجب
مؤسس مؤسسي المؤسسين مؤسسو
مسؤول مسئول مسؤولون مسؤولين
وزير وزراء الوزير
مقطع مقاطع المقاطع
فيديو فيديوهات الفيديو
إصابة إصابات أصيب مصاب
نزال نزالات منازلة النزال ينازل
قتال يقاتل مقاتل مقاتلة
مليون ملايين
صاروخ صواريخ
قمر أقمار الأقمار
محكمة محاكم المحكمة
محامي محامٍ محامون محامين
قاضي قاضٍ القاضي
تسريب تسريبات تسربت مسرب سرب
استقالة استقال يستقيل مستقيل
تسريح سرح يسرح مسرح
توثيق موثق موثقة وثق الموثقة
تشفير مشفر يشفر شفرة
اشتراك اشتراكات مشترك يشترك
مدقق مدققون تدقيق المدققين يدقق
ملاحظة ملاحظات
انتخاب انتخابات انتخابي
تبرع تبرعات يتبرع
انتقاد انتقد ينتقد انتقادات منتقد
إهانة أهان يهين مهين
منافسة منافس ينافس تنافس منافسين
صفقة صفقات
دخول دخل يدخل الدخول
خروج خرج يخرج أخرج إخراج
قاعدة قواعد
كابل كابلات كوابل
إطلاق أطلق يطلق أطلقت
تحديث تحديثات حدث يحدث
إغلاق أغلق مغلق
استعادة استعاد يستعيد
عودة عاد يعود عادت
تهكم يتهكم متهكمًا تهكمت
مزحة مزح يمزح
تصريح تصريحات صرح يصرح
تغيير تغير يغير تغييرات
متحدث متحدثة المتحدث تحدث
سهم أسهم الأسهم
خسارة خسائر خسر يخسر
متابع متابعين متابعون
تأخير تأخر يتأخر متأخر
بلاغ بلاغات أبلغ
إصلاح أصلح يصلح
طفل أطفال الأطفال
حقيقة حقائق الحقائق
باحث باحثين باحثون بحث
صحيفة صحف صحفي صحافة
تزييف مزيف مزيفة زيف
نفي نفى ينفي
هاتف هواتف
جهاز أجهزة الأجهزة
جائزة جوائز
قضية قضايا القضايا
قانون قوانين
عنوان عناوين
تقرير تقارير
مشروع مشاريع
لغة لغات
سريع سرعة أسرع
""".strip().splitlines()

ENGLISH_FAMILIES = """
outage outages outage's
apology apologise apologize apologised apologizes apologies apologizing
advertiser advertisers advertising advertisement advertise advertised
hack hacks hacked hacking hacker hackers
moderation moderate moderator moderated
encryption encrypted encrypt encrypting
verify verified verification verifies
subscription subscriptions subscribe subscriber subscribed
suspend suspended suspension suspends
acquire acquired acquires acquiring
reply replies replied replying
crash crashes crashed crashing
log logs logged logging
mock mocks mocked mocking mockery
fight fights fighting fought fighter
call calls called calling
sell sells sold selling
add adds added adding
challenge challenged challenges challenging
restore restored restoring restoration restores
disrupt disrupted disruption disruptions
announce announced announcement announcements announces
fail failed fails failing failure failures
settle settled settlement settling
accuse accused accusation accuses accusing
deny denied denies denying
colour color colours
centre center centres
organise organize organised organization organisation
resign resigned resignation resigns
ban bans banned banning
cancel cancelled cancelling canceled
sue sues sued suing
use used using uses
explode explosion exploded
decide decision decides
story stories
child children children's
speak spoke spoken speaking speaks
break broke broken breaks
buy bought buying buys
remove removed removal removes
brief briefly
technical technically
delete deleted deletes deleting deletion
slow slowed slowing slows slower
launch launches launched
train trained training trainer
donate donation donations donated
billionaire billionaires
penguin penguins
""".strip().splitlines()

# What shares letters and no meaning, or a root long ago.
STRANGERS = """
عطل عقل
واتساب حساب
شركة اشتراك
خادم مستخدم
بيان بين
حرب حروف
server serve
server service
state statement
number numb
ban bank
user us
post postal
news new
meta metal
wing winning
red reed
""".strip().splitlines()

WRITINGS = {
    "hamza": ("إعلان أعطال آخر سؤال مسئول شيء", "اعلان اعطال اخر سوال مسيول شي"),
    "ta marbuta": ("شركة منصة", "شركه منصه"),
    "alif maqsura": ("مستشفى على", "مستشفي علي"),
    "vowel marks": ("عُطْلٌ مُفَاجِئٌ تحدّى", "عطل مفاجي تحدي"),
    "tatweel": ("عطـــل", "عطل"),
    "letters of Persian and Urdu": ("انستگرام فيسبوک ویب چات ڤيديو", "انستغرام فيسبوك ويب جات فيديو"),
    "presentation forms": ("ﻋﻄﻞ ﻻ", "عطل لا"),
    "invisible characters": ("عط\u200cل \u2067واتساب\u2069 ser\u00advers", "عطل واتساب servers"),
    "Arabic-Indic digits": ("٢٠٢٤ ٣٠٠٬٠٠٠", "2024 300000"),
    "Persian digits": ("۲۰۲۴", "2024"),
    "thousands": ("300,000 1,234,567", "300000 1234567"),
    "case": ("MUSK Twitter", "musk twitter"),
    "accents": ("Café Zürich naïve Łódź Øresund", "cafe zurich naive lodz oresund"),
    "ligatures and fullwidth": ("ﬁbre Ｘ ２０２４", "fibre x 2024"),
    "apostrophes": ("don't don’t", "dont dont"),
}

DATES = {
    "2024-03-05": "#2024-03-05",
    "2024/3/5": "#2024-03-05",
    "5 March 2024": "#2024-03-05",
    "5th of March, 2024": "#2024-03-05",
    "March 5, 2024": "#2024-03-05",
    "Mar 5 2024": "#2024-03-05",
    "5/3/2024": "#2024-03-05",
    "05.03.2024": "#2024-03-05",
    "25/12/2024": "#2024-12-25",
    "12/25/2024": "#2024-12-25",
    "٥ مارس ٢٠٢٤": "#2024-03-05",
    "5 مارس/آذار 2024": "#2024-03-05",
    "5 آذار من عام 2024": "#2024-03-05",
    "٥/٣/٢٠٢٤": "#2024-03-05",
    "March 2024": "#2024-03",
    "2024-03": "#2024-03",
    "3/2024": "#2024-03",
    "آذار 2024": "#2024-03",
    "مارس ٢٠٢٤": "#2024-03",
    "في مارس/آذار 2024": "#2024-03",
    "تشرين الأول 2021": "#2021-10",
    "أكتوبر/تشرين الأول 2021": "#2021-10",
    "4 تشرين الأول 2021": "#2021-10-04",
    "غشت 2023": "#2023-08",
    "آب 2023": "#2023-08",
    "ماي 2023": "#2023-05",
    "May 2023": "#2023-05",
    "5 March": "#-03-05",
    "5 مارس": "#-03-05",
    "خمسة مارس": "#-03-05",
    "الخامس من مارس 2024": "#2024-03-05",
    "fifth of March": "#-03-05",
    "4 October": "#-10-04",
    "2024": "#2024",
    "عام 2024": "#2024",
    "وتموز": "#-07",
    "july": "#-07",
}

NO_DATES = [
    "30 2024 x 5",
    "خمسة أشهر",
    "second thoughts",
    "2024 users",
    "مارس الرياضة",
    "5 و7",
    "35 March",
    "0/0/2024",
    "13/2024",
    "march on",
    "2,024",
]


def pairs(lines: list[str]) -> list[tuple[str, str]]:
    """Return every two words that stand in one line."""
    return [pair for line in lines for pair in combinations(line.split(), 2)]


@pytest.mark.parametrize("family", [*ARABIC_FAMILIES, *ENGLISH_FAMILIES], ids=lambda family: family.split()[0])
def test_families(family: str) -> None:
    """The forms of a word, whatever its measure, number and person, have a term in common."""
    assert [] == [pair for pair in pairs([family]) if shared(*pair) < ENOUGH]


def test_strangers() -> None:
    """Words that only look alike have nothing in common, or little."""
    assert [] == [(pair, shared(*pair)) for pair in pairs(STRANGERS) if shared(*pair) > LITTLE]


@pytest.mark.parametrize(("written", "folded"), WRITINGS.values(), ids=WRITINGS)
def test_one_spelling(written: str, folded: str) -> None:
    """What is written in different ways is folded to one."""
    folding = Folding(specification()["fold"])
    assert folded.split() == [word.replace("'", "") for word in folding.split(written)]


def test_no_version_of_unicode() -> None:
    """No character is folded that Unicode did not know, and decompose alike, twenty years ago."""
    old, folding = unicodedata.ucd_3_2_0, Folding(specification()["fold"])
    words = [chr(point) for point in range(0x10000) if folding.words.fullmatch(chr(point))]
    young = [one for one in words if old.category(one) == "Cn"]
    kept = [one for one in words if one not in young]
    assert 1500 < len(kept)
    assert [] == [one for one in young if unicodedata.normalize("NFKD", one) != one]
    assert [] == [one for one in kept if old.normalize("NFKD", one) != unicodedata.normalize("NFKD", one)]


def test_certain_forms() -> None:
    """What is written before a word is taken off; what may be its own first letter leaves both, the whole one first."""
    assert ["خوادم"] == plain().forms("والخوادم")
    assert ["خوادم"] == plain().forms("للخوادم")
    assert ["بعطل", "عطل"] == plain().forms("بعطل")
    assert ["وبعطل", "بعطل", "عطل"] == plain().forms("وبعطل")
    assert ["سيعود", "يعود"] == plain().forms("سيعود")
    assert ["فيسبوك", "يسبوك"] == plain().forms("فيسبوك")
    assert ["رد", "الرد"] == plain().forms("الرد")
    assert ["musk"] == plain().forms("Musk’s")
    assert [] == plain().forms("«»")


@pytest.mark.parametrize("name", ["ويفتشات", "فيذر", "فانس", "كويل", "برانت", "Glimmer", "Vance"])
def test_names_stay_whole(name: str) -> None:
    """A name that the lexicon knows is not cut, and neither is what is written before it taken for a part of it."""
    own = {term for term in terms(name, knowing()) if term[0] not in "@#"}
    assert 1 == len(own)
    if name > "z":
        assert own == {term for term in terms(f"و{name}", knowing()) if term[0] not in "@#"}
        assert shared(name, f"ول{name}", knowing()) > 0.5


def test_venues_are_words() -> None:
    """What a venue is called is a word like others, and has the forms that words have."""
    assert shared("محكمة", "المحاكم", knowing()) > ENOUGH
    assert {"interview", "@platforms/interview"} <= terms("interviews", knowing())


@pytest.mark.parametrize(("spelling", "said"), DATES.items())
def test_dates(spelling: str, said: str) -> None:
    """A date, written in figures or with a month's name from any country, is known as that date."""
    found = weights(f"x {spelling} y", knowing())
    assert said in found
    assert found[said] == max(weight for term, weight in found.items() if term[0] == "#")


@pytest.mark.parametrize("text", NO_DATES)
def test_no_dates(text: str) -> None:
    """Figures that are no date are not taken for one."""
    assert set() == {term for term in terms(text, knowing()) if term[0] == "#" and term.count("-") > 1}


def test_american_dates() -> None:
    """Where day and month can be exchanged the date is both, and rather the one with the day first."""
    found = weights("5/3/2024", knowing())
    assert found["#2024-03-05"] > found["#2024-05-03"] > 0


def test_months_that_are_words() -> None:
    """May and March are words too, and months but little."""
    assert {"may", "#-05"} <= terms("may", knowing())
    assert weights("march", knowing())["#-03"] < weights("april", knowing())["#-04"]


def test_wider_dates() -> None:
    """A day is in its month and in its year, and recurs every year."""
    assert {"#2024-03-05", "#2024-03", "#2024", "#-03", "#-03-05"} <= terms("5 March 2024", knowing())


@pytest.mark.parametrize(
    ("text", "whole", "term"),
    [
        ("رأى وبالخوادم أثرًا", "وبالخوادم", "خوادم"),
        ("says Vance’s post", "Vance’s", "@people/odin-vance"),
        ("أودين وأودين فانس", "وأودين فانس", "@people/odin-vance"),
        ("بعد تسجيل الدخول من", "تسجيل الدخول", "@tags/login"),
        ("منذ 5 مارس/آذار 2024 فصاعدًا", "5 مارس/آذار 2024", "#2024-03-05"),
        ("a jiu-jitsu class", "jiu-jitsu", "jiujitsu"),
        ("by @odinvance on", "odinvance", "@people/odin-vance"),
        ("😀 الْعُطْلُ 😀", "الْعُطْلُ", "عطل"),
        ("the «براندت» said", "براندت", "@people/selma-brandt"),
    ],
)
def test_places(text: str, whole: str, term: str) -> None:
    """A token covers what the reader sees as the word or the phrase, with all that is written together with it."""
    found = [text[token.start : token.end] for token in knowing().analyse(text) if term in dict(token.terms)]
    assert whole in found


def test_order_of_tokens() -> None:
    """First come the words, then the runs of words, each with the places of its first and last word."""
    text = "Odin Vance on 5 March 2024: duck-pond"
    tokens = knowing().analyse(text)
    words = [token for token in tokens if token.first == token.last]
    assert tokens[: len(words)] == words
    assert list(range(len(words))) == [token.first for token in words]
    runs = [text[token.start : token.end] for token in tokens[len(words) :]]
    assert ["Odin Vance", "5 March 2024", "duck-pond"] == runs


def test_stop_words() -> None:
    """A word that says nothing has no terms, with a conjunction neither."""
    assert all(not plain().word(word) for word in ("the", "The", "of", "من", "إلى", "وعلى", "فلا"))
    assert plain().word("x")


@pytest.mark.parametrize("table", [*TABLES, "months"])
def test_every_spelling_is_known(table: str) -> None:
    """Every name, alias and handle of the vocabulary means its entry, with what Arabic writes before it too."""
    lexicon = Lexicon.of(vocabulary())
    entries = lexicon.months if table == "months" else lexicon.entries[table]
    unknown = [
        spelling
        for one, spellings in entries.items()
        for spelling in spellings
        for text in (spelling, spelling.upper(), f"و{spelling}" if spelling > "z" else spelling)
        if (f"#-{int(one):02}" if table == "months" else f"@{table}/{one}") not in terms(text, knowing())
    ]
    assert entries
    assert [] == unknown


def test_phrases() -> None:
    """Words of tags and concepts count in all their forms, names only as they are; the longest phrase counts."""
    assert "@tags/attack" in terms("They were attacking it", knowing())
    assert "@tags/mockery" in terms("وسخروا منه", knowing())
    assert "@people/milo-hart" not in terms("harts", knowing())
    assert "@people/odin-vance" in terms("#OdinVance @odinvance", knowing())
    assert "@tags/rowing-race" in terms("boatrace", knowing())


def test_months_of_the_year() -> None:
    """The record names twelve months, each with its number."""
    assert list(range(1, 13)) == sorted(month.number for month in vocabulary().months.values())


@pytest.mark.parametrize(
    "spellings",
    [
        "zuckerberg زوكربيرغ زوكيربرج زوكيربرق زوكربيرك زكربرغ",
        "instagram انستغرام إنستكرام انستقرام انستجرام",
        "facebook فيسبوك فيسبوق",
        "twitter تويتر تويتتر",
        "threads ثريدز تريدز",
        "yaccarino ياكارينو ياكرينو",
        "durov دوروف",
        "colosseum كولوسيوم كولسيوم",
    ],
)
def test_sounds(spellings: str) -> None:
    """A name sounds alike however it is spelt, in both scripts."""
    sounds = {plain().sound(spelling) for spelling in spellings.split()}
    assert 1 == len(sounds)
    assert "" not in sounds


def test_no_sound() -> None:
    """Vowels alone, and what is no word, make no sound to go by."""
    assert ["", "", "", ""] == [plain().sound(word) for word in ("eye", "او", "", "«»")]


@given(st.lists(st.one_of(ANYTHING, HOSTILE)).map(" ".join))
def test_any_text(text: str) -> None:
    """Any text has tokens within it, with terms of weights up to one, heaviest first; indexing gives the same terms."""
    tokens = knowing().analyse(text)
    every = [[weight for _, weight in token.terms] for token in tokens]
    assert all(0 <= token.start < token.end <= len(text) for token in tokens)
    assert all(0 < weight <= 1 for one in every for weight in one)
    assert every == [sorted(one, reverse=True) for one in every]
    raws, indexed = knowing().split(text), dict[str, float]()
    for listed in (*map(knowing().word, raws), *knowing().runs(text, raws)):
        gather(indexed, listed)
    assert indexed == weights(text, knowing())


def test_lexicon_is_plain_data() -> None:
    """The lexicon goes through JSON unharmed, so that a browser has the same."""
    lexicon = Lexicon.of(vocabulary())
    assert lexicon == Lexicon(**json.loads(json.dumps(lexicon.as_data())))


def test_vectors() -> None:
    """What both twins must make of some thousands of texts is what this one makes of them."""
    kept = vectors()
    normaliser = Normaliser(specification(), Lexicon(**kept["lexicon"]))
    assert 2000 <= len(kept["texts"])
    assert [] == [(text, expected) for text, *expected in kept["texts"] if answer(normaliser, text) != expected]
