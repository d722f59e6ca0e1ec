"""Links and quotations are copied, shared and sent, and a passage is at the same address in the other language."""

import re
from datetime import datetime
from pathlib import Path

import pytest

from tests.browser.conftest import Open
from tests.browser.watched import Watched
from tests.built import ADDRESS, Site
from timeline.language import language
from timeline.values.bilingual import LANGUAGES, LanguageCode

every_language = pytest.mark.parametrize("code", LANGUAGES)

EVENT = "events/2024-04-09-vance-engines-are-running/"
QUOTE = "figure.quote"

SIZE = "({offsetLeft, offsetWidth, offsetHeight}) => [offsetLeft, offsetWidth, offsetHeight]"
SHARING = "Object.defineProperty(navigator, 'share', {value: async shared => { window.shared = shared; }})"


def looking(opened: Open, path: str, **options: object) -> Watched:
    """Open a page in a window that may copy."""
    watched = opened(permissions=["clipboard-read", "clipboard-write"], **options)
    watched.go(path)
    return watched


def clipboard(watched: Watched) -> str:
    """Return what was copied last."""
    text: str = watched.page.evaluate("navigator.clipboard.readText()")
    return text


@every_language
def test_quotation_with_source(site: Site, opened: Open, code: LanguageCode) -> None:
    """What is copied is the words in the page's language and as they were said, by whom and when, and their address."""
    watched = looking(opened, f"{code}/{EVENT}")
    figure = watched.page.locator(QUOTE).first
    figure.locator(".copy").click()
    figure.locator(".copy.copied").wait_for()
    *said, credit, address = clipboard(watched).splitlines()
    words = figure.locator("blockquote").all_inner_texts()
    assert (words[::-1], f"{ADDRESS}{code}/{EVENT}#{figure.get_attribute('id')}") == (said, address)
    quote = site.chronicle.by_id[EVENT.split("/")[1]].event.quotes[0]
    assert quote.at is not None
    speaker = figure.locator("figcaption b").inner_text()
    assert f"— {speaker}" == credit[: len(speaker) + 2]
    assert f"{quote.at.start:%H:%M} {language(code).word('time.utc')}" in credit


@every_language
def test_it_is_told(opened: Open, code: LanguageCode) -> None:
    """That something was copied is seen on the control, which keeps its size, and told to who does not see it."""
    watched = looking(opened, f"{code}/{EVENT}")
    control = watched.page.locator(f"{QUOTE} .copy").first
    before = control.evaluate(SIZE)
    control.click()
    watched.page.locator(f"{QUOTE} .copy.copied").wait_for()
    assert before == control.evaluate(SIZE)
    word = language(code).word("take.copied")
    watched.page.locator("[role=status]", has_text=re.compile(f"^{word}$")).wait_for()


def test_every_passage_has_a_link(site: Site, opened: Open) -> None:
    """The sign behind a fact or a source, and the link below a quotation, lead to it and are copied."""
    watched = looking(opened, f"en/{EVENT}")
    for selector, link in ((".fact", ".here"), (".sources > li", ".here"), (QUOTE, ".take .link")):
        passage = watched.page.locator(selector).first
        passage.locator(link).click()
        name = passage.get_attribute("id")
        passage.locator(".copied").wait_for()
        assert f"{ADDRESS}en/{EVENT}#{name}" == clipboard(watched)
        assert watched.page.url.endswith(f"{EVENT}#{name}")
    watched.page.locator("header.top .take .link").click()
    watched.page.locator("header.top .copied").wait_for()
    assert f"{ADDRESS}en/{EVENT}" == clipboard(watched)


def test_sharing(opened: Open) -> None:
    """Where the device has sharing of its own it is offered, and gets the page, or the quotation with its source."""
    watched = opened()
    watched.page.add_init_script(SHARING)
    watched.go(f"en/{EVENT}")
    watched.page.locator("header.top .share").click()
    assert f"{ADDRESS}en/{EVENT}" == watched.page.evaluate("window.shared.url")
    watched.page.locator(f"{QUOTE} .share").first.click()
    words = watched.page.locator(f"{QUOTE} blockquote").first.inner_text()
    assert words == watched.page.evaluate("window.shared.text.split('\\n')[0]")


@every_language
def test_examples(opened: Open, code: LanguageCode) -> None:
    """The page of all that can be taken along has each example copied as it stands."""
    watched = looking(opened, f"{code}/data/")
    examples = watched.page.locator(".example").all()
    assert {"curl", "http", "<ifr", "impo", "SELE"} == {one.locator("code").inner_text()[:4] for one in examples}
    for example in examples:
        example.locator(".copy-form").click()
        example.locator(".copied").wait_for()
        assert example.locator("code").text_content() == clipboard(watched)


def test_without_sharing(opened: Open) -> None:
    """Where the device has none it is not offered."""
    watched = opened()
    watched.page.add_init_script("delete Navigator.prototype.share")
    watched.go(f"en/{EVENT}")
    assert {False} == {one.is_visible() for one in watched.page.locator(".share").all()}


