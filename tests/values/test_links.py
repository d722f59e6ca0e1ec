"""Only addresses that lead where they seem to are accepted, and what is published of them is plain ASCII."""

import re
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import ANYTHING, HOSTILE
from timeline.values.links import MAX_LENGTH, LinkError, check, host, href, looks_like

PLAIN_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]*[a-z0-9]", re.ASCII | re.IGNORECASE)

pieces = st.sampled_from(
    [
        "https://", "http://", "HTTPS://", "https:", "//", "ftp://", "javascript:", "data:", "daily.example", "www.",
        "localhost", "127.0.0.1", "[::1]", "xn--e1aybc.example", "х.example", "user:pw@", "@", ":443", ":", "/", "?",
        "#", "\\", ".", "..", "%2e", "%", " ", "\t", "\u202e", "\u200e", "\u200b", "ع", "é", "a", "-", "&", "<", '"',
    ]
)  # fmt: skip
addresses = st.one_of(
    st.lists(pieces, max_size=8).map("".join),
    st.builds("https://daily.example/{}".format, ANYTHING | HOSTILE),
    ANYTHING,
)


@given(addresses)
def test_accepted_addresses(text: str) -> None:
    """What is accepted, whatever the text, has http or https and a plain dotted host, by another reader too."""
    try:
        accepted = check(text)
    except LinkError:
        return
    parts = urlsplit(accepted)
    assert text == accepted
    assert parts.scheme in ("http", "https")
    assert PLAIN_HOST.fullmatch(parts.netloc)
    assert (parts.netloc.lower(), None, None) == (parts.hostname, parts.username, parts.port)


@given(addresses)
def test_published_addresses(text: str) -> None:
    """What is published of an accepted address is ASCII without quotation marks, and leads to the same host."""
    try:
        published = href(check(text))
    except LinkError:
        return
    assert published.isascii()
    assert not set(published) & set('"<>\\^`{|} ')
    assert urlsplit(text).netloc == urlsplit(published).netloc


@pytest.mark.parametrize(
    "address",
    [
        "https://daily.example",
        "http://daily.example/",
        "https://www.daily.example/a/b?c=d&e=f#g",
        "https://web.archive.org/web/2024/https://me@daily.example:80/",
        "https://daily.example/أخبار",
        "https://daily.example/a:b@c",
        "https://daily.example/" + "x" * (MAX_LENGTH - 22),
        "http://daily.example/" + "x" * (MAX_LENGTH - 21),
    ],
)
def test_accepted(address: str) -> None:
    """An address is accepted as it is."""
    assert address == check(address)


@pytest.mark.parametrize(
    ("code", "hint", "address"),
    [
        ("L101", "https://daily.example", "daily.example"),
        ("L101", "https://daily.example", "//daily.example"),
        ("L101", "https://daily.example:80/a", "daily.example:80/a"),
        ("L101", "https://", ""),
        ("L102", None, "ftp://daily.example"),
        ("L102", None, "javascript:alert(1)"),
        ("L102", None, "JavaScript://daily.example/%0aalert(1)"),
        ("L102", None, "data:text/html,x"),
        ("L102", "https://daily.example", "https:/daily.example"),
        ("L102", "https://daily.example", "https:daily.example"),
        ("L103", "https://evil.example", "https://daily.example@evil.example"),
        ("L103", "https://evil.example/@", "https://a@b@evil.example/@"),
        ("L104", None, "https://daily.example/a b"),
        ("L104", None, "https://daily.example/\t"),
        ("L104", None, "https://daily.example/\x01"),
        ("L104", "https://daily.example/a", "https:\\\\daily.example\\a"),
        ("L105", None, "https://daily.example/\u200e"),
        ("L105", None, "https://daily.example/\u202e"),
        ("L105", None, "https://daily.example/\u200b"),
        ("L105", None, "https://daily.example/\ud800"),
        ("L107", None, "https://dаily.example/"),
        ("L107", None, "https://xn--dily-5cd.example/"),
        ("L107", None, "https://daily。example/"),
        ("L108", None, "https://localhost/"),
        ("L108", None, "https://127.0.0.1/"),
        ("L108", None, "https://[::1]/"),
        ("L108", None, "https://0x7f.1/"),
        ("L108", None, "https://127.0.0.0x1/"),
        ("L108", None, "https://[daily.example/"),
        ("L108", None, "https://2130706433/"),
        ("L108", None, "https://daily.example:443/"),
        ("L108", None, "https://daily.example./"),
        ("L108", None, "https://-daily.example/"),
        ("L108", None, "https://daily..example/"),
        ("L108", None, "https:///a"),
        ("L109", None, "https://daily.example/" + "x" * (MAX_LENGTH - 21)),
        ("L109", None, "http://daily.example/" + "x" * (MAX_LENGTH - 20)),
    ],
)
def test_refused(code: str, hint: str | None, address: str) -> None:
    """Every trick has its code and, where it is plain what was meant, its mend."""
    with pytest.raises(LinkError) as caught:
        check(address)
    assert (code, hint) == (caught.value.code, caught.value.hint)


def test_guilty_part() -> None:
    """Of a host with foreign letters the letters are named."""
    with pytest.raises(LinkError) as caught:
        check("https://dаily.example/")
    assert r"d\u0430ily.example" == caught.value.found


@pytest.mark.parametrize(
    ("name", "address"), [("daily.example", "https://WWW.Daily.example/a"), ("a.www.example", "http://a.www.example")]
)
def test_host(name: str, address: str) -> None:
    """A host is compared in small letters and without www."""
    assert name == host(address)


@pytest.mark.parametrize(
    ("published", "address"),
    [
        ("https://daily.example/%D8%B9?q=%C3%A9", "https://daily.example/ع?q=é"),
        ("https://daily.example/%D8%B9", "https://daily.example/%D8%B9"),
        ("https://daily.example/%22%3Cb%3E", 'https://daily.example/"<b>'),
        ("https://daily.example/a;b,c'(d)*!~$&=+@:[]", "https://daily.example/a;b,c'(d)*!~$&=+@:[]"),
    ],
)
def test_href(published: str, address: str) -> None:
    """Letters outside ASCII are percent-encoded once, and signs with a meaning stay."""
    assert published == href(address)


@pytest.mark.parametrize(
    ("imitated", "address"),
    [
        ("alphagram.example", "https://a1phagram.example/"),
        ("alphagram.example", "https://www.alphagrarn.example/login"),
        ("alphagram.example", "https://alpha-gram.example/"),
        (None, "https://alphagram.example/"),
        (None, "https://help.alphagram.example/"),
        (None, "https://alphagram.test/"),
        (None, "https://daily.example/"),
    ],
)
def test_looks_like(imitated: str | None, address: str) -> None:
    """A host that only looks like a known one is found out; the known one and its subdomains are not."""
    assert imitated == looks_like(address, frozenset({"alphagram.example", "betanet.example"}))


def test_known_domain_within_another() -> None:
    """A host that begins with a known domain and belongs to somebody else imitates it."""
    known = frozenset({"facebook.com", "x.com"})
    assert "facebook.com" == looks_like("https://facebook.com.example.net/login", known)
    assert None is looks_like("https://developers.facebook.com/status", known)
    assert None is looks_like("https://fax.com.example.net/", known)
