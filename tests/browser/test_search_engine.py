"""The search in a real browser, on the built site: what readers type finds what they mean, and nothing breaks it."""

import json
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from playwright.sync_api import Route

from tests import direct
from tests.browser.conftest import Open
from tests.browser.watched import Watched
from tests.built import Site
from timeline.search.index.documents import address
from timeline.search.index.lexicon import Lexicon
from timeline.search.normaliser import specification
from timeline.values.bilingual import LANGUAGES

every_language = pytest.mark.parametrize("code", LANGUAGES)

Answer = dict[str, Any]
Ask = Callable[..., Answer]

CALL = """async ([question, query, options]) => {
    const client = await own('search/browser/client.js');
    return client[question](query, options);
}"""

ADDRESSES = """async (texts) => {
    const { address } = await own('search/browser/pasted.js');
    return texts.map((text) => address(text));
}"""

BEST = 5

ENGINES, LOGIN = "2024-04-09-vance-engines-are-running", "2024-04-09-lumora-login-outage"
HEDGEHOGS, DARE = "2024-04-09-vance-hedgehogs", "2023-06-12-vance-challenges-brandt"
SILENCE, SALE = "2021-10-11-lumora-route-outage", "2022-05-20-vance-buys-feather"
PAPER_BOAT, WRIST = "2023-07-08-debunked-paper-boat", "2023-11-03-brandt-wrist-surgery"
PIGEONS, GREY = "2023-07-19-faro-carrier-pigeons", "2019-11-02-lumo-filters-outage"
MAYOR = "2023-06-14-caron-offers-his-lake"

# A query, and the event that must be among the best hits.
PLAIN = {
    "ar": {
        "محركاتنا تعمل": ENGINES,
        "القنافذ": HEDGEHOGS,
        "سباق التجديف": DARE,
        "شراء فيذر": SALE,
        "جراحة المعصم": WRIST,
        "لينا كوخ مجلس الادارة": "2025-01-07-lumora-drops-checkers",
        "عمدة فرنسي بحيرة": MAYOR,
        "الصور رمادية": GREY,
        "مدققو الحقائق": "2025-01-07-lumora-drops-checkers",
        "نيمبوس": "2024-06-20-quill-nimbus-outage",
    },
    "en": {
        "our engines are running": ENGINES,
        "hedgehogs": HEDGEHOGS,
        "rowing race": DARE,
        "vance buys feather": SALE,
        "wrist surgery": WRIST,
        "koch fact checkers": "2025-01-07-lumora-drops-checkers",
        "french mayor lake": MAYOR,
        "cup failures": "2019-07-feather-cup-failures",
        "grey photos": GREY,
        "paper boat": PAPER_BOAT,
        "nimbus": "2024-06-20-quill-nimbus-outage",
    },
}

# One letter put in, left out, exchanged or swapped, in the first letter too.
SLIPS = {
    "ar": {
        "القنافيذ": HEDGEHOGS,
        "جرحة المعصم": WRIST,
        "جراحة المعصن": WRIST,
        "سراء فيذر": SALE,
        "محركاتنا تمعل": ENGINES,
        "سباق التجذيف": DARE,
    },
    "en": {
        "hedgehgos": HEDGEHOGS,
        "wrist urgery": WRIST,
        "wrist surgeri": WRIST,
        "vance boys feathr": SALE,
        "kowing race": DARE,
    },
}

# Other words than the record's, of the same sense.
SENSES = {
    "ar": {"استحوذ على فيذر": SALE, "عملية المعصم": WRIST},
    "en": {"vance acquires feather": SALE, "wrist operation": WRIST},
}
MISTYPED_SENSES = {
    "ar": {"استحود على فيذر": (SALE, "استحوذ"), "عملبة المعصم": (WRIST, "عملية")},
    "en": {"vance acquirs feather": (SALE, "acquire"), "wrist opertion": (WRIST, "operation")},
}

# English words in Arabic letters, as they are heard, and a short one beside another.
HEARD = {"هيدجهوغز": HEDGEHOGS, "كارير بيجنز": PIGEONS, "غراي فوتوز": GREY}