@every_language
def test_no_room_for_sharing(opened: Open, code: LanguageCode) -> None:
    """Where it is not offered no line is left empty for it."""
    watched = opened(viewport={"width": 390, "height": 800})
    watched.page.add_init_script("delete Navigator.prototype.share")
    watched.go(f"{code}/quotes/")
    empty = watched.page.evaluate(
        """() => {
            const shown = (one) => one.checkVisibility({ visibilityProperty: true });
            const end = (one) => one.getBoundingClientRect().bottom;
            const rows = [...document.querySelectorAll('.take')].filter(shown);
            return rows.map((row) => end(row) - Math.max(...[...row.children].filter(shown).map(end)));
        }"""
    )
    assert {0} == set(empty)


def test_without_script(opened: Open) -> None:
    """Without script nothing is offered that would do nothing; the links lead to their passages."""
    watched = opened(java_script_enabled=False)
    watched.go(f"en/{EVENT}")
    assert 0 == watched.page.locator(".take button:visible").count()
    watched.page.locator(f"{QUOTE} .take .link").first.click()
    assert re.search("#q-", watched.page.url)


@every_language
def test_messengers(opened: Open, code: LanguageCode) -> None:
    """A phone is offered the site's messengers, with the page's title and address in the message; a mouse is not."""
    phone = opened(has_touch=True, is_mobile=True, viewport={"width": 390, "height": 800})
    phone.go(f"{code}/{EVENT}")
    link = phone.page.locator(".take .send")
    assert link.is_visible()
    text = phone.page.evaluate("href => new URL(href).searchParams.get('text')", link.get_attribute("href"))
    assert [phone.page.locator("h1").inner_text(), f"{ADDRESS}{code}/{EVENT}"] == text.split("\n")
    desk = opened()
    desk.go(f"{code}/{EVENT}")
    assert not desk.page.locator(".take .send").is_visible()


def test_other_language(opened: Open) -> None:
    """The page in the other language opens at the passage that is open, however that was reached."""
    watched = opened()
    watched.go(f"en/{EVENT}")
    for selector in (f"{QUOTE} .take .link", ".fact .here"):
        watched.page.locator(selector).first.click()
        fragment = watched.page.evaluate("location.hash")
        watched.page.locator("a.other").click()
        watched.page.wait_for_url(f"**/{fragment}")
        assert fragment == watched.page.evaluate("'#' + document.querySelector(':target').id")


def test_moved(site: Site, opened: Open) -> None:
    """A page at a former address leads on to the same passage, and without script to the page."""
    former, now = next(iter(site.chronicle.moved.items()))
    watched = opened()
    watched.page.goto(f"{watched.address}ar/events/{former}/#sources")
    watched.page.wait_for_url(f"**/ar/events/{now}/#sources")
    plain = opened(java_script_enabled=False)
    plain.page.goto(f"{plain.address}ar/events/{former}/#sources")
    plain.page.wait_for_url(f"**/ar/events/{now}/*")


READ = {"en": "read on 3\u00a0February 2027", "ar": "اطُّلع عليه في 3\u00a0فبراير/شباط 2027"}


@every_language
def test_day_of_access(opened: Open, code: LanguageCode) -> None:
    """A reference that is copied says on which day the page was read, in words and in every form."""
    watched = opened(permissions=["clipboard-read", "clipboard-write"])
    watched.page.clock.set_fixed_time(datetime(2027, 2, 3, 12))  # noqa: DTZ001 - wherever the reader is
    watched.go(f"{code}/{EVENT}")
    citation = watched.page.locator(".citation")
    citation.locator(".copy-cite").click()
    citation.locator(".copy-cite.copied").wait_for()
    assert READ[code] in clipboard(watched)
    citation.locator("summary").click()
    for place, date in enumerate(("urldate = {2027-02-03}", "Y2  - 2027/02/03", '[["2027", "02", "03"]]')):
        button = citation.locator(".copy-form").nth(place)
        button.click()
        citation.locator(".copy-form.copied").nth(0).wait_for()
        assert date in clipboard(watched)
        watched.page.evaluate("document.querySelectorAll('.copied').forEach(one => one.classList.remove('copied'))")


def test_saved(opened: Open, tmp_path: Path) -> None:
    """A reference is saved as a file of its own, as a reference manager opens it."""
    watched = opened(accept_downloads=True)
    watched.go(f"en/{EVENT}")
    watched.page.locator(".citation summary").click()
    with watched.page.expect_download() as waiting:
        watched.page.locator(".citation .save").nth(1).click()
    assert f"{EVENT.split('/')[1]}.ris" == waiting.value.suggested_filename
    waiting.value.save_as(tmp_path / "saved.ris")
    assert (tmp_path / "saved.ris").read_text("utf-8").startswith("TY  - ELEC\nTI  - ")
