"""The search in a real browser, on the built site: what readers type finds what they mean, and nothing breaks it."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Route

from tests.browser.conftest import Open
from tests.browser.watched import Watched
from timeline.values.bilingual import LANGUAGES

every_language = pytest.mark.parametrize("code", LANGUAGES)

Answer = dict[str, Any]
Ask = Callable[..., Answer]

CALL = """async ([question, query, options]) => {
    const client = await own('search/browser/client.js');
    return client[question](query, options);
}"""

BEST = 5

SERVERS, LOGIN = "2024-03-05-musk-our-servers-are-working", "2024-03-05-meta-login-outage"
PENGUINS, CAGE = "2024-03-05-musk-penguins-meme", "2023-06-21-musk-up-for-cage-match"
BLACKOUT, SALE = "2021-10-04-facebook-bgp-dns-outage", "2022-10-27-musk-buys-twitter"
LIZARD, KNEE = "2023-07-07-debunked-lizard-boy", "2023-11-03-zuckerberg-acl-surgery"

# A query, and the event that must be among the best hits.
PLAIN = {
    "ar": {
        "خوادمنا تعمل": SERVERS,
        "البطاريق": PENGUINS,
        "نزال القفص": CAGE,
        "شراء تويتر": SALE,
        "جراحة الركبة": KNEE,
        "دانا وايت مجلس الادارة": "2025-01-06-dana-white-joins-meta-board",
        "ليندا ياكارينو تتنحى": "2025-07-09-yaccarino-leaves-x",
        "تغريدات كاس العالم": "2010-06-twitter-world-cup-outages",
        "الجيش الالكتروني السوري": "2013-08-27-twitter-twimg-dns-hijack",
        "صورة الاوسكار": "2014-03-02-twitter-oscar-selfie",
        "مدققو الحقائق": "2025-01-07-meta-ends-fact-checking",
        "كلاودفلير": "2025-11-18-x-cloudflare-outage",
    },
    "en": {
        "our servers are working": SERVERS,
        "penguins": PENGUINS,
        "cage match": CAGE,
        "musk buys twitter": SALE,
        "knee surgery": KNEE,
        "dana white board": "2025-01-06-dana-white-joins-meta-board",
        "yaccarino steps down": "2025-07-09-yaccarino-leaves-x",
        "world cup failures": "2010-06-twitter-world-cup-outages",
        "syrian electronic army": "2013-08-27-twitter-twimg-dns-hijack",
        "oscars selfie": "2014-03-02-twitter-oscar-selfie",
        "lizard boy": LIZARD,
        "cloudflare": "2025-11-18-x-cloudflare-outage",
    },
}

# One letter put in, left out, exchanged or swapped, in the first letter too.
SLIPS = {
    "ar": {
        "بطارريق": PENGUINS,
        "جرحة الركبة": KNEE,
        "جراحة الركية": KNEE,
        "سراء تويتر": SALE,
        "خوادمنا تمعل": SERVERS,
        "قتال القثص": CAGE,
    },
    "en": {
        "pengiuns": PENGUINS,
        "knee urgery": KNEE,
        "knee surgeri": KNEE,
        "musk boys twtter": SALE,
        "kage match": CAGE,
    },
}

# English words in Arabic letters, as they are heard, and a short one beside another.
HEARD = {"ليزرد بوي": LIZARD, "فايت ريكاب": "2023-08-15-musk-fight-recap", "تشيكن": "2023-08-13-musk-zuck-is-a-chicken"}

# A month beside a number is plain, however it was mistyped.
MONTHS = {
    "5 Mrach 2024": "2024-03-05",
    "٥ مراس ٢٠٢٤": "2024-03-05",
    "4 Octobr 2021": "2021-10-04",
    "4 اكتوبير 2021": "2021-10-04",
    "واتساب 19 يليو 2023": "2023-07-19",
}

# The last word is half typed, for no space is behind it.
HALF = {
    "ar": {"خوادمنا تع": SERVERS, "البطار": PENGUINS, "نزال القف": CAGE, "جراحة الرك": KNEE, "شراء توي": SALE},
    "en": {
        "our servers are wor": SERVERS,
        "pengu": PENGUINS,
        "cage mat": CAGE,
        "knee surg": KNEE,
        "musk buys twi": SALE,
        "rate li": "2023-07-17-threads-rate-limits-copy-cat",
        "cyber att": "2025-03-10-x-outage-cyberattack-claim",
    },
}

DATES = {
    "5 March 2024": LOGIN,
    "March 5, 2024": LOGIN,
    "2024-03-05": LOGIN,
    "5/3/2024": LOGIN,
    "٥ مارس ٢٠٢٤": LOGIN,
    "5 آذار 2024": LOGIN,
    "October 2021 facebook": BLACKOUT,
    "تشرين الأول 2021 فيسبوك": BLACKOUT,
}


@pytest.fixture
def asked(opened: Open) -> Callable[[str], Ask]:
    """A function that opens a page of a language and returns one that asks the search there."""

    def on(code: str) -> Ask:
        page = opened().go(f"{code}/")

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
    hit = ask("بطاريق" if code == "en" else "penguins")["hits"][0]
    arabic = any("ء" <= letter <= "ي" for letter in whole(hit["title"]))
    assert (code == "ar") == arabic
    assert whole(hit["passage"])


@every_language
def test_slips(asked: Callable[[str], Ask], code: str) -> None:
    """A letter too many, one too few, a wrong one and two swapped are seen through, in a word's first letter too."""
    assert {} == missed(asked(code), SLIPS[code])


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
    answer = asked("en")("cage match 2023")
    assert CAGE in [hit["id"] for hit in answer["hits"]]
    assert {"2023"} == {hit["iso"][:4] for hit in answer["hits"][:3]}
    assert any("match" in mark.lower() for hit in answer["hits"] for mark in marks(hit["title"]))