# A month beside a number is plain, however it was mistyped.
MONTHS = {
    "9 Arpil 2024": "2024-04-09",
    "٩ ابيرل ٢٠٢٤": "2024-04-09",
    "11 Octobr 2021": "2021-10-11",
    "11 اكتوبير 2021": "2021-10-11",
    "ويفتشات 19 يليو 2023": "2023-07-19",
}

# The last word is half typed, for no space is behind it.
HALF = {
    "ar": {"محركاتنا تع": ENGINES, "القناف": HEDGEHOGS, "سباق التجد": DARE, "جراحة المعص": WRIST, "شراء في": SALE},
    "en": {
        "our engines are runn": ENGINES,
        "hedgeh": HEDGEHOGS,
        "rowing ra": DARE,
        "wrist surg": WRIST,
        "vance buys fea": SALE,
        "chief engi": "2021-10-11-sabban-explains",
    },
}

DATES = {
    "9 April 2024": LOGIN,
    "April 9, 2024": LOGIN,
    "2024-04-09": LOGIN,
    "9/4/2024": LOGIN,
    "٩ أبريل ٢٠٢٤": LOGIN,
    "9 نيسان 2024": LOGIN,
    "October 2021 lumora": SILENCE,
    "تشرين الأول 2021 لومورا": SILENCE,
}


@pytest.fixture(scope="module")
def asked(kept: Open) -> Callable[[str], Ask]:
    """A function that returns one that asks the search on a page of a language; a question leaves nothing behind."""

    @cache
    def on(code: str) -> Ask:
        page = kept().go(f"{code}/")

        def ask(query: str, question: str = "search", **options: Any) -> Answer:
            answer: Answer = page.evaluate(CALL, [question, query, options])
            return answer

        return ask

    return on


def missed(ask: Ask, wanted: dict[str, str]) -> dict[str, list[str]]:
    """Return the queries that do not have their event among the best hits, with the hits that they have."""
    found = {query: [hit["id"] for hit in ask(query, limit=BEST)["hits"]] for query in wanted}
    return {query: ids for query, ids in found.items() if wanted[query] not in ids}


def whole(segments: list[list[Any]]) -> str:
    """Return the text of a title or a passage."""
    return "".join(text for text, _ in segments)


def marks(segments: list[list[Any]]) -> list[str]:
    """Return what is marked in a title or a passage."""
    return [text for text, marked in segments if marked]


@every_language
def test_plain_queries(asked: Callable[[str], Ask], code: str) -> None:
    """Plain words find the event that they tell of."""
    assert {} == missed(asked(code), PLAIN[code])


@every_language
def test_other_language(asked: Callable[[str], Ask], code: str) -> None:
    """Words of the other language find the same events, which are shown in the page's language."""
    other = next(one for one in LANGUAGES if one != code)
    ask = asked(code)
    assert {} == missed(ask, PLAIN[other])
    hit = ask("قنافذ" if code == "en" else "hedgehogs")["hits"][0]
    arabic = any("ء" <= letter <= "ي" for letter in whole(hit["title"]))
    assert (code == "ar") == arabic
    assert whole(hit["passage"])


@every_language
def test_slips(asked: Callable[[str], Ask], code: str) -> None:
    """A letter too many, one too few, a wrong one and two swapped are seen through, in a word's first letter too."""
    assert {} == missed(asked(code), SLIPS[code])


@every_language
def test_words_of_the_same_sense(asked: Callable[[str], Ask], code: str) -> None:
    """Events are found by other words of the same sense as theirs."""
    assert {} == missed(asked(code), SENSES[code])


@every_language
def test_mistyped_words_of_the_same_sense(asked: Callable[[str], Ask], code: str) -> None:
    """They may be mistyped, like the record's own words, and what they were read as is said."""
    ask, wanted = asked(code), MISTYPED_SENSES[code]
    assert {} == missed(ask, {query: event for query, (event, _) in wanted.items()})
    changed = {query: [one["shown"] for one in ask(query)["changed"]] for query in wanted}
    assert {query: [meant] for query, (_, meant) in wanted.items()} == changed


@every_language
def test_mistyped_questions(asked: Callable[[str], Ask], code: str) -> None:
    """A word that only makes a question of others asks for nothing, however it is typed."""
    whole_and_mistyped = {
        "ar": ("تفاصيل القنافذ", "تفاصبل القنافذ"),
        "en": ("what happened to the hedgehogs", "what happeed to the hedgehogs"),
    }
    for query in whole_and_mistyped[code]:
        answer = asked(code)(query)
        assert (HEDGEHOGS, 0) == (answer["hits"][0]["id"], answer["partly"]["total"]), query


