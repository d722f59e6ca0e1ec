"""Readers who ask the timeline's filters and the search how often something was down."""

from urllib.parse import urljoin, urlsplit

from tests.asking import Answer, Asked
from tests.browser.searching import ask
from tests.browser.watched import Watched


def by_filter(window: Watched, asked: Asked) -> dict[str, str]:
    """Return what the timeline says of everything that was ever down, shown by a filter."""
    found: dict[str, str] = {}
    for name in asked.expected():
        page = window.go(f"{asked.code}/timeline/?kind=outage&{name}")
        page.locator(".chips button").nth(1).wait_for()  # so the filter is set
        found[name] = " ".join(page.locator(".lengths").inner_text().split())
    return found


def said(asked: Asked, answer: Answer) -> str:
    """Return how the line begins that the timeline has to say."""
    outages = asked.language.counted("count.outages", answer.outages)
    form = "known" if answer.together else "none_known"
    return asked.language.word(f"timeline.{form}").partition("{known}")[0].format(outages=outages)


def by_search(window: Watched, asked: Asked) -> dict[str, str]:
    """Ask in words how often every company and platform was down; return the filter that the first answer leads to."""
    found: dict[str, str] = {}
    window.go(f"{asked.code}/about/")
    for name in asked.expected():
        facet, one = name.split("=")
        if facet == "era":
            continue
        table = asked.site.chronicle.vocabulary.table("companies" if facet == "company" else "platforms")
        called = table[one].name.in_language(asked.code)
        page = ask(window, asked.language.word("ways.often").format(company=called))
        link = page.locator("#search-results a.way").first.get_attribute("href") or ""
        found[name] = urlsplit(urljoin(page.url, link)).query.removeprefix("kind=outage&")
        page.keyboard.press("Escape")
        page.reload()
    return found