@every_language
def test_half_typed(asked: Callable[[str], Ask], code: str) -> None:
    """A last word that is half typed finds what begins so."""
    assert {} == missed(asked(code), HALF[code])


@every_language
def test_while_one_types(asked: Callable[[str], Ask], code: str) -> None:
    """From the second letter of a word on there is something to see, up to the last one."""
    ask, word = asked(code), {"ar": "إنستغرام", "en": "instagram"}[code]
    found = {word[:end]: ask(word[:end])["total"] for end in range(2, len(word) + 1)}
    assert {} == {begun: total for begun, total in found.items() if not total}


def test_exact_before_half_typed(asked: Callable[[str], Ask]) -> None:
    """What has the last word as it stands comes before what has a longer one."""
    first = asked("en")("meta")["hits"][0]
    assert "Meta" in marks(first["title"] + first["passage"])


@every_language
def test_dates(asked: Callable[[str], Ask], code: str) -> None:
    """Dates are found as either language writes them, with either set of Arabic names and of digits."""
    ask = asked(code)
    found = {query: [hit["id"] for hit in ask(query, limit=20)["hits"]] for query in DATES}
    assert {} == {query: ids for query, ids in found.items() if DATES[query] not in ids}


def test_day_alone(asked: Callable[[str], Ask]) -> None:
    """A day finds what happened on it, and not what happened in its month."""
    hits = asked("en")("5 March 2024", limit=50)["hits"]
    assert {"2024-03-05"} == {hit["iso"][:10] for hit in hits}


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
    for query, near in {"chxckem zzqqxxvv": "chicken", "خوادمطا ظظضضغغثث": "خوادمنا"}.items():
        answer = ask(query)
        assert (0, True) == (answer["total"], any(near in one for one in answer["near"])), query
        assert 3 >= len(answer["near"])
        assert [] == [one for one in answer["near"] if not ask(f"{one} ")["total"]]


@every_language
def test_hits_are_whole(asked: Callable[[str], Ask], code: str) -> None:
    """A hit has all that a result shows, and its passage is short."""
    for hit in asked(code)("twitter")["hits"]:
        parts = {"id", "path", "iso", "date", "kind", "company", "shape", "side", "status", "title", "passage"}
        assert parts == hit.keys()
        assert 0 < len(whole(hit["passage"])) <= 200
        assert f"events/{hit['id']}/" == hit["path"]


def test_debunked(asked: Callable[[str], Ask]) -> None:
    """A claim that was debunked is found, and says so."""
    hit = asked("en")("lizard boy")["hits"][0]
    assert (LIZARD, "debunked", "debunked", "third") == (hit["id"], hit["status"], hit["shape"], hit["side"])


def test_marks_on_whole_words(asked: Callable[[str], Ask]) -> None:
    """Matches are marked as the text spells them, with all that Arabic writes together with a word."""
    ask = asked("ar")
    assert ["خوادمنا", "تعمل"] == marks(ask("الخوادم عملت")["hits"][0]["title"])
    sale = next(hit for hit in ask("مليار دولار")["hits"] if hit["id"] == SALE)
    assert "بـ44 مليار" in whole(sale["title"])
    spoken = next(hit for hit in ask("بطريق")["hits"] if hit["id"] == PENGUINS)
    assert ["ببطاريق"] == marks(spoken["title"])
    fight = ask("منازلة القفص")["hits"][0]
    assert {"لمنازلة", "القفص"} <= {*marks(fight["title"])}