def test_whether_it_is_so(asked: Callable[[str], Ask]) -> None:
    """Whoever asks whether something is so finds what is not, which others find behind what is."""
    queries = {"vance boat": False, "was vance a boat": True, "is vance a boat": True}
    assert queries == {
        query: PAPER_BOAT in [hit["id"] for hit in asked("en")(query, limit=3)["hits"]] for query in queries
    }


@every_language
def test_words_as_they_are_heard(asked: Callable[[str], Ask], code: str) -> None:
    """English words that are written in Arabic letters find the events that tell of them in English."""
    assert {} == missed(asked(code), HEARD)


@every_language
def test_months_mistyped(asked: Callable[[str], Ask], code: str) -> None:
    """A month that was mistyped is read as it was meant, with its day and its year."""
    ask = asked(code)
    assert MONTHS == {query: ask(query)["hits"][0]["iso"][:10] for query in MONTHS}


def test_words_that_are_nearly_months(asked: Callable[[str], Ask]) -> None:
    """A word that the record has is not taken for a month because a number stands beside it."""
    answer = asked("en")("mayor match 2023")
    assert MAYOR in [hit["id"] for hit in answer["hits"]]
    assert {"2023"} == {hit["iso"][:4] for hit in answer["hits"]}
    assert any("match" in mark.lower() for hit in answer["hits"] for mark in marks(hit["title"]))


@every_language
def test_half_typed(asked: Callable[[str], Ask], code: str) -> None:
    """A last word that is half typed finds what begins so."""
    assert {} == missed(asked(code), HALF[code])


@every_language
def test_while_one_types(asked: Callable[[str], Ask], code: str) -> None:
    """From the second letter of a word on there is something to see, up to the last one."""
    ask, word = asked(code), {"ar": "ويفتشات", "en": "wavechat"}[code]
    found = {word[:end]: ask(word[:end])["total"] for end in range(2, len(word) + 1)}
    assert {} == {begun: total for begun, total in found.items() if not total}


def test_exact_before_half_typed(asked: Callable[[str], Ask]) -> None:
    """What has the last word as it stands comes before what has a longer one."""
    first = asked("en")("lumo")["hits"][0]
    assert "Lumo" in marks(first["title"] + first["passage"])


@every_language
def test_dates(asked: Callable[[str], Ask], code: str) -> None:
    """Dates are found as either language writes them, with either set of Arabic names and of digits."""
    ask = asked(code)
    found = {query: [hit["id"] for hit in ask(query, limit=20)["hits"]] for query in DATES}
    assert {} == {query: ids for query, ids in found.items() if DATES[query] not in ids}


def test_day_alone(asked: Callable[[str], Ask]) -> None:
    """A day finds what happened on it, and not what happened in its month."""
    hits = asked("en")("9 April 2024", limit=50)["hits"]
    assert {"2024-04-09"} == {hit["iso"][:10] for hit in hits}


@pytest.mark.parametrize(("code", "query"), [("en", "{} lumora outage"), ("ar", "{} عطل لومورا")], ids=["en", "ar"])
def test_outages_in_order(asked: Callable[[str], Ask], site: Site, code: str, query: str) -> None:
    """Who asks for outages alone has these before all that was said of them, in the order asked for."""
    own = [e for e in site.chronicle.entries if e.event.outage and e.event.outage.company == "lumora"]
    lengths = {entry.id: entry.event.when.duration.minutes for entry in own if entry.event.when.duration}
    word = {"en": ("last", "first", "longest"), "ar": ("آخر", "أول", "أطول")}[code]
    last, first, longest = (asked(code)(query.format(one), "matches")["ids"][: len(own)] for one in word)
    assert [entry.id for entry in own] == first == last[::-1]
    assert max(lengths.values()) == lengths[longest[0]]


@every_language
def test_nothing(asked: Callable[[str], Ask], code: str) -> None:
    """What is not in the record finds nothing."""
    ask = asked(code)
    for query in ("lasagne with spinach", "وصفة كعكة الجزر", "zzqqxxvv", "ظظضضغغثث"):
        answer = ask(query)
        assert (0, []) == (answer["total"], answer["hits"]), query


