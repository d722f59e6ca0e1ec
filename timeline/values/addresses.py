"""What an address says besides its page: who sent the reader, through which shortener or copy; and which page it is."""

import json
import re
from functools import lru_cache
from importlib.resources import files
from urllib.parse import SplitResult, parse_qsl, unquote, urlencode, urlsplit, urlunsplit

from timeline.values.links import host

_LISTS = json.loads((files("timeline.values") / "detours.json").read_bytes())
# Parameters that tell who sent a reader, and change nothing of the page; some are that only for some pages.
_TRACKING = re.compile("|".join(_LISTS["tracking"]), re.IGNORECASE)
_TRACKING_BELOW: dict[str, list[str]] = _LISTS["tracking_below"]
_SHORTENERS: frozenset[str] = frozenset(_LISTS["shorteners"])

_COPIES = re.compile(
    r"translate\.google\.[a-z.]+|.*\.translate\.goog|webcache\.googleusercontent\.com|.*\.cdn\.ampproject\.org"
    r"|(?:staging|stage|preview|preprod|draft|dev|test|uat)\d*\.[^.]+\..+|.*\.(?:netlify|vercel|pages)\.(?:app|dev)"
)
_SEARCHED = re.compile(
    r"(?:google|bing|duckduckgo|yandex|(?:[a-z]+\.)?search\.yahoo)\.[a-z.]+(?:/(?:search|url)\b.*|/?\?q=.*)"
)
_ARCHIVED = re.compile(r"https?://web\.archive\.org/web/[0-9]{4,14}(?:[a-z]{2}_)?/(?P<page>.+)", re.IGNORECASE)
_AMP = re.compile(r"(?:/amp|\.amp|/amp\.html)(?P<end>/?)$")


@lru_cache(maxsize=1 << 16)
def without_tracking(address: str) -> str:
    """Return an address without the parameters that tell who sent a reader; what is left stays as it is written."""
    parts = urlsplit(address)
    kept = [pair for pair in parts.query.split("&") if not _tracks(pair.partition("=")[0], parts)]
    fragment = "" if _TRACKING.match(parts.fragment) else parts.fragment
    if len(kept) == parts.query.count("&") + 1 and fragment == parts.fragment:
        return address
    return urlunsplit((parts.scheme, parts.netloc, parts.path, "&".join(kept), fragment))


def _tracks(name: str, parts: SplitResult) -> bool:
    below = (names for path, names in _TRACKING_BELOW.items() if path in f"{parts.path}/")
    return bool(_TRACKING.fullmatch(name)) or any(name in names for names in below)


@lru_cache(maxsize=1 << 16)
def is_detour(address: str) -> bool:
    """Say whether an address is another way to a page than the page's own: short, for phones, translated, a draft."""
    parts = urlsplit(address)
    name = host(address)
    query = dict(parse_qsl(parts.query))
    drafted = "preview" in query or (set(query) == {"p"} and query["p"].isdigit() and parts.path in ("", "/"))
    searched = _SEARCHED.fullmatch(f"{name}{parts.path}?{parts.query}") is not None
    copied = _COPIES.fullmatch(name) is not None
    return name in _SHORTENERS or copied or drafted or searched or _is_for_phones(name, parts)


def _is_for_phones(name: str, parts: SplitResult) -> bool:
    shown = dict(parse_qsl(parts.query, keep_blank_values=True))
    through = parts.path.startswith("/amp/s/") and name.startswith("google.")
    return name.startswith("amp.") or through or _AMP.search(parts.path) is not None or shown.get("outputType") == "amp"


def straight(address: str) -> str | None:
    """Return the page's own address for one that leads there by a detour, where it can be told from it."""
    parts = urlsplit(address)
    found = _AMP.search(parts.path)
    if not found or host(address).startswith("amp."):
        return None
    return urlunsplit(parts._replace(path=parts.path[: found.start()] + found["end"]))


@lru_cache(maxsize=1 << 16)
def page_of(address: str) -> str:
    """Return what is the same for all addresses of one page: scheme, www., fragment, tracking, a copy do not count."""
    archived = _ARCHIVED.fullmatch(address)
    if archived:
        inner = unquote(archived["page"]) if "%3A" in archived["page"][:12].upper() else archived["page"]
        address = inner if "://" in inner[:8] else f"https://{inner}"
    parts = urlsplit(without_tracking(address))
    query = urlencode(sorted(parse_qsl(parts.query, keep_blank_values=True)))
    name = re.sub(r"^(?:www|m|mobile|amp)\.", "", parts.netloc.lower()).removesuffix(":443").removesuffix(":80")
    path = unquote(_AMP.sub("", parts.path)).rstrip("/")
    return f"{name}{path}?{query}" if query else f"{name}{path}"


def is_copy(archive: str, address: str) -> bool:
    """Say whether an address can be that of an archived copy of a page: not the page itself, nor another one's copy."""
    if host(archive) == "web.archive.org":
        return _ARCHIVED.fullmatch(archive) is not None and page_of(archive) == page_of(address)
    return page_of(archive) != page_of(address)


def ended(address: str) -> str:
    """Return an address without the mark of a sentence that was copied with it."""
    return address.rstrip(".,;:" if "(" in address else ".,;:)")
