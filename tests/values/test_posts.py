"""A post's own number tells when it was published; where that is not sure, nothing is said."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.values import posts

# The seconds are those that archives and public interfaces state, which do not compute them from the number.
KNOWN = {
    "https://x.com/elonmusk/status/889743782387761152": "2017-07-25T07:07:03",
    "https://twitter.com/elonmusk/status/977660603975151616": "2018-03-24T21:37:06",
    "https://mobile.twitter.com/TwitterSupport/status/1283518038445223936?s=20": "2020-07-15T21:45:21",
    "https://www.x.com/i/web/status/977660603975151616/photo/1": "2018-03-24T21:37:06",
    "https://www.threads.net/@example/post/CuVzNKXsbgA": "2023-07-06T03:21:06",
    "https://www.threads.com/t/CuYMHFLrF0w": "2023-07-07T01:37:12",
}
EPOCH = datetime(2010, 11, 4, 1, 42, 54, 657_000, UTC)


@pytest.mark.parametrize("address", KNOWN)
def test_known_posts(address: str) -> None:
    """Numbers of posts give the seconds that others state, under whichever name of the network."""
    assert KNOWN[address] == f"{posts.published(address):%Y-%m-%dT%H:%M:%S}"
    assert f"{KNOWN[address][:16]}Z" == str(posts.minute(address))
    assert posts.is_post(address)


@given(st.integers(10**8, 10**12), st.integers(0, 2**22 - 1))
def test_any_time(milliseconds: int, lowest: int) -> None:
    """Whatever its lowest bits are, a number gives back the second that it was made of."""
    made = EPOCH + timedelta(milliseconds=milliseconds)
    found = posts.published(f"https://x.com/a/status/{(milliseconds << 22) | lowest}")
    assert made.replace(microsecond=0) == found


@pytest.mark.parametrize(
    "address",
    [
        "https://x.com/a/status/20",  # numbered one after the other
        "https://x.com/a/status/29700000000",
        "https://www.threads.net/@example/post/CuP48CiS5sx",  # before the network opened
    ],
)
def test_not_sure(address: str) -> None:
    """A post whose number was not made of its time is a post without a time."""
    assert posts.is_post(address)
    assert posts.published(address) is None
    assert posts.minute(address) is None


@pytest.mark.parametrize(
    "address",
    [
        "https://x.com/elonmusk",
        "https://x.com/elonmusk/status/",
        "https://x.com/elonmusk/status/889743782387761152/retweets",
        "https://x.com/elonmusk/status/88974378238776115299",
        "https://x.com.example.org/elonmusk/status/889743782387761152",
        "https://example.org/https://x.com/elonmusk/status/889743782387761152",
        "https://www.threads.net/@example/post/CuVzNKXsbg",
        "https://www.threads.net/@example/post/CuVzNKXsbgAa",
        "https://www.threads.net/@example/post/CuVzNKXsbg%41",
        "https://www.instagram.com/p/CuVzNKXsbgA/",  # numbered when it is drafted, not when it is published
    ],
)
def test_no_post(address: str) -> None:
    """What only looks like the address of such a post has no time."""
    assert not posts.is_post(address)
    assert posts.published(address) is None