def test_near_spellings(asked: Callable[[str], Ask]) -> None:
    """Where nothing is found, near spellings are offered, and they find something."""
    ask = asked("en")
    for query, near in {"glxmmem zzqqxxvv": "glimmer", "قنافط ظظضضغغثث": "قنافذ"}.items():
        answer = ask(query)
        assert (0, True) == (answer["total"], any(near in one.lower() for one in answer["near"])), query
        assert 3 >= len(answer["near"])
        assert [] == [one for one in answer["near"] if not ask(f"{one} ")["total"]]


def test_parts_of_a_query(asked: Callable[[str], Ask]) -> None:
    """A word that the record has not leaves what answers the others, apart, and is named as what they lack."""
    answer = asked("en")("hedgehogs zzqqxxvv")
    assert (0, ["zzqqxxvv"]) == (answer["total"], answer["partly"]["lacking"])
    assert asked("en")("hedgehogs")["hits"][0]["id"] in [hit["id"] for hit in answer["partly"]["hits"]]


@every_language
def test_changes_are_named(asked: Callable[[str], Ask], code: str) -> None:
    """A word that was corrected is named with what it was taken for; in quotation marks it is taken as it stands."""
    ask = asked(code)
    assert [{"typed": "hedgehgos", "shown": "hedgehogs"}] == ask("hedgehgos ")["changed"]
    literal = ask('"hedgehgos" ')
    assert (0, []) == (literal["total"], literal["changed"])


@pytest.mark.parametrize("name", ["snapchat", "جوجل", "سناب", "تلغرام"])
def test_names_of_other_things(asked: Callable[[str], Ask], name: str) -> None:
    """The name of another network or company is never taken for a slip, nor for keys of another keyboard."""
    answer = asked("ar")(f"{name} ")
    assert (0, [], [], "") == (answer["total"], answer["changed"], answer["near"], answer["keys"])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("اثيلثاخلس", "hedgehogs"),
        ("rkht`", "قنافذ"),
        ("glmmer qt quill", "glmmer qt quill"),
        ("rkht` zzqq", "قنافذ ئئضض"),
    ],
)
def test_other_keyboards(asked: Callable[[str], Ask], typed: str, meant: str) -> None:
    """What was typed on the wrong keyboard is read as the same keys of the other one, if far more of that is known."""
    answer = asked("en")(typed)
    assert meant == (answer["keys"] or typed)
    assert answer["total"] + answer["partly"]["total"]


def test_arabic_in_latin_letters(asked: Callable[[str], Ask]) -> None:
    """Arabic in the letters of a chat is read by rule, and it is said."""
    answer = asked("ar")("3otl quill ")
    assert [{"typed": "3otl", "shown": "عطل"}] == answer["changed"]
    assert answer["total"]
    for typed, meant in {"mesh shaghal": "مش شغال", "quill mesh shaghal": "quill مش شغال"}.items():
        answer = asked("ar")(typed)
        assert ([{"typed": typed, "shown": meant}], True) == (answer["changed"], answer["total"] > 0), typed


@every_language
def test_ways(asked: Callable[[str], Ask], code: str) -> None:
    """A name leads to its page, a question about outages to the page that answers it; what is neither leads nowhere."""
    ask = asked(code)
    found = {query: [way["path"] for way in ask(query)["ways"]] for query in ("Yuna Park", "longest outage", "2023")}
    assert {"Yuna Park": "people/", "longest outage": "figures/", "2023": "years/"} == {
        query: paths[0][: paths[0].index("/") + 1] for query, paths in found.items()
    }
    assert [] == ask("zzqqxxvv ")["ways"]


@every_language
@pytest.mark.parametrize(
    ("query", "path"),
    [
        ("Egypt", "timeline/?country=EG"),
        ("مصر", "timeline/?country=EG"),
        ("how often was lumora down since 2022", "timeline/?kind=outage&company=lumora&from=2022"),
        ("كم مرة تعطلت لومورا منذ 2022", "timeline/?kind=outage&company=lumora&from=2022"),
        ("shortest outage", "figures/#down"),
    ],
)
def test_ways_to_a_filter(asked: Callable[[str], Ask], code: str, query: str, path: str) -> None:
    """Countries and eras lead to the timeline with what belongs to them, and questions with a year to what is since."""
    assert path == asked(code)(query)["ways"][0]["path"]


