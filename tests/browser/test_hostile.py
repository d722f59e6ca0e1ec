"""A page stuffed with texts that were made to run something runs nothing, with and without a policy to stop it."""

from collections.abc import Callable
from functools import cache

import pytest
from playwright.sync_api import Page

from tests import direct, hostile
from tests.browser.watched import PAINTED, Watched
from timeline.chronicle.chronicle import Chronicle
from timeline.values.bilingual import LANGUAGES, LanguageCode

Show = Callable[[str, str], Watched]

ID = "2024-03-05-stuffed"
PATH = f"events/{ID}/"

every_language = pytest.mark.parametrize("code", LANGUAGES)
with_and_without = pytest.mark.parametrize("guarded", [True, False], ids=["policy", "no policy"])


@cache
def stuffed(others: bool) -> list[tuple[Chronicle, set[str]]]:
    """Return records that together hold every text, in the body of an event and as titles in lists, with their paths.

    The texts are this project's own, and if wanted those of others.
    """
    texts = hostile.fit([*hostile.own(), *(hostile.corpora() if others else ())])
    assert 300 <= len(texts)
    bodies = [direct.chronicle_of({ID: hostile.stuffed(batch)}) for batch in hostile.batches(texts)]
    titles = direct.chronicle_of({f"2024-03-05-{n}": hostile.titled(text, n) for n, text in enumerate(texts)})
    return [*((body, {PATH}) for body in bodies), (titles, {"", "timeline/", "years/2024/", "people/ann-example/"})]


def provoke(page: Page) -> None:
    """Do to a page what a reader may: rest on everything, click everything, open everything."""
    page.evaluate(
        """() => {
            document.addEventListener('click', event => event.preventDefault());
            for (const one of document.querySelectorAll('body *')) {
                for (const name of ['mouseover', 'mouseenter', 'focus', 'toggle', 'click', 'error', 'load']) {
                    one.dispatchEvent(new Event(name, {bubbles: false, cancelable: true}));
                }
                if ('open' in one) one.open = true;
            }
        }"""
    )
    page.evaluate(PAINTED)


def active(page: Page) -> list[str]:
    """List what a hostile text would have left in a page."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll('*')].flatMap(one => [...one.attributes]
            .filter(a => a.name.startsWith('on') || /^\\s*(javascript|data|vbscript):/i.test(a.value))
            .map(a => `${one.localName} ${a.name}=${a.value}`))"""
    )
    return found


@every_language
@with_and_without
def test_nothing_runs(shown: Show, code: LanguageCode, guarded: bool) -> None:
    """Hundreds of hostile texts on a page open no dialog, say nothing to the console and ask for nothing."""
    for chronicle, paths in stuffed(not guarded):
        for path, html in direct.html(chronicle, code, guarded=guarded, paths=paths):
            assert guarded == ("Content-Security-Policy" in html)
            watched = shown(f"{code}/{path}", html)
            provoke(watched.page)
            assert ([], []) == (active(watched.page), watched.troubles)


def test_what_would_run(shown: Show) -> None:
    """The same texts, written into a page as they are, do run: finding nothing above means something."""
    watched = shown("x", "<!doctype html><title>x</title>" + "".join(f"<p>{text}</p>" for text in hostile.own()[:8]))
    assert [] != [trouble for trouble in watched.troubles if trouble.startswith("dialog: ")]


def test_what_the_policy_stops(shown: Show) -> None:
    """Under the site's policy the same page says that it was stopped, and nothing runs."""
    page = direct.page(direct.chronicle_of({ID: hostile.titled("plain")}), "en", PATH)
    watched = shown(
        f"en/{PATH}", page.replace("<main", "".join(f"<p>{text}</p>" for text in hostile.own()[:8]) + "<main")
    )
    assert [] == [trouble for trouble in watched.troubles if trouble.startswith("dialog: ")]
    assert [] != [trouble for trouble in watched.troubles if "Content Security Policy" in trouble]


def test_hostile_links(shown: Show) -> None:
    """An address of a source leads where it says, whatever follows its host."""
    event = hostile.titled("plain")
    path = (
        'https://daily.example/%22%3E%3Cscript%3Ealert(1)%3C/script%3E?a=\'onerror=alert(1)&b="x"#<svg/onload=alert(1)>'
    )
    event["sources"]["a"]["url"] = path
    html = direct.page(direct.chronicle_of({ID: event}), "en", PATH, guarded=False)
    watched = shown(f"en/{PATH}", html)
    provoke(watched.page)
    hrefs: list[str] = watched.page.evaluate("[...document.querySelectorAll('main a')].map(a => a.href)")
    assert 1 == sum(href.startswith("https://daily.example/") for href in hrefs)
    assert ([], []) == (active(watched.page), watched.troubles)
