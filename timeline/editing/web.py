"""Asks other people's servers, politely: one question at a time to each host, with pauses, time limits and few retries.

Python's own ``urllib`` is enough: a page is asked for, its status is read, and nothing of it is kept.
"""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from http.client import HTTPException
from threading import Lock
from urllib import request as urllib
from urllib.error import HTTPError, URLError

from timeline import __version__
from timeline.values.links import host, href

AGENT = f"servers-working-timeline/{__version__} (checks the sources of a record; https://github.com/our-servers-are-working/timeline)"

# No other scheme than http and https, wherever a redirect may point.
_HANDLERS = (
    urllib.ProxyHandler, urllib.HTTPHandler, urllib.HTTPSHandler, urllib.UnknownHandler,
    urllib.HTTPDefaultErrorHandler, urllib.HTTPRedirectHandler, urllib.HTTPErrorProcessor,
)  # fmt: skip

_BUSY = frozenset({408, 425, 429, 500, 502, 503, 504})
_MOST_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered: the status, the address at the end of all redirects, and the beginning of the page.

    A status of 0 is no answer at all; ``reason`` says why.
    """

    status: int
    url: str
    body: bytes = b""
    location: str = ""
    reason: str = ""


@dataclass(slots=True)
class Client:
    """Asks for pages; ``pause`` is the time in seconds between two questions to one host, ``patience`` that for one.

    ``sleep`` and ``now`` are the clock, in seconds.
    """

    pause: float = 2.0
    patience: float = 20.0
    tries: int = 3
    most_wait: float = 60.0
    sleep: Callable[[float], None] = time.sleep
    now: Callable[[], float] = time.monotonic
    _next: dict[str, float] = field(default_factory=dict)
    _locks: dict[str, Lock] = field(default_factory=dict)
    _guard: Lock = field(default_factory=Lock)

    def get(self, address: str) -> Answer:
        """Ask for a page, again where the server was busy or did not answer, and return the last answer."""
        answer = Answer(0, address)
        for attempt in range(self.tries):
            answer, wait = self._once(address)
            if answer.status and answer.status not in _BUSY:
                break
            if attempt + 1 < self.tries:
                self.sleep(min(self.most_wait, wait or self.pause * 2 ** (attempt + 1) * random.uniform(0.8, 1.2)))  # noqa: S311
        return answer

    def _once(self, address: str) -> tuple[Answer, float]:
        name = host(address)
        with self._guard:
            lock = self._locks.setdefault(name, Lock())
        with lock:
            self.sleep(max(0.0, self._next.get(name, 0.0) - self.now()))
            try:
                return self._ask(address)
            finally:
                self._next[name] = self.now() + self.pause

    def _ask(self, address: str) -> tuple[Answer, float]:
        request = urllib.Request(href(address), headers={"User-Agent": AGENT, "Accept": "*/*"})  # noqa: S310 - no handler for others
        try:
            with _opener().open(request, timeout=self.patience) as found:
                body = found.read(_MOST_BYTES)
                return Answer(found.status, found.url, body, found.headers.get("Content-Location", "")), 0.0
        except HTTPError as error:
            error.close()
            return Answer(error.code, error.url or address, reason=str(error.reason)), _wait(error)
        except (OSError, HTTPException, ValueError) as error:
            reason = error.reason if isinstance(error, URLError) else error
            return Answer(0, address, reason=f"{type(reason).__name__}: {reason}"), 0.0


def _opener() -> urllib.OpenerDirector:
    opener = urllib.OpenerDirector()
    for handler in _HANDLERS:
        opener.add_handler(handler())
    return opener


def _wait(error: HTTPError) -> float:
    """Return the seconds after which a server wants to be asked again, or 0 where it does not say."""
    said = error.headers.get("Retry-After", "")
    if said.isascii() and said.isdigit():
        return float(said)
    try:
        return max(0.0, parsedate_to_datetime(said).timestamp() - time.time())
    except (TypeError, ValueError):
        return 0.0