def test_ways_to_eras(asked: Callable[[str], Ask]) -> None:
    """Every era of the site is found by its name in both languages."""
    for era in direct.settings().eras:
        for text in (era.name.en, era.name.ar):
            assert f"timeline/?era={era.id}" in [way["path"] for way in asked("en")(text)["ways"]]


def test_since_an_era(asked: Callable[[str], Ask], site: Site) -> None:
    """How often a company failed since an era leads to its outages since the era's first day."""
    began = next(era for era in direct.settings().eras if era.begins and era.company in site.chronicle.companies)
    name = site.chronicle.vocabulary.companies[began.company].name.en
    [way, *_] = asked("en")(f"how often was {name} down since {began.name.en}")["ways"]
    assert f"timeline/?kind=outage&company={began.company}&from={began.begins}" == way["path"]


def test_pasted_addresses(asked: Callable[[str], Ask], site: Site) -> None:
    """Whoever pastes the address of a source finds the events that stand on it, however the copy ends."""
    entry = next(one for one in site.chronicle.entries if one.event.sources)
    for source in entry.event.sources.values():
        for copied in (source.url, f"{source.url.rstrip('/')}/?utm_source=copy#top"):
            assert entry.id in asked("ar")(copied, "matches")["ids"], copied


def test_pasted_posts(kept: Open) -> None:
    """A post is told by its number, wherever it was copied, and an address is read as the index has written it."""
    copies = (
        "https://x.com/ben/status/1765039588247613497?s=20",
        "https://twitter.com/i/web/status/1765039588247613497/",
    )
    others = ("https://www.quill.example/Ben/4/", "http://quill.example/Ben/4", "https://quill.example/ben?4")
    read = kept().go("en/").evaluate(ADDRESSES, [*copies, *others])
    assert [":/1765039588247613497"] * 2 == read[:2]
    assert [":quill.example/Ben/4"] * 2 == read[2:4]
    assert [address(one) for one in (*copies, *others)] == read


@pytest.mark.parametrize(
    ("code", "query"),
    [("en", "what did vance say when lumora was down"), ("ar", "ماذا قال فانس عندما تعطلت لومورا")],
)
def test_who_said_what(asked: Callable[[str], Ask], code: str, query: str) -> None:
    """Who asks what somebody said finds first what that person said of it, though outages are named as well."""
    hits = [hit["id"] for hit in asked(code)(query)["hits"]]
    assert hits[0] in {ENGINES, HEDGEHOGS}
    assert [] == [hit for hit in hits[:3] if "-vance-" not in hit]


RANKED = """async words => {
    const { ranked } = await own('search/browser/ranking.js');
    const word = { variants: [], optional: false, stressed: false, other: false, known: true, shown: '' };
    return ranked(words.map(one => ({ ...word, ...one })), 100);
}"""


@pytest.mark.parametrize(("weight", "whole"), [(6, False), (12, True)])
def test_mentioned_in_passing(opened: Open, weight: int, whole: bool) -> None:
    """An event whose facts mention another thing answers its name in part; one whose title has it answers it."""
    page = opened().go("en/about/")
    variant = {"term": "x", "postings": [7 * 16 + weight], "weight": 1, "cover": 1}
    answer = page.evaluate(RANKED, [{"variants": [variant], "other": True}])
    assert ([7], []) == ((answer["found"], answer["partly"]) if whole else (answer["partly"], answer["found"]))


def test_numbers_that_are_shortened(opened: Open) -> None:
    """Numbers are looked up as texts write them, in the digits of either script, and nothing else is changed."""
    page = opened().go("en/about/")
    written = {
        "550k reports": "550000 reports",
        "10.6m": "10.6 million",
        "$44bn deal": "$44 billion deal",
        "1.5K": "1500",
        "4b5 k 10mm x": "4b5 k 10mm x",
    }
    call = "async queries => { const n = await own('search/browser/numbers.js'); return queries.map(n.spelledOut); }"
    assert [*written.values()] == page.evaluate(call, [*written])