def test_marks_of_inflections(asked: Callable[[str], Ask]) -> None:
    """English words are marked in the form in which they stand, and so are names by other names."""
    ask = asked("en")
    working = next(hit for hit in ask("server works")["hits"] if hit["id"] == SERVERS)
    assert ["servers", "working"] == marks(working["title"])
    chicken = ask("zuckerberg chicken")["hits"][0]
    assert {"Zuckerberg", "Zuck", "chicken"} == {*marks(chicken["title"])}


def test_passage_around_the_match(asked: Callable[[str], Ask]) -> None:
    """The passage is the text that holds the match, cut at words."""
    hit = asked("en")("netblocks", limit=50)["hits"][0]
    assert "NetBlocks" in marks(hit["passage"])
    assert all(not text.startswith(" …") for text, _ in hit["passage"])


@pytest.mark.parametrize("query", ['"our servers are working"', "“our servers are working”", "«خوادمنا تعمل»"])
@every_language
def test_phrases(asked: Callable[[str], Ask], code: str, query: str) -> None:
    """Words in quotation marks are asked for next to each other."""
    ask = asked(code)
    ids = [hit["id"] for hit in ask(query, limit=50)["hits"]]
    assert SERVERS in ids
    assert len(ids) < ask(query.strip('"“”«»'))["total"]
    assert 0 == ask('"working are servers our"')["total"]


@every_language
def test_matches(asked: Callable[[str], Ask], code: str) -> None:
    """All answers are named in the order of their rank, as many as there are hits."""
    ask = asked(code)
    answer, ids = ask("facebook", limit=20), ask("facebook", "matches")["ids"]
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
    assert SERVERS == page.evaluate(CALL, ["search", "our servers are working", {}])["hits"][0]["id"]
    watched.settle()
    assert [] == watched.troubles


def test_newest_alone(opened: Open) -> None:
    """Of queries that follow each other at once only the newest is answered; the others are told so."""
    page = opened().go("en/")
    answers = page.evaluate(
        """async () => {
            const { search } = await own('search/browser/client.js');
            const asked = ['p', 'pe', 'pen', 'peng', 'penguins'].map((query) => search(query));
            return Promise.all(asked);
        }"""
    )
    assert [None] * 4 == answers[:4]
    assert PENGUINS == answers[4]["hits"][0]["id"]


def parts(watched: Watched) -> list[str]:
    """Return the files of the index that were asked for, but for those of the box."""
    below = (one.rpartition("/data/search/")[2] for one in watched.requests if "/data/search/" in one)
    return [one for one in below if not one.startswith("box-")]


def test_nothing_before(opened: Open) -> None:
    """Nothing of the index is fetched before the search is used, and then only what a query needs."""
    watched = opened()
    page = watched.go("en/")
    page.evaluate("own('search/browser/client.js').then(() => 0)")
    watched.settle()
    assert [] == parts(watched)
    page.evaluate(CALL, ["warm", "", {}])
    watched.settle()
    assert ["lexicon.json", "manifest.json"] == sorted(parts(watched))
    page.evaluate(CALL, ["search", "penguins", {}])
    watched.settle()
    assert 1 < len([one for one in parts(watched) if "/terms/" in one]) + 1 < 10
    before = len(watched.requests)
    page.evaluate(CALL, ["search", "penguins", {}])
    watched.settle()
    assert before == len(watched.requests)


def test_site_was_renewed(opened: Open) -> None:
    """A manifest of an earlier site, which a browser kept, leads to files that are gone; then a new one is fetched."""
    watched = opened()
    page = watched.go("en/")
    kept: list[str] = []

    def first_of_an_earlier_site(route: Route) -> None:
        manifest = route.fetch().json()
        if not kept:
            kept.append(manifest["edition"])
            manifest["edition"] = "0" * 12
        route.fulfill(body=json.dumps(manifest), content_type="application/json")

    page.context.route("**/search/manifest.json", first_of_an_earlier_site)
    assert PENGUINS == page.evaluate(CALL, ["search", "penguins", {}])["hits"][0]["id"]
    assert 1 == len(kept)


def test_failure_is_told(opened: Open) -> None:
    """Where the index cannot be fetched the promise is broken, and the next one tries again."""
    watched = opened()
    page = watched.go("en/")
    page.context.route("**/search/manifest.json", lambda route: route.abort())
    told = page.evaluate(f"({CALL})(['search', 'penguins', {{}}]).then(() => 'found', () => 'failed')")
    assert "failed" == told
    page.context.unroute("**/search/manifest.json")
    assert PENGUINS == page.evaluate(CALL, ["search", "penguins", {}])["hits"][0]["id"]
