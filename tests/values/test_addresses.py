"""Addresses of one page are known as one, and what does not belong to a page is told from it."""

import pytest

from timeline.values.addresses import is_detour, page_of, straight, without_tracking

PAGE = "https://daily.example/a/page"


@pytest.mark.parametrize(
    "other",
    [
        "http://daily.example/a/page",
        "https://www.daily.example/a/page/",
        "https://DAILY.example/a/page#comments",
        "https://m.daily.example/a/page?utm_source=x&fbclid=y",
        "https://daily.example/a/page/amp",
        "https://daily.example:443/a/p%61ge",
        "https://web.archive.org/web/20240305101112/https://daily.example/a/page",
        "https://web.archive.org/web/2024id_/http://www.daily.example/a/page/",
        "http://web.archive.org/web/20240305/daily.example/a/page",
    ],
)
def test_same_page(other: str) -> None:
    """Scheme, www., the last slash, a fragment, tracking and a copy in an archive make no other page."""
    assert page_of(PAGE) == page_of(other)


@pytest.mark.parametrize(
    "other",
    [
        "https://daily.example/a/page?id=2",
        "https://daily.example/a/page2",
        "https://daily.example/A/page",
        "https://weekly.example/a/page",
        "https://web.archive.org/web/20240305101112/https://daily.example/a/page?id=2",
    ],
)
def test_other_page(other: str) -> None:
    """A query, a path and a host do."""
    assert page_of(PAGE) != page_of(other)


def test_order_of_a_query() -> None:
    """The parameters of a page may stand in any order, what stands in them counts."""
    assert page_of(f"{PAGE}?a=1&b=2") == page_of(f"{PAGE}?b=2&a=1")
    assert page_of(f"{PAGE}?a=1&b=2") != page_of(f"{PAGE}?a=2&b=1")


@pytest.mark.parametrize(
    ("clean", "address"),
    [
        (PAGE, f"{PAGE}?utm_source=feed&utm_medium=rss"),
        (f"{PAGE}?id=2", f"{PAGE}?fbclid=x&id=2&gclid=y"),
        (f"{PAGE}?id=2#part", f"{PAGE}?id=2&igsh=x#part"),
        (PAGE, f"{PAGE}#utm_source=x"),
        ("https://x.com/ann/status/12", "https://x.com/ann/status/12?s=20&t=abc"),
        (f"{PAGE}?s=20", f"{PAGE}?s=20"),
        (f"{PAGE}?q=%D8%B9&&x", f"{PAGE}?q=%D8%B9&&x"),
        (f"{PAGE}?reference=utm_source", f"{PAGE}?reference=utm_source"),
    ],
)
def test_tracking(clean: str, address: str) -> None:
    """Parameters for tracking go, all else stays as it was written."""
    assert clean == without_tracking(address)


@pytest.mark.parametrize(
    ("meant", "address"),
    [
        (None, "https://t.co/abc"),
        (None, "https://amp.daily.example/a"),
        ("https://daily.example/a", "https://daily.example/a/amp"),
        ("https://daily.example/a/", "https://daily.example/a/amp/"),
        ("https://daily.example/a", "https://daily.example/a.amp"),
        (None, "https://daily.example/a?outputType=amp"),
        (None, "https://google.com/amp/s/daily.example/a"),
        (None, "https://daily-example.translate.goog/a"),
        (None, "https://staging.daily.example/a"),
        (None, "https://daily.example/?p=12"),
        (None, "https://daily.example/a?preview=true"),
        (None, "https://webcache.googleusercontent.com/search?q=cache:x"),
    ],
)
def test_detours(meant: str | None, address: str) -> None:
    """Short links, pages for phones, translations, caches and drafts are detours; some tell where they lead."""
    assert is_detour(address)
    assert meant == straight(address)


@pytest.mark.parametrize(
    "address",
    [PAGE, f"{PAGE}?p=2", "https://daily.example/amplifier", "https://stage.example/", "https://tco.example/"],
)
def test_no_detour(address: str) -> None:
    """A page's own address is none."""
    assert not is_detour(address)
    assert None is straight(address)