PHRASAL = """async ([spec, lexicon, queries]) => {
    const { Normaliser } = await own('search/normaliser.js');
    const { PhrasalVerbs } = await own('search/browser/phrasal.js');
    const verbs = new PhrasalVerbs(new Normaliser(spec, lexicon), spec.english.phrasal);
    return queries.map(query => verbs.single(query));
}"""


def test_phrasal_verbs(opened: Open) -> None:
    """A phrasal verb is looked up as the verb that it stands for, but not what the record has a name for."""
    page = opened().go("en/about/")
    written = {
        "when did he come back": "when did he return",
        "the boss Stepped  down": "the boss resign",
        "took over, then blew up": "acquire, then explode",
        "they were kicked out": "they were kicked out",
        "come, back": "come, back",
        "back": "back",
        "": "",
    }
    lexicon = Lexicon({"tags": {"login": ["kicked out"]}}).as_data()
    assert [*written.values()] == page.evaluate(PHRASAL, [specification(), lexicon, [*written]])


@every_language
def test_hits_are_whole(asked: Callable[[str], Ask], code: str) -> None:
    """A hit has all that a result shows, and its passage is short."""
    for hit in asked(code)("quill")["hits"]:
        parts = {"id", "path", "iso", "date", "kind", "company", "shape", "lane", "status", "title", "passage"}
        assert parts == hit.keys()
        assert 0 < len(whole(hit["passage"])) <= 200
        assert f"events/{hit['id']}/" == hit["path"]


def test_debunked(asked: Callable[[str], Ask]) -> None:
    """A claim that was debunked is found, and says so."""
    hit = asked("en")("paper boat")["hits"][0]
    assert (PAPER_BOAT, "debunked", "struck") == (hit["id"], hit["status"], hit["shape"])


def test_marks_on_whole_words(asked: Callable[[str], Ask]) -> None:
    """Matches are marked as the text spells them, with all that Arabic writes together with a word."""
    ask = asked("ar")
    assert ["محركاتنا", "تعمل"] == marks(ask("المحركات عملت")["hits"][0]["title"])
    sale = next(hit for hit in ask("مليار دولار")["hits"] if hit["id"] == SALE)
    assert "بـ12 مليار" in whole(sale["title"])
    spoken = next(hit for hit in ask("قنفذ")["hits"] if hit["id"] == HEDGEHOGS)
    assert ["بقنافذ"] == marks(spoken["title"])
    lake = ask("بحيرة العمدة")["hits"][0]
    assert {"عمدة", "بحيرته"} <= {*marks(lake["title"])}


def test_marks_of_inflections(asked: Callable[[str], Ask]) -> None:
    """English words are marked in the form in which they stand, and so are names by other names."""
    ask = asked("en")
    working = next(hit for hit in ask("engine runs")["hits"] if hit["id"] == ENGINES)
    assert ["engines", "running"] == marks(working["title"])
    sold = ask("quillby sell")["hits"][0]
    assert {"Quillby", "sold"} == {*marks(sold["title"])}


def test_passage_around_the_match(asked: Callable[[str], Ask]) -> None:
    """The passage is the text that holds the match, cut at words."""
    hit = asked("en")("netprobe", limit=50)["hits"][0]
    assert "Netprobe" in marks(hit["passage"])
    assert all(not text.startswith(" …") for text, _ in hit["passage"])


@pytest.mark.parametrize("query", ['"our engines are running"', "“our engines are running”", "«محركاتنا تعمل»"])
@every_language
def test_phrases(asked: Callable[[str], Ask], code: str, query: str) -> None:
    """Words in quotation marks are asked for next to each other."""
    ask = asked(code)
    ids = [hit["id"] for hit in ask(query, limit=50)["hits"]]
    assert ENGINES in ids
    loose = ask(query.strip('"“”«»'))
    assert len(ids) < loose["total"] + loose["partly"]["total"]
    assert 0 == ask('"running are engines our"')["total"]


@every_language
def test_matches(asked: Callable[[str], Ask], code: str) -> None:
    """All answers are named in the order of their rank, as many as there are hits."""
    ask = asked(code)
    answer, ids = ask("lumora", limit=20), ask("lumora", "matches")["ids"]
    assert answer["total"] == len(ids) == len(set(ids))
    assert [hit["id"] for hit in answer["hits"]] == ids[:20]


HOSTILE = [
    "",
    " ",
    "\0",
    '"',
    '""""""',
    "«»",
    "“",
    "()[]{}*+?.\\|^$",
    "__proto__",
    "constructor toString hasOwnProperty",
    "@people/ #2024 ~",
    "<img src=x onerror=alert(1)>",
    "%00%ff%2e%2e",
    "../../../etc/passwd",
    "x" * 100_000,
    "ا" * 100_000,
    "ab " * 50_000,
    '"a b' * 10_000,
    "(((((" * 10_000,
    "a\u0301" * 20_000,
    "\u202e\u2066abc\u2069",
    "\ud83d\ude00" * 500,
    "\ud800",
    "9" * 5000,
    "2024-99-99 31/31/2024",
    "وال" * 10_000,
    "ـ" * 10_000,
    "\n\r\t\v",
]


@every_language
def test_hostile_queries(opened: Open, code: str) -> None:
    """Whatever is typed is answered, with nothing said to the console, and the search goes on working."""
    watched = opened()
    page = watched.go(f"{code}/")
    for query in HOSTILE:
        answer = page.evaluate(CALL, ["search", query, {}])
        assert answer["total"] >= len(answer["hits"]), query[:50]
    assert ENGINES == page.evaluate(CALL, ["search", "our engines are running", {}])["hits"][0]["id"]
    watched.settle()
    assert [] == watched.troubles


def test_newest_alone(opened: Open) -> None:
    """Of queries that follow each other at once only the newest is answered; the others are told so."""
    page = opened().go("en/")
    answers = page.evaluate(
        """async () => {
            const { search } = await own('search/browser/client.js');
            const asked = ['h', 'he', 'hed', 'hedg', 'hedgehogs'].map((query) => search(query));
            return Promise.all(asked);
        }"""
    )
    assert [None] * 4 == answers[:4]
    assert HEDGEHOGS == answers[4]["hits"][0]["id"]


def parts(watched: Watched) -> list[str]:
    """Return the files of the index that were asked for."""
    return [one.rpartition("/data/search/")[2] for one in watched.requests if "/data/search/" in one]


def test_nothing_before(opened: Open) -> None:
    """Nothing of the index is fetched before the search is used, and then only what a query needs."""
    watched = opened()
    page = watched.go("en/")
    page.evaluate("own('search/browser/client.js').then(() => 0)")
    watched.settle()
    assert [] == parts(watched)
    page.evaluate(CALL, ["warm", "", {}])
    watched.settle()
    assert ["start-en.json"] == parts(watched)
    page.evaluate(CALL, ["search", "hedgehogs", {}])
    watched.settle()
    assert 1 < len([one for one in parts(watched) if "/terms/" in one]) + 1 < 10
    before = len(watched.requests)
    page.evaluate(CALL, ["search", "hedgehogs", {}])
    watched.settle()
    assert before == len(watched.requests)


def test_site_was_renewed(opened: Open) -> None:
    """What a browser kept of an earlier site leads to files that are gone; then the new is fetched."""
    watched = opened()
    page = watched.go("en/")
    kept: list[str] = []

    def first_of_an_earlier_site(route: Route) -> None:
        start = route.fetch().json()
        if not kept:
            kept.append(start["manifest"]["edition"])
            start["manifest"]["edition"] = "0" * 12
        route.fulfill(body=json.dumps(start), content_type="application/json")

    page.context.route("**/search/start-en.json", first_of_an_earlier_site)
    assert HEDGEHOGS == page.evaluate(CALL, ["search", "hedgehogs", {}])["hits"][0]["id"]
    assert 1 == len(kept)


def test_failure_is_told(opened: Open) -> None:
    """Where the index cannot be fetched the promise is broken, and the next one tries again."""
    watched = opened()
    watched.context.route("**/search/start-en.json", lambda route: route.abort())
    page = watched.go("en/")
    told = page.evaluate(f"({CALL})(['search', 'hedgehogs', {{}}]).then(() => 'found', () => 'failed')")
    assert "failed" == told
    page.context.unroute("**/search/start-en.json")
    assert HEDGEHOGS == page.evaluate(CALL, ["search", "hedgehogs", {}])["hits"][0]["id"]
